import * as z from 'zod/mini';
import type { CompletenessPolicy, ProfilePolicy, PurposePolicy } from '../client/index.js';
import { cashFlowFields } from './cash-flow.js';
import { maxAge } from './facts.js';
import type { FieldsOf } from './fields.js';
import { needFields } from './need-fields.js';
import { type Parse, parser, type SafeParse, safeParser } from './parser.js';
import { fraction, positive, text } from './primitives.js';
import { profileFields } from './profile-fields.js';

const completenessFields = {
  fieldWeights: z.record(z.string(), positive),
  threshold: fraction,
};

export const completenessPolicy: z.ZodMiniType<CompletenessPolicy> =
  z.strictObject(completenessFields);

export const purposePolicy: z.ZodMiniType<PurposePolicy> = z.strictObject({
  purposes: z.record(
    z.string(),
    z.strictObject({
      ...completenessFields,
      required: z.exactOptional(z.array(text)),
      maxAge: z.exactOptional(z.record(z.string(), maxAge)),
      minConfidence: z.exactOptional(fraction),
    }),
  ),
});

/** A bank's reading of a client, to be put into larger policies. */
export const clientFields: FieldsOf<ProfilePolicy> = {
  ...cashFlowFields,
  ...needFields,
  ...profileFields,
};

export const clientPolicy: z.ZodMiniType<ProfilePolicy> = z.strictObject(clientFields);

/**
 * Checks what must be known about a client before advice.
 *
 * @example
 * ```ts
 * import { parseCompletenessPolicy } from 'aptfolio/schema';
 *
 * parseCompletenessPolicy({ fieldWeights: { birthDate: 3 }, threshold: 90 });
 * // => throws 'out-of-range', 'policy.threshold'
 * ```
 */
export const parseCompletenessPolicy: Parse<CompletenessPolicy> = parser(
  completenessPolicy,
  'policy',
);

/** Like `parseCompletenessPolicy`, but returns the faults. */
export const safeParseCompletenessPolicy: SafeParse<CompletenessPolicy> = safeParser(
  completenessPolicy,
  'policy',
);

/**
 * Checks what each purpose needs to know about a client, for `completenessByPurpose`.
 *
 * @example
 * ```ts
 * import { parsePurposePolicy } from 'aptfolio/schema';
 *
 * const advice = { fieldWeights: { goals: 1 }, threshold: 0.9, maxAge: { goals: { months: 12 } } };
 * parsePurposePolicy({ purposes: { advice } }).purposes.advice.threshold; // => 0.9
 * parsePurposePolicy({ purposes: { advice: { ...advice, maxAge: { goals: 12 } } } });
 * // => throws 'invalid-type', 'policy.purposes.advice.maxAge.goals'
 * ```
 */
export const parsePurposePolicy: Parse<PurposePolicy> = parser(purposePolicy, 'policy');

/** Like `parsePurposePolicy`, but returns the faults. */
export const safeParsePurposePolicy: SafeParse<PurposePolicy> = safeParser(purposePolicy, 'policy');

/**
 * Checks a bank's thresholds for needs and profiles, field by field.
 *
 * @example
 * ```ts
 * import { safeParseClientPolicy } from 'aptfolio/schema';
 *
 * safeParseClientPolicy({}).issues[0].path; // => 'policy.incomes'
 * ```
 */
export const parseClientPolicy: Parse<ProfilePolicy> = parser(clientPolicy, 'policy');

/** Like `parseClientPolicy`, but returns the faults. */
export const safeParseClientPolicy: SafeParse<ProfilePolicy> = safeParser(clientPolicy, 'policy');
