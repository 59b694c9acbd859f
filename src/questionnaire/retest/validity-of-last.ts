import type { BusinessCalendar, PlainDate } from '../../dates/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';
import { assessmentValidity } from '../validity.js';
import type { Moment, ReadAssessment } from './history.js';
import type { ValidityRule } from './policy.js';

/**
 * Whether the last assessment counts. `change-reported`: not since the client reported a change;
 * `undetermined`: an assessment cannot be read and may be the last one, or no rule applies.
 */
export type ValidityStatus = 'valid' | 'expired' | 'change-reported' | 'none' | 'undetermined';

export interface RetestValidity {
  readonly status: ValidityStatus;
  readonly validThrough: PlainDate | null;
  readonly reasons: readonly Reason[];
}

interface LastValidityOptions {
  readonly asOf: PlainDate;
  readonly rule: ValidityRule | undefined;
  /** The policy's id. */
  readonly policy: string;
  readonly changeReported: Moment | null;
  readonly calendar: BusinessCalendar | undefined;
  /** Whether every row of the history could be read. */
  readonly readable: boolean;
}

/** Whether the last assessment counts on a day, and if not, why. */
export function validityOfLast(
  last: ReadAssessment | undefined,
  { asOf, rule, policy, changeReported, calendar, readable }: LastValidityOptions,
): RetestValidity {
  // The history's own reason says that rows could not be read.
  if (!readable) return { status: 'undetermined', validThrough: null, reasons: [] };
  if (rule === undefined) {
    const reason = makeReason('questionnaire.validity-no-rule', 'refer', { policy, asOf });
    return { status: 'undetermined', validThrough: null, reasons: [reason] };
  }
  const citations = [rule.citation];
  if (last === undefined) {
    const reason = makeReason('questionnaire.assessment-none', 'require', {}, citations);
    return { status: 'none', validThrough: null, reasons: [reason] };
  }
  const assessedOn = last.date;
  const { status, validThrough } = assessmentValidity(assessedOn, {
    asOf,
    validMonths: rule.months,
    ...(calendar === undefined ? {} : { calendar }),
  });
  if (status === 'expired') {
    const parameters = { assessedOn, validThrough };
    const reason = makeReason('questionnaire.assessment-expired', 'require', parameters, citations);
    return { status, validThrough, reasons: [reason] };
  }
  if (changeReported === null || changeReported.date > asOf || isBefore(changeReported, last)) {
    return { status, validThrough, reasons: [] };
  }
  const parameters = { assessedOn, reportedOn: changeReported.date };
  const reason = makeReason(
    'questionnaire.assessment-change-reported',
    'require',
    parameters,
    citations,
  );
  return { status: 'change-reported', validThrough, reasons: [reason] };
}

/** Whether a change was reported before the assessment for certain; on the same day only the times can tell. */
function isBefore(reported: Moment, assessed: Moment): boolean {
  if (reported.date !== assessed.date) return reported.date < assessed.date;
  if (reported.time === null || assessed.time === null) return false;
  return reported.time < assessed.time;
}
