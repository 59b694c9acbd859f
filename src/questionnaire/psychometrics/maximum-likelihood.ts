import {
  cholesky,
  eigenSymmetric,
  exp,
  log,
  type SymmetricEigen,
  solveCholesky,
} from '../../numerics/index.js';
import { type FactorFit, LEAST_UNIQUENESS, MOST_STEPS } from './factor-fit.js';

/** A function's value, slope and curvature at logarithms of uniquenesses. */
interface Point {
  readonly x: Float64Array;
  readonly misfit: number;
  readonly gradient: Float64Array;
  readonly eigen: SymmetricEigen;
}

/**
 * One factor by maximum likelihood from correlations (k × k, not singular) and their squared multiple correlations,
 * with uniquenesses from 0.005 to 1.
 *
 * Newton's method in the logarithms of the uniquenesses, kept within the bounds, from the start of R's `factanal`.
 *
 * Sources: K. G. Jöreskog, Some contributions to maximum likelihood factor analysis, Psychometrika 32 (1967) 443–482;
 * M. R. B. Clarke, A rapidly convergent method for maximum-likelihood factor analysis, British Journal of Mathematical
 * and Statistical Psychology 23 (1970) 43–52, for the second derivatives.
 */
export function fitMaximumLikelihood(correlations: Float64Array, smc: Float64Array): FactorFit {
  const k = smc.length;
  const start = smc.map((share) => within(log((1 - 0.5 / k) * (1 - share))));
  let point = pointAt(correlations, start);
  for (let iterations = 1; iterations <= MOST_STEPS; iterations++) {
    const free = freeItems(point);
    const slope = free.reduce((size, i) => Math.max(size, Math.abs(point.gradient[i]!)), 0);
    if (slope < 1e-12) return finish(point, true, iterations);
    const next = descend(correlations, point, newtonStep(point, free));
    if (next === undefined) return finish(point, slope < 1e-6, iterations);
    point = next;
  }
  return finish(point, false, MOST_STEPS);
}

const LOWEST: number = /* @__PURE__ */ log(LEAST_UNIQUENESS);

function within(x: number): number {
  return Math.max(LOWEST, Math.min(0, x));
}

/**
 * The misfit Σ(θ − log θ − 1) over all but the largest eigenvalue of Ψ^(−½) R Ψ^(−½), and its gradient.
 */
function pointAt(correlations: Float64Array, x: Float64Array): Point {
  const k = x.length;
  const scale = x.map((value) => exp(-value / 2));
  const scaled = correlations.map(
    (r, place) => r * scale[Math.floor(place / k)]! * scale[place % k]!,
  );
  const eigen = eigenSymmetric(scaled, k);
  let misfit = 0;
  const gradient = new Float64Array(k);
  for (let m = 0; m < k - 1; m++) {
    const value = eigen.values[m]!;
    if (!(value > 0)) return { x, misfit: Number.POSITIVE_INFINITY, gradient, eigen };
    misfit += value - log(value) - 1;
    for (let i = 0; i < k; i++) {
      const component = eigen.vectors[i * k + m]!;
      gradient[i]! += (1 - value) * component * component;
    }
  }
  return { x, misfit, gradient, eigen };
}

/** The items that no bound holds. */
function freeItems({ x, gradient }: Point): number[] {
  return Array.from(x.keys()).filter((i) => {
    const [value, slope] = [x[i]!, gradient[i]!];
    return !(value <= LOWEST && slope > 0) && !(value >= 0 && slope < 0);
  });
}

function newtonStep(point: Point, free: readonly number[]): Float64Array {
  const size = free.length;
  const gradient = Float64Array.from(free, (i) => point.gradient[i]!);
  const exact = Float64Array.from(free.flatMap((i) => free.map((j) => curvature(point, i, j))));
  const solved = solve(exact, gradient) ?? solve(approximate(point, free), gradient) ?? gradient;
  const step = new Float64Array(point.x.length);
  for (let f = 0; f < size; f++) step[free[f]!] = Math.max(-2, Math.min(2, solved[f]!));
  return step;
}

/** The second derivative by the logarithms of the uniquenesses of items i and j. */
function curvature({ eigen, x }: Point, i: number, j: number): number {
  const k = x.length;
  const { values, vectors } = eigen;
  const first = values[k - 1]!;
  const own = vectors[i * k + k - 1]! * vectors[j * k + k - 1]!;
  let [sum, weighted, mixed] = [0, 0, 0];
  for (let m = 0; m < k - 1; m++) {
    const value = values[m]!;
    const part = vectors[i * k + m]! * vectors[j * k + m]!;
    sum += part;
    weighted += part * value;
    mixed += (part * (1 - value) * (first + value)) / (first - value);
  }
  return sum * weighted + own * mixed;
}

/** Jöreskog's approximation, which has no negative curvature; lifted so that it has some everywhere. */
function approximate({ eigen, x }: Point, free: readonly number[]): Float64Array {
  const k = x.length;
  return Float64Array.from(
    free.flatMap((i) =>
      free.map((j) => {
        const own = eigen.vectors[i * k + k - 1]! * eigen.vectors[j * k + k - 1]!;
        const rest = (i === j ? 1 : 0) - own;
        return rest * rest + (i === j ? 1e-6 : 0);
      }),
    ),
  );
}

function solve(matrix: Float64Array, vector: Float64Array): Float64Array | undefined {
  if (!matrix.every(Number.isFinite)) return undefined;
  const factored = cholesky(matrix, vector.length);
  if (factored.status !== 'positive-definite') return undefined;
  return solveCholesky(factored.factor, vector.length, vector);
}

/** The first of ever shorter steps that lowers the misfit enough; undefined where none does. */
function descend(correlations: Float64Array, point: Point, step: Float64Array): Point | undefined {
  for (let share = 1; share > 1e-12; share /= 2) {
    const x = point.x.map((value, i) => within(value - share * step[i]!));
    const fall = x.reduce((sum, value, i) => sum + (point.x[i]! - value) * point.gradient[i]!, 0);
    const next = pointAt(correlations, x);
    if (fall > 0 && next.misfit <= point.misfit - 1e-4 * fall) return next;
  }
  return undefined;
}

function finish({ x, eigen }: Point, converged: boolean, iterations: number): FactorFit {
  const k = x.length;
  const size = Math.sqrt(Math.max(0, eigen.values[k - 1]! - 1));
  const uniquenesses = x.map((value) => exp(value));
  const loadings = uniquenesses.map(
    (own, i) => Math.sqrt(own) * eigen.vectors[i * k + k - 1]! * size,
  );
  return { loadings, uniquenesses, converged, iterations };
}
