import { inner, type LinearRows, solveLp } from '../../numerics/index.js';
import { varianceOf } from '../utility.js';
import { exposuresOf } from './measure.js';
import type { Placed } from './nearest.js';
import type { Occasion } from './situation.js';
import { sumOfWeights } from './weights-of.js';

/** What a set of trades is sought for. */
export interface FewestProblem {
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly wanted: Float64Array;
  readonly reference: Float64Array;
  /** Whether a change of weight at a place is one that can be traded. */
  readonly isPossible: (place: number, change: number) => boolean;
  /** Between which weights a place may come to lie where it is traded: what is left of it by sales, and what purchases make of it. */
  readonly ranges: (place: number) => readonly WeightRange[];
}

/** Both weights included. */
export interface WeightRange {
  readonly low: number;
  readonly high: number;
}

/** Conditions on all weights, and what they sum to. */
export interface Conditions {
  readonly limits: LinearRows;
  readonly sum: number;
}

/** Conditions that are missed by less than this are left to the solver. */
const MARGIN = 1e-9;

/** One condition on the changes of weights: Σ rates · change ≤ room. */
interface Condition {
  readonly rates: Float64Array;
  readonly room: number;
  /** Places, the lowest rate first. */
  readonly order: readonly number[];
}

/**
 * Whether a set of trades is sure to keep no bands: there is a condition that it cannot keep, even if it kept all others. Where it takes several bands
 * together to rule out a set their combination (Farkas) is kept as one more condition, which rules out other sets too.
 */
export function makeRefuter(
  { low, high }: Pick<FewestProblem, 'low' | 'high'>,
  now: Float64Array,
  { limits: { matrix, rhs }, sum }: Conditions,
): (places: readonly number[]) => boolean {
  const width = now.length;
  const budget = sum - sumOfWeights(now);
  const bands = Array.from(rhs, (limit, row): Condition => {
    const rates = matrix.slice(row * width, (row + 1) * width);
    return conditionOf(rates, limit - rates.reduce((used, rate, i) => used + rate * now[i]!, 0));
  });
  const conditions = [...bands];
  const isTraded = new Uint8Array(width);
  const isMissed = ({ rates, room, order }: Condition, places: readonly number[]): boolean => {
    // The least that the changes come to: all at their lowest, then the cheapest first until they sum to the budget.
    let left = budget;
    let least = 0;
    for (const i of places) {
      left -= low[i]! - now[i]!;
      least += rates[i]! * (low[i]! - now[i]!);
    }
    for (const i of order) {
      if (left <= 0) break;
      if (isTraded[i] === 0) continue;
      const more = Math.min(left, high[i]! - low[i]!);
      left -= more;
      least += rates[i]! * more;
    }
    return left > MARGIN || left < -MARGIN || least > room + MARGIN;
  };
  return (places) => {
    isTraded.fill(0);
    for (const i of places) isTraded[i] = 1;
    const known = conditions.findIndex((one) => isMissed(one, places));
    if (known >= 0) {
      // What has ruled out one set is likely to rule out the next.
      conditions.unshift(...conditions.splice(known, 1));
      return true;
    }
    const both = combined(bands, places, { low, high, now, budget });
    if (both === undefined || !isMissed(both, places)) return false;
    conditions.unshift(both);
    return true;
  };
}

/** The combination of bands that shows that a set can keep no changes within all of them; nothing where it can. */
function combined(
  bands: readonly Condition[],
  places: readonly number[],
  {
    low,
    high,
    now,
    budget,
  }: Pick<FewestProblem, 'low' | 'high'> & {
    readonly now: Float64Array;
    readonly budget: number;
  },
): Condition | undefined {
  const pick = (rates: ArrayLike<number>): number[] => places.map((i) => rates[i]!);
  const answer = solveLp({
    cost: new Float64Array(places.length),
    rows: {
      matrix: Float64Array.from([
        ...bands.flatMap(({ rates }) => pick(rates)),
        ...places.map(() => 1),
      ]),
      lower: Float64Array.from([...bands.map(() => Number.NEGATIVE_INFINITY), budget]),
      upper: Float64Array.from([...bands.map(({ room }) => room), budget]),
    },
    lower: Float64Array.from(places, (i) => low[i]! - now[i]!),
    upper: Float64Array.from(places, (i) => high[i]! - now[i]!),
  });
  if (answer.status !== 'infeasible') return undefined;
  const rates = new Float64Array(now.length);
  let room = 0;
  bands.forEach((band, row) => {
    const weight = Math.max(0, -answer.farkas.rows[row]!);
    for (let i = 0; i < rates.length; i++) rates[i]! += weight * band.rates[i]!;
    room += weight * band.room;
  });
  const size = rates.reduce((most, rate) => Math.max(most, Math.abs(rate)), 0) || 1;
  return conditionOf(
    rates.map((rate) => rate / size),
    room / size,
  );
}

