import { AptfolioError, at, checkList } from '../errors/index.js';
import { type CurrencyCode, checkCurrency } from './currency.js';
import { type DecimalLike, type RoundingOptions, readDecimal } from './decimal.js';
import { compose, fromDecimal, type Money, toDecimal, toMinorUnits } from './money.js';
import { checkSame, unitsOf } from './same-currency.js';

/**
 * The sum of two amounts of one currency, exact.
 *
 * Two currencies do not compile where the types are known, and throw where they are not.
 *
 * @throws AptfolioError `currency-mismatch` with the path `b.currency`, or as `parseMoney`.
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
  return compose(a.currency, left + right);
}

/**
 * `a` less `b`, exact.
 *
 * @throws AptfolioError as `addMoney`.
 *
 * @example
 * ```ts
 * import { money, subtractMoney } from 'aptfolio/money';
 *
 * subtractMoney(money('CNY', '0.10'), money('CNY', '0.20')).amount; // => '-0.10'
 * ```
 */
export function subtractMoney<C extends CurrencyCode>(a: Money<C>, b: Money<NoInfer<C>>): Money<C> {
  const [left, right] = unitsOf(a, b);
  return compose(a.currency, left - right);
}

/**
 * The amount with the other sign.
 *
 * @throws AptfolioError as `parseMoney`.
 *
 * @example
 * ```ts
 * import { money, negateMoney } from 'aptfolio/money';
 *
 * negateMoney(money('CNY', '12.34')).amount; // => '-12.34'
 * ```
 */
export function negateMoney<C extends CurrencyCode>(money: Money<C>): Money<C> {
  const units = toMinorUnits(money);
  return compose(money.currency, -units);
}

/**
 * The amount without its sign.
 *
 * @throws AptfolioError as `parseMoney`.
 *
 * @example
 * ```ts
 * import { absoluteMoney, money } from 'aptfolio/money';
 *
 * absoluteMoney(money('CNY', '-12.34')).amount; // => '12.34'
 * ```
 */
export function absoluteMoney<C extends CurrencyCode>(money: Money<C>): Money<C> {
  const units = toMinorUnits(money);
  return compose(money.currency, units < 0n ? -units : units);
}

/**
 * The amount times a factor, rounded once from the exact product to the smallest unit.
 *
 * @param options `rounding`, default `half-even`.
 * @throws AptfolioError as `parseMoney`; the factor's path is `factor`; `out-of-range` for a result of
 * more than 30 digits before the point.
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
  money: Money<C>,
  factor: DecimalLike,
  options: RoundingOptions = {},
): Money<C> {
  const product = toDecimal(money, 'money').times(readDecimal(factor, 'factor'));
  return fromDecimal(money.currency, product, options);
}

/**
 * The amount divided by a number, rounded once from the exact quotient to the smallest unit. To share
 * an amount out without losing a unit, use `splitMoney`.
 *
 * @param options `rounding`, default `half-even`.
 * @throws AptfolioError as `multiplyMoney`, and `out-of-range` for a divisor of zero.
 *
 * @example
 * ```ts
 * import { divideMoney, money } from 'aptfolio/money';
 *
 * divideMoney(money('CNY', '100.00'), 3).amount; // => '33.33'
 * divideMoney(money('CNY', '100.00'), 3, { rounding: 'up' }).amount; // => '33.34'
 * ```
 */
export function divideMoney<C extends CurrencyCode>(
  money: Money<C>,
  divisor: DecimalLike,
  options: RoundingOptions = {},
): Money<C> {
  const amount = toDecimal(money, 'money');
  const by = readDecimal(divisor, 'divisor');
  if (by.isZero()) {
    throw new AptfolioError('out-of-range', 'divisor', 'a number other than 0', divisor);
  }
  return fromDecimal(money.currency, amount.dividedBy(by), options);
}

/**
 * The sum of a list in one currency, exact; zero for an empty list.
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
  for (const [index, amount] of checkList<Money>(amounts, 'amounts').entries()) {
    const path = at('amounts', index);
    units += toMinorUnits(amount, path);
    checkSame(currency, amount.currency, at(path, 'currency'));
  }
  return compose(currency, units);
}

/**
 * How many times `b` goes into `a`, as a floating-point number.
 *
 * @throws AptfolioError as `addMoney`, and `out-of-range` if `b` is zero.
 *
 * @example
 * ```ts
 * import { money, ratioOfMoney } from 'aptfolio/money';
 *
 * ratioOfMoney(money('CNY', '260000.00'), money('CNY', '1282000.00')); // => 0.20280811232449297
 * ```
 */
export function ratioOfMoney<C extends CurrencyCode>(a: Money<C>, b: Money<NoInfer<C>>): number {
  const [dividend, divisor] = unitsOf(a, b);
  if (divisor === 0n) throw new AptfolioError('out-of-range', 'b', 'an amount other than 0');
  // The quotient of two numbers that are exact is the nearest to the true one.
  if (isExact(dividend) && isExact(divisor)) return Number(dividend) / Number(divisor) + 0;
  return toDecimal(a, 'a').dividedBy(toDecimal(b, 'b')).toNumber() + 0;
}

const MOST_EXACT = BigInt(Number.MAX_SAFE_INTEGER);

function isExact(units: bigint): boolean {
  return units <= MOST_EXACT && units >= -MOST_EXACT;
}
