import { eigenSymmetric, inner, multiply, solveQp } from '../numerics/index.js';
import { type LinearProgram, solveInOrder } from './linear-order.js';

/** What products must be fitted to. Vectors follow the products, ascending by id, and the asset classes. */
export interface FitProblem extends Tracking {
  /** Annual fee of each product. */
  readonly fees: Float64Array;
  /** Least and largest weight of each product. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/** What is needed to say how far weights are from the target. */
export interface Tracking {
  /** products × classes: the look-through of each product. */
  readonly exposures: readonly Float64Array[];
  /** classes × classes, row-major. */
  readonly covariance: Float64Array;
  /** Target weight of each class. */
  readonly target: Float64Array;
}

/** Weights with the two figures by which fits are compared. */
export interface Fit {
  readonly weights: Float64Array;
  /** (x − t)'Σ(x − t) with x the look-through and t the target. */
  readonly trackingVariance: number;
  readonly fee: number;
}

/** The best fit, or that no weights lie within the bounds, or that the solver gave up. */
export type FitResult =
  | { readonly status: 'fit'; readonly fit: Fit }
  | { readonly status: 'infeasible' }
  | { readonly status: 'no-convergence' };

/** Risk directions whose variance is below this part of the largest do not tell portfolios apart. */
const NO_VARIANCE = 1e-12;

/**
 * The fully invested weights of least tracking variance; among those the cheapest; among those the
 * one with most in the lowest id, then in the next.
 *
 * Portfolios of equal tracking variance are those that agree in every direction of risk, so the second
 * and third step are linear programs with one equation for each direction.
 */
export function fitProducts(problem: FitProblem): FitResult {
  const directions = riskDirections(problem);
  const aims = directions.map(({ aim }) => aim);
  // An exact fit is looked for first: it needs no quadratic program, and is exact in low-risk classes too.
  const exact = cheapest(problem, directions, aims);
  if (exact !== undefined) return fitted(problem, exact);
  const nearest = leastTracking(problem, directions);
  if (!(nearest instanceof Float64Array)) return nearest;
  const reached = directions.map(({ row }) => inner(row, nearest));
  return fitted(problem, cheapest(problem, directions, reached) ?? nearest);
}

interface RiskDirection {
  readonly variance: number;
  /** Exposure of each product to the direction. */
  readonly row: Float64Array;
  /** Exposure of the target. */
  readonly aim: number;
}

function riskDirections(problem: FitProblem): readonly RiskDirection[] {
  const { exposures, covariance, target } = problem;
  const classes = target.length;
  const { values, vectors } = eigenSymmetric(covariance, classes);
  const largest = values.reduce((most, value) => Math.max(most, value), 0);
  const directions: RiskDirection[] = [];
  values.forEach((variance, d) => {
    if (variance <= NO_VARIANCE * largest) return;
    const vector = Float64Array.from(target, (_, i) => vectors[i * classes + d]!);
    const row = Float64Array.from(exposures, (exposure) => inner(exposure, vector));
    directions.push({ variance, row, aim: inner(target, vector) });
  });
  return directions;
}

/** The cheapest weights with given exposures; nothing when no weights within the bounds have them. */
function cheapest(
  problem: FitProblem,
  directions: readonly RiskDirection[],
  exposures: readonly number[],
): Float64Array | undefined {
  const { lower, upper, fees } = problem;
  const ones = new Float64Array(fees.length).fill(1);
  const program: LinearProgram = {
    rows: [ones, ...directions.map(({ row }) => row)],
    values: [1, ...exposures],
    lower,
    upper,
  };
  return solveInOrder(program, fees);
}

function leastTracking(
  problem: FitProblem,
  directions: readonly RiskDirection[],
): Float64Array | Exclude<FitResult, { readonly status: 'fit' }> {
  const { lower, upper } = problem;
  const count = lower.length;
  const hessian = new Float64Array(count * count);
  const linear = new Float64Array(count);
  const scale = directions.reduce((most, { variance }) => Math.max(most, variance), 0) || 1;
  for (const { variance, row, aim } of directions) {
    const factor = variance / scale;
    for (let i = 0; i < count; i++) {
      linear[i]! -= factor * aim * row[i]!;
      for (let j = 0; j < count; j++) hessian[i * count + j]! += factor * row[i]! * row[j]!;
    }
  }
  const equalities = { matrix: new Float64Array(count).fill(1), rhs: new Float64Array([1]) };
  const answer = solveQp({ hessian, linear, equalities, lower, upper });
  if (answer.status === 'optimal') return answer.x;
  return { status: answer.status === 'infeasible' ? 'infeasible' : 'no-convergence' };
}

function fitted(problem: FitProblem, weights: Float64Array): FitResult {
  const trackingVariance = trackingVarianceOf(problem, weights);
  return { status: 'fit', fit: { weights, trackingVariance, fee: inner(problem.fees, weights) } };
}

/** (x − t)'Σ(x − t) of product weights. */
export function trackingVarianceOf(problem: Tracking, weights: Float64Array): number {
  const deviation = deviationsOf(problem, weights);
  return Math.max(0, inner(deviation, multiply(problem.covariance, deviation)));
}

/** x − t: by how much the look-through misses the target in each class. */
export function deviationsOf(problem: Tracking, weights: Float64Array): Float64Array {
  const { exposures, target } = problem;
  return target.map((aim, k) => {
    let held = 0;
    exposures.forEach((exposure, i) => {
      held += weights[i]! * exposure[k]!;
    });
    return held - aim;
  });
}

/**
 * How much better, at most, any other weights within the bounds could track: the linear bound of a
 * convex function, g'w − min g'v over all v that sum to 1 within the bounds.
 *
 * Source: M. Frank and P. Wolfe, An algorithm for quadratic programming (1956).
 */
export function trackingGap(problem: FitProblem, weights: Float64Array): number {
  const { exposures, covariance, lower, upper } = problem;
  const slope = multiply(covariance, deviationsOf(problem, weights));
  const gradient = Float64Array.from(exposures, (exposure) => 2 * inner(exposure, slope));
  const order = [...gradient.keys()].sort((a, b) => gradient[a]! - gradient[b]!);
  let left = 1;
  let least = 0;
  for (const i of order) {
    left -= lower[i]!;
    least += gradient[i]! * lower[i]!;
  }
  for (const i of order) {
    const more = Math.min(left, upper[i]! - lower[i]!);
    least += gradient[i]! * more;
    left -= more;
  }
  return Math.max(0, inner(gradient, weights) - least);
}
