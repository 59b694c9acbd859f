import * as z from 'zod/mini';
import {
  ACTION_KINDS,
  type ActionContext,
  type ActionEffectsOptions,
  type ActionOutcome,
  type ActionPolicy,
  CONTACT_RESPONSES,
  type ContactPolicy,
  NEED_KINDS,
} from '../client/index.js';
import {
  type Parse,
  type ParseRows,
  parser,
  rowParser,
  type SafeParse,
  safeParser,
} from './parser.js';
import { clientFields } from './policies.js';
import { atLeastOne, count, date, probability, text } from './primitives.js';
import { riskLevel } from './questionnaire.js';

const contactPolicy: z.ZodMiniType<ContactPolicy> = z.strictObject({
  perNeed: z.strictObject({ contacts: atLeastOne, days: atLeastOne }),
  inAll: z.strictObject({ contacts: count, days: atLeastOne }),
  coolingOffDays: count,
  serviceKinds: z.exactOptional(z.array(z.enum(NEED_KINDS))),
});

export const actionPolicy: z.ZodMiniType<ActionPolicy> = z.strictObject({
  ...clientFields,
  contact: contactPolicy,
});

/** A misspelt `response` would lose a refusal, so no further fields. */
const contact = z.strictObject({
  id: text,
  date,
  need: text,
  channel: text,
  response: z.exactOptional(z.enum(CONTACT_RESPONSES)),
});

export const actionContext: z.ZodMiniType<ActionContext> = z.strictObject({
  contacts: z.array(contact),
  vulnerable: z.nullable(z.union([z.boolean(), z.array(text)])),
  humanReview: z.exactOptional(z.boolean()),
  ceiling: z.exactOptional(riskLevel),
});

const actionOutcome: z.ZodMiniType<ActionOutcome> = z.object({
  id: text,
  action: z.enum(ACTION_KINDS),
  vulnerable: z.nullable(z.boolean()),
  response: z.enum(CONTACT_RESPONSES),
  complaint: z.boolean(),
});

export const actionOutcomes: z.ZodMiniType<readonly ActionOutcome[]> = z.array(actionOutcome);

export const actionEffectsOptions: z.ZodMiniType<ActionEffectsOptions> = z.strictObject({
  minimumSample: z.exactOptional(atLeastOne),
  confidence: z.exactOptional(probability),
});

/**
 * Checks a bank's thresholds for needs and profiles with its rules for contact, for `nextBestActions`.
 *
 * @example
 * ```ts
 * import { safeParseActionPolicy } from 'aptfolio/schema';
 *
 * const { issues } = safeParseActionPolicy({ contact: { perNeed: { contacts: 0, days: 30 } } });
 * issues.find(({ path }) => path === 'policy.contact.perNeed.contacts').code; // => 'out-of-range'
 * ```
 */
export const parseActionPolicy: Parse<ActionPolicy> = parser(actionPolicy, 'policy');

/** Like `parseActionPolicy`, but returns the faults. */
export const safeParseActionPolicy: SafeParse<ActionPolicy> = safeParser(actionPolicy, 'policy');

/**
 * Checks what has to be known of a client before anybody acts on a need, for `nextBestActions`. A further field of a
 * contact is a fault: it may be a refusal under another name.
 *
 * @example
 * ```ts
 * import { parseActionContext } from 'aptfolio/schema';
 *
 * const contact = { id: 'k1', date: '2026-01-15', need: 'idle-cash', channel: 'phone', response: 'declined' };
 * parseActionContext({ contacts: [contact], vulnerable: null }).contacts[0].response; // => 'declined'
 * parseActionContext({ contacts: [contact] }); // => throws 'missing-value', 'context.vulnerable'
 * ```
 */
export const parseActionContext: Parse<ActionContext> = parser(actionContext, 'context');

/** Like `parseActionContext`, but returns the faults. */
export const safeParseActionContext: SafeParse<ActionContext> = safeParser(
  actionContext,
  'context',
);

/**
 * Checks what became of actions, row by row, for `actionEffects`. Further fields of a row are dropped.
 *
 * @example
 * ```ts
 * import { parseActionOutcomes } from 'aptfolio/schema';
 *
 * const row = { id: '1', action: 'get-cover', vulnerable: null, response: 'accepted', complaint: false };
 * const { values, failures } = parseActionOutcomes([row, { ...row, action: 'sell-more' }]);
 * values.length; // => 1
 * failures[0].issues[0].path; // => 'outcomes[1].action'
 * ```
 */
export const parseActionOutcomes: ParseRows<ActionOutcome> = rowParser(actionOutcome, 'outcomes');

/**
 * Checks how sure the figures of `actionEffects` are to be, and of how many cases.
 *
 * @example
 * ```ts
 * import { parseActionEffectsOptions } from 'aptfolio/schema';
 *
 * parseActionEffectsOptions({ minimumSample: 50 }).minimumSample; // => 50
 * parseActionEffectsOptions({ confidence: 95 }); // => throws 'out-of-range', 'options.confidence'
 * ```
 */
export const parseActionEffectsOptions: Parse<ActionEffectsOptions> = parser(
  actionEffectsOptions,
  'options',
);

/** Like `parseActionEffectsOptions`, but returns the faults. */
export const safeParseActionEffectsOptions: SafeParse<ActionEffectsOptions> = safeParser(
  actionEffectsOptions,
  'options',
);
