import {
  parseConsentOptions,
  parseConsents,
  parseFieldRules,
  parsePersonalDataOptions,
  parsePrivacyPolicy,
  parsePseudonymPolicy,
  parseRuleSubject,
  safeParseConsentOptions,
  safeParseConsents,
  safeParseFieldRules,
  safeParsePersonalDataOptions,
  safeParsePrivacyPolicy,
  safeParsePseudonymPolicy,
  safeParseRuleSubject,
} from 'aptfolio/schema';
import { citation, fault, type Input, input } from './input.js';

const rule = { path: 'holdings.**', fieldClass: 'sensitive', citations: [citation] } as const;

export const PRIVACY: Readonly<Record<string, Input>> = {
  'field-rules': input(
    parseFieldRules,
    safeParseFieldRules,
    [[rule]],
    [
      fault([0, 'fieldClass'], 'secret', 'unknown-value', 'rules[0].fieldClass'),
      fault([0, 'class'], 'public', 'unknown-id', 'rules[0].class'),
      fault([0, 'citations', 0, 'verified'], 1, 'invalid-type', 'rules[0].citations[0].verified'),
    ],
  ),
  'privacy-policy': input(
    parsePrivacyPolicy,
    safeParsePrivacyPolicy,
    [
      {
        fields: [rule],
        audiences: {
          analyst: { public: 'show', internal: 'show', personal: 'mask', sensitive: 'drop' },
        },
      },
    ],
    [
      fault(
        ['audiences', 'analyst', 'public'],
        true,
        'unknown-value',
        'policy.audiences.analyst.public',
      ),
      fault(
        ['audiences', 'analyst', 'secret'],
        'drop',
        'unknown-id',
        'policy.audiences.analyst.secret',
      ),
      fault(['fields', 0, 'path'], '', 'empty', 'policy.fields[0].path'),
    ],
  ),
  'pseudonym-policy': input(
    parsePseudonymPolicy,
    safeParsePseudonymPolicy,
    [{ references: ['client.id', 'coOwners.*.id'] }],
    [fault(['references', 0], 1, 'invalid-type', 'policy.references[0]')],
  ),
  'personal-data-options': input(
    parsePersonalDataOptions,
    safeParsePersonalDataOptions,
    [{ except: ['products.*.name'] }],
    [fault(['except'], 'products', 'invalid-type', 'options.except')],
  ),
  'rule-subject': input(
    parseRuleSubject,
    safeParseRuleSubject,
    [
      { birthDate: '1988-02-29', asOf: '2026-03-02' },
      { birthDate: null, asOf: '2026-03-02' },
    ],
    [
      fault(['birthDate'], undefined, 'missing-value', 'subject.birthDate'),
      fault(['asOf'], 'today', 'invalid-format', 'subject.asOf'),
    ],
  ),
  consents: input(
    parseConsents,
    safeParseConsents,
    [
      [
        {
          purpose: 'profiling',
          given: true,
          from: '2025-01-10',
          until: null,
          withdrawnOn: '2026-02-15',
          form: 'separate',
          by: 'guardian',
        },
      ],
    ],
    [
      fault([0, 'given'], 'yes', 'invalid-type', 'consents[0].given'),
      // Dropped in silence it would leave the consent standing.
      fault([0, 'withdrawn'], '2026-02-15', 'unknown-id', 'consents[0].withdrawn'),
      fault([0, 'withdrawnOn'], '2026-02-30', 'invalid-date', 'consents[0].withdrawnOn'),
      fault([0, 'by'], 'bank', 'unknown-value', 'consents[0].by'),
    ],
  ),
  'consent-options': input(
    parseConsentOptions,
    safeParseConsentOptions,
    [{ asOf: '2026-03-02', form: 'written', birthDate: '2014-05-01' }],
    [fault(['form'], 'oral', 'unknown-value', 'options.form')],
  ),
};
