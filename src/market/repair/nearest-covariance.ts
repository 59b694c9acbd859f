import { checkBoolean, checkObject, checkRange } from '../../errors/index.js';
import { eigenSymmetric, type SymmetricEigen } from '../../numerics/index.js';
import { checkCovariance, checkSymmetric, type MatrixLike, orderOf, toRows } from '../matrix.js';
import { accept } from './accepted.js';
import type { ProjectionResult } from './alternating-projections.js';
import { checkEntries } from './entries.js';
import { nearestWithVariances } from './keep-variances.js';
import { checkProjectionOptions, type NearestCorrelationOptions } from './nearest-correlation.js';
import { describeRepair, type Repair } from './repair.js';
import { raiseEigenvalues, spectralEnds } from './spectrum.js';

/** Far beyond the square of any return. */
const LARGEST_ENTRY = 1e200;

/** How a covariance is repaired; `tolerance` and `maxIterations` matter where variances are kept. */
export interface NearestCovarianceOptions extends NearestCorrelationOptions {
  /**
   * Whether the variances stay and only the correlations are repaired, as `nearestCorrelation` does; then
   * `minEigenvalue` is that of the correlations. `false` by default.
   */
  readonly keepVariances?: boolean;
  /** No eigenvalue of the result is smaller; at least 0 (the default), in the unit of the covariance. */
  readonly minEigenvalue?: number;
}

/** A covariance that is one, and how far it is from the matrix given. */
export interface RepairedCovariance extends Repair {
  /** n × n, exactly symmetric; `checkCovariance` accepts it. */
  readonly covariance: readonly (readonly number[])[];
}

/**
 * The covariance that is nearest to a symmetric matrix: of all that are positive semi-definite the one at
 * the smallest Frobenius distance.
 *
 * `matrix` is n × n and symmetric. Eigenvalues below `minEigenvalue` are raised to it, the eigenvectors
 * stay; that raises some variances. With `keepVariances` they stay instead, and the distance is the smallest
 * for the correlations. A matrix that is a covariance comes back as it is.
 *
 * Throws `length-mismatch`, `not-finite`, `not-symmetric` with the path to the entry, and `out-of-range`,
 * with `keepVariances` also for a negative variance.
 *
 * Source: N. J. Higham, Computing a nearest symmetric positive semidefinite matrix, Linear Algebra and its
 * Applications 103 (1988), theorem 2.1.
 *
 * @example
 * ```ts
 * import { nearestCovariance } from 'aptfolio/market';
 *
 * // Eigenvalues 3 and −1; what is left of the first is 1.5 everywhere.
 * const { covariance, distance, smallestEigenvalue } = nearestCovariance([[1, 2], [2, 1]]);
 * covariance; // => [[1.5, 1.5], [1.5, 1.5]]
 * distance; // => 1
 * smallestEigenvalue; // => { before: -1, after: 0 }
 * ```
 */
export function nearestCovariance(
  matrix: MatrixLike,
  options: NearestCovarianceOptions = {},
): RepairedCovariance {
  const size = orderOf(matrix, 'matrix');
  const given = checkSymmetric(matrix, 'matrix', size);
  checkEntries(given, 'matrix', size, LARGEST_ENTRY);
  checkObject(options, 'options');
  const isKept = checkBoolean(options.keepVariances ?? false, 'options.keepVariances');
  const eigen = eigenSymmetric(given, size);
  const before = spectralEnds(eigen);
  const found = isKept
    ? nearestWithVariances(given, size, checkProjectionOptions(options))
    : raise(given, size, eigen, options.minEigenvalue ?? 0);
  const after = spectralEnds(eigenSymmetric(found.matrix, size));
  return Object.freeze({
    covariance: toRows(found.matrix, size),
    ...describeRepair(given, found.matrix, before, after, found),
  });
}

function raise(
  given: Float64Array<ArrayBuffer>,
  size: number,
  eigen: SymmetricEigen,
  minEigenvalue: number,
): ProjectionResult {
  const range = { min: 0, max: LARGEST_ENTRY };
  const floor = checkRange(minEigenvalue, 'options.minEigenvalue', range);
  const isEnough = floor === 0 || spectralEnds(eigen).smallest >= floor;
  if (isEnough && accept(() => checkCovariance(given, 'matrix', size)) !== undefined) {
    return { matrix: given, iterations: 0, converged: true };
  }
  return { matrix: raiseEigenvalues(eigen, floor), iterations: 1, converged: true };
}
