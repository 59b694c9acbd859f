import { describe, expect, it } from 'vitest';
import type { Comparison, Condition, Operand } from '../../../src/questionnaire/index.js';
import { expectRefusal, wrong } from '../support.js';
import { CHOICE, scoreOf, smallForm } from './small-form.js';

type Options = NonNullable<Parameters<typeof scoreOf>[2]>;

const items = [
  CHOICE,
  { ...CHOICE, id: 'm', kind: 'multiple', points: [1, 2, 4] },
  {
    ...CHOICE,
    id: 'n',
    kind: 'numeric',
    points: undefined,
    min: 0,
    max: 9,
    steps: [
      { from: 0, points: 0 },
      { from: 5, points: 2 },
    ],
  },
  { ...CHOICE, id: 'x', kind: 'matrix', points: [0, 3], rows: [{ id: 'r' }, { id: 's' }] },
  { ...CHOICE, id: 't', dimension: 'tolerance', weight: 2 },
];
const form = (when: Condition) =>
  smallForm({
    items: wrong(items),
    scale: 'share-of-maximum',
    bands: [
      { from: 0, level: 'C1' },
      { from: 50, level: 'C3' },
      { from: 75, level: 'C5' },
    ],
    overallWeights: { capacity: 0.5, tolerance: 0.5 },
    controls: [{ id: 'c', when, severity: 'note' }],
  });
// Capacity 1 + 1 + 2 + 3 = 7 of 4 + 7 + 2 + 6 = 19; tolerance 6 of 8 is 75; overall 55.92….
const answers = { a: 1, m: [0], n: 5.5, x: { r: 1, s: 0 }, t: 3 };

/** What a condition says: a note's finding tells. */
function truthOf(when: Condition, options: Options = {}): 'held' | 'unknown' | 'not' {
  const result = scoreOf(form(when), answers, options);
  if (result.status !== 'scored') throw new Error('no level');
  return result.findings[0]?.truth ?? 'not';
}

const is = (left: Operand, relation: Comparison['is'], right: unknown): Condition => ({
  left,
  is: relation,
  right: wrong(right),
});
const YES = is(1, '=', 1);
const NO = is(1, '=', 2);
const MAYBE = is({ fact: 'gone' }, '=', 1);

describe('truth in three values (Kleene)', () => {
  it('of not', () => {
    expect([YES, NO, MAYBE].map((not) => truthOf({ not }))).toEqual(['not', 'held', 'unknown']);
  });

  // Kleene, Introduction to Metamathematics (1952), § 64: the strong tables.
  it.each([
    [YES, YES, 'held', 'held'],
    [YES, NO, 'not', 'held'],
    [YES, MAYBE, 'unknown', 'held'],
    [NO, YES, 'not', 'held'],
    [NO, NO, 'not', 'not'],
    [NO, MAYBE, 'not', 'unknown'],
    [MAYBE, YES, 'unknown', 'held'],
    [MAYBE, NO, 'not', 'unknown'],
    [MAYBE, MAYBE, 'unknown', 'unknown'],
  ] as const)('of all and any: %j, %j', (a, b, all, any) => {
    expect(truthOf({ all: [a, b] })).toBe(all);
    expect(truthOf({ any: [a, b] })).toBe(any);
    expect(truthOf({ not: { all: [a, b] } })).toBe(truthOf({ any: [{ not: a }, { not: b }] }));
  });
});

