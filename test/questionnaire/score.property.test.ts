import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Answers,
  compareLevels,
  compileQuestionnaire,
  type QuestionnaireDefinition,
  RISK_LEVELS,
  scoreQuestionnaire,
} from '../../src/questionnaire/index.js';
import { level, pointsOf, score } from './support.js';

/** Small forms of three dimensions with decimal weights and points and two to five bands. */
const forms: fc.Arbitrary<QuestionnaireDefinition> = fc
  .record({
    items: fc.array(
      fc.record({
        weight: fc.integer({ min: 1, max: 30 }).map((n) => n / 10),
        points: fc
          .array(
            fc.integer({ min: 0, max: 100 }).map((n) => n / 10),
            { minLength: 1, maxLength: 4 },
          )
          .map((points) => (points.some((value) => value > 0) ? points : [...points, 1])),
      }),
      { minLength: 3, maxLength: 5 },
    ),
    edges: fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 4 }),
  })
  .map(({ items, edges }) => ({
    id: 'form',
    validMonths: 12,
    bands: [0, ...edges.sort((a, b) => a - b)].map((from, index) => ({
      from,
      level: RISK_LEVELS[index]!,
    })),
    overallWeights: { capacity: 0.4, tolerance: 0.4, knowledge: 0.2 },
    mandatory: [],
    items: items.map((item, index) => ({
      id: `q${index}`,
      factor: 'any',
      dimension: ['capacity', 'tolerance', 'knowledge'][index % 3]!,
      ...item,
    })),
  }));

const filled = forms.chain((form) =>
  fc.record({
    form: fc.constant(form),
    chosen: fc.tuple(...form.items.map((item) => fc.nat({ max: pointsOf(item).length - 1 }))),
  }),
);

const answersOf = (form: QuestionnaireDefinition, chosen: readonly number[]): Answers =>
  Object.fromEntries(form.items.map((item, index) => [item.id, chosen[index]]));

const replaced = (list: readonly number[], index: number, value: number): readonly number[] =>
  list.map((one, i) => (i === index ? value : one));

describe('scoring', () => {
  it('never lowers the level when an answer brings more points', () => {
    fc.assert(
      fc.property(filled, fc.nat(), fc.nat(), ({ form, chosen }, which, to) => {
        const index = which % form.items.length;
        const points = pointsOf(form.items[index]!);
        const option = to % points.length;
        fc.pre(points[option]! >= points[chosen[index]!]!);
        const scorer = compileQuestionnaire(form);
        const before = score(answersOf(form, chosen), scorer);
        const after = score(answersOf(form, replaced(chosen, index, option)), scorer);
        expect(compareLevels(after.level, before.level)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('imputes no higher level than any real completion gives', () => {
    fc.assert(
      fc.property(filled, fc.infiniteStream(fc.boolean()), ({ form, chosen }, hide) => {
        const scorer = compileQuestionnaire(form);
        const whole = answersOf(form, chosen);
        const shown = Object.fromEntries(Object.entries(whole).filter(() => hide.next().value));
        const options = { asOf: '2026-03-02', missing: 'most-cautious' } as const;
        const imputed = level(scoreQuestionnaire(scorer, shown, options));
        expect(compareLevels(imputed.level, score(whole, scorer).level)).toBeLessThanOrEqual(0);
        expect(imputed.imputed).toEqual(Object.keys(whole).filter((id) => !(id in shown)));
      }),
    );
  });

  it('names exactly the single changes that a rescoring confirms', () => {
    fc.assert(
      fc.property(filled, ({ form, chosen }) => {
        const scorer = compileQuestionnaire(form);
        const result = score(answersOf(form, chosen), scorer);
        const found = form.items.flatMap((item, index) =>
          pointsOf(item).flatMap((_, option) => {
            if (option === chosen[index]) return [];
            const other = score(answersOf(form, replaced(chosen, index, option)), scorer).level;
            return other === result.level ? [] : [{ item: item.id, option, level: other }];
          }),
        );
        expect(result.singleAnswerChanges).toEqual(found);
      }),
    );
  });

  it('puts the level at or below each cap and the overall band, and at one of them', () => {
    fc.assert(
      fc.property(filled, ({ form, chosen }) => {
        const result = score(answersOf(form, chosen), compileQuestionnaire(form));
        const caps = Object.values(result.dimensions).filter((one) => one.capsLevel);
        const levels = [result.overall, ...caps].map((one) => one.level);
        for (const one of levels) expect(compareLevels(result.level, one!)).toBeLessThanOrEqual(0);
        expect(levels).toContain(result.level);
        expect(result.determinedBy.length).toBeGreaterThan(0);
      }),
    );
  });

  it('survives a round trip of the definition through JSON', () => {
    fc.assert(
      fc.property(filled, ({ form, chosen }) => {
        const copy = compileQuestionnaire(JSON.parse(JSON.stringify(form)));
        const given = answersOf(form, chosen);
        expect(score(given, copy)).toEqual(score(given, compileQuestionnaire(form)));
      }),
    );
  });
});
