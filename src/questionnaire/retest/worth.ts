import type { BusinessCalendar, PlainDate } from '../../dates/index.js';
import { makeReason } from '../../evidence/index.js';
import { acceptAssessment, type LevelStanding } from './accept-assessment.js';
import type { Moment, ReadAssessment } from './history.js';
import { type ReadRetestPolicy, ruleOn } from './policy.js';
import { recentRaise } from './raise.js';
import type { RetestCheck } from './result.js';
import { validityOfLast } from './validity-of-last.js';

interface WorthOptions {
  readonly asOf: PlainDate;
  readonly changeReported: Moment | null;
  readonly calendar: BusinessCalendar | undefined;
  /** Whether every row of the history could be read. */
  readonly readable: boolean;
}

/** What the assessments made so far are worth. */
export type Worth = Pick<
  RetestCheck,
  'last' | 'validity' | 'validThrough' | 'level' | 'mustReconfirm' | 'raise' | 'reasons'
>;

/** What the assessments made so far are worth. */
export function worthOf(
  past: readonly ReadAssessment[],
  policy: ReadRetestPolicy,
  { asOf, changeReported, calendar, readable }: WorthOptions,
): Worth {
  const last = past.at(-1);
  const validity = validityOfLast(last, {
    asOf,
    rule: ruleOn(policy.validity, asOf),
    policy: policy.id,
    changeReported,
    calendar,
    readable,
  });
  const standing = standingAfter(past, policy, asOf);
  const notice = ruleOn(policy.raiseNotice, asOf);
  const raise = notice === undefined ? null : recentRaise(past, notice.days, asOf);
  const raised =
    raise === null
      ? []
      : [makeReason('questionnaire.level-raised', 'refer', { ...raise }, [notice!.citation])];
  return {
    last:
      last === undefined
        ? null
        : Object.freeze({ id: last.id, assessedOn: last.date, level: last.level }),
    validity: validity.status,
    validThrough: validity.validThrough,
    level: validity.status === 'valid' ? standing!.level : null,
    mustReconfirm: standing?.change ?? null,
    raise,
    reasons: [...validity.reasons, ...(standing?.reasons ?? []), ...raised],
  };
}

/**
 * Where the client stands by the rule of the day. An assessment from before the rule is held against the one
 * before it alone: there, a result that came twice is settled, since nobody was asked to confirm the first.
 */
function standingAfter(
  past: readonly ReadAssessment[],
  policy: ReadRetestPolicy,
  asOf: PlainDate,
): LevelStanding | null {
  const rule = ruleOn(policy.confirmation, asOf);
  const citations = rule === undefined ? [] : [rule.citation];
  return past.reduce<LevelStanding | null>((standing, { date, level, confirmed }, index) => {
    const asked = rule !== undefined && ruleOn(policy.confirmation, date) !== undefined;
    const settled = !asked && (rule === undefined || past[index - 1]?.level === level);
    return acceptAssessment(standing, level, { confirmed: confirmed || settled, citations });
  }, null);
}
