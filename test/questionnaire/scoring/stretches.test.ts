import { describe, expect, it } from 'vitest';
import {
  type Condition,
  compileQuestionnaire,
  enumerateLevels,
  lintQuestionnaire,
  type QuestionnaireDefinition,
  scoreQuestionnaire,
} from '../../../src/questionnaire/index.js';
import { expectRefusal, level } from '../support.js';

const asOf = '2026-03-02';

/** Years of experience: 10 points from the first year on. */
const form = (when: Condition, integer = false): QuestionnaireDefinition => ({
  id: 'years',
  validMonths: 12,
  mandatory: [],
  bands: [
    { from: 0, level: 'C1' },
    { from: 50, level: 'C4' },
  ],
  overallWeights: { knowledge: 1 },
  items: [
    {
      id: 'years',
      factor: 'experience',
      dimension: 'knowledge',
      weight: 1,
      kind: 'numeric',
      min: 0,
      max: 50,
      integer,
      steps: [
        { from: 0, points: 0 },
        { from: 1, points: 10 },
      ],
    },
  ],
  ceilings: [{ id: 'new', when, level: 'C2' }],
});

const counts = (when: Condition, integer?: boolean) => {
  const { levels, completions } = enumerateLevels(form(when, integer));
  return [completions, levels.C1.completions, levels.C2.completions, levels.C4.completions];
};

describe('a rule that reads a number inside a step', () => {
  it('cuts the step there', () => {
    const fewYears: Condition = { left: { answer: 'years' }, is: '<', right: 2 };
    // [0, 1) is C1, [1, 2) is held at C2, [2, 50] is C4.
    expect(counts(fewYears)).toEqual(['3', '1', '1', '1']);
    expect(
      lintQuestionnaire(form(fewYears)).findings.map(({ reason }) => reason.code),
    ).not.toContain('questionnaire.lint-level-unreachable');
    const result = scoreQuestionnaire(
      compileQuestionnaire(form(fewYears)),
      { years: 40 },
      { asOf },
    );
    expect(level(result).singleAnswerChanges).toEqual([
      { item: 'years', option: 0, value: 0, level: 'C1' },
      { item: 'years', option: 1, value: 1, level: 'C2' },
    ]);
  });

  it.each([
    // [0, 1), [1, 2], (2, 50]
    ['<=', 2, false, ['3', '1', '1', '1']],
    // [0, 1), [1, 2), {2}, (2, 50]
    ['=', 2, false, ['4', '1', '1', '2']],
    // 0, 1 to 2, 3 to 50; read from the right
    ['<=', 2, true, ['3', '1', '1', '1']],
    // 0, 1, 2, 3 to 50
    ['=', 2, true, ['4', '1', '1', '2']],
    // No whole number is 2.5, and none lies below 0 or above 50.
    ['=', 2.5, true, ['2', '1', '0', '1']],
    ['<', -1, true, ['2', '1', '0', '1']],
    ['>', 50, false, ['2', '1', '0', '1']],
  ] as const)(
    'is counted exactly: %s %d, whole numbers only: %s',
    (is, right, integer, expected) => {
      expect(counts({ left: { answer: 'years' }, is, right }, integer)).toEqual(expected);
    },
  );

  it('may have the number on its left, or several', () => {
    expect(counts({ left: 2, is: '>=', right: { answer: 'years' } })).toEqual(['3', '1', '1', '1']);
    expect(counts({ left: { answer: 'years' }, is: 'in', right: [5, 7] }, true)).toEqual([
      // 0, 1 to 4, 5, 6, 7, 8 to 50
      '6',
      '1',
      '2',
      '3',
    ]);
  });

  it('that reckons with it takes every whole number, and is refused where there are too many', () => {
    const half: Condition = {
      left: { times: [{ answer: 'years' }, 2] },
      is: '<',
      right: { plus: [{ answer: 'years' }, 3] },
    };
    // 2y < y + 3 for 0, 1 and 2, of which 1 and 2 would be C4 without it.
    expect(counts(half, true)).toEqual(['51', '1', '2', '48']);
    expectRefusal(() => enumerateLevels(form(half)), 'too-long', 'definition.items');
    expect(lintQuestionnaire(form(half)).distribution).toBeNull();
  });
});
