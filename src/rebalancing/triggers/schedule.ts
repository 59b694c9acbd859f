import {
  addDays,
  addMonths,
  adjustDate,
  type BusinessCalendar,
  daysBetween,
  monthsBetween,
  type PlainDate,
} from '../../dates/index.js';

/** Where a day goes that is no business day. */
export const SCHEDULE_ADJUSTMENTS = [
  /** To the next business day. */
  'following',
  /** To the one before. */
  'preceding',
  /** To the next one, unless that lies in another month: then to the one before. */
  'modified-following',
] as const;

/** Where a day goes that is no business day; see `SCHEDULE_ADJUSTMENTS`. */
export type ScheduleAdjustment = (typeof SCHEDULE_ADJUSTMENTS)[number];

/**
 * Days that come round: `anchor` and every so many months or calendar days from it, each moved to a business day. Months are clamped to their
 * end: an anchor on the 31st, with `preceding`, is the last business day of each month.
 *
 * Source of the adjustments: 2006 ISDA Definitions, section 4.12.
 */
export type Schedule = ScheduleStart &
  (
    | {
        /** 1 to 1200. */
        readonly everyMonths: number;
      }
    | {
        /** 1 to 36,525 calendar days: 14 for every other week. */
        readonly everyDays: number;
      }
  );

/** What every schedule has. */
interface ScheduleStart {
  readonly anchor: PlainDate;
  /** Default `following`. */
  readonly adjust?: ScheduleAdjustment;
}

/** The latest day of a schedule that is not after `asOf`; none before the first. */
export function lastScheduledDay(
  schedule: Schedule,
  asOf: PlainDate,
  calendar: BusinessCalendar,
): PlainDate | undefined {
  const { adjust = 'following' } = schedule;
  // A day can move past `asOf` to its business day, then the one before counts; or the next one back to it.
  const reach = adjust === 'following' ? 0 : 1;
  for (let k = stepsUntil(schedule, asOf) + reach; k >= 0; k--) {
    const start = unadjusted(schedule, k);
    if (start > asOf && start >= calendar.covers.to) continue;
    const day = adjustDate(start, adjust, calendar);
    if (day <= asOf) return day;
  }
  return undefined;
}

/** The earliest day of a schedule on or after `from`; none where the calendar does not reach. */
export function nextScheduledDay(
  schedule: Schedule,
  from: PlainDate,
  calendar: BusinessCalendar,
): PlainDate | undefined {
  const { covers } = calendar;
  const { adjust = 'following' } = schedule;
  // A day before `from` can move on to it or past it.
  for (let k = Math.max(0, stepsUntil(schedule, from)); ; k++) {
    const start = unadjusted(schedule, k);
    const isKnown = covers.from <= start;
    // If the days before the calendar begins hold a business day, the scheduled day is even earlier than this one.
    const day = isKnown ? moved(start, adjust, calendar) : businessDayFrom(covers.from, calendar);
    if (day === undefined) return undefined;
    if (day >= from) return isKnown ? day : undefined;
  }
}

/** The first business day on or after a date, as far as the calendar is known. */
export function businessDayFrom(
  date: PlainDate,
  { covers, isBusinessDay }: BusinessCalendar,
): PlainDate | undefined {
  for (let day = date; covers.from <= day && day < covers.to; day = addDays(day, 1)) {
    if (isBusinessDay(day)) return day;
  }
  return undefined;
}

/** The last business day on or before a date, as far as the calendar is known. */
function businessDayUntil(
  date: PlainDate,
  { covers, isBusinessDay }: BusinessCalendar,
): PlainDate | undefined {
  for (let day = date; covers.from <= day && day < covers.to; day = addDays(day, -1)) {
    if (isBusinessDay(day)) return day;
  }
  return undefined;
}

/** As `adjustDate`, as far as the calendar is known. */
function moved(
  date: PlainDate,
  adjust: ScheduleAdjustment,
  calendar: BusinessCalendar,
): PlainDate | undefined {
  if (adjust === 'preceding') return businessDayUntil(date, calendar);
  const next = businessDayFrom(date, calendar);
  if (adjust === 'following' || next === undefined) return next;
  return next.slice(0, 7) === date.slice(0, 7) ? next : businessDayUntil(date, calendar);
}

/** How many steps lead from the anchor to its last unadjusted day not after `date`; below 0 before the anchor. */
function stepsUntil(schedule: Schedule, date: PlainDate): number {
  const { anchor } = schedule;
  if (date < anchor) return -1;
  return 'everyDays' in schedule
    ? Math.floor(daysBetween(anchor, date) / schedule.everyDays)
    : Math.floor(monthsBetween(anchor, date) / schedule.everyMonths);
}

function unadjusted(schedule: Schedule, steps: number): PlainDate {
  const { anchor } = schedule;
  return 'everyDays' in schedule
    ? addDays(anchor, steps * schedule.everyDays)
    : addMonths(anchor, steps * schedule.everyMonths);
}

/** How often a schedule comes round, as a duration of ISO 8601. */
export function durationOf(schedule: Schedule): string {
  return 'everyDays' in schedule ? `P${schedule.everyDays}D` : `P${schedule.everyMonths}M`;
}
