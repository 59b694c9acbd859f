import type { PlainDate } from '../dates/index.js';
import type { Money } from '../money/index.js';

/** What a booking is. A bank maps its own codes to these. */
export const TRANSACTION_KINDS = [
  /** Money received from outside: salary, fees earned, pensions. Income. */
  'transfer-in',
  /** Interest and dividends received. Income. */
  'interest',
  /** Paid out by transfer or direct debit. Spending. */
  'payment',
  /** Card spending. */
  'card',
  /** Cash drawn. Spending, for want of better knowledge. */
  'cash',
  /** Charges of the bank. Spending. */
  'fee',
  /** Card spending that came back; it reduces card spending and is no income. */
  'refund',
  /** Money put into investments or taken out of them. Neither income nor spending. */
  'investment',
  /** Between the client's own accounts. Ignored. */
  'own-transfer',
  /** A loan paid out. No income. */
  'loan',
] as const;

/** What a booking is; see `TRANSACTION_KINDS`. */
export type TransactionKind = (typeof TRANSACTION_KINDS)[number];

/** One booking on a client's accounts; money received has a positive amount, money paid a negative one. */
export interface Transaction extends Money {
  /** Unique for a booking: rows with the same id and content are one. */
  readonly id: string;
  readonly bookingDate: PlainDate;
  readonly kind: TransactionKind;
  /** Opaque reference of the other side. */
  readonly counterparty?: string;
  /** The booking text. */
  readonly text?: string;
}

/** Picks rows: every field that is given must hold, and one must be given. */
export interface RowMatch {
  /** The other side, exactly. */
  readonly counterparty?: string;
  /** Contained in the booking text; upper and lower case are the same. */
  readonly text?: string;
}

/** Tells whether a row fits one of the matches. */
export function matchesAny(
  row: { readonly counterparty?: string; readonly text?: string },
  matches: readonly RowMatch[],
): boolean {
  return matches.some(
    ({ counterparty, text }) =>
      (counterparty === undefined || row.counterparty === counterparty) &&
      (text === undefined || (row.text ?? '').toLowerCase().includes(text.toLowerCase())),
  );
}
