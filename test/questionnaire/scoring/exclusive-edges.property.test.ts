import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Answers,
  compileQuestionnaire,
  type QuestionnaireDefinition,
  scoreQuestionnaire,
} from '../../../src/questionnaire/index.js';
import { level, pointsOf } from '../support.js';

const asOf = '2026-03-02';

/** Whole points of up to 4, so that scores often lie exactly on a band's edge, which belongs to the band or not. */
const forms: fc.Arbitrary<QuestionnaireDefinition> = fc
  .record({
    points: fc.array(fc.array(fc.nat({ max: 4 }), { minLength: 2, maxLength: 4 }), {
      minLength: 2,
      maxLength: 6,
    }),
    weights: fc.array(fc.constantFrom(0.5, 1, 1.25, 2, 3), { minLength: 6, maxLength: 6 }),
    included: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
    edges: fc.constantFrom([20, 40, 60, 80], [25, 50, 75, 100], [10, 30, 50, 90]),
    share: fc.constantFrom(0, 0.25, 0.4, 0.5, 1),
    combination: fc.constantFrom('lowest' as const, 'weighted-sum' as const),
    scale: fc.constantFrom('share-of-maximum' as const, 'share-of-range' as const),
  })
  .map(({ points, weights, included, edges, share, combination, scale }) => ({
    id: 'edges',
    validMonths: 12,
    mandatory: [],
    scale,
    combination,
    bands: [
      { from: 0, level: 'C1' as const },
      ...(['C2', 'C3', 'C4', 'C5'] as const).map((name, index) => ({
        from: edges[index]!,
        // The highest score must lie in a band.
        fromIncluded: edges[index] === 100 || included[index]!,
        level: name,
      })),
    ],
    overallWeights: { a: share, b: 1 - share },
    items: points.map((list, index) => ({
      id: `q${index}`,
      factor: 'any',
      dimension: index % 2 === 0 ? 'a' : 'b',
      weight: weights[index]!,
      points: [...list, 5],
    })),
  }));

describe('the changes of single answers at the bands’ edges', () => {
  it('are those that a full rescoring finds, whether the edge belongs to the band or not', () => {
    fc.assert(
      fc.property(
        forms,
        fc.array(fc.nat({ max: 4 }), { minLength: 6, maxLength: 6 }),
        (form, picks) => {
          const scorer = compileQuestionnaire(form);
          const optionsOf = form.items.map((item) => pointsOf(item).length);
          const answers: Answers = Object.fromEntries(
            form.items.map(({ id }, index) => [id, picks[index]! % optionsOf[index]!]),
          );
          const score = (given: Answers) => level(scoreQuestionnaire(scorer, given, { asOf }));
          const own = score(answers);
          const found = form.items.flatMap(({ id }, index) =>
            Array.from({ length: optionsOf[index]! }, (_, option) => option).flatMap((option) => {
              const other = score({ ...answers, [id]: option }).level;
              return other === own.level ? [] : [{ item: id, option, level: other }];
            }),
          );
          expect(own.singleAnswerChanges).toEqual(found);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
