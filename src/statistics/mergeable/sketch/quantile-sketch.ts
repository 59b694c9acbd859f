import { checkObject, checkOneOf, checkRange, refuseUnknown } from '../../../errors/index.js';
import { type ConfidenceOptions, readConfidence } from '../../interval.js';
import { checkProbability } from '../../sample.js';
import type { SurvivalCounts } from '../../survival/counts.js';
import { alikeSketches } from './alike.js';
import { type CountAtMost, countUpTo } from './count-of-cases.js';
import { countsOfCases, type SketchCountsOptions } from './counts-of-cases.js';
import { addClosedTime, addOpenTime, checkDraft, type QuantileSketchDraft } from './draft.js';
import { intervalOfCases, type SketchInterval } from './interval-of-cases.js';
import { meanOfCases, type SketchMean } from './mean-of-cases.js';
import { mergeSketches } from './merge.js';
import { initSketch, type QuantileSketchOptions } from './options.js';
import {
  QUANTILE_DEFINITIONS,
  type QuantileDefinition,
  quantileOfCases,
  type SketchQuantile,
  type SketchQuantileOptions,
} from './quantile-of-cases.js';
import { decodeSketch, encodeSketch, type QuantileSketchState } from './state.js';
import { casesOf } from './steps.js';
import { checkTime, hasBin } from './time-bins.js';

/** How many cases a sketch has. */
export interface SketchSize {
  readonly closed: number;
  readonly open: number;
  /** Whether every single time is kept, so that all figures are exact. */
  readonly exact: boolean;
}

/** The functions of `quantileSketch`; all refuse what is no draft, with path `draft` or `other`. */
export interface QuantileSketch {
  /**
   * A sketch without cases.
   *
   * @throws AptfolioError `out-of-range` and the like with path `options…`.
   */
  init(options?: QuantileSketchOptions): QuantileSketchDraft;
  /**
   * Adds a closed case, in place.
   *
   * @param time how long it took, in any one unit: 0, or from 2^−64 to 2^64 (5.4e-20 to 1.8e19).
   * @param path of the time in errors; default `time`.
   * @throws AptfolioError `missing-value`, `invalid-type`, `not-finite` or `out-of-range`.
   */
  add(draft: QuantileSketchDraft, time: number, path?: string): void;
  /** Adds a case that is still open after the time, in place; otherwise as `add`. */
  addOpen(draft: QuantileSketchDraft, time: number, path?: string): void;
  /**
   * Adds the cases of the other sketch, in place; the other stays as it is.
   *
   * @throws AptfolioError `inconsistent` with path `other.bits` or `other.exactUpTo` if it was made with other options.
   */
  merge(draft: QuantileSketchDraft, other: QuantileSketchDraft): void;
  /** Frozen plain JSON, the same bytes for the same cases in any order and grouping. */
  encode(draft: QuantileSketchDraft): QuantileSketchState;
  /**
   * A sketch that goes on where a state ended.
   *
   * @throws AptfolioError for anything that is no such state, with a path such as `state.closed.counts[2]`.
   */
  decode(state: unknown, path?: string): QuantileSketchDraft;
  /** How many cases there are. */
  size(draft: QuantileSketchDraft): SketchSize;
  /**
   * The time within which a share of the cases closes.
   *
   * @param probability from 0 to 1.
   * @returns `found` with value, error and method; `empty`; or `not-reached`. See `SketchQuantile`.
   * @throws AptfolioError `out-of-range` and the like with path `probability` or `options.definition`.
   */
  quantile(
    draft: QuantileSketchDraft,
    probability: number,
    options?: SketchQuantileOptions,
  ): SketchQuantile;
  /**
   * The interval of a quantile between order statistics, whatever the distribution; its method is `order-statistics` or
   * `order-statistics-binned`, which reaches to the edges of the bins.
   *
   * @param probability between 0 and 1, exclusive.
   * @throws AptfolioError `out-of-range` and the like with path `probability` or `options.confidence`.
   */
  quantileInterval(
    draft: QuantileSketchDraft,
    probability: number,
    options?: ConfidenceOptions,
  ): SketchInterval;
  /**
   * How many cases closed within a limit, and of how many that are open it cannot be said yet.
   *
   * Binned closed cases are counted exactly if the limit has at most bits + 1 binary digits: by default whole numbers to 512, and such as
   * 0.25, 1.5, 720 or 3,600.
   *
   * @param limit at least 0, in the unit of the times.
   * @throws AptfolioError `out-of-range` and the like with path `limit`.
   */
  countAtMost(draft: QuantileSketchDraft, limit: number): CountAtMost;
  /** The mean of the closed cases, from their exact sum. */
  mean(draft: QuantileSketchDraft): SketchMean;
  /**
   * All cases by rising time, for `kaplanMeier` and its kin; binned ones stand at the upper edge of their bin, the open ones last, or as `options` say.
   *
   * @throws AptfolioError `out-of-range` and the like with path `options…`.
   */
  toCounts(draft: QuantileSketchDraft, options?: SketchCountsOptions): SurvivalCounts;
  /**
   * Sketches that are to be compared, all as exact as the least exact of them: as they are where each keeps every time, else copies with all cases in the same bins, the
   * first and the last of which begin and end with the shortest and the longest time of all. A case at its own time and one at the edge of the bin that holds it would pass for a shorter and a longer one. The copies are for tests, not to go on with.
   *
   * @throws AptfolioError `inconsistent` with a path such as `drafts[1].bits` if they were made with different options.
   */
  alike(drafts: readonly QuantileSketchDraft[]): readonly QuantileSketchDraft[];
}

