import { AptfolioError, at, checkList } from '../errors/index.js';
import { type CurrencyCode, checkCurrency } from './currency.js';
import { type DecimalLike, readDecimal } from './decimal.js';
import {
  fromDecimal,
  fromMinorUnits,
  type Money,
  type RoundingOptions,
  toDecimal,
  toMinorUnits,
} from './money.js';

/**
 * The sum of two amounts of one currency, exact.
 *
 * Two currencies do not compile where the types are known, and throw where they are not.
 *
 * @throws AptfolioError `currency-mismatch`, or as `parseMoney`.
 *
 * @example
 * ```ts
 * import { addMoney, money } from 'aptfolio/money';
 *
 * addMoney(money('CNY', '0.10'), money('CNY', '0.20')).amount; // => '0.30'
 * ```
 */
export function addMoney<C extends CurrencyCode>(a: Money<C>, b: Money<NoInfer<C>>): Money<C> {
  const [left, right] = unitsOf(a, b);
  return fromMinorUnits(a.currency, left + right);
}

/** `a` less `b`, exact; errors as `addMoney`. */
export function subtractMoney<C extends CurrencyCode>(a: Money<C>, b: Money<NoInfer<C>>): Money<C> {
  const [left, right] = unitsOf(a, b);
  return fromMinorUnits(a.currency, left - right);
}

/** The amount with the other sign. */
export function negateMoney<C extends CurrencyCode>(amount: Money<C>): Money<C> {
  return fromMinorUnits(amount.currency, -toMinorUnits(amount));
}

/** The amount without its sign. */
export function absoluteMoney<C extends CurrencyCode>(amount: Money<C>): Money<C> {
  const units = toMinorUnits(amount);
  return fromMinorUnits(amount.currency, units < 0n ? -units : units);
}

/**
 * The amount times a factor, rounded to the smallest unit.
 *
 * @throws AptfolioError as `parseMoney`; the factor's path is `factor`.
 *
 * @example
 * ```ts
 * import { money, multiplyMoney } from 'aptfolio/money';
 *
 * multiplyMoney(money('CNY', '100.00'), '0.0033').amount; // => '0.33'
 * multiplyMoney(money('CNY', '0.05'), '0.5').amount; // => '0.02'
 * multiplyMoney(money('CNY', '0.05'), '0.5', { rounding: 'half-up' }).amount; // => '0.03'
 * ```
 */
export function multiplyMoney<C extends CurrencyCode>(
  amount: Money<C>,
  factor: DecimalLike,
  options: RoundingOptions = {},
): Money<C> {
  const product = toDecimal(amount, 'money').times(readDecimal(factor, 'factor'));
  return fromDecimal(amount.currency, product, options);
}

/**
 * The amount divided by a number, rounded to the smallest unit. To share an amount out without losing
 * a unit, use `splitMoney`.
 *
 * @throws AptfolioError as `multiplyMoney`, and `out-of-range` for a divisor of zero.
 */
export function divideMoney<C extends CurrencyCode>(
  amount: Money<C>,
  divisor: DecimalLike,
  options: RoundingOptions = {},
): Money<C> {
  const by = readDecimal(divisor, 'divisor');
  if (by.isZero())
    throw new AptfolioError('out-of-range', 'divisor', 'a number other than 0', divisor);
  return fromDecimal(amount.currency, toDecimal(amount, 'money').dividedBy(by), options);
}

/**
 * The sum of a list in one currency; zero for an empty list.
 *
 * @throws AptfolioError with the path to the row at fault, `amounts[3].currency`.
 *
 * @example
 * ```ts
 * import { money, sumMoney } from 'aptfolio/money';
 *
 * sumMoney('CNY', [money('CNY', '0.10'), money('CNY', '0.20')]).amount; // => '0.30'
 * sumMoney('CNY', []).amount; // => '0.00'
 * ```
 */
export function sumMoney<C extends CurrencyCode>(
  currency: C,
  amounts: readonly Money<NoInfer<C>>[],
): Money<C> {
  checkCurrency(currency, 'currency');
  let units = 0n;
  checkList<Money>(amounts, 'amounts').forEach((amount, index) => {
    const path = at('amounts', index);
    units += toMinorUnits(amount, path);
    checkSame(currency, amount.currency, at(path, 'currency'));
  });
  return fromMinorUnits(currency, units);
}

