import { compare, ratio, shareOf } from '../account/exact.js';
import { sumOf } from '../lots/take-lots.js';
import {
  type Allowed,
  ANY_TRADE,
  findAllowed,
  goalOf,
  type LeftOut,
  type TradeTerms,
  type Wanted,
} from './allowed.js';
import { isAmbiguous } from './ambiguity.js';
import type { Hindrance } from './bounds.js';
import { byFunding } from './by-funding.js';
import { type CapRow, filledCaps, withoutRounding } from './caps.js';
import { destinationWeights } from './destination-weights.js';
import { type Limits, NOTHING_BOUGHT, openLimits, raiseOnly } from './limits.js';
import { nearestMeasured } from './nearest-measured.js';
import { sellToCaps } from './nearest-within-caps.js';
import { roundUp, withoutNeedless } from './round-up.js';
import type { Occasion } from './situation.js';
import { soldDown } from './sold-down.js';
import { sumOfWeights, weightsOf } from './weights-of.js';
import { destinationWithinReach, missedBy } from './within-reach.js';

/** The values to trade to, by the places of the holdings, in smallest units of the account's currency. */
export interface Goals {
  /** What the destination asks for if nothing stands in the way. */
  readonly wanted: readonly bigint[];
  /** What is possible. */
  readonly values: readonly bigint[];
  /** What is possible if units need not be whole: what numbers of them are to come near to. */
  readonly sought: readonly bigint[];
  /** The exact weights behind the values. */
  readonly weights: Float64Array;
  readonly isReached: boolean;
  /** Whether something has its zone out of reach, so that no other aim brings it there. Default false. */
  readonly isBeyondReach?: boolean;
  readonly isAmbiguous: boolean;
  /** Why products cannot be bought or sold as the destination asks for, limits of the funding included. */
  readonly buyHindrances: readonly (readonly Hindrance[])[];
  readonly sellHindrances: readonly (readonly Hindrance[])[];
  /** Trades left out because they are below the product's own minimum. */
  readonly leftOut: LeftOut;
  /** Least and most value of each holding, limits of the funding and minimum holdings that are kept included. */
  readonly low: readonly bigint[];
  readonly high: readonly bigint[];
  /** The least values that could be asked for, minimum holdings aside. */
  readonly least: readonly bigint[];
  /** Caps of issuers and groups that the values fill up. */
  readonly capped: readonly CapRow[];
}

/** Finds the values to trade to: the destination itself, or what comes nearest to it. */
export function findGoals(occasion: Occasion, terms: TradeTerms): Goals {
  if (occasion.money.investable <= 0n) return everythingSold(occasion);
  if (occasion.task === 'raise') return seek(occasion, raiseOnly(occasion), terms);
  return byFunding(occasion, {
    seek: (limits) => seek(occasion, limits(occasion), terms),
    sellDown: (limits) => sellDown(occasion, limits(occasion)),
  });
}

