import type { Weekday } from '../../dates/index.js';
import type { Booking } from './booking.js';
import type { Cadence } from './cadence.js';
import { type MonthTable, monthStart } from './months.js';

/** A weekday by its place among those of a month. */
export interface NthWeekday {
  readonly nth: 1 | 2 | 3 | 4 | 'last';
  readonly weekday: Weekday;
}

/** What becomes of an expected day that is a Saturday or a Sunday. */
export type WeekendRule = 'none' | 'following' | 'preceding';

/** A regular series of expected days, numbered by slot. */
export interface Grid {
  readonly cadence: Cadence;
  /** Remainder of its months, or of its days, by the cadence's length. */
  readonly phase: number;
  /** Day of the month, 31 for the last; 0 where days are counted, or where `nthWeekday` has the day. */
  readonly anchor: number;
  readonly nthWeekday: NthWeekday | undefined;
  readonly weekend: WeekendRule;
  readonly months: MonthTable;
}

/** The expected day of a slot; where a month has no such day, its last one. */
export function expectedDay(grid: Grid, slot: number): number {
  const { cadence, phase, weekend } = grid;
  const unit = slot * cadence.length + phase;
  const day = cadence.unit === 'day' ? unit : dayInMonth(grid, unit);
  return weekend === 'none' ? day : offWeekend(day, weekend);
}

function dayInMonth({ anchor, nthWeekday, months }: Grid, month: number): number {
  const start = monthStart(months, month);
  const end = monthStart(months, month + 1);
  if (nthWeekday === undefined) return (start + anchor < end ? start + anchor : end) - 1;
  const { nth, weekday } = nthWeekday;
  if (nth === 'last') return end - 1 - modulo(weekdayOfDay(end - 1) - weekday, 7);
  return start + modulo(weekday - weekdayOfDay(start), 7) + 7 * (nth - 1);
}

/** The slot whose expected day is nearest to a booking; of two equally near ones the earlier. */
export function nearestSlot(grid: Grid, booking: Booking): number {
  const { cadence, phase } = grid;
  if (cadence.unit === 'day') {
    // A booking half-way between belongs to neither in earnest.
    return Math.floor((booking.day - phase + (cadence.length >> 1)) / cadence.length);
  }
  const slot = Math.floor((booking.month - phase) / cadence.length);
  const before = booking.day - expectedDay(grid, slot);
  if (before === 0) return slot;
  const other = before > 0 ? slot + 1 : slot - 1;
  return distance(booking.day, expectedDay(grid, other)) < (before < 0 ? -before : before)
    ? other
    : slot;
}

function distance(a: number, b: number): number {
  return a < b ? b - a : a - b;
}

function offWeekend(day: number, rule: 'following' | 'preceding'): number {
  const weekday = weekdayOfDay(day);
  if (weekday < 6) return day;
  return rule === 'following' ? day + 8 - weekday : day + 5 - weekday;
}

/** Monday is 1; day 0 was a Thursday. */
export function weekdayOfDay(day: number): Weekday {
  return (modulo(day + 3, 7) + 1) as Weekday;
}

/** The remainder that is never negative. */
export function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}
