import {
  parseGoldenCases,
  parseRulePack,
  safeParseGoldenCases,
  safeParseRulePack,
} from 'aptfolio/schema';
import { citation, fault, type Input, input, wording } from './input.js';

const inForce = { from: '2020-01-01', to: '2030-01-01' } as const;

/** Every form of a condition and everything that one can read. */
const condition = {
  all: [
    {
      any: [
        { holds: 'client.known' },
        { none: 'client.level' },
        { stale: 'client.level' },
        { left: { fact: 'client.level' }, is: '<', right: { fact: 'risk' } },
        { left: { fact: 'client.kind' }, is: 'in', right: ['natural', 'legal'] },
        { left: { fact: 'client.knows' }, is: 'includes', right: 'funds' },
        { left: { fact: 'client.knows' }, is: 'overlaps', right: ['funds', 'bonds'] },
        { left: { fact: 'client.known' }, is: '=', right: true },
      ],
    },
    { not: { left: { parameter: 'months' }, is: '!=', right: 12 } },
    {
      left: { plus: [{ minus: [{ fact: 'order.amount' }, 1] }, { times: [2, 3] }] },
      is: '<=',
      right: { over: [{ max: [{ fact: 'order.amount' }, 1] }, { min: [2, 3] }] },
    },
    {
      left: { first: [{ years: [{ fact: 'client.born' }, { fact: 'asOf' }] }, 18] },
      is: '>=',
      right: { call: 'least', with: [{ months: ['2020-01-01', { fact: 'asOf' }] }] },
    },
    {
      left: { addMonths: [{ fact: 'client.born' }, 6] },
      is: '>',
      right: { addDays: [{ fact: 'asOf' }, { days: ['2020-01-01', { fact: 'asOf' }] }] },
    },
  ],
} as never;

const change = {
  label: wording,
  possibleIf: { holds: 'client.known' } as never,
  direction: 'either',
  step: 0.5,
  from: 0,
  to: 5,
  values: ['natural', 1, true, ['funds']] as never,
} as const;
const level = {
  type: 'number',
  label: wording,
  unit: 'level',
  min: 1,
  max: 5,
  whole: true,
  maxAgeMonths: 12,
  personal: false,
  riskier: 'lower',
  change: { ...change, values: [1, 2] },
} as never;
const kind = {
  type: 'text',
  label: wording,
  values: ['natural', 'legal'],
  valueLabels: { natural: wording },
  default: 'natural',
} as never;

const history = [
  { ...inForce, value: 12 as never, citation },
  { from: '2030-01-01', value: 6, citation } as never,
] as const;

const golden = {
  id: 'G1',
  asOf: '2026-03-02',
  facts: {
    'client.level': { value: 3, source: 'questionnaire', observedOn: '2026-01-10' },
    'client.kind': 'natural',
    'client.known': null,
    'client.knows': ['funds'],
    'order.amount': { currency: 'CNY', amount: '1000.00' },
  },
  expect: { status: 'undetermined', deciding: ['R1'] },
  why: 'nobody has said when the client was born',
} as const;

const pack = {
  id: 'house',
  version: '1',
  title: wording,
  kind: 'policy',
  jurisdiction: 'CN',
  inForce,
  facts: {
    'client.level': level,
    'client.kind': kind,
    'client.known': { type: 'boolean', label: wording } as never,
    'client.knows': { type: 'list', label: wording, values: ['funds', 'bonds'] } as never,
    'client.born': { type: 'date', label: wording } as never,
    'order.amount': { type: 'amount', label: wording, unit: 'CNY' } as never,
  },
  terms: {
    risk: { label: wording, type: 'number', value: 4, change } as never,
    grown: { label: wording, when: condition, change } as never,
  },
  parameters: {
    months: { label: wording, unit: 'months', stricter: 'lower', history: history as never },
    kinds: {
      label: wording,
      history: [{ from: '2020-01-01', value: ['natural', 'legal'], citation }],
    } as never,
  },
  rules: [
    {
      id: 'R1',
      citations: [citation],
      inForce,
      scope: condition,
      when: condition,
      outcome: 'require',
      satisfiedBy: condition,
      whenUnknown: 'undetermined',
      exceptionTo: ['R2'],
      override: { roles: ['manager'], evidence: ['warning-shown'], fourEyes: true },
      message: 'text',
    },
    {
      id: 'R2',
      citations: [],
      inForce: { from: '2020-01-01' },
      when: { holds: 'grown' },
      outcome: 'warn',
      message: 'text',
    } as never,
  ],
  messages: { text: wording },
  cases: [golden] as never,
  retention: [
    { id: 'KEEP', inForce, years: 7, after: 'decision', scope: condition, citations: [citation] },
  ],
  candidates: {
    'client.kind': {
      by: 'client.kind',
      values: { natural: ['natural'] },
      otherwise: ['natural', 'legal'],
      relative: ['client.level'],
      citation,
    },
  },
  covers: { 'client.kind': ['natural'] },
  tightens: {
    law: {
      parameters: { valid: history as never },
      outcomes: { 'LAW-1': 'block' },
      noOverride: ['LAW-2'],
    },
  },
} as const;

