import { type DateInterval, monthsIn, type PlainDate, type YearMonth } from '../../dates/index.js';
import { firstDayOf, monthNumber } from './day.js';
import type { Booking } from './read-bookings.js';

/** Which months of a window are known as a whole. */
export interface History {
  /** The months of the window. */
  readonly months: readonly YearMonth[];
  /** The first day from which bookings are known; `null` where nobody said and there is none. */
  readonly from: PlainDate | null;
  /** Months of the window that end before the history covers a whole month: nothing is known of them. */
  readonly before: number;
  /** The other months of the window. */
  readonly covered: number;
  /** The first covered month, as `Day.month` counts. */
  readonly firstMonth: number;
  /**
   * The first month of which rows are looked at that do not begin the history: where nobody said when it does, that of the
   * window, because a row that could not be used may belong to it.
   */
  readonly firstOpen: number;
}

/**
 * The months of a window that the bookings cover: from the first whole month on. A month before is not one without
 * income; it is unknown.
 *
 * @param given the day from which bookings are known, if somebody said; else it is the first of the month in which income
 * and spending begin, so that this month counts as a whole one.
 * @param bookings usable ones that are income or spending. A row that could not be used, an investment or an own transfer
 * does not show that months without any other booking were months without income and spending.
 */
export function historyOf(
  window: DateInterval,
  given: PlainDate | undefined,
  bookings: readonly Booking[],
): History {
  const months = monthsIn(window);
  const start = monthNumber(window.from);
  const from = given ?? firstMonthOf(bookings, start, start + months.length);
  const before =
    from === null ? months.length : within(firstWholeMonth(from) - start, 0, months.length);
  return {
    months,
    from,
    before,
    covered: months.length - before,
    firstMonth: start + before,
    firstOpen: given === undefined ? start : start + before,
  };
}

/** A booking before the window after which nothing follows for longer, in months, is a wrong date or another time. */
const LONGEST_PAUSE = 24;

/** The first of the month of the first booking from which on, up to the window, there is no such pause. */
function firstMonthOf(bookings: readonly Booking[], start: number, end: number): PlainDate | null {
  const known = new Set(bookings.map(({ day }) => day.month));
  const inside = [...known].filter((month) => start <= month && month < end);
  let first = inside.length === 0 ? null : inside.reduce((a, b) => Math.min(a, b));
  const earlier = [...known].filter((month) => month < start).sort((a, b) => b - a);
  for (const month of earlier) {
    if ((first ?? start) - month > LONGEST_PAUSE) break;
    first = month;
  }
  return first === null ? null : firstDayOf(first);
}

function firstWholeMonth(from: PlainDate): number {
  return monthNumber(from) + (from.endsWith('-01') ? 0 : 1);
}

function within(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
