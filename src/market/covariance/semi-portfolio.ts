import { AptfolioError, at, checkRange, checkVector } from '../../errors/index.js';
import { neumaierSum } from '../../numerics/index.js';
import {
  type AnnualisationOptions,
  checkPeriodsPerYear,
  checkReturns,
  LARGEST,
  RETURNS,
} from '../moments.js';
import { meanProducts } from './semi-covariance.js';

export interface PortfolioSemiCovarianceOptions extends AnnualisationOptions {
  /** The portfolio's return below which a period counts, per row and not per year. */
  readonly target: number;
}

/**
 * Markowitz's semi-covariance of one portfolio: the mean of (r_i − B)(r_j − B) over the periods in which the portfolio fell short of B.
 *
 * `returns` has one row per period and one column per asset, decimal fractions; `weights` one share per asset,
 * summing to 1, rebalanced each period. The
 * result is assets × assets, times the rows per year; periods without shortfall count as 0 in the mean. For the
 * weights w, w'Sw is exactly the portfolio's semi-variance. It is symmetric, but it belongs to these weights alone: other weights fall short in other
 * periods. So no single matrix serves an optimiser, and S cannot be had before w. Pairwise definitions that need no portfolio,
 * the mean of (r_i − B)·min(r_j − B, 0), are not symmetric, and to average their halves would keep neither meaning; where one matrix
 * for all portfolios is needed, take the approximation `semiCovariance`.
 *
 * Throws as `meanReturns` does, and for weights or a `target` that do not fit.
 *
 * Source: H. Markowitz, Portfolio Selection (1959), chapter IX; J. Estrada, Mean-semivariance optimization: a heuristic approach, Journal
 * of Applied Finance 18 (2008); W. Hogan and J. Warren, Toward the development of an equilibrium capital-market
 * model based on semivariance, Journal of Financial and Quantitative Analysis 9 (1974), for the pairwise definition.
 *
 * @example
 * ```ts
 * import { portfolioSemiCovariance } from 'aptfolio/market';
 *
 * const rows = [[-0.2, -0.1], [0.1, -0.2], [0.3, 0.1], [-0.1, 0]];
 * portfolioSemiCovariance(rows, [0.5, 0.5], { target: 0 }); // => [[0.015, 0], [0, 0.0125]]
 * portfolioSemiCovariance(rows, [0.75, 0.25], { target: 0 }); // => [[0.0125, 0.005], [0.005, 0.0025]]
 * ```
 */
export function portfolioSemiCovariance(
  returns: readonly (readonly number[] | Float64Array)[],
  weights: readonly number[] | Float64Array,
  options: PortfolioSemiCovarianceOptions,
): readonly (readonly number[])[] {
  const periods = checkPeriodsPerYear(options);
  const columns = checkReturns(returns, 'returns', 1);
  const shares = checkWeights(weights, columns.length);
  const target = checkRange(options.target, 'options.target', RETURNS);
  const isShort = Array.from(columns[0]!, (_, row) => {
    let excess = 0;
    for (let asset = 0; asset < shares.length; asset++) {
      excess += shares[asset]! * (columns[asset]![row]! - target);
    }
    return excess < 0;
  });
  const shortfalls = columns.map((column) =>
    column.map((value, row) => (isShort[row] ? value - target : 0)),
  );
  return meanProducts(shortfalls, periods);
}

/** How far the sum of weights may be from 1. */
const SUM_TOLERANCE = 1e-9;

function checkWeights(weights: unknown, assets: number): Float64Array {
  const shares = checkVector(weights, 'weights', assets).map((share, asset) =>
    checkRange(share, at('weights', asset), { min: -LARGEST, max: LARGEST }),
  );
  const sum = neumaierSum(shares);
  if (Math.abs(sum - 1) > SUM_TOLERANCE) {
    throw new AptfolioError('out-of-range', 'weights', 'weights that sum to 1', sum);
  }
  return shares;
}
