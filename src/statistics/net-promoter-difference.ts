import { normalCdf } from '../numerics/index.js';
import { type ConfidenceOptions, type Interval, normalReach, readConfidence } from './interval.js';
import { type PromoterCounts, readScore } from './net-promoter-interval.js';

/** A difference of two net promoter scores with its interval. */
export interface NetPromoterDifference extends Interval {
  /** First score less the second, as a fraction from −2 to 2. */
  readonly difference: number;
  /** Standard normal if the two true scores are equal; of the same adjusted counts as the interval. */
  readonly statistic: number;
  /** Two-sided, by the same adjusted counts as the interval. */
  readonly pValue: number;
}

/**
 * The difference of two independent net promoter scores, with the interval of the adjusted Wald method: three more answers
 * are added to each group, three quarters of one to promoters and detractors each (method `adjusted-wald`). With a handful
 * of answers the interval lies nearer to 0 than the observed difference.
 *
 * @param first counts of the first group, at least one answer.
 * @param second counts of the second group, which is subtracted.
 * @throws AptfolioError `missing-value`, `invalid-type`, `out-of-range` or `empty` with a path such as `first.passives`.
 *
 * Source: B. Rocks, Interval Estimation for the "Net Promoter Score", The American Statistician 70 (2016) 365–372, for the
 * adjustment of one score; the variances of two independent scores add up.
 *
 * @example
 * ```ts
 * import { netPromoterDifference } from 'aptfolio/statistics';
 *
 * const change = netPromoterDifference(
 *   { promoters: 60, passives: 25, detractors: 15 },
 *   { promoters: 50, passives: 30, detractors: 20 },
 * );
 * change.difference; // => 0.15
 * change.low; // => -0.0624727182
 * ```
 */
export function netPromoterDifference(
  first: PromoterCounts,
  second: PromoterCounts,
  options: ConfidenceOptions = {},
): NetPromoterDifference {
  const [a, b] = [readScore(first, 'first'), readScore(second, 'second')];
  const confidence = readConfidence(options);
  const difference = a.plain.centre - b.plain.centre;
  const adjusted = a.adjusted.centre - b.adjusted.centre;
  const error = Math.sqrt(a.adjusted.variance + b.adjusted.variance);
  const reach = normalReach(confidence) * error;
  return Object.freeze({
    difference: difference + 0,
    low: Math.max(-2, adjusted - reach) + 0,
    high: Math.min(2, adjusted + reach) + 0,
    statistic: adjusted / error + 0,
    pValue: Math.min(1, 2 * normalCdf(-Math.abs(adjusted) / error)),
    confidence,
    method: 'adjusted-wald',
  });
}
