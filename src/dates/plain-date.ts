import { AptfolioError } from '../errors/index.js';

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

const FORM = /^(\d{4})-(\d{2})-(\d{2})$/;

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
  if (typeof value !== 'string') return false;
  const match = FORM.exec(value);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
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
  return {
    year: Number(text.slice(0, 4)),
    month: Number(text.slice(5, 7)),
    day: Number(text.slice(8, 10)),
  };
}

/**
 * Makes a date from its numbers.
 *
 * @throws AptfolioError `invalid-date` if there is no such day.
 *
 * @example
 * ```ts
 * import { makeDate } from 'aptfolio/dates';
 *
 * makeDate({ year: 2026, month: 3, day: 2 }); // => '2026-03-02'
 * ```
 */
export function makeDate({ year, month, day }: DateParts, path = 'date'): PlainDate {
  return parsePlainDate(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`, path);
}

/**
 * Tells whether a year has a 29 February.
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
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/**
 * The number of days of a month (1 to 12) of a year.
 *
 * @example
 * ```ts
 * import { daysInMonth } from 'aptfolio/dates';
 *
 * daysInMonth(2024, 2); // => 29
 * ```
 */
export function daysInMonth(year: number, month: number): number {
  const length = MONTH_LENGTHS[month - 1];
  if (length === undefined) throw new AptfolioError('out-of-range', 'month', '1 to 12', month);
  return month === 2 && isLeapYear(year) ? 29 : length;
}

/** The month a date lies in: `2026-03` for `2026-03-02`. */
export function monthOf(date: PlainDate): YearMonth {
  return parsePlainDate(date).slice(0, 7) as YearMonth;
}

/** The first day of a date's month. */
export function firstOfMonth(date: PlainDate): PlainDate {
  return `${parsePlainDate(date).slice(0, 7)}-01` as PlainDate;
}

/** The last day of a date's month. */
export function lastOfMonth(date: PlainDate): PlainDate {
  const { year, month } = dateParts(date);
  return `${date.slice(0, 8)}${daysInMonth(year, month)}` as PlainDate;
}

/**
 * −1, 0 or 1 as `a` lies before, on or after `b`; fit for `sort`.
 *
 * @throws AptfolioError `invalid-date` if one of them is no date.
 */
export function compareDates(a: PlainDate, b: PlainDate): -1 | 0 | 1 {
  const left = parsePlainDate(a, 'a');
  const right = parsePlainDate(b, 'b');
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** The earliest of one or more dates. */
export function earliestDate(first: PlainDate, ...others: readonly PlainDate[]): PlainDate {
  return others.reduce((best, next) => (compareDates(next, best) < 0 ? next : best), first);
}

/** The latest of one or more dates. */
export function latestDate(first: PlainDate, ...others: readonly PlainDate[]): PlainDate {
  return others.reduce((best, next) => (compareDates(next, best) > 0 ? next : best), first);
}

function pad(value: number, digits: number): string {
  return String(value).padStart(digits, '0');
}
