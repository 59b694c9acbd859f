import { variance as populationVarianceOf, sampleVariance } from 'simple-statistics';
import { AptfolioError } from '../errors/index.js';
import { scaled } from '../numerics/index.js';
import { meanOfSorted } from './mean.js';
import { finite, sortedSample } from './sample.js';
import { exponentOf } from './scale.js';

/**
 * The sample variance: squared deviations from the mean, over n − 1.
 *
 * Worked out in two passes (first the mean, then the deviations), so a large mean costs no digits.
 * The order of the values has no influence; values that are all equal give exactly 0, and so do
 * differences below 1e-162, whose squares no double holds; their `standardDeviation` is above 0.
 *
 * @param values at least two finite numbers.
 * @throws AptfolioError `empty`, `length-mismatch` for a single value, `not-finite`, or `out-of-range`
 * if the squares exceed the largest double.
 *
 * @example
 * ```ts
 * import { variance } from 'aptfolio/statistics';
 *
 * variance([10000001, 10000003, 10000002]); // => 1
 * ```
 */
export function variance(values: readonly number[] | Float64Array): number {
  return varianceOfSorted(sortedSample(values, 'values', 2), 'values');
}

/**
 * The population variance: squared deviations from the mean, over n.
 *
 * @param values at least one finite number.
 * @throws AptfolioError as `mean`.
 *
 * @example
 * ```ts
 * import { populationVariance } from 'aptfolio/statistics';
 *
 * populationVariance([1, 2, 3, 4]); // => 1.25
 * ```
 */
export function populationVariance(values: readonly number[] | Float64Array): number {
  const sorted = sortedSample(values, 'values');
  return isConstant(sorted) ? 0 : finite(populationVarianceOf(sorted), 'values');
}

/**
 * The sample standard deviation, the square root of the variance, also where no double holds that.
 *
 * @param values at least two finite numbers.
 * @throws AptfolioError `empty`, `length-mismatch` for a single value, `not-finite`, or `out-of-range`
 * if their sum exceeds the largest double.
 *
 * @example
 * ```ts
 * import { standardDeviation } from 'aptfolio/statistics';
 *
 * standardDeviation([2, 4, 4, 4, 5, 5, 7, 9]); // => 2.138089935299395
 * ```
 */
export function standardDeviation(values: readonly number[] | Float64Array): number {
  return deviationOfSorted(sortedSample(values, 'values', 2), 'values');
}

/**
 * The population standard deviation, the square root of the variance, also where no double holds that.
 *
 * @param values at least one finite number.
 * @throws AptfolioError as `mean`.
 *
 * @example
 * ```ts
 * import { populationStandardDeviation } from 'aptfolio/statistics';
 *
 * populationStandardDeviation([2, 4, 4, 4, 5, 5, 7, 9]); // => 2
 * ```
 */
export function populationStandardDeviation(values: readonly number[] | Float64Array): number {
  return rootOf(sortedSample(values, 'values'), populationVarianceOf, 'values');
}

/**
 * The population standard deviation as a share of the mean's magnitude: how irregular amounts are,
 * whatever their size.
 *
 * @param values at least one finite number, their mean other than 0.
 * @returns a decimal fraction, at least 0.
 * @throws AptfolioError as `mean`, and `out-of-range` if the mean is 0, where no ratio exists.
 *
 * @example
 * ```ts
 * import { coefficientOfVariation } from 'aptfolio/statistics';
 *
 * coefficientOfVariation([2, 4, 4, 4, 5, 5, 7, 9]); // => 0.4
 * ```
 */
export function coefficientOfVariation(values: readonly number[] | Float64Array): number {
  const sorted = sortedSample(values, 'values');
  const centre = meanOfSorted(sorted, 'values');
  if (centre === 0) {
    throw new AptfolioError('out-of-range', 'values', 'numbers with a mean other than 0');
  }
  return finite(populationStandardDeviation(sorted) / Math.abs(centre), 'values');
}

/** The sample variance of at least two sorted values. */
export function varianceOfSorted(sorted: readonly number[], path: string): number {
  return isConstant(sorted) ? 0 : finite(sampleVariance(sorted as number[]), path);
}

/** The sample standard deviation of at least two sorted values. */
export function deviationOfSorted(sorted: readonly number[], path: string): number {
  return rootOf(sorted, sampleVariance, path);
}

/** The root of a variance of sorted values, worked out near 1. */
function rootOf(
  sorted: readonly number[],
  varianceOf: (values: number[]) => number,
  path: string,
): number {
  if (isConstant(sorted)) return 0;
  const k = exponentOf(Math.max(-sorted[0]!, sorted[sorted.length - 1]!));
  const root = Math.sqrt(varianceOf(sorted.map((value) => scaled(value, -k))));
  return finite(scaled(root, k), path);
}

/** A mean of equal values may be off by a rounding; their variance is 0 all the same. */
function isConstant(sorted: readonly number[]): boolean {
  return sorted[0] === sorted[sorted.length - 1];
}
