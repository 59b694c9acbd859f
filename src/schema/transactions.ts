import * as z from 'zod/mini';
import { TRANSACTION_KINDS, type Transaction } from '../client/index.js';
import { type ParseRows, rowParser } from './parser.js';
import { date, moneyFields, text } from './primitives.js';

const transaction: z.ZodMiniType<Transaction> = z.object({
  ...moneyFields,
  id: text,
  bookingDate: date,
  kind: z.enum(TRANSACTION_KINDS),
  counterparty: z.exactOptional(text),
  text: z.exactOptional(text),
  account: z.exactOptional(text),
  purposeCode: z.exactOptional(text),
  bankTransactionCode: z.exactOptional(text),
});

export const transactions: z.ZodMiniType<readonly Transaction[]> = z.array(transaction);

/**
 * Checks bookings row by row: the good ones come back as values, the bad ones as failures with row and path. As in a
 * client view, fields that have no meaning here are dropped.
 *
 * The values alone look like all there is. `analyseCashFlow` and `profileClient` check rows themselves, and withhold what a
 * broken one could change: give them the rows as they came, or only the values of a list without failures.
 *
 * @example
 * ```ts
 * import { parseTransactions } from 'aptfolio/schema';
 *
 * const row = { id: 't1', bookingDate: '2026-03-02', amount: '-12.50', currency: 'CNY', kind: 'card' };
 * const result = parseTransactions([row, { ...row, bookingDate: '2026-02-30' }]);
 * result.values.length; // => 1
 * result.failures[0].issues[0].path; // => 'transactions[1].bookingDate'
 * ```
 */
export const parseTransactions: ParseRows<Transaction> = rowParser(transaction, 'transactions');
