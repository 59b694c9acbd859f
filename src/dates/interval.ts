import { AptfolioError, checkObject } from '../errors/index.js';
import { addMonths, daysBetween } from './arithmetic.js';
import {
  earliestDate,
  latestDate,
  monthOf,
  type PlainDate,
  parsePlainDate,
  type YearMonth,
} from './plain-date.js';

/** A half-open span of days: `from` belongs to it, `to` does not. `from` = `to` is an empty one. */
export interface DateInterval {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/**
 * Makes the half-open interval [from, to).
 *
 * @throws AptfolioError `invalid-date`, or `inconsistent` if `to` lies before `from`.
 *
 * @example
 * ```ts
 * import { daysIn, makeInterval } from 'aptfolio/dates';
 *
 * daysIn(makeInterval('2025-03-01', '2026-03-01')); // => 365
 * ```
 */
export function makeInterval(from: PlainDate, to: PlainDate): DateInterval {
  return checkInterval({ from, to }, '');
}

/** Checks an interval that came from outside; `path` is where it stands in the caller's input. */
export function checkInterval(interval: DateInterval, path: string): DateInterval {
  const prefix = path === '' ? '' : `${path}.`;
  checkObject(interval, path);
  const from = parsePlainDate(interval.from, `${prefix}from`);
  const to = parsePlainDate(interval.to, `${prefix}to`);
  if (to < from) {
    throw new AptfolioError('inconsistent', `${prefix}to`, 'a date on or after from', to);
  }
  return Object.freeze({ from, to });
}

/** Tells whether a date lies in the interval; its `to` does not. */
export function containsDate(interval: DateInterval, date: PlainDate): boolean {
  const { from, to } = checkInterval(interval, 'interval');
  const day = parsePlainDate(date);
  return from <= day && day < to;
}

/** Tells whether two intervals share a day. */
export function overlaps(a: DateInterval, b: DateInterval): boolean {
  return intersectIntervals(a, b) !== null;
}

/**
 * The days that two intervals share, or `null` if there are none.
 *
 * @example
 * ```ts
 * import { intersectIntervals, makeInterval } from 'aptfolio/dates';
 *
 * const first = makeInterval('2026-01-01', '2026-03-01');
 * intersectIntervals(first, makeInterval('2026-02-01', '2026-06-01')); // => { from: '2026-02-01', to: '2026-03-01' }
 * intersectIntervals(first, makeInterval('2026-03-01', '2026-06-01')); // => null
 * ```
 */
export function intersectIntervals(a: DateInterval, b: DateInterval): DateInterval | null {
  checkInterval(a, 'a');
  checkInterval(b, 'b');
  const from = latestDate(a.from, b.from);
  const to = earliestDate(a.to, b.to);
  return from < to ? Object.freeze({ from, to }) : null;
}

/** The number of days in an interval. */
export function daysIn(interval: DateInterval): number {
  const { from, to } = checkInterval(interval, 'interval');
  return daysBetween(from, to);
}

/**
 * The calendar months that an interval touches, in order.
 *
 * @example
 * ```ts
 * import { makeInterval, monthsIn } from 'aptfolio/dates';
 *
 * monthsIn(makeInterval('2025-12-15', '2026-02-01')); // => ['2025-12', '2026-01']
 * ```
 */
export function monthsIn(interval: DateInterval): readonly YearMonth[] {
  const { from, to } = checkInterval(interval, 'interval');
  const months: YearMonth[] = [];
  let first = `${monthOf(from)}-01` as PlainDate;
  while (first < to) {
    months.push(monthOf(first));
    if (monthOf(first) === '9999-12') break;
    first = addMonths(first, 1);
  }
  return Object.freeze(from === to ? [] : months);
}