describe('a relation', () => {
  it.each([
    ['<', [true, false, false]],
    ['<=', [true, true, false]],
    ['=', [false, true, false]],
    ['!=', [true, false, true]],
    ['>=', [false, true, true]],
    ['>', [false, false, true]],
  ] as const)('%s orders numbers and texts', (relation, expected) => {
    const numbers = [0, 1, 2].map((left) => truthOf(is(left, relation, 1)) === 'held');
    const texts = ['2026-01-31', '2026-02-01', '2026-02-02'].map(
      (day) => truthOf(is({ fact: 'day' }, relation, '2026-02-01'), { facts: { day } }) === 'held',
    );
    expect({ numbers, texts }).toEqual({ numbers: expected, texts: expected });
  });

  it('tells booleans apart, and orders none', () => {
    const facts = { employed: true };
    expect(truthOf(is({ fact: 'employed' }, '=', true), { facts })).toBe('held');
    expect(truthOf(is({ fact: 'employed' }, '!=', true), { facts })).toBe('not');
    expect(truthOf(is({ fact: 'employed' }, 'in', [false]), { facts })).toBe('not');
  });

  it('in looks for the left among the right', () => {
    expect(truthOf(is({ answer: 'a' }, 'in', [0, 1]))).toBe('held');
    expect(truthOf(is({ answer: 'a' }, 'in', [0, 2]))).toBe('not');
    const facts = { country: 'CN' };
    expect(truthOf(is({ fact: 'country' }, 'in', ['HK', 'CN', 1]), { facts })).toBe('held');
  });

  it('includes looks for one option among those chosen', () => {
    expect(truthOf(is({ answer: 'm' }, 'includes', 0))).toBe('held');
    expect(truthOf(is({ answer: 'm' }, 'includes', 1))).toBe('not');
    expect(truthOf(is({ answer: 'a' }, 'includes', 1))).toBe('held');
    expect(truthOf(is({ answer: 'm' }, 'includes', { fact: 'o' }), { facts: { o: 0 } })).toBe(
      'held',
    );
  });

  it('is not known where one side is missing', () => {
    for (const relation of ['<', '=', '!=', 'includes'] as const) {
      expect(truthOf(is({ answer: 'a' }, relation, { fact: 'gone' }))).toBe('unknown');
    }
    expect(truthOf(is({ fact: 'gone' }, 'in', [1]))).toBe('unknown');
    expect(truthOf(is({ fact: 'gone' }, 'in', [1]), { facts: { gone: null } })).toBe('unknown');
    expect(truthOf(is({ fact: 'gone' }, '=', 1), { facts: { gone: undefined } })).toBe('unknown');
  });
});

describe('an operand', () => {
  it.each<[string, Operand, unknown]>([
    ['the answer to a choice', { answer: 'a' }, 1],
    ['the number given', { answer: 'n' }, 5.5],
    ['the answer in a row', { answer: 'x', row: 'r' }, 1],
    ['the points of a choice', { points: 'a' }, 1],
    ['the points of several', { points: 'm' }, 1],
    ['the points of a number', { points: 'n' }, 2],
    ['the points of a matrix', { points: 'x' }, 3],
    ['weighted points', { points: 't' }, 6],
    ['a dimension’s score', { score: 'tolerance' }, 75],
    ['a dimension’s band', { band: 'tolerance' }, 5],
    ['another dimension’s band', { band: 'capacity' }, 1],
    ['the overall band', { band: 'overall' }, 3],
    ['the level before the controls', { band: 'level' }, 1],
    ['an entry of a list', { lookup: [10, 20, 30, 40, 50], by: { answer: 'a' } }, 20],
    ['a text of a list', { lookup: ['x', 'y'], by: 1 }, 'y'],
    ['a difference', { minus: [{ answer: 'n' }, { answer: 'a' }] }, 4.5],
    ['a product', { times: [{ answer: 'n' }, { points: 't' }] }, 33],
    ['one in the other', { minus: [0, { times: [2, { lookup: [7, 8], by: 0 }] }] }, -14],
  ])('reads %s', (_, operand, value) => {
    expect(truthOf(is(operand, '=', value))).toBe('held');
    expect(truthOf(is(operand, '!=', value))).toBe('not');
  });

  it('reads the overall score, rounded as it is shown', () => {
    // 0.5 · 700 / 19 + 0.5 · 75 = 55.921052631…
    expect(truthOf(is({ score: 'overall' }, '=', 55.921052632))).toBe('held');
  });

  it('is refused where a list has no entry at the index', () => {
    const when = is({ lookup: [1, 2], by: { fact: 'i' } }, '=', 1);
    for (const i of [7, -1, 0.5]) {
      const act = () => scoreOf(form(when), answers, { facts: { i } });
      expectRefusal(act, 'out-of-range', 'options.facts.i');
    }
  });

  it('is rounded to nine digits, as scores are, and refused where it overflows', () => {
    // In binary 0.3 − 0.1 is 0.19999999999999998 and 3 · 0.1 is 0.30000000000000004.
    const less = is({ minus: [{ fact: 'i' }, 0.1] }, '>=', 0.2);
    expect(truthOf(less, { facts: { i: 0.3 } })).toBe('held');
    expect(truthOf(is({ times: [{ fact: 'i' }, 3] }, '>', 0.3), { facts: { i: 0.1 } })).toBe('not');
    expect(truthOf(is({ plus: [{ fact: 'i' }, 0.1] }, '=', 0.3), { facts: { i: 0.2 } })).toBe(
      'held',
    );
    const huge = is({ times: [{ fact: 'i' }, 1e300] }, '<', 1);
    const act = () => scoreOf(form(huge), answers, { facts: { i: 1e300 } });
    expectRefusal(act, 'out-of-range', 'options.facts.i');
  });

  it('has an order as a date, and as no other text', () => {
    const born = is({ fact: 'birth' }, '<', '1950-01-01');
    expect(truthOf(born, { facts: { birth: '1940-05-03' } })).toBe('held');
    expect(truthOf(born, { facts: { birth: '1950-01-01' } })).toBe('not');
    for (const birth of ['5/3/1940', '1949-13-45', 'soon']) {
      const act = () => scoreOf(form(born), answers, { facts: { birth } });
      expectRefusal(act, 'invalid-date', 'options.facts.birth');
    }
  });

  it('is unknown where a part of it is', () => {
    const gone = { fact: 'gone' } as const;
    expect(truthOf(is({ minus: [{ answer: 'a' }, gone] }, '<', 1))).toBe('unknown');
    expect(truthOf(is({ times: [gone, 0] }, '=', 0))).toBe('unknown');
    expect(truthOf(is({ lookup: [1, 2], by: gone }, '=', 1))).toBe('unknown');
  });

  it('reads only facts that were given, whatever objects inherit', () => {
    for (const fact of ['constructor', 'toString', '__proto__']) {
      expect(truthOf(is({ fact }, '!=', 'x'))).toBe('unknown');
      expect(truthOf(is({ fact }, '!=', 'x'), { facts: {} })).toBe('unknown');
    }
  });
});

