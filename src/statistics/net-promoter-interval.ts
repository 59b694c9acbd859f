import {
  AptfolioError,
  at,
  checkBoolean,
  checkInteger,
  checkObject,
  checkOneOf,
  type FieldsOf,
} from '../errors/index.js';
import {
  type ConfidenceOptions,
  type Interval,
  makeInterval,
  normalReach,
  readConfidence,
  studentInterval,
} from './interval.js';

/** The answers to a recommendation question. */
export interface PromoterCounts {
  /** Answers of 9 and 10. */
  readonly promoters: number;
  /** Answers of 7 and 8. */
  readonly passives: number;
  /** Answers from 0 to 6. */
  readonly detractors: number;
}

const METHODS = ['adjusted-wald', 'wald', 't'] as const;

/** Confidence, and how the interval of a net promoter score is made. */
export interface NetPromoterOptions extends ConfidenceOptions {
  /**
   * Default `adjusted-wald`: three more answers are added, three quarters of one to promoters and detractors each; it covers best. `wald` is the
   * textbook's score ± z·se, a single point where all answers are alike. `t` is Student's interval of the mean of answers that count 1, 0 and −1, with their sample
   * variance; also a single point where all are alike, and of one answer none: two are needed.
   */
  readonly method?: 'adjusted-wald' | 'wald' | 't';
  /** Whether the interval is kept within −1 and 1, as the score is. Default true; published tables often leave it as it comes. */
  readonly truncate?: boolean;
}

const OPTIONS: FieldsOf<NetPromoterOptions> = { confidence: true, method: true, truncate: true };

/**
 * The interval of a net promoter score, by the adjusted Wald method unless another is asked for; `method` says which.
 *
 * @param counts at least one answer.
 * @returns low and high as fractions, as the score from −1 to 1.
 * @throws AptfolioError `missing-value`, `invalid-type`, `out-of-range` or `empty` with a path such as `counts.passives`; `length-mismatch` for one answer and method
 * `t`; `unknown-value` with path `options.method`.
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
 * const few = { promoters: 0, passives: 0, detractors: 10 };
 * netPromoterInterval(few).low; // => -1
 * netPromoterInterval(few, { truncate: false }).low; // => -1.0634260230
 * ```
 */
export function netPromoterInterval(
  counts: PromoterCounts,
  options: NetPromoterOptions = {},
): Interval {
  const given = readScore(counts, 'counts');
  const confidence = readConfidence(options, OPTIONS);
  const { method = 'adjusted-wald', truncate = true } = checkObject(options, 'options');
  const name = checkOneOf(method, 'options.method', METHODS);
  const limit = checkBoolean(truncate, 'options.truncate') ? 1 : Number.POSITIVE_INFINITY;
  const { low, high } =
    name === 't' ? byStudent(given, confidence) : byNormal(given, confidence, name);
  return makeInterval(Math.max(-limit, low), Math.min(limit, high), confidence, name);
}

function byNormal(
  given: Scores,
  confidence: number,
  method: 'adjusted-wald' | 'wald',
): Pick<Interval, 'low' | 'high'> {
  const { centre, variance } = method === 'wald' ? given.plain : given.adjusted;
  const reach = normalReach(confidence) * Math.sqrt(variance);
  return { low: centre - reach, high: centre + reach };
}

/** The sample variance divides by n − 1. */
function byStudent({ plain, n }: Scores, confidence: number): Pick<Interval, 'low' | 'high'> {
  if (n < 2) throw new AptfolioError('length-mismatch', 'counts', 'at least two answers', n);
  const degreesOfFreedom = n - 1;
  const standardError = Math.sqrt((plain.variance * n) / degreesOfFreedom);
  const error = { standardError, degreesOfFreedom };
  return studentInterval(plain.centre, error, confidence, 't', 'counts');
}

/** An estimate of a score, with the square of its standard error. */
interface ScoreEstimate {
  readonly centre: number;
  readonly variance: number;
}

/** A net promoter score as it is, and with the added answers. */
interface Scores {
  /** How many answers. */
  readonly n: number;
  readonly plain: ScoreEstimate;
  readonly adjusted: ScoreEstimate;
}

/** Checks answers and works out their score. */
export function readScore(counts: unknown, path: string): Scores {
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
  return {
    n,
    plain: scoreOf(promoters, detractors, n),
    adjusted: scoreOf(promoters + 0.75, detractors + 0.75, n + 3),
  };
}

function scoreOf(promoters: number, detractors: number, n: number): ScoreEstimate {
  const centre = (promoters - detractors) / n;
  return { centre, variance: ((promoters + detractors) / n - centre * centre) / n };
}
