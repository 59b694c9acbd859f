import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/evidence/index.js';
import { scoreQuestionnaire } from '../../src/questionnaire/index.js';
import expected from '../fixtures/scenario/expected.json' with { type: 'json' };
import { answers, definition, isDeeplyFrozen, level, pointsOf, score, scorer } from './support.js';

const figures = expected.questionnaire;

describe('the sample client’s form', () => {
  const result = score(answers);

  it('gives the published scores, bands and level', () => {
    const { capacity, tolerance, knowledge } = result.dimensions;
    expect(capacity?.score).toBe(figures.dims.capacity);
    expect(tolerance?.score).toBe(figures.dims.tolerance);
    expect(knowledge?.score).toBe(figures.dims.knowledge);
    expect(result.overall.score).toBe(figures.overall);
    expect({
      capacity: capacity?.level,
      tolerance: tolerance?.level,
      knowledge: knowledge?.level,
      overall: result.overall.level,
    }).toEqual(figures.bands);
    expect(result.level).toBe(figures.final);
  });

  it('says how far the next bands are', () => {
    const edges = expected['questionnaire.distanceToBandEdges'];
    expect(result.overall.distanceToNextBand).toBe(edges.overallToC5);
    expect(result.overall.nextLevel).toBe('C5');
    expect(result.dimensions.tolerance?.distanceToNextBand).toBe(edges.toleranceToC4);
    expect(result.dimensions.tolerance?.nextLevel).toBe('C4');
  });

  it('says what the weighted score alone would have said, and what held the level down', () => {
    expect(result.weightedLevel).toBe(figures.ruleWeightedOnly);
    expect(result.determinedBy).toEqual(['tolerance']);
    expect(result.reasons).toMatchObject([
      {
        code: 'questionnaire.held-by-tolerance',
        parameters: { dimension: 'tolerance', score: 58, level: 'C3', weightedLevel: 'C4' },
      },
    ]);
  });

  it('counts for twelve months, the last day included', () => {
    expect(result.assessedOn).toBe(figures.assessedOn);
    expect(result.validThrough).toBe(figures.validUntil);
  });

  it('finds that one better answer to Q10 would lift the level', () => {
    const q10 = result.singleAnswerChanges.filter((change) => change.item === 'Q10');
    // Tolerance 58 + 3·(8 − 5) = 67 and 58 + 3·(10 − 5) = 73, both in [60, 80); overall 64.8 and 67.2;
    // 58 + 3·(2 − 5) = 49 and 58 − 15 = 43 stay in [40, 60).
    expect(q10).toEqual([
      { item: 'Q10', option: 3, level: 'C4' },
      { item: 'Q10', option: 4, level: 'C4' },
    ]);
  });

  it('finds exactly the changed answers that a full rescoring finds', () => {
    const found = definition.items.flatMap((item) =>
      pointsOf(item).flatMap((_, option) => {
        if (option === answers[item.id]) return [];
        const changed = score({ ...answers, [item.id]: option }).level;
        return changed === result.level ? [] : [{ item: item.id, option, level: changed }];
      }),
    );
    expect(result.singleAnswerChanges).toEqual(found);
  });

  it('shows what each answer brought', () => {
    expect(result.contributions).toHaveLength(12);
    // Q09: weight 3 × 6 of 3 × 10 points; the dimension's maximum is 10 + 10 + 20 + 30 + 30 = 100.
    expect(result.contributions.find((one) => one.item === 'Q09')).toEqual({
      item: 'Q09',
      dimension: 'tolerance',
      points: 18,
      maximum: 30,
      share: 0.18,
    });
  });

  it('gives the same bytes in whatever order the answers come, and leaves them alone', () => {
    const reversed = Object.fromEntries(Object.entries(answers).reverse());
    Object.freeze(reversed);
    expect(canonicalJson(score(reversed))).toBe(canonicalJson(result));
    expect(isDeeplyFrozen(result)).toBe(true);
  });
});

describe('a missing answer (A3)', () => {
  const { Q10: _, ...withoutQ10 } = answers;

  it('means no level, and the item is named', () => {
    const result = scoreQuestionnaire(scorer, withoutQ10, { asOf: '2026-03-02' });
    expect(result).toEqual({
      status: 'incomplete',
      missing: ['Q10'],
      missingFacts: [],
      reasons: [
        {
          code: 'questionnaire.answer-missing',
          severity: 'block',
          parameters: { item: 'Q10' },
          citations: [],
        },
      ],
      definition: { id: 'CN-RTQ-2026.1' },
    });
    expect('level' in result).toBe(false);
  });

  it('is never taken for zero points where the item is not mandatory either', () => {
    const { Q01: __, ...withoutQ01 } = answers;
    const result = scoreQuestionnaire(scorer, withoutQ01, { asOf: '2026-03-02' });
    expect(result).toMatchObject({
      status: 'incomplete',
      missing: ['Q01'],
      reasons: [{ severity: 'require' }],
    });
  });

  it('is null or undefined as much as absent', () => {
    const given = { ...answers, Q10: null, Q02: undefined };
    const result = scoreQuestionnaire(scorer, given, { asOf: '2026-03-02' });
    expect(result).toMatchObject({ status: 'incomplete', missing: ['Q02', 'Q10'] });
  });

  it('is the most cautious option where the caller says so, and marked as imputed', () => {
    const options = { asOf: '2026-03-02', missing: 'most-cautious' } as const;
    const result = level(scoreQuestionnaire(scorer, withoutQ10, options));
    // Tolerance 58 − 15 = 43; overall 0.4·65 + 0.4·43 + 0.2·60 = 55.2.
    expect(result.dimensions.tolerance?.score).toBe(43);
    expect(result.overall.score).toBe(55.2);
    expect(result.weightedLevel).toBe('C3');
    expect(result.imputed).toEqual(['Q10']);
    expect(result.reasons.map((reason) => reason.code)).toContain('questionnaire.answer-imputed');
  });

  it('lowers the level where the most cautious option stands for it', () => {
    const options = { asOf: '2026-03-02', missing: 'most-cautious' } as const;
    const { Q09: __, ...withoutBoth } = withoutQ10;
    const result = level(scoreQuestionnaire(scorer, withoutBoth, options));
    // Tolerance 58 − 15 − 18 = 25, in [20, 40).
    expect(result.level).toBe('C2');
    expect(result.imputed).toEqual(['Q09', 'Q10']);
  });
});

describe('a client of 67 years with bold answers (A4)', () => {
  // The oldest age bracket, a small income, much debt, and short need; the boldest answers elsewhere.
  const bold = { Q01: 4, Q02: 0, Q03: 2, Q04: 1, Q05: 1 };
  const boldest = Object.fromEntries(
    definition.items.map((item) => [item.id, pointsOf(item).length - 1]),
  );

  it('is capped by capacity, however bold the rest is', () => {
    const result = score({ ...boldest, ...bold });
    // Capacity: 0 + 2·1 + 2·4 + 2·3 + 3·3 = 25 of 100.
    expect(result.dimensions.capacity?.score).toBe(25);
    expect(result.dimensions.tolerance?.score).toBe(100);
    expect(result.level).toBe('C2');
    // 0.4·25 + 0.4·100 + 0.2·100 = 70.
    expect(result.overall.score).toBe(70);
    expect(result.weightedLevel).toBe('C4');
    expect(result.determinedBy).toEqual(['capacity']);
    expect(result.reasons.map((reason) => reason.code)).toEqual(['questionnaire.held-by-capacity']);
  });
});
