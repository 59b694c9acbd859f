import { type ConfidenceOptions, type Interval, normalReach, readConfidence } from '../interval.js';
import { lengthOf } from '../scale.js';
import { checkRateCount, type RateCount } from './rate-count.js';

/** A difference of two rates with its interval. */
export interface RateDifference extends Interval {
  /** First rate less the second, in events per unit of exposure. */
  readonly difference: number;
}

/**
 * The difference of two independent Poisson rates, with the interval made of the two score intervals (method
 * `mover-score`): what Newcombe's method 10 is for proportions.
 *
 * @param first events and exposure of the first group.
 * @param second events and exposure of the second group, in the same unit; its rate is subtracted.
 * @throws AptfolioError `missing-value`, `invalid-type`, `not-finite` or `out-of-range` with a path such as
 * `first.exposure`.
 *
 * Source: G. Y. Zou and A. Donner, Construction of confidence limits about effect measures: a general approach, Statistics
 * in Medicine 27 (2008) 1693–1702.
 *
 * @example
 * ```ts
 * import { rateDifference } from 'aptfolio/statistics';
 *
 * const result = rateDifference({ events: 11, exposure: 800 }, { events: 21, exposure: 3011 });
 * result.difference; // => 0.00677557290
 * result.low; // => -0.00032880792387
 * ```
 */
export function rateDifference(
  first: RateCount,
  second: RateCount,
  options: ConfidenceOptions = {},
): RateDifference {
  const a = checkRateCount(first, 'first');
  const b = checkRateCount(second, 'second');
  const confidence = readConfidence(options);
  const reach = normalReach(confidence);
  const [one, other] = [rateArms(a, reach), rateArms(b, reach)];
  const difference = a.events / a.exposure - b.events / b.exposure;
  const below = lengthOf([one.below, other.above]);
  const above = lengthOf([one.above, other.below]);
  return Object.freeze({
    difference: difference + 0,
    low: difference - below + 0,
    high: difference + above + 0,
    confidence,
    method: 'mover-score',
  });
}

/** How far the score interval of a rate reaches to either side. */
export function rateArms(
  { events, exposure }: RateCount,
  reach: number,
): { readonly below: number; readonly above: number } {
  const square = reach * reach;
  const spread = reach * Math.sqrt(events + square / 4);
  const above = (square / 2 + spread) / exposure;
  // Without events the two terms are the same.
  const below = events === 0 ? 0 : (spread - square / 2) / exposure;
  return { below, above };
}
