import { describe, expect, it } from 'vitest';
import {
  compileQuestionnaire,
  enumerateLevels,
  type QuestionnaireDefinition,
} from '../../../src/questionnaire/index.js';
import { CHOICE, smallForm } from '../scoring/small-form.js';
import { definition, expectRefusal, isDeeplyFrozen, wrong } from '../support.js';

const shownIf = (answer: string, right: number) => ({
  showIf: { left: { answer }, is: '=', right },
});
const formOf = (items: readonly object[], rules: object = {}): QuestionnaireDefinition =>
  smallForm({ items: wrong(items.map((item) => ({ ...CHOICE, ...item }))), ...rules });

describe('counting levels', () => {
  it('counts each option of a single choice', () => {
    const found = enumerateLevels(smallForm());
    expect(found).toMatchObject({ completions: '5', lowest: 'C1', highest: 'C5' });
    expect(Object.values(found.levels)).toEqual(Array(5).fill({ completions: '1', share: 0.2 }));
  });

  it('counts each step of a number, each allowed set of options and each filling of a matrix', () => {
    const items = [
      {},
      {
        id: 'n',
        kind: 'numeric',
        min: 0,
        max: 9,
        steps: [
          { from: 0, points: 0 },
          { from: 5, points: 1 },
        ],
      },
      // One of three, two of three, or the fourth alone.
      { id: 'm', kind: 'multiple', points: [1, 2, 3, 0], maxChoices: 2, exclusive: [3] },
      { id: 'x', kind: 'matrix', points: [0, 1, 2], rows: [{ id: 'r' }, { id: 's' }] },
    ];
    expect(enumerateLevels(formOf(items)).completions).toBe(`${5 * 2 * 7 * 9}`);
  });

  it('counts unscored items as ways to fill the form in', () => {
    const found = enumerateLevels(formOf([{}, { id: 'u', dimension: null, points: [0, 0, 0] }]));
    expect(found.completions).toBe('15');
    expect(found.levels.C3).toEqual({ completions: '3', share: 0.2 });
  });

  it('counts an item that is not shown as one way', () => {
    // b is asked of one in five: 4 + 1 · 5.
    const items = [{}, { id: 'b', ...shownIf('a', 4) }];
    expect(enumerateLevels(formOf(items)).completions).toBe('9');
    // c is asked of one in five of those.
    const chain = [...items, { id: 'c', ...shownIf('b', 0) }];
    expect(enumerateLevels(formOf(chain)).completions).toBe('13');
  });

  it('is frozen, survives JSON and leaves its arguments alone', () => {
    const fixed = Object.freeze({ Q10: 2 });
    const found = enumerateLevels(compileQuestionnaire(definition).definition, fixed);
    expect(isDeeplyFrozen(found)).toBe(true);
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });

  it('leaves out rules on the way of answering, and names them', () => {
    const when = { left: { measure: 'same-option-share' }, is: '=', right: 1 };
    const form = formOf([{}], {
      controls: [
        { id: 'straight', when, severity: 'block' },
        { id: 'never', when: { left: 1, is: '=', right: 2 }, severity: 'block' },
      ],
    });
    expect(enumerateLevels(form)).toMatchObject({
      leftOut: ['straight'],
      stopped: { completions: '0' },
    });
  });

  it('gives no lowest and highest where every completion is stopped', () => {
    const when = { left: 1, is: '=', right: 1 };
    const form = formOf([{}], { knockOuts: [{ id: 'k', when, outcome: 'stop' }] });
    expect(enumerateLevels(form)).toMatchObject({
      stopped: { completions: '5', share: 1 },
      lowest: null,
      highest: null,
    });
  });
});

