import { describe, expect, it } from 'vitest';
import {
  compileQuestionnaire,
  type QuestionnaireDefinition,
} from '../../../src/questionnaire/index.js';
import { expectRefusal, level, wrong } from '../support.js';
import { asOf, CHOICE, scoreOf, smallForm, sumOf } from './small-form.js';

const item = (id: string, own: object = {}) => ({ ...CHOICE, id, points: [1, 2, 3], ...own });
const shownIf = (answer: string, right: number, is = '=') => ({
  showIf: { left: { answer }, is, right },
});
const formOf = (...items: object[]): QuestionnaireDefinition => smallForm({ items: wrong(items) });

// b is asked of those who chose option 1 of a, and c of those who chose option 2 of b.
const chain = formOf(item('a'), item('b', shownIf('a', 1)), item('c', shownIf('b', 2)));

describe('an item that is not shown', () => {
  it('brings the fewest points it can bring', () => {
    const result = level(scoreOf(chain, { a: 0 }));
    // 1 + 1 + 1.
    expect(result).toMatchObject({ overall: { score: 3 }, hidden: ['b', 'c'], imputed: [] });
    expect(result.contributions.map(({ points }) => points)).toEqual([1, 1, 1]);
  });

  it('brings the points that stand for it, where the form has some', () => {
    const form = formOf(item('a'), item('b', { ...shownIf('a', 1), hiddenPoints: 2.5, weight: 2 }));
    expect(sumOf(form, { a: 0 })).toBe(6);
    expect(sumOf(form, { a: 1, b: 0 })).toBe(4);
  });

  it('is no missing answer, even where it is mandatory', () => {
    expect(scoreOf({ ...chain, mandatory: ['b', 'c'] }, { a: 2 }).status).toBe('scored');
    expect(scoreOf(chain, { a: 1 })).toMatchObject({ status: 'incomplete', missing: ['b', 'c'] });
  });

  it('hides what is asked only after an answer to it', () => {
    expect(level(scoreOf(chain, { a: 2 })).hidden).toEqual(['b', 'c']);
    expect(level(scoreOf(chain, { a: 1, b: 0 })).hidden).toEqual(['c']);
    expect(level(scoreOf(chain, { a: 1, b: 2, c: 0 })).hidden).toEqual([]);
  });

  it('may not be answered', () => {
    expectRefusal(() => scoreOf(chain, { a: 0, b: 1 }), 'inconsistent', 'answers.b');
    expectRefusal(() => scoreOf(chain, { a: 1, b: 1, c: 1 }), 'inconsistent', 'answers.c');
    expectRefusal(
      () => scoreOf(chain, { a: 0, b: 1 }, { missing: 'most-cautious' }),
      'inconsistent',
      'answers.b',
    );
    expect(level(scoreOf(chain, { a: 0, b: null })).hidden).toEqual(['b', 'c']);
  });

  it('fits no comparison, not even that its answer is another one', () => {
    const other = formOf(item('a'), item('b', shownIf('a', 1)), item('c', shownIf('b', 2, '!=')));
    expect(level(scoreOf(other, { a: 0 })).hidden).toEqual(['b', 'c']);
    const not = { showIf: { not: { left: { answer: 'b' }, is: '=', right: 2 } } };
    const negated = formOf(item('a'), item('b', shownIf('a', 1)), item('c', not));
    expect(scoreOf(negated, { a: 0 })).toMatchObject({ status: 'incomplete', missing: ['c'] });
  });

  it('leaves no rule open that reads it', () => {
    const form: QuestionnaireDefinition = {
      ...chain,
      knockOuts: [{ id: 'k', when: { left: { answer: 'b' }, is: '=', right: 0 }, outcome: 'stop' }],
    };
    expect(scoreOf(form, { a: 0 })).toMatchObject({ status: 'scored', findings: [] });
    expect(scoreOf(form, { a: 1, b: 0 }).status).toBe('stopped');
  });

  it('can be read by the points that stand for it', () => {
    const form: QuestionnaireDefinition = {
      ...formOf(item('a'), item('b', { ...shownIf('a', 1), hiddenPoints: 2.5 })),
      ceilings: [{ id: 'e', when: { left: { points: 'b' }, is: '=', right: 2.5 }, level: 'C1' }],
    };
    expect(level(scoreOf(form, { a: 2 })).level).toBe('C1');
  });
});

