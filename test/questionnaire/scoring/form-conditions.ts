import fc from 'fast-check';
import type { Condition, Operand, QuestionnaireItem } from '../../../src/questionnaire/index.js';

/** Names of the facts that rules of random forms read. */
export const FACTS = { age: fc.integer({ min: 0, max: 9 }), job: fc.constantFrom('x', 'y') };

/** What the conditions of rules may read. */
export interface RuleScope {
  readonly dimensions: readonly string[];
  readonly measures: boolean;
}

export const tenths = (min: number, max: number): fc.Arbitrary<number> =>
  fc.integer({ min, max }).map((n) => n / 10);

/** Conditions up to two deep; without a scope they read answers alone. */
export function conditions(
  items: readonly QuestionnaireItem[],
  scope: RuleScope | null,
): fc.Arbitrary<Condition> {
  const one = comparisons(items, scope);
  const parts = fc.array(one, { minLength: 1, maxLength: 2 });
  return fc.oneof(
    { weight: 3, arbitrary: one },
    { weight: 1, arbitrary: parts.map((all) => ({ all })) },
    { weight: 1, arbitrary: parts.map((any) => ({ any })) },
    {
      weight: 1,
      arbitrary: fc
        .oneof(
          one,
          parts.map((any) => ({ any })),
        )
        .map((not) => ({ not })),
    },
  );
}

const ORDER = fc.constantFrom(
  '<' as const,
  '<=' as const,
  '=' as const,
  '!=' as const,
  '>=' as const,
  '>' as const,
);

function comparisons(
  items: readonly QuestionnaireItem[],
  scope: RuleScope | null,
): fc.Arbitrary<Condition> {
  const against = (left: Operand, right: fc.Arbitrary<number>): fc.Arbitrary<Condition> =>
    fc.record({ left: fc.constant(left), is: ORDER, right });
  const answers = items.map(({ id, kind }, index): fc.Arbitrary<Condition> => {
    switch (kind) {
      case 'multiple':
        return fc
          .nat({ max: 1 })
          .map((right) => ({ left: { answer: id }, is: 'includes' as const, right }));
      case 'matrix':
        return against({ answer: id, row: 'r0' }, fc.nat({ max: 1 }));
      case 'numeric':
        return against({ answer: id }, fc.constantFrom(0, 5, 10, 12, 20, 39, 40));
      default:
        return index % 2 === 0
          ? against({ answer: id }, fc.nat({ max: 2 }))
          : against({ lookup: [3, 1, 2], by: { answer: id } }, fc.nat({ max: 3 }));
    }
  });
  const points = items.map(({ id }) => against({ points: id }, tenths(-20, 100)));
  if (scope === null) return fc.oneof(...answers, ...points);
  const { dimensions, measures: hasMeasures } = scope;
  const overall = against({ score: 'overall' }, fc.integer({ min: 0, max: 100 }));
  const rank = fc.integer({ min: 1, max: 5 });
  const bands = ['overall', 'level', ...dimensions].map((band) => against({ band }, rank));
  const scores = dimensions.map((score) => against({ score }, fc.integer({ min: 0, max: 100 })));
  const facts: fc.Arbitrary<Condition>[] = [
    against({ fact: 'age' }, FACTS.age),
    against({ minus: [{ fact: 'age' }, { times: [{ band: 'level' }, 2] }] }, fc.constant(0)),
    FACTS.job.map((job) => ({ left: { fact: 'job' }, is: 'in' as const, right: [job] })),
  ];
  const measures = hasMeasures
    ? [
        against({ measure: 'same-option-share' }, fc.constantFrom(0.5, 1)),
        against({ measure: 'seconds-per-item' }, fc.constant(4)),
        against({ measure: 'changed-answers' }, fc.nat({ max: 2 })),
        against({ measure: 'levels-above-previous' }, fc.integer({ min: -1, max: 2 })),
      ]
    : [];
  return fc.oneof(...answers, ...points, overall, ...bands, ...scores, ...facts, ...measures);
}
