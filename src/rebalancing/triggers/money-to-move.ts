import type { PlainDate } from '../../dates/index.js';
import { most, ratio } from '../account/exact.js';
import { toAccount } from '../account/rates.js';
import type { ReadAccount } from '../account/read-account.js';
import type { CompiledPolicy } from '../policy/compiled-policy.js';

/** Free money, and how it came about. */
export interface FreeMoney {
  /** As a share; below 0 what is missing. */
  readonly share: number;
  /** What is missing is missing to the target alone, on a day on which orders were given: they went as far as was asked for. */
  readonly canWait: boolean;
  /** See `proceedsLeft`. */
  readonly proceeds: bigint;
}

/**
 * The free money, as a share, that may be a reason to trade. What the orders of the day have left over is no new money, and where nothing is bought
 * by agreement only missing money counts.
 *
 * @param whole what shares are of, in the same unit.
 */
export function moneyToMove(
  { share, canWait, proceeds }: FreeMoney,
  whole: bigint,
  { funding }: CompiledPolicy,
): number {
  if (share <= 0) return canWait ? 0 : share;
  if (funding === 'sell-only') return 0;
  return proceeds === 0n ? share : Math.max(0, share - ratio(proceeds, whole));
}

/** What the sales that were ordered on the day bring beyond the purchases that are still to be paid, in smallest units. */
export function proceedsLeft({ holdings, underWay }: ReadAccount, asOf: PlainDate): bigint {
  if (underWay === undefined) return 0n;
  let left = 0n;
  for (const { orders, rate } of holdings) {
    for (const { side, amount, net, orderOn } of orders) {
      if (side === 'sell' && orderOn === asOf) left += toAccount(net, rate);
      if (side === 'buy' && orderOn >= asOf) left -= toAccount(amount, rate);
    }
  }
  return most(left, 0n);
}
