import { at, checkRange, checkVector } from '../../errors/index.js';
import { crossProducts } from '../cross-products.js';
import { toRows } from '../matrix.js';
import {
  type AnnualisationOptions,
  checkPeriodsPerYear,
  checkReturns,
  RETURNS,
} from '../moments.js';

export interface SemiCovarianceOptions extends AnnualisationOptions {
  /** The return below which a return counts as a loss, per row and not per year: one for all assets, or one for each. */
  readonly target: number | readonly number[];
}

/**
 * Estrada's semi-covariance: the mean of min(r_i − B, 0)·min(r_j − B, 0), times the rows per year.
 *
 * `returns` has one row per period and one column per asset, decimal fractions. The result is assets × assets, symmetric and positive
 * semi-definite, and depends on no portfolio, so that it can stand in for a covariance. The divisor is the number of all
 * rows. It is an approximation: for a portfolio, w'Sw is at least its true semi-variance when no weight is negative, since
 * one asset's gain does not make up for another's loss. The exact matrix, which each portfolio has for itself, is that of
 * `portfolioSemiCovariance`.
 *
 * Throws as `meanReturns` does, and for a `target` that is no return or not one per asset.
 *
 * Source: J. Estrada, Downside risk in practice, Journal of Applied Corporate Finance 18 (2006); Mean-semivariance optimization: a
 * heuristic approach, Journal of Applied Finance 18 (2008).
 *
 * @example
 * ```ts
 * import { semiCovariance } from 'aptfolio/market';
 *
 * semiCovariance([[-0.2, -0.1], [0.1, -0.2], [0.3, 0.1], [-0.1, 0]], { target: 0 });
 * // => [[0.0125, 0.005], [0.005, 0.0125]]
 * ```
 */
export function semiCovariance(
  returns: readonly (readonly number[] | Float64Array)[],
  options: SemiCovarianceOptions,
): readonly (readonly number[])[] {
  const periods = checkPeriodsPerYear(options);
  const columns = checkReturns(returns, 'returns', 1);
  const targets = checkTarget(options.target, columns.length);
  const shortfalls = columns.map((column, asset) =>
    column.map((value) => Math.min(value - targets[asset]!, 0)),
  );
  return meanProducts(shortfalls, periods);
}

/** A target for each of the assets. */
export function checkTarget(target: unknown, assets: number): Float64Array {
  if (!Array.isArray(target)) {
    return new Float64Array(assets).fill(checkRange(target, 'options.target', RETURNS));
  }
  return checkVector(target, 'options.target', assets).map((value, asset) =>
    checkRange(value, at('options.target', asset), RETURNS),
  );
}

/** Mean of the products of columns, times the rows per year, as rows. */
export function meanProducts(
  columns: readonly Float64Array[],
  periods: number,
): readonly (readonly number[])[] {
  const rows = columns[0]!.length;
  const matrix = crossProducts(columns).map((sum) => (sum / rows) * periods + 0);
  return toRows(matrix, columns.length);
}
