import { least, most, ratio, shareOf } from '../account/exact.js';
import { sumOf } from '../lots/take-lots.js';
import { isAmbiguous } from './ambiguity.js';
import type { Hindrance } from './bounds.js';
import { destinationWeights } from './destination-weights.js';
import {
  type Limits,
  NOTHING_BOUGHT,
  nothingBought,
  nothingSold,
  nothingToSpend,
  openLimits,
  raiseOnly,
  saleLimits,
} from './limits.js';
import { keepInBands, nearestMeasured } from './nearest-measured.js';
import type { Occasion } from './situation.js';

/** The values to trade to, by the places of the holdings, in smallest units of the account's currency. */
export interface Goals {
  /** What the destination asks for if nothing stands in the way. */
  readonly wanted: readonly bigint[];
  /** What is possible. */
  readonly values: readonly bigint[];
  /** The exact weights behind the values. */
  readonly weights: Float64Array;
  readonly isReached: boolean;
  readonly isAmbiguous: boolean;
  /** Why products cannot be bought or sold as the destination asks for, limits of the funding included. */
  readonly buyHindrances: readonly (readonly Hindrance[])[];
  readonly sellHindrances: readonly (readonly Hindrance[])[];
  /** Purchases left out because they are below the product's own minimum, by place, with their amount. */
  readonly leftOut: ReadonlyMap<number, bigint>;
  /** Least and most value of each holding, limits of the funding included. */
  readonly low: readonly bigint[];
  readonly high: readonly bigint[];
}

/** Whether a purchase, in smallest units of the account's currency, is too small to be made or one that the product's terms allow. */
export type IsPossiblePurchase = (place: number, amount: bigint) => boolean;

/** Finds the values to trade to: the destination itself, or what comes nearest to it. */
export function findGoals(occasion: Occasion, isPossible: IsPossiblePurchase): Goals {
  const { funding } = occasion.inside.policy;
  if (occasion.money.investable <= 0n) return everythingSold(occasion);
  if (occasion.task === 'raise') return seek(occasion, raiseOnly(occasion), isPossible);
  switch (funding) {
    case 'full':
      return seek(occasion, openLimits(occasion), isPossible);
    case 'buy-only': {
      const limits = occasion.money.mustRaise ? nothingToSpend(occasion) : nothingSold(occasion);
      return seek(occasion, limits, isPossible);
    }
    case 'sell-only':
      return sellOnly(occasion);
    case 'cash-first': {
      const goals = seek(occasion, nothingSold(occasion), isPossible);
      const limits = saleLimits(occasion, goals.weights);
      // What must be raised comes from others too where what is out of its band does not give enough.
      const isEnough = limits !== undefined && sumOf(limits.low) <= occasion.money.investable;
      return isEnough ? seek(occasion, limits, isPossible) : goals;
    }
  }
}

/** What is above its destination is sold down to it; the proceeds stay money. */
function sellOnly(occasion: Occasion): Goals {
  const { account, money } = occasion;
  const wanted = destinationWeights(occasion);
  const limits = nothingBought(occasion);
  const weights = wanted.products.map((weight, i) => {
    const now = ratio(account.holdings[i]!.value, money.investable);
    const low = ratio(limits.low[i]!, money.investable);
    const high = ratio(limits.high[i]!, money.investable);
    return Math.max(low, Math.min(now, weight, high));
  });
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (occasion.money.mustRaise && sum > 1) return seek(occasion, limits, () => true);
  const open = openLimits(occasion);
  return describe(
    occasion,
    { ...limits, buy: open.buy.map(() => [NOTHING_BOUGHT]) },
    {
      wanted: wanted.products,
      weights,
      isReached: false,
      isAmbiguous: false,
      leftOut: new Map(),
    },
  );
}

/** Nothing is left to invest: all goes that can go. */
function everythingSold(occasion: Occasion): Goals {
  const limits = openLimits(occasion);
  const { length } = occasion.account.holdings;
  return {
    wanted: limits.low.map(() => 0n),
    values: limits.low,
    weights: new Float64Array(length),
    isReached: limits.low.every((low) => low === 0n),
    isAmbiguous: false,
    buyHindrances: limits.buy,
    sellHindrances: limits.sell,
    leftOut: new Map(),
    low: limits.low,
    high: limits.high,
  };
}

