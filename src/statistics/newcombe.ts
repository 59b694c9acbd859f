import { type Count, checkCount } from './count.js';
import { type ConfidenceOptions, type Interval, normalReach, readConfidence } from './interval.js';
import { lengthOf } from './scale.js';
import { wilsonBounds } from './wilson.js';

/** A difference of two proportions with its interval. */
export interface ProportionDifference extends Interval {
  /** First proportion less the second. */
  readonly difference: number;
}

/**
 * The difference of two independent proportions, with Newcombe's hybrid score interval (method 10).
 *
 * It is made of the two Wilson intervals and so never leaves [−1, 1].
 *
 * @param first counts of the first group.
 * @param second counts of the second group, which is subtracted.
 * @returns the difference and an interval of method `newcombe-10`.
 * @throws AptfolioError `missing-value`, `invalid-type` or `out-of-range` with a path such as `first.successes`.
 *
 * Source: R. G. Newcombe, Statistics in Medicine 17 (1998) 873–890.
 *
 * @example
 * ```ts
 * import { newcombeDifference } from 'aptfolio/statistics';
 *
 * const result = newcombeDifference({ successes: 56, n: 70 }, { successes: 48, n: 80 });
 * result.difference; // => 0.2
 * result.low; // => 0.05243147240236
 * result.high; // => 0.3338726540369
 * ```
 */
export function newcombeDifference(
  first: Count,
  second: Count,
  options: ConfidenceOptions = {},
): ProportionDifference {
  const a = checkCount(first, 'first');
  const b = checkCount(second, 'second');
  const confidence = readConfidence(options);
  const reach = normalReach(confidence);
  const [p, q] = [a.successes / a.n, b.successes / b.n];
  const [boundsA, boundsB] = [wilsonBounds(a, reach), wilsonBounds(b, reach)];
  const difference = p - q;
  const below = lengthOf([p - boundsA.low, boundsB.high - q]);
  const above = lengthOf([boundsA.high - p, q - boundsB.low]);
  return Object.freeze({
    difference: difference + 0,
    low: Math.max(-1, difference - below) + 0,
    high: Math.min(1, difference + above) + 0,
    confidence,
    method: 'newcombe-10',
  });
}
