import { power } from '../../numerics/index.js';
import { objectiveOf, weightsOf } from '../fit/fit-program.js';
import { fitParts, type PreparedSelection, partsOf } from '../prepare.js';
import type { FoundWeights } from './find-products.js';

/** The cheapest products within a tracking error. */
export interface Cheapest {
  readonly weights: FoundWeights;
  /** Whether nothing cheaper is within it. */
  readonly proved: boolean;
}

/** A fit at one price of costs. */
interface Trial {
  readonly weights: Float64Array;
  readonly ids: readonly string[];
  /** Tracking variance. */
  readonly variance: number;
  readonly proved: boolean;
  /** Whether minimums, a number of products or sums that are charged once had to be searched for. */
  readonly searched: boolean;
}

/** The prices of costs between which the one is looked for, and how often the range is halved. */
const [LEAST, MOST, HALVINGS] = [1e-9, 1e6, 40];

/** Fits of one search while prices are tried; where sums are charged once nothing is proved anyway, and each search has many. */
const NODES = 200;
const NODES_WITH_SUMS = 25;

/** Tracking variances this close are equal. */
const EQUAL_VARIANCE = 1e-15;

/**
 * The products of least yearly cost whose tracking variance is within a budget; nothing where none are.
 *
 * Least cost under a budget of variance is the same as least variance + c × cost for the right price c: the variance grows with c,
 * without jumps, so c is found by halving. Between the last two fits the weights are mixed so that the budget is met exactly. With minimums,
 * a number of products or sums that are charged once the variance does jump; then the cheapest of the fits within the budget is given, and not proved.
 *
 * Source: S. Boyd and L. Vandenberghe, Convex Optimization (2004), section 5.5, for the price of a constraint.
 */
export function findCheapest(given: PreparedSelection, budget: number): Cheapest | undefined {
  const hasSums = partsOf(given).charges.some(({ once }) => once.entry + once.leaving > 0);
  const maxNodes = hasSums ? NODES_WITH_SUMS : NODES;
  const prepared = { ...given, terms: { ...given.terms, maxNodes } };
  const isWithin = ({ variance }: Trial): boolean => variance <= budget + EQUAL_VARIANCE;
  const cheapest = tryPrice(prepared, MOST);
  const nearest = tryPrice(prepared, 0);
  if (cheapest === undefined || nearest === undefined) return undefined;
  // Where nothing but an exact fit is wanted that of least cost is the nearest.
  if (budget === 0 && isWithin(nearest)) return answer(nearest, nearest.weights, nearest.proved);
  if (isWithin(cheapest)) return answer(cheapest, cheapest.weights, cheapest.proved);
  if (!isWithin(nearest)) return undefined;
  let [inside, outside] = [nearest, cheapest];
  let [low, high] = [LEAST, MOST];
  for (let halving = 0; halving < HALVINGS; halving++) {
    const price = power(low * high, 0.5);
    const trial = tryPrice(prepared, price);
    if (trial !== undefined && isWithin(trial)) [inside, low] = [trial, price];
    else [outside, high] = [trial ?? outside, price];
  }
  if (inside.searched || outside.searched) return answer(inside, inside.weights, false);
  return answer(inside, mix(inside, outside, budget), true);
}

function answer({ ids }: Trial, weights: Float64Array, proved: boolean): Cheapest {
  const held = ids.flatMap((id, i) => (weights[i]! > 0 ? [[id, weights[i]!] as const] : []));
  return { weights: new Map(held), proved };
}

function tryPrice(prepared: PreparedSelection, costAversion: number): Trial | undefined {
  const terms = { ...prepared.terms, costAversion };
  const { found, parts } = fitParts({ ...prepared, terms });
  if (found.status !== 'proved' && found.status !== 'open') return undefined;
  const { program, fit, status, splitBy } = found;
  const { cost: _, ...tracking } = program;
  return {
    weights: weightsOf(program, fit.z),
    ids: parts.products.map(({ id }) => id),
    variance: objectiveOf(tracking, fit.z),
    proved: status === 'proved',
    searched: splitBy.states || splitBy.number || splitBy.charges,
  };
}

/** As much of what lies outside the budget as brings the variance up to it: between two close fits it is all but straight. */
function mix(inside: Trial, outside: Trial, budget: number): Float64Array {
  const room = outside.variance - inside.variance;
  const part = room > EQUAL_VARIANCE ? Math.max(0, budget - inside.variance) / room : 0;
  return inside.weights.map((weight, i) => weight + part * (outside.weights[i]! - weight));
}
