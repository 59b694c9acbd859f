import { describe, expect, it } from 'vitest';
import {
  type ConsistencyControl,
  changedFacts,
  raisedBeforePurchase,
  statedAgainstKnown,
  straightLining,
  tooFast,
} from '../../../src/questionnaire/index.js';
import { CHOICE, scoreOf, smallForm } from '../scoring/small-form.js';
import { expectRefusal, isDeeplyFrozen, wrong } from '../support.js';

type Options = NonNullable<Parameters<typeof scoreOf>[2]>;

const items = ['a', 'b', 'c', 'd'].map((id) => ({ ...CHOICE, id, weight: 0.25 }));

/** What a control says of answers. */
function truthOf(control: ConsistencyControl, answers: object, options: Options = {}): string {
  const form = smallForm({ items: wrong(items), controls: [control] });
  const result = scoreOf(form, { a: 0, b: 0, c: 0, d: 0, ...answers }, options);
  if (result.status === 'incomplete') return 'unknown';
  return result.findings[0]?.truth ?? 'not';
}

describe('statedAgainstKnown', () => {
  // Options: under 31, 31 to under 46, 46 to under 56, 56 to under 65, 65 and older.
  const control = (margin?: number) =>
    statedAgainstKnown({
      id: 'age',
      item: 'a',
      fact: 'age',
      ranges: [
        { to: 31 },
        { from: 31, to: 46 },
        { from: 46, to: 56 },
        { from: 56, to: 65 },
        { from: 65 },
      ],
      ...(margin === undefined ? {} : { margin }),
    });

  it.each([
    [0, 30.9, 'not'],
    [0, 31, 'held'],
    [0, -5, 'not'],
    [1, 30.9, 'held'],
    [1, 31, 'not'],
    [1, 45.9, 'not'],
    [1, 46, 'held'],
    [4, 64.9, 'held'],
    [4, 120, 'not'],
  ])('holds outside what option %d says: at %d it is %s', (a, age, truth) => {
    expect(truthOf(control(), { a }, { facts: { age } })).toBe(truth);
  });

  it('lets a margin pass', () => {
    expect(truthOf(control(2), { a: 1 }, { facts: { age: 29 } })).toBe('not');
    expect(truthOf(control(2), { a: 1 }, { facts: { age: 28.9 } })).toBe('held');
    expect(truthOf(control(2), { a: 1 }, { facts: { age: 47.9 } })).toBe('not');
    expect(truthOf(control(2), { a: 1 }, { facts: { age: 48 } })).toBe('held');
  });

  it('is not known without the fact', () => {
    expect(truthOf(control(), { a: 1 })).toBe('unknown');
  });

  it.each<[string, object, string, string]>([
    ['no ranges', { ranges: [] }, 'empty', 'options.ranges'],
    ['a range that is null', { ranges: [null] }, 'missing-value', 'options.ranges[0]'],
    [
      'a range that ends before it begins',
      { ranges: [{}, { from: 2, to: 2 }] },
      'inconsistent',
      'options.ranges[1].to',
    ],
    ['a bound as text', { ranges: [{ from: '2' }] }, 'invalid-type', 'options.ranges[0].from'],
    ['a negative margin', { margin: -1 }, 'out-of-range', 'options.margin'],
    ['no item', { item: undefined }, 'missing-value', 'options.item'],
    ['no fact', { fact: '' }, 'empty', 'options.fact'],
    ['no id', { id: undefined }, 'missing-value', 'options.id'],
    ['a severity that caps', { severity: 'cap' }, 'unknown-value', 'options.severity'],
  ])('refuses %s', (_, change, code, path) => {
    const options = { id: 'x', item: 'a', fact: 'age', ranges: [{}], ...change };
    expectRefusal(() => statedAgainstKnown(wrong(options)), wrong(code), path);
  });

  it('is refused by a form whose item has more options', () => {
    const short = statedAgainstKnown({ id: 'x', item: 'a', fact: 'age', ranges: [{}] });
    const path = 'definition.controls[0].when.any[0].right.lookup';
    expectRefusal(() => truthOf(short, {}), 'length-mismatch', path);
  });
});

