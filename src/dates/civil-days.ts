const ERA_DAYS = 146_097;
/** From 0000-03-01, where the count begins, to 1970-01-01. */
const EPOCH = 719_468;

/**
 * Days since 1970-01-01 of a date in the years 1 to 9999, not checked. Years begin in March here, so that the leap day is the last one.
 *
 * Source: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
 */
export function daysFromCivil(year: number, month: number, day: number): number {
  const years = month <= 2 ? year - 1 : year;
  const era = (years / 400) | 0;
  const yearOfEra = years - 400 * era;
  const dayOfYear = (((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) | 0) + day - 1;
  const leapDays = ((yearOfEra / 4) | 0) - ((yearOfEra / 100) | 0);
  return ERA_DAYS * era + 365 * yearOfEra + leapDays + dayOfYear - EPOCH;
}
