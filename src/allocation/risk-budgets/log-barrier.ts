import { newtonStep } from './newton-step.js';

/** minimise ½x'Σx − λ Σ bᵢ ln xᵢ between bounds; an asset whose bounds are equal stays there. */
export interface BarrierProblem {
  /** Σ, n × n, row-major. */
  readonly covariance: Float64Array;
  /** b, above 0 where the bounds differ. */
  readonly budgets: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/** Where the descent came to rest. */
export interface BarrierMinimum {
  readonly x: Float64Array<ArrayBuffer>;
  /** The largest fault of the conditions xᵢ(Σx)ᵢ = λbᵢ, or ≥ at a floor and ≤ at a ceiling, per unit of λ. */
  readonly residual: number;
  readonly iterations: number;
}

const MAX_ITERATIONS = 500;
/** Below this a residual is near its rounding, and two steps without progress are enough to end the descent. */
const NEAR = 1e-9;
/** Far from the minimum the residual may rise before it falls; after so many steps without progress it will not. */
const PATIENCE = 100;
const ROUNDING = 1e-16;

/**
 * Minimises the barrier by turns of a sweep over the coordinates, each solved exactly, and of a Newton step among those
 * that are not at a bound.
 *
 * Either part lowers the objective, so that the descent cannot cycle: the sweeps find the active bounds and the Newton
 * steps give the last digits.
 *
 * Sources: T. Griveau-Billion, J.-C. Richard and T. Roncalli, A Fast Algorithm for Computing High-Dimensional Risk
 * Parity Portfolios (2013), for the sweep; F. Spinu, An Algorithm for Computing Risk Parity Weights (2013), for the step.
 */
export function minimiseBarrier(
  problem: BarrierProblem,
  multiplier: number,
  start: Float64Array,
): BarrierMinimum {
  const x = start.map((value, i) =>
    Math.min(problem.upper[i]!, Math.max(problem.lower[i]!, value)),
  );
  const slope = new Float64Array(x.length);
  let best = Number.POSITIVE_INFINITY;
  let stalled = 0;
  for (let iterations = 1; ; iterations++) {
    multiplyInto(slope, problem.covariance, x);
    sweep(problem, multiplier, x, slope);
    multiplyInto(slope, problem.covariance, x);
    const residual = residualOf(problem, multiplier, x, slope);
    stalled = residual > best / 2 ? stalled + 1 : 0;
    best = Math.min(best, residual);
    const atRest = residual <= ROUNDING || stalled >= (best < NEAR ? 2 : PATIENCE);
    if (atRest || iterations === MAX_ITERATIONS) return { x, residual, iterations };
    newtonStep(problem, multiplier, x, slope, residual);
  }
}

/** Puts Σx in a vector. */
export function multiplyInto(
  target: Float64Array,
  covariance: Float64Array,
  x: Float64Array,
): void {
  const n = x.length;
  for (let i = 0; i < n; i++) target[i] = rowProduct(covariance, i * n, x);
}

/** A row of Σ times a vector; four sums at once, which processors do side by side. */
export function rowProduct(covariance: Float64Array, row: number, x: Float64Array): number {
  const n = x.length;
  const whole = n - (n % 4);
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let j = 0; j < whole; j += 4) {
    a += covariance[row + j]! * x[j]!;
    b += covariance[row + j + 1]! * x[j + 1]!;
    c += covariance[row + j + 2]! * x[j + 2]!;
    d += covariance[row + j + 3]! * x[j + 3]!;
  }
  for (let j = whole; j < n; j++) a += covariance[row + j]! * x[j]!;
  return a + b + (c + d);
}

/** Moves each coordinate to where the objective is least with the others held, and the slope Σx with it. */
function sweep(
  { covariance, budgets, lower, upper }: BarrierProblem,
  multiplier: number,
  x: Float64Array,
  slope: Float64Array,
): void {
  const n = x.length;
  for (let i = 0; i < n; i++) {
    if (lower[i] === upper[i]) continue;
    const variance = covariance[i * n + i]!;
    const others = slope[i]! - variance * x[i]!;
    const least = positiveRoot(variance, others, multiplier * budgets[i]!);
    const next = Math.min(upper[i]!, Math.max(lower[i]!, least));
    const move = next - x[i]!;
    if (move === 0) continue;
    x[i] = next;
    for (let j = 0; j < n; j++) slope[j]! += move * covariance[i * n + j]!;
  }
}

/** The root above 0 of ax² + bx = c, for c above 0; without cancellation. Infinite where a and b are 0. */
function positiveRoot(a: number, b: number, c: number): number {
  const root = Math.sqrt(b * b + 4 * a * c);
  return b < 0 ? (root - b) / (2 * a) : (2 * c) / (b + root);
}

function residualOf(
  { budgets, lower, upper }: BarrierProblem,
  multiplier: number,
  x: Float64Array,
  slope: Float64Array,
): number {
  let residual = 0;
  for (let i = 0; i < x.length; i++) {
    const excess = x[i]! * slope[i]! - multiplier * budgets[i]!;
    // A floor may hold an asset above its budget, a ceiling below it.
    if (x[i]! > lower[i]!) residual = Math.max(residual, excess);
    if (x[i]! < upper[i]!) residual = Math.max(residual, -excess);
  }
  return residual / multiplier;
}
