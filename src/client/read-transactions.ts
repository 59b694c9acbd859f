import type { BatchFailure } from '../errors/index.js';
import { type CurrencyCode, fromMinorUnits } from '../money/index.js';
import { type Booking, type ReadOptions, readBookings } from './cash-flow/read-bookings.js';
import type { Transaction } from './transaction.js';

/** The usable rows in an order that does not depend on the input's, and the others with their faults. */
export interface TransactionRows {
  /** Each booking once, by date and id. */
  readonly rows: readonly Transaction[];
  /** Number of rows in the input. */
  readonly given: number;
  /** Rows left out because they repeat another. */
  readonly duplicates: number;
  readonly failures: readonly BatchFailure[];
}

/** Checks rows, leaves out repeated ones and brings them into one order; bad rows lose no other. */
export function readTransactions(
  transactions: readonly Transaction[],
  path: string,
  options: ReadOptions,
): TransactionRows {
  const { bookings, unusable: _, ...account } = readBookings(transactions, path, options);
  const rows = inOrder(bookings).map((booking) => converted(booking, options.currency));
  return Object.freeze({ rows: Object.freeze(rows), ...account });
}

/** By date and id. There are few dates, so only the rows of one day are sorted by comparing. */
function inOrder(bookings: readonly Booking[]): readonly Booking[] {
  const byDate = new Map<string, Booking[]>();
  for (const booking of bookings) {
    const { date } = booking.day;
    const ofDay = byDate.get(date);
    if (ofDay === undefined) byDate.set(date, [booking]);
    else ofDay.push(booking);
  }
  const dates = [...byDate.keys()].sort();
  return dates.flatMap((date) => byDate.get(date)!.sort(byId));
}

function byId({ row: a }: Booking, { row: b }: Booking): number {
  return a.id < b.id ? -1 : 1;
}

function converted({ row, units }: Booking, currency: CurrencyCode | undefined): Transaction {
  if (currency === undefined || row.currency === currency) return row;
  return Object.freeze({ ...row, ...fromMinorUnits(currency, BigInt(units)) });
}
