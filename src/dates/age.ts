import { AptfolioError, checkObject, checkOneOf } from '../errors/index.js';
import { dateParts, isLeapYear, type PlainDate } from './plain-date.js';

/** How an age is counted. */
export interface AgeOptions {
  /**
   * When somebody born on 29 February is a year older in a common year: on 1 March (default, the day
   * by which a full year has surely passed) or on 28 February.
   */
  readonly leapDay?: 'feb-28' | 'mar-01';
}

/**
 * Completed years of life on a date; the birthday itself counts.
 *
 * @throws AptfolioError `invalid-date`, `inconsistent` if `asOf` lies before the birth, `unknown-value`
 * for another `leapDay`.
 *
 * @example
 * ```ts
 * import { ageOn } from 'aptfolio/dates';
 *
 * ageOn('1988-02-29', '2026-02-28'); // => 37
 * ageOn('1988-02-29', '2026-02-28', { leapDay: 'feb-28' }); // => 38
 * ageOn('1988-02-29', '2026-03-01'); // => 38
 * ```
 */
export function ageOn(birthDate: PlainDate, asOf: PlainDate, options: AgeOptions = {}): number {
  const birth = dateParts(birthDate, 'birthDate');
  const now = dateParts(asOf, 'asOf');
  const { leapDay = 'mar-01' } = checkObject(options, 'options');
  const substitute = SUBSTITUTES[checkOneOf(leapDay, 'options.leapDay', LEAP_DAYS)];
  if (asOf < birthDate) {
    throw new AptfolioError('inconsistent', 'asOf', 'a date on or after the birth', asOf);
  }
  const born = birthDate.slice(5);
  const birthday = born === '02-29' && !isLeapYear(now.year) ? substitute : born;
  return now.year - birth.year - (asOf.slice(5) < birthday ? 1 : 0);
}

const LEAP_DAYS = ['feb-28', 'mar-01'] as const;
const SUBSTITUTES = { 'feb-28': '02-28', 'mar-01': '03-01' } as const;