/**
 * Rounds an amount to a multiple of a step: a whole yuan, a product's lot of 1,000.
 *
 * @param step above 0, in units of the currency.
 * @throws AptfolioError `out-of-range` for a step that is not above 0 or finer than the smallest unit.
 *
 * @example
 * ```ts
 * import { money, roundMoneyToStep } from 'aptfolio/money';
 *
 * roundMoneyToStep(money('CNY', '17063.10'), '1', { rounding: 'floor' }).amount; // => '17063.00'
 * roundMoneyToStep(money('CNY', '17063.10'), 1000).amount; // => '17000.00'
 * ```
 */
export function roundMoneyToStep<C extends CurrencyCode>(
  amount: Money<C>,
  step: DecimalLike,
  options: RoundingOptions = {},
): Money<C> {
  const size = readDecimal(step, 'step');
  if (!size.greaterThan(0)) throw new AptfolioError('out-of-range', 'step', 'a step above 0', step);
  const exact = fromDecimal(amount.currency, size, {});
  if (!toDecimal(exact, 'step').equals(size)) {
    throw new AptfolioError('out-of-range', 'step', 'a multiple of the smallest unit', step);
  }
  const steps = fromDecimal('JPY', toDecimal(amount, 'money').dividedBy(size), options);
  return fromDecimal(amount.currency, toDecimal(steps, 'steps').times(size), {});
}

/** −1, 0 or 1 as `a` is less than, equal to or more than `b`; errors as `addMoney`. */
export function compareMoney<C extends CurrencyCode>(
  a: Money<C>,
  b: Money<NoInfer<C>>,
): -1 | 0 | 1 {
  const [left, right] = unitsOf(a, b);
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Tells whether two amounts of one currency are equal; errors as `addMoney`. */
export function equalsMoney<C extends CurrencyCode>(a: Money<C>, b: Money<NoInfer<C>>): boolean {
  return compareMoney(a, b) === 0;
}

/** The smallest of one or more amounts of one currency. */
export function minMoney<C extends CurrencyCode>(
  first: Money<C>,
  ...others: readonly Money<NoInfer<C>>[]
): Money<C> {
  return pick(first, others, (units, best) => units < best);
}

/** The largest of one or more amounts of one currency. */
export function maxMoney<C extends CurrencyCode>(
  first: Money<C>,
  ...others: readonly Money<NoInfer<C>>[]
): Money<C> {
  return pick(first, others, (units, best) => units > best);
}

/** Tells whether an amount is zero. */
export function isZero(amount: Money): boolean {
  return toMinorUnits(amount) === 0n;
}

/** Tells whether an amount is above zero. */
export function isPositive(amount: Money): boolean {
  return toMinorUnits(amount) > 0n;
}

/** Tells whether an amount is below zero. */
export function isNegative(amount: Money): boolean {
  return toMinorUnits(amount) < 0n;
}

/**
 * How many times `b` goes into `a`, as a floating-point number.
 *
 * @throws AptfolioError `currency-mismatch`, or `out-of-range` if `b` is zero.
 *
 * @example
 * ```ts
 * import { money, ratioOfMoney } from 'aptfolio/money';
 *
 * ratioOfMoney(money('CNY', '260000.00'), money('CNY', '1282000.00')); // => 0.20280811232449297
 * ```
 */
export function ratioOfMoney<C extends CurrencyCode>(a: Money<C>, b: Money<NoInfer<C>>): number {
  const [, divisor] = unitsOf(a, b);
  if (divisor === 0n) throw new AptfolioError('out-of-range', 'b', 'an amount other than 0');
  return toDecimal(a, 'a').dividedBy(toDecimal(b, 'b')).toNumber() + 0;
}

function pick<C extends CurrencyCode>(
  first: Money<C>,
  others: readonly Money[],
  better: (units: bigint, best: bigint) => boolean,
): Money<C> {
  let best = toMinorUnits(first, 'amounts[0]');
  others.forEach((other, index) => {
    const path = at('amounts', index + 1);
    const units = toMinorUnits(other, path);
    checkSame(first.currency, other.currency, at(path, 'currency'));
    if (better(units, best)) best = units;
  });
  return fromMinorUnits(first.currency, best);
}

function unitsOf(a: Money, b: Money): readonly [bigint, bigint] {
  const units = [toMinorUnits(a, 'a'), toMinorUnits(b, 'b')] as const;
  checkSame(a.currency, b.currency, 'b.currency');
  return units;
}

function checkSame(expected: CurrencyCode, found: CurrencyCode, path: string): void {
  if (expected !== found) throw new AptfolioError('currency-mismatch', path, expected, found);
}
