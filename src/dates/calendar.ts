import {
  AptfolioError,
  at,
  checkInteger,
  checkList,
  checkObject,
  checkOneOf,
  checkText,
  type FieldsOf,
  refuseUnknown,
} from '../errors/index.js';
import {
  addDays,
  dayNumber,
  daysBetween,
  fromDayNumber,
  type Weekday,
  weekdayOf,
} from './arithmetic.js';
import { checkInterval, type DateInterval } from './interval.js';
import { monthOf, type PlainDate, parsePlainDate } from './plain-date.js';

/** Which days are working days, as data of the host. */
export interface CalendarData {
  /** A name for messages, `CN-SSE-2026`. */
  readonly id: string;
  /** The days that the calendar knows about; a day outside is refused, never guessed. */
  readonly covers: DateInterval;
  /** Days off in every week, ISO numbers, at most six. Default Saturday and Sunday; may be empty. */
  readonly weekend?: readonly Weekday[];
  /** Days off besides; order and repetition do not matter. */
  readonly holidays: readonly PlainDate[];
  /** Weekend days on which people work, as offices in mainland China do around long holidays. */
  readonly workdays?: readonly PlainDate[];
}

/** A checked calendar. */
export interface BusinessCalendar {
  readonly id: string;
  readonly covers: DateInterval;
  /** Throws `out-of-range` for a day that the calendar does not cover. */
  readonly isBusinessDay: (date: PlainDate) => boolean;
  /** What it was compiled from, days ascending and once each, so that it can be hashed and compared; absent in a calendar of the host's own making. */
  readonly data?: Required<CalendarData>;
}

const CALENDAR_FIELDS: FieldsOf<CalendarData> = {
  id: true,
  covers: true,
  weekend: true,
  holidays: true,
  workdays: true,
};

/** How a date that is no business day is moved. */
export const DAY_ADJUSTMENTS = [
  /** Stays where it is. */
  'none',
  /** The next business day. */
  'following',
  /** The next business day, unless it lies in the next month: then the one before. */
  'modified-following',
  /** The business day before. */
  'preceding',
  /** The business day before, unless it lies in the month before: then the next. */
  'modified-preceding',
] as const;

/** How a date that is no business day is moved; see `DAY_ADJUSTMENTS`. */
export type DayAdjustment = (typeof DAY_ADJUSTMENTS)[number];

/**
 * Checks a calendar once, so that days can be asked often.
 *
 * @throws AptfolioError with the path to a wrong date, a working day that is also a day off, a date
 * outside `covers`, an empty `covers`, or a week without working days.
 *
 * @example
 * ```ts
 * import { addBusinessDays, compileCalendar } from 'aptfolio/dates';
 *
 * const calendar = compileCalendar({
 *   id: 'CN-example',
 *   covers: { from: '2026-01-01', to: '2027-01-01' },
 *   holidays: ['2026-05-01', '2026-05-04', '2026-05-05'],
 *   workdays: ['2026-05-09'],
 * });
 * addBusinessDays('2026-04-30', 1, calendar); // => '2026-05-06'
 * calendar.isBusinessDay('2026-05-09'); // => true
 * ```
 */
export function compileCalendar(data: CalendarData): BusinessCalendar {
  refuseUnknown(checkObject(data, 'data'), 'data', CALENDAR_FIELDS);
  const id = checkText(data.id, 'data.id');
  const covers = checkInterval(data.covers, 'data.covers');
  if (covers.from === covers.to) {
    throw new AptfolioError('empty', 'data.covers', 'at least one day');
  }
  const weekend = readWeekend(data.weekend === undefined ? [6, 7] : data.weekend);
  const holidays = readDays(data.holidays, 'data.holidays', covers);
  const extraDays = data.workdays === undefined ? [] : data.workdays;
  const workdays = readDays(extraDays, 'data.workdays', covers);
  extraDays.forEach((day, index) => {
    if (holidays.has(day)) {
      const path = at('data.workdays', index);
      throw new AptfolioError('inconsistent', path, 'no day that is a holiday too', day);
    }
  });
  const isBusinessDay = (date: PlainDate): boolean => {
    const day = parsePlainDate(date);
    if (!(covers.from <= day && day < covers.to)) {
      const span = `a day that calendar ${id} covers, from ${covers.from} and before ${covers.to}`;
      throw new AptfolioError('out-of-range', 'date', span, day);
    }
    return workdays.has(day) || (!holidays.has(day) && !weekend.has(weekdayOf(day)));
  };
  const known = Object.freeze({
    id,
    covers,
    weekend: inOrder(weekend),
    holidays: inOrder(holidays),
    workdays: inOrder(workdays),
  });
  return Object.freeze({ id, covers, isBusinessDay, data: known });
}

function inOrder<T extends Weekday | PlainDate>(days: ReadonlySet<T>): readonly T[] {
  // Numbers of one digit and dates of ten are in the same order as their texts.
  return Object.freeze([...days].sort());
}

/**
 * Tells whether a date is a business day.
 *
 * @throws AptfolioError `invalid-date`, or `out-of-range` for a day that the calendar does not cover.
 *
 * @example
 * ```ts
 * import { compileCalendar, isBusinessDay } from 'aptfolio/dates';
 *
 * const covers = { from: '2026-01-01', to: '2027-01-01' } as const;
 * const calendar = compileCalendar({ id: 'weekends', covers, holidays: [] });
 * isBusinessDay('2026-05-29', calendar); // => true
 * isBusinessDay('2026-05-30', calendar); // => false
 * isBusinessDay('2027-01-01', calendar); // => throws 'out-of-range'
 * ```
 */