/** What is above its destination is sold down to it; the proceeds stay money. */
export function sellDown(occasion: Occasion, limits: Limits): Goals {
  const { money, now } = occasion;
  const destination = destinationWeights(occasion).products;
  const shareOfWhole = (value: bigint): number => ratio(value, money.investable);
  const low = weightsOf(limits.low, shareOfWhole);
  const own = soldDown(occasion, low, weightsOf(limits.high, shareOfWhole));
  const weights = sellToCaps(occasion, limits, own);
  if (money.mustRaise && sumOfWeights(weights) > 1) return seek(occasion, limits, ANY_TRADE);
  // Sales that would only pay for purchases are not wanted.
  const isEnough = (weight: number, i: number): boolean =>
    weight < now.products[i]! && own[i]! > low[i]!;
  const wanted = destination.map((weight, i) => (isEnough(weight, i) ? own[i]! : weight));
  const buy = limits.buy.map(() => [NOTHING_BOUGHT]);
  return describe(
    occasion,
    { ...limits, buy },
    {
      wanted,
      weights,
      isReached: false,
      isBeyondReach: false,
      isAmbiguous: false,
      leftOut: new Map(),
      sought: undefined,
      low: limits.low,
      asked: limits,
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
    sought: limits.low,
    weights: new Float64Array(length),
    isReached: limits.low.every((low) => low === 0n),
    isAmbiguous: false,
    buyHindrances: limits.buy,
    sellHindrances: limits.sell,
    leftOut: new Map(),
    low: limits.low,
    high: limits.high,
    least: limits.low,
    capped: [],
  };
}

/**
 * The destination, or what is nearest to it within limits, with no trade that a product's terms do not allow: it is left out, or made as
 * large as they ask for where that brings inside its band what is outside without it.
 */
export function seek(occasion: Occasion, limits: Limits, terms: TradeTerms): Goals {
  const wanted = wantedWeights(occasion);
  const come = (aimed: Wanted): Come => comeTo(occasion, limits, aimed, terms);
  const first = come(wanted);
  const low = withMinimums(limits, first.found);
  const aimed = destinationWithinReach(occasion, { ...limits, low }, first.found.weights) ?? wanted;
  const isWithin = aimed === wanted;
  const { without, found } = isWithin ? first : come(aimed);
  return describe(occasion, found.limits, {
    wanted: wanted.products,
    weights: found.weights,
    isReached: found.isReached && isWithin,
    isBeyondReach: !isWithin,
    isAmbiguous: found.isSolved && isAmbiguous(occasion, limits.low, found.limits.high),
    leftOut: found.leftOut,
    sought: soughtIn(occasion, limits, without.leftOut, aimed, terms),
    isAround: without.changed.length > 0,
    low: withMinimums(limits, found),
    asked: limits,
  });
}

/** What comes nearest with no trade that a product's terms do not allow. */
interface Come {
  /** With what is too small left out. */
  readonly without: Allowed;
  readonly found: Allowed;
}

function comeTo(occasion: Occasion, limits: Limits, aimed: Wanted, terms: TradeTerms): Come {
  const find = (tried: Limits): Allowed => {
    const one = findAllowed(occasion, tried, aimed, terms);
    const isAsAsked = tried === limits && one.changed.length === 0;
    return isAsAsked ? one : aimedAround(occasion, one, terms);
  };
  const without = find(limits);
  const best = (one: Allowed): Allowed => roundUp(occasion, one, aimed.sum, find);
  const found = withoutNeedless(occasion, best(without), limits, (tried) => best(find(tried)));
  if (!found.isOpen) return { without, found };
  // What no sale within its terms raises is raised by more than it takes.
  const { soldInstead: _, ...others } = terms;
  const raised = findAllowed(occasion, limits, aimed, others);
  return { without: raised, found: roundUp(occasion, raised, aimed.sum, find) };
}

/** What can still move is aimed at anew with what then cannot where it is. */
function aimedAround(occasion: Occasion, found: Allowed, terms: TradeTerms): Allowed {
  const around = destinationWithinReach(occasion, found.limits, found.weights);
  if (around === undefined) return found;
  const next = findAllowed(occasion, found.limits, around, terms);
  if (missedBy(occasion, next.weights) > missedBy(occasion, found.weights)) return found;
  const leftOut = new Map([...found.leftOut, ...next.leftOut]);
  const changed = [...found.changed, ...next.changed];
  return { ...next, asked: found.asked, leftOut, changed, isReached: false };
}

/** The least values, with the minimum holdings that are kept. */
function withMinimums({ low }: Limits, { changed, limits }: Allowed): bigint[] {
  if (changed.length === 0) return low;
  const lowest = [...low];
  for (const { place, amount, made } of changed) {
    if (amount < made && made < 0n) lowest[place] = limits.low[place]!;
  }
  return lowest;
}

/** The values to come near to where purchases are left out because their units must be whole. */
function soughtIn(
  occasion: Occasion,
  limits: Limits,
  leftOut: LeftOut,
  aimed: Wanted,
  terms: TradeTerms,
): readonly bigint[] | undefined {
  const { isPossible, isCounted } = terms;
  const isCut = ([place, amount]: readonly [number, bigint]): boolean =>
    amount > 0n && isCounted(place, amount);
  if (![...leftOut].some(isCut)) return undefined;
  const { weights } = findAllowed(occasion, limits, aimed, {
    ...terms,
    isPossible: (place, amount) => isCounted(place, amount) || isPossible(place, amount),
  });
  return occasion.account.holdings.map((_, i) => goalOf(occasion, limits, weights, i));
}

/** The destination; where money is only raised, what is left of today's holdings that comes nearest to the target. */
function wantedWeights(occasion: Occasion): Wanted {
  if (occasion.task === 'rebalance') return destinationWeights(occasion);
  const { account, aim, now } = occasion;
  const { holdings } = account;
  const held = sumOfWeights(now.products);
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

function describe(
  occasion: Occasion,
  limits: Limits,
  found: Pick<Goals, 'weights' | 'isReached' | 'isAmbiguous' | 'leftOut' | 'low'> & {
    readonly wanted: Float64Array;
    readonly isBeyondReach: boolean;
    /** Absent where it is what is possible. */
    readonly sought: readonly bigint[] | undefined;
    /** Whether trades are of a fixed size, so that others must pay for them to the unit. Default false. */
    readonly isAround?: boolean;
    readonly asked: Limits;
  },
): Goals {
  const { account, caps, money, lost = 0n } = occasion;
  const { investable } = money;
  const rounded = account.holdings.map((_, i) => goalOf(occasion, limits, found.weights, i));
  const kept = withoutRounding(rounded, caps, limits.low, investable - lost);
  const values = found.isAround === true ? paidFor(occasion, limits, found.weights, kept) : kept;
  return {
    wanted: account.holdings.map((_, i) => shareOf(investable, found.wanted[i]!)),
    values,
    sought: found.sought ?? values,
    weights: found.weights,
    isReached: found.isReached,
    isBeyondReach: found.isBeyondReach,
    isAmbiguous: found.isAmbiguous,
    buyHindrances: limits.buy,
    sellHindrances: limits.sell,
    leftOut: found.leftOut,
    low: found.low,
    high: found.asked.high,
    least: found.asked.low,
    capped: filledCaps(values, caps, investable - lost),
  };
}

/** Takes what rounding each value to the smallest unit has put above the whole out of what is sold: a purchase at its least would not be made for want of a unit. */
function paidFor(
  { account: { holdings }, money }: Occasion,
  { low }: Limits,
  weights: Float64Array,
  values: readonly bigint[],
): readonly bigint[] {
  const over = sumOf(values) - shareOf(money.investable, sumOfWeights(weights));
  if (over <= 0n || over > BigInt(values.length)) return values;
  const canSpare = (side: 1 | -1): number =>
    values.findIndex(
      (value, i) => compare(value, holdings[i]!.value) === side && value - over >= low[i]!,
    );
  // A purchase that can be smaller is.
  const place = canSpare(1) >= 0 ? -1 : canSpare(-1);
  return values.map((value, i) => (i === place ? value - over : value));
}
