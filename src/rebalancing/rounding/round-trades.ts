import { sizeOf } from '../account/exact.js';
import { toLocal } from '../account/rates.js';
import type { Holding } from '../account/read-holdings.js';
import type { Occasion } from '../reach/situation.js';
import { type Charges, chargesOf } from './charges.js';
import { type Changes, type Draft, moneyLeft, setChange } from './draft.js';
import { CUT_TO_STEP, type Fit, MAX_TRADES } from './fit.js';
import { stepIn } from './least-purchase.js';
import { matchMoney } from './match-money.js';
import { countsBands, toNearestSteps } from './nearest-steps.js';
import { raiseWithFew } from './raise-with-few.js';
import { stepsOf } from './steps-of.js';
import type { TradeRules } from './trade-rules.js';

/** Part of a change that is not made. */
export interface Drop {
  readonly place: number;
  readonly side: 'buy' | 'sell';
  /** Above zero. */
  readonly amount: bigint;
  readonly code: string;
}

/** Trades that can be made as they are. */
export interface RoundedTrades {
  /** By ascending place. */
  readonly fits: readonly Fit[];
  readonly charges: Charges;
  readonly drops: readonly Drop[];
}

/**
 * Rounds changes to trades that are large enough and whose money adds up: what rounding and dropped trades leave over goes into the
 * residual product, however little, or stays money. Where it cannot, the largest trade on the other side shrinks.
 *
 * @param caps the most that single purchases may be, by place.
 */
export function roundTrades(
  occasion: Occasion,
  changes: Changes,
  rules: TradeRules,
  caps: ReadonlyMap<number, bigint>,
): RoundedTrades {
  const draft: Draft = {
    occasion,
    changes,
    rules,
    caps,
    fits: new Map(),
    codes: new Map(),
    roundedUp: new Set(),
  };
  changes.wanted.forEach((change, place) => {
    if (place !== rules.residual) setChange(draft, place, change);
  });
  const steps = stepsOf(draft);
  matchMoney(draft);
  dropBeyondMost(draft);
  if (steps !== undefined) {
    // A residual product that may trade no more takes nothing.
    const isClosed = draft.codes.get(rules.residual) === MAX_TRADES;
    toNearestSteps(isClosed ? { ...draft, rules: { ...rules, residual: -1 } } : draft, steps);
    // What comes nearest may bring a step more than is missing.
    if (!countsBands(occasion)) matchMoney(draft);
  }
  const fits = [...draft.fits.values()].sort((a, b) => a.place - b.place);
  const { account } = occasion;
  return { fits, charges: chargesOf(fits, account), drops: dropsOf(draft) };
}

/** Gives the smallest trades up until no more are left than the policy allows. */
function dropBeyondMost(draft: Draft): void {
  const { fits, codes, rules } = draft;
  const { maxTrades } = rules;
  if (maxTrades === undefined) return;
  while (fits.size > maxTrades) {
    const smallest = [...fits.values()].reduce((best, one) =>
      one.amount < best.amount ? one : best,
    );
    fits.delete(smallest.place);
    codes.set(smallest.place, MAX_TRADES);
    matchMoney(draft);
  }
  raiseWithFew(draft);
}

/** What of the changes is not made. The residual product is there to differ from its own. */
function dropsOf(draft: Draft): readonly Drop[] {
  const { changes, fits, rules } = draft;
  const drops: Drop[] = [];
  changes.wanted.forEach((change, place) => {
    const fit = fits.get(place);
    if (change === 0n || (place === rules.residual && fit !== undefined)) return;
    const side = change > 0n ? 'buy' : 'sell';
    const amount = sizeOf(change) - (fit?.side === side ? fit.amount : 0n);
    if (amount <= 0n) return;
    drops.push({ place, side, amount, code: codeOf(draft, place, side, amount, fit) });
  });
  return drops;
}

/** Why less is traded than wanted: what does not come to a step is cut by it; the rest follows from what other trades come to. */
function codeOf(
  draft: Draft,
  place: number,
  side: Fit['side'],
  amount: bigint,
  fit: Fit | undefined,
): string {
  const { changes, rules, codes, occasion } = draft;
  const known = codes.get(place);
  const isSale = side === 'sell';
  const holding = occasion.account.holdings[place]!;
  // All that was wanted is enough for the product's minimum: what there is for it is not.
  const isLess =
    known === BELOW_MINIMUM && toLocal(amount, holding.rate) >= holding.minimumPurchase;
  if (isLess) return 'rebalancing.arrives-below-minimum';
  // All that was wanted is large enough: what other trades leave of it is not.
  if (known === TOO_SMALL && fit === undefined && amount >= rules.minimums[side][place]!) {
    return isSale && changes.raises ? 'rebalancing.no-more-needed' : REDUCED;
  }
  if (known !== undefined && known !== REDUCED) return known;
  if (place === rules.residual) return known ?? (isSale ? REDUCED : whyNothing(draft));
  if (known === undefined && isSale && isHeldBack(holding, fit, amount)) {
    return 'rebalancing.below-minimum-holding';
  }
  const step = stepIn(holding, isSale, rules.amountSteps[place]!);
  if (known === undefined && amount < step) return CUT_TO_STEP;
  return isSale && changes.raises ? 'rebalancing.no-more-needed' : REDUCED;
}

/** Why the residual product takes nothing though it may: only caps keep it from money that is left over. */
function whyNothing(draft: Draft): string {
  return moneyLeft(draft) > 0n ? 'rebalancing.within-caps' : 'rebalancing.nothing-left';
}

/** Whether so much more could only be sold by leaving less than the product's minimum holding. */
function isHeldBack(
  { local, minimumHolding, rate }: Holding,
  fit: Fit | undefined,
  amount: bigint,
): boolean {
  const rest = local - (fit?.local ?? 0n);
  const left = rest - toLocal(amount, rate);
  return rest >= minimumHolding && left > 0n && left < minimumHolding;
}

const REDUCED = 'rebalancing.reduced';
const TOO_SMALL = 'rebalancing.below-minimum-trade';
const BELOW_MINIMUM = 'rebalancing.below-minimum-purchase';
