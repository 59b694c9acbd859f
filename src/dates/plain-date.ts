import { AptfolioError, at, checkInteger, checkObject } from '../errors/index.js';

/**
 * A civil date, `YYYY-MM-DD`, of the proleptic Gregorian calendar, years 0001 to 9999.
 *
 * A literal compiles; a `string` of unknown content does not: `parsePlainDate` checks and narrows it.
 */
export type PlainDate = `${number}-${number}-${number}`;

/** A calendar month, `YYYY-MM`. */
export type YearMonth = `${number}-${number}`;

/** The numbers of a civil date: `month` from 1 to 12, `day` from 1. */
export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const DASH = 45;
const ZERO = 48;

/**
 * Checks that a value is a civil date that exists, and returns it.
 *
 * @param value what should be a date.
 * @param path where it stands in the caller's input, for the error.
 * @throws AptfolioError `missing-value`, `invalid-type` or `invalid-date`.
 *
 * @example
 * ```ts
 * import { parsePlainDate } from 'aptfolio/dates';
 *
 * parsePlainDate('2024-02-29'); // => '2024-02-29'
 * parsePlainDate('2026-02-29', 'birthDate'); // => throws 'invalid-date'
 * ```
 */
export function parsePlainDate(value: unknown, path = 'date'): PlainDate {
  const expected = 'a civil date YYYY-MM-DD that exists';
  if (value === undefined || value === null) {
    throw new AptfolioError('missing-value', path, expected, value);
  }
  if (typeof value !== 'string') throw new AptfolioError('invalid-type', path, expected, value);
  if (!isPlainDate(value)) throw new AptfolioError('invalid-date', path, expected, value);
  return value;
}

/**
 * Tells whether a value is a civil date that exists.
 *
 * @example
 * ```ts
 * import { isPlainDate } from 'aptfolio/dates';
 *
 * isPlainDate('2026-04-30'); // => true
 * isPlainDate('2026-04-31'); // => false
 * isPlainDate('2026-4-3'); // => false
 * ```
 */
export function isPlainDate(value: unknown): value is PlainDate {
  if (typeof value !== 'string' || value.length !== 10) return false;
  if (value.charCodeAt(4) !== DASH || value.charCodeAt(7) !== DASH) return false;
  const [year, month, day] = [digitsOf(value, 0, 4), digitsOf(value, 5, 7), digitsOf(value, 8, 10)];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year, month);
}

/**
 * Takes a date apart.
 *
 * @throws AptfolioError as `parsePlainDate`.
 *
 * @example
 * ```ts
 * import { dateParts } from 'aptfolio/dates';
 *
 * dateParts('2026-03-02'); // => { year: 2026, month: 3, day: 2 }
 * ```
 */
export function dateParts(date: PlainDate, path = 'date'): DateParts {
  const text = parsePlainDate(date, path);
  return Object.freeze({
    year: Number(text.slice(0, 4)),
    month: Number(text.slice(5, 7)),
    day: Number(text.slice(8, 10)),
  });
}

/**
 * Makes a date from its numbers.
 *
 * @throws AptfolioError `invalid-date` if there is no such day, `invalid-type` for a part that is no
 * whole number, `date.month`.
 *
 * @example
 * ```ts
 * import { makeDate } from 'aptfolio/dates';
 *
 * makeDate({ year: 2026, month: 3, day: 2 }); // => '2026-03-02'
 * ```
 */
export function makeDate(parts: DateParts, path = 'date'): PlainDate {
  const { year, month, day } = checkObject(parts, path);
  const written = [
    String(checkInteger(year, at(path, 'year'))).padStart(4, '0'),
    String(checkInteger(month, at(path, 'month'))).padStart(2, '0'),
    String(checkInteger(day, at(path, 'day'))).padStart(2, '0'),
  ];
  return parsePlainDate(written.join('-'), path);
}

/**
 * Tells whether a year (1 to 9999) has a 29 February.
 *
 * @throws AptfolioError `out-of-range` or `invalid-type` for what is no such year.
 *
 * @example
 * ```ts
 * import { isLeapYear } from 'aptfolio/dates';
 *
 * isLeapYear(2024); // => true
 * isLeapYear(2100); // => false
 * ```
 */
export function isLeapYear(year: number): boolean {
  return hasLeapDay(checkYear(year));
}

