import {
  type DateInterval,
  firstOfMonth,
  monthsIn,
  type PlainDate,
  type YearMonth,
} from '../../dates/index.js';
import { monthNumber } from './day.js';
import type { Booking } from './read-bookings.js';
import type { UnusableRow } from './unusable-row.js';

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
}

/**
 * The months of a window that the bookings cover: from the first whole month on. A month before is not one without
 * income; it is unknown.
 *
 * @param given the day from which bookings are known, if somebody said; else it is the first of the month of the
 * first booking, usable or not, so that this month counts as a whole one.
 */
export function historyOf(
  window: DateInterval,
  given: PlainDate | undefined,
  bookings: readonly Booking[],
  unusable: readonly UnusableRow[],
): History {
  const months = monthsIn(window);
  const from = given ?? firstMonthOf(bookings, unusable);
  const start = monthNumber(window.from);
  const before =
    from === null ? months.length : within(firstWholeMonth(from) - start, 0, months.length);
  return {
    months,
    from,
    before,
    covered: months.length - before,
    firstMonth: start + before,
  };
}

/** A row that cannot be used shows all the same that bookings were known by then. */
function firstMonthOf(
  bookings: readonly Booking[],
  unusable: readonly UnusableRow[],
): PlainDate | null {
  let first: PlainDate | null = null;
  for (const { day } of bookings) if (first === null || day.date < first) first = day.date;
  for (const { day } of unusable) {
    if (day !== null && (first === null || day.date < first)) first = day.date;
  }
  return first === null ? null : firstOfMonth(first);
}

function firstWholeMonth(from: PlainDate): number {
  return monthNumber(from) + (from.endsWith('-01') ? 0 : 1);
}

function within(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
