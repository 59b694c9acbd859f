import {
  addDays,
  addMonths,
  adjustDate,
  type BusinessCalendar,
  monthsBetween,
  type PlainDate,
} from '../../dates/index.js';

/** Days that come round: `anchor` and every so many months from it, clamped to the month's end, each moved to the next business day. */
export interface Schedule {
  readonly anchor: PlainDate;
  readonly everyMonths: number;
}

/** The latest day of a schedule that is not after `asOf`; none before the first. */
export function lastScheduledDay(
  schedule: Schedule,
  asOf: PlainDate,
  calendar: BusinessCalendar,
): PlainDate | undefined {
  // A day can move past `asOf` to its business day; then the one before counts.
  for (let k = stepsUntil(schedule, asOf); k >= 0; k--) {
    const day = adjustDate(unadjusted(schedule, k), 'following', calendar);
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
  // A day before `from` can move on to it or past it.
  for (let k = Math.max(0, stepsUntil(schedule, from)); ; k++) {
    const start = unadjusted(schedule, k);
    const isKnown = covers.from <= start;
    // If the days before the calendar begins hold a business day, the scheduled day is even earlier than this one.
    const day = businessDayFrom(isKnown ? start : covers.from, calendar);
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

/** How many steps lead from the anchor to its last unadjusted day not after `date`; below 0 before the anchor. */
function stepsUntil({ anchor, everyMonths }: Schedule, date: PlainDate): number {
  return date < anchor ? -1 : Math.floor(monthsBetween(anchor, date) / everyMonths);
}

function unadjusted({ anchor, everyMonths }: Schedule, steps: number): PlainDate {
  return addMonths(anchor, steps * everyMonths);
}
