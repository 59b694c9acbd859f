import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AnswerValue,
  compileQuestionnaire,
  type QuestionnaireDefinition,
  type QuestionnaireItem,
  RISK_LEVELS,
  type ScoreBand,
  scoreQuestionnaire,
} from '../../../src/questionnaire/index.js';
import { level } from '../support.js';
import { answersTo } from './answers-to.js';
import { forms } from './forms.js';

// Weights, points and rows' weights of the random forms are whole tenths, so that weight × points of a row are whole
// thousandths: everything is reckoned in whole numbers here, and fractions are never divided out.
const tenths = (value: number): bigint => BigInt(Math.round(value * 10));

/** Thousandths of points that an answer brings. */
function brought(item: QuestionnaireItem, answer: AnswerValue): bigint {
  const weight = tenths(item.weight!);
  const points = (item.kind === 'numeric' ? item.steps.map((s) => s.points) : item.points).map(
    tenths,
  );
  switch (item.kind) {
    case 'multiple': {
      const chosen = (answer as readonly number[]).map((option) => points[option]!);
      const ascending = [...chosen].sort((a, b) => Number(a - b));
      const [lowest = 0n, highest = 0n] = [ascending[0], ascending[ascending.length - 1]];
      const sum = chosen.reduce((a, b) => a + b, 0n);
      return 10n * weight * { sum, highest, lowest }[item.count ?? 'sum'];
    }
    case 'matrix':
      return item.rows.reduce((sum, { id, weight: row = 1 }) => {
        return sum + weight * tenths(row) * points[(answer as Record<string, number>)[id]!]!;
      }, 0n);
    case 'numeric':
      return (
        10n * weight * points[item.steps.filter((s) => s.from <= (answer as number)).length - 1]!
      );
    default:
      return 10n * weight * points[answer as number]!;
  }
}

type Fraction = readonly [numerator: bigint, denominator: bigint];

/** The score of a dimension's answers. */
function scoreOf(
  scale: string,
  items: readonly QuestionnaireItem[],
  answers: Record<string, AnswerValue>,
): Fraction {
  const sum = items.reduce((total, item) => total + brought(item, answers[item.id]!), 0n);
  const range = items.map((item) => answersTo(item).map((answer) => brought(item, answer)));
  const lowest = range.reduce((total, all) => total + all.reduce((a, b) => (a < b ? a : b)), 0n);
  const highest = range.reduce((total, all) => total + all.reduce((a, b) => (a > b ? a : b)), 0n);
  if (scale === 'points') return [sum, 1000n];
  return scale === 'share-of-maximum'
    ? [100n * sum, highest]
    : [100n * (sum - lowest), highest - lowest];
}

/** Place of a score's level, the score rounded half up to nine digits, as it is documented. */
function rankOf(bands: readonly ScoreBand[], [numerator, denominator]: Fraction): number {
  const twice = 2n * denominator;
  const shifted = 2n * numerator * 10n ** 9n + denominator;
  const score = shifted / twice - (shifted < 0n && shifted % twice !== 0n ? 1n : 0n);
  const reached = bands.filter(({ from, fromIncluded }) => {
    const edge = tenths(from) * 10n ** 8n;
    return fromIncluded === false ? score > edge : score >= edge;
  });
  return RISK_LEVELS.indexOf(reached[reached.length - 1]!.level);
}

function expectedOf(form: QuestionnaireDefinition, answers: Record<string, AnswerValue>) {
  const { scale = '', items, overallWeights = {}, bands, levelDimensions = [] } = form;
  const scores = Object.keys(overallWeights).map((name): [string, Fraction] => [
    name,
    scoreOf(
      scale,
      items.filter(({ dimension }) => dimension === name),
      answers,
    ),
  ]);
  const overall = scores.reduce<Fraction>(
    ([a, b], [name, [c, d]]) => [a * 10n * d + tenths(overallWeights[name]!) * c * b, b * 10n * d],
    [0n, 1n],
  );
  const weighted = rankOf(bands, overall);
  const caps = scores
    .filter(([name]) => levelDimensions.includes(name))
    .map(([, score]) => rankOf(bands, score));
  const lowest = Math.min(weighted, ...caps);
  const rank = form.combination === 'weighted-sum' ? weighted : lowest;
  return {
    level: RISK_LEVELS[rank],
    weightedLevel: RISK_LEVELS[weighted],
    lowestLevel: RISK_LEVELS[lowest],
    score: Number(overall[0]) / Number(overall[1]),
  };
}

describe('a form without rules', () => {
  it('is scored as exact fractions say, in every completion', () => {
    fc.assert(
      fc.property(
        forms({ rules: false, showIf: false }),
        fc.infiniteStream(fc.nat()),
        (form, picks) => {
          const scorer = compileQuestionnaire(form);
          for (let n = 0; n < 20; n++) {
            const answers = Object.fromEntries(
              form.items.map((item) => {
                const all = answersTo(item);
                return [item.id, all[picks.next().value % all.length]!];
              }),
            );
            const result = level(scoreQuestionnaire(scorer, answers, { asOf: '2026-03-02' }));
            const { score, ...levels } = expectedOf(form, answers);
            expect(result).toMatchObject(levels);
            expect(result.overall.score).toBeCloseTo(score, 8);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