describe('answers that are fixed', () => {
  const form = formOf([
    {},
    { id: 'b', ...shownIf('a', 4) },
    { id: 'x', kind: 'matrix', rows: [{ id: 'r' }, { id: 's' }] },
  ]);

  it('leave the others open', () => {
    expect(enumerateLevels(form, { x: { r: 0, s: 0 } }).completions).toBe('9');
    expect(enumerateLevels(form, { a: 3 }).completions).toBe('25');
    expect(enumerateLevels(form, { a: 4, b: null }).completions).toBe('125');
  });

  it('let an item with one of them be shown', () => {
    // With an answer to b, a must be 4.
    expect(enumerateLevels(form, { b: 1, x: { r: 0, s: 0 } }).completions).toBe('1');
  });

  it('leave nothing where they hide each other', () => {
    expect(enumerateLevels(form, { a: 3, b: 1 })).toMatchObject({
      completions: '0',
      levels: { C1: { completions: '0', share: 0 } },
      lowest: null,
    });
  });

  it.each([
    ['an item of another form', { z: 1 }, 'unknown-id', 'answers.z'],
    ['an option too high', { a: 5 }, 'out-of-range', 'answers.a'],
    ['half an answer', { x: { r: 0 } }, 'missing-value', 'answers.x'],
    ['a list', [1], 'invalid-type', 'answers'],
    ['null', null, 'missing-value', 'answers'],
  ] as const)('are refused: %s', (_, fixed, code, path) => {
    expectRefusal(() => enumerateLevels(form, wrong(fixed)), code, path);
  });

  it('come with facts, which are checked', () => {
    const facts = { age: Number.NaN };
    expectRefusal(() => enumerateLevels(form, {}, { facts }), 'not-finite', 'options.facts.age');
    expectRefusal(() => enumerateLevels(form, {}, wrong(null)), 'missing-value', 'options');
  });
});

describe('a form that is too large to count', () => {
  const reads = (left: object) => ({
    ceilings: [{ id: 'e', when: { left, is: '=', right: 1 }, level: 'C1' }],
  });
  const tooLong = (form: QuestionnaireDefinition): void =>
    expectRefusal(() => enumerateLevels(form), 'too-long', 'definition.items');

  it('is refused for rules that read too many answers', () => {
    const items = Array.from({ length: 9 }, (_, n) => ({ id: `q${n}` }));
    const all = items.map(({ id }) => ({ left: { answer: id }, is: '=', right: 1 }));
    const ceilings = (n: number) => [{ id: 'e', when: { all: all.slice(0, n) }, level: 'C1' }];
    // 5^9 is about two million, 5^6 fifteen thousand.
    tooLong(formOf(items, { ceilings: ceilings(9) }));
    expect(enumerateLevels(formOf(items, { ceilings: ceilings(6) })).completions).toBe(`${5 ** 9}`);
  });

  it('is refused for a rule that reads one item of too many answers', () => {
    const rows = Array.from({ length: 8 }, (_, n) => ({ id: `r${n}` }));
    const matrix = { id: 'x', kind: 'matrix', rows };
    tooLong(formOf([{}, matrix], reads({ answer: 'x', row: 'r0' })));
    const points = Array.from({ length: 17 }, (_, n) => n);
    const multiple = { id: 'm', kind: 'multiple', points };
    const includes = { left: { answer: 'm' }, is: 'includes', right: 1 };
    const ceilings = [{ id: 'e', when: includes, level: 'C1' }];
    tooLong(formOf([{}, multiple], { ceilings }));
    // Unread, they are counted by their sums.
    expect(enumerateLevels(formOf([{}, matrix])).completions).toBe(`${5 ** 9}`);
    expect(enumerateLevels(formOf([{}, multiple])).completions).toBe(`${5 * (2 ** 17 - 1)}`);
  });

  it('is refused for rules that read scores of too many sums', () => {
    const wide = (dimension: string) =>
      Array.from({ length: 11 }, (_, n) => ({
        id: `${dimension}${n}`,
        dimension,
        points: [0, 2 ** n],
      }));
    const items = [...wide('capacity'), ...wide('tolerance')];
    // 2048 sums in each of two dimensions.
    tooLong(formOf(items, reads({ score: 'capacity' })));
    expect(enumerateLevels(formOf(items)).completions).toBe(`${2 ** 22}`);
  });

  it('is refused for points without a common unit', () => {
    const items = Array.from({ length: 21 }, (_, n) => ({
      id: `q${n}`,
      points: [0, Math.sqrt(n + 2)],
    }));
    tooLong(formOf([{}, ...items]));
  });
});
