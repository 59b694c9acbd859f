import type { Correlations } from './correlations.js';
import { type FactorFit, LEAST_UNIQUENESS } from './factor-fit.js';
import { fitMaximumLikelihood } from './maximum-likelihood.js';
import { fitMinres } from './minres.js';
import type { Omega } from './reliability-result.js';

/**
 * McDonald's omega of the standardised items, (Σλ)² / ((Σλ)² + Σ(1 − λ²)), from one factor with minimum residuals.
 *
 * Source: R. P. McDonald, Test Theory: A Unified Treatment (1999), equation 6.20.
 */
export function omegaByMinres(correlations: Correlations): Omega {
  return omegaOf(fitMinres(correlations), new Float64Array(correlations.k).fill(1));
}

/**
 * McDonald's omega of the points: loadings and uniquenesses by maximum likelihood, times the items' deviations. `null`
 * where the correlations are singular, or where two items leave the factor undefined.
 */
export function omegaByMaximumLikelihood(correlations: Correlations): Omega | null {
  const { k, matrix, smc, deviations } = correlations;
  if (k < 3 || smc === null) return null;
  return omegaOf(fitMaximumLikelihood(matrix, smc), deviations);
}

function omegaOf(fit: FactorFit, deviations: Float64Array): Omega {
  const { uniquenesses, converged, iterations } = fit;
  const sum = fit.loadings.reduce((total, loading) => total + loading, 0);
  const loadings = fit.loadings.map((loading) => (sum < 0 ? -loading : loading) + 0);
  let [common, own] = [0, 0];
  for (let i = 0; i < loadings.length; i++) {
    const deviation = deviations[i]!;
    common += loadings[i]! * deviation;
    own += uniquenesses[i]! * deviation * deviation;
  }
  const variance = common * common + own;
  return Object.freeze({
    value: variance > 0 ? (common * common) / variance : 0,
    loadings: Object.freeze(Array.from(loadings)),
    uniquenesses: Object.freeze(Array.from(uniquenesses, (value) => value + 0)),
    // A fit that stops at the bound may lie on either side of it by a rounding.
    improper: uniquenesses.some((value) => value < LEAST_UNIQUENESS * (1 + 1e-9)),
    converged,
    iterations,
  });
}
