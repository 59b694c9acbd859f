import * as z from 'zod/mini';
import {
  CLIENT_STATUSES,
  type ClientView,
  TRANSACTION_KINDS,
  type Transaction,
} from '../client/index.js';
import { type BatchResult, checkList, mapBatch } from '../errors/index.js';
import { clean } from './clean.js';
import { goals, holdings, liabilities } from './client-lists.js';
import { deepFreeze } from './deep-freeze.js';
import { parseWith } from './parse.js';
import { type Parse, parser, type SafeParse, safeParser } from './parser.js';
import { currency, date, fraction, moneyFields, nonNegative, rates, text } from './primitives.js';
import { owners } from './questionnaire.js';

const transaction: z.ZodMiniType<Transaction> = z.object({
  ...moneyFields,
  id: text,
  bookingDate: date,
  kind: z.enum(TRANSACTION_KINDS),
  counterparty: z.exactOptional(text),
  text: z.exactOptional(text),
});

export const transactions: z.ZodMiniType<readonly Transaction[]> = z.array(transaction);

export const clientView: z.ZodMiniType<Omit<ClientView, 'questionnaire'>> = z.object({
  client: z.object({
    id: text,
    birthDate: date,
    status: z.exactOptional(z.enum(CLIENT_STATUSES)),
    retired: z.exactOptional(z.boolean()),
    dependants: z.exactOptional(z.array(z.object({ age: nonNegative }))),
    consents: z.exactOptional(
      z.object({
        profiling: z.exactOptional(z.boolean()),
        marketing: z.exactOptional(z.boolean()),
      }),
    ),
  }),
  baseCurrency: currency,
  fx: rates,
  holdings,
  liabilities,
  goals,
  transactions: z.exactOptional(transactions),
  coOwners: z.exactOptional(owners),
  statements: z.exactOptional(z.object({ acceptedLoss: z.exactOptional(fraction) })),
});

/**
 * Checks the 360° view of a client. Unlike a bank's own definitions, a client file may hold more than is needed:
 * fields that have no meaning here are dropped.
 *
 * @example
 * ```ts
 * import client from './examples/data/scenario/client.json';
 * import { parseClientView } from 'aptfolio/schema';
 *
 * parseClientView(client).client.birthDate; // => '1988-02-29'
 * parseClientView({ ...client, baseCurrency: 'RMB' }); // => throws 'unknown-value', 'view.baseCurrency'
 * ```
 */
export const parseClientView: Parse<Omit<ClientView, 'questionnaire'>> = parser(clientView, 'view');

/** Like `parseClientView`, but returns the faults. */
export const safeParseClientView: SafeParse<Omit<ClientView, 'questionnaire'>> = safeParser(
  clientView,
  'view',
);

/**
 * Checks bookings row by row: the good ones come back as values, the bad ones as failures with row and path.
 *
 * @throws AptfolioError `invalid-type` or `missing-value` if it is no list at all.
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
export function parseTransactions(value: unknown): BatchResult<Transaction> {
  return mapBatch(checkList<unknown>(value, 'transactions'), 'transactions', (row) =>
    deepFreeze(parseWith(transaction, clean(row), '')),
  );
}
