import type { PlainDate } from '../../dates/index.js';
import { checkObject, checkOneOf } from '../../errors/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';
import type { Scorer } from '../compile.js';
import type { Plain } from '../condition.js';
import { RISK_LEVELS, type RiskLevel } from '../level.js';
import { checkScorer } from './check-scorer.js';
import { type Decision, decide, STOPPED, UNKNOWN } from './decide.js';
import { determinants, heldBy } from './determinants.js';
import { findingReasons, findingsOf } from './findings.js';
import { absentItems, hiddenItems, idsOf, incomplete, stopped, undecided } from './no-level.js';
import type { ScoringPlan } from './plan.js';
import { contribution } from './plan-scoring.js';
import { readAnswers } from './read-answers.js';
import type { Reading } from './reading.js';
import type {
  Answers,
  Contribution,
  DimensionScore,
  Finding,
  QuestionnaireResult,
} from './result.js';
import { singleAnswerChanges } from './single-answer-changes.js';
import { type Standing, standingOf } from './standing.js';
import { checkSurroundings } from './surroundings.js';

/** How a form is scored. */
export interface ScoreOptions {
  /** The day on which the answers were given: the assessment counts from it. */
  readonly asOf: PlainDate;
  /**
   * What a missing answer, or a missing fact that decides, means. `incomplete` (default): no level. `most-cautious`:
   * the fewest points are taken for the answer, and a cap whose condition cannot be known is taken to hold; both are
   * named under `imputed` and `findings`. Never 0 points in silence. What stops or blocks is never assumed away.
   */
  readonly missing?: 'incomplete' | 'most-cautious';
  /** What is known from elsewhere, by the names that the form's rules read; `null` for what is not known. */
  readonly facts?: Readonly<Record<string, Plain | null | undefined>>;
  /** How long the client took for the whole form, seconds, at least 0. */
  readonly secondsTaken?: number;
  /** The assessment before this one. */
  readonly previous?: { readonly answers?: Answers; readonly level?: RiskLevel };
}

/**
 * Scores a form: the level, what made it, and which single other answer would change it.
 *
 * On the default scale a dimension's score is 100 · Σ(weight · points) / Σ(weight · highest points); the overall
 * score is the weighted mean of the dimensions'. The level is the lowest of the overall band and the bands of the
 * capping dimensions, so a bold answer cannot buy off a lack of capacity; then knock-outs, ceilings and controls may
 * lower it, and nothing raises it. Scores are rounded to nine digits after the point before they are compared with a
 * band, because a score that is the band's edge by arithmetic may miss it by the last binary digit.
 *
 * @param scorer from `compileQuestionnaire`.
 * @param answers item id → answer; see `AnswerValue`.
 * @returns `scored`; `incomplete` with the missing items and facts; `stopped` where a knock-out or a control allows no
 * level; all with reasons.
 * @throws AptfolioError `unknown-id` for an item that the form does not have, `out-of-range` or
 * `invalid-type` for an option that does not exist, with the path `answers.Q10`; `inconsistent` for an answer to an item
 * that is not shown.
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
 *   ceilings: [{ id: 'age', when: { left: { fact: 'age' }, is: '>=', right: 75 }, level: 'C3' }],
 * });
 * const facts = { age: 40 };
 * const result = scoreQuestionnaire(scorer, { horizon: 2, loss: 1 }, { asOf: '2024-02-29', facts });
 * result.level; // => 'C1'
 * result.weightedLevel; // => 'C3'
 * result.determinedBy; // => ['tolerance']
 * result.singleAnswerChanges; // => [{ item: 'loss', option: 2, level: 'C5' }]
 * result.validThrough; // => '2025-02-28'
 *
 * const partial = scoreQuestionnaire(scorer, { horizon: 2 }, { asOf: '2024-02-29', facts });
 * partial.status; // => 'incomplete'
 * partial.missing; // => ['loss']
 *
 * const bold = { horizon: 2, loss: 2 };
 * scoreQuestionnaire(scorer, bold, { asOf: '2024-02-29', facts: { age: 80 } }).level; // => 'C3'
 * scoreQuestionnaire(scorer, bold, { asOf: '2024-02-29' }).missingFacts; // => ['facts.age']
 * ```
 */
