import {
  AptfolioError,
  checkInteger,
  checkObject,
  checkRange,
  type FieldsOf,
  refuseUnknown,
} from '../../errors/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';
import { type ConfidenceOptions, type Interval, wilsonInterval } from '../../statistics/index.js';
import { readConfidence } from '../confidence.js';
import { methodsOf } from '../define.js';
import type { Kpi } from '../definition.js';
import { readState } from '../draft.js';
import type { KpiState } from '../state.js';
import { sizeReason } from '../summarise.js';

/** How many were asked, and when too few have answered. */
export interface NonResponseOptions extends ConfidenceOptions {
  /** The clients who were asked and could be reached: whole number, at least as many as answered. */
  readonly invited: number;
  /** Below this response rate the result warns: from 0 to 1, default 0.8. */
  readonly warnBelow?: number;
}

/** What those who did not answer could have made of a figure; only where enough have answered for a figure. */
export interface NonResponseOk {
  readonly status: 'ok';
  readonly invited: number;
  readonly answered: number;
  /** `answered / invited` with its interval. */
  readonly response: { readonly value: number; readonly interval: Interval };
  /** The figure among those who answered, in the KPI's unit. */
  readonly observed: number;
  /** The figure if everybody silent had given the worst answer, and the best; nothing outside is possible. */
  readonly bounds: { readonly low: number; readonly high: number };
  /** `kpi.non-response` with severity `warn` where too small a share has answered; empty otherwise. */
  readonly reasons: readonly Reason[];
}

/** Nobody was asked, or too few have answered: bounds of a few answers would give away what `summarise` holds back. */
export interface NonResponseInsufficient {
  readonly status: 'insufficient';
  /** `kpi.nobody-invited`; `kpi.no-cases` or `kpi.sample-too-small` if fewer answered than the KPI's `minimumSample`. */
  readonly reason: Reason;
}

/** What is known of a survey's figure in spite of those who kept silent. */
export type NonResponse = NonResponseOk | NonResponseInsufficient;

const FIELDS: FieldsOf<NonResponseOptions> = { invited: true, warnBelow: true, confidence: true };

/**
 * Says how far those who did not answer could move a survey's figure.
 *
 * The interval of a figure holds if those who answered are like the others, which nobody has shown. These bounds suppose nothing: every silent client gives the
 * worst answer, or the best. They are worst cases, not an interval of confidence; a narrower claim needs a study of who keeps silent.
 *
 * @param kpi a survey's: of kind `ratings` (mean, best boxes or net promoter) or `proportion`, one answer a client.
 * @param state of this KPI, with the answers.
 * @param options `invited`; `warnBelow`, default 0.8, below which OMB asks for an analysis of nonresponse bias; `confidence`.
 * @returns `ok`, or `insufficient` if nobody was asked or fewer answered than the KPI's `minimumSample`; how many answered is `survey-response`'s to say.
 * @throws AptfolioError with path `kpi.kind`, `state…` or `options…`: `inconsistent` if more answered than were invited.
 *
 * Source: C. F. Manski, Partial Identification of Probability Distributions (2003), 1.2; Office of Management and Budget, Standards and Guidelines for
 * Statistical Surveys (2006), section 3.2.
 *
 * @example
 * ```ts
 * import { accumulateAll, kpiMessages, nonResponse, serviceKpis } from 'aptfolio/kpi';
 * import { formatReason } from 'aptfolio/evidence';
 *
 * const { satisfactionTopTwoBox } = serviceKpis({ currency: 'CNY' });
 * const { state } = accumulateAll(satisfactionTopTwoBox, [{ score: 5, count: 160 }, { score: 2, count: 40 }]);
 * const survey = nonResponse(satisfactionTopTwoBox, state, { invited: 1000 });
 * survey.response.value; // => 0.2
 * survey.observed; // => 0.8
 * survey.bounds; // => { low: 0.16, high: 0.96 }
 * formatReason(kpiMessages, survey.reasons[0], 'en');
 * // => 'Only 20.0% of those asked have answered, fewer than 80.0%. Had the others answered, the figure could lie anywhere from 0.16 to 0.96.'
 * ```
 */
export function nonResponse<K extends 'ratings' | 'proportion'>(
  kpi: Kpi<K>,
  state: KpiState<NoInfer<K>>,
  options: NonResponseOptions,
): NonResponse {
  const { answered, sum, worst, best } = answersOf(kpi, state);
  const fields = checkObject(options, 'options');
  refuseUnknown(fields, 'options', FIELDS);
  const invited = checkInteger(fields.invited, 'options.invited', { min: 0 });
  if (answered > invited) {
    const expected = `a whole number of at least ${answered}, which is how many answered`;
    throw new AptfolioError('inconsistent', 'options.invited', expected, invited);
  }
  const { warnBelow = 0.8 } = fields;
  const least = checkRange(warnBelow, 'options.warnBelow', { min: 0, max: 1 });
  const confidence = readConfidence(fields);
  const shortage =
    invited === 0
      ? makeReason('kpi.nobody-invited', 'info')
      : sizeReason(answered, kpi.minimumSample);
  if (shortage !== null) return Object.freeze({ status: 'insufficient', reason: shortage });
  const silent = invited - answered;
  const bounds = {
    low: (sum + silent * worst) / invited + 0,
    high: (sum + silent * best) / invited + 0,
  };
  const share = answered / invited;
  const interval = Object.freeze(wilsonInterval(answered, invited, { confidence }));
  return Object.freeze({
    status: 'ok',
    invited,
    answered,
    response: Object.freeze({ value: share, interval }),
    observed: sum / answered + 0,
    bounds: Object.freeze(bounds),
    reasons: Object.freeze(share < least ? [warning(share, least, bounds)] : []),
  });
}

function warning(response: number, least: number, bounds: NonResponseOk['bounds']): Reason {
  return makeReason('kpi.non-response', 'warn', { response, least, ...bounds });
}

/** Answers as numbers whose mean is the figure, with what the worst and the best answer count. */
interface Answers {
  readonly answered: number;
  readonly sum: number;
  readonly worst: number;
  readonly best: number;
}

function answersOf(kpi: Kpi, state: unknown): Answers {
  methodsOf(kpi);
  if (kpi.kind === 'proportion' && kpi.periodsPerYear === undefined) {
    const { successes, trials } = readState(kpi as Kpi<'proportion'>, state, 'state').data;
    return { answered: trials, sum: successes, worst: 0, best: 1 };
  }
  if (kpi.kind !== 'ratings') {
    const expected = 'a KPI of kind ratings, or of kind proportion that is not stated for a year';
    throw new AptfolioError('inconsistent', 'kpi.kind', expected, kpi.kind);
  }
  const ratings = kpi as Kpi<'ratings'>;
  const { counts } = readState(ratings, state, 'state').data;
  const worth = counts.map((_, i) => worthOf(ratings, i));
  return {
    answered: counts.reduce((all, count) => all + count, 0),
    sum: counts.reduce((all, count, i) => all + count * worth[i]!, 0),
    worst: worth[0]!,
    best: worth[worth.length - 1]!,
  };
}

/** What one answer at a point of the scale adds to the figure. */
function worthOf({ measure, scale }: Kpi<'ratings'>, point: number): number {
  if (measure.name === 'mean') return scale.lowest + point;
  if (measure.name === 'net-promoter') return point >= 9 ? 1 : point <= 6 ? -1 : 0;
  return point > scale.highest - scale.lowest - measure.boxes ? 1 : 0;
}
