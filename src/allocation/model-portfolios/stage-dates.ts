import {
  addYears,
  dateParts,
  daysBetween,
  type PlainDate,
  parsePlainDate,
} from '../../dates/index.js';
import { AptfolioError, at, checkList } from '../../errors/index.js';
import { LONGEST } from './read-glide-path.js';

/**
 * Years from a date to a goal, which is not before it: whole years counted back from the goal's date, and the days that are left over as
 * a part of the year in which they lie. On an anniversary of the goal it is a whole number.
 *
 * Source: ICMA rule 251 (act/act with yearly periods, counted back from the end).
 */
export function yearsToGoal(date: PlainDate, goalDate: PlainDate): number {
  const apart = dateParts(goalDate).year - dateParts(date).year;
  const years = addYears(goalDate, -apart) < date ? apart - 1 : apart;
  const anniversary = addYears(goalDate, -years);
  if (anniversary === date) return years;
  const before = addYears(goalDate, -years - 1);
  return years + daysBetween(date, anniversary) / daysBetween(before, anniversary);
}

/** The day itself, then every anniversary of the goal after it, last the goal. */
export function anniversaries(asOf: PlainDate, goalDate: PlainDate): readonly PlainDate[] {
  const whole = Math.ceil(yearsToGoal(asOf, goalDate));
  const after = Array.from({ length: whole }, (_, k) => addYears(goalDate, k + 1 - whole));
  return Object.freeze([asOf, ...after]);
}

/** Checks that a goal's date is not before the day and at most 100 years after it. */
export function checkGoalDate(value: unknown, asOf: PlainDate, path: string): PlainDate {
  const goalDate = parsePlainDate(value, path);
  if (goalDate < asOf) {
    throw new AptfolioError('inconsistent', path, `a date on or after ${asOf}`, goalDate);
  }
  const years = dateParts(goalDate).year - dateParts(asOf).year;
  if (years > LONGEST) {
    throw new AptfolioError('out-of-range', path, `a date within ${LONGEST} years`, goalDate);
  }
  return goalDate;
}

/** The most dates that a caller may give: every month of a hundred years. */
const MOST_DATES = 12 * LONGEST + 1;

/** Checks dates that a caller gives: one after the other, from the day to the goal. */
export function checkStageDates(
  value: unknown,
  asOf: PlainDate,
  goalDate: PlainDate,
  path: string,
): readonly PlainDate[] {
  const dates = checkList<unknown>(value, path, { minLength: 1, maxLength: MOST_DATES }).map(
    (date, index) => parsePlainDate(date, at(path, index)),
  );
  dates.forEach((date, index) => {
    if (date < asOf || date > goalDate) {
      const expected = `a date from ${asOf} to ${goalDate}`;
      throw new AptfolioError('out-of-range', at(path, index), expected, date);
    }
    if (index > 0 && date <= dates[index - 1]!) {
      const expected = 'a date after the one before it';
      throw new AptfolioError('inconsistent', at(path, index), expected, date);
    }
  });
  return Object.freeze(dates);
}