describe('an item of which it is not known whether it is shown', () => {
  const form = formOf(item('a'), item('b', { ...shownIf('a', 1), hiddenPoints: 0.5 }));

  it('is asked for', () => {
    expect(scoreOf(form, {})).toMatchObject({ status: 'incomplete', missing: ['a', 'b'] });
  });

  it('is imputed as shown or not, whichever brings fewer points', () => {
    const result = level(scoreOf(form, {}, { missing: 'most-cautious' }));
    expect(result).toMatchObject({
      overall: { score: 1.5 },
      imputed: ['a', 'b'],
      hidden: [],
    });
  });

  it('counts with the answer that it has', () => {
    const result = level(scoreOf(form, { b: 2 }, { missing: 'most-cautious' }));
    expect(result).toMatchObject({ overall: { score: 4 }, imputed: ['a'] });
  });
});

describe('a condition for showing', () => {
  it.each([
    [
      'several choices',
      { kind: 'multiple', points: [1, 2, 3] },
      { left: { answer: 'a' }, is: 'includes', right: 1 },
      [0, 1],
      [0],
    ],
    [
      'a number',
      { kind: 'numeric', points: undefined, min: 0, max: 9, steps: [{ from: 0, points: 1 }] },
      { left: { answer: 'a' }, is: '>=', right: 5 },
      5,
      4.9,
    ],
    [
      'a row',
      { kind: 'matrix', rows: [{ id: 'r' }, { id: 's' }] },
      { left: { answer: 'a', row: 's' }, is: '>', right: 0 },
      { r: 0, s: 1 },
      { r: 1, s: 0 },
    ],
    ['points', { weight: 2 }, { left: { points: 'a' }, is: '>=', right: 4 }, 1, 0],
    ['one of several options', {}, { left: { answer: 'a' }, is: 'in', right: [0, 2] }, 2, 1],
  ])('reads %s', (_, own, showIf, shows, hides) => {
    const form = formOf(item('a', own), item('b', { showIf }));
    expect(level(scoreOf(form, { a: wrong(shows), b: 0 })).hidden).toEqual([]);
    expect(level(scoreOf(form, { a: wrong(hides) })).hidden).toEqual(['b']);
  });

  it('reads unscored items, too', () => {
    const shown = { ...shownIf('u', 1), weight: 2 };
    const form = formOf(item('u', { dimension: null }), item('b', shown));
    expect(level(scoreOf(form, { u: 0 })).hidden).toEqual(['b']);
    expect(scoreOf(form, {})).toMatchObject({ missing: ['b'] });
  });

  it('may not look down the form, at itself, or at anything but answers', () => {
    const refused = (showIf: object, path: string, code: 'unknown-id' | 'unknown-value') =>
      expectRefusal(
        () => compileQuestionnaire(formOf(item('a', { showIf }), item('b'))),
        code,
        `definition.items[0].showIf.${path}`,
      );
    refused({ left: { answer: 'b' }, is: '=', right: 1 }, 'left.answer', 'unknown-id');
    refused({ left: { answer: 'a' }, is: '=', right: 1 }, 'left.answer', 'unknown-id');
    refused({ left: { score: 'overall' }, is: '=', right: 1 }, 'left.score', 'unknown-id');
    refused({ left: { band: 'level' }, is: '=', right: 1 }, 'left.band', 'unknown-id');
    refused({ left: { fact: 'age' }, is: '=', right: 1 }, 'left', 'unknown-value');
    refused({ left: { measure: 'same-option-share' }, is: '=', right: 1 }, 'left', 'unknown-value');
  });

  it('leaves the day of the assessment and the validity as they are', () => {
    expect(scoreOf(chain, { a: 0 })).toMatchObject({
      assessedOn: asOf,
      validThrough: '2027-03-02',
    });
  });
});
