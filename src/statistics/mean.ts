import { mean as meanOf } from 'simple-statistics';
import { finite, sortedSample } from './sample.js';

/**
 * The arithmetic mean.
 *
 * The order of the values has no influence on the result, to the last bit.
 *
 * @param values at least one finite number.
 * @throws AptfolioError `empty`, `not-finite`, `invalid-type` with the path to the value, or
 * `out-of-range` if the sum exceeds the largest double.
 *
 * @example
 * ```ts
 * import { mean } from 'aptfolio/statistics';
 *
 * mean([2.5, 4, 7, 1.5]); // => 3.75
 * mean([]); // => throws 'empty'
 * ```
 */
export function mean(values: readonly number[] | Float64Array): number {
  return meanOfSorted(sortedSample(values, 'values'), 'values');
}

/** The mean of sorted values; exactly the value itself where all are equal. */
export function meanOfSorted(sorted: readonly number[], path: string): number {
  const lowest = sorted[0]!;
  const highest = sorted[sorted.length - 1]!;
  if (lowest === highest) return lowest;
  // The division can leave the range of the values by a rounding; a mean never does.
  return Math.min(highest, Math.max(lowest, finite(meanOf(sorted as number[]), path)));
}
