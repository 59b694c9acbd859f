import { type BarrierProblem, rowProduct } from './log-barrier.js';

/** Smaller residuals are rounding; no step need promise less. */
const NOISE = 1e-17;

/**
 * Moves x by one damped Newton step among the assets that are not at a bound, no further than the first bound.
 *
 * `slope` is Σx. The step is 1/(1 + δ) with δ the largest relative change of a weight: up to there the
 * objective falls whatever the curvature does, and near the minimum, where δ vanishes, the step is whole.
 *
 * Source: Spinu (2013), after Y. Nesterov's theory of self-concordant functions.
 */
export function newtonStep(
  problem: BarrierProblem,
  multiplier: number,
  x: Float64Array,
  slope: Float64Array,
  residual: number,
): void {
  const free = freeAssets(problem, x);
  if (free.length === 0) return;
  const curvature = new Float64Array(x.length);
  const downhill = new Float64Array(x.length);
  for (const i of free) {
    const pull = (multiplier * problem.budgets[i]!) / x[i]!;
    downhill[i] = pull - slope[i]!;
    curvature[i] = pull / x[i]!;
  }
  const accuracy = Math.max(Math.min(0.1, residual), NOISE / residual);
  const direction = solveNewton(problem.covariance, curvature, downhill, free, accuracy);
  move(problem, x, direction, free);
}

function freeAssets({ lower, upper }: BarrierProblem, x: Float64Array): Int32Array {
  const free: number[] = [];
  for (let i = 0; i < x.length; i++) if (x[i]! > lower[i]! && x[i]! < upper[i]!) free.push(i);
  return Int32Array.from(free);
}

/**
 * Solves (Σ + diag(h))·d = g among the free assets by preconditioned conjugate gradients.
 *
 * Scaled by h the matrix is I + S with S√b = √b at the minimum. Where no correlation is negative, 1 is the largest
 * eigenvalue of S (Perron and Frobenius), so that all lie between 1 and 2 and few products are needed, far fewer than a
 * factorisation costs. Scaling by the whole diagonal does as well and is exact where nothing is correlated.
 * Cut short at any step, d is still a direction of descent with d'Hd = g'd.
 */
function solveNewton(
  covariance: Float64Array,
  curvature: Float64Array,
  right: Float64Array,
  free: Int32Array,
  accuracy: number,
): Float64Array {
  const n = right.length;
  const solution = new Float64Array(n);
  const rest = Float64Array.from(right);
  const along = new Float64Array(n);
  const image = new Float64Array(n);
  let size = 0;
  for (const i of free) {
    along[i] = rest[i]! / (covariance[i * n + i]! + curvature[i]!);
    size += rest[i]! * along[i]!;
  }
  const goal = size * accuracy * accuracy;
  for (let round = 0; round < 2 * free.length && size > goal; round++) {
    let bend = 0;
    for (const i of free) {
      image[i] = rowProduct(covariance, i * n, along) + curvature[i]! * along[i]!;
      bend += image[i]! * along[i]!;
    }
    if (!(bend > 0)) break;
    const length = size / bend;
    let next = 0;
    for (const i of free) {
      solution[i]! += length * along[i]!;
      rest[i]! -= length * image[i]!;
      next += (rest[i]! * rest[i]!) / (covariance[i * n + i]! + curvature[i]!);
    }
    const turn = next / size;
    for (const i of free) {
      along[i] = rest[i]! / (covariance[i * n + i]! + curvature[i]!) + turn * along[i]!;
    }
    size = next;
  }
  return solution;
}

function move(
  { lower, upper }: BarrierProblem,
  x: Float64Array,
  direction: Float64Array,
  free: Int32Array,
): void {
  let change = 0;
  for (const i of free) change = Math.max(change, Math.abs(direction[i]!) / x[i]!);
  let length = 1 / (1 + change);
  for (const i of free) {
    const room = (direction[i]! > 0 ? upper[i]! : lower[i]!) - x[i]!;
    if (direction[i] !== 0) length = Math.min(length, room / direction[i]!);
  }
  for (const i of free) {
    const next = x[i]! + length * direction[i]!;
    x[i] = Math.min(upper[i]!, Math.max(lower[i]!, next));
  }
}
