import { AptfolioError, at, checkInteger, checkObject } from '../errors/index.js';
import { normalCdf } from '../numerics/index.js';
import { type ConfidenceOptions, type Interval, normalReach, readConfidence } from './interval.js';

/** The answers to a recommendation question. */
export interface PromoterCounts {
  /** Answers of 9 and 10. */
  readonly promoters: number;
  /** Answers of 7 and 8. */
  readonly passives: number;
  /** Answers from 0 to 6. */
  readonly detractors: number;
}

/** A difference of two net promoter scores with its interval. */
export interface NetPromoterDifference extends Interval {
  /** First score less the second, as a fraction from −2 to 2. */
  readonly difference: number;
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
  const [a, b] = [scoreOf(first, 'first'), scoreOf(second, 'second')];
  const confidence = readConfidence(options);
  const difference = a.score - b.score;
  const adjusted = a.adjusted - b.adjusted;
  const error = Math.sqrt(a.variance + b.variance);
  const reach = normalReach(confidence) * error;
  return Object.freeze({
    difference: difference + 0,
    low: Math.max(-2, adjusted - reach) + 0,
    high: Math.min(2, adjusted + reach) + 0,
    pValue: Math.min(1, 2 * normalCdf(-Math.abs(adjusted) / error)),
    confidence,
    method: 'adjusted-wald',
  });
}

function scoreOf(counts: unknown, path: string) {
  const given = checkObject(counts, path);
  const read = (field: keyof PromoterCounts): number =>
    checkInteger(given[field], at(path, field), { min: 0 });
  const [promoters, passives, detractors] = [
    read('promoters'),
    read('passives'),
    read('detractors'),
  ];
  const n = promoters + passives + detractors;
  if (n === 0) throw new AptfolioError('empty', path, 'at least one answer');
  const up = (promoters + 0.75) / (n + 3);
  const down = (detractors + 0.75) / (n + 3);
  const adjusted = up - down;
  const variance = (up + down - adjusted * adjusted) / (n + 3);
  return { score: (promoters - detractors) / n, adjusted, variance };
}
