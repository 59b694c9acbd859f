import { type PlainDate, parsePlainDate } from '../../dates/index.js';
import { AptfolioError, checkObject, checkOneOf } from '../../errors/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';
import type { Scorer } from '../compile.js';
import type { Plain } from '../condition.js';
import { RISK_LEVELS, type RiskLevel } from '../level.js';
import { lastValidDay } from '../validity.js';
import { type Decision, decide, STOPPED, UNKNOWN } from './decide.js';
import { determinants, heldBy } from './determinants.js';
import { findingReasons, findingsOf } from './findings.js';
import type { ScoringPlan } from './plan.js';
import { contribution } from './plan-scoring.js';
import { readAnswers } from './read-answers.js';
import { HIDDEN, NO_ANSWER, type Reading } from './reading.js';
import type {
  Answers,
  Contribution,
  DimensionScore,
  Finding,
  IncompleteQuestionnaire,
  QuestionnaireResult,
} from './result.js';
import { bandedScore } from './scale.js';
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
  const { plan, definition } = checkScorer(scorer);
  checkObject(options, 'options');
  const { asOf } = options;
  const { validMonths } = definition;
  const validThrough = plan.memory.validThrough(asOf, (day) => {
    return lastValidDay(parsePlainDate(day, 'options.asOf'), validMonths).date;
  });
  const missing = checkOneOf(options.missing ?? 'incomplete', 'options.missing', MISSING_POLICIES);
  const surroundings = checkSurroundings(options);
  const reading = readAnswers(plan, answers, surroundings);
  const assume = missing === 'most-cautious';
  const absent = reading.complete ? NONE : absentItems(plan, reading);
  if (absent.length > 0 && !assume) return incomplete(plan, absent, NONE, NONE, definition.id);
  const standing = standingOf(plan, reading);
  const decision = decide(plan, reading, standing, surroundings, assume);
  const known = { plan, reading, surroundings, standing };
  const findings = plan.rules.length === 0 ? NONE : findingsOf(known, decision);
  const said = { plan, standing, decision, findings, absent };
  if (decision.rank === UNKNOWN) return undecided(said, definition.id);
  const name = Object.freeze({ id: definition.id });
  if (decision.rank === STOPPED) {
    const reasons = Object.freeze(findingReasons(findings, plan.rules, true));
    return Object.freeze({
      status: 'stopped',
      findings,
      assessedOn: asOf,
      reasons,
      definition: name,
    });
  }
  const overall = Object.freeze(bandedScore(plan.bands, standing.overall));
  const imputed = absent.length === 0 ? NONE : Object.freeze(absent.map((i) => plan.items[i]!.id));
  return Object.freeze({
    status: 'scored',
    level: RISK_LEVELS[decision.rank]!,
    weightedLevel: RISK_LEVELS[decision.weighted]!,
    lowestLevel: RISK_LEVELS[decision.lowest]!,
    dimensions: dimensionScores(plan, standing),
    overall,
    determinedBy: determinants(plan, standing, decision, findings),
    findings,
    contributions: contributionsOf(plan, reading),
    singleAnswerChanges: singleAnswerChanges(plan, reading, standing, decision, surroundings),
    hidden: plan.plain ? NONE : hiddenItems(plan, reading),
    imputed,
    assessedOn: asOf,
    validThrough,
    reasons: reasonsOf(said, imputed),
    definition: name,
  });
}

const MISSING_POLICIES = ['incomplete', 'most-cautious'] as const;
const NONE: readonly never[] = Object.freeze([]);

/** What was found out about a form. */
interface Said {
  readonly plan: ScoringPlan;
  readonly standing: Standing;
  readonly decision: Decision;
  readonly findings: readonly Finding[];
  /** Indexes of the items without an answer. */
  readonly absent: readonly number[];
}

function checkScorer(scorer: Scorer): Scorer {
  const { plan, definition } = checkObject(scorer, 'scorer') as Partial<Scorer>;
  const whole =
    Array.isArray(plan?.items) &&
    Array.isArray(plan.dimensions) &&
    Array.isArray(plan.rules) &&
    Array.isArray(plan.bands?.edges) &&
    plan.indexOf instanceof Map &&
    typeof plan.memory?.validThrough === 'function';
  if (typeof definition?.id === 'string' && whole) return scorer;
  const expected = 'a scorer made by compileQuestionnaire';
  throw new AptfolioError('invalid-type', 'scorer', expected, scorer);
}

/** Items that are shown, count or must be answered, and have no answer. */
function absentItems({ items }: ScoringPlan, { chosen }: Reading): readonly number[] {
  const absent: number[] = [];
  for (let i = 0; i < items.length; i++) {
    if (chosen[i] !== NO_ANSWER) continue;
    const { dimension, mandatory } = items[i]!;
    if (dimension >= 0 || mandatory) absent.push(i);
  }
  return absent;
}

function hiddenItems({ items }: ScoringPlan, { chosen }: Reading): readonly string[] {
  return Object.freeze(items.flatMap(({ id }, index) => (chosen[index] === HIDDEN ? [id] : [])));
}

function incomplete(
  { items }: ScoringPlan,
  absent: readonly number[],
  missingFacts: readonly string[],
  reasons: readonly Reason[],
  id: string,
): IncompleteQuestionnaire {
  const missing = absent.map((index) => items[index]!);
  const asked = missing.map(({ id: item, mandatory }) =>
    makeReason('questionnaire.answer-missing', mandatory ? 'block' : 'require', { item }),
  );
  return Object.freeze({
    status: 'incomplete',
    missing: Object.freeze(missing.map((item) => item.id)),
    missingFacts,
    reasons: Object.freeze([...asked, ...reasons]),
    definition: Object.freeze({ id }),
  });
}

/** A rule that would decide reads something missing. */
function undecided(
  { plan, findings, decision, absent }: Said,
  id: string,
): IncompleteQuestionnaire {
  const deciding = findings.filter(({ truth, effect, level }) => {
    if (truth !== 'unknown') return false;
    if (effect === 'stop' || effect === 'block') return true;
    return effect === 'cap' && RISK_LEVELS.indexOf(level!) < decision.banded;
  });
  const missing = new Set(deciding.flatMap((finding) => finding.missing));
  const facts = [...missing].filter((name) => !name.startsWith('answers.')).sort();
  const reasons = findingReasons(deciding, plan.rules, false);
  return incomplete(plan, absent, Object.freeze(facts), reasons, id);
}

function reasonsOf(
  { plan, standing, decision, findings }: Said,
  imputed: readonly string[],
): readonly Reason[] {
  const held = heldBy(plan, standing, decision);
  if (findings.length === 0 && imputed.length === 0 && !plan.weightedSum)
    return Object.freeze(held);
  return Object.freeze([
    ...held,
    ...aboveLowest(plan, decision),
    ...findingReasons(findings, plan.rules, true),
    ...imputed.map((item) => makeReason('questionnaire.answer-imputed', 'warn', { item })),
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
  { items, dimensions, unit }: ScoringPlan,
  { chosen, points }: Reading,
): readonly Contribution[] {
  const contributions: Contribution[] = [];
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    if (item.dimension < 0) continue;
    const shared = item.contributions[chosen[i]!];
    contributions.push(shared ?? contribution(item, points[i]!, dimensions, unit));
  }
  return Object.freeze(contributions);
}