/** The destination, or what is nearest to it within limits, with no purchase that a product's terms do not allow. */
function seek(occasion: Occasion, limits: Limits, isPossible: IsPossiblePurchase): Goals {
  const { holdings } = occasion.account;
  const wanted = wantedWeights(occasion);
  const leftOut = new Map<number, bigint>();
  let weights = isWithin(occasion, limits, wanted.products) ? wanted.products : undefined;
  const isReached = weights !== undefined;
  let solved = false;
  for (;;) {
    if (weights === undefined) {
      weights = solve(occasion, limits, wanted);
      solved = true;
    }
    const small = smallestImpossible(occasion, limits, weights, leftOut, isPossible);
    if (small === undefined) break;
    leftOut.set(small.place, small.amount);
    limits.high[small.place] = most(limits.low[small.place]!, holdings[small.place]!.value);
    weights = undefined;
  }
  return describe(occasion, limits, {
    wanted: wanted.products,
    weights,
    isReached: isReached && leftOut.size === 0,
    isAmbiguous: solved && isAmbiguous(occasion, limits.low, limits.high),
    leftOut,
  });
}

interface Wanted {
  readonly products: Float64Array;
  readonly classes: Float64Array;
  readonly sum: number;
}

/** The destination; where money is only raised, what is left of today's holdings that comes nearest to the target. */
function wantedWeights(occasion: Occasion): Wanted {
  if (occasion.task === 'rebalance') return destinationWeights(occasion);
  const { account, aim, now } = occasion;
  const { holdings } = account;
  const held = now.products.reduce((sum, weight) => sum + weight, 0);
  const sum = Math.min(1, held);
  const products = nearestMeasured(occasion, {
    holdings,
    low: new Float64Array(holdings.length),
    high: Float64Array.from(now.products),
    sum,
    wanted: aim.classes,
    reference: Float64Array.from(holdings, ({ target }) => target),
    now: now.products,
  })!;
  return { products, classes: aim.classes, sum };
}

function solve(occasion: Occasion, limits: Limits, wanted: Wanted): Float64Array {
  const { account, money, now, task } = occasion;
  const low = Float64Array.from(limits.low, (value) => ratio(value, money.investable));
  const high = Float64Array.from(limits.high, (value, i) =>
    Math.max(low[i]!, ratio(value, money.investable)),
  );
  const total = (weights: Float64Array): number => weights.reduce((sum, weight) => sum + weight, 0);
  const sum = Math.min(total(high), Math.max(total(low), wanted.sum));
  const { holdings } = account;
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
  return nearestMeasured(occasion, keepInBands(occasion, problem))!;
}

function isWithin({ money }: Occasion, { low, high }: Limits, weights: Float64Array): boolean {
  return weights.every((weight, i) => {
    const value = shareOf(money.investable, weight);
    return low[i]! <= value && value <= high[i]!;
  });
}

/** Of the purchases that are worth making but that the product's terms do not allow, the smallest. */
function smallestImpossible(
  occasion: Occasion,
  limits: Limits,
  weights: Float64Array,
  leftOut: ReadonlyMap<number, bigint>,
  isPossible: IsPossiblePurchase,
): { readonly place: number; readonly amount: bigint } | undefined {
  let smallest: { readonly place: number; readonly amount: bigint } | undefined;
  occasion.account.holdings.forEach(({ value }, place) => {
    if (leftOut.has(place)) return;
    const amount = goalOf(occasion, limits, weights, place) - value;
    if (amount <= 0n || isPossible(place, amount)) return;
    if (smallest === undefined || amount < smallest.amount) smallest = { place, amount };
  });
  return smallest;
}

/** A weight as a value; what is held fast, or is where it should be, must not become a trade by its last digit. */
function goalOf(
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

function describe(
  occasion: Occasion,
  limits: Limits,
  found: {
    readonly wanted: Float64Array;
    readonly weights: Float64Array;
    readonly isReached: boolean;
    readonly isAmbiguous: boolean;
    readonly leftOut: ReadonlyMap<number, bigint>;
  },
): Goals {
  const { investable } = occasion.money;
  return {
    wanted: Array.from(found.wanted, (weight) => shareOf(investable, weight)),
    values: occasion.account.holdings.map((_, i) => goalOf(occasion, limits, found.weights, i)),
    weights: found.weights,
    isReached: found.isReached,
    isAmbiguous: found.isAmbiguous,
    buyHindrances: limits.buy,
    sellHindrances: limits.sell,
    leftOut: found.leftOut,
    low: limits.low,
    high: limits.high,
  };
}
