import { describe, expect, it } from 'vitest';
import {
  compileQuestionnaire,
  itemPoints,
  type QuestionnaireDefinition,
} from '../../../src/questionnaire/index.js';
import { answers, expectRefusal, scorer, wrong } from '../support.js';

const form: QuestionnaireDefinition = {
  id: 'points',
  validMonths: 12,
  mandatory: [],
  scale: 'points',
  bands: [{ from: -10, level: 'C1' }],
  items: [
    { id: 'owns', factor: 'experience', dimension: 'tolerance', weight: 0.5, points: [-3, 5] },
    {
      id: 'which',
      factor: 'experience',
      dimension: 'tolerance',
      weight: 2,
      points: [1, 2],
      showIf: { left: { answer: 'owns' }, is: '=', right: 1 },
      hiddenPoints: -1,
    },
    { id: 'note', factor: 'other', dimension: null, points: [0, 0] },
  ],
  // Whoever owns nothing is not scored at all: points are there all the same.
  knockOuts: [
    { id: 'none', when: { left: { answer: 'owns' }, is: '=', right: 0 }, outcome: 'stop' },
  ],
};

describe('the points of a form’s items', () => {
  it('are weight × points, without any rule and without what is not scored', () => {
    const compiled = compileQuestionnaire(form);
    expect(itemPoints(compiled, { owns: 1, which: 1, note: 1 })).toEqual({ owns: 2.5, which: 4 });
    expect(itemPoints(compiled, { owns: 0 })).toEqual({ owns: -1.5, which: -2 });
    expect(itemPoints(compiled, {})).toEqual({ owns: null, which: null });
  });

  it('sum up to the raw scores of the sample client', () => {
    // Capacity 65 and tolerance 58 of 100 points each, knowledge 60 % of 50.
    const points = itemPoints(scorer, answers);
    const sum = (...ids: readonly string[]) => ids.reduce((total, id) => total + points[id]!, 0);
    expect(sum('Q01', 'Q02', 'Q03', 'Q04', 'Q05')).toBe(65);
    expect(sum('Q06', 'Q07', 'Q08', 'Q09', 'Q10')).toBe(58);
    expect(sum('Q11', 'Q12')).toBe(30);
    expect(Object.isFrozen(points)).toBe(true);
  });

  it('are refused for answers that do not fit', () => {
    expectRefusal(() => itemPoints(scorer, { Q99: 1 }), 'unknown-id', 'answers.Q99');
    expectRefusal(() => itemPoints(wrong({}), answers), 'invalid-type', 'scorer');
  });
});
