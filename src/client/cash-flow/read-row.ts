import { type PlainDate, parsePlainDate } from '../../dates/index.js';
import { AptfolioError, checkObject, checkOneOf, checkText } from '../../errors/index.js';
import { type CurrencyCode, minorDigits, parseMoney, toMinorUnits } from '../../money/index.js';
import { integerPower } from '../exact.js';
import { TRANSACTION_KINDS, type Transaction } from '../transaction.js';
import { isBefore } from './day.js';
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
export function readRow(row: Transaction, asOf: PlainDate, earliest?: PlainDate): Transaction {
  checkObject(row, '');
  const id = wellFormed(checkText(row.id, 'id'), 'id');
  const bookingDate = parsePlainDate(row.bookingDate, 'bookingDate');
  if (isBefore(bookingDate, earliest)) {
    const expected = `a date from ${earliest}`;
    throw new AptfolioError('out-of-range', 'bookingDate', expected, bookingDate);
  }
  if (bookingDate > asOf) {
    throw new AptfolioError('out-of-range', 'bookingDate', `a date up to ${asOf}`, bookingDate);
  }
  const kind = checkOneOf(row.kind, 'kind', TRANSACTION_KINDS);
  const amount = parseMoney(row, '');
  return Object.freeze({ id, bookingDate, kind, ...amount, ...optionalTexts(row) });
}

/** Checks the texts that a row may have or not; an empty one is none. */
export function optionalTexts(row: Transaction): Partial<Transaction> {
  return Object.assign({}, ...OPTIONAL_TEXTS.map((field) => optionalText(row, field)));
}

/** A row's amount in the smallest units of its own currency. */
export function unitsOfRow(row: Transaction): Units {
  return unitsOf(toMinorUnits(row));
}

/** The most digits that a booking may have before the point: a million of the largest still add up to an amount. */
const MOST_DIGITS = 24;

/** Refuses units beyond what a booking may have, in its own currency or in that of the figures. */
export function checkSize(units: Units, currency: CurrencyCode): Units {
  if (typeof units === 'number') return units;
  const limit = integerPower(10n, MOST_DIGITS + minorDigits(currency));
  if (units < limit && units > -limit) return units;
  const expected = `at most ${MOST_DIGITS} digits before the point in ${currency}`;
  throw new AptfolioError('out-of-range', 'amount', expected);
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
  return (
    typeof value === 'string' && value !== '' && value.length <= LONGEST && !hasHalfCharacter(value)
  );
}

function isTextOrAbsent(value: unknown): boolean {
  return value === undefined || isText(value);
}

/** One of them. */
export function optionalText(
  row: Transaction,
  field: (typeof OPTIONAL_TEXTS)[number],
): Partial<Transaction> {
  const value = row[field];
  // A bank's export writes an empty field where there is nothing.
  return value === undefined || value === null || value === ''
    ? {}
    : { [field]: wellFormed(checkText(value, field), field) };
}

/** Half of a character cannot be put on record: no canonical text can hold it. */
function wellFormed(text: string, path: string): string {
  if (!hasHalfCharacter(text)) return text;
  throw new AptfolioError('invalid-format', path, 'a text without half characters', text);
}

/** The first test costs a third of the second, and hardly any text passes it. */
function hasHalfCharacter(text: string): boolean {
  return ANY_SURROGATE.test(text) && LONE_SURROGATE.test(text);
}

const ANY_SURROGATE = /[\uD800-\uDFFF]/;
/** With the `u` flag only a surrogate without its other half matches. */
const LONE_SURROGATE = /[\uD800-\uDFFF]/u;
