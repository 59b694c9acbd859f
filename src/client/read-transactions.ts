import { type PlainDate, parsePlainDate } from '../dates/index.js';
import {
  AptfolioError,
  at,
  type BatchFailure,
  checkList,
  checkObject,
  checkOneOf,
  checkText,
  type Issue,
  makeIssue,
  mapBatch,
} from '../errors/index.js';
import {
  type CurrencyCode,
  type FxRates,
  type Money,
  parseMoney,
  totalIn,
} from '../money/index.js';
import { TRANSACTION_KINDS, type Transaction } from './transaction.js';

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

export interface ReadOptions {
  /** A booking dated after this day cannot have happened. */
  readonly asOf: PlainDate;
  /** The currency to which amounts are converted, if any. */
  readonly currency?: CurrencyCode;
  /** Rates for the conversion. */
  readonly fx?: FxRates;
}

/** Checks rows, leaves out repeated ones and brings them into one order; bad rows lose no other. */
export function readTransactions(
  transactions: readonly Transaction[],
  path: string,
  options: ReadOptions,
): TransactionRows {
  const list = checkList<Transaction>(transactions, path);
  const batch = mapBatch(list, path, (row) => readRow(row, options));
  const byId = new Map<string, Entry>();
  batch.values.forEach((row, i) => {
    addRow(byId, row, batch.rows[i]!);
  });
  const entries = [...byId.values()];
  const conflicts = entries.filter((entry) => entry.conflict).flatMap(conflictFailures(path));
  const good = entries.filter((entry) => !entry.conflict);
  const rows = good.map((entry) => entry.row).sort(byDateAndId);
  return Object.freeze({
    rows: Object.freeze(rows),
    given: list.length,
    duplicates: good.reduce((sum, entry) => sum + entry.origins.length - 1, 0),
    failures: Object.freeze([...batch.failures, ...conflicts].sort((a, b) => a.row - b.row)),
  });
}

function readRow(row: Transaction, { asOf, currency, fx }: ReadOptions): Transaction {
  checkObject(row, '');
  const id = checkText(row.id, 'id');
  const bookingDate = parsePlainDate(row.bookingDate, 'bookingDate');
  if (bookingDate > asOf) {
    throw new AptfolioError('out-of-range', 'bookingDate', `a date up to ${asOf}`, bookingDate);
  }
  const kind = checkOneOf(row.kind, 'kind', TRANSACTION_KINDS);
  const amount = convert(parseMoney(row, ''), currency, fx);
  return Object.freeze({
    id,
    bookingDate,
    kind,
    ...amount,
    ...optionalText(row, 'counterparty'),
    ...optionalText(row, 'text'),
  });
}

function optionalText(
  row: Transaction,
  field: 'counterparty' | 'text',
): Pick<Transaction, 'counterparty' | 'text'> {
  const value = row[field];
  // A bank's export writes an empty field where there is nothing.
  return value === undefined || value === null || value === ''
    ? {}
    : { [field]: checkText(value, field) };
}

function convert(amount: Money, currency: CurrencyCode | undefined, fx?: FxRates): Money {
  if (currency === undefined || amount.currency === currency) return amount;
  const converted = totalIn(currency, [amount], fx ?? { base: currency, rates: {} });
  if (converted.status === 'complete') return converted.total;
  const expected = `${currency}, or a currency with a rate`;
  throw new AptfolioError('missing-rate', 'currency', expected, amount.currency);
}

interface Entry {
  readonly row: Transaction;
  readonly content: string;
  readonly origins: number[];
  conflict: boolean;
}

function addRow(byId: Map<string, Entry>, row: Transaction, origin: number): void {
  const content = contentOf(row);
  const entry = byId.get(row.id);
  if (entry === undefined) {
    byId.set(row.id, { row, content, origins: [origin], conflict: false });
    return;
  }
  entry.origins.push(origin);
  if (entry.content !== content) entry.conflict = true;
}

function contentOf(row: Transaction): string {
  const { bookingDate, kind, currency, amount, counterparty = '', text = '' } = row;
  return JSON.stringify([bookingDate, kind, currency, amount, counterparty, text]);
}

/** Nobody can tell which of the rows is right, so none of them is used. */
function conflictFailures(path: string): (entry: Entry) => readonly BatchFailure[] {
  return ({ row, origins }) =>
    origins.map((origin) => {
      const where = at(at(path, origin), 'id');
      const issue: Issue = makeIssue('duplicate-id', where, 'one content for one id', row.id);
      return Object.freeze({ row: origin, issues: Object.freeze([issue]) });
    });
}

function byDateAndId(a: Transaction, b: Transaction): number {
  if (a.bookingDate !== b.bookingDate) return a.bookingDate < b.bookingDate ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
