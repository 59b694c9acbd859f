import { describe, expect, it } from 'vitest';
import {
  compileKpiCube,
  defineKpi,
  type Kpi,
  type KpiEvent,
  type KpiRecord,
} from '../../../src/kpi/index.js';
import { money } from '../../../src/money/index.js';
import { DESCRIPTION, expectRefusal, wrong } from '../support.js';

const yuan = money('CNY', '12.00');
const none = money('CNY', '0.00');
const scale = { lowest: 1, highest: 5 };
const definitions = {
  durations: defineKpi({ ...DESCRIPTION, kind: 'durations', measure: { name: 'mean' } }),
  'within-limit': defineKpi({ ...DESCRIPTION, kind: 'within-limit', limit: 4 }),
  funnel: defineKpi({ ...DESCRIPTION, kind: 'funnel', steps: ['asked', 'met'] }),
  ratings: defineKpi({ ...DESCRIPTION, kind: 'ratings', scale, measure: { name: 'mean' } }),
  tally: defineKpi({ ...DESCRIPTION, kind: 'tally', categories: ['a', 'b'], of: 'a' }),
  survival: defineKpi({
    ...DESCRIPTION,
    kind: 'survival',
    timeUnit: 'month',
    longest: 24,
    causes: ['moved'],
    measure: { name: 'median' },
  }),
  rate: defineKpi({ ...DESCRIPTION, kind: 'rate' }),
  'count-ratio': defineKpi({ ...DESCRIPTION, kind: 'count-ratio' }),
  detection: defineKpi({ ...DESCRIPTION, kind: 'detection', measure: 'recall' }),
  'amount-ratio': defineKpi({ ...DESCRIPTION, kind: 'amount-ratio', currency: 'CNY' }),
  'amount-per-count': defineKpi({ ...DESCRIPTION, kind: 'amount-per-count', currency: 'CNY' }),
  'amount-bridge': defineKpi({
    ...DESCRIPTION,
    kind: 'amount-bridge',
    currency: 'CNY',
    lines: ['new'],
  }),
};

/** The same case as briefly as can be, and with all that goes without saying. */
const told: readonly (readonly [keyof typeof definitions, object, object])[] = [
  ['durations', { duration: 1 }, { duration: 1, open: false }],
  ['durations', { duration: 1, open: true }, { open: true, duration: 1 }],
  ['within-limit', { duration: 1 }, { duration: 1, open: false }],
  ['funnel', { reached: 'met' }, { reached: 'met', open: false, count: 1 }],
  ['ratings', { score: 4 }, { score: 4, count: 1 }],
  ['tally', { category: 'a' }, { category: 'a', count: 1 }],
  ['survival', { time: 3 }, { time: 3, cause: undefined, count: 1 }],
  ['rate', { exposure: 9 }, { exposure: 9, count: 0 }],
  ['count-ratio', { numerator: 9 }, { numerator: 9, denominator: 0 }],
  ['detection', { falseNegatives: 2 }, { falseNegatives: 2, falsePositives: 0, truePositives: 0 }],
  ['amount-ratio', { numerator: yuan }, { numerator: yuan, numeratorRest: 0, cases: 1 }],
  ['amount-per-count', { amount: yuan }, { amount: yuan, count: 0 }],
  ['amount-bridge', { opening: yuan }, { opening: yuan, cases: 1 }],
  // 12.00 less half a cent is 11.99 and half a cent; 0.01 less a billionth of a cent is the rest alone; a rest beside nothing keeps its sign.
  [
    'amount-ratio',
    { numerator: money('CNY', '11.99'), numeratorRest: 500_000_000 },
    { numerator: yuan, numeratorRest: -500_000_000 },
  ],
  [
    'amount-ratio',
    { denominatorRest: 999_999_999 },
    { denominator: money('CNY', '0.01'), denominatorRest: -1 },
  ],
  ['amount-ratio', { numeratorRest: -5 }, { numeratorRest: -5, numerator: none }],
  // What is left out of a ratio or a bridge is zero.
  ['amount-ratio', { numerator: yuan }, { numerator: yuan, denominator: none }],
  ['amount-bridge', { opening: yuan }, { opening: yuan, lines: { new: none }, closing: none }],
  ['amount-bridge', { lines: { new: yuan } }, { opening: none, lines: { new: yuan } }],
  ['amount-per-count', { amount: yuan }, { amount: { currency: 'CNY', amount: '12' } }],
  ['amount-per-count', { amount: none }, { amount: { currency: 'CNY', amount: '-0.0' } }],
  ['amount-bridge', { lines: { new: yuan } }, { lines: { new: { ...yuan, amount: '12.000' } } }],
];

