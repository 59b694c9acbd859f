import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MultipleItem } from '../../../src/questionnaire/index.js';
import { compileQuestionnaire } from '../../../src/questionnaire/index.js';
import { answersTo } from '../scoring/answers-to.js';
import { forms } from '../scoring/forms.js';
import { formWith, sumOf } from '../scoring/small-form.js';
import { score } from '../support.js';

describe('the fewest and the most points of a multiple choice', () => {
  it('are those of the allowed sets, gone through one by one', () => {
    fc.assert(
      fc.property(forms({ kinds: ['multiple'], rules: false, showIf: false }), (form) => {
        const item = { ...(form.items[0] as MultipleItem), dimension: 'capacity' };
        const bands = [{ from: -1000, level: 'C1' }] as const;
        const points = {
          ...form,
          scale: 'points',
          bands,
          dimensions: {},
          levelDimensions: [],
        } as const;
        const single = { ...points, items: [item], overallWeights: { capacity: 1 }, mandatory: [] };
        const all = answersTo(item);
        if (new Set(all.map((answer) => JSON.stringify(answer))).size < 2) return;
        let scorer: ReturnType<typeof compileQuestionnaire>;
        try {
          scorer = compileQuestionnaire(single);
        } catch {
          // All sets bring the same.
          return;
        }
        const sums = all.map((answer) => score({ [item.id]: answer }, scorer).overall.score);
        const { items } = scorer.plan;
        expect(items[0]!.highest / scorer.plan.unit).toBeCloseTo(Math.max(...sums), 9);
        expect(items[0]!.lowest / scorer.plan.unit).toBeCloseTo(Math.min(...sums), 9);
      }),
      { numRuns: 500 },
    );
  });

  it('are found for more options than could be gone through', () => {
    const points = Array.from(
      { length: 1000 },
      (_, n) => (Math.sqrt(n + 2) / 100) * (n % 2 === 0 ? 1 : -1),
    );
    const form = formWith({ id: 'm', kind: 'multiple', points, maxChoices: 900 });
    expect(sumOf(form, { a: 0, m: [0, 2] })).toBeCloseTo((Math.SQRT2 + 2) / 100, 8);
  });
});
