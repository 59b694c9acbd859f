import { sampleCovariance } from 'simple-statistics';
import { checkVector } from '../errors/index.js';
import { checkMinimum, checkSameLength, finite, sortedPairs } from './sample.js';

/**
 * The sample covariance of two lists of equal length, over n − 1.
 *
 * The order of the pairs has no influence; a list of equal values gives exactly 0.
 *
 * @param x at least two finite numbers.
 * @param y as many finite numbers, `y[i]` belonging to `x[i]`.
 * @throws AptfolioError `empty`, `length-mismatch`, `not-finite`, or `out-of-range` if the products exceed
 * the largest double.
 *
 * @example
 * ```ts
 * import { covariance } from 'aptfolio/statistics';
 *
 * covariance([1, 2, 3, 4], [2, 4, 6, 9]); // => 3.8333333333333335
 * ```
 */
export function covariance(
  x: readonly number[] | Float64Array,
  y: readonly number[] | Float64Array,
): number {
  const vectorX = checkVector(x, 'x');
  checkMinimum(vectorX, 'x', 2);
  const vectorY = checkVector(y, 'y');
  checkSameLength(vectorX, vectorY, 'y');
  const order = sortedPairs(vectorX, vectorY);
  const pairedX = order.map((i) => vectorX[i]!);
  const pairedY = order.map((i) => vectorY[i]!);
  if (isConstant(pairedX) || isConstant(pairedY)) return 0;
  return finite(sampleCovariance(pairedX, pairedY), 'x');
}

function isConstant(values: readonly number[]): boolean {
  return values.every((value) => value === values[0]);
}