export function scoreQuestionnaire(
  scorer: Scorer,
  answers: Answers,
  options: ScoreOptions,
): QuestionnaireResult {
  const { plan } = checkScorer(scorer);
  checkObject(options, 'options');
  const validThrough = plan.memory.validThrough(options.asOf);
  const missing = checkOneOf(options.missing ?? 'incomplete', 'options.missing', MISSING_POLICIES);
  const surroundings = checkSurroundings(options);
  const reading = readAnswers(plan, answers, surroundings);
  const assume = missing === 'most-cautious';
  const absent = reading.complete ? NONE : absentItems(plan, reading);
  if (absent.length > 0 && !assume) return incomplete(plan, absent);
  const standing = standingOf(plan, reading);
  const decision = decide(plan, reading, standing, surroundings, assume);
  const findings =
    plan.rules.length === 0
      ? NONE
      : findingsOf({ plan, reading, surroundings, standing }, decision);
  if (decision.rank === UNKNOWN) return undecided(plan, absent, findings, decision, assume);
  if (decision.rank === STOPPED) return stopped(plan, findings, options.asOf);
  return Object.freeze({
    status: 'scored',
    level: RISK_LEVELS[decision.rank]!,
    weightedLevel: RISK_LEVELS[decision.weighted]!,
    lowestLevel: RISK_LEVELS[decision.lowest]!,
    dimensions: dimensionScores(plan, standing),
    overall: standing.overall.score,
    determinedBy: determinants(plan, standing, decision, findings),
    findings,
    contributions: contributionsOf(plan, reading),
    singleAnswerChanges: singleAnswerChanges(
      plan,
      reading,
      standing,
      decision,
      surroundings,
      assume,
    ),
    hidden: plan.plain ? NONE : hiddenItems(plan, reading),
    imputed: absent.length === 0 ? NONE : idsOf(plan, absent),
    assessedOn: options.asOf,
    validThrough,
    reasons: reasonsOf(plan, standing, decision, findings, absent),
    definition: plan.name,
  });
}

const MISSING_POLICIES = ['incomplete', 'most-cautious'] as const;
const NONE: readonly never[] = Object.freeze([]);

function reasonsOf(
  plan: ScoringPlan,
  standing: Standing,
  decision: Decision,
  findings: readonly Finding[],
  absent: readonly number[],
): readonly Reason[] {
  const held = heldBy(plan, standing, decision);
  if (findings.length === 0 && absent.length === 0 && !plan.weightedSum) return Object.freeze(held);
  return Object.freeze([
    ...held,
    ...aboveLowest(plan, decision),
    ...findingReasons(findings, plan.rules, true),
    ...idsOf(plan, absent).map((item) =>
      makeReason('questionnaire.answer-imputed', 'warn', { item }),
    ),
  ]);
}

/** A weighted sum can buy off what the lowest would not. */
function aboveLowest({ weightedSum }: ScoringPlan, { rank, lowest }: Decision): readonly Reason[] {
  if (!weightedSum || rank <= lowest) return NONE;
  const parameters = { level: RISK_LEVELS[rank]!, lowestLevel: RISK_LEVELS[lowest]! };
  return [makeReason('questionnaire.weighted-above-lowest', 'warn', parameters)];
}

function dimensionScores(
  { dimensions }: ScoringPlan,
  standing: Standing,
): Readonly<Record<string, DimensionScore>> {
  const scores: Record<string, DimensionScore> = {};
  for (let d = 0; d < dimensions.length; d++) {
    const { name } = dimensions[d]!;
    const { score } = standing.dimensions[d]!;
    if (name !== '__proto__') scores[name] = score;
    else Object.defineProperty(scores, name, { value: score, enumerable: true });
  }
  return Object.freeze(scores);
}

function contributionsOf(
  { items, columns, dimensions, unit }: ScoringPlan,
  { chosen, points }: Reading,
): readonly Contribution[] {
  const contributions = new Array<Contribution>(columns.scored);
  let place = 0;
  for (let i = 0; i < chosen.length; i++) {
    if (columns.dimensions[i]! < 0) continue;
    const shared = items[i]!.contributions[chosen[i]!];
    contributions[place] = shared ?? contribution(items[i]!, points[i]!, dimensions, unit);
    place += 1;
  }
  return Object.freeze(contributions);
}
