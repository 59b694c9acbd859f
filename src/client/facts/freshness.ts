import {
  addDays,
  addMonths,
  daysBetween,
  monthsBetween,
  type PlainDate,
} from '../../dates/index.js';
import { AptfolioError, at, checkInteger, checkObject } from '../../errors/index.js';

/**
 * How old a fact may be: whole months or days after its `asOf`, that last day included.
 *
 * Source for the last day of a period of months: Civil Code of China, articles 201 and 202.
 */
export type MaxAge = { readonly months: number } | { readonly days: number };

/** Checks a greatest age. */
export function readMaxAge(value: unknown, path: string): MaxAge {
  const { months, days } = checkObject(value, path);
  if (months !== undefined && days !== undefined) {
    throw new AptfolioError('inconsistent', path, 'either months or days');
  }
  return days === undefined
    ? Object.freeze({ months: checkInteger(months, at(path, 'months'), { min: 0 }) })
    : Object.freeze({ days: checkInteger(days, at(path, 'days'), { min: 0 }) });
}

/** The last day on which a fact of a day is young enough; `null` without one, or where the calendar ends before it. */
export function lastYoungDay(asOf: PlainDate, age: MaxAge | null): PlainDate | null {
  if (age === null) return null;
  if ('days' in age) {
    return age.days > daysBetween(asOf, END) ? null : addDays(asOf, age.days);
  }
  return age.months > monthsBetween(asOf, END) ? null : addMonths(asOf, age.months);
}

/** The last day that a date can name. */
const END: PlainDate = '9999-12-31';

/** The earlier of two last days, where `null` is none. */
export function earlierEnd(a: PlainDate | null, b: PlainDate | null): PlainDate | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}
