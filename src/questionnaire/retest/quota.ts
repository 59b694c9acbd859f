import type { PlainDate } from '../../dates/index.js';
import { makeReason } from '../../evidence/index.js';
import type { ReadHistory } from './history.js';
import { assessedDays, limitsReached, nextAllowedOn, type RetestUsage, usageOn } from './limits.js';
import { type ReadRetestPolicy, type RetestLimit, ruleOn } from './policy.js';
import type { RetestCheck } from './result.js';

/** Whether one more assessment may be made, and how many were. */
export type Quota = Pick<
  RetestCheck,
  | 'status'
  | 'nextAllowedOn'
  | 'usedToday'
  | 'usedInTwelveMonths'
  | 'remainingToday'
  | 'remainingInTwelveMonths'
  | 'reasons'
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
    return { status: 'undetermined', nextAllowedOn: null, ...used, ...UNKNOWN, reasons: [reason] };
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
    ...(readable ? remaining(limit, usage) : UNKNOWN),
    reasons: [...reached, ...later],
  };
}

const UNKNOWN = { remainingToday: null, remainingInTwelveMonths: null } as const;

function remaining(
  { perDay, perTwelveMonths }: RetestLimit,
  { onDay, inTwelveMonths }: RetestUsage,
): Pick<Quota, 'remainingToday' | 'remainingInTwelveMonths'> {
  const inMonths = Math.max(0, perTwelveMonths - inTwelveMonths);
  return {
    remainingToday: Math.min(inMonths, Math.max(0, perDay - onDay)),
    remainingInTwelveMonths: inMonths,
  };
}
