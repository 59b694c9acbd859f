import { AptfolioError, checkOneOf } from '../errors/index.js';
import { daysBetween } from './arithmetic.js';
import { dateParts, isLeapYear, makeDate, type PlainDate, parsePlainDate } from './plain-date.js';

/** The day-count conventions by their usual names. */
export const DAY_COUNTS = ['act/365', 'act/360', '30/360', '30e/360', 'act/act'] as const;

/**
 * How days become a fraction of a year.
 *
 * - `act/365`: actual days over 365, leap years or not (ISDA 2006, 4.16(d), "Actual/365 (Fixed)").
 * - `act/360`: actual days over 360 (4.16(e)).
 * - `30/360`: months of 30 days, bond basis (4.16(f)).
 * - `30e/360`: months of 30 days, Eurobond basis (4.16(g)).
 * - `act/act`: days in leap years over 366 plus days in common years over 365 (4.16(b), ISDA).
 */
export type DayCount = (typeof DAY_COUNTS)[number];

/**
 * The part of a year from `start` to `end` under a day-count convention.
 *
 * @returns a decimal fraction of a year, 0 or more.
 * @throws AptfolioError `invalid-date`, `unknown-value`, or `inconsistent` if `end` lies before `start`.
 *
 * Source: 2006 ISDA Definitions, section 4.16.
 *
 * @example
 * ```ts
 * import { dayCountFraction } from 'aptfolio/dates';
 *
 * dayCountFraction('2025-12-28', '2026-02-28', '30/360'); // => 0.1666666666666667
 * dayCountFraction('2026-01-01', '2026-07-01', 'act/365'); // => 0.4958904109589041
 * ```
 */
export function dayCountFraction(start: PlainDate, end: PlainDate, convention: DayCount): number {
  parsePlainDate(start, 'start');
  if (parsePlainDate(end, 'end') < start) {
    throw new AptfolioError('inconsistent', 'end', 'a date on or after start', end);
  }
  switch (checkOneOf(convention, 'convention', DAY_COUNTS)) {
    case 'act/365':
      return daysBetween(start, end) / 365;
    case 'act/360':
      return daysBetween(start, end) / 360;
    case '30/360':
      return thirtyDayMonths(start, end, 'bond') / 360;
    case '30e/360':
      return thirtyDayMonths(start, end, 'eurobond') / 360;
    case 'act/act':
      return actualActual(start, end);
  }
}

function thirtyDayMonths(start: PlainDate, end: PlainDate, basis: 'bond' | 'eurobond'): number {
  const from = dateParts(start);
  const to = dateParts(end);
  const fromDay = Math.min(from.day, 30);
  // On the bond basis a 31st at the end counts as the 30th only if the start does too.
  const toDay = basis === 'eurobond' || fromDay === 30 ? Math.min(to.day, 30) : to.day;
  return 360 * (to.year - from.year) + 30 * (to.month - from.month) + (toDay - fromDay);
}

function actualActual(start: PlainDate, end: PlainDate): number {
  const [first, last] = [dateParts(start).year, dateParts(end).year];
  if (first === last) return daysBetween(start, end) / yearLength(first);
  const head = daysBetween(start, yearEnd(first)) + 1;
  const tail = daysBetween(yearEnd(last - 1), end) - 1;
  return head / yearLength(first) + (last - first - 1) + tail / yearLength(last);
}

/** 31 December; the new year is the day after it, which for 9999 would lie beyond the calendar. */
function yearEnd(year: number): PlainDate {
  return makeDate({ year, month: 12, day: 31 });
}

function yearLength(year: number): number {
  return isLeapYear(year) ? 366 : 365;
}
