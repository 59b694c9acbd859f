import { checkRange } from '../errors/index.js';
import { regularisedBeta } from '../numerics/index.js';
import { type ConfidenceOptions, type Interval, makeInterval, readConfidence } from './interval.js';
import { sortedSample } from './sample.js';

/** An interval of a quantile, or the fact that the sample is too small for one. */
export type QuantileInterval =
  | { readonly status: 'found'; readonly interval: Interval }
  /** Even the smallest and the largest value do not enclose the quantile often enough. */
  | { readonly status: 'sample-too-small' };

/**
 * The interval of a quantile between two order statistics, whatever the distribution.
 *
 * Both bounds are values of the sample. Their ranks are the innermost for which each tail of the binomial
 * distribution has at most half of the error, so the interval covers at least as often as it says.
 *
 * @param values at least one finite number, in any order.
 * @param probability of the quantile, between 0 and 1, exclusive.
 * @returns `found` with an interval of method `order-statistics`, or `sample-too-small`.
 * @throws AptfolioError `empty`, `not-finite`, or `out-of-range` for probability or confidence.
 *
 * Source: W. J. Conover, Practical Nonparametric Statistics, 3rd ed. (1999), section 3.2.
 *
 * @example
 * ```ts
 * import { quantileInterval } from 'aptfolio/statistics';
 *
 * const hours = [2.5, 4, 7, 1.5, 26, 3, 5.5, 9];
 * const median = quantileInterval(hours, 0.5);
 * median.interval.low; // => 1.5
 * median.interval.high; // => 26
 * quantileInterval([1, 2, 3], 0.5); // => { status: 'sample-too-small' }
 * ```
 */
export function quantileInterval(
  values: readonly number[] | Float64Array,
  probability: number,
  options: ConfidenceOptions = {},
): QuantileInterval {
  const sorted = sortedSample(values, 'values');
  const p = checkRange(probability, 'probability', { exclusiveMin: 0, exclusiveMax: 1 });
  const confidence = readConfidence(options);
  const ranks = intervalRanks(sorted.length, p, confidence);
  if (ranks === undefined) return Object.freeze({ status: 'sample-too-small' });
  const interval = makeInterval(
    sorted[ranks.low - 1]!,
    sorted[ranks.high - 1]!,
    confidence,
    'order-statistics',
  );
  return Object.freeze({ status: 'found', interval });
}

/** The ranks, 1 the smallest value, between which a quantile lies; nothing if the sample is too small. */
export function intervalRanks(
  n: number,
  p: number,
  confidence: number,
): { readonly low: number; readonly high: number } | undefined {
  const tail = (1 - confidence) / 2;
  const low = binomialQuantile(tail, n, p);
  const high = binomialQuantile(1 - tail, n, p) + 1;
  return low < 1 || high > n ? undefined : { low, high };
}

/** The smallest k with P(B ≤ k) of at least `share`, B binomial. */
function binomialQuantile(share: number, n: number, p: number): number {
  let [low, high] = [0, n];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (binomialCdf(middle, n, p) >= share) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** P(B ≤ k) for k < n, by the incomplete beta function. */
function binomialCdf(k: number, n: number, p: number): number {
  return regularisedBeta(1 - p, n - k, k + 1);
}
