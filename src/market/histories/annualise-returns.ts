import { at, checkRange } from '../../errors/index.js';
import { expm1, log1p, neumaierSum } from '../../numerics/index.js';
import {
  type AnnualisationOptions,
  checkPeriodsPerYear,
  checkReturns,
  covarianceOf,
} from '../moments.js';
import { SIMPLE } from './convert-returns.js';

/**
 * Geometric mean return of each asset: the constant return that would have compounded to the same, per year.
 *
 * `returns` has one row per period and one column per asset: simple returns, decimal fractions of at least −1. With k rows per year
 * and n rows the result is Π(1 + r)^(k/n) − 1; an asset that lost everything has −1. It says what was earned;
 * `CapitalMarketAssumptions` want the arithmetic mean of `meanReturns`, which is higher by about half the variance.
 *
 * Throws as `meanReturns` does.
 *
 * @example
 * ```ts
 * import { geometricMeanReturns } from 'aptfolio/market';
 *
 * geometricMeanReturns([[1, 0.1], [-0.5, 0.1]], { periodsPerYear: 2 }); // => [0, 0.21]
 * ```
 */
export function geometricMeanReturns(
  returns: readonly (readonly number[] | Float64Array)[],
  options: AnnualisationOptions = {},
): readonly number[] {
  const columns = checkReturns(returns, 'returns', 1);
  const periods = checkPeriodsPerYear(options);
  return Object.freeze(
    columns.map((column, asset) => {
      column.forEach((value, row) => {
        checkRange(value, at(at('returns', row), asset), SIMPLE);
      });
      if (column.includes(-1)) return -1;
      const yearly = (neumaierSum(column.map(log1p)) / column.length) * periods;
      const path = 'options.periodsPerYear';
      return expm1(checkRange(yearly, path, { max: 700 })) + 0;
    }),
  );
}

/**
 * Standard deviation of each asset's returns (divisor n − 1), times the square root of the rows per year.
 *
 * `returns` has one row per period and one column per asset, decimal fractions; at least two rows. The square root holds for returns that
 * are uncorrelated over time; where they are not (smoothed valuations of property, say), the true annual figure is another.
 *
 * Throws as `sampleCovariance` does.
 *
 * @example
 * ```ts
 * import { sampleVolatilities } from 'aptfolio/market';
 *
 * sampleVolatilities([[0.1, 0], [0.2, 0], [0.3, 0]], { periodsPerYear: 4 }); // => [0.2, 0]
 * ```
 */
export function sampleVolatilities(
  returns: readonly (readonly number[] | Float64Array)[],
  options: AnnualisationOptions = {},
): readonly number[] {
  const periods = checkPeriodsPerYear(options);
  const columns = checkReturns(returns, 'returns', 2);
  return Object.freeze(columns.map((column) => Math.sqrt(covarianceOf([column], periods)[0]![0]!)));
}
