import { least, most } from '../account/exact.js';
import { changeOf, type Draft, moneyLeft, setChange } from './draft.js';
import { withinRoom } from './keep-caps.js';
import { setResidual } from './match-money.js';
import type { Steps } from './steps-of.js';

/** Tax and fees of a sale follow its size, so that a few rounds are needed. */
const ROUNDS = 6;

/**
 * The residual product, or else trades to the unit, take what others leave over or lack: sales that pay for nothing and purchases that are not paid shrink
 * first, then the other side grows.
 */
export function closeMoney(draft: Draft, { fine, kept }: Steps): void {
  if (draft.rules.residual >= 0) {
    setResidual(draft);
    return;
  }
  for (let rounds = ROUNDS; rounds > 0; rounds--) {
    const left = moneyLeft(draft) - kept;
    if (left === 0n) return;
    const places = inTurn(draft, fine, left > 0n ? 1 : -1);
    if (!places.some((place) => take(draft, place, left))) return;
  }
}

/** Fine trades in the order in which they take what is left over, or give what is lacking. */
export function inTurn(
  { changes }: Draft,
  fine: readonly number[],
  sign: 1 | -1,
): readonly number[] {
  const isFirst = (place: number): boolean => changes.wanted[place]! > 0n !== sign > 0;
  return [...fine.filter(isFirst), ...fine.filter((place) => !isFirst(place))];
}

/** What a fine trade may become, below zero a sale; the next look would turn it as well. */
export function limitsOf(
  { changes, occasion }: Draft,
  place: number,
): { readonly low: bigint; readonly high: bigint | undefined } {
  const { account, bounds, inside } = occasion;
  const { funding } = inside.policy;
  const { low, high, buyDates } = bounds[place]!;
  const { value } = account.holdings[place]!;
  const wanted = changes.wanted[place]!;
  const maySell = wanted < 0n || (funding === 'full' && !changes.raises);
  const mayBuy = buyDates !== undefined && funding !== 'sell-only';
  // What is above its most comes down to it, and what is sold to raise money is sold.
  const atMost = most(least(high - value, 0n), least(low - value, 0n));
  const isOpen = mayBuy && atMost === 0n;
  return {
    low: maySell ? least(low - value, 0n) : 0n,
    high: changes.raises && wanted < 0n ? wanted : isOpen ? undefined : atMost,
  };
}

/** Whether a trade takes some of what is left over, or gives some of what is lacking. */
function take(draft: Draft, place: number, left: bigint): boolean {
  const { fits, codes, rules } = draft;
  const before = fits.get(place);
  // No more trades are begun than the policy allows.
  if (before === undefined && fits.size >= (rules.maxTrades ?? Number.POSITIVE_INFINITY)) {
    return false;
  }
  const now = changeOf(draft, place);
  const next = now + (left > 0n ? withinRoom(draft, place, left) : left);
  const { low, high } = limitsOf(draft, place);
  const change = most(high === undefined ? next : least(next, high), low);
  if (change === now) return false;
  setChange(draft, place, change);
  const then = changeOf(draft, place);
  if (left > 0n ? then > now : then < now) {
    codes.set(place, 'rebalancing.reduced');
    return true;
  }
  if (before === undefined) fits.delete(place);
  else fits.set(place, before);
  return false;
}
