import { makeReason, type Reason } from '../../evidence/index.js';
import type { Situation } from '../reach/situation.js';
import { isSpared } from '../reach/spared.js';
import type { Plan } from '../rounding/plan.js';
import type { Writer } from './writer.js';

/** That money stays which could only go into what stands above its band, or into what has no target. */
export function sparedMoney(
  { money }: Situation,
  { cashAfter, goals, occasion, trades }: Plan,
  write: Writer,
): readonly Reason[] {
  const { holdings } = occasion.account;
  const left = cashAfter - money.kept;
  const isOpen = occasion.task === 'rebalance' && occasion.inside.policy.funding !== 'sell-only';
  if (!isOpen || left <= BigInt(holdings.length)) return [];
  const isLeft = (place: number): boolean =>
    occasion.bounds[place]!.buyDates !== undefined &&
    goals.values[place]! < occasion.bounds[place]!.high &&
    !trades.fits.some((fit) => fit.place === place) &&
    isSpared(occasion, place);
  if (![...holdings.keys()].some(isLeft)) return [];
  return [makeReason('rebalancing.money-spared', 'info', { amount: write(left) })];
}
