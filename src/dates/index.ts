export { type AgeOptions, ageOn } from './age.js';
export {
  addDays,
  addMonths,
  addYears,
  daysBetween,
  type MonthShift,
  monthsBetween,
  shiftMonths,
  type Weekday,
  weekdayOf,
  yearsBetween,
} from './arithmetic.js';
export {
  type BusinessHours,
  type BusinessHoursData,
  compileBusinessHours,
} from './business-hours.js';
export {
  addBusinessDays,
  adjustDate,
  type BusinessCalendar,
  businessDaysBetween,
  type CalendarData,
  compileCalendar,
  DAY_ADJUSTMENTS,
  type DayAdjustment,
  isBusinessDay,
} from './calendar.js';
export { DAY_COUNTS, type DayCount, dayCountFraction } from './day-count.js';
export {
  checkInterval,
  containsDate,
  type DateInterval,
  daysIn,
  intersectIntervals,
  makeInterval,
  monthsIn,
  overlaps,
} from './interval.js';
export {
  compareDates,
  type DateParts,
  dateParts,
  daysInMonth,
  earliestDate,
  firstOfMonth,
  isLeapYear,
  isPlainDate,
  lastOfMonth,
  latestDate,
  makeDate,
  monthOf,
  type PlainDate,
  parsePlainDate,
  type YearMonth,
} from './plain-date.js';
export { compileZone, dateInZone, instantOf, type Zone } from './zone.js';
