import {
  parseCounterfactualOptions,
  parseDecideOptions,
  parseGridOptions,
  parseImpactOptions,
  parseRuleDecision,
  parseRuleFacts,
  parseRuleFactsRows,
  parseScreenOptions,
  safeParseCounterfactualOptions,
  safeParseDecideOptions,
  safeParseGridOptions,
  safeParseImpactOptions,
  safeParseRuleDecision,
  safeParseRuleFacts,
  safeParseScreenOptions,
} from 'aptfolio/schema';
import { citation, cny, fault, type Input, input, reason, rowsInput, wording } from './input.js';

const sourced = { value: cny('300000'), source: 'tax return', observedOn: '2026-01-10' } as const;

export const ruleFacts = {
  'client.age': 30,
  'client.kind': 'natural',
  'client.retired': false,
  'client.riskLevel': null,
  'client.knows': ['funds', 'bonds'],
  'client.savings': cny('-12.50'),
  'client.income': sourced,
  'client.assessedOn': { value: null, source: 'core banking' },
} as const;

const age = {
  value: 17,
  fact: 'client.age',
  label: wording,
  unit: 'years',
  source: 'core banking',
  observedOn: '2026-01-10',
};
const limit = { value: 18, parameter: 'adultAge', citation };
const compared = { kind: 'comparison', truth: true, left: age, is: '<', right: limit };
const trace = {
  scope: { kind: 'holds', truth: 'unknown', value: { fact: 'client.known', gap: 'stale' } },
  when: { kind: 'all', truth: true, parts: [compared, { kind: 'not', truth: false, parts: [] }] },
  satisfiedBy: {
    kind: 'none',
    truth: false,
    value: {
      value: ['a'],
      valueLabels: { a: wording },
      reckoning: 'first',
      of: [age],
      condition: compared,
    },
  },
};

const hash = '0123456789abcdef'.repeat(4);

export const decision = {
  status: 'block',
  asOf: '2026-03-02',
  deciding: ['R1'],
  findings: [
    {
      rule: 'R1',
      pack: 'house',
      outcome: 'block',
      standing: 'fired',
      text: wording,
      parameters: { 'client.age': 17 },
      citations: [citation],
      exceptedBy: ['R2'],
      override: { roles: ['manager'], evidence: ['warning-shown'], fourEyes: true },
      trace: trace as never,
    },
  ],
  standings: { R1: 'fired' },
  missing: [{ fact: 'client.income', gap: 'absent', label: wording }],
  conflicts: [{ rules: ['R1', 'R2'] as never, fact: 'order.told' }],
  packs: [{ id: 'house', version: '1', hash, verified: true }],
  verified: true,
  notices: [reason],
} as const;

export const RULES: Readonly<Record<string, Input>> = {
  'rule-facts': input(
    parseRuleFacts,
    safeParseRuleFacts,
    [ruleFacts as never],
    [
      fault(['client.age'], Number.NaN, 'not-finite', 'facts["client.age"]'),
      fault(['client.kind'], '', 'empty', 'facts["client.kind"]'),
      fault(['client.knows', 0], 1, 'invalid-type', 'facts["client.knows"][0]'),
      fault(
        ['client.savings', 'amount'],
        '1,000',
        'invalid-format',
        'facts["client.savings"].amount',
      ),
      fault(['client.income', 'value'], undefined, 'missing-value', 'facts["client.income"].value'),
      // Dropped in silence an old value would count.
      fault(
        ['client.income', 'observed'],
        '2020-01-10',
        'unknown-id',
        'facts["client.income"].observed',
      ),
      fault(['client.income', 'source'], 7, 'invalid-type', 'facts["client.income"].source'),
      fault(
        ['client.income', 'observedOn'],
        '2026-02-30',
        'invalid-date',
        'facts["client.income"].observedOn',
      ),
    ],
  ),
  'rule-facts-rows': rowsInput(
    parseRuleFactsRows,
    [[ruleFacts as never]],
    [fault([0, 'client.age'], Number.NaN, 'not-finite', 'rows[0]["client.age"]')],
  ),
  'decide-options': input(
    parseDecideOptions,
    safeParseDecideOptions,
    [{ asOf: '2026-03-02', setAside: ['R1'], everything: true }],
    [
      fault(['asOf'], '2026-02-30', 'invalid-date', 'options.asOf'),
      fault(['setAside'], 'R1', 'invalid-type', 'options.setAside'),
    ],
  ),
  'counterfactual-options': input(
    parseCounterfactualOptions,
    safeParseCounterfactualOptions,
    [{ asOf: '2026-03-02', setAside: ['R1'], most: 5, size: 3, budget: 20000 }],
    [
      fault(['size'], 6, 'out-of-range', 'options.size'),
      fault(['most'], 1.5, 'invalid-type', 'options.most'),
      fault(['budget'], 0, 'out-of-range', 'options.budget'),
    ],
  ),
  'screen-options': input(
    parseScreenOptions,
    safeParseScreenOptions,
    [{ asOf: '2026-03-02' }],
    [fault(['day'], '2026-03-02', 'unknown-id', 'options.day')],
  ),
  'grid-options': input(
    parseGridOptions,
    safeParseGridOptions,
    [{ asOf: '2026-03-02', rules: true }],
    [fault(['rules'], 'all', 'invalid-type', 'options.rules')],
  ),
  'impact-options': input(
    parseImpactOptions,
    safeParseImpactOptions,
    [{ from: '2026-03-02', to: '2027-01-01', most: 0 }],
    [
      fault(['to'], undefined, 'missing-value', 'options.to'),
      fault(['most'], -1, 'out-of-range', 'options.most'),
    ],
  ),
  'rule-decision': input(
    parseRuleDecision,
    safeParseRuleDecision,
    [decision],
    [
      fault(['status'], 'forbidden', 'unknown-value', 'decision.status'),
      fault(['standings', 'R1'], 'bites', 'unknown-value', 'decision.standings.R1'),
      fault(['conflicts', 0, 'rules'], ['R1'], 'length-mismatch', 'decision.conflicts[0].rules'),
      fault(['packs', 0, 'hash'], 'none', 'invalid-format', 'decision.packs[0].hash'),
      fault(
        ['findings', 0, 'trace', 'when', 'kind'],
        'some',
        'unknown-value',
        'decision.findings[0].trace.when.kind',
      ),
      fault(
        ['findings', 0, 'trace', 'when', 'parts', 0, 'left', 'gap'],
        'lost',
        'unknown-value',
        'decision.findings[0].trace.when.parts[0].left.gap',
      ),
    ],
  ),
};
