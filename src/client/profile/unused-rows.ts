import type { PlainDate } from '../../dates/index.js';
import { AptfolioError, type BatchFailure } from '../../errors/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';
import { OPTIONAL_TEXTS, readRow } from '../cash-flow/read-row.js';
import type { Transaction } from '../transaction.js';

/** What to say of rows that could not be used; one that comes twice is one. */
export function unusedRows(
  transactions: readonly Transaction[],
  failures: readonly BatchFailure[],
  asOf: PlainDate,
): readonly Reason[] {
  if (failures.length === 0) return [];
  const rows = new Set(failures.map(({ row }) => contentOf(transactions[row], asOf))).size;
  return [makeReason('client.rows-not-used', 'warn', { rows })];
}

/** The same for rows that say the same, where they can be read however they are written. */
function contentOf(given: unknown, asOf: PlainDate): string {
  try {
    return JSON.stringify(readRow(given as Transaction, asOf));
  } catch (error) {
    if (!(error instanceof AptfolioError)) throw error;
    return JSON.stringify(plainContentOf(given));
  }
}

const FIELDS = ['id', 'bookingDate', 'kind', 'currency', 'amount', ...OPTIONAL_TEXTS] as const;

function plainContentOf(given: unknown): readonly string[] {
  if (typeof given !== 'object' || given === null) return [describeValue(given)];
  return FIELDS.map((field) => describeValue((given as Partial<Transaction>)[field]));
}

function describeValue(value: unknown): string {
  return typeof value === 'object' && value !== null
    ? 'object'
    : `${typeof value} ${String(value)}`;
}
