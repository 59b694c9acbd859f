import { parseQuestionnaire, safeParseQuestionnaire } from 'aptfolio/schema';
import { citation, fault, type Input, input, wording } from './input.js';

const levelBand = {
  from: 0,
  fromIncluded: true,
  to: 20,
  toIncluded: false,
  level: 'C1',
} as const;
/** Every form of a condition and everything that one can read. */
const condition = {
  all: [
    {
      any: [
        { left: { answer: 'Q04', row: 'shares' }, is: '>=', right: 1 },
        { left: { points: 'Q01' }, is: '!=', right: { score: 'overall' } },
        { left: { band: 'capacity' }, is: '<', right: { fact: 'age' } },
      ],
    },
    { not: { left: { measure: 'changed-answers', items: ['Q01'] }, is: '>', right: 3 } },
    {
      left: { lookup: [0, 1000, 'more'], by: { answer: 'Q01', row: 'r' } },
      is: 'in',
      right: [0, 'more', true],
    },
    { left: { minus: [{ points: 'Q01' }, { times: [2, { points: 'Q02' }] }] }, is: '<=', right: 0 },
    { left: { answer: 'Q02', row: 'r' }, is: 'includes', right: 1 },
    { left: { fact: 'region' }, is: '=', right: 'SH' },
  ],
} as never;
const base = {
  factor: 'experience.products',
  dimension: 'capacity',
  weight: 1,
  text: wording,
  showIf: condition,
  hiddenPoints: -1,
} as const;
const choices = { points: [10, 0.5], options: [wording, wording] };
const rule = { when: condition, text: wording, citations: [citation] };

export const questionnaire: Input = input(
  parseQuestionnaire,
  safeParseQuestionnaire,
  [
    {
      id: 'RTQ',
      version: '3',
      title: wording,
      validMonths: 12,
      scale: 'points',
      bands: [levelBand],
      overallWeights: { capacity: 1 },
      dimensions: { capacity: { name: wording, bands: [levelBand] } },
      mandatory: ['Q01'],
      items: [
        { ...base, id: 'Q01', kind: 'single', ...choices },
        {
          ...base,
          id: 'Q02',
          kind: 'multiple',
          ...choices,
          count: 'highest',
          minChoices: 0,
          maxChoices: 2,
          exclusive: [1],
        },
        {
          ...base,
          id: 'Q03',
          kind: 'numeric',
          min: -5,
          max: 5.5,
          integer: false,
          unit: wording,
          steps: [{ from: -5, points: 0 }],
        },
        {
          ...base,
          id: 'Q04',
          kind: 'matrix',
          dimension: null,
          rows: [{ id: 'shares', weight: 2, text: wording }],
          ...choices,
        },
      ],
      levelDimensions: ['capacity'],
      combination: 'lowest',
      knockOuts: [
        { ...rule, id: 'no-loss', outcome: 'lowest-level' },
        { ...rule, id: 'no-time', outcome: 'stop' },
      ],
      ceilings: [{ ...rule, id: 'age', level: 'C3' }],
      controls: [
        { ...rule, id: 'k1', severity: 'block' },
        { ...rule, id: 'k2', severity: 'refer' },
        { ...rule, id: 'k3', severity: 'note' },
        { ...rule, id: 'k4', severity: 'cap', to: 'C2' },
        { ...rule, id: 'k5', severity: 'cap', to: { bandOf: 'capacity' } },
      ],
    },
  ],
  [
    fault(['items', 0, 'text', 'en'], '', 'empty', 'questionnaire.items[0].text.en'),
    fault(['combination'], 'average', 'unknown-value', 'questionnaire.combination'),
    fault(['scale'], 'percent', 'unknown-value', 'questionnaire.scale'),
    fault(['bands', 0, 'upTo'], 20, 'unknown-id', 'questionnaire.bands[0].upTo'),
    fault(['items', 0, 'kind'], 'dual', 'unknown-value', 'questionnaire.items[0].kind'),
    fault(['items', 0, 'kind'], 'matrix', 'missing-value', 'questionnaire.items[0].rows'),
    // Without a kind it is a single choice, which has no steps.
    fault(['items', 2, 'kind'], undefined, 'unknown-id', 'questionnaire.items[2].steps'),
    fault(['items', 1, 'exclusive', 0], -1, 'out-of-range', 'questionnaire.items[1].exclusive[0]'),
    fault(['items', 2, 'steps'], [], 'empty', 'questionnaire.items[2].steps'),
    fault(['knockOuts', 0, 'outcome'], 'C1', 'unknown-value', 'questionnaire.knockOuts[0].outcome'),
    fault(
      ['controls', 0, 'severity'],
      'warn',
      'unknown-value',
      'questionnaire.controls[0].severity',
    ),
    fault(['controls', 0, 'severity'], 'cap', 'missing-value', 'questionnaire.controls[0].to'),
    fault(
      ['controls', 4, 'to'],
      { dimension: 'x' },
      'missing-value',
      'questionnaire.controls[4].to.bandOf',
    ),
    fault(['ceilings', 0, 'when'], 'always', 'invalid-type', 'questionnaire.ceilings[0].when'),
    fault(['ceilings', 0, 'when', 'all'], [], 'empty', 'questionnaire.ceilings[0].when.all'),
    fault(
      ['ceilings', 0, 'when'],
      { left: { fact: 'age' }, is: '>', right: 75, or: [] },
      'unknown-id',
      'questionnaire.ceilings[0].when.or',
    ),
    fault(
      ['ceilings', 0, 'when'],
      { left: { fact: 'age' }, is: 'above', right: 75 },
      'unknown-value',
      'questionnaire.ceilings[0].when.is',
    ),
    fault(
      ['ceilings', 0, 'when'],
      { left: { measure: 'speed' }, is: '>', right: 75 },
      'unknown-value',
      'questionnaire.ceilings[0].when.left.measure',
    ),
    fault(
      ['ceilings', 0, 'when'],
      { left: { minus: [1] }, is: '>', right: 75 },
      'length-mismatch',
      'questionnaire.ceilings[0].when.left.minus',
    ),
    fault(
      ['ceilings', 0, 'when'],
      { not: { left: { fact: 'age' }, is: '>', right: null } },
      'missing-value',
      'questionnaire.ceilings[0].when.not.right',
    ),
  ],
);
