import { AptfolioError, at, checkInteger, checkObject } from '../errors/index.js';
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

/**
 * The interval of a net promoter score by the adjusted Wald method: three more answers are added, three quarters of one to promoters and detractors
 * each, and the result is kept within −1 and 1 (method `adjusted-wald`).
 *
 * @param counts at least one answer.
 * @throws AptfolioError `missing-value`, `invalid-type`, `out-of-range` or `empty` with a path such as `counts.passives`.
 *
 * Source: B. Rocks, Interval Estimation for the "Net Promoter Score", The American Statistician 70 (2016) 365–372.
 *
 * @example
 * ```ts
 * import { netPromoterInterval } from 'aptfolio/statistics';
 *
 * // The score is (19 − 5)/36 = 0.389.
 * const { low, high } = netPromoterInterval({ promoters: 19, passives: 12, detractors: 5 });
 * low; // => 0.1315753117
 * high; // => 0.5863734062
 * ```
 */
export function netPromoterInterval(
  counts: PromoterCounts,
  options: ConfidenceOptions = {},
): Interval {
  const { adjusted, variance } = readScore(counts, 'counts');
  const confidence = readConfidence(options);
  const reach = normalReach(confidence) * Math.sqrt(variance);
  return Object.freeze({
    low: Math.max(-1, adjusted - reach) + 0,
    high: Math.min(1, adjusted + reach) + 0,
    confidence,
    method: 'adjusted-wald',
  });
}

/** A net promoter score, and what it is with the added answers and how sure. */
interface AdjustedScore {
  readonly score: number;
  readonly adjusted: number;
  readonly variance: number;
}

/** Checks answers and works out their score. */
export function readScore(counts: unknown, path: string): AdjustedScore {
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
