import { quantileSorted } from 'simple-statistics';
import { checkProbability, finite, sortedSample } from './sample.js';

/**
 * A quantile by linear interpolation between the order statistics: type 7 of Hyndman and Fan, the
 * default of R and NumPy.
 *
 * @param values at least one finite number, in any order.
 * @param probability from 0 (the smallest value) to 1 (the largest).
 * @throws AptfolioError `empty`, `not-finite`, or `out-of-range` for the probability.
 *
 * Source: R. J. Hyndman and Y. Fan, Sample Quantiles in Statistical Packages, The American
 * Statistician 50 (1996) 361–365.
 *
 * @example
 * ```ts
 * import { quantile } from 'aptfolio/statistics';
 *
 * quantile([15, 20, 35, 40, 50], 0.4); // => 29
 * ```
 */
export function quantile(values: readonly number[] | Float64Array, probability: number): number {
  const sorted = sortedSample(values, 'values');
  return quantileOfSorted(sorted, checkProbability(probability, 'probability'), 'values');
}

/**
 * The median: the middle value, or the mean of the two middle values.
 *
 * @param values at least one finite number, in any order.
 * @throws AptfolioError `empty` or `not-finite`.
 *
 * @example
 * ```ts
 * import { median } from 'aptfolio/statistics';
 *
 * median([2.5, 4, 7, 1.5, 26, 3, 5.5, 9]); // => 4.75
 * ```
 */
export function median(values: readonly number[] | Float64Array): number {
  return quantileOfSorted(sortedSample(values, 'values'), 0.5, 'values');
}

/** The type-7 quantile of sorted values. */
export function quantileOfSorted(
  sorted: readonly number[],
  probability: number,
  path: string,
): number {
  return finite(quantileSorted(sorted as number[], probability), path);
}
