import type { PlainDate } from '../dates/index.js';
import type { Money } from '../money/index.js';

/**
 * What a booking is. A bank maps its own codes to these; for those of ISO 20022 see `kindOfCodes`.
 *
 * The sign of the amount says which way the money went. Every kind takes both signs; what the less usual one means is said
 * for each.
 */
export const TRANSACTION_KINDS = [
  /** Money received from outside: salary, fees earned, pensions. Income; below 0 it was given back and reduces income. */
  'transfer-in',
  /** Interest and dividends received. Income; below 0 interest was paid, such as for an overdraft: spending. */
  'interest',
  /** Paid out by transfer or direct debit. Spending; above 0 it came back, such as a returned debit, and reduces spending. */
  'payment',
  /** Card spending; above 0 it was reversed and reduces card spending. */
  'card',
  /** Cash drawn. Spending, for want of better knowledge; above 0 it was paid in and reduces spending. */
  'cash',
  /** Charges of the bank. Spending; above 0 they were refunded and reduce spending. */
  'fee',
  /** Card spending that came back; it reduces card spending and is no income. Below 0 it was taken back and adds to it. */
  'refund',
  /** Money put into investments (below 0) or taken out of them (above 0). Neither income nor spending. */
  'investment',
  /** Between the client's own accounts, either way. Ignored. */
  'own-transfer',
  /** A loan paid out (above 0): no income. Below 0 it was repaid: spending, and debt service where the policy says so. */
  'loan',
] as const;

/** What a booking is; see `TRANSACTION_KINDS`. */
export type TransactionKind = (typeof TRANSACTION_KINDS)[number];

/** The codes that a bank's export gives a booking. */
export interface BankCodes {
  /** What the payment is for: a code of ISO 20022's ExternalPurpose1Code, `SALA`, or the bank's own. */
  readonly purposeCode?: string;
  /** ISO 20022's domain, family and sub-family, `PMNT-RCDT-SALA`, or the bank's own code. */
  readonly bankTransactionCode?: string;
}

/** One booking on a client's accounts; money received has a positive amount, money paid a negative one. */
export interface Transaction extends Money, BankCodes {
  /** Unique for a booking: rows with the same id and content are one. */
  readonly id: string;
  readonly bookingDate: PlainDate;
  readonly kind: TransactionKind;
  /** Opaque reference of the other side. */
  readonly counterparty?: string;
  /** The booking text. */
  readonly text?: string;
  /** Opaque reference of the client's own account that was booked on. */
  readonly account?: string;
}
