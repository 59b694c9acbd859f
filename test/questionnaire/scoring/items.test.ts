import { describe, expect, it } from 'vitest';
import { expectRefusal, level, wrong } from '../support.js';
import { CHOICE, formWith, scoreOf, smallForm, sumOf } from './small-form.js';

const multiple = (own: object = {}) =>
  formWith({ id: 'm', kind: 'multiple', points: [1, 2, 4], ...own });
const numeric = (own: object = {}) =>
  formWith({
    id: 'n',
    kind: 'numeric',
    min: 0,
    max: 100,
    steps: [
      { from: 0, points: 1 },
      { from: 18, points: 5 },
      { from: 65.5, points: 2 },
    ],
    ...own,
  });
const matrix = (own: object = {}) =>
  formWith({
    id: 'x',
    kind: 'matrix',
    points: [0, 1, 3],
    rows: [{ id: 'shares' }, { id: 'funds', weight: 2.5 }],
    ...own,
  });

describe('a multiple choice', () => {
  // The choice a brings 0, so that the sum is what m brings.
  it.each([
    ['sum', [0], 1],
    ['sum', [0, 2], 5],
    ['sum', [2, 0], 5],
    ['sum', [0, 1, 2], 7],
    ['highest', [0, 1], 2],
    ['highest', [2, 0], 4],
    ['lowest', [1, 2], 2],
    ['lowest', [2, 1, 0], 1],
  ])('counts the %s of %j as %d', (count, chosen, points) => {
    expect(sumOf(multiple({ count }), { a: 0, m: chosen })).toBe(points);
  });

  it('adds up without count, and is weighted as a whole', () => {
    expect(sumOf(multiple({ weight: 2.5 }), { a: 0, m: [0, 1] })).toBe(7.5);
  });

  it('takes negative points for what they are, in each way of counting', () => {
    const points = [-3, 2, -1];
    expect(sumOf(multiple({ points }), { a: 4, m: [0, 1] })).toBe(3);
    expect(sumOf(multiple({ points, count: 'highest' }), { a: 4, m: [0, 2] })).toBe(3);
    expect(sumOf(multiple({ points, count: 'lowest' }), { a: 4, m: [0, 1] })).toBe(1);
  });

  it('may be left empty where no choice is needed, which brings nothing', () => {
    for (const count of ['sum', 'highest', 'lowest']) {
      expect(sumOf(multiple({ count, minChoices: 0 }), { a: 3, m: [] })).toBe(3);
    }
  });

  it('takes an option that stands alone, however many must be chosen', () => {
    const form = multiple({ exclusive: [2], minChoices: 2 });
    expect(sumOf(form, { a: 0, m: [2] })).toBe(4);
    expect(sumOf(form, { a: 0, m: [0, 1] })).toBe(3);
  });

  it.each([
    ['one for many', {}, 1, 'invalid-type', 'answers.m'],
    ['an object', {}, { 0: 1 }, 'invalid-type', 'answers.m'],
    ['nothing chosen', {}, [], 'empty', 'answers.m'],
    ['too few', { minChoices: 2 }, [1], 'length-mismatch', 'answers.m'],
    ['too many', { maxChoices: 2 }, [0, 1, 2], 'too-long', 'answers.m'],
    ['one twice', {}, [1, 1], 'duplicate-id', 'answers.m[1]'],
    ['one twice, as −0', {}, [0, -0], 'duplicate-id', 'answers.m[1]'],
    ['an option too high', {}, [0, 3], 'out-of-range', 'answers.m[1]'],
    ['a negative option', {}, [-1], 'out-of-range', 'answers.m[0]'],
    ['half an option', {}, [0.5], 'invalid-type', 'answers.m[0]'],
    ['a text', {}, ['0'], 'invalid-type', 'answers.m[0]'],
    ['NaN', {}, [Number.NaN], 'not-finite', 'answers.m[0]'],
    ['a hole', {}, new Array(1), 'missing-value', 'answers.m[0]'],
    ['an exclusive one with others', { exclusive: [2] }, [2, 0], 'inconsistent', 'answers.m'],
    ['an exclusive one last', { exclusive: [2] }, [0, 2], 'inconsistent', 'answers.m'],
  ] as const)('refuses %s', (_, own, answer, code, path) => {
    expectRefusal(() => scoreOf(multiple(own), { a: 0, m: wrong(answer) }), code, path);
  });

  it('shows what it brought, as a part of its dimension’s highest sum', () => {
    const result = level(scoreOf(multiple({ weight: 2 }), { a: 0, m: [1, 2] }));
    // 2 · (2 + 4) = 12 of at most 2 · 7 = 14, and of 4 + 14 = 18 in the dimension.
    expect(result.contributions[1]).toEqual({
      item: 'm',
      dimension: 'capacity',
      points: 12,
      maximum: 14,
      share: 12 / 18,
    });
  });
});

