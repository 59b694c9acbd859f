import * as z from 'zod/mini';
import { LOCALES } from '../evidence/index.js';
import {
  ACKNOWLEDGEMENT_MANNERS,
  type Acknowledgement,
  type AcknowledgementOptions,
} from '../suitability/index.js';
import { hash } from './evidence.js';
import type { FieldsOf } from './fields.js';
import { type Parse, parser, type SafeParse, safeParser } from './parser.js';
import { date, text } from './primitives.js';

export const acknowledgement: z.ZodMiniType<Acknowledgement> = z.strictObject({
  disclosureHash: hash,
  locale: z.enum(LOCALES),
  shownOn: date,
  acknowledgedOn: date,
  how: z.enum(ACKNOWLEDGEMENT_MANNERS),
  reference: z.string().check(z.minLength(1), z.maxLength(200)),
  by: z.strictObject({ id: text, role: z.enum(['client', 'representative']) }),
});

/** From when on and how long an acknowledgement counts, to be put into larger objects. */
export const validityFields: FieldsOf<Pick<AcknowledgementOptions, 'validDays' | 'disclosedFrom'>> =
  {
    validDays: z.exactOptional(z.int().check(z.minimum(0), z.maximum(36_500))),
    disclosedFrom: z.exactOptional(date),
  };

export const acknowledgementOptions: z.ZodMiniType<AcknowledgementOptions> = z.strictObject({
  ...validityFields,
  disclosureHash: hash,
  asOf: date,
  locales: z.exactOptional(z.array(z.enum(LOCALES)).check(z.minLength(1))),
});

/**
 * Checks the evidence that a client was shown a disclosure, as read back from a store, for `checkAcknowledgement`.
 *
 * @example
 * ```ts
 * import { parseAcknowledgement } from 'aptfolio/schema';
 * import { hashDisclosure } from 'aptfolio/suitability';
 *
 * const disclosureHash = hashDisclosure({ id: 'D1', product: 'P1', sections: { risk: { en: 'You may lose money.' } } });
 * const acknowledgement = {
 *   disclosureHash, locale: 'en', shownOn: '2026-03-02', acknowledgedOn: '2026-03-02',
 *   how: 'signature', reference: 'SIG-17', by: { id: 'C-1', role: 'client' },
 * };
 * parseAcknowledgement(acknowledgement).how; // => 'signature'
 * parseAcknowledgement({ ...acknowledgement, disclosureHash: 'D1' });
 * // => throws 'invalid-format', 'acknowledgement.disclosureHash'
 * ```
 */
export const parseAcknowledgement: Parse<Acknowledgement> = parser(
  acknowledgement,
  'acknowledgement',
);

/** Like `parseAcknowledgement`, but returns the faults. */
export const safeParseAcknowledgement: SafeParse<Acknowledgement> = safeParser(
  acknowledgement,
  'acknowledgement',
);

/**
 * Checks against what `checkAcknowledgement` holds an acknowledgement.
 *
 * @example
 * ```ts
 * import { parseAcknowledgementOptions } from 'aptfolio/schema';
 *
 * const options = { disclosureHash: '0'.repeat(64), asOf: '2026-03-12', validDays: 10 };
 * parseAcknowledgementOptions(options).validDays; // => 10
 * parseAcknowledgementOptions({ ...options, validDays: -1 }); // => throws 'out-of-range', 'options.validDays'
 * ```
 */
export const parseAcknowledgementOptions: Parse<AcknowledgementOptions> = parser(
  acknowledgementOptions,
  'options',
);

/** Like `parseAcknowledgementOptions`, but returns the faults. */
export const safeParseAcknowledgementOptions: SafeParse<AcknowledgementOptions> = safeParser(
  acknowledgementOptions,
  'options',
);
