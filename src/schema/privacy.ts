import * as z from 'zod/mini';
import {
  CONSENT_FORMS,
  type Consent,
  type ConsentOptions,
  FIELD_CLASSES,
  type FieldRule,
  type PersonalDataOptions,
  type PrivacyPolicy,
  type PseudonymPolicy,
  type RuleSubject,
  TREATMENTS,
} from '../client/index.js';
import { citation } from './evidence.js';
import { type Parse, parser, type SafeParse, safeParser } from './parser.js';
import { date, name, text } from './primitives.js';

export const fieldRules: z.ZodMiniType<readonly FieldRule[]> = z.array(
  z.strictObject({
    path: text,
    fieldClass: z.enum(FIELD_CLASSES),
    citations: z.exactOptional(z.array(citation)),
  }),
);

export const privacyPolicy: z.ZodMiniType<PrivacyPolicy> = z.strictObject({
  fields: fieldRules,
  audiences: z.record(z.string(), z.partialRecord(z.enum(FIELD_CLASSES), z.enum(TREATMENTS))),
});

export const pseudonymPolicy: z.ZodMiniType<PseudonymPolicy> = z.strictObject({
  references: z.array(text),
});

export const personalDataOptions: z.ZodMiniType<PersonalDataOptions> = z.strictObject({
  except: z.exactOptional(z.array(text)),
});

export const ruleSubject: z.ZodMiniType<RuleSubject> = z.strictObject({
  birthDate: z.nullable(date),
  asOf: date,
});

/** A misspelt `withdrawnOn` would leave a consent standing, so no further fields. */
export const consents: z.ZodMiniType<readonly Consent[]> = z.array(
  z.strictObject({
    purpose: name,
    given: z.boolean(),
    from: date,
    until: z.exactOptional(z.nullable(date)),
    withdrawnOn: z.exactOptional(z.nullable(date)),
    form: z.exactOptional(z.enum(CONSENT_FORMS)),
    by: z.exactOptional(z.enum(['client', 'guardian'])),
  }),
);

export const consentOptions: z.ZodMiniType<ConsentOptions> = z.strictObject({
  asOf: date,
  form: z.exactOptional(z.enum(CONSENT_FORMS)),
  birthDate: z.exactOptional(date),
});

/**
 * Checks how far each field of a record has to be protected, for `fieldRulesFor` and `redact`.
 *
 * @example
 * ```ts
 * import { clientFieldRules } from 'aptfolio/client';
 * import { parseFieldRules } from 'aptfolio/schema';
 *
 * const own = { path: 'client.nickname', fieldClass: 'personal' };
 * parseFieldRules([...clientFieldRules, own]).length - clientFieldRules.length; // => 1
 * parseFieldRules([{ ...own, fieldClass: 'secret' }]); // => throws 'unknown-value', 'rules[0].fieldClass'
 * ```
 */
export const parseFieldRules: Parse<readonly FieldRule[]> = parser(fieldRules, 'rules');

/** Like `parseFieldRules`, but returns the faults. */
export const safeParseFieldRules: SafeParse<readonly FieldRule[]> = safeParser(fieldRules, 'rules');

/**
 * Checks who may see what of a record, for `redact`.
 *
 * @example
 * ```ts
 * import { parsePrivacyPolicy } from 'aptfolio/schema';
 *
 * const policy = { fields: [], audiences: { analyst: { public: 'show', personal: 'mask' } } };
 * parsePrivacyPolicy(policy).audiences.analyst.personal; // => 'mask'
 * parsePrivacyPolicy({ ...policy, audiences: { analyst: { public: 'yes' } } });
 * // => throws 'unknown-value', 'policy.audiences.analyst.public'
 * ```
 */
export const parsePrivacyPolicy: Parse<PrivacyPolicy> = parser(privacyPolicy, 'policy');

