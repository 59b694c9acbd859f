import * as z from 'zod/mini';
import {
  CIRCUMSTANCE_KINDS,
  CLIENT_STATUSES,
  type ClientFacts,
  type ClientStatements,
  type ClientView,
} from '../client/index.js';
import { cover, goals, holdings, liabilities, plannedWithdrawals } from './client-lists.js';
import { owners } from './joint-level.js';
import { moneyLike } from './money.js';
import { type Parse, parser, type SafeParse, safeParser } from './parser.js';
import { count, currency, date, fraction, nonNegative, number, rates, text } from './primitives.js';
import { questionnaireResult } from './questionnaire-result.js';
import { transactions } from './transactions.js';

const client: z.ZodMiniType<ClientFacts> = z.object({
  id: text,
  birthDate: date,
  status: z.exactOptional(z.enum(CLIENT_STATUSES)),
  retired: z.exactOptional(z.boolean()),
  dependants: z.exactOptional(z.array(z.object({ age: nonNegative }))),
  circumstances: z.exactOptional(
    z.array(
      z.object({ kind: z.enum(CIRCUMSTANCE_KINDS), since: date, until: z.exactOptional(date) }),
    ),
  ),
  // A field of another name may be a withdrawal.
  consents: z.exactOptional(
    z.strictObject({
      profiling: z.exactOptional(z.boolean()),
      marketing: z.exactOptional(z.boolean()),
    }),
  ),
});

const statements: z.ZodMiniType<ClientStatements> = z.object({
  acceptedLoss: z.exactOptional(fraction),
  expectedReturn: z.exactOptional(number),
  annualIncome: z.exactOptional(moneyLike),
  birthYear: z.exactOptional(count),
  age: z.exactOptional(count),
  horizonYears: z.exactOptional(nonNegative),
  liquidityNeed: z.exactOptional(moneyLike),
});

const parts = {
  baseCurrency: currency,
  fx: rates,
  holdings,
  liabilities,
  goals,
  cover: z.exactOptional(cover),
  transactions: z.exactOptional(transactions),
  historyFrom: z.exactOptional(date),
  coOwners: z.exactOptional(owners),
  statements: z.exactOptional(statements),
  plannedWithdrawals: z.exactOptional(plannedWithdrawals),
  behaviour: z.exactOptional(z.object({ panicSales: z.exactOptional(count) })),
};
const result = { questionnaire: z.exactOptional(questionnaireResult) };

export const clientView: z.ZodMiniType<ClientView> = z.object({ client, ...parts, ...result });

/** A view for advice, which scores the answers itself: a result that stands in it is dropped. */
export const viewWithoutResult: z.ZodMiniType<Omit<ClientView, 'questionnaire'>> = z.object({
  client,
  ...parts,
});

/** Parts of a view; who the client is comes from elsewhere. */
export const viewParts: z.ZodMiniType<Partial<Omit<ClientView, 'client'>>> = z.partial(
  z.object({ ...parts, ...result }),
) as never;

/**
 * Checks the 360° view of a client. Unlike a bank's own definitions, a client file may hold more than is needed:
 * fields that have no meaning here are dropped.
 *
 * @example
 * ```ts
 * import client from './examples/data/scenario/client.json' with { type: 'json' };
 * import { parseClientView } from 'aptfolio/schema';
 *
 * parseClientView(client).client.birthDate; // => '1988-02-29'
 * parseClientView({ ...client, baseCurrency: 'RMB' }); // => throws 'unknown-value', 'view.baseCurrency'
 * ```
 */
export const parseClientView: Parse<ClientView> = parser(clientView, 'view');

/** Like `parseClientView`, but returns the faults. */
export const safeParseClientView: SafeParse<ClientView> = safeParser(clientView, 'view');
