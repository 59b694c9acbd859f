import { describe, expect, it } from 'vitest';
import {
  compileQuestionnaire,
  type QuestionnaireDefinition,
  scoreQuestionnaire,
} from '../../src/questionnaire/index.js';
import {
  answers,
  definition,
  expectRefusal,
  level,
  pointsOf,
  score,
  scorer,
  wrong,
} from './support.js';

const asOf = '2026-03-02';

function form(change: Partial<QuestionnaireDefinition>): QuestionnaireDefinition {
  return {
    id: 'small',
    validMonths: 12,
    bands: [
      { from: 0, level: 'C1' },
      { from: 60, level: 'C4' },
    ],
    overallWeights: { capacity: 1 },
    mandatory: [],
    items: [
      { id: 'a', factor: 'a', dimension: 'capacity', weight: 1, points: [0, 3, 5] },
      { id: 'b', factor: 'b', dimension: 'capacity', weight: 1, points: [0, 3, 5] },
    ],
    ...change,
  };
}

describe('scoring', () => {
  it('puts a score on a band’s edge into the upper band', () => {
    const compiled = compileQuestionnaire(form({}));
    // (3 + 3) of 10 is 60.
    const result = score({ a: 1, b: 1 }, compiled);
    expect(result.overall).toMatchObject({ score: 60, level: 'C4', distanceToNextBand: null });
    expect(result.overall.nextLevel).toBeNull();
  });

  it('does not lose a score of exactly the edge to binary floating-point', () => {
    // 0.1 + 0.2 + 0.3 of 1 is 60 by arithmetic; three tenths sum to 0.6000000000000001 in doubles,
    // and 0.7 · 60 + 0.1 · 60 + 0.2 · 60 to 59.99999999999999 or 60 by the order of the terms.
    const points = { weight: 1, points: [0.6, 1] } as const;
    const compiled = compileQuestionnaire(
      form({
        overallWeights: { x: 0.7, y: 0.1, z: 0.2 },
        items: ['x', 'y', 'z'].map((id) => ({ id, factor: id, dimension: id, ...points })),
      }),
    );
    const result = score({ x: 0, y: 0, z: 0 }, compiled);
    expect(result.overall.score).toBe(60);
    expect(result.level).toBe('C4');
  });

  it('reaches every level of the sample bands and none beyond', () => {
    const least = Object.fromEntries(
      definition.items.map((item) => [
        item.id,
        pointsOf(item).indexOf(Math.min(...pointsOf(item))),
      ]),
    );
    const most = Object.fromEntries(
      definition.items.map((item) => [
        item.id,
        pointsOf(item).indexOf(Math.max(...pointsOf(item))),
      ]),
    );
    expect(score(least).level).toBe('C1');
    expect(score(most)).toMatchObject({ level: 'C5', overall: { score: 100 } });
  });

  it('never lets knowledge raise or cap the level', () => {
    const ignorant = score({ ...answers, Q03: 0, Q10: 4, Q11: 0, Q12: 0 });
    // Capacity 71, tolerance 73, knowledge 0: overall 28.4 + 29.2 = 57.6 holds the level, the C1 of
    // knowledge does not.
    expect(ignorant.dimensions.knowledge).toMatchObject({
      score: 0,
      level: 'C1',
      capsLevel: false,
    });
    expect(ignorant).toMatchObject({ level: 'C3', determinedBy: ['overall'] });
    const expert = score({ ...answers, Q11: 3, Q12: 3 });
    expect(expert.level).toBe('C3');
  });

  it('lets the definition say which dimensions cap the level', () => {
    const uncapped = compileQuestionnaire({ ...definition, levelDimensions: ['capacity'] });
    expect(score(answers, uncapped).level).toBe('C4');
    expect(score(answers, uncapped).dimensions.tolerance?.capsLevel).toBe(false);
    const compiled = compileQuestionnaire({
      ...definition,
      levelDimensions: ['capacity', 'tolerance', 'knowledge'],
    });
    const result = score({ ...answers, Q10: 4, Q11: 0, Q12: 0 }, compiled);
    expect(result).toMatchObject({ level: 'C1', determinedBy: ['knowledge'] });
    expect(result.reasons[0]?.code).toBe('questionnaire.held-by-dimension');
  });

  it('gives no reason where nothing holds the weighted level down', () => {
    const result = score({ ...answers, Q10: 3 });
    expect(result.determinedBy).toEqual(['overall', 'capacity', 'tolerance']);
    expect(result.reasons).toEqual([]);
  });

  it('is not disturbed by items and dimensions with the names of object members', () => {
    const compiled = compileQuestionnaire(
      form({
        overallWeights: JSON.parse('{"__proto__":0.5,"constructor":0.5}'),
        items: [
          { id: 'toString', factor: 'a', dimension: '__proto__', weight: 1, points: [0, 1] },
          { id: '__proto__', factor: 'b', dimension: 'constructor', weight: 1, points: [0, 1] },
        ],
      }),
    );
    const given = JSON.parse('{"toString":1,"__proto__":1}');
    expect(score(given, compiled).level).toBe('C4');
    const none = scoreQuestionnaire(compiled, {}, { asOf });
    expect(none).toMatchObject({ missing: ['toString', '__proto__'] });
  });
});