describe('a numeric item', () => {
  it.each([
    [0, 1],
    [-0, 1],
    [17.999, 1],
    [18, 5],
    [65.4, 5],
    [65.5, 2],
    [100, 2],
  ])('gives %d its step’s points, the step’s beginning included', (value, points) => {
    expect(sumOf(numeric(), { a: 0, n: value })).toBe(points);
  });

  it.each([
    ['below the least', {}, -0.1, 'out-of-range'],
    ['above the most', {}, 100.1, 'out-of-range'],
    ['NaN', {}, Number.NaN, 'not-finite'],
    ['infinity', {}, Number.POSITIVE_INFINITY, 'not-finite'],
    ['a text', {}, '18', 'invalid-type'],
    ['a list', {}, [18], 'invalid-type'],
    ['a boolean', {}, true, 'invalid-type'],
  ] as const)('refuses %s', (_, own, answer, code) => {
    expectRefusal(() => scoreOf(numeric(own), { a: 0, n: wrong(answer) }), code, 'answers.n');
  });

  it('refuses a fraction where only whole numbers are answers', () => {
    const steps = [
      { from: 0, points: 1 },
      { from: 18, points: 5 },
    ];
    const form = numeric({ integer: true, steps });
    expectRefusal(() => scoreOf(form, { a: 0, n: 18.5 }), 'invalid-type', 'answers.n');
    expect(sumOf(form, { a: 0, n: 18 })).toBe(5);
  });

  it('takes negative numbers, and steps whose points fall', () => {
    const form = numeric({
      min: -10,
      steps: [
        { from: -10, points: 9 },
        { from: -0.5, points: -2 },
      ],
    });
    expect(sumOf(form, { a: 4, n: -0.6 })).toBe(13);
    expect(sumOf(form, { a: 4, n: -0.5 })).toBe(2);
  });
});

