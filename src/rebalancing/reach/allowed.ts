import { least, most, ratio, shareOf, sizeOf } from '../account/exact.js';
import { sumOf } from '../lots/take-lots.js';
import type { Hindrance } from './bounds.js';
import { changingLeast } from './class-target.js';
import type { Limits } from './limits.js';
import type { NearestProblem } from './nearest.js';
import { isWithinCaps, nearestRaising } from './nearest-within-caps.js';
import type { Occasion } from './situation.js';
import { nearestSparing } from './spared.js';
import { sumOfWeights, weightsOf } from './weights-of.js';

/** Trades that are left out, by place, with their amount: above zero not bought, below not sold. */
export type LeftOut = ReadonlyMap<number, bigint>;

/** Which trades can be made of the products, and what in place of others, in smallest units of the account's currency. */
export interface TradeTerms {
  /** Whether a purchase is too small to be made or one that the product's terms allow. */
  readonly isPossible: (place: number, amount: bigint) => boolean;
  /** Whether what is too small fails because its units must be whole, so that it may be rounded up as well as down. */
  readonly isCounted: (place: number, amount: bigint) => boolean;
  /** The least purchase that is made and that the terms allow; absent where none is found. */
  readonly leastOf: (place: number) => bigint | undefined;
  /**
   * What may be sold instead of an amount that the product's terms do not allow, the nearest first; nothing where it is too small to be made or the terms
   * allow it. Absent: any sale can be made.
   */
  readonly soldInstead?: (place: number, amount: bigint) => readonly bigint[];
}

/** Any trade can be made. */
export const ANY_TRADE: TradeTerms = Object.freeze({
  isPossible: () => true,
  isCounted: () => false,
  leastOf: () => undefined,
});

/** The weights to come to, and what they sum to. */
export interface Wanted {
  readonly products: Float64Array;
  readonly classes: Float64Array;
  readonly sum: number;
}

/** Weights with no trade that a product's terms do not allow. */
export interface Allowed {
  readonly weights: Float64Array;
  readonly isReached: boolean;
  readonly isSolved: boolean;
  /** Whether a trade that the terms do not allow is left, as neither leaving it out nor another one in its place raises what must be raised. */
  readonly isOpen: boolean;
  readonly leftOut: LeftOut;
  /** What is not made as it was wanted. */
  readonly changed: readonly Changed[];
  /** Those asked for, and those within which what is changed stays. */
  readonly asked: Limits;
  readonly limits: Limits;
}

/** A trade that the product's terms do not allow, and what it becomes: above zero a purchase, below a sale, 0 where it is left out. */
export interface Changed {
  readonly place: number;
  readonly amount: bigint;
  readonly made: bigint;
  /** What may be made in its place, but for what is. */
  readonly others: readonly bigint[];
}

/** Makes the trade that must be changed least of those that are not allowed what is, or leaves it out, until all are allowed. */
export function findAllowed(
  occasion: Occasion,
  asked: Limits,
  wanted: Wanted,
  terms: TradeTerms,
): Allowed {
  const leftOut = new Map<number, bigint>();
  const changed: Changed[] = [];
  let limits = asked;
  let weights = isWithin(occasion, limits, wanted.products) ? wanted.products : undefined;
  const isWhole = weights !== undefined;
  let isSolved = false;
  for (;;) {
    if (weights === undefined) {
      weights = findNearest(occasion, limits, wanted);
      isSolved = true;
    }
    const { next, isOpen } = nextChange(occasion, limits, weights, wanted.sum, terms);
    if (next === undefined) {
      const isReached = isWhole && changed.length === 0;
      return { weights, isReached, isSolved, isOpen, leftOut, changed, asked, limits };
    }
    if (next.made === 0n) leftOut.set(next.place, next.amount);
    changed.push(next);
    limits = next.limits;
    weights = undefined;
  }
}

/** The weights within limits that come nearest to what is wanted, whatever the terms of trades. */
export function findNearest(occasion: Occasion, limits: Limits, wanted: Wanted): Float64Array {
  const { account, inside, money, now, task } = occasion;
  const low = weightsOf(limits.low, (value) => ratio(value, money.investable));
  const high = weightsOf(limits.high, (value, i) =>
    Math.max(low[i]!, ratio(value, money.investable)),
  );
  const { holdings } = account;
  const sum = Math.min(sumOfWeights(high), Math.max(sumOfWeights(low), wanted.sum));
  const { classes, products } = wanted;
  const problem = {
    holdings,
    low,
    high,
    sum,
    wanted: classes,
    // Money is raised where least is missing to the target, not where the destination without limits was.
    reference: task === 'raise' ? Float64Array.from(holdings, ({ target }) => target) : products,
    now: now.products,
  };
  if (limits.raisesOnly === true) return nearestRaising(occasion, problem);
  const solve = (one: NearestProblem): Float64Array => nearestSparing(occasion, one);
  if (task === 'raise' || account.wantedClasses === undefined) return solve(problem);
  // Products have no target of their own then, so that what one lacks is not taken from all.
  return changingLeast({ ...problem, products: account.wantedClasses.products }, inside, solve);
}

