import * as z from 'zod/mini';
import { LOCALES } from '../evidence/index.js';
import {
  DISCLOSED_MATTERS,
  DISCLOSURE_DEMANDS,
  DISCLOSURE_HEADS,
  DISCLOSURE_REGIMES,
  type DisclosedFacts,
  type DisclosedFee,
  type Disclosure,
  type DisclosureFactsOptions,
  type DisclosureOptions,
  REVIEW_FAULTS,
} from '../suitability/index.js';
import { acknowledgement, validityFields } from './acknowledgement.js';
import { type Parse, parser, type SafeParse, safeParser } from './parser.js';
import { date, fraction, money, text } from './primitives.js';
import { rating } from './suitability-case.js';

/** What was shown counts as it stood, so a text may be blank. */
const shown = z.string().check(z.maxLength(20_000));

const fee: z.ZodMiniType<DisclosedFee> = z.union([
  z.strictObject({ rate: fraction }),
  z.strictObject({ amount: money }),
]);

const facts: z.ZodMiniType<DisclosedFacts> = z.strictObject({
  riskRating: z.exactOptional(rating),
  ratingMayChange: z.exactOptional(z.boolean()),
  principalMayBeLost: z.exactOptional(z.boolean()),
  guarantee: z.exactOptional(
    z.strictObject({
      of: z.array(z.enum(['principal', 'return'])).check(z.maxLength(100)),
      basis: text,
    }),
  ),
  fees: z.exactOptional(z.array(fee).check(z.maxLength(100))),
  tells: z.exactOptional(z.array(z.enum(DISCLOSED_MATTERS)).check(z.maxLength(100))),
});

export const disclosure: z.ZodMiniType<Disclosure> = z.strictObject({
  id: text,
  product: text,
  sections: z.partialRecord(z.enum(DISCLOSURE_HEADS), z.partialRecord(z.enum(LOCALES), shown)),
  facts: z.exactOptional(facts),
});

const locales = z.array(z.enum(LOCALES)).check(z.minLength(1));

export const disclosureOptions: z.ZodMiniType<DisclosureOptions> = z.strictObject({
  locales,
  required: z.exactOptional(z.array(z.enum(DISCLOSURE_DEMANDS))),
});

export const disclosureFactsOptions: z.ZodMiniType<DisclosureFactsOptions> = z.strictObject({
  ...validityFields,
  regime: z.enum(DISCLOSURE_REGIMES),
  locales,
  asOf: date,
  acknowledgement: z.exactOptional(acknowledgement),
  // A whole result of a comprehension check fits too; the rest of it is dropped.
  comprehension: z.exactOptional(
    z.object({ status: z.enum(['passed', 'failed', 'incomplete', 'exhausted']) }),
  ),
  product: z.exactOptional(z.strictObject({ id: text, rating: z.exactOptional(rating) })),
  reviewFaults: z.exactOptional(z.array(z.enum(REVIEW_FAULTS))),
});

/**
 * Checks what a client is to be told of a product, for `checkDisclosure`, `lintDisclosure` and `hashDisclosure`.
 *
 * @example
 * ```ts
 * import { parseDisclosure } from 'aptfolio/schema';
 *
 * const disclosure = { id: 'D1', product: 'P1', sections: { risk: { en: 'You may lose money.' } } };
 * parseDisclosure(disclosure).sections.risk.en; // => 'You may lose money.'
 * parseDisclosure({ ...disclosure, sections: { risks: {} } }); // => throws 'unknown-id', 'disclosure.sections.risks'
 * ```
 */
export const parseDisclosure: Parse<Disclosure> = parser(disclosure, 'disclosure');

/** Like `parseDisclosure`, but returns the faults. */
export const safeParseDisclosure: SafeParse<Disclosure> = safeParser(disclosure, 'disclosure');

/**
 * Checks in which languages, and with what, `checkDisclosure` wants a disclosure.
 *
 * @example
 * ```ts
 * import { parseDisclosureOptions } from 'aptfolio/schema';
 *
 * parseDisclosureOptions({ locales: ['en'], required: ['fee-figures'] }).required; // => ['fee-figures']
 * parseDisclosureOptions({ locales: [] }); // => throws 'empty', 'options.locales'
 * ```
 */
export const parseDisclosureOptions: Parse<DisclosureOptions> = parser(
  disclosureOptions,
  'options',
);

/** Like `parseDisclosureOptions`, but returns the faults. */
export const safeParseDisclosureOptions: SafeParse<DisclosureOptions> = safeParser(
  disclosureOptions,
  'options',
);

/**
 * Checks how a disclosure was shown, for `disclosureFacts`.
 *
 * @example
 * ```ts
 * import { parseDisclosureFactsOptions } from 'aptfolio/schema';
 *
 * const options = { regime: 'csrc', locales: ['zh-Hans'], asOf: '2026-03-02', reviewFaults: [] };
 * parseDisclosureFactsOptions(options).reviewFaults; // => []
 * parseDisclosureFactsOptions({ ...options, reviewFaults: null }); // => throws 'missing-value', 'options.reviewFaults'
 * ```
 */
export const parseDisclosureFactsOptions: Parse<DisclosureFactsOptions> = parser(
  disclosureFactsOptions,
  'options',
);

/** Like `parseDisclosureFactsOptions`, but returns the faults. */
export const safeParseDisclosureFactsOptions: SafeParse<DisclosureFactsOptions> = safeParser(
  disclosureFactsOptions,
  'options',
);
