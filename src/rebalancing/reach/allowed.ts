import { least, most, ratio, shareOf, sizeOf } from '../account/exact.js';
import type { Limits } from './limits.js';
import { isWithinCaps, nearestRaising, nearestWithinCaps } from './nearest-within-caps.js';
import type { Occasion } from './situation.js';
import { totalOf, weightsOf } from './weights-of.js';

/** Trades that are left out, by place, with their amount: above zero not bought, below not sold. */
export type LeftOut = ReadonlyMap<number, bigint>;

/** What can be bought of the products, and sold, in smallest units of the account's currency. */
export interface Purchases {
  /** Whether a purchase is too small to be made or one that the product's terms allow. */
  readonly isPossible: (place: number, amount: bigint) => boolean;
  /** Whether what is too small fails because its units must be whole, so that it may be rounded up as well as down. */
  readonly isCounted: (place: number, amount: bigint) => boolean;
  /** The least purchase that is made and that the terms allow; absent where none is found. */
  readonly leastOf: (place: number) => bigint | undefined;
  /** Default: any sale can be made. */
  readonly sales?: Sales | undefined;
}

/** What can be sold, as amounts above zero. */
export interface Sales {
  /** Whether a sale is too small to be made or one that the product's terms allow. */
  readonly isPossible: (place: number, amount: bigint) => boolean;
  /** The least sale that is made and that the terms allow; absent where so much cannot be sold. */
  readonly leastOf: (place: number) => bigint | undefined;
}

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
  readonly leftOut: LeftOut;
  /** Those asked for, and those with nothing traded of what is left out. */
  readonly asked: Limits;
  readonly limits: Limits;
}

/** Leaves the smallest trade out that is not allowed until all are. */
export function findAllowed(
  occasion: Occasion,
  asked: Limits,
  wanted: Wanted,
  purchases: Purchases,
): Allowed {
  const { holdings } = occasion.account;
  const leftOut = new Map<number, bigint>();
  let limits = asked;
  let weights = isWithin(occasion, limits, wanted.products) ? wanted.products : undefined;
  const isWhole = weights !== undefined;
  let isSolved = false;
  for (;;) {
    if (weights === undefined) {
      weights = findNearest(occasion, limits, wanted);
      isSolved = true;
    }
    const small = smallestImpossible(occasion, limits, weights, leftOut, purchases);
    if (small === undefined) break;
    const { place, amount } = small;
    leftOut.set(place, amount);
    const { value } = holdings[place]!;
    const [low, high] = [[...limits.low], [...limits.high]];
    high[place] = most(low[place]!, value);
    if (amount < 0n) low[place] = value;
    limits = { ...limits, low, high };
    weights = undefined;
  }
  const isReached = isWhole && leftOut.size === 0;
  return { weights, isReached, isSolved, leftOut, asked, limits };
}

/** The weights within limits that come nearest to what is wanted, whatever the terms of purchases. */
export function findNearest(occasion: Occasion, limits: Limits, wanted: Wanted): Float64Array {
  const { account, money, now, task } = occasion;
  const low = weightsOf(limits.low, (value) => ratio(value, money.investable));
  const high = weightsOf(limits.high, (value, i) =>
    Math.max(low[i]!, ratio(value, money.investable)),
  );
  const { holdings } = account;
  const sum = Math.min(totalOf(high), Math.max(totalOf(low), wanted.sum));
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
  return limits.raisesOnly === true
    ? nearestRaising(occasion, problem)
    : nearestWithinCaps(occasion, problem);
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

/** Of the trades that are worth making but that the product's terms do not allow, the smallest. What is above its most must be sold. */
function smallestImpossible(
  occasion: Occasion,
  limits: Limits,
  weights: Float64Array,
  leftOut: LeftOut,
  { isPossible, sales }: Purchases,
): { readonly place: number; readonly amount: bigint } | undefined {
  let smallest: { readonly place: number; readonly amount: bigint } | undefined;
  occasion.account.holdings.forEach(({ value }, place) => {
    if (leftOut.has(place)) return;
    const amount = goalOf(occasion, limits, weights, place) - value;
    const isFine =
      amount > 0n
        ? isPossible(place, amount)
        : value > limits.high[place]! || (sales?.isPossible(place, -amount) ?? true);
    if (amount === 0n || isFine) return;
    if (smallest === undefined || sizeOf(amount) < sizeOf(smallest.amount)) {
      smallest = { place, amount };
    }
  });
  return smallest;
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