const cubeOf = (kpi: Kpi) => compileKpiCube({ kpis: [kpi], period: 'month', zone: 'UTC' });
const recordOf = (kpi: Kpi, event: object): KpiRecord => ({
  kpi: kpi.id,
  id: 'a',
  at: '2026-03-02',
  event: event as KpiEvent,
});

describe('one fact told in two ways', () => {
  it.each(told)('is one text and no conflict: %s %j', (kind, briefly, fully) => {
    const kpi = definitions[kind];
    const cube = cubeOf(kpi);
    const states = [
      [briefly, fully],
      [fully, briefly],
      [fully, fully],
    ].map((events) => {
      const draft = cube.init();
      for (const event of events) cube.add(draft, recordOf(kpi, event));
      expect(cube.result(draft)).toMatchObject({ conflicting: [], repeats: 1 });
      return cube.encode(draft);
    });
    expect(states[1]).toEqual(states[0]);
    expect(JSON.stringify(states[2])).toBe(JSON.stringify(states[0]));
    expect(cube.encode(cube.decode(states[0]!))).toEqual(states[0]);
  });

  it.each([
    ['durations', { duration: 1, open: false }, { duration: 1, open: true }],
    // That it cost nothing is known; what it cost is not.
    ['amount-per-count', { count: 1, amount: none }, { count: 1 }],
    ['amount-ratio', { denominator: yuan, numerator: yuan }, { denominator: yuan }],
  ] as const)('is another fact where it says another thing: %s', (kind, one, other) => {
    const kpi: Kpi = definitions[kind];
    const cube = cubeOf(kpi);
    const draft = cube.init();
    for (const event of [one, other]) cube.add(draft, recordOf(kpi, event));
    expect(cube.result(draft).conflicting).toEqual([{ kpi: kpi.id, id: 'a' }]);
  });
});

describe('a record that cannot be kept', () => {
  const kpi = definitions.durations;
  const cube = compileKpiCube({
    kpis: [kpi],
    period: 'month',
    zone: 'UTC',
    dimensions: ['branch'],
  });
  const add = (change: object) => () =>
    cube.add(cube.init(), { ...recordOf(kpi, { duration: 1 }), ...change });

  it('is refused with the path of the caller', () => {
    const branch = { dimensions: { branch: '\ud800' } };
    expectRefusal(add(branch), 'invalid-format', 'record.dimensions.branch');
    expectRefusal(add({ ...branch, id: undefined }), 'invalid-format', 'record.dimensions.branch');
    expectRefusal(add({ id: 'a\udfff' }), 'invalid-format', 'record.id');
    expectRefusal(add({ at: '9999-12-31' }), 'out-of-range', 'record.at');
    const left = { event: { excluded: 'x' } };
    expectRefusal(add(left), 'unknown-id', 'record.event.excluded');
    expect(add(left)).toThrow('no case left out');
    expect(add({ id: '元😀', dimensions: { branch: '浦東😀' } })).not.toThrow();
  });
});

describe('a definition with a misspelt field further in', () => {
  const refused = (fields: object, path: string): void => {
    expectRefusal(() => defineKpi(wrong({ ...DESCRIPTION, ...fields })), 'unknown-id', path);
  };

  it('is refused', () => {
    const mean = { name: 'mean' };
    refused(
      { kind: 'durations', measure: { ...mean, probability: 0.9 } },
      'definition.measure.probability',
    );
    refused(
      { kind: 'ratings', scale: { ...scale, step: 1 }, measure: mean },
      'definition.scale.step',
    );
    refused({ kind: 'ratings', scale, measure: { ...mean, boxes: 2 } }, 'definition.measure.boxes');
    const range = { lowest: 0, highest: 1, unit: 'x' };
    refused({ kind: 'measurements', measure: 'mean', range }, 'definition.range.unit');
    const stay = { kind: 'survival', timeUnit: 'month', longest: 9, causes: ['moved'] };
    const median = { name: 'median', untill: 3 };
    refused({ ...stay, measure: median }, 'definition.measure.untill');
  });
});
