import { addDays, daysBetween, type PlainDate, parsePlainDate } from '../dates/index.js';
import { type BatchFailure, checkObject } from '../errors/index.js';
import {
  absoluteMoney,
  compareMoney,
  isPositive,
  isZero,
  type Money,
  multiplyMoney,
  subtractMoney,
  sumMoney,
} from '../money/index.js';
import { type CadenceName, cadenceOfGap } from './cadence.js';
import { groupBy } from './group-by.js';
import { readTransactions } from './read-transactions.js';
import { bestSchedule, dateOfSlot, type ScheduleDay, scheduleDay } from './schedule.js';
import type { Transaction, TransactionKind } from './transaction.js';

/** How recurring streams are looked for. */
export interface RecurringOptions {
  /** The day from which a stream's status is judged; bookings dated after it are refused. */
  readonly asOf: PlainDate;
}

/** Bookings of one kind with one counterparty and text that come at regular intervals. */
export interface RecurringStream {
  readonly direction: 'in' | 'out';
  readonly kind: TransactionKind;
  readonly counterparty: string | null;
  /** The booking text in lower case, its digits as `#`. */
  readonly text: string | null;
  readonly cadence: CadenceName;
  readonly day: ScheduleDay;
  /**
   * `active`: three occurrences or more and none overdue. `pending`: two alike occurrences, too few to be
   * sure. `lapsed`: the next occurrence is overdue.
   */
  readonly status: 'active' | 'pending' | 'lapsed';
  readonly occurrences: number;
  /** Expected days between the first and the last occurrence on which nothing came. */
  readonly missed: number;
  readonly firstDate: PlainDate;
  readonly lastDate: PlainDate;
  /** Without sign; `typical` is the median, of two middle ones the smaller. */
  readonly amount: {
    readonly lowest: Money;
    readonly typical: Money;
    readonly highest: Money;
    readonly last: Money;
  };
  /** When the next one is expected and, as the typical of the last three, how much; `null` once lapsed. */
  readonly next: { readonly date: PlainDate; readonly amount: Money } | null;
  /** Ids of the bookings, by date. */
  readonly transactions: readonly string[];
}

/** The streams, in an order that does not depend on the rows', and the rows that could not be used. */
export interface RecurringResult {
  readonly streams: readonly RecurringStream[];
  readonly failures: readonly BatchFailure[];
}

/**
 * Finds what comes in and goes out at regular intervals: weekly, fortnightly, monthly, quarterly,
 * semi-annual or annual.
 *
 * Rows are grouped by direction, kind, currency, counterparty and text (digits aside); own transfers and
 * refunds are left out. The median gap between two bookings names the cadence; a schedule of that cadence
 * must then explain at least three quarters of the bookings, and three quarters of its days must have one.
 * A day that a month does not have is its last one.
 *
 * Two occurrences make a `pending` stream only where their amounts are within a tenth of each other.
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
  const groups = groupBy(
    rows.filter((row) => !LEFT_OUT.has(row.kind) && !isZero(row)),
    groupOf,
  );
  const streams = [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, group]) => streamOf(group, asOf) ?? []);
  return Object.freeze({ streams: Object.freeze(streams), failures });
}

const LEFT_OUT: ReadonlySet<TransactionKind> = new Set(['own-transfer', 'refund']);
const MATURE = 3;
const LEAST_SHARE = 0.75;

function groupOf(row: Transaction): string {
  const parts = [directionOf(row), row.kind, row.counterparty ?? null, textOf(row), row.currency];
  return JSON.stringify(parts);
}

function directionOf(row: Transaction): 'in' | 'out' {
  return isPositive(row) ? 'in' : 'out';
}

/** References and months in a booking text change from one booking to the next. */
function textOf({ text }: Transaction): string | null {
  return text === undefined ? null : text.toLowerCase().replace(/\d+/g, '#').trim();
}

/** Several bookings on one day are one occurrence. */
interface Occurrence {
  readonly date: PlainDate;
  readonly amount: Money;
  readonly ids: readonly string[];
}

function streamOf(group: readonly Transaction[], asOf: PlainDate): RecurringStream | undefined {
  const all = occurrencesOf(group);
  if (all.length < 2) return undefined;
  const dates = all.map(({ date }) => date);
  const gaps = dates.slice(1).map((date, index) => daysBetween(dates[index]!, date));
  const cadence = cadenceOfGap(medianOf(gaps, (a, b) => a - b));
  if (cadence === undefined) return undefined;
  const { schedule, taken } = bestSchedule(dates, cadence);
  const slots = [...taken.keys()].sort((a, b) => a - b);
  const [first, last] = [slots[0]!, slots[slots.length - 1]!];
  const kept = slots.map((slot) => all[taken.get(slot)!]!);
  const expected = last - first + 1;
  if (kept.length < 2 || kept.length < LEAST_SHARE * all.length) return undefined;
  if (kept.length < LEAST_SHARE * expected) return undefined;
  if (kept.length < MATURE && !areAlike(kept.map(({ amount }) => amount))) return undefined;

  const nextDate = dateOfSlot(schedule, last + 1);
  const lapsed = asOf > addDays(nextDate, cadence.grace);
  const amounts = kept.map(({ amount }) => amount);
  const row = group[0]!;
  return Object.freeze({
    direction: directionOf(row),
    kind: row.kind,
    counterparty: row.counterparty ?? null,
    text: textOf(row),
    cadence: cadence.name,
    day: scheduleDay(schedule),
    status: lapsed ? 'lapsed' : kept.length < MATURE ? 'pending' : 'active',
    occurrences: kept.length,
    missed: expected - kept.length,
    firstDate: kept[0]!.date,
    lastDate: kept[kept.length - 1]!.date,
    amount: amountsOf(amounts),
    next: lapsed
      ? null
      : Object.freeze({ date: nextDate, amount: medianOf(amounts.slice(-3), byAmount) }),
    transactions: Object.freeze(kept.flatMap(({ ids }) => ids)),
  });
}

function occurrencesOf(group: readonly Transaction[]): readonly Occurrence[] {
  return [...groupBy(group, (row) => row.bookingDate).values()].map((rows) => ({
    date: rows[0]!.bookingDate,
    amount: absoluteMoney(sumMoney(rows[0]!.currency, rows)),
    ids: rows.map(({ id }) => id),
  }));
}

function amountsOf(amounts: readonly Money[]): RecurringStream['amount'] {
  const sorted = [...amounts].sort(byAmount);
  return Object.freeze({
    lowest: sorted[0]!,
    typical: medianOf(amounts, byAmount),
    highest: sorted[sorted.length - 1]!,
    last: amounts[amounts.length - 1]!,
  });
}

/** The middle one; of two middle ones the smaller, so that it is one of the values. */
function medianOf<T>(values: readonly T[], compare: (a: T, b: T) => number): T {
  return [...values].sort(compare)[(values.length - 1) >> 1]!;
}

function byAmount(a: Money, b: Money): number {
  return compareMoney(a, b);
}

/** Within a tenth of the larger one. */
function areAlike(amounts: readonly Money[]): boolean {
  const sorted = [...amounts].sort(byAmount);
  const [lowest, highest] = [sorted[0]!, sorted[sorted.length - 1]!];
  return compareMoney(multiplyMoney(subtractMoney(highest, lowest), 10), highest) <= 0;
}
