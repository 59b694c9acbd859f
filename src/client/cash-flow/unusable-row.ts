import { isPlainDate, type PlainDate } from '../../dates/index.js';
import { AptfolioError } from '../../errors/index.js';
import { type CurrencyCode, isCurrencyCode } from '../../money/index.js';
import { TRANSACTION_KINDS, type Transaction, type TransactionKind } from '../transaction.js';
import { type Day, isBefore, monthNumber } from './day.js';
import type { Booking } from './read-bookings.js';
import { optionalText, optionalTexts } from './read-row.js';
import type { MatchedFields } from './row-match.js';

/** What is still known of a row that could not be used, to tell which figures it could change. */
export interface UnusableRow {
  /** `null` where its date cannot be read, or cannot be right: it may belong anywhere. */
  readonly day: Day | null;
  readonly kind: TransactionKind | null;
  /** Whether money went out; `null` where the amount cannot be read. */
  readonly isOutgoing: boolean | null;
  /** What rules look at; `null` where any of it cannot be read. */
  readonly fields: MatchedFields | null;
  /** The account; `undefined` where the row names none, `null` where it cannot be read. */
  readonly account: string | null | undefined;
  readonly currency: CurrencyCode | null;
  /** What would make it usable: `fx.USD`, or `transactions` for the row itself. */
  readonly missing: readonly string[];
  /** The row in its own currency, where only a rate is missing. */
  readonly booking: Booking | null;
}

/** What a row that could not be used itself is called where it is missing. */
export const THE_ROWS: readonly string[] = Object.freeze(['transactions']);

/** A row that can be read, only that no one can tell whether it is right. */
export function unusableBooking(booking: Booking, missing: readonly string[]): UnusableRow {
  const { row, day } = booking;
  const isOutgoing = row.amount.startsWith('-');
  const { kind, account, currency } = row;
  return { day, kind, isOutgoing, fields: row, account, currency, missing, booking: null };
}

/** A row to which nothing is wrong, only that no one can tell what it is worth. */
export function withoutRate(booking: Booking, rates: readonly string[]): UnusableRow {
  return { ...unusableBooking(booking, rates), booking };
}

/** What can be read of a row that is broken; `null` for one dated after `asOf`, which changes nothing up to then. */
export function unusableRow(
  given: unknown,
  asOf: PlainDate,
  earliest: PlainDate | undefined,
): UnusableRow | null {
  const isRow = typeof given === 'object' && given !== null;
  const row = (isRow ? given : {}) as Transaction;
  const isDay = isPlainDate(row.bookingDate) && !isBefore(row.bookingDate, earliest);
  const date = isDay ? row.bookingDate : null;
  if (date !== null && date > asOf) return null;
  const kind = TRANSACTION_KINDS.find((known) => known === row.kind) ?? null;
  const texts = readOrNull(() => optionalTexts(row));
  return {
    day: date === null ? null : { date, month: monthNumber(date) },
    kind,
    isOutgoing: signOf(row.amount),
    fields: kind === null || texts === null ? null : { kind, ...texts },
    account: isRow ? accountOf(row) : null,
    currency: isCurrencyCode(row.currency) ? row.currency : null,
    missing: THE_ROWS,
    booking: null,
  };
}

/** The sign of a decimal, however many digits it has. */
function signOf(amount: unknown): boolean | null {
  return typeof amount === 'string' && /^-?\d+(\.\d+)?$/.test(amount)
    ? amount.startsWith('-')
    : null;
}

function accountOf(row: Transaction): string | null | undefined {
  const read = readOrNull(() => optionalText(row, 'account'));
  return read === null ? null : read.account;
}

function readOrNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof AptfolioError) return null;
    throw error;
  }
}
