import { AptfolioError } from '../../errors/index.js';
import { neumaierSum } from '../../numerics/index.js';
import { toRows } from '../matrix.js';
import {
  type AnnualisationOptions,
  checkPeriodsPerYear,
  checkReturns,
  covarianceOf,
  meansOf,
} from '../moments.js';
import { solveDefinite, squaredDistance } from './definite-factor.js';
import { sampleFactor } from './james-stein.js';
import { minimumVarianceMean } from './shrinkage-target.js';

/** A Bayes–Stein estimate. */
export interface BayesSteinEstimate {
  /** (1 − shrinkage) · mean + shrinkage · target, for each asset, times the rows per year. */
  readonly expectedReturn: readonly number[];
  /** n × n: the covariance of the next return with the doubt about its mean in it, times the rows per year. */
  readonly covariance: readonly (readonly number[])[];
  /** The mean of the portfolio of least variance, times the rows per year. */
  readonly target: number;
  /** λ / (T + λ): from 0, the means of the history, to 1, the target alone. */
  readonly shrinkage: number;
}

/**
 * Expected returns shrunk towards the mean of the portfolio of least variance, and the covariance that goes with them.
 *
 * With N assets, T rows, means m, sample covariance S (n − 1), Σ = S·(T − 1)/(T − N − 2), w = Σ⁻¹1 / 1'Σ⁻¹1 and target
 * m₀ = w'm: λ = (N + 2) / (m − m₀1)'Σ⁻¹(m − m₀1), shrinkage = λ/(T + λ), and the covariance is
 * Σ·(1 + 1/(T + λ)) + λ/(T·(T + 1 + λ)) · 11' / 1'Σ⁻¹1. Where all means are equal the shrinkage is 1.
 *
 * `returns` has one row per period and one column per asset, decimal fractions; at least N + 3 rows. No asset may be a
 * mix of the others.
 *
 * Source: P. Jorion, Bayes-Stein estimation for portfolio analysis, Journal of Financial and Quantitative
 * Analysis 21 (1986), equations 14 and 17 and the predictive covariance.
 *
 * @example
 * ```ts
 * import { bayesSteinReturns } from 'aptfolio/market';
 *
 * const returns = [[0.05, 0.01], [-0.03, 0.03], [0.02, 0.01], [0.06, 0.02], [0.05, 0.03]];
 * const { shrinkage, target, expectedReturn } = bayesSteinReturns(returns, { periodsPerYear: 12 });
 * // Means of 0.03 and 0.02 a month, drawn together.
 * expectedReturn[0] < 0.36 && expectedReturn[0] > target; // => true
 * bayesSteinReturns(returns.slice(1)); // => throws 'length-mismatch', 'returns'
 * ```
 */
export function bayesSteinReturns(
  returns: readonly (readonly number[] | Float64Array)[],
  options: AnnualisationOptions = {},
): BayesSteinEstimate {
  const columns = checkReturns(returns, 'returns', 2);
  const [size, rows] = [columns.length, returns.length];
  if (rows < size + 3) {
    const expected = `at least ${size + 3} rows for ${size} assets`;
    throw new AptfolioError('length-mismatch', 'returns', expected, returns);
  }
  const perYear = checkPeriodsPerYear(options);
  const correction = (rows - 1) / (rows - size - 2);
  const sample = covarianceOf(columns, correction);
  const sigma = sampleFactor(sample);
  const means = Float64Array.from(meansOf(columns, 1));
  const target = minimumVarianceMean(means, sigma);
  const spread = squaredDistance(
    sigma,
    means.map((mean) => mean - target),
  );
  const shrinkage = (size + 2) / (size + 2 + rows * spread);
  const doubt = meanDoubt(size, rows, spread);
  const ones = solveDefinite(sigma, new Float64Array(size).fill(1));
  const common = doubt.common / neumaierSum(ones);
  const covariance = sample.flatMap((row) =>
    row.map((value) => (value * (1 + doubt.own) + common) * perYear + 0),
  );
  return Object.freeze({
    expectedReturn: Object.freeze(
      Array.from(means, (mean) => ((1 - shrinkage) * mean + shrinkage * target) * perYear + 0),
    ),
    covariance: toRows(Float64Array.from(covariance), size),
    target: target * perYear + 0,
    shrinkage,
  });
}

/** 1/(T + λ) and λ/(T(T + 1 + λ)) with λ = (N + 2)/spread, written so that a spread of 0, an infinite λ, is no exception. */
function meanDoubt(size: number, rows: number, spread: number): { own: number; common: number } {
  return {
    own: spread / (rows * spread + size + 2),
    common: (size + 2) / (rows * ((rows + 1) * spread + size + 2)),
  };
}
