import { type PlainDate, parsePlainDate } from '../../dates/index.js';
import { AptfolioError, checkObject, checkOneOf, checkText } from '../../errors/index.js';
import { parseMoney, toMinorUnits } from '../../money/index.js';
import { TRANSACTION_KINDS, type Transaction } from '../transaction.js';
import { type Units, unitsOf } from './unit-sum.js';

/** The texts that a row may have or not. */
export const OPTIONAL_TEXTS = [
  'counterparty',
  'text',
  'account',
  'purposeCode',
  'bankTransactionCode',
] as const;

/** Checks a row field by field and brings it into the form in which the library writes one. */
export function readRow(row: Transaction, asOf: PlainDate): Transaction {
  checkObject(row, '');
  const id = checkText(row.id, 'id');
  const bookingDate = parsePlainDate(row.bookingDate, 'bookingDate');
  if (bookingDate > asOf) {
    throw new AptfolioError('out-of-range', 'bookingDate', `a date up to ${asOf}`, bookingDate);
  }
  const kind = checkOneOf(row.kind, 'kind', TRANSACTION_KINDS);
  const amount = parseMoney(row, '');
  const texts = OPTIONAL_TEXTS.map((field) => optionalText(row, field));
  return Object.freeze(Object.assign({ id, bookingDate, kind, ...amount }, ...texts));
}

/** A row's amount in the smallest units of its own currency. */
export function unitsOfRow(row: Transaction): Units {
  return unitsOf(toMinorUnits(row));
}

/** Whether `readRow` would leave a row's texts as they are. */
export function hasPlainTexts(row: Transaction): boolean {
  return (
    isText(row.id) &&
    isTextOrAbsent(row.counterparty) &&
    isTextOrAbsent(row.text) &&
    isTextOrAbsent(row.account) &&
    isTextOrAbsent(row.purposeCode) &&
    isTextOrAbsent(row.bankTransactionCode)
  );
}

const LONGEST = 1000;

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== '' && value.length <= LONGEST;
}

function isTextOrAbsent(value: unknown): boolean {
  return value === undefined || isText(value);
}

function optionalText(
  row: Transaction,
  field: (typeof OPTIONAL_TEXTS)[number],
): Partial<Transaction> {
  const value = row[field];
  // A bank's export writes an empty field where there is nothing.
  return value === undefined || value === null || value === ''
    ? {}
    : { [field]: checkText(value, field) };
}
