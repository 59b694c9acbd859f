import * as z from 'zod/mini';
import type {
  ClientActivity,
  ClientRetention,
  ClientTenure,
  WarningPolicy,
  WarningSign,
  WatchedClient,
} from '../../kpi/index.js';
import { type Parse, parser, type SafeParse, safeParser } from '../parser.js';
import { atLeastOne, count, date, fraction, money, name } from '../primitives.js';
import { dimensions } from './asset-inputs.js';

export const clientTenure: z.ZodMiniType<ClientTenure> = z.strictObject({
  id: name,
  from: date,
  to: z.exactOptional(date),
  cause: z.exactOptional(name),
  lastActiveOn: z.exactOptional(date),
  dimensions: z.exactOptional(dimensions),
});

export const clientRetention: z.ZodMiniType<ClientRetention> = z.strictObject({
  id: name.check(z.maxLength(80)),
  from: date,
  to: date,
  opening: money,
  netNewMoney: money,
  left: z.boolean(),
  dimensions: z.exactOptional(dimensions),
});

export const clientActivity: z.ZodMiniType<ClientActivity> = z.strictObject({
  id: name,
  balances: z.exactOptional(z.array(z.strictObject({ on: date, value: money }))),
  events: z.exactOptional(z.record(z.string(), z.array(date))),
  complaints: z.exactOptional(
    z.array(z.strictObject({ openedOn: date, closedOn: z.exactOptional(date) })),
  ),
  reviews: z.exactOptional(z.array(z.strictObject({ dueOn: date, heldOn: z.exactOptional(date) }))),
  maturities: z.exactOptional(z.array(z.strictObject({ product: name, on: date }))),
});

export const watchedClient: z.ZodMiniType<WatchedClient> = z.strictObject({
  history: clientActivity,
  from: date,
  to: z.exactOptional(date),
});

const fall = fraction.check(z.gt(0));
const sign = { id: name, days: count };
const signOverDays = { id: name, days: atLeastOne };

const warningSign: z.ZodMiniType<WarningSign> = z.discriminatedUnion('kind', [
  z.strictObject({
    ...signOverDays,
    kind: z.literal('balance-fall'),
    share: fall,
    maxAgeDays: z.exactOptional(count),
  }),
  z.strictObject({
    ...signOverDays,
    kind: z.literal('activity-fall'),
    event: name,
    share: fall,
    least: atLeastOne,
  }),
  z.strictObject({ ...signOverDays, kind: z.literal('recent-event'), event: name }),
  z.strictObject({ ...sign, kind: z.literal('open-complaint') }),
  z.strictObject({ ...sign, kind: z.literal('missed-review') }),
  z.strictObject({ ...sign, kind: z.literal('maturing') }),
]);

export const warningPolicy: z.ZodMiniType<WarningPolicy> = z.strictObject({
  signs: z.array(warningSign).check(z.minLength(1), z.maxLength(100)),
});

/**
 * Checks from when until when somebody was a client, field by field, for `tenureRecords` and `cohorts`.
 *
 * @example
 * ```ts
 * import { parseClientTenure } from 'aptfolio/schema';
 *
 * parseClientTenure({ id: 'c-1', from: '2024-02-29' }).from; // => '2024-02-29'
 * parseClientTenure({ id: 'c-1', from: '2025-02-29' }); // => throws 'invalid-date', 'client.from'
 * ```
 */
export const parseClientTenure: Parse<ClientTenure> = parser(clientTenure, 'client');

/** Like `parseClientTenure`, but returns the faults. */
export const safeParseClientTenure: SafeParse<ClientTenure> = safeParser(clientTenure, 'client');

/**
 * Checks what became of one client over a period, field by field, for `retentionRecords`.
 *
 * @example
 * ```ts
 * import { parseClientRetention } from 'aptfolio/schema';
 *
 * const cny = (amount) => ({ currency: 'CNY', amount });
 * const client = { id: 'c-1', from: '2026-03-31', to: '2026-06-30', opening: cny('100.00'), netNewMoney: cny('0.00'), left: false };
 * parseClientRetention(client).left; // => false
 * parseClientRetention({ ...client, left: 0 }); // => throws 'invalid-type', 'client.left'
 * ```
 */
export const parseClientRetention: Parse<ClientRetention> = parser(clientRetention, 'client');

/** Like `parseClientRetention`, but returns the faults. */
export const safeParseClientRetention: SafeParse<ClientRetention> = safeParser(
  clientRetention,
  'client',
);

/**
 * Checks what is known of one client's doings, field by field, for `warningSigns`.
 *
 * @example
 * ```ts
 * import { parseClientActivity } from 'aptfolio/schema';
 *
 * parseClientActivity({ id: 'c-1', events: { login: ['2026-05-04'] } }).events.login.length; // => 1
 * parseClientActivity({ id: 'c-1', events: { login: [null] } }); // => throws 'missing-value', 'history.events.login[0]'
 * ```
 */
export const parseClientActivity: Parse<ClientActivity> = parser(clientActivity, 'history');

/** Like `parseClientActivity`, but returns the faults. */
export const safeParseClientActivity: SafeParse<ClientActivity> = safeParser(
  clientActivity,
  'history',
);

/**
 * Checks a client whose signs are looked back at, field by field, for `evaluateSigns`.
 *
 * @example
 * ```ts
 * import { parseWatchedClient } from 'aptfolio/schema';
 *
 * parseWatchedClient({ history: { id: 'c-1' }, from: '2024-01-01' }).history.id; // => 'c-1'
 * parseWatchedClient({ history: { id: 'c-1' } }); // => throws 'missing-value', 'client.from'
 * ```
 */
export const parseWatchedClient: Parse<WatchedClient> = parser(watchedClient, 'client');

/** Like `parseWatchedClient`, but returns the faults. */
export const safeParseWatchedClient: SafeParse<WatchedClient> = safeParser(watchedClient, 'client');

/**
 * Checks the signs that a bank looks for, field by field, for `warningSigns` and `evaluateSigns`.
 *
 * @example
 * ```ts
 * import { parseWarningPolicy } from 'aptfolio/schema';
 *
 * const fall = { id: 'assets', kind: 'balance-fall', days: 90, share: 0.25 };
 * parseWarningPolicy({ signs: [fall] }).signs[0].days; // => 90
 * parseWarningPolicy({ signs: [{ ...fall, share: 25 }] }); // => throws 'out-of-range', 'policy.signs[0].share'
 * ```
 */
export const parseWarningPolicy: Parse<WarningPolicy> = parser(warningPolicy, 'policy');

/** Like `parseWarningPolicy`, but returns the faults. */
export const safeParseWarningPolicy: SafeParse<WarningPolicy> = safeParser(warningPolicy, 'policy');
