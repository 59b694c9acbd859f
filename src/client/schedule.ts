import {
  addDays,
  addMonths,
  dateParts,
  daysBetween,
  daysInMonth,
  lastOfMonth,
  makeDate,
  type PlainDate,
  type Weekday,
  weekdayOf,
} from '../dates/index.js';
import type { Cadence } from './cadence.js';

/** The day on which a stream is expected: a day of the month, its last day, or a weekday. */
export type ScheduleDay =
  | { readonly kind: 'day-of-month'; readonly day: number }
  | { readonly kind: 'last-day-of-month' }
  | { readonly kind: 'weekday'; readonly weekday: Weekday };

/** A regular grid of days that runs through one of the bookings. */
export interface Schedule {
  readonly cadence: Cadence;
  readonly start: PlainDate;
  /** Day of the month, 31 for the last; `null` where days are counted. */
  readonly anchorDay: number | null;
}

/** Where a booking stands on a schedule. */
interface Placing {
  /** Number of the expected day, from the schedule's start. */
  readonly slot: number;
  /** Days from the expected day. */
  readonly distance: number;
}

/** How well a schedule explains the days of bookings. */
export interface ScheduleFit {
  readonly schedule: Schedule;
  /** Index of the booking that takes each expected day, by slot. */
  readonly taken: ReadonlyMap<number, number>;
  /** Days by which these bookings miss theirs, in all. */
  readonly distance: number;
}

/** The schedule on which most bookings stand, and among those the one they miss by the fewest days. */
export function bestSchedule(dates: readonly PlainDate[], cadence: Cadence): ScheduleFit {
  const fits = candidates(dates, cadence).map((schedule) => fitOf(schedule, dates));
  return fits.reduce((best, next) => (isBetter(next, best) ? next : best));
}

/** The expected day of a slot, moved back to the month's end where the month has no such day. */
export function dateOfSlot({ cadence, start, anchorDay }: Schedule, slot: number): PlainDate {
  if (anchorDay === null) return addDays(start, slot * cadence.length);
  const { year, month } = dateParts(addMonths(start, slot * cadence.length));
  return makeDate({ year, month, day: Math.min(anchorDay, daysInMonth(year, month)) });
}

/** The schedule's day, for people. */
export function scheduleDay({ start, anchorDay }: Schedule): ScheduleDay {
  if (anchorDay === null) return Object.freeze({ kind: 'weekday', weekday: weekdayOf(start) });
  return Object.freeze(
    anchorDay === 31 ? { kind: 'last-day-of-month' } : { kind: 'day-of-month', day: anchorDay },
  );
}

/** Every booking's own day, and the end of the month where it stands on it; each grid once. */
function candidates(dates: readonly PlainDate[], cadence: Cadence): readonly Schedule[] {
  const grids = new Map<string, Schedule>();
  const add = (key: string, start: PlainDate, anchorDay: number | null): void => {
    if (!grids.has(key)) grids.set(key, { cadence, start, anchorDay });
  };
  for (const date of dates) {
    if (cadence.unit === 'day') {
      add(`${modulo(daysBetween(dates[0]!, date), cadence.length)}`, date, null);
      continue;
    }
    const { year, month, day } = dateParts(date);
    const phase = modulo(12 * year + month, cadence.length);
    // The end of the month first: where both explain the days equally well, it is the likelier rule.
    if (date === lastOfMonth(date)) add(`${phase}/31`, date, 31);
    add(`${phase}/${day}`, date, day);
  }
  return [...grids.values()];
}

function fitOf(schedule: Schedule, dates: readonly PlainDate[]): ScheduleFit {
  const taken = new Map<number, number>();
  const distances = new Map<number, number>();
  dates.forEach((date, index) => {
    const { slot, distance } = placingOf(schedule, date);
    if (distance > schedule.cadence.tolerance || distance >= (distances.get(slot) ?? 99)) return;
    taken.set(slot, index);
    distances.set(slot, distance);
  });
  const distance = [...distances.values()].reduce((sum, days) => sum + days, 0);
  return { schedule, taken, distance };
}

function placingOf(schedule: Schedule, date: PlainDate): Placing {
  const { cadence, start } = schedule;
  const middle = Math.round(daysBetween(start, date) / cadence.days);
  const near = [middle - 1, middle, middle + 1].map((slot) => {
    const days = daysBetween(dateOfSlot(schedule, slot), date);
    return { slot, distance: days < 0 ? -days : days };
  });
  return near.reduce((best, next) => (next.distance < best.distance ? next : best));
}

function isBetter(next: ScheduleFit, best: ScheduleFit): boolean {
  if (next.taken.size !== best.taken.size) return next.taken.size > best.taken.size;
  return next.distance < best.distance;
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}
