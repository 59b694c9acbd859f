import { checkInteger, checkObject, checkRange } from '../../errors/index.js';
import {
  type CurrencyCode,
  fromMinorUnits,
  type Money,
  parseMoney,
  toMinorUnits,
} from '../../money/index.js';
import { divideHalfEven } from '../account/exact.js';
import { exactRate } from '../lots/exact-share.js';

/** How long money is not invested, and what it would earn. */
export interface OutOfMarketTime {
  /** Calendar days from the booking of the sale's money to that of the purchase, at least 0. */
  readonly days: number;
  /** Annual, decimal fraction. */
  readonly yearlyReturn: number;
}

/**
 * What money misses while it is between two investments: amount × return × days / 365, half-even to the smallest unit.
 *
 * Simple interest on actual days over 365. Where the return is below 0 nothing is missed, and nothing counts as saved.
 *
 * @throws AptfolioError for an amount below 0, days that are not whole or below 0, a return of −1 or less or above 10.
 *
 * @example
 * ```ts
 * import { money } from 'aptfolio/money';
 * import { outOfMarketCost } from 'aptfolio/rebalancing';
 *
 * outOfMarketCost(money('CNY', '100000'), { days: 3, yearlyReturn: 0.05 }).amount; // => '41.10'
 * ```
 */
export function outOfMarketCost<C extends CurrencyCode>(
  amount: Money<C>,
  time: OutOfMarketTime,
): Money<C> {
  const checked = parseMoney(amount, 'amount', { sign: 'not-negative' }) as Money<C>;
  checkObject(time, 'time');
  const days = checkInteger(time.days, 'time.days', { min: 0 });
  const range = { exclusiveMin: -1, max: 10 };
  const yearlyReturn = checkRange(time.yearlyReturn, 'time.yearlyReturn', range);
  return fromMinorUnits(checked.currency, missedReturn(toMinorUnits(checked), days, yearlyReturn));
}

/** The same in smallest units, unchecked: for loops over many amounts. */
export function missedReturn(amount: bigint, days: number, yearlyReturn: number): bigint {
  if (yearlyReturn <= 0 || days <= 0) return 0n;
  const { numerator, denominator } = exactRate(yearlyReturn);
  return divideHalfEven(amount * numerator * BigInt(days), denominator * 365n);
}
