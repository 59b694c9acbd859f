import { AptfolioError, at, checkObject } from '../errors/index.js';
import { addDays, addMonths, daysBetween, monthsBetween } from './arithmetic.js';
import {
  earliestDate,
  firstOfMonth,
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

/**
 * Checks an interval that came from outside and returns it, frozen.
 *
 * @param path where it stands in the caller's input, for the error.
 * @throws AptfolioError as `makeInterval`, `missing-value` or `invalid-type`.
 *
 * @example
 * ```ts
 * import { checkInterval } from 'aptfolio/dates';
 *
 * checkInterval({ from: '2026-03-01', to: '2026-04-01' }, 'period').to; // => '2026-04-01'
 * checkInterval({ from: '2026-03-01', to: '2026-02-01' }, 'period'); // => throws 'inconsistent', 'period.to'
 * ```
 */
export function checkInterval(interval: DateInterval, path: string): DateInterval {
  checkObject(interval, path);
  const from = parsePlainDate(interval.from, at(path, 'from'));
  const to = parsePlainDate(interval.to, at(path, 'to'));
  if (to < from) {
    throw new AptfolioError('inconsistent', at(path, 'to'), 'a date on or after from', to);
  }
  return Object.freeze({ from, to });
}

/**
 * Tells whether a date lies in the interval; its `to` does not.
 *
 * @throws AptfolioError as `checkInterval`, or `invalid-date`.
 *
 * @example
 * ```ts
 * import { containsDate, makeInterval } from 'aptfolio/dates';
 *
 * const march = makeInterval('2026-03-01', '2026-04-01');
 * containsDate(march, '2026-03-01'); // => true
 * containsDate(march, '2026-04-01'); // => false
 * ```
 */
export function containsDate(interval: DateInterval, date: PlainDate): boolean {
  const { from, to } = checkInterval(interval, 'interval');
  const day = parsePlainDate(date);
  return from <= day && day < to;
}

/**
 * Tells whether two intervals share a day.
 *
 * @throws AptfolioError as `checkInterval`.
 *
 * @example
 * ```ts
 * import { makeInterval, overlaps } from 'aptfolio/dates';
 *
 * const march = makeInterval('2026-03-01', '2026-04-01');
 * overlaps(march, makeInterval('2026-03-31', '2026-05-01')); // => true
 * overlaps(march, makeInterval('2026-04-01', '2026-05-01')); // => false
 * ```
 */
export function overlaps(a: DateInterval, b: DateInterval): boolean {
  return intersectIntervals(a, b) !== null;
}

/**
 * The days that two intervals share, or `null` if there are none.
 *
 * @throws AptfolioError as `checkInterval`.
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

/**
 * The number of days in an interval.
 *
 * @throws AptfolioError as `checkInterval`.
 *
 * @example
 * ```ts
 * import { daysIn, makeInterval } from 'aptfolio/dates';
 *
 * daysIn(makeInterval('2026-03-01', '2026-04-01')); // => 31
 * ```
 */
export function daysIn(interval: DateInterval): number {
  const { from, to } = checkInterval(interval, 'interval');
  return daysBetween(from, to);
}

/**
 * The calendar months that an interval touches, in order; none for an empty interval.
 *
 * @throws AptfolioError as `checkInterval`.
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
  if (from === to) return Object.freeze([]);
  const count = monthsBetween(firstOfMonth(from), addDays(to, -1)) + 1;
  const months = Array.from({ length: count }, (_, index) =>
    monthOf(addMonths(firstOfMonth(from), index)),
  );
  return Object.freeze(months);
}
