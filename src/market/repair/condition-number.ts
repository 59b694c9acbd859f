import { eigenSymmetric } from '../../numerics/index.js';
import { checkCovariance, type MatrixLike, orderOf } from '../matrix.js';
import { conditionOf, spectralEnds } from './spectrum.js';

/**
 * How much a covariance or correlation magnifies errors when it is inverted: its largest eigenvalue over
 * its smallest, at least 1.
 *
 * `matrix` is n × n, symmetric and positive semi-definite. A singular matrix has no such number: the result
 * is `null` where the smallest eigenvalue is at most n·ε of the largest, with ε the rounding of a double.
 * Throws as `checkCovariance` does.
 *
 * Source: G. H. Golub and C. F. Van Loan, Matrix Computations, 4th ed. (2013), section 2.6.
 *
 * @example
 * ```ts
 * import { conditionNumber } from 'aptfolio/market';
 *
 * conditionNumber([[2, 1], [1, 2]]); // => 3
 * conditionNumber([[1, 1], [1, 1]]); // => null
 * ```
 */
export function conditionNumber(matrix: MatrixLike): number | null {
  const size = orderOf(matrix, 'matrix');
  const eigen = eigenSymmetric(checkCovariance(matrix, 'matrix', size), size);
  return conditionOf(spectralEnds(eigen));
}
