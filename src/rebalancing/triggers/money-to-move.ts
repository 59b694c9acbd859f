import type { PlainDate } from '../../dates/index.js';
import { most, ratio } from '../account/exact.js';
import { toAccount } from '../account/rates.js';
import type { ReadAccount } from '../account/read-account.js';
import type { CompiledPolicy } from '../policy/compiled-policy.js';

/**
 * The free money, as a share, that may be a reason to trade. What the orders of the day have left over is no new money, and where nothing is bought
 * by agreement only missing money counts.
 *
 * @param proceeds see `proceedsLeft`.
 * @param whole what shares are of, in the same unit.
 */
export function moneyToMove(
  freeCash: number,
  proceeds: bigint,
  whole: bigint,
  { funding }: CompiledPolicy,
): number {
  if (freeCash <= 0) return freeCash;
  if (funding === 'sell-only') return 0;
  return proceeds === 0n ? freeCash : Math.max(0, freeCash - ratio(proceeds, whole));
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