/**
 * The number of days of a month (1 to 12) of a year (1 to 9999).
 *
 * @throws AptfolioError `out-of-range` or `invalid-type` for what is no such month or year.
 *
 * @example
 * ```ts
 * import { daysInMonth } from 'aptfolio/dates';
 *
 * daysInMonth(2024, 2); // => 29
 * ```
 */
export function daysInMonth(year: number, month: number): number {
  return monthLength(checkYear(year), checkInteger(month, 'month', { min: 1, max: 12 }));
}

/**
 * The month a date lies in.
 *
 * @throws AptfolioError as `parsePlainDate`.
 *
 * @example
 * ```ts
 * import { monthOf } from 'aptfolio/dates';
 *
 * monthOf('2026-03-02'); // => '2026-03'
 * ```
 */
export function monthOf(date: PlainDate): YearMonth {
  return parsePlainDate(date).slice(0, 7) as YearMonth;
}

/**
 * The first day of a date's month.
 *
 * @throws AptfolioError as `parsePlainDate`.
 *
 * @example
 * ```ts
 * import { firstOfMonth } from 'aptfolio/dates';
 *
 * firstOfMonth('2026-03-02'); // => '2026-03-01'
 * ```
 */
export function firstOfMonth(date: PlainDate): PlainDate {
  return `${monthOf(date)}-01` as PlainDate;
}

/**
 * The last day of a date's month.
 *
 * @throws AptfolioError as `parsePlainDate`.
 *
 * @example
 * ```ts
 * import { lastOfMonth } from 'aptfolio/dates';
 *
 * lastOfMonth('2024-02-10'); // => '2024-02-29'
 * ```
 */
export function lastOfMonth(date: PlainDate): PlainDate {
  const { year, month } = dateParts(date);
  return `${monthOf(date)}-${monthLength(year, month)}` as PlainDate;
}

/**
 * −1, 0 or 1 as `a` lies before, on or after `b`; fit for `sort`.
 *
 * @throws AptfolioError as `parsePlainDate`, with the path `a` or `b`.
 *
 * @example
 * ```ts
 * import { compareDates } from 'aptfolio/dates';
 *
 * compareDates('2026-03-02', '2026-03-10'); // => -1
 * ```
 */
export function compareDates(a: PlainDate, b: PlainDate): -1 | 0 | 1 {
  const left = parsePlainDate(a, 'a');
  const right = parsePlainDate(b, 'b');
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/**
 * The earliest of one or more dates.
 *
 * @throws AptfolioError as `parsePlainDate`, with the path `dates[1]`.
 *
 * @example
 * ```ts
 * import { earliestDate } from 'aptfolio/dates';
 *
 * earliestDate('2026-03-02', '2025-12-31', '2026-01-01'); // => '2025-12-31'
 * ```
 */
export function earliestDate(first: PlainDate, ...others: readonly PlainDate[]): PlainDate {
  return checkDates(first, others).reduce((best, next) => (next < best ? next : best));
}

/**
 * The latest of one or more dates.
 *
 * @throws AptfolioError as `parsePlainDate`, with the path `dates[1]`.
 *
 * @example
 * ```ts
 * import { latestDate } from 'aptfolio/dates';
 *
 * latestDate('2026-03-02', '2025-12-31', '2026-01-01'); // => '2026-03-02'
 * ```
 */
export function latestDate(first: PlainDate, ...others: readonly PlainDate[]): PlainDate {
  return checkDates(first, others).reduce((best, next) => (next > best ? next : best));
}

function checkDates(first: PlainDate, others: readonly PlainDate[]): readonly PlainDate[] {
  return [first, ...others].map((date, index) => parsePlainDate(date, at('dates', index)));
}

function checkYear(year: number): number {
  return checkInteger(year, 'year', { min: 1, max: 9999 });
}

/** A stretch of a text as a number, −1 if it is not all digits; dates are read by the million, and this is quicker than a pattern. */
export function digitsOf(text: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - ZERO;
    if (!(digit >= 0 && digit <= 9)) return -1;
    value = value * 10 + digit;
  }
  return value;
}

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

function monthLength(year: number, month: number): number {
  return month === 2 && hasLeapDay(year) ? 29 : MONTH_LENGTHS[month - 1]!;
}

function hasLeapDay(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