export function isBusinessDay(date: PlainDate, calendar: BusinessCalendar): boolean {
  return checkCalendar(calendar).isBusinessDay(date);
}

/**
 * The date a number of business days later (earlier if negative), counted from the day after `date`.
 * Zero days is the date itself, whether a business day or not.
 *
 * @throws AptfolioError `invalid-date`, or `out-of-range` when the way leads out of the calendar.
 *
 * @example
 * ```ts
 * import { addBusinessDays, compileCalendar } from 'aptfolio/dates';
 *
 * const covers = { from: '2026-01-01', to: '2027-01-01' } as const;
 * const calendar = compileCalendar({ id: 'weekends', covers, holidays: [] });
 * addBusinessDays('2026-05-29', 1, calendar); // => '2026-06-01'
 * addBusinessDays('2026-05-31', -2, calendar); // => '2026-05-28'
 * ```
 */
export function addBusinessDays(
  date: PlainDate,
  days: number,
  calendar: BusinessCalendar,
): PlainDate {
  const step = checkInteger(days, 'days') < 0 ? -1 : 1;
  const { isBusinessDay } = checkCalendar(calendar);
  let day = parsePlainDate(date);
  for (let left = Math.abs(days); left > 0; ) {
    day = addDays(day, step);
    if (isBusinessDay(day)) left--;
  }
  return day;
}

/**
 * Moves a date that is no business day by a named rule.
 *
 * @throws AptfolioError `unknown-value` for another rule, `out-of-range` outside the calendar.
 *
 * Source: 2006 ISDA Definitions, section 4.12.
 *
 * @example
 * ```ts
 * import { adjustDate, compileCalendar } from 'aptfolio/dates';
 *
 * const covers = { from: '2026-01-01', to: '2027-01-01' } as const;
 * const calendar = compileCalendar({ id: 'weekends', covers, holidays: [] });
 * adjustDate('2026-05-31', 'following', calendar); // => '2026-06-01'
 * adjustDate('2026-05-31', 'modified-following', calendar); // => '2026-05-29'
 * ```
 */
export function adjustDate(
  date: PlainDate,
  adjustment: DayAdjustment,
  calendar: BusinessCalendar,
): PlainDate {
  const day = parsePlainDate(date);
  checkCalendar(calendar);
  switch (checkOneOf(adjustment, 'adjustment', DAY_ADJUSTMENTS)) {
    case 'none':
      return day;
    case 'following':
      return nearest(day, 1, calendar);
    case 'preceding':
      return nearest(day, -1, calendar);
    case 'modified-following':
      return withinMonth(day, 1, calendar);
    case 'modified-preceding':
      return withinMonth(day, -1, calendar);
  }
}

/**
 * The number of business days in an interval.
 *
 * @throws AptfolioError as `checkInterval`, or `out-of-range` for a day that the calendar does not cover.
 *
 * @example
 * ```ts
 * import { businessDaysBetween, compileCalendar } from 'aptfolio/dates';
 *
 * const covers = { from: '2026-01-01', to: '2027-01-01' } as const;
 * const calendar = compileCalendar({ id: 'weekends', covers, holidays: [] });
 * businessDaysBetween({ from: '2026-05-01', to: '2026-06-01' }, calendar); // => 21
 * ```
 */
export function businessDaysBetween(interval: DateInterval, calendar: BusinessCalendar): number {
  const { from, to } = checkInterval(interval, 'interval');
  const { isBusinessDay } = checkCalendar(calendar);
  const first = dayNumber(from, 'interval.from');
  let count = 0;
  for (let day = first; day < first + daysBetween(from, to); day++) {
    if (isBusinessDay(fromDayNumber(day))) count++;
  }
  return count;
}

function nearest(date: PlainDate, step: 1 | -1, calendar: BusinessCalendar): PlainDate {
  let day = date;
  while (!calendar.isBusinessDay(day)) day = addDays(day, step);
  return day;
}

function withinMonth(date: PlainDate, step: 1 | -1, calendar: BusinessCalendar): PlainDate {
  const moved = nearest(date, step, calendar);
  return monthOf(moved) === monthOf(date) ? moved : nearest(date, step === 1 ? -1 : 1, calendar);
}

/** Refuses what `compileCalendar` did not make. */
export function checkCalendar(calendar: BusinessCalendar, path = 'calendar'): BusinessCalendar {
  if (typeof checkObject(calendar, path).isBusinessDay === 'function') return calendar;
  throw new AptfolioError('invalid-type', path, 'a calendar made by compileCalendar');
}

function readWeekend(weekend: readonly Weekday[]): ReadonlySet<Weekday> {
  const days = new Set<Weekday>();
  for (const [index, day] of checkList<Weekday>(weekend, 'data.weekend').entries()) {
    days.add(checkInteger(day, at('data.weekend', index), { min: 1, max: 7 }) as Weekday);
  }
  if (days.size === 7) {
    throw new AptfolioError('inconsistent', 'data.weekend', 'a week with a working day');
  }
  return days;
}

function readDays(
  days: readonly PlainDate[],
  path: string,
  covers: DateInterval,
): ReadonlySet<PlainDate> {
  for (const [index, day] of checkList<PlainDate>(days, path).entries()) {
    const date = parsePlainDate(day, at(path, index));
    if (!(covers.from <= date && date < covers.to)) {
      throw new AptfolioError('out-of-range', at(path, index), 'a day within data.covers', date);
    }
  }
  return new Set(days);
}
