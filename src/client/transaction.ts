import type { PlainDate } from '../dates/index.js';
import type { Money } from '../money/index.js';

/** What a booking is. A bank maps its own codes to these; for those of ISO 20022 see `kindOfCodes`. */
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