function isWithin(occasion: Occasion, limits: Limits, weights: Float64Array): boolean {
  const { low, high, raisesOnly = false } = limits;
  const { bounds, money } = occasion;
  const isBounded = low.every((lowest, i) => {
    const value = shareOf(money.investable, weights[i]!);
    const highest = raisesOnly ? least(high[i]!, bounds[i]!.high) : high[i]!;
    return lowest <= value && value <= highest;
  });
  return isBounded && isWithinCaps(occasion, limits, weights);
}

/** The limits within which a trade becomes another one. */
interface Change extends Changed {
  readonly limits: Limits;
}

/**
 * Of the trades that are worth making but that the product's terms do not allow, the one that is changed least, and whether there are others that nothing can be made of. What is
 * above its most must be sold.
 */
function nextChange(
  occasion: Occasion,
  limits: Limits,
  weights: Float64Array,
  sum: number,
  terms: TradeTerms,
): { readonly next: Change | undefined; readonly isOpen: boolean } {
  let [next, isOpen]: [Change | undefined, boolean] = [undefined, false];
  occasion.account.holdings.forEach(({ value }, place) => {
    const amount = goalOf(occasion, limits, weights, place) - value;
    const highest = least(limits.high[place]!, occasion.bounds[place]!.high);
    const isAbove = amount < 0n && value > highest;
    if (amount === 0n || (isAbove && limits.raisesOnly === true)) return;
    const options = insteadOf(terms, place, amount);
    for (const made of options) {
      const within = madeInstead(occasion, limits, place, amount, made);
      if (within === undefined || !isPaid(occasion, within, sum)) continue;
      if (next === undefined || sizeOf(amount - made) < sizeOf(next.amount - next.made)) {
        const others = options.filter((one) => one !== made);
        next = { place, amount, made, others, limits: within };
      }
      return;
    }
    isOpen ||= !isAbove && options.length > 0 && !options.includes(amount);
  });
  return { next, isOpen };
}

/** What may be traded instead of an amount, first what is nearest; nothing where it can be made. */
function insteadOf(
  { isPossible, leastOf, soldInstead }: TradeTerms,
  place: number,
  amount: bigint,
): readonly bigint[] {
  if (amount < 0n) return (soldInstead?.(place, -amount) ?? []).map((sold) => -sold);
  if (isPossible(place, amount)) return [];
  const bought = leastOf(place);
  return bought === undefined ? [0n] : [0n, bought];
}

const MINIMUM_HOLDING: Hindrance = Object.freeze({ code: 'rebalancing.below-minimum-holding' });

/** The limits within which a trade is no more than what it becomes; nothing where they let no such trade be made or have become no narrower. */
function madeInstead(
  { account, inside }: Occasion,
  limits: Limits,
  place: number,
  amount: bigint,
  made: bigint,
): Limits | undefined {
  const { value } = account.holdings[place]!;
  const [lowest, highest] = [limits.low[place]!, limits.high[place]!];
  const reached = value + made;
  const [low, high, sell] = [[...limits.low], [...limits.high], [...limits.sell]];
  if (amount > 0n) {
    high[place] = most(lowest, value);
  } else if (reached < lowest || (reached > highest && value <= highest)) {
    return undefined;
  } else {
    // All goes, nothing does, or as much as leaves the least that may be held.
    low[place] = reached;
    // What stays as it is may be bought for another of its class.
    const mayGrow = made > amount && (made < 0n || inside.policy.measure === 'classes');
    // What cannot be sold stays above its most.
    high[place] = mayGrow ? most(highest, reached) : reached;
    if (mayGrow && made < 0n) sell[place] = [MINIMUM_HOLDING];
  }
  const isSame = low[place] === lowest && high[place] === highest;
  return isSame ? undefined : { ...limits, low, high, sell };
}

/** Whether there is enough for what is not sold and what must be bought, what must be raised still is, and where it is only raised no more than that. */
export function isPaid(
  { money, account }: Occasion,
  { low, high, raisesOnly = false }: Limits,
  sum: number,
): boolean {
  const few = BigInt(account.holdings.length);
  const weightOf = (values: readonly bigint[], by: bigint): number =>
    ratio(sumOf(values) + by, money.investable);
  // What need not be raised is not asked of sales that their terms forbid.
  const today = money.mustRaise
    ? 0
    : weightOf(
        account.holdings.map(({ value }) => value),
        0n,
      );
  if (weightOf(low, -few) > Math.max(sum, today)) return false;
  return !money.mustRaise || !raisesOnly || weightOf(high, few) >= sum;
}

/** A weight as a value; what is held fast, or is where it should be, must not become a trade by its last digit. */
export function goalOf(
  { account, money, now }: Occasion,
  { low, high }: Limits,
  weights: Float64Array,
  place: number,
): bigint {
  const weight = weights[place]!;
  const [lowest, highest] = [low[place]!, high[place]!];
  const { value } = account.holdings[place]!;
  if (weight === now.products[place] && lowest <= value && value <= highest) return value;
  if (weight === ratio(lowest, money.investable)) return lowest;
  if (weight === ratio(highest, money.investable)) return highest;
  return least(highest, most(lowest, shareOf(money.investable, weight)));
}
