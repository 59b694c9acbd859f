import type { PlainDate } from '../../dates/index.js';
import {
  AptfolioError,
  at,
  type BatchFailure,
  checkList,
  joinPath,
  makeIssue,
} from '../../errors/index.js';
import type { CurrencyCode, FxRates } from '../../money/index.js';
import { groupBy } from '../group-by.js';
import { TRANSACTION_KINDS, type Transaction } from '../transaction.js';
import { type CurrencyReading, currencyReader } from './conversion.js';
import { type Day, dayReader } from './day.js';
import { plainUnits } from './plain-amount.js';
import { checkSize, hasPlainTexts, OPTIONAL_TEXTS, readRow, unitsOfRow } from './read-row.js';
import type { Units } from './unit-sum.js';
import {
  THE_ROWS,
  type UnusableRow,
  unusableBooking,
  unusableRow,
  withoutRate,
} from './unusable-row.js';

/** A usable row with what is worked out from it once. */
export interface Booking {
  /** As it was booked, in its own currency. */
  readonly row: Transaction;
  /** Its place in the input. */
  readonly index: number;
  readonly day: Day;
  /** Its amount in the smallest units of the currency asked for; without one, of its own. */
  readonly units: Units;
}

/** The usable rows, each booking once, in the order of the input, and the others with their faults. */
export interface Bookings {
  readonly bookings: readonly Booking[];
  /** Number of rows in the input. */
  readonly given: number;
  /** Rows left out because they repeat another. */
  readonly duplicates: number;
  readonly failures: readonly BatchFailure[];
  /** What is known of those rows, as far as they can have been booked by `asOf`. */
  readonly unusable: readonly UnusableRow[];
}

export interface ReadOptions {
  /** A booking dated after this day cannot have happened. */
  readonly asOf: PlainDate;
  /** One dated before this day has a wrong date; without it any day will do. */
  readonly earliest?: PlainDate;
  /** The currency to which amounts are converted, if any. */
  readonly currency?: CurrencyCode;
  /** Rates for the conversion. */
  readonly fx?: FxRates;
}

/**
 * Checks rows and leaves out repeated ones; bad rows lose no other.
 *
 * A row that is written as the library itself writes one is taken as it is, after a look at each field; any other
 * goes through the full check, which brings it into that form or says what is wrong.
 */
export function readBookings(
  transactions: readonly Transaction[],
  path: string,
  { asOf, earliest, currency, fx }: ReadOptions,
): Bookings {
  const list = checkList<Transaction>(transactions, path);
  const dayOf = dayReader(asOf, earliest);
  const currencyOf = currencyReader(currency, fx);
  const read: Booking[] = [];
  const ids = new Set<string>();
  const repeated = new Set<string>();
  const failures: BatchFailure[] = [];
  const unusable: UnusableRow[] = [];
  /** Rows to which nothing is wrong but that a rate is missing, and which. */
  const rateless = new Map<Booking, readonly string[]>();

  for (let index = 0; index < list.length; index++) {
    const given = list[index]!;
    try {
      const booking = readPlain(given, index) ?? readAny(given, index);
      read.push(booking);
      const known = ids.size;
      if (ids.add(booking.row.id).size === known) repeated.add(booking.row.id);
    } catch (error) {
      failures.push(failureOf(error, at(path, index), index));
      const known = unusableRow(given, asOf, earliest);
      if (known !== null) unusable.push(known);
    }
  }

  const { bookings, conflicts } = settleRepeats(read, repeated);
  for (const booking of rateless.keys()) failures.push(rateFailure(path, booking, currency));
  for (const booking of conflicts) {
    unusable.push(unusableBooking(booking, THE_ROWS));
    if (!rateless.has(booking)) failures.push(conflictFailure(path, booking));
  }
  const isUsable = (booking: Booking): boolean => !rateless.has(booking);
  const usable = rateless.size === 0 ? bookings : bookings.filter(isUsable);
  if (usable.length < bookings.length) {
    for (const booking of bookings) {
      if (!isUsable(booking)) unusable.push(withoutRate(booking, rateless.get(booking)!));
    }
  }
  return Object.freeze({
    bookings: usable,
    given: list.length,
    duplicates: list.length - usable.length - failures.length,
    failures: Object.freeze(failures.sort((a, b) => a.row - b.row)),
    unusable,
  });

  function readPlain(given: Transaction, index: number): Booking | undefined {
    if (typeof given !== 'object' || given === null || !KINDS.has(given.kind)) return undefined;
    const day = dayOf(given.bookingDate);
    const reading = currencyOf(given.currency);
    if (day === undefined || reading?.convert == null || !hasPlainTexts(given)) return undefined;
    const units = plainUnits(given.amount, reading.digits);
    return units === undefined
      ? undefined
      : { row: given, index, day, units: reading.convert(units) };
  }

  function readAny(given: Transaction, index: number): Booking {
    const row = readRow(given, asOf, earliest);
    const { convert, missing } = currencyOf(row.currency) as CurrencyReading;
    const own = checkSize(unitsOfRow(row), row.currency);
    const day = dayOf(row.bookingDate) as Day;
    const booking = { row, index, day, units: convert === null ? own : convert(own) };
    if (convert === null) rateless.set(booking, Object.freeze(missing.map((code) => `fx.${code}`)));
    return booking;
  }
}