describe('a fact of another type than the form takes it for', () => {
  it.each<[string, Condition, unknown]>([
    ['<', is({ fact: 'age' }, '<', 70), '60'],
    ['>= on the right', is(70, '>=', { fact: 'age' }), '60'],
    ['=', is({ fact: 'age' }, '=', 70), '70'],
    ['!=', is({ fact: 'age' }, '!=', 'x'), 70],
    ['= a boolean', is({ fact: 'age' }, '=', true), 'true'],
    ['in', is({ fact: 'age' }, 'in', [70, 71]), '70'],
    ['includes', is({ answer: 'm' }, 'includes', { fact: 'age' }), '0'],
    ['an answer', is({ answer: 'a' }, '=', { fact: 'age' }), true],
    ['an order of booleans', is({ fact: 'age' }, '<', { fact: 'job' }), false],
    ['minus', is({ minus: [{ fact: 'age' }, 1] }, '>', 0), '60'],
    ['times', is({ times: [2, { fact: 'age' }] }, '>', 0), true],
    ['lookup', is({ lookup: [1, 2], by: { fact: 'age' } }, '=', 1), '0'],
  ])('is refused by its name: %s', (_, when, age) => {
    const facts = { age: wrong(age), job: true };
    expectRefusal(() => truthOf(when, { facts }), 'invalid-type', 'options.facts.age');
  });

  it.each([
    ['a list', [1], 'invalid-type'],
    ['an object', { value: 1 }, 'invalid-type'],
    ['a date', new Date(0), 'invalid-type'],
    ['a bigint', 1n, 'invalid-type'],
    ['NaN', Number.NaN, 'not-finite'],
    ['infinity', Number.POSITIVE_INFINITY, 'not-finite'],
  ] as const)('is refused even where no rule reads it: %s', (_, value, code) => {
    const facts = { unread: wrong(value) };
    expectRefusal(() => truthOf(YES, { facts }), code, 'options.facts.unread');
  });
});
