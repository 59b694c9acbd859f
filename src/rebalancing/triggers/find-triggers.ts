import { latestDate, type PlainDate } from '../../dates/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';
import type { Trigger } from '../policy/policy.js';
import type { TriggerRules } from './compile-triggers.js';
import type { FiredTrigger } from './fired-trigger.js';
import { reasonsOf, type TriggerContext, type TriggerState } from './reasons-of.js';
import { rememberDays, type ScheduledDays } from './scheduled-days.js';

/** What may be acted on today, and what has to wait and until when. */
export interface FoundTriggers {
  /** By the order of the policy. */
  readonly fired: readonly FiredTrigger[];
  readonly waiting: readonly Reason[];
}

/**
 * Finds what makes an account worth trading on a day.
 *
 * Triggers that are not urgent wait for a day on which they are looked at (the calendar trigger has days of its own) and until
 * `minimumDays` have passed since the last trade, to a business day. Where the last trade is not known, nobody knows that they have passed, nor
 * whether a scheduled rebalancing has been done already: both wait.
 */
export function findTriggers(
  state: TriggerState,
  rules: TriggerRules,
  context: TriggerContext,
): FoundTriggers {
  const fired: FiredTrigger[] = [];
  const waiting: Reason[] = [];
  const days = context.days ?? rememberDays(context.calendar);
  for (const trigger of rules.triggers) {
    const reasons = reasonsOf(trigger, state, context, days);
    if (reasons.length === 0) continue;
    const wait = waitOf(trigger.kind, state, rules, context, days);
    if (wait !== undefined) waiting.push(wait);
    else fired.push(Object.freeze({ kind: trigger.kind, reasons: Object.freeze(reasons) }));
  }
  return { fired, waiting };
}

/** Why a trigger may not act today, with the first day on which it may; `undefined` if it may. */
function waitOf(
  kind: Trigger['kind'],
  { lastTradeOn }: TriggerState,
  { look, minimumDays, urgent }: TriggerRules,
  context: TriggerContext,
  days: ScheduledDays,
): Reason | undefined {
  const { asOf } = context;
  const rests = minimumDays > 0 && !urgent.has(kind);
  if (lastTradeOn === undefined && (rests || kind === 'calendar')) {
    return makeReason('rebalancing.last-trade-unknown', 'info', { trigger: kind });
  }
  const earliest =
    rests && typeof lastTradeOn === 'string'
      ? restsUntil(days.addDays(lastTradeOn, minimumDays), context, days)
      : asOf;
  const isPaced = look !== undefined && kind !== 'calendar' && !urgent.has(kind);
  if (earliest === asOf && !isPaced) return undefined;
  const on = isPaced && earliest !== undefined ? days.nextScheduledDay(look, earliest) : earliest;
  if (on === asOf) return undefined;
  return on === undefined
    ? makeReason('rebalancing.waits', 'info', { trigger: kind })
    : makeReason('rebalancing.waits-until', 'info', { trigger: kind, on });
}

/** Today if the first business day on or after a date is not still to come, else that day; nothing where the calendar does not reach. */
function restsUntil(
  date: PlainDate,
  { asOf, calendar: { covers, isBusinessDay } }: TriggerContext,
  days: ScheduledDays,
): PlainDate | undefined {
  if (date <= asOf && isBusinessDay(asOf)) return asOf;
  const day = days.businessDayFrom(latestDate(date, covers.from));
  return day === undefined ? undefined : latestDate(asOf, day);
}