const KINDS: ReadonlySet<string> = new Set(TRANSACTION_KINDS);

/** Of bookings with the same id and content the first; where the content differs, none. */
function settleRepeats(
  read: readonly Booking[],
  repeated: ReadonlySet<string>,
): { readonly bookings: readonly Booking[]; readonly conflicts: readonly Booking[] } {
  if (repeated.size === 0) return { bookings: read, conflicts: [] };
  const isRepeated = ({ row }: Booking): boolean => repeated.has(row.id);
  const groups = [...groupBy(read.filter(isRepeated), ({ row }) => row.id).values()];
  const agrees = (group: readonly Booking[]): boolean =>
    group.every(({ row }) => hasSameContent(row, group[0]!.row));
  const firsts = new Set(groups.filter(agrees).map((group) => group[0]!));
  return {
    bookings: read.filter((booking) => !isRepeated(booking) || firsts.has(booking)),
    conflicts: groups.filter((group) => !agrees(group)).flat(),
  };
}

function hasSameContent(a: Transaction, b: Transaction): boolean {
  return (
    a.bookingDate === b.bookingDate &&
    a.kind === b.kind &&
    a.currency === b.currency &&
    a.amount === b.amount &&
    OPTIONAL_TEXTS.every((field) => a[field] === b[field])
  );
}

/** The row is whole, and nobody knows what it is worth. */
function rateFailure(
  path: string,
  { row, index }: Booking,
  currency: CurrencyCode | undefined,
): BatchFailure {
  const where = at(at(path, index), 'currency');
  const expected = `${currency}, or a currency with a rate`;
  const issue = makeIssue('missing-rate', where, expected, row.currency);
  return Object.freeze({ row: index, issues: Object.freeze([issue]) });
}

/** Nobody can tell which of the rows is right, so none of them is used. */
function conflictFailure(path: string, { row, index }: Booking): BatchFailure {
  const where = at(at(path, index), 'id');
  const issue = makeIssue('duplicate-id', where, 'one content for one id', row.id);
  return Object.freeze({ row: index, issues: Object.freeze([issue]) });
}

function failureOf(error: unknown, path: string, index: number): BatchFailure {
  if (!(error instanceof AptfolioError)) throw error;
  const issues = error.issues.map((issue) =>
    Object.freeze({ ...issue, path: joinPath(path, issue.path) }),
  );
  return Object.freeze({ row: index, issues: Object.freeze(issues) });
}
