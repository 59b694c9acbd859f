import { parsePlainDate } from '../../dates/index.js';
import {
  AptfolioError,
  at,
  checkInteger,
  checkList,
  checkObject,
  checkOneOf,
  checkRange,
  checkText,
} from '../../errors/index.js';
import type { Pacing, Trigger } from '../policy/policy.js';
import { SCHEDULE_ADJUSTMENTS, type Schedule } from './schedule.js';

/** Checked triggers and how often they may act. */
export interface TriggerRules {
  readonly triggers: readonly Trigger[];
  readonly look?: Schedule;
  readonly minimumDays: number;
  readonly urgent: ReadonlySet<Trigger['kind']>;
}

const KINDS = [
  'calendar',
  'band',
  'portfolio-drift',
  'tracking-error',
  'volatility',
  'cash-flow',
  'event',
] as const;

/**
 * Checks triggers and pacing once, with their defaults.
 *
 * Throws `missing-value` at `utility` for a trigger that measures risk without one, `out-of-range` for a negative limit or an
 * interval below one month or day, and the like, with the path.
 *
 * @param path of the policy that both stand in.
 * @param context.measuresRisk whether the policy says what risk is measured with.
 */
export function compileTriggers(
  triggers: readonly Trigger[] | undefined,
  pacing: Pacing | undefined,
  path: string,
  context: { readonly measuresRisk: boolean },
): TriggerRules {
  const triggersPath = at(path, 'triggers');
  const given = checkList<Trigger>(triggers ?? [{ kind: 'band' }], triggersPath);
  const checked = given.map((trigger, i) => checkTrigger(trigger, at(triggersPath, i)));
  if (!context.measuresRisk && checked.some(({ kind }) => MEASURE_RISK.includes(kind))) {
    const expected = 'what risk is measured with, which a trigger needs';
    throw new AptfolioError('missing-value', at(path, 'utility'), expected);
  }
  return { triggers: checked, ...checkPacing(pacing ?? {}, at(path, 'pacing')) };
}

const MEASURE_RISK: readonly Trigger['kind'][] = ['tracking-error', 'volatility'];

function checkTrigger(trigger: Trigger, path: string): Trigger {
  checkObject(trigger, path);
  const kind = checkOneOf(trigger.kind, at(path, 'kind'), KINDS);
  switch (trigger.kind) {
    case 'calendar':
      return { kind: 'calendar', ...checkSchedule(trigger, path) };
    case 'band':
      return { kind: 'band' };
    case 'event':
      return { kind: 'event', events: checkEvents(trigger.events, at(path, 'events')) };
    default: {
      const above = checkRange(trigger.above, at(path, 'above'), { min: 0 });
      return { kind, above } as Trigger;
    }
  }
}

function checkSchedule(schedule: Schedule, path: string): Schedule {
  const { everyMonths, everyDays, adjust } = checkObject(schedule, path);
  const shared: Pick<Schedule, 'anchor' | 'adjust'> = {
    anchor: parsePlainDate(schedule.anchor, at(path, 'anchor')),
    ...(adjust === undefined
      ? {}
      : { adjust: checkOneOf(adjust, at(path, 'adjust'), SCHEDULE_ADJUSTMENTS) }),
  };
  if (everyDays === undefined) {
    const range = { min: 1, max: 1200 };
    return { ...shared, everyMonths: checkInteger(everyMonths, at(path, 'everyMonths'), range) };
  }
  if (everyMonths !== undefined) {
    throw new AptfolioError('inconsistent', at(path, 'everyDays'), 'either days or months');
  }
  const range = { min: 1, max: 36_525 };
  return { ...shared, everyDays: checkInteger(everyDays, at(path, 'everyDays'), range) };
}

function checkEvents(events: readonly string[], path: string): readonly string[] {
  return checkList<string>(events, path, { minLength: 1 }).map((event, i) =>
    checkText(event, at(path, i)),
  );
}

function checkPacing(pacing: Pacing, path: string): Omit<TriggerRules, 'triggers'> {
  checkObject(pacing, path);
  const { look, minimumDays = 0, urgent = ['event', 'cash-flow'] } = pacing;
  const urgentPath = at(path, 'urgent');
  const kinds = checkList<Trigger['kind']>(urgent, urgentPath).map((kind, i) =>
    checkOneOf(kind, at(urgentPath, i), KINDS),
  );
  const lookPath = at(path, 'look');
  return {
    ...(look === undefined
      ? {}
      : { look: checkSchedule(checkObject(look, lookPath) as unknown as Schedule, lookPath) }),
    minimumDays: checkInteger(minimumDays, at(path, 'minimumDays'), { min: 0, max: 36_525 }),
    urgent: new Set(kinds),
  };
}
