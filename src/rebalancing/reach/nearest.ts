import { AptfolioError } from '../../errors/index.js';
import {
  denseRisk,
  type LinearRows,
  minimiseAt,
  type ParametricRows,
  type Workspace,
} from '../../numerics/index.js';
import type { CompiledProduct } from '../policy/compile-product.js';

/** What of a holding its place in the portfolio depends on. */
export interface Placed {
  readonly item: Pick<CompiledProduct, 'exposures' | 'pull'>;
}

/** What product weights are sought. */
export interface NearestProblem {
  readonly holdings: readonly Placed[];
  /** Least and most weight of each holding. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** What the weights sum to, between the sums of both bounds. */
  readonly sum: number;
  /** Class weights to come near to. */
  readonly wanted: Float64Array;
  /** Product weights to stay near to where several fit equally well. */
  readonly reference: Float64Array;
  /** Today's weights: what the solver leaves there to its last digits stays there. */
  readonly now: Float64Array;
  /** Further conditions Gx ≤ h over all holdings. */
  readonly limits?: LinearRows;
}

/** Weight of the wish to stay near the reference, where several fit equally well. */
const NEARNESS = 1e-8;

/** Each pass takes what that wish costs in tracking to the order of its own size: what the last one missed is wanted once more on top. */
const PASSES = 3;

/** The solver's last digits: less than a unit in ten thousand million. */
const NOISE = 1e-10;

/**
 * The product weights of least tracking variance within bounds; of several, those nearest to a reference. `undefined` if the further
 * conditions leave none.
 *
 * Source: the method of multipliers, M. R. Hestenes, Multiplier and Gradient Methods, Journal of Optimization Theory and Applications 4 (1969) 303–320, which
 * comes to what is nearest where classes are out of reach: A. Chiche and J. C. Gilbert, Journal of Convex Analysis 23 (2016) 425–459.
 */
export function nearest(problem: NearestProblem): Float64Array | undefined {
  const { holdings, low, high, sum, limits } = problem;
  const weights = Float64Array.from(low);
  const free: number[] = [];
  for (let i = 0; i < holdings.length; i++) if (high[i]! > low[i]!) free.push(i);
  if (free.length === 0)
    return limits === undefined || meets(weights, limits) ? weights : undefined;

  const size = free.length;
  const covariances = covariancesOf(holdings, free);
  let largest = 0;
  for (let a = 0; a < size; a++) largest = Math.max(largest, covariances[a * size + a]!);
  const near = NEARNESS * (largest || 1);
  const hessian = Float64Array.from(covariances);
  for (let a = 0; a < size; a++) hessian[a * size + a]! += near;
  const pull = pullOf(problem, free);
  let fixed = 0;
  for (let i = 0; i < holdings.length; i++) if (!(high[i]! > low[i]!)) fixed += low[i]!;
  const reference = pick(problem.reference, free);
  const linear = new Float64Array(size);
  const program = {
    risk: denseRisk(hessian, size),
    size,
    linear,
    slope: new Float64Array(size),
    lower: pick(low, free),
    upper: pick(high, free),
    rows: rowsOf(sum - fixed, size, limits && overFree(limits, low, free)),
  };

  let point = reference;
  const drawn = Float64Array.from(pull);
  const workspace: Workspace = { position: undefined };
  for (let pass = 0; pass < PASSES; pass++) {
    for (let a = 0; a < size; a++) linear[a] = 0 - drawn[a]! - near * reference[a]!;
    // The matrix is a checked covariance with a little on its diagonal, so that nothing is left to be checked.
    const result = minimiseAt(program, 0, { workspace });
    if (result.status === 'infeasible' && limits !== undefined) return undefined;
    if (result.status !== 'optimal') {
      throw new AptfolioError('no-convergence', 'account', 'an account that the solver can solve');
    }
    const from = point;
    point = result.x.map((x, a) => Math.min(program.upper[a]!, Math.max(program.lower[a]!, x)));
    const isSettled = point.every((weight, a) => weight === from[a]);
    // What has not moved would not move in a further pass either.
    if (isSettled) break;
    addMissing(drawn, pull, covariances, point);
  }
  free.forEach((i, a) => {
    weights[i] = stay(point[a]!, problem.now[i]!);
  });
  return weights;
}

