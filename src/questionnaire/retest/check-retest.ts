import { type BusinessCalendar, type PlainDate, parsePlainDate } from '../../dates/index.js';
import { AptfolioError, checkObject, checkText } from '../../errors/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';
import { type PastAssessment, type ReadAssessment, readHistory, readMoment } from './history.js';
import { historyReasons } from './history-reasons.js';
import { type RetestPolicy, readRetestPolicy } from './policy.js';
import { type Quota, quotaOf } from './quota.js';
import type { RetestCheck } from './result.js';
import { type Worth, worthOf } from './worth.js';

/** On which day a client's assessments are looked at, and by whom. */
export interface RetestOptions {
  readonly asOf: PlainDate;
  /** The institution that asks: assessments made elsewhere are left out. Needed where the history names several. */
  readonly institution?: string;
  /** When the client last reported a change that may affect the level: a civil date or an instant. */
  readonly changeReportedAt?: string;
  /** Moves the end of an assessment's validity from a day off to the next working day. Default: it stays. */
  readonly calendar?: BusinessCalendar;
}

/**
 * Tells whether a client may be assessed once more on a day, and what the assessments made so far are worth.
 *
 * Windows are counted on civil dates. Twelve months that begin with an assessment end on the day of the same
 * number a year later, which still belongs to them. Assessments from before a rule applied count under it, and
 * if the last one differs from the one before, it must be confirmed; those dated after `asOf` only towards the limits, because one that is recorded late must not make too many
 * either. Where only the days of several assessments on one day are known, the lowest level is taken for the last.
 *
 * @param history assessments in any order; one that stands twice with the same facts counts once.
 * @throws AptfolioError for a policy or options that cannot be used; a broken row of the history is one of the
 * `failures`, and then nothing is allowed and no level counts.
 *
 * Source: 金融机构产品适当性管理办法 (National Financial Regulatory Administration, Order No. 7 of 2025), article
 * 29; Civil Code of China, articles 201 to 203; for the raise, ESMA35-43-3172 (2023), guideline 5.
 *
 * @example
 * ```ts
 * import { checkRetest, CN_RETEST_POLICY } from 'aptfolio/questionnaire';
 *
 * const history = [
 *   { id: 'a', assessedAt: '2026-03-02', level: 'C2' },
 *   { id: 'b', assessedAt: '2026-06-15T01:00:00Z', level: 'C3' },
 *   { id: 'c', assessedAt: '2026-06-15T02:00:00Z', level: 'C4' },
 * ] as const;
 * const check = checkRetest(history, CN_RETEST_POLICY, { asOf: '2026-06-15' });
 * check.status; // => 'refused'
 * check.nextAllowedOn; // => '2026-06-16'
 * check.level; // => 'C2'
 * check.mustReconfirm; // => { from: 'C3', to: 'C4' }
 * check.raise; // => { from: 'C2', to: 'C4', on: '2026-06-15', daysAgo: 0 }
 * ```
 */
export function checkRetest(
  history: readonly PastAssessment[],
  policy: RetestPolicy,
  options: RetestOptions,
): RetestCheck {
  const rules = readRetestPolicy(policy);
  checkObject(options, 'options');
  const asOf = parsePlainDate(options.asOf, 'options.asOf');
  const { institution, changeReportedAt, calendar } = options;
  if (institution !== undefined) checkText(institution, 'options.institution');
  const changeReported =
    changeReportedAt === undefined
      ? null
      : readMoment(changeReportedAt, 'options.changeReportedAt', rules);
  const read = readHistory(history, rules, institution);
  if (institution === undefined) refuseSeveral(read.rows);
  const past = read.rows.filter(({ date }) => date <= asOf);
  const quota = quotaOf(read, rules, asOf);
  const worth = worthOf(past, rules, {
    asOf,
    changeReported,
    calendar,
    readable: read.failures.length === 0,
  });
  return Object.freeze({
    ...quota,
    asOf,
    ...worth,
    reasons: Object.freeze([
      ...historyReasons(read, past, asOf),
      ...quota.reasons,
      ...worth.reasons,
      ...noSale(quota, worth),
    ]),
    failures: read.failures,
  });
}

/** An assessment made elsewhere would be worth something here. */
function refuseSeveral(rows: readonly ReadAssessment[]): void {
  const named = new Set(
    rows.map(({ institution }) => institution).filter((one) => one !== undefined),
  );
  if (named.size < 2) return;
  const expected = 'the institution that asks, as the history names several';
  throw new AptfolioError('missing-value', 'options.institution', expected);
}

/** A sale needs a new assessment, and none may be made. */
function noSale(quota: Quota, { validity, reasons }: Worth): readonly Reason[] {
  const needed = validity !== 'valid' && validity !== 'undetermined';
  if (quota.status !== 'refused' || !needed) return [];
  const citations = [quota.reasons[0]!, reasons[0]!].flatMap((reason) => reason.citations);
  return [makeReason('questionnaire.retest-no-sale', 'block', {}, citations)];
}
