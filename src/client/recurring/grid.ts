import type { Booking } from './booking.js';
import type { Cadence } from './cadence.js';
import { type MonthTable, monthStart } from './months.js';

/** What becomes of an expected day that is a Saturday or a Sunday. */
export type WeekendRule = 'none' | 'following' | 'preceding';

/** A regular series of expected days, numbered by slot. */
export interface Grid {
  readonly cadence: Cadence;
  /** Remainder of its months, or of its days, by the cadence's length. */
  readonly phase: number;
  /** Day of the month, 31 for the last; 0 where days are counted. */
  readonly anchor: number;
  readonly weekend: WeekendRule;
  readonly months: MonthTable;
}

/** The expected day of a slot; where a month has no such day, its last one. */
export function expectedDay(grid: Grid, slot: number): number {
  const { cadence, phase, anchor, months, weekend } = grid;
  if (anchor === 0) return slot * cadence.length + phase;
  const month = slot * cadence.length + phase;
  const start = monthStart(months, month);
  const length = monthStart(months, month + 1) - start;
  const day = start + (anchor < length ? anchor : length) - 1;
  return weekend === 'none' ? day : offWeekend(day, weekend);
}

/** The slot whose expected day is nearest to a booking; of two equally near ones the earlier. */
export function nearestSlot(grid: Grid, booking: Booking): number {
  const { cadence, phase, anchor } = grid;
  if (anchor === 0) {
    // Half of 7, 14 or 28 days; a booking half-way between belongs to neither in earnest.
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

/** Day 0 was a Thursday, so Saturdays are 2 and Sundays 3 modulo 7. */
function offWeekend(day: number, rule: 'following' | 'preceding'): number {
  const weekday = (((day - 2) % 7) + 7) % 7;
  if (weekday > 1) return day;
  return rule === 'following' ? day + 2 - weekday : day - 1 - weekday;
}
