import {
  cholesky,
  eigenSymmetric,
  inner,
  largestSize,
  solveCholesky,
} from '../../numerics/index.js';
import type { Correlations } from './correlations.js';
import { type FactorFit, LEAST_UNIQUENESS, MOST_STEPS } from './factor-fit.js';

/** The greatest communality before the fit is held back. */
const MOST_COMMON = 1 - LEAST_UNIQUENESS;

/**
 * One factor with minimum residuals: the loadings λ with the least Σ(rᵢⱼ − λᵢλⱼ)² over all pairs of items. Where an
 * item's λ² exceeds 0.995, its excess counts as a residual too, which is unweighted least squares with uniquenesses
 * of at least 0.005.
 *
 * Newton's method with Levenberg's damping, from the first principal factor: there may be more than one valley, and
 * the squared multiple correlations lead into the one that R's psych finds.
 *
 * Sources: H. H. Harman and W. H. Jones, Factor analysis by minimizing residuals (minres), Psychometrika 31 (1966)
 * 351–368; the bound as `fa` of R's psych.
 */
export function fitMinres({ matrix: correlations, k, smc }: Correlations): FactorFit {
  let loadings = firstFactor(correlations, k, smc);
  let misfit = misfitOf(correlations, loadings);
  let damping = 1e-2;
  for (let iterations = 1; iterations <= MOST_STEPS; iterations++) {
    const { gradient, hessian } = slopes(correlations, loadings);
    if (largestSize(gradient) < 1e-13) return finish(loadings, true, iterations);
    for (;;) {
      const step = dampedStep(hessian, gradient, damping);
      const next = step === undefined ? undefined : loadings.map((value, i) => value - step[i]!);
      const nextMisfit =
        next === undefined ? Number.POSITIVE_INFINITY : misfitOf(correlations, next);
      if (next !== undefined && nextMisfit < misfit) {
        loadings = next;
        misfit = nextMisfit;
        damping = Math.max(1e-15, damping / 10);
        break;
      }
      damping *= 10;
      // No step helps any more: the rest is rounding.
      if (damping > 1e9) return finish(loadings, largestSize(gradient) < 1e-6, iterations);
    }
  }
  return finish(loadings, false, MOST_STEPS);
}

/** The first principal factor; where the multiple correlations are not defined, the first principal component. */
function firstFactor(
  correlations: Float64Array,
  k: number,
  smc: Float64Array | null,
): Float64Array {
  const reduced = Float64Array.from(correlations);
  smc?.forEach((share, i) => {
    reduced[i * k + i] = share;
  });
  const { values, vectors } = eigenSymmetric(reduced, k);
  const size = Math.sqrt(Math.max(0, values[k - 1]!));
  return Float64Array.from({ length: k }, (_, i) => vectors[i * k + k - 1]! * size);
}

/** ½ of the squared residuals of each pair, and ¼ of the squared excesses. */
function misfitOf(correlations: Float64Array, loadings: Float64Array): number {
  const k = loadings.length;
  let sum = 0;
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < i; j++) {
      const residual = correlations[i * k + j]! - loadings[i]! * loadings[j]!;
      sum += (residual * residual) / 2;
    }
    const excess = excessOf(loadings[i]!);
    sum += (excess * excess) / 4;
  }
  return sum;
}

function excessOf(loading: number): number {
  return Math.max(0, loading * loading - MOST_COMMON);
}

function slopes(
  correlations: Float64Array,
  loadings: Float64Array,
): { readonly gradient: Float64Array; readonly hessian: Float64Array } {
  const k = loadings.length;
  const squares = inner(loadings, loadings);
  const hessian = new Float64Array(k * k);
  const gradient = loadings.map((own, i) => {
    const excess = excessOf(own);
    let slope = own * excess;
    hessian[i * k + i] = squares - own * own + (excess > 0 ? excess + 2 * own * own : 0);
    for (let j = 0; j < k; j++) {
      if (j === i) continue;
      const other = loadings[j]!;
      const common = own * other;
      slope -= (correlations[i * k + j]! - common) * other;
      hessian[i * k + j] = 2 * common - correlations[i * k + j]!;
    }
    return slope;
  });
  return { gradient, hessian };
}

function dampedStep(
  hessian: Float64Array,
  gradient: Float64Array,
  damping: number,
): Float64Array | undefined {
  const k = gradient.length;
  const damped = Float64Array.from(hessian);
  for (let i = 0; i < k; i++) damped[i * k + i]! += damping;
  const factored = cholesky(damped, k);
  if (factored.status !== 'positive-definite') return undefined;
  return solveCholesky(factored.factor, k, gradient);
}

function finish(loadings: Float64Array, converged: boolean, iterations: number): FactorFit {
  const uniquenesses = loadings.map((loading) => 1 - loading * loading);
  return { loadings, uniquenesses, converged, iterations };
}