describe('a matrix', () => {
  it('adds up its rows, each with its weight', () => {
    // 1 + 2.5 · 3.
    expect(sumOf(matrix(), { a: 0, x: { shares: 1, funds: 2 } })).toBe(8.5);
    expect(sumOf(matrix({ weight: 2 }), { a: 0, x: { funds: 2, shares: 1 } })).toBe(17);
  });

  it.each([
    ['no row', {}],
    ['one row of two', { shares: 1 }],
    ['a row that is null', { shares: 1, funds: null }],
    ['a row that is undefined', { shares: undefined, funds: 1 }],
  ])('is a missing answer with %s: half an answer is none', (_, answer) => {
    const result = scoreOf(matrix(), { a: 0, x: wrong(answer) });
    expect(result).toMatchObject({ status: 'incomplete', missing: ['x'] });
  });

  it('brings its fewest points where half an answer is imputed', () => {
    const form = matrix({ points: [1, 2, 3] });
    const answers = { a: 0, x: { shares: 2 } };
    const result = level(scoreOf(form, answers, { missing: 'most-cautious' }));
    // 1 + 2.5 · 1: the row that was answered is not counted either.
    expect(result).toMatchObject({ overall: { score: 3.5 }, imputed: ['x'] });
  });

  it.each([
    ['a number', 1, 'invalid-type', 'answers.x'],
    ['a list', [1, 2], 'invalid-type', 'answers.x'],
    ['a row of another item', { shares: 1, bonds: 1 }, 'unknown-id', 'answers.x.bonds'],
    ['an option too high', { shares: 3, funds: 0 }, 'out-of-range', 'answers.x.shares'],
    ['an option too high in half an answer', { funds: 3 }, 'out-of-range', 'answers.x.funds'],
    ['a text', { shares: '1', funds: 0 }, 'invalid-type', 'answers.x.shares'],
    ['half an option', { shares: 0.5, funds: 0 }, 'invalid-type', 'answers.x.shares'],
  ] as const)('refuses %s', (_, answer, code, path) => {
    expectRefusal(() => scoreOf(matrix(), { a: 0, x: wrong(answer) }), code, path);
  });

  it('is not disturbed by rows with the names of object members', () => {
    const form = matrix({ rows: [{ id: '__proto__' }, { id: 'constructor' }] });
    const half = JSON.parse('{"constructor":1}');
    expect(scoreOf(form, { a: 0, x: half })).toMatchObject({ missing: ['x'] });
    const whole = JSON.parse('{"__proto__":2,"constructor":1}');
    expect(sumOf(form, { a: 0, x: whole })).toBe(4);
  });
});

describe('an unscored item', () => {
  const unscored = (own: object = {}) =>
    smallForm({
      items: [CHOICE, wrong({ id: 'u', factor: 'any', dimension: null, points: [7, 9], ...own })],
    });

  it('brings nothing, with a weight or without, and is no contribution', () => {
    for (const own of [{}, { weight: 3 }]) {
      const result = level(scoreOf(unscored(own), { a: 2, u: 1 }));
      expect(result.overall.score).toBe(2);
      expect(result.contributions.map(({ item }) => item)).toEqual(['a']);
    }
  });

  it('may be left open, unless it is mandatory', () => {
    expect(sumOf(unscored(), { a: 2 })).toBe(2);
    const asked = { ...unscored(), mandatory: ['u'] };
    expect(scoreOf(asked, { a: 2 })).toMatchObject({
      status: 'incomplete',
      missing: ['u'],
      reasons: [{ code: 'questionnaire.answer-missing', severity: 'block' }],
    });
  });

  it('is checked all the same', () => {
    expectRefusal(() => scoreOf(unscored(), { a: 2, u: 2 }), 'out-of-range', 'answers.u');
  });

  it('changes nothing by another answer', () => {
    const changes = level(scoreOf(unscored(), { a: 2, u: 1 })).singleAnswerChanges;
    expect(changes.map(({ item }) => item)).not.toContain('u');
    expect(changes).toHaveLength(4);
  });
});

describe('a single choice', () => {
  it.each([
    ['two answers', [1, 2], 'invalid-type'],
    ['an answer by row', { a: 1 }, 'invalid-type'],
    ['a boolean', true, 'invalid-type'],
    ['an option too high', 5, 'out-of-range'],
  ] as const)('refuses %s', (_, answer, code) => {
    expectRefusal(() => scoreOf(smallForm(), { a: wrong(answer) }), code, 'answers.a');
  });

  it('is not answered by what an object inherits', () => {
    const inherited = Object.create({ a: 3 });
    expect(scoreOf(smallForm(), inherited)).toMatchObject({ status: 'incomplete', missing: ['a'] });
  });

  it('takes decimal and negative points', () => {
    const form = smallForm({ items: [{ ...CHOICE, weight: 3, points: [-0.1, 0.7] }] as never });
    expect(sumOf({ ...form, bands: [{ from: -9, level: 'C1' }] }, { a: 0 })).toBe(-0.3);
    expect(sumOf({ ...form, bands: [{ from: -9, level: 'C1' }] }, { a: 1 })).toBe(2.1);
  });
});
