import { type PlainDate, parsePlainDate } from '../dates/index.js';
import { AptfolioError, checkObject, checkOneOf } from '../errors/index.js';
import { makeReason } from '../evidence/index.js';
import type { PlannedItem, Scorer, ScoringPlan } from './compile.js';
import { determinants, heldBy } from './determinants.js';
import { readAnswers } from './read-answers.js';
import type {
  Answers,
  DimensionScore,
  IncompleteQuestionnaire,
  QuestionnaireResult,
  ScoredQuestionnaire,
} from './result.js';
import { singleAnswerChanges } from './single-answer-changes.js';
import { bandedScore, levelBand, type Standing, standingOf } from './standing.js';
import { lastValidDay } from './validity.js';

/** How a form is scored. */
export interface ScoreOptions {
  /** The day on which the answers were given: the assessment counts from it. */
  readonly asOf: PlainDate;
  /**
   * What a missing answer means. `incomplete` (default): no level. `most-cautious`: the option with the
   * fewest points is taken for it and named under `imputed`. Never 0 points in silence.
   */
  readonly missing?: 'incomplete' | 'most-cautious';
}

/**
 * Scores a form: the level, what made it, and which single other answer would change it.
 *
 * A dimension's score is 100 · Σ(weight · points) / Σ(weight · highest points); the overall score is the
 * weighted mean of the dimensions'. The level is the lowest of the overall band and the bands of the
 * capping dimensions, so a bold answer cannot buy off a lack of capacity. Scores are rounded to nine
 * digits after the point before they are compared with a band, because a score that is the band's edge
 * by arithmetic may miss it by the last binary digit.
 *
 * @param scorer from `compileQuestionnaire`.
 * @param answers item id → index of the option, from 0.
 * @returns `scored`, or `incomplete` with the missing items; both with reasons.
 * @throws AptfolioError `unknown-id` for an item that the form does not have, `out-of-range` or
 * `invalid-type` for an option that does not exist, with the path `answers.Q10`.
 *
 * Source for taking the lower of capacity and tolerance: ESMA35-43-3172 (2023), guidelines 2 and 4;
 * for the dimensions: 金融机构产品适当性管理办法 (National Financial Regulatory Administration, Order
 * No. 7 of 2025), article 25.
 *
 * @example
 * ```ts
 * import { compileQuestionnaire, scoreQuestionnaire } from 'aptfolio/questionnaire';
 *
 * const scorer = compileQuestionnaire({
 *   id: 'two-questions', validMonths: 12, mandatory: ['loss'],
 *   bands: [{ from: 0, level: 'C1' }, { from: 50, level: 'C3' }, { from: 80, level: 'C5' }],
 *   overallWeights: { capacity: 0.5, tolerance: 0.5 },
 *   items: [
 *     { id: 'horizon', factor: 'horizon', dimension: 'capacity', weight: 1, points: [0, 5, 10] },
 *     { id: 'loss', factor: 'maxLoss', dimension: 'tolerance', weight: 1, points: [0, 4, 10] },
 *   ],
 * });
 * const result = scoreQuestionnaire(scorer, { horizon: 2, loss: 1 }, { asOf: '2024-02-29' });
 * result.level; // => 'C1'
 * result.weightedLevel; // => 'C3'
 * result.determinedBy; // => ['tolerance']
 * result.singleAnswerChanges; // => [{ item: 'loss', option: 2, level: 'C5' }]
 * result.validThrough; // => '2025-02-28'
 *
 * const partial = scoreQuestionnaire(scorer, { horizon: 2 }, { asOf: '2024-02-29' });
 * partial.status; // => 'incomplete'
 * partial.missing; // => ['loss']
 * ```
 */
export function scoreQuestionnaire(
  scorer: Scorer,
  answers: Answers,
  options: ScoreOptions,
): QuestionnaireResult {
  const { plan, definition } = checkScorer(scorer);
  checkObject(options, 'options');
  const asOf = parsePlainDate(options.asOf, 'options.asOf');
  const missing = checkOneOf(options.missing ?? 'incomplete', 'options.missing', MISSING_POLICIES);
  const chosen = readAnswers(plan, answers);
  const absent = plan.items.filter((_, index) => chosen[index] === -1);
  if (absent.length > 0 && missing === 'incomplete') return incomplete(absent, definition.id);
  plan.items.forEach((item, index) => {
    if (chosen[index] === -1) chosen[index] = item.mostCautious;
  });
  const validThrough = lastValidDay(asOf, definition.validMonths).date;
  return scored(scorer, chosen, absent, { assessedOn: asOf, validThrough });
}

const MISSING_POLICIES = ['incomplete', 'most-cautious'] as const;

function checkScorer(scorer: Scorer): Scorer {
  const { plan, definition } = checkObject(scorer, 'scorer') as Partial<Scorer>;
  const lists = [plan?.items, plan?.dimensions, plan?.edges, plan?.levels, plan?.ranks];
  if (typeof definition?.id === 'string' && lists.every(Array.isArray)) return scorer;
  const expected = 'a scorer made by compileQuestionnaire';
  throw new AptfolioError('invalid-type', 'scorer', expected, scorer);
}

function incomplete(absent: readonly PlannedItem[], id: string): IncompleteQuestionnaire {
  const reasons = absent.map(({ id: item, mandatory }) =>
    makeReason('questionnaire.answer-missing', mandatory ? 'block' : 'require', { item }),
  );
  return Object.freeze({
    status: 'incomplete',
    missing: Object.freeze(absent.map((item) => item.id)),
    reasons: Object.freeze(reasons),
    definition: Object.freeze({ id }),
  });
}

function scored(
  { plan, definition }: Scorer,
  chosen: readonly number[],
  absent: readonly PlannedItem[],
  dates: Pick<ScoredQuestionnaire, 'assessedOn' | 'validThrough'>,
): ScoredQuestionnaire {
  const standing = standingOf(plan, chosen);
  const level = plan.levels[levelBand(plan, standing)]!;
  const dimensions = dimensionScores(plan, standing);
  const overall = Object.freeze(bandedScore(plan, standing.overall));
  const determinedBy = determinants(level, overall, dimensions);
  const imputed = Object.freeze(absent.map((item) => item.id));
  const weightedLevel = overall.level;
  return Object.freeze({
    status: 'scored',
    level,
    weightedLevel,
    dimensions,
    overall,
    determinedBy,
    contributions: Object.freeze(
      plan.items.map((item, index) => item.contributions[chosen[index]!]!),
    ),
    singleAnswerChanges: singleAnswerChanges(plan, chosen, standing),
    imputed,
    ...dates,
    reasons: Object.freeze([
      ...heldBy(level, weightedLevel, determinedBy, dimensions),
      ...imputed.map((item) => makeReason('questionnaire.answer-imputed', 'warn', { item })),
    ]),
    definition: Object.freeze({ id: definition.id }),
  });
}

function dimensionScores(
  plan: ScoringPlan,
  standing: Standing,
): Readonly<Record<string, DimensionScore>> {
  const entries = plan.dimensions.map(({ name, capsLevel }, index) => {
    const score = bandedScore(plan, standing.scores[index]!);
    return [name, Object.freeze({ ...score, capsLevel })] as const;
  });
  return Object.freeze(Object.fromEntries(entries));
}