const when = ['rules', 0, 'when', 'all'] as const;

export const RULE_PACK: Readonly<Record<string, Input>> = {
  'rule-pack': input(
    parseRulePack,
    safeParseRulePack,
    [pack],
    [
      fault(['kind'], 'house', 'unknown-value', 'pack.kind'),
      fault(['title', 'en'], undefined, 'missing-value', 'pack.title.en'),
      fault(['inForce', 'from'], '2026-02-30', 'invalid-date', 'pack.inForce.from'),
      // Dropped in silence a rule would be in force for ever.
      fault(
        ['rules', 0, 'inForce', 'until'],
        '2027-01-01',
        'unknown-id',
        'pack.rules[0].inForce.until',
      ),
      fault(
        ['facts', 'client.level', 'type'],
        'integer',
        'unknown-value',
        'pack.facts["client.level"].type',
      ),
      fault(
        ['facts', 'client.kind', 'default'],
        null,
        'missing-value',
        'pack.facts["client.kind"].default',
      ),
      fault(
        ['facts', 'client.level', 'change', 'step'],
        0,
        'out-of-range',
        'pack.facts["client.level"].change.step',
      ),
      fault(
        ['facts', 'client.kind', 'valueLabels', 'natural'],
        'natural person',
        'invalid-type',
        'pack.facts["client.kind"].valueLabels.natural',
      ),
      fault(['terms', 'risk', 'value'], {}, 'missing-value', 'pack.terms.risk.value.fact'),
      fault(['terms', 'grown', 'unit'], 'years', 'unknown-id', 'pack.terms.grown.unit'),
      fault(['parameters', 'months', 'history'], [], 'empty', 'pack.parameters.months.history'),
      fault(
        ['parameters', 'months', 'history', 0, 'citation'],
        undefined,
        'missing-value',
        'pack.parameters.months.history[0].citation',
      ),
      fault(['rules', 0, 'scop'], { holds: 'x' }, 'unknown-id', 'pack.rules[0].scop'),
      fault(['rules', 0, 'outcome'], 'forbid', 'unknown-value', 'pack.rules[0].outcome'),
      fault(['rules', 0, 'override', 'roles'], [], 'empty', 'pack.rules[0].override.roles'),
      fault([...when], [], 'empty', 'pack.rules[0].when.all'),
      fault(
        [...when, 0, 'any', 0],
        { holds: 7 },
        'invalid-type',
        'pack.rules[0].when.all[0].any[0].holds',
      ),
      fault([...when, 1, 'not', 'is'], '==', 'unknown-value', 'pack.rules[0].when.all[1].not.is'),
      fault(
        [...when, 1, 'not', 'right'],
        Number.NaN,
        'not-finite',
        'pack.rules[0].when.all[1].not.right',
      ),
      fault(
        [...when, 2, 'left', 'plus', 0, 'minus'],
        [1],
        'length-mismatch',
        'pack.rules[0].when.all[2].left.plus[0].minus',
      ),
      fault(
        [...when, 2, 'left', 'plus', 1, 'times', 1],
        { fct: 'x' },
        'unknown-id',
        'pack.rules[0].when.all[2].left.plus[1].times[1].fct',
      ),
      fault([...when, 0, 'any', 4, 'right'], [], 'empty', 'pack.rules[0].when.all[0].any[4].right'),
      fault(['messages', 'text', 'fr'], 'A', 'unknown-id', 'pack.messages.text.fr'),
      fault(['cases', 0, 'asOf'], 'today', 'invalid-format', 'pack.cases[0].asOf'),
      fault(['retention', 0, 'years'], 0, 'out-of-range', 'pack.retention[0].years'),
      fault(
        ['candidates', 'client.kind', 'otherwise'],
        [],
        'empty',
        'pack.candidates["client.kind"].otherwise',
      ),
      fault(
        ['tightens', 'law', 'outcomes', 'LAW-1'],
        'harder',
        'unknown-value',
        'pack.tightens.law.outcomes["LAW-1"]',
      ),
    ],
  ),
  'golden-cases': input(
    parseGoldenCases,
    safeParseGoldenCases,
    [[golden as never]],
    [
      fault([0, 'why'], '', 'empty', 'cases[0].why'),
      fault([0, 'expect', 'status'], 'no', 'unknown-value', 'cases[0].expect.status'),
      fault(
        [0, 'facts', 'client.level', 'observed'],
        '2026-01-10',
        'unknown-id',
        'cases[0].facts["client.level"].observed',
      ),
    ],
  ),
};
