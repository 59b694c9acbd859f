import { AptfolioError, at, checkRange, checkVector } from '../../errors/index.js';
import { inner, multiply } from '../../numerics/index.js';
import { checkCovariance, type MatrixLike } from '../matrix.js';
import { checkReturns, covarianceOf } from '../moments.js';
import { checkFigures } from './figures.js';

/**
 * The beta of each asset against a market: covariance with the market over the market's variance.
 *
 * `returns` has one row per period and one column per asset, `market` one return per row; decimal fractions, both in excess
 * of cash or both not. At least two rows, and a market that moves.
 *
 * Source: W. F. Sharpe, Capital asset prices, Journal of Finance 19 (1964).
 *
 * @example
 * ```ts
 * import { marketBetas } from 'aptfolio/market';
 *
 * marketBetas([[0.02, -0.01], [0.04, -0.02], [0.06, -0.03]], [0.01, 0.02, 0.03]); // => [2, -1]
 * ```
 */
export function marketBetas(
  returns: readonly (readonly number[] | Float64Array)[],
  market: readonly number[] | Float64Array,
): readonly number[] {
  const columns = checkReturns(returns, 'returns', 2);
  const series = checkVector(market, 'market', returns.length);
  series.forEach((value, i) => {
    checkRange(value, at('market', i), { min: -1e100, max: 1e100 });
  });
  return Object.freeze(
    columns.map((column) => {
      const [, row = []] = covarianceOf([column, series], 1);
      const [shared, variance] = [row[0]!, row[1]!];
      if (!(variance > 0)) {
        throw new AptfolioError('out-of-range', 'market', 'a market that moves', variance);
      }
      return shared / variance + 0;
    }),
  );
}

/**
 * The beta of each asset against a portfolio of them, the market: Σw / w'Σw.
 *
 * `covariance` is n × n, `marketWeights` has n numbers; what they lack to a sum of 1 is cash. The market must have a variance.
 *
 * Source: F. Black and R. Litterman, Global portfolio optimization, Financial Analysts Journal 48 (1992).
 *
 * @example
 * ```ts
 * import { impliedBetas } from 'aptfolio/market';
 *
 * impliedBetas([[0.04, 0], [0, 0.01]], [0.5, 0.5]); // => [1.6, 0.4]
 * ```
 */
export function impliedBetas(
  covariance: MatrixLike,
  marketWeights: readonly number[] | Float64Array,
): readonly number[] {
  const weights = checkFigures(marketWeights, 'marketWeights');
  const shared = multiply(checkCovariance(covariance, 'covariance', weights.length), weights);
  const variance = inner(weights, shared);
  if (!(variance > 0)) {
    throw new AptfolioError('out-of-range', 'marketWeights', 'a market with a variance', variance);
  }
  return Object.freeze(Array.from(shared, (value) => value / variance + 0));
}