describe('straightLining', () => {
  it('holds where all single choices, or the given part of them, are at one position', () => {
    const all = straightLining({ id: 'x' });
    expect(truthOf(all, { a: 2, b: 2, c: 2, d: 2 })).toBe('held');
    expect(truthOf(all, { a: 2, b: 2, c: 2, d: 3 })).toBe('not');
    const most = straightLining({ id: 'x', share: 0.75 });
    expect(truthOf(most, { a: 2, b: 2, c: 2, d: 3 })).toBe('held');
    expect(truthOf(most, { a: 2, b: 2, c: 1, d: 3 })).toBe('not');
    expect(truthOf(straightLining({ id: 'x', items: ['a', 'b'] }), { a: 1, b: 1 })).toBe('held');
  });

  it('refuses a share that is none', () => {
    for (const share of [0, -1, 1.1]) {
      expectRefusal(() => straightLining({ id: 'x', share }), 'out-of-range', 'options.share');
    }
  });
});

describe('tooFast', () => {
  it('holds below two seconds for each item, or another time', () => {
    expect(truthOf(tooFast({ id: 'x' }), {}, { secondsTaken: 7.9 })).toBe('held');
    expect(truthOf(tooFast({ id: 'x' }), {}, { secondsTaken: 8 })).toBe('not');
    const slow = tooFast({ id: 'x', secondsPerItem: 5, severity: 'block' });
    expect(truthOf(slow, {}, { secondsTaken: 19 })).toBe('held');
    expect(truthOf(slow, {}, { secondsTaken: 20 })).toBe('not');
    expect(truthOf(slow, {})).toBe('unknown');
  });

  it('refuses a time that is none', () => {
    const call = () => tooFast({ id: 'x', secondsPerItem: 0 });
    expectRefusal(call, 'out-of-range', 'options.secondsPerItem');
  });
});

describe('changedFacts', () => {
  it('holds where more of the facts than allowed were answered otherwise last time', () => {
    const previous = { answers: { a: 1, b: 1, c: 0, d: 4 } };
    expect(truthOf(changedFacts({ id: 'x', items: ['b', 'c'] }), {}, { previous })).toBe('held');
    expect(truthOf(changedFacts({ id: 'x', items: ['c'] }), {}, { previous })).toBe('not');
    const two = (most: number) => changedFacts({ id: 'x', items: ['a', 'b'], most });
    expect(truthOf(two(1), {}, { previous })).toBe('held');
    expect(truthOf(two(2), {}, { previous })).toBe('not');
    expect(truthOf(two(0), {})).toBe('unknown');
  });

  it('refuses no items', () => {
    expectRefusal(() => changedFacts({ id: 'x', items: [] }), 'empty', 'options.items');
    expectRefusal(
      () => changedFacts({ id: 'x', items: ['a'], most: -1 }),
      'out-of-range',
      'options.most',
    );
  });
});

describe('raisedBeforePurchase', () => {
  const control = raisedBeforePurchase({ id: 'x', fact: 'days', days: 3 });
  const at = (level: 'C1' | 'C5', days: number) => ({ previous: { level }, facts: { days } });

  it('holds where the level is above that of last time and the purchase is near', () => {
    // All at 4: C5.
    const all = { a: 4, b: 4, c: 4, d: 4 };
    expect(truthOf(control, all, at('C1', 3))).toBe('held');
    expect(truthOf(control, all, at('C1', 4))).toBe('not');
    expect(truthOf(control, all, at('C5', 3))).toBe('not');
    expect(truthOf(control, {}, at('C1', 3))).toBe('not');
    expect(truthOf(control, all, { previous: { level: 'C1' } })).toBe('unknown');
    expect(truthOf(control, {}, { previous: { level: 'C1' } })).toBe('not');
  });

  it('refuses days that are none', () => {
    const call = () => raisedBeforePurchase({ id: 'x', fact: 'days', days: -1 });
    expectRefusal(call, 'out-of-range', 'options.days');
  });
});

describe('every ready control', () => {
  it('is frozen, in three languages, of its own data, and refused without options', () => {
    const own = ['a'];
    const made = [
      statedAgainstKnown({ id: 'x', item: 'a', fact: 'age', ranges: [{}] }),
      straightLining({ id: 'x', items: own }),
      tooFast({ id: 'x' }),
      changedFacts({ id: 'x', items: own }),
      raisedBeforePurchase({ id: 'x', fact: 'days' }),
    ];
    for (const control of made) {
      expect(isDeeplyFrozen(control)).toBe(true);
      expect(Object.keys(control.text ?? {})).toEqual(['zh-Hans', 'zh-Hant', 'en']);
    }
    expect(Object.isFrozen(own)).toBe(false);
    for (const make of [
      statedAgainstKnown,
      straightLining,
      tooFast,
      changedFacts,
      raisedBeforePurchase,
    ]) {
      expectRefusal(() => make(wrong(null)), 'missing-value', 'options');
    }
  });
});
