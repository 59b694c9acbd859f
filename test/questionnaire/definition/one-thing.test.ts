import { describe, expect, it } from 'vitest';
import {
  compileQuestionnaire,
  enumerateLevels,
  euCoherenceControls,
  lintQuestionnaire,
  scoreQuestionnaire,
} from '../../../src/questionnaire/index.js';
import { answers, definition, expectRefusal, scorer, wrong } from '../support.js';

const withWhen = (when: unknown) =>
  wrong({ ...definition, ceilings: [{ id: 'c', when, level: 'C1' }] });

describe('a condition that says two things at once, or never ends', () => {
  const circle: { minus: unknown[] } = { minus: [1, 1] };
  circle.minus[0] = circle;
  const age = { left: { fact: 'age' }, is: '>', right: 65 };

  it.each([
    ['all and any', { all: [age], any: [age] }, 'inconsistent', 'definition.ceilings[0].when'],
    [
      'a part and a comparison',
      { not: age, ...age },
      'inconsistent',
      'definition.ceilings[0].when',
    ],
    [
      'two operands',
      { ...age, left: { fact: 'age', answer: 'Q01' } },
      'inconsistent',
      'definition.ceilings[0].when.left',
    ],
    [
      'a row of a single choice',
      { left: { answer: 'Q01', row: 'a' }, is: '=', right: 1 },
      'inconsistent',
      'definition.ceilings[0].when.left.row',
    ],
    [
      'a text that is no date, in an order',
      { left: { fact: 'birth' }, is: '<', right: '2020-02-30' },
      'invalid-date',
      'definition.ceilings[0].when.right',
    ],
    [
      'a looked-up text that is no date, in an order',
      {
        left: { lookup: ['2020-01-01', 'later', 'x', 'y', 'z'], by: { answer: 'Q01' } },
        is: '<',
        right: '2020-01-01',
      },
      'invalid-date',
      'definition.ceilings[0].when.left',
    ],
  ])('is refused: %s', (_, when, code, path) => {
    expectRefusal(() => compileQuestionnaire(withWhen(when)), code as never, path);
  });

  it('is refused where an operand contains itself', () => {
    const form = withWhen({ left: circle, is: '<', right: 1 });
    for (const act of [compileQuestionnaire, enumerateLevels]) {
      expect(() => act(form)).toThrowError(expect.objectContaining({ code: 'too-long' }));
    }
    expect(lintQuestionnaire(form).status).toBe('errors');
  });
});

describe('a text in several languages', () => {
  it('is refused where one of them is no text, and keeps only the library’s', () => {
    const rule = { id: 'c', when: { left: { fact: 'age' }, is: '>', right: 65 }, level: 'C1' };
    const compile = (text: unknown) =>
      compileQuestionnaire(wrong({ ...definition, ceilings: [{ ...rule, text }] }));
    const path = 'definition.ceilings[0].text.en';
    expectRefusal(() => compile({ en: Number.NaN }), 'invalid-type', path);
    expectRefusal(() => compile({ en: () => 'x' }), 'invalid-type', path);
    expect(compile({ en: 'old', ja: 1 }).definition.ceilings![0]!.text).toEqual({ en: 'old' });
  });
});

describe('what cannot be', () => {
  it('is refused: more choices than can be taken together, an option alone twice', () => {
    const item = { id: 'm', factor: 'x', dimension: 'tolerance', weight: 1, kind: 'multiple' };
    const compile = (change: object) =>
      compileQuestionnaire(
        wrong({
          ...definition,
          items: [...definition.items, { ...item, points: [0, 1, 2], ...change }],
        }),
      );
    const path = 'definition.items[12]';
    expectRefusal(
      () => compile({ exclusive: [0], minChoices: 3 }),
      'out-of-range',
      `${path}.minChoices`,
    );
    expectRefusal(() => compile({ exclusive: [0, 0] }), 'duplicate-id', `${path}.exclusive[1]`);
  });

  it('is refused with the caller’s path: a day beyond the calendar, a name that no control reads', () => {
    const act = () => scoreQuestionnaire(scorer, answers, { asOf: '9999-06-01' });
    expectRefusal(act, 'out-of-range', 'options.asOf');
    expectRefusal(() => euCoherenceControls(wrong({ foo: 1 })), 'unknown-id', 'names.foo');
  });
});