describe('an answer that the form does not know', () => {
  it.each([
    ['an unknown item', { ...answers, Q99: 1 }, 'unknown-id', 'answers.Q99'],
    ['an unknown item among missing ones', { Q99: 1 }, 'unknown-id', 'answers.Q99'],
    ['an option too high', { ...answers, Q10: 5 }, 'out-of-range', 'answers.Q10'],
    ['a negative option', { ...answers, Q10: -1 }, 'out-of-range', 'answers.Q10'],
    ['a fraction', { ...answers, Q10: 1.5 }, 'invalid-type', 'answers.Q10'],
    ['a text', { ...answers, Q10: '2' }, 'invalid-type', 'answers.Q10'],
    ['two answers to one item', { ...answers, Q10: [1, 2] }, 'invalid-type', 'answers.Q10'],
    ['NaN', { ...answers, Q10: Number.NaN }, 'not-finite', 'answers.Q10'],
    ['infinity', { ...answers, Q10: Number.POSITIVE_INFINITY }, 'not-finite', 'answers.Q10'],
    ['no answers at all', null, 'missing-value', 'answers'],
    ['a list', [1, 2], 'invalid-type', 'answers'],
  ] as const)('is refused: %s', (_, given, code, path) => {
    expectRefusal(() => scoreQuestionnaire(scorer, wrong(given), { asOf }), code, path);
  });

  it('reads negative zero as the first option', () => {
    expect(score({ ...answers, Q01: -0 })).toEqual(score({ ...answers, Q01: 0 }));
  });
});

describe('wrong options of scoring', () => {
  it.each([
    ['no date', {}, 'missing-value', 'options.asOf'],
    ['a date that does not exist', { asOf: '2026-02-29' }, 'invalid-date', 'options.asOf'],
    ['an unknown policy', { asOf, missing: 'zero' }, 'unknown-value', 'options.missing'],
    ['no options', undefined, 'missing-value', 'options'],
  ] as const)('are refused: %s', (_, options, code, path) => {
    expectRefusal(() => scoreQuestionnaire(scorer, answers, wrong(options)), code, path);
  });

  it('are refused when the scorer was not compiled', () => {
    expectRefusal(
      () => scoreQuestionnaire(wrong(definition), answers, { asOf }),
      'invalid-type',
      'scorer',
    );
  });

  it('leave the validity to the definition', () => {
    const yearly = level(scoreQuestionnaire(scorer, answers, { asOf: '2024-02-29' }));
    expect(yearly.validThrough).toBe('2025-02-28');
  });
});

describe('a scorer that is damaged', () => {
  it.each([{}, { ...scorer, plan: {} }, { ...scorer, plan: null }, { plan: scorer.plan }])(
    'is refused: %#',
    (damaged) => {
      const call = () => scoreQuestionnaire(wrong(damaged), answers, { asOf });
      expectRefusal(call, 'invalid-type', 'scorer');
    },
  );
});
