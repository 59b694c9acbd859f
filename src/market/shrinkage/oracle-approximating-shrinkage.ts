import { inner } from '../../numerics/index.js';
import { type AnnualisationOptions, checkPeriodsPerYear, checkReturns } from '../moments.js';
import { type CentredPanel, centredPanel } from './centred-panel.js';
import { scaledIdentity } from './scaled-identity.js';
import { type ShrunkCovariance, shrinkCovariance, squaredDistance } from './shrunk-covariance.js';

/**
 * Covariance of the assets' returns, shrunk towards the average variance on the diagonal: for returns that
 * are nearly normal and few periods it comes closer than `ledoitWolf`.
 *
 * `returns` has one row per period and one column per asset, decimal fractions; at least two rows. The
 * sample's divisor is the number of rows, not n − 1; the result is multiplied by the rows per year. A
 * single asset is not shrunk.
 *
 * Throws as `sampleCovariance` does.
 *
 * Source: Y. Chen, A. Wiesel, Y. C. Eldar and A. O. Hero, Shrinkage algorithms for MMSE covariance
 * estimation, IEEE Transactions on Signal Processing 58 (2010), equation 23 without its terms 2/p, as in
 * scikit-learn's `oas`.
 *
 * @example
 * ```ts
 * import { oracleApproximatingShrinkage } from 'aptfolio/market';
 *
 * const { covariance, shrinkage } = oracleApproximatingShrinkage([[2, 2], [-2, -2], [0, 0], [0, 0]]);
 * shrinkage; // => 0.8
 * covariance; // => [[2, 0.4], [0.4, 2]]
 * ```
 */
export function oracleApproximatingShrinkage(
  returns: readonly (readonly number[] | Float64Array)[],
  options: AnnualisationOptions = {},
): ShrunkCovariance {
  const panel = centredPanel(checkReturns(returns, 'returns', 2), 0);
  const periodsPerYear = checkPeriodsPerYear(options);
  const target = scaledIdentity(panel);
  return shrinkCovariance(panel, target, intensity(panel, target), periodsPerYear);
}

function intensity({ columns, divisor, covariance }: CentredPanel, target: Float64Array): number {
  const size = columns.length;
  if (size === 1) return 0;
  const distance = squaredDistance(covariance, target);
  if (distance === 0) return 1;
  const trace = target[0]! * size;
  return Math.min(1, (inner(covariance, covariance) + trace * trace) / ((divisor + 1) * distance));
}
