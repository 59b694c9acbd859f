import { type PlainDate, parsePlainDate } from '../../dates/index.js';
import { type BatchFailure, checkObject } from '../../errors/index.js';
import { isPositive, isZero } from '../../money/index.js';
import { groupBy } from '../group-by.js';
import { readTransactions } from '../read-transactions.js';
import type { Transaction, TransactionKind } from '../transaction.js';
import { type Booking, bookingsOf, byContent, monthsOf, plainText } from './booking.js';
import { makeStream } from './make-stream.js';
import type { Series } from './series.js';
import { seriesOfPayee, seriesOfViews } from './series-of-payee.js';
import type { RecurringStream } from './stream.js';
import { amountViews } from './views.js';

/** How recurring streams are looked for. */
export interface RecurringOptions {
  /** The day from which a stream's status is judged; bookings dated after it are refused. */
  readonly asOf: PlainDate;
}

/** The streams, in an order that does not depend on the rows', and the rows that could not be used. */
export interface RecurringResult {
  readonly streams: readonly RecurringStream[];
  readonly failures: readonly BatchFailure[];
}

/**
 * Finds what comes in and goes out at regular intervals, daily to annual: by the calendar, or every so many days, up to
 * 400, where that explains the days better.
 *
 * Rows are grouped by direction, kind, currency and counterparty, without one by text (references aside), and
 * what is left without a counterparty by the amount alone; own transfers and refunds are left out. In a group the
 * schedule that is hardest to explain by chance is taken out with its bookings, then the next, so that
 * several streams to one payee are told apart by day, amount and text, and a payment in between breaks none. Then
 * what goes on at a new price or on a new day is joined.
 *
 * At least three fifths of a stream's expected days have a booking; a day that a month does not have is its
 * last one. Two occurrences make a `pending` stream only where they are alike and all that is left of a payee; every so
 * many days takes four, and more often than weekly nine tenths of the days. Card payments and cash of another amount
 * every time are a habit rather than a stream, unless their day is kept strictly.
 *
 * What was never sure is left out once it is long overdue, so a `pending` stream never becomes `lapsed`: keep the
 * earlier result where that matters. A payee with another name or, without a counterparty, another text (digits aside)
 * is another payee: after a change of name the old stream lapses and a new one begins; the two are never joined.
 *
 * @returns the streams and, under `failures`, rows that could not be used; one bad row never loses the others.
 * @throws AptfolioError for malformed options or where the rows are no list.
 *
 * @example
 * ```ts
 * import { findRecurring } from 'aptfolio/client';
 *
 * const rent = (id: string, bookingDate: string) =>
 *   ({ id, bookingDate, kind: 'payment', currency: 'CNY', amount: '-3200.00', text: 'rent' });
 * const rows = [rent('3', '2026-03-31'), rent('1', '2026-01-31'), rent('2', '2026-02-28')];
 * const [stream] = findRecurring(rows, { asOf: '2026-04-10' }).streams;
 * stream.cadence; // => 'monthly'
 * stream.day; // => { kind: 'last-day-of-month' }
 * stream.status; // => 'active'
 * stream.next; // => { date: '2026-04-30', amount: { currency: 'CNY', amount: '3200.00' } }
 * ```
 */
export function findRecurring(
  transactions: readonly Transaction[],
  options: RecurringOptions,
): RecurringResult {
  checkObject(options, 'options');
  const asOf = parsePlainDate(options.asOf, 'options.asOf');
  return recurringOf(transactions, 'transactions', asOf);
}

/** `findRecurring` on a checked date; `path` is where the rows stand in the caller's input. */
export function recurringOf(
  transactions: readonly Transaction[],
  path: string,
  asOf: PlainDate,
): RecurringResult {
  const { rows, failures } = readTransactions(transactions, path, { asOf });
  const used = rows.filter((row) => !LEFT_OUT.has(row.kind) && !isZero(row));
  const streams = allStreams(used, asOf).sort((a, b) => (a.key < b.key ? -1 : 1));
  return Object.freeze({ streams: Object.freeze(streams.map(({ stream }) => stream)), failures });
}

const LEFT_OUT: ReadonlySet<TransactionKind> = new Set(['own-transfer', 'refund']);

interface Found {
  /** Orders the streams. */
  readonly key: string;
  readonly stream: RecurringStream;
}

function allStreams(rows: readonly Transaction[], asOf: PlainDate): Found[] {
  const months = monthsOf(rows);
  const found: Found[] = [];
  const add = (series: readonly Series[]): void => {
    for (const one of series) {
      const stream = makeStream(one, asOf);
      if (stream !== undefined) found.push({ key: orderOf(stream), stream });
    }
  };
  const nameless: Booking[] = [];
  for (const group of groupBy(rows, payeeOf).values()) {
    const { series, rest } = seriesOfPayee(bookingsOf(group, months), months);
    add(series);
    if (group[0]!.counterparty === undefined) for (const booking of rest) nameless.push(booking);
  }
  for (const group of groupBy(nameless.sort(byContent), ({ row }) => sortOf(row)).values()) {
    add(seriesOfViews(group, amountViews(group), months).series);
  }
  return found;
}

/** Neither a kind nor a currency has a space in it, so that keys are the same only for the same parts. */
function sortOf(row: Transaction): string {
  return `${isPositive(row) ? 'in' : 'out'} ${row.kind} ${row.currency}`;
}

function payeeOf(row: Transaction): string {
  return row.counterparty === undefined
    ? `${sortOf(row)} text ${plainText(row)}`
    : `${sortOf(row)} counterparty ${row.counterparty}`;
}

function orderOf(stream: RecurringStream): string {
  const { direction, kind, counterparty, text, amount, lastDate, transactions } = stream;
  const first = [direction, kind, counterparty, text, amount.last.currency];
  return JSON.stringify([...first, lastDate, transactions[0]]);
}
