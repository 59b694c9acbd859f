import * as z from 'zod/mini';
import type {
  AttributionOptions,
  CampaignContact,
  ClientContacts,
  FunnelJourney,
} from '../../kpi/index.js';
import { type Parse, parser, type SafeParse, safeParser } from '../parser.js';
import { atLeastOne, name, number, text } from '../primitives.js';
import { dimensions } from './asset-inputs.js';

/** ISO 8601 with its offset, or milliseconds; that it is an instant is checked where it is used. */
const instant: z.ZodMiniType<string | number> = z.union([text, number]);

const contact: z.ZodMiniType<CampaignContact> = z.strictObject({ campaign: name, at: instant });

export const clientContacts: z.ZodMiniType<ClientContacts> = z.strictObject({
  id: name.check(z.maxLength(70)),
  contacts: z.array(contact),
  purchases: z.array(instant),
  won: z.exactOptional(z.strictObject({ at: instant, referred: z.exactOptional(z.boolean()) })),
  dimensions: z.exactOptional(dimensions),
});

export const attributionOptions: z.ZodMiniType<AttributionOptions> = z.strictObject({
  campaigns: z.array(name).check(z.minLength(1)),
  windowDays: atLeastOne,
  touch: z.enum(['first', 'last']),
  asOf: instant,
  campaignDimension: z.exactOptional(name),
});

export const funnelJourney: z.ZodMiniType<FunnelJourney> = z.strictObject({
  id: name.check(z.maxLength(90)),
  steps: z.record(z.string(), instant),
  endedAt: z.exactOptional(instant),
  dimensions: z.exactOptional(dimensions),
});

/**
 * Checks one person's campaign contacts and purchases, field by field, for `campaignRecords`.
 *
 * @example
 * ```ts
 * import { parseClientContacts } from 'aptfolio/schema';
 *
 * const client = { id: 'c-1', contacts: [{ campaign: 'spring', at: '2026-03-02T10:00:00+08:00' }], purchases: [] };
 * parseClientContacts(client).contacts.length; // => 1
 * parseClientContacts({ ...client, purchases: [null] }); // => throws 'missing-value', 'client.purchases[0]'
 * ```
 */
export const parseClientContacts: Parse<ClientContacts> = parser(clientContacts, 'client');

/** Like `parseClientContacts`, but returns the faults. */
export const safeParseClientContacts: SafeParse<ClientContacts> = safeParser(
  clientContacts,
  'client',
);

/**
 * Checks how purchases are put down to campaigns, for `campaignRecords`.
 *
 * @example
 * ```ts
 * import { parseAttributionOptions } from 'aptfolio/schema';
 *
 * const options = { campaigns: ['spring'], windowDays: 90, touch: 'last', asOf: '2026-09-01T00:00:00+08:00' };
 * parseAttributionOptions(options).touch; // => 'last'
 * parseAttributionOptions({ ...options, touch: 'any' }); // => throws 'unknown-value', 'options.touch'
 * ```
 */
export const parseAttributionOptions: Parse<AttributionOptions> = parser(
  attributionOptions,
  'options',
);

/** Like `parseAttributionOptions`, but returns the faults. */
export const safeParseAttributionOptions: SafeParse<AttributionOptions> = safeParser(
  attributionOptions,
  'options',
);

/**
 * Checks how far one person has come in a funnel, field by field, for `funnelRecord`.
 *
 * @example
 * ```ts
 * import { parseFunnelJourney } from 'aptfolio/schema';
 *
 * const journey = { id: 'p-1', steps: { contacted: '2026-03-02T10:00:00+08:00' } };
 * parseFunnelJourney(journey).id; // => 'p-1'
 * parseFunnelJourney({ ...journey, steps: { contacted: true } }); // => throws 'invalid-type', 'journey.steps.contacted'
 * ```
 */
export const parseFunnelJourney: Parse<FunnelJourney> = parser(funnelJourney, 'journey');

/** Like `parseFunnelJourney`, but returns the faults. */
export const safeParseFunnelJourney: SafeParse<FunnelJourney> = safeParser(
  funnelJourney,
  'journey',
);
