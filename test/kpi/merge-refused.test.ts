import { describe, expect, it } from 'vitest';
import { accumulatorOf, defineKpi, type Kpi } from '../../src/kpi/index.js';
import { money } from '../../src/money/index.js';
import { DESCRIPTION, expectRefusal } from './support.js';

const MOST = Number.MAX_SAFE_INTEGER;
const of = (fields: object): Kpi => defineKpi({ ...DESCRIPTION, ...fields } as never) as Kpi;
const amount = money('CNY', '1');
const SURVIVAL = { kind: 'survival', timeUnit: 'month', longest: 9, causes: ['a', 'b'] };

/** Of each kind a case that fits, and one that comes after it in the state and is too much when it is added twice. */
const KINDS: readonly (readonly [string, object, object, object])[] = [
  [
    'proportion',
    { kind: 'proportion' },
    { successes: 1, trials: 1 },
    { successes: 2, trials: MOST - 1 },
  ],
  ['count-ratio', { kind: 'count-ratio' }, { numerator: 1 }, { denominator: MOST }],
  ['rate', { kind: 'rate' }, { count: 1 }, { exposure: MOST }],
  [
    'ratings',
    { kind: 'ratings', scale: { lowest: 1, highest: 5 }, measure: { name: 'mean' } },
    { score: 1 },
    { score: 5, count: MOST },
  ],
  [
    'detection',
    { kind: 'detection', measure: 'f1' },
    { truePositives: 1 },
    { falseNegatives: MOST },
  ],
  [
    'amount-per-count',
    { kind: 'amount-per-count', currency: 'CNY' },
    { amount, count: 1 },
    { amount, count: MOST - 1 },
  ],
  [
    'tally',
    { kind: 'tally', categories: ['a', 'b'], of: 'a' },
    { category: 'a' },
    { category: 'b', count: MOST },
  ],
  [
    'funnel',
    { kind: 'funnel', steps: ['a', 'b'] },
    { reached: 'b' },
    { reached: 'a', open: true, count: MOST },
  ],
  [
    'survival',
    { ...SURVIVAL, measure: { name: 'median' } },
    { time: 3, cause: 'a' },
    { time: 5, count: MOST },
  ],
];

describe.each(KINDS)(
  'a merge of %s beyond what a count can hold',
  (_kind, fields, small, large) => {
    it('is refused before anything is changed', () => {
      const exclusions = [{ id: 'test', words: 'a test' }];
      const { init, add, merge, encode } = accumulatorOf(of({ ...fields, exclusions }));
      const full = () =>
        add(add(add(init(), small as never), large as never), { excluded: 'test' } as never);
      const [draft, other] = [full(), full()];
      const before = JSON.stringify(encode(draft));
      expectRefusal(() => merge(draft, other), 'out-of-range', 'state');
      expect(JSON.stringify(encode(draft))).toBe(before);
      expect(JSON.stringify(encode(other))).toBe(before);
      expectRefusal(() => merge(draft, draft), 'out-of-range', 'state');
      expect(JSON.stringify(encode(draft))).toBe(before);
    });
  },
);

describe('a merge of more cases left out than a count can hold', () => {
  it('is refused before a case is joined', () => {
    const exclusions = [{ id: 'test', words: 'a test' }];
    const { init, add, merge, encode, decode } = accumulatorOf(of({ kind: 'rate', exclusions }));
    const one = encode(add(init(), { count: 1, exposure: 2 } as never));
    const draft = decode({ ...one, excluded: { test: MOST } });
    const before = JSON.stringify(encode(draft));
    expectRefusal(
      () => merge(draft, decode({ ...one, excluded: { test: 1 } })),
      'out-of-range',
      'state',
    );
    expect(JSON.stringify(encode(draft))).toBe(before);
  });
});