function conditionOf(rates: Float64Array, room: number): Condition {
  const order = Array.from(rates.keys()).sort((a, b) => rates[a]! - rates[b]! || a - b);
  return { rates, room, order };
}

/**
 * What no weights can be nearer than when a set is traded: the least distance of any changes that sum to what they must, in closed form.
 *
 * @param space today's weights, free money behind those of the holdings where it is one of the places, and what all sum to.
 */
export function makeLeastDistance(
  occasion: Occasion,
  { wanted, reference }: Pick<FewestProblem, 'wanted' | 'reference'>,
  { now, sum }: { readonly now: Float64Array; readonly sum: number },
): (places: readonly number[]) => number {
  const { account, inside } = occasion;
  const budget = sum - sumOfWeights(now);
  const isByProduct = inside.policy.measure === 'products';
  const items = itemsOf(occasion, now.length);
  const apart = isByProduct
    ? now.map((weight, i) => weight - reference[i]!)
    : exposuresOf(account.holdings, (_, i) => now[i]!, inside).map((one, k) => one - wanted[k]!);
  const start = distanceOf(now, { wanted, reference }, occasion);
  const slope = items.map(({ pull }, i) => (isByProduct ? apart[i]! : inner(pull, apart)));
  const bend = items.map(({ exposures }, i) =>
    items.map(({ pull }, j) => (isByProduct ? Number(i === j) : inner(exposures, pull))),
  );
  return (places) => {
    // The last change is what the others leave.
    const last = places.at(-1)!;
    const others = places.slice(0, -1);
    const constant = start + budget * (2 * slope[last]! + budget * bend[last]![last]!);
    const pulls = others.map(
      (i) => slope[i]! - slope[last]! + budget * (bend[i]![last]! - bend[last]![last]!),
    );
    const bends = others.map((i) =>
      others.map((j) => bend[i]![j]! - bend[i]![last]! - bend[last]![j]! + bend[last]![last]!),
    );
    return Math.max(0, constant - gainOf(bends, pulls));
  };
}

/** Pivots below this part of their entry are rounding. */
const NO_PIVOT = 1e-9;

/** p'B⁻¹p, the most by which d'Bd + 2p'd falls below 0, by Cholesky's method; no limit where B leaves a direction without a bend. */
function gainOf(bends: number[][], pulls: number[]): number {
  let gain = 0;
  for (let k = 0; k < pulls.length; k++) {
    const row = bends[k]!;
    const entry = row[k]!;
    for (let m = 0; m < k; m++) {
      const factor = row[m]! / bends[m]![m]!;
      for (let j = m + 1; j < row.length; j++) row[j]! -= factor * bends[m]![j]!;
      pulls[k]! -= factor * pulls[m]!;
    }
    if (!(row[k]! > NO_PIVOT * entry)) return Number.POSITIVE_INFINITY;
    gain += (pulls[k]! * pulls[k]!) / row[k]!;
  }
  return gain;
}

/** What is inside the holdings, and behind them in money, which is nothing that is measured. */
export function itemsOf({ account, inside }: Occasion, count: number): readonly Placed['item'][] {
  const items: Placed['item'][] = account.holdings.map(({ item }) => item);
  const nothing = new Float64Array(inside.assetClasses.length);
  while (items.length < count) items.push({ exposures: nothing, pull: nothing });
  return items;
}

/** Tracking variance, or the squared distance of class weights where no covariance is known; of product weights where they are measured. */
export function distanceOf(
  weights: Float64Array,
  { wanted, reference }: Pick<FewestProblem, 'wanted' | 'reference'>,
  { account, inside }: Occasion,
): number {
  const squared = (apart: Float64Array): number => apart.reduce((sum, one) => sum + one * one, 0);
  if (inside.policy.measure === 'products') {
    return squared(weights.map((weight, i) => weight - reference[i]!));
  }
  const classes = exposuresOf(account.holdings, (_, i) => weights[i]!, inside);
  const apart = classes.map((weight, k) => weight - wanted[k]!);
  const { utility } = inside.policy;
  return utility === undefined ? squared(apart) : varianceOf(utility, apart);
}
