import type { FactLedger } from 'aptfolio/client';
import {
  parseClientViewOptions,
  parseFactLedger,
  parseFactPolicy,
  parseFacts,
  parseProfileAtOptions,
  parseProfileAtPolicy,
  safeParseClientViewOptions,
  safeParseFactLedger,
  safeParseFactPolicy,
  safeParseProfileAtOptions,
  safeParseProfileAtPolicy,
} from 'aptfolio/schema';
import { parts } from './client.js';
import { fault, type Input, input, part, rowsInput } from './input.js';
import { POLICIES } from './policies.js';

const fact = {
  path: 'client.dependants',
  value: [{ age: 7, school: null }],
  asOf: '2026-01-05',
  source: 'client',
  confidence: 0.8,
  validUntil: '2027-01-05',
  recordedAt: '2026-01-07',
  retracted: false,
} as const;
const retraction = { ...fact, value: null, validUntil: null, retracted: true } as const;
const factPolicy = {
  sources: ['register', ['adviser', 'branch'], 'client'] as never,
  maxAge: { months: 24 },
  minConfidence: 0.5,
  decideBy: ['date', 'source'],
  paths: {
    'client.birthDate': {
      sources: ['client'],
      maxAge: null as never,
      minConfidence: 1,
      decideBy: ['source'],
      kind: 'date',
    },
    'income.monthly': {
      sources: ['client'],
      maxAge: { days: 90 },
      minConfidence: 0,
      decideBy: [],
      kind: 'number',
    },
  },
} as const;
const given = { ...parts };

export const FACTS: Readonly<Record<string, Input>> = {
  facts: rowsInput(
    parseFacts,
    [[fact, retraction]],
    [
      fault([0, 'path'], 'client birth', 'invalid-format', 'facts[0].path'),
      fault([0, 'value'], undefined, 'missing-value', 'facts[0].value'),
      fault([0, 'value'], Number.NaN, 'invalid-format', 'facts[0].value'),
      fault([0, 'value'], new Date(0), 'invalid-format', 'facts[0].value'),
      fault([0, 'confidence'], 80, 'out-of-range', 'facts[0].confidence'),
      fault([0, 'recordedAt'], '2026-02-30', 'invalid-date', 'facts[0].recordedAt'),
      // Dropped in silence it would let what was withdrawn stand.
      fault([1, 'retract'], true, 'unknown-id', 'facts[1].retract'),
    ],
  ),
  'fact-ledger': input<FactLedger>(
    parseFactLedger,
    safeParseFactLedger,
    [{ client: 'cli_lin', facts: [fact, retraction] } as never],
    [
      fault(['client'], 'Lin Wei', 'invalid-format', 'ledger.client'),
      fault(['client'], 7, 'invalid-type', 'ledger.client'),
      fault(['facts', 0, 'recordedAt'], null, 'missing-value', 'ledger.facts[0].recordedAt'),
      fault(['facts', 1, 'source'], '', 'empty', 'ledger.facts[1].source'),
    ],
  ),
  'fact-policy': input(
    parseFactPolicy,
    safeParseFactPolicy,
    [factPolicy],
    [
      fault(['sources'], [], 'empty', 'policy.sources'),
      fault(['sources', 1], [], 'empty', 'policy.sources[1]'),
      fault(['sources', 0], 1, 'invalid-type', 'policy.sources[0]'),
      fault(['maxAge'], { years: 2 }, 'unknown-id', 'policy.maxAge.years'),
      fault(['maxAge'], 24, 'invalid-type', 'policy.maxAge'),
      fault(['decideBy', 0], 'age', 'unknown-value', 'policy.decideBy[0]'),
      fault(['kind'], 'date', 'unknown-id', 'policy.kind'),
      fault(
        ['paths', 'client.birthDate', 'kind'],
        'day',
        'unknown-value',
        'policy.paths["client.birthDate"].kind',
      ),
    ],
  ),
  'client-view-options': input(
    parseClientViewOptions,
    safeParseClientViewOptions,
    [{ client: 'cli_lin', given }],
    [
      fault(['client'], '11010519491231002X', 'invalid-format', 'options.client'),
      fault(['given', 'fx', 'USD'], 7.1, 'invalid-type', 'options.given.fx.USD'),
    ],
  ),
  'profile-at-options': input(
    parseProfileAtOptions,
    safeParseProfileAtOptions,
    [{ asOf: '2025-06-30', knownOn: '2026-03-02', given }],
    [
      fault(['knownOn'], '2026-02-30', 'invalid-date', 'options.knownOn'),
      fault(['given', 'holdings'], {}, 'invalid-type', 'options.given.holdings'),
    ],
  ),
  'profile-at-policy': input(
    parseProfileAtPolicy,
    safeParseProfileAtPolicy,
    [{ facts: factPolicy, profile: part(POLICIES, 'client-policy') }],
    [
      fault(['facts'], undefined, 'missing-value', 'policy.facts'),
      fault(['profile', 'adultAge'], '18', 'invalid-type', 'policy.profile.adultAge'),
    ],
  ),
};