/**
 * Quantiles of durations, also where cases are still open, in bounded memory; parts can be merged in any order to the same byte.
 *
 * Up to `exactUpTo` cases every time is kept. Beyond, cases are counted in bins whose edges follow from the binary digits of the time, and a
 * quantile is at most `relativeError` above its true value, never below it. Which of both depends only on how many cases there are.
 *
 * Sources: the bins are those of HdrHistogram (G. Tene), see docs/decisions/0017-quantile-bins.md; Hyndman and Fan (1996), type 7; E. L.
 * Kaplan and P. Meier, Nonparametric Estimation from Incomplete Observations, JASA 53 (1958) 457–481; Conover (1999), section 3.2.
 *
 * @example
 * ```ts
 * import { quantileSketch } from 'aptfolio/statistics';
 *
 * const monday = quantileSketch.init();
 * for (const hours of [2, 0.5, 4]) quantileSketch.add(monday, hours);
 * const tuesday = quantileSketch.init();
 * quantileSketch.add(tuesday, 1);
 * quantileSketch.merge(monday, tuesday);
 * quantileSketch.quantile(monday, 0.5); // => { status: 'found', value: 1.5, error: 0, method: 'type-7' }
 * quantileSketch.quantile(monday, 0.9).value; // => 3.4
 * quantileSketch.quantile(monday, 0.9, { definition: 'kaplan-meier' }).value; // => 4
 *
 * quantileSketch.addOpen(monday, 3);
 * quantileSketch.quantile(monday, 0.5); // => { status: 'found', value: 2, error: 0, method: 'kaplan-meier' }
 * quantileSketch.countAtMost(monday, 2.5).closed; // => { atLeast: 3, atMost: 3 }
 * ```
 */
export const quantileSketch: QuantileSketch = Object.freeze({
  init: (options: QuantileSketchOptions = {}) => initSketch(options),
  add(draft: QuantileSketchDraft, time: number, path = 'time') {
    checkDraft(draft, 'draft');
    addClosedTime(draft, hasBin(time) ? time + 0 : checkTime(time, path));
  },
  addOpen(draft: QuantileSketchDraft, time: number, path = 'time') {
    checkDraft(draft, 'draft');
    addOpenTime(draft, hasBin(time) ? time + 0 : checkTime(time, path));
  },
  merge: mergeSketches,
  encode: encodeSketch,
  decode: (state: unknown, path = 'state') => decodeSketch(state, path),
  size(draft: QuantileSketchDraft) {
    const { closed, open } = casesOf(draft);
    return Object.freeze({ closed, open, exact: draft.binned === undefined });
  },
  quantile(draft: QuantileSketchDraft, probability: number, options: SketchQuantileOptions = {}) {
    const share = checkProbability(probability, 'probability');
    return Object.freeze(quantileOfCases(casesOf(draft), share, readDefinition(options)));
  },
  quantileInterval(
    draft: QuantileSketchDraft,
    probability: number,
    options: ConfidenceOptions = {},
  ) {
    const range = { exclusiveMin: 0, exclusiveMax: 1 };
    const share = checkRange(probability, 'probability', range);
    return Object.freeze(intervalOfCases(casesOf(draft), share, readConfidence(options)));
  },
  countAtMost(draft: QuantileSketchDraft, limit: number) {
    return countUpTo(casesOf(draft), checkRange(limit, 'limit', { min: 0 }));
  },
  mean: meanOfCases,
  toCounts: (draft: QuantileSketchDraft, options: SketchCountsOptions = {}) =>
    countsOfCases(casesOf(draft), options),
  alike: alikeSketches,
});

function readDefinition(options: unknown): QuantileDefinition {
  const fields = checkObject(options, 'options');
  refuseUnknown(fields, 'options', { definition: true });
  const { definition = 'type-7' } = fields;
  return checkOneOf(definition, 'options.definition', QUANTILE_DEFINITIONS);
}
