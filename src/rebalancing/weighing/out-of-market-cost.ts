import { checkInteger, checkObject, checkRange } from '../../errors/index.js';
import {
  type CurrencyCode,
  fromMinorUnits,
  type Money,
  parseMoney,
  toMinorUnits,
} from '../../money/index.js';
import { divideHalfEven } from '../account/exact.js';
import { type ExactRate, exactRate } from '../lots/exact-rate.js';

/** How long money is not invested, and what it would earn. */
export interface OutOfMarketTime {
  /** Calendar days from the dealing day of the sale to that of the purchase, at least 0. */
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
  const amountDays = toMinorUnits(checked) * BigInt(days);
  const missed = yearlyReturn <= 0 ? 0n : missedReturn(amountDays, exactRate(yearlyReturn));
  return fromMinorUnits(checked.currency, missed);
}

/** The same in smallest units, unchecked: for loops over many sums of amount × days. */
export function missedReturn(amountDays: bigint, { numerator, denominator }: ExactRate): bigint {
  return amountDays === 0n ? 0n : divideHalfEven(amountDays * numerator, denominator * 365n);
}