/** What a solver moves by its last digits only is not to move. */
export function stay(weight: number, now: number): number {
  return Math.abs(weight - now) <= NOISE ? now : weight;
}

/** Adds what a point leaves to be reached. */
function addMissing(
  drawn: Float64Array,
  pull: Float64Array,
  covariances: Float64Array,
  point: Float64Array,
): void {
  const size = point.length;
  for (let a = 0; a < size; a++) {
    let reached = 0;
    for (let b = 0; b < size; b++) reached += covariances[a * size + b]! * point[b]!;
    drawn[a]! += pull[a]! - reached;
  }
}

function pick(values: Float64Array, places: readonly number[]): Float64Array {
  const picked = new Float64Array(places.length);
  for (let a = 0; a < places.length; a++) picked[a] = values[places[a]!]!;
  return picked;
}

/** The budget that all must be used of, and the further conditions below it. */
function rowsOf(budget: number, size: number, limits: LinearRows | undefined): ParametricRows {
  const count = 1 + (limits === undefined ? 0 : limits.rhs.length);
  const matrix = new Float64Array(count * size).fill(1, 0, size);
  const lower = new Float64Array(count).fill(Number.NEGATIVE_INFINITY);
  const upper = new Float64Array(count);
  lower[0] = budget;
  upper[0] = budget;
  if (limits !== undefined) {
    matrix.set(limits.matrix, size);
    upper.set(limits.rhs, 1);
  }
  return { count, matrix, lower, upper };
}

/** Covariances between the products whose weights are free, row-major. */
function covariancesOf(holdings: readonly Placed[], free: readonly number[]): Float64Array {
  const size = free.length;
  const matrix = new Float64Array(size * size);
  for (let a = 0; a < size; a++) {
    const { exposures } = holdings[free[a]!]!.item;
    for (let b = a; b < size; b++) {
      const value = innerProduct(exposures, holdings[free[b]!]!.item.pull);
      matrix[a * size + b] = value;
      matrix[b * size + a] = value;
    }
  }
  return matrix;
}

/** Covariance of each free product with what the fixed ones leave to be reached. */
function pullOf(
  { holdings, low, high, wanted }: NearestProblem,
  free: readonly number[],
): Float64Array {
  const missing = Float64Array.from(wanted);
  holdings.forEach(({ item: { exposures } }, i) => {
    if (high[i]! > low[i]! || low[i] === 0) return;
    for (let k = 0; k < missing.length; k++) missing[k]! -= low[i]! * exposures[k]!;
  });
  return Float64Array.from(free, (i) => innerProduct(missing, holdings[i]!.item.pull));
}

/** Conditions on what is free, the rest being held at its least. */
function overFree(limits: LinearRows, low: Float64Array, free: readonly number[]): LinearRows {
  const width = low.length;
  const isFree = new Set(free);
  const matrix = new Float64Array(limits.rhs.length * free.length);
  const rhs = Float64Array.from(limits.rhs, (limit, row) => {
    free.forEach((i, a) => {
      matrix[row * free.length + a] = limits.matrix[row * width + i]!;
    });
    let rest = limit;
    let least = 0;
    for (let i = 0; i < width; i++) {
      const share = limits.matrix[row * width + i]! * low[i]!;
      if (isFree.has(i)) least += share;
      else rest -= share;
    }
    // The least weights may fill a limit up, to the last digit.
    return Math.abs(rest - least) <= TOLERANCE ? least : rest;
  });
  return { matrix, rhs };
}

const TOLERANCE = 1e-12;

function meets(weights: Float64Array, { matrix, rhs }: LinearRows): boolean {
  return rhs.every((limit, row) => {
    let sum = 0;
    for (let i = 0; i < weights.length; i++) sum += matrix[row * weights.length + i]! * weights[i]!;
    return sum <= limit + TOLERANCE;
  });
}

function innerProduct(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!;
  return sum;
}
