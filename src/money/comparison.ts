import { at } from '../errors/index.js';
import type { CurrencyCode } from './currency.js';
import { compose, type Money, toMinorUnits } from './money.js';
import { checkSame, unitsOf } from './same-currency.js';

/**
 * −1, 0 or 1 as `a` is less than, equal to or more than `b`; fit for `sort`.
 *
 * @throws AptfolioError as `addMoney`.
 *
 * @example
 * ```ts
 * import { compareMoney, money } from 'aptfolio/money';
 *
 * compareMoney(money('CNY', '9.00'), money('CNY', '10.00')); // => -1
 * ```
 */
export function compareMoney<C extends CurrencyCode>(
  a: Money<C>,
  b: Money<NoInfer<C>>,
): -1 | 0 | 1 {
  const [left, right] = unitsOf(a, b);
  return left < right ? -1 : left > right ? 1 : 0;
}

/**
 * Tells whether two amounts of one currency are equal.
 *
 * @throws AptfolioError as `addMoney`: two currencies are no unequal amounts, they cannot be compared.
 *
 * @example
 * ```ts
 * import { equalsMoney, money } from 'aptfolio/money';
 *
 * equalsMoney(money('CNY', '1.5'), { currency: 'CNY', amount: '1.50' }); // => true
 * ```
 */
export function equalsMoney<C extends CurrencyCode>(a: Money<C>, b: Money<NoInfer<C>>): boolean {
  return compareMoney(a, b) === 0;
}

/**
 * The smallest of one or more amounts of one currency.
 *
 * @throws AptfolioError `currency-mismatch` with the path `amounts[1].currency`, or as `parseMoney`.
 *
 * @example
 * ```ts
 * import { minMoney, money } from 'aptfolio/money';
 *
 * minMoney(money('CNY', '9.00'), money('CNY', '10.00')).amount; // => '9.00'
 * ```
 */
export function minMoney<C extends CurrencyCode>(
  first: Money<C>,
  ...others: readonly Money<NoInfer<C>>[]
): Money<C> {
  return pick(first, others, (units, best) => units < best);
}

/**
 * The largest of one or more amounts of one currency.
 *
 * @throws AptfolioError as `minMoney`.
 *
 * @example
 * ```ts
 * import { maxMoney, money } from 'aptfolio/money';
 *
 * maxMoney(money('CNY', '9.00'), money('CNY', '10.00')).amount; // => '10.00'
 * ```
 */
export function maxMoney<C extends CurrencyCode>(
  first: Money<C>,
  ...others: readonly Money<NoInfer<C>>[]
): Money<C> {
  return pick(first, others, (units, best) => units > best);
}

/**
 * Tells whether an amount is zero.
 *
 * @throws AptfolioError as `parseMoney`.
 *
 * @example
 * ```ts
 * import { isZero, money } from 'aptfolio/money';
 *
 * isZero(money('CNY', '0.00')); // => true
 * ```
 */
export function isZero(money: Money): boolean {
  return toMinorUnits(money) === 0n;
}

/**
 * Tells whether an amount is above zero.
 *
 * @throws AptfolioError as `parseMoney`.
 *
 * @example
 * ```ts
 * import { isPositive, money } from 'aptfolio/money';
 *
 * isPositive(money('CNY', '0.01')); // => true
 * isPositive(money('CNY', '0.00')); // => false
 * ```
 */
export function isPositive(money: Money): boolean {
  return toMinorUnits(money) > 0n;
}

/**
 * Tells whether an amount is below zero.
 *
 * @throws AptfolioError as `parseMoney`.
 *
 * @example
 * ```ts
 * import { isNegative, money } from 'aptfolio/money';
 *
 * isNegative(money('CNY', '-0.01')); // => true
 * isNegative(money('CNY', '0.00')); // => false
 * ```
 */
export function isNegative(money: Money): boolean {
  return toMinorUnits(money) < 0n;
}

function pick<C extends CurrencyCode>(
  first: Money<C>,
  others: readonly Money[],
  better: (units: bigint, best: bigint) => boolean,
): Money<C> {
  let best = toMinorUnits(first, 'amounts[0]');
  for (const [index, other] of others.entries()) {
    const path = at('amounts', index + 1);
    const units = toMinorUnits(other, path);
    checkSame(first.currency, other.currency, at(path, 'currency'));
    if (better(units, best)) best = units;
  }
  return compose(first.currency, best);
}
