import { least, most, shareOf } from '../account/exact.js';
import { toAccount } from '../account/rates.js';
import { isSpared } from '../reach/spared.js';
import { changeOf, type Draft, moneyLeft, mustGo, setChange } from './draft.js';
import { withinRoom } from './keep-caps.js';
import { isCoarse, leastPurchase } from './least-purchase.js';
import { leastSale } from './least-sale.js';
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
  for (const limits of [nearLimitsOf, limitsOf]) {
    for (let rounds = ROUNDS; rounds > 0; rounds--) {
      const left = moneyLeft(draft) - kept;
      if (left === 0n) return;
      const places = inTurn(draft, fine, left > 0n ? 1 : -1);
      if (!places.some((place) => take(draft, place, left, limits(draft, place)))) break;
    }
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

/** Least and most of what is traded, below zero a sale. */
interface TradeLimits {
  readonly low: bigint;
  readonly high: bigint;
}

/** What a fine trade may become, below zero a sale; the next look would turn it as well. */
export function limitsOf(draft: Draft, place: number): TradeLimits {
  const { changes, occasion } = draft;
  const { account, bounds, inside, task } = occasion;
  const { funding } = inside.policy;
  const { low, high, buyDates } = bounds[place]!;
  const { value } = account.holdings[place]!;
  const wanted = changes.wanted[place]!;
  // Where money must be raised, what is at its target stays there or pays, and only where everything may be traded a trade turns.
  const mayTurn =
    funding === 'full' && (!changes.raises || (task === 'rebalance' && wanted !== 0n));
  const maySell = wanted < 0n || mayTurn;
  const mayPlace = wanted > 0n || mayTurn || (!changes.raises && funding !== 'sell-only');
  const isTurned = wanted <= 0n && isSpared(occasion, place);
  const mayBuy = buyDates !== undefined && mayPlace && !isTurned;
  const must = mustGo(draft, place);
  const isOpen = mayBuy && must === 0n;
  return {
    low: maySell ? least(low - value, 0n) : -mostPaid(draft, place),
    high: isOpen ? most(high - value, 0n) : -must,
  };
}

/** What a fine trade may become as long as others can take the rest as well: not out of its band, where products are measured, and no less than its least. */
export function nearLimitsOf(draft: Draft, place: number): TradeLimits {
  const { changes, occasion } = draft;
  const { account, inside, money, now } = occasion;
  const holding = account.holdings[place]!;
  const wanted = changes.wanted[place]!;
  let { low, high } = limitsOf(draft, place);
  if (inside.policy.measure === 'products') {
    const { below, above } = now.drift.lines.find(({ id }) => id === holding.id)!;
    const few = BigInt(account.holdings.length);
    const changeTo = (weight: number): bigint => shareOf(money.investable, weight) - holding.value;
    [low, high] = [most(low, changeTo(below) + few), least(high, changeTo(above) - few)];
  }
  const { bought, sold } = leastTrades(draft, place);
  // What asks for no minimum may come to nothing.
  if (wanted > 0n) low = most(low, bought > 1n ? bought : 0n);
  if (wanted < 0n) high = least(high, sold > 1n ? -sold : 0n);
  return { low: least(low, wanted), high: most(high, wanted) };
}

/** The least purchase and the least sale of a product; for what takes the rest by its own terms alone. */
export function leastTrades(
  { occasion, rules }: Draft,
  place: number,
): { readonly bought: bigint; readonly sold: bigint } {
  const { minimums, amountSteps, residual } = rules;
  const holding = occasion.account.holdings[place]!;
  const takesRest = place === residual;
  const step = takesRest ? 1n : amountSteps[place]!;
  return {
    bought: leastPurchase(holding, takesRest ? 0n : minimums.buy[place]!, step),
    sold: leastSale(holding, takesRest ? 1n : minimums.sell[place]!, step),
  };
}

/** By how much sales may bring less than wanted: nothing is bought with them, and only what is missing must be paid. */
export function mayLack({ changes, occasion }: Draft): bigint {
  const { inside, money } = occasion;
  if (inside.policy.funding !== 'sell-only') return 0n;
  return most(money.free + changes.charges - changes.net, 0n);
}

/** By how much the residual product can be sold, below zero, and bought, where it may take what others leave. */
export function residualRoom({ changes, occasion, rules }: Draft): {
  readonly low: bigint;
  readonly high: bigint | undefined;
} {
  const { residualMay } = changes;
  const { low, buyable, buyDates } = occasion.bounds[rules.residual]!;
  const { value, rate } = occasion.account.holdings[rules.residual]!;
  const mostBought = buyable === undefined ? undefined : toAccount(buyable, rate);
  return {
    low: residualMay.sell ? least(low - value, 0n) : 0n,
    high: residualMay.buy && buyDates !== undefined ? mostBought : 0n,
  };
}

/** Where money must be raised: what a product of which nothing else is asked can pay to the unit of what it stands above its target. */
export function mostPaid({ changes, occasion, rules }: Draft, place: number): bigint {
  const { account, bounds, money } = occasion;
  if (!money.mustRaise || changes.wanted[place]! !== 0n) return 0n;
  const holding = account.holdings[place]!;
  if (isCoarse(holding, true, rules.amountSteps[place]!)) return 0n;
  const above = holding.value - shareOf(most(money.investable, 0n), holding.target);
  return most(least(above, holding.value - bounds[place]!.low), 0n);
}

/** Whether a trade takes some of what is left over, or gives some of what is lacking. */
function take(draft: Draft, place: number, left: bigint, { low, high }: TradeLimits): boolean {
  const { fits, codes, rules } = draft;
  const before = fits.get(place);
  // No more trades are begun than the policy allows.
  if (before === undefined && fits.size >= (rules.maxTrades ?? Number.POSITIVE_INFINITY)) {
    return false;
  }
  const now = changeOf(draft, place);
  const next = now + (left > 0n ? withinRoom(draft, place, left) : left);
  const change = left > 0n ? most(least(next, high), now) : least(most(next, low), now);
  if (change === now) return false;
  setChange(draft, place, change);
  const then = changeOf(draft, place);
  // A sale that is not made, as less of it may not be, would leave purchases unpaid.
  const isTooMuch = now < 0n && then === 0n && left < -now;
  if (left > 0n ? then > now && !isTooMuch : then < now) {
    codes.set(place, 'rebalancing.reduced');
    return true;
  }
  if (before === undefined) fits.delete(place);
  else fits.set(place, before);
  return false;
}
