import { checkObject, checkRange } from '../../errors/index.js';
import { multiply } from '../../numerics/index.js';
import { checkCovariance, type MatrixLike } from '../matrix.js';
import { LARGEST } from '../moments.js';
import { definiteFactor, solveDefinite } from './definite-factor.js';
import { checkFigures } from './figures.js';

/** The market as a whole, annual. */
export interface MarketPrice {
  /** Its expected return above cash, a decimal fraction above 0. */
  readonly premium: number;
  /** The variance of its return, above 0. */
  readonly variance: number;
}

/**
 * The risk aversion at which the whole market is worth holding as it is: premium / variance.
 *
 * Source: F. Black and R. Litterman (1992); T. Idzorek, A step-by-step guide to the Black-Litterman model (2005).
 *
 * @example
 * ```ts
 * import { marketRiskAversion } from 'aptfolio/market';
 *
 * marketRiskAversion({ premium: 0.05, variance: 0.02 }); // => 2.5
 * ```
 */
export function marketRiskAversion(market: MarketPrice): number {
  const given = checkObject(market, 'market');
  const premium = checkRange(given.premium, 'market.premium', { exclusiveMin: 0, max: LARGEST });
  const variance = checkRange(given.variance, 'market.variance', { min: 1e-12, max: 1e12 });
  return premium / variance;
}

/**
 * The expected returns above cash at which a portfolio is the best one to hold (reverse optimisation): Π = δΣw.
 *
 * `covariance` is n × n, annual; `weights` has n numbers, those of the market; `riskAversion` is δ, above 0.
 * Cash's return is not in the result: add it where total returns are meant.
 *
 * Source: F. Black and R. Litterman (1992); G. He and R. Litterman, The intuition behind Black-Litterman model
 * portfolios (1999).
 *
 * @example
 * ```ts
 * import { equilibriumReturns } from 'aptfolio/market';
 *
 * equilibriumReturns([[0.01, 0], [0, 0.04]], [0.5, 0.5], 2.5); // => [0.0125, 0.05]
 * ```
 */
export function equilibriumReturns(
  covariance: MatrixLike,
  weights: readonly number[] | Float64Array,
  riskAversion: number,
): readonly number[] {
  const held = checkFigures(weights, 'weights');
  const matrix = checkCovariance(covariance, 'covariance', held.length);
  const aversion = checkRiskAversion(riskAversion, 'riskAversion');
  return Object.freeze(Array.from(multiply(matrix, held), (value) => value * aversion + 0));
}

/**
 * The portfolio that is best for given expected returns where nothing else is asked for: w = (δΣ)⁻¹μ.
 *
 * `expectedReturn` has n returns above cash, `covariance` is n × n and positive definite, `riskAversion` is δ, above 0. The
 * weights need not sum to 1: the rest is cash. It undoes `equilibriumReturns`.
 *
 * Source: H. Markowitz (1952, 1959); G. He and R. Litterman (1999).
 *
 * @example
 * ```ts
 * import { impliedWeights } from 'aptfolio/market';
 *
 * impliedWeights([0.0125, 0.05], [[0.01, 0], [0, 0.04]], 2.5); // => [0.5, 0.5]
 * ```
 */
export function impliedWeights(
  expectedReturn: readonly number[] | Float64Array,
  covariance: MatrixLike,
  riskAversion: number,
): readonly number[] {
  const returns = checkFigures(expectedReturn, 'expectedReturn');
  const matrix = checkCovariance(covariance, 'covariance', returns.length);
  const aversion = checkRiskAversion(riskAversion, 'riskAversion');
  const sigma = definiteFactor(
    matrix,
    returns.length,
    'covariance',
    'a positive definite matrix: no asset without variance or a mix of the others',
  );
  return Object.freeze(
    Array.from(solveDefinite(sigma, returns), (weight) => weight / aversion + 0),
  );
}

/** Checks a risk aversion: above 0. */
export function checkRiskAversion(value: unknown, path: string): number {
  return checkRange(value, path, { min: 1e-12, max: LARGEST });
}