/** Like `parsePrivacyPolicy`, but returns the faults. */
export const safeParsePrivacyPolicy: SafeParse<PrivacyPolicy> = safeParser(privacyPolicy, 'policy');

/**
 * Checks where a record holds references, for `pseudonymise`.
 *
 * @example
 * ```ts
 * import { parsePseudonymPolicy } from 'aptfolio/schema';
 *
 * parsePseudonymPolicy({ references: ['client.id'] }).references; // => ['client.id']
 * parsePseudonymPolicy({ references: 'client.id' }); // => throws 'invalid-type', 'policy.references'
 * ```
 */
export const parsePseudonymPolicy: Parse<PseudonymPolicy> = parser(pseudonymPolicy, 'policy');

/** Like `parsePseudonymPolicy`, but returns the faults. */
export const safeParsePseudonymPolicy: SafeParse<PseudonymPolicy> = safeParser(
  pseudonymPolicy,
  'policy',
);

/**
 * Checks where `findPersonalData` is not to look.
 *
 * @example
 * ```ts
 * import { parsePersonalDataOptions } from 'aptfolio/schema';
 *
 * parsePersonalDataOptions({ except: ['products.*.name'] }).except; // => ['products.*.name']
 * parsePersonalDataOptions({ except: [''] }); // => throws 'empty', 'options.except[0]'
 * ```
 */
export const parsePersonalDataOptions: Parse<PersonalDataOptions> = parser(
  personalDataOptions,
  'options',
);

/** Like `parsePersonalDataOptions`, but returns the faults. */
export const safeParsePersonalDataOptions: SafeParse<PersonalDataOptions> = safeParser(
  personalDataOptions,
  'options',
);

/**
 * Checks whose record it is and on which day, for `fieldRulesFor`.
 *
 * @example
 * ```ts
 * import { parseRuleSubject } from 'aptfolio/schema';
 *
 * parseRuleSubject({ birthDate: null, asOf: '2026-03-02' }).birthDate; // => null
 * parseRuleSubject({ asOf: '2026-03-02' }); // => throws 'missing-value', 'subject.birthDate'
 * ```
 */
export const parseRuleSubject: Parse<RuleSubject> = parser(ruleSubject, 'subject');

/** Like `parseRuleSubject`, but returns the faults. */
export const safeParseRuleSubject: SafeParse<RuleSubject> = safeParser(ruleSubject, 'subject');

/**
 * Checks all that a client ever said about the use of information, for `checkConsent`. A further field of a record is a
 * fault: it may be a withdrawal under another name.
 *
 * @example
 * ```ts
 * import { parseConsents } from 'aptfolio/schema';
 *
 * const consent = { purpose: 'profiling', given: true, from: '2025-01-10', withdrawnOn: '2026-02-15' };
 * parseConsents([consent])[0].withdrawnOn; // => '2026-02-15'
 * parseConsents([{ ...consent, withdrawn: true }]); // => throws 'unknown-id', 'consents[0].withdrawn'
 * ```
 */
export const parseConsents: Parse<readonly Consent[]> = parser(consents, 'consents');

/** Like `parseConsents`, but returns the faults. */
export const safeParseConsents: SafeParse<readonly Consent[]> = safeParser(consents, 'consents');

/**
 * Checks on which day and in which form `checkConsent` asks for a consent.
 *
 * @example
 * ```ts
 * import { parseConsentOptions } from 'aptfolio/schema';
 *
 * parseConsentOptions({ asOf: '2026-03-02', form: 'separate' }).form; // => 'separate'
 * parseConsentOptions({ asOf: '2026-03-02', form: 'oral' }); // => throws 'unknown-value', 'options.form'
 * ```
 */
export const parseConsentOptions: Parse<ConsentOptions> = parser(consentOptions, 'options');

/** Like `parseConsentOptions`, but returns the faults. */
export const safeParseConsentOptions: SafeParse<ConsentOptions> = safeParser(
  consentOptions,
  'options',
);
