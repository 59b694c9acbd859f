import {
  adjustDate,
  type BusinessCalendar,
  daysBetween,
  type MonthShift,
  type PlainDate,
  parsePlainDate,
  shiftMonths,
} from '../dates/index.js';
import { AptfolioError, checkInteger, checkObject } from '../errors/index.js';

/** On which day an assessment is looked at, and how long one counts. */
export interface ValidityOptions {
  readonly asOf: PlainDate;
  /** Whole calendar months, at least 1. */
  readonly validMonths: number;
  /** Moves a last day that is a day off to the next working day. Default: it stays, which is the more cautious. */
  readonly calendar?: BusinessCalendar;
}

/** Whether an assessment still counts. */
export interface AssessmentValidity {
  readonly status: 'valid' | 'expired';
  /** The last day on which it counts, itself included. */
  readonly validThrough: PlainDate;
  /** Days from `asOf` to that last day: 0 on it, negative once it has expired. */
  readonly daysLeft: number;
  /** True if the month has no such day and its last day was taken. */
  readonly clamped: boolean;
}

/**
 * Tells whether an assessment still counts on a day.
 *
 * A period in months ends on the day of the same number, or on the month's last day where there is none,
 * and that day belongs to it.
 *
 * @param assessedOn the day of the assessment.
 * @throws AptfolioError `invalid-date`, or `inconsistent` for an assessment dated after `asOf`.
 *
 * Source: 金融机构产品适当性管理办法 (National Financial Regulatory Administration, Order No. 7 of 2025),
 * article 29: a new assessment once *more than* twelve months have passed; for the last day, Civil Code
 * of China, articles 201 and 202, and 203 for days off.
 *
 * @example
 * ```ts
 * import { assessmentValidity } from 'aptfolio/questionnaire';
 *
 * const policy = { asOf: '2025-02-28', validMonths: 12 };
 * assessmentValidity('2024-02-29', policy).status; // => 'valid'
 * assessmentValidity('2024-02-29', policy).validThrough; // => '2025-02-28'
 * assessmentValidity('2024-02-29', { ...policy, asOf: '2025-03-01' }).status; // => 'expired'
 * ```
 */
export function assessmentValidity(
  assessedOn: PlainDate,
  options: ValidityOptions,
): AssessmentValidity {
  const from = parsePlainDate(assessedOn, 'assessedOn');
  checkObject(options, 'options');
  const asOf = parsePlainDate(options.asOf, 'options.asOf');
  const months = checkInteger(options.validMonths, 'options.validMonths', { min: 1 });
  if (from > asOf) {
    throw new AptfolioError('inconsistent', 'assessedOn', `a date on or before ${asOf}`, from);
  }
  const { date, clamped } = lastValidDay(from, months);
  const { calendar } = options;
  const validThrough = calendar === undefined ? date : adjustDate(date, 'following', calendar);
  const status = asOf <= validThrough ? 'valid' : 'expired';
  return Object.freeze({
    status,
    validThrough,
    daysLeft: daysBetween(asOf, validThrough),
    clamped,
  });
}

/** The last day of a number of months from a day. */
export function lastValidDay(from: PlainDate, validMonths: number): MonthShift {
  return shiftMonths(from, validMonths);
}
