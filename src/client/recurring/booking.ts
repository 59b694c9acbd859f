import { toMinorUnits } from '../../money/index.js';
import type { Transaction } from '../transaction.js';
import { type MonthTable, monthStart, monthTable } from './months.js';

/** A row with what the search needs of it, as plain numbers. */
export interface Booking {
  readonly row: Transaction;
  /** Days since 1970-01-01. */
  readonly day: number;
  /** Months since January of the year 0. */
  readonly month: number;
  readonly dayOfMonth: number;
  /** Minor units, without sign; only compared, never added up. */
  readonly cents: number;
  /** The booking text without what changes from one booking to the next; empty without a text. */
  readonly text: string;
}

/** Turns rows into bookings, in an order that their content alone decides. */
export function bookingsOf(rows: readonly Transaction[], months: MonthTable): readonly Booking[] {
  const bookings = rows.map((row) => {
    const month = monthIndex(row);
    const dayOfMonth = Number(row.bookingDate.slice(8));
    return {
      row,
      day: monthStart(months, month) + dayOfMonth - 1,
      month,
      dayOfMonth,
      cents: sizeOf(row),
      text: plainText(row),
    };
  });
  return bookings.sort(byContent);
}

/** The months of rows that are in the order of their dates. */
export function monthsOf(rows: readonly Transaction[]): MonthTable {
  const [first, last] = [rows[0], rows[rows.length - 1]];
  if (first === undefined || last === undefined) return monthTable(0, 0);
  return monthTable(monthIndex(first), monthIndex(last));
}

/** A booking text in lower case, without the references and dates that change from one booking to the next. */
export function plainText({ text = '' }: Transaction): string {
  return text
    .toLowerCase()
    .replace(/[a-z0-9]*\d[a-z0-9]*/g, '#')
    .trim();
}

/** By day, amount and text; the id only decides between bookings that are the same otherwise. */
export function byContent(a: Booking, b: Booking): number {
  if (a.day !== b.day) return a.day - b.day;
  if (a.cents !== b.cents) return a.cents - b.cents;
  if (a.text !== b.text) return a.text < b.text ? -1 : 1;
  return a.row.id < b.row.id ? -1 : 1;
}

/** The index of the first booking on a day or after it, in bookings by day. */
export function firstFrom(bookings: readonly Booking[], day: number): number {
  let [low, high] = [0, bookings.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (bookings[middle]!.day < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

function monthIndex({ bookingDate }: Transaction): number {
  return 12 * Number(bookingDate.slice(0, 4)) + Number(bookingDate.slice(5, 7)) - 1;
}

function sizeOf(row: Transaction): number {
  const units = Number(toMinorUnits(row));
  return units < 0 ? -units : units;
}
