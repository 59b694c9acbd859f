import type { PlainDate } from '../../dates/index.js';
import { makeReason } from '../../evidence/index.js';
import type { ReadHistory } from './history.js';
import { assessedDays, limitsReached, nextAllowedOn, usageOn } from './limits.js';
import { type ReadRetestPolicy, ruleOn } from './policy.js';
import type { RetestCheck } from './result.js';

/** Whether one more assessment may be made, and how many were. */
export type Quota = Pick<
  RetestCheck,
  'status' | 'nextAllowedOn' | 'usedToday' | 'usedInTwelveMonths' | 'reasons'
>;

/** Whether one more assessment may be made. */
export function quotaOf(
  { rows, failures }: ReadHistory,
  policy: ReadRetestPolicy,
  asOf: PlainDate,
): Quota {
  const days = assessedDays(rows);
  const usage = usageOn(days, asOf);
  const used = { usedToday: usage.onDay, usedInTwelveMonths: usage.inTwelveMonths };
  const limit = ruleOn(policy.limits, asOf);
  if (limit === undefined) {
    const reason = makeReason('questionnaire.retest-no-rule', 'refer', { policy: policy.id, asOf });
    return { status: 'undetermined', nextAllowedOn: null, ...used, reasons: [reason] };
  }
  const reached = limitsReached(limit, usage);
  const readable = failures.length === 0;
  const refused = reached.length > 0;
  const end = refused ? nextAllowedOn(policy.limits, days, asOf) : asOf;
  const next = readable ? end : null;
  const later =
    refused && next !== null
      ? [makeReason('questionnaire.retest-next', 'info', { next }, [limit.citation])]
      : [];
  return {
    status: refused ? 'refused' : readable ? 'allowed' : 'undetermined',
    nextAllowedOn: next,
    ...used,
    reasons: [...reached, ...later],
  };
}
