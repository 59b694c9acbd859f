import { UTCDate } from '@date-fns/utc';
import { addMonths as addMonthsClamped } from 'date-fns/addMonths';
import { AptfolioError, checkInteger } from '../errors/index.js';
import { daysFromCivil } from './civil-days.js';
import {
  dateParts,
  daysInMonth,
  digitsOf,
  makeDate,
  type PlainDate,
  parsePlainDate,
} from './plain-date.js';

const DAY_MS = 86_400_000;

/** A weekday by ISO 8601: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/**
 * The date a number of days later (earlier if negative).
 *
 * @throws AptfolioError `invalid-date`, `invalid-type` for a number that is not whole, `out-of-range`
 * beyond the years 0001 to 9999.
 *
 * @example
 * ```ts
 * import { addDays } from 'aptfolio/dates';
 *
 * addDays('2024-02-28', 2); // => '2024-03-01'
 * ```
 */
export function addDays(date: PlainDate, days: number): PlainDate {
  return fromDayNumber(dayNumber(date, 'date') + checkInteger(days, 'days'));
}

/** A month's step and whether the day had to be moved back to the month's end. */
export interface MonthShift {
  readonly date: PlainDate;
  /** True if the month has no such day and its last day was taken. */
  readonly clamped: boolean;
}

/**
 * The same day a number of months later (earlier if negative), and whether it had to be clamped.
 *
 * Where the month has no such day its last day is taken, as the Civil Code of China, article 202,
 * and the laws of most countries do.
 *
 * @throws AptfolioError as `addDays`.
 *
 * @example
 * ```ts
 * import { shiftMonths } from 'aptfolio/dates';
 *
 * shiftMonths('2024-02-29', 12); // => { date: '2025-02-28', clamped: true }
 * shiftMonths('2026-03-02', 12); // => { date: '2027-03-02', clamped: false }
 * ```
 */
export function shiftMonths(date: PlainDate, months: number): MonthShift {
  const whole = checkInteger(months, 'months');
  const moved = fromUtc(addMonthsClamped(toUtc(date, 'date'), whole));
  return Object.freeze({ date: moved, clamped: moved.slice(8) !== date.slice(8) });
}

/**
 * The same day a number of months later, clamped to the month's end; `shiftMonths` tells if it was.
 *
 * @throws AptfolioError as `addDays`.
 *
 * @example
 * ```ts
 * import { addMonths } from 'aptfolio/dates';
 *
 * addMonths('2026-01-31', 1); // => '2026-02-28'
 * addMonths('2026-03-31', -1); // => '2026-02-28'
 * ```
 */
export function addMonths(date: PlainDate, months: number): PlainDate {
  return shiftMonths(date, months).date;
}

/**
 * The same day a number of years later (earlier if negative); 29 February becomes 28 February in a
 * common year.
 *
 * @throws AptfolioError as `addDays`.
 *
 * @example
 * ```ts
 * import { addYears } from 'aptfolio/dates';
 *
 * addYears('2024-02-29', 1); // => '2025-02-28'
 * addYears('2024-02-29', 4); // => '2028-02-29'
 * ```
 */
export function addYears(date: PlainDate, years: number): PlainDate {
  return addMonths(date, 12 * checkInteger(years, 'years', { min: -9999, max: 9999 }));
}

/**
 * Days from `start` to `end`: 1 for the next day, negative if `end` lies before `start`.
 *
 * @throws AptfolioError `invalid-date`.
 *
 * @example
 * ```ts
 * import { daysBetween } from 'aptfolio/dates';
 *
 * daysBetween('2026-03-02', '2026-05-20'); // => 79
 * ```
 */
export function daysBetween(start: PlainDate, end: PlainDate): number {
  return dayNumber(end, 'end') - dayNumber(start, 'start') + 0;
}

/**
 * Whole months from `start` to `end`, towards zero: a month is over on the same day of the next one,
 * or on that month's last day where it has no such day.
 *
 * @throws AptfolioError `invalid-date`.
 *
 * @example
 * ```ts
 * import { monthsBetween } from 'aptfolio/dates';
 *
 * monthsBetween('2026-01-31', '2026-02-28'); // => 1
 * monthsBetween('2026-03-02', '2027-03-01'); // => 11
 * ```
 */
export function monthsBetween(start: PlainDate, end: PlainDate): number {
  const from = dateParts(start, 'start');
  const to = dateParts(end, 'end');
  if (end < start) return -monthsBetween(end, start) + 0;
  const months = 12 * (to.year - from.year) + (to.month - from.month);
  const dayReached = Math.min(from.day, daysInMonth(to.year, to.month));
  return to.day < dayReached ? months - 1 : months;
}

/**
 * Whole years from `start` to `end`, towards zero, by the rule of `monthsBetween`.
 *
 * @throws AptfolioError `invalid-date`.
 *
 * @example
 * ```ts
 * import { yearsBetween } from 'aptfolio/dates';
 *
 * yearsBetween('2024-02-29', '2026-02-28'); // => 2
 * ```
 */
export function yearsBetween(start: PlainDate, end: PlainDate): number {
  return Math.trunc(monthsBetween(start, end) / 12) + 0;
}

/**
 * The weekday of a date, ISO: 1 is Monday, 7 is Sunday.
 *
 * @throws AptfolioError `invalid-date`.
 *
 * @example
 * ```ts
 * import { weekdayOf } from 'aptfolio/dates';
 *
 * weekdayOf('2026-03-02'); // => 1
 * ```
 */
export function weekdayOf(date: PlainDate): Weekday {
  // Day 0 of the count, 1970-01-01, was a Thursday.
  return (((((dayNumber(date, 'date') + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/** Days since 1970-01-01, negative before. */
export function dayNumber(date: PlainDate, path: string): number {
  const text = parsePlainDate(date, path);
  return daysFromCivil(digitsOf(text, 0, 4), digitsOf(text, 5, 7), digitsOf(text, 8, 10));
}

/** The date of a count of days since 1970-01-01. */
export function fromDayNumber(days: number): PlainDate {
  return fromUtc(new UTCDate(days * DAY_MS));
}

function toUtc(date: PlainDate, path: string): UTCDate {
  return new UTCDate(dayNumber(date, path) * DAY_MS);
}

function fromUtc(utc: Date): PlainDate {
  const [year, month, day] = [utc.getUTCFullYear(), utc.getUTCMonth() + 1, utc.getUTCDate()];
  if (!(year >= 1 && year <= 9999)) {
    throw new AptfolioError('out-of-range', 'date', 'a year from 0001 to 9999');
  }
  return makeDate({ year, month, day });
}
