import type { PlainDate } from '../../dates/index.js';
import { checkObject } from '../../errors/index.js';
import type { CompiledAssumptions } from '../../market/index.js';
import { neumaierSum } from '../../numerics/index.js';
import type { RiskLevel } from '../../questionnaire/index.js';
import type { AllocationPolicy, Stance } from '../policy.js';
import { readGlidePath } from './read-glide-path.js';
import { readPolicyAt } from './read-policy.js';
import { type StanceAllocation, sizeUp } from './size-up.js';
import { anniversaries, checkGoalDate, checkStageDates, yearsToGoal } from './stage-dates.js';
import { type StageFinding, stageFindings, standingFindings } from './stage-findings.js';
import {
  type AllocationStamp,
  hashProblems,
  type ModelPortfolioOptions,
  readStamp,
  statusUnder,
  withHash,
} from './stamp.js';
import { moreCareful, stanceAt } from './stance-at.js';
import { turnoverOf, weightChanges } from './turnover.js';

/** For whom and until when. */
export interface GlidePathOptions extends ModelPortfolioOptions {
  /** The id of one of the policy's glide paths. */
  readonly glidePath: string;
  /** The client's risk level: the path never goes beyond it. */
  readonly level: RiskLevel;
  /** From `asOf` to 100 years later. */
  readonly goalDate: PlainDate;
  /** The days of the stages, each after the one before. Default `asOf`, then every anniversary of the goal, last the goal's date. */
  readonly dates?: readonly PlainDate[];
}

/** One stage of a path: its day, its stance, and its allocation with the proof or why there is none. */
export type GlideStage = {
  readonly date: PlainDate;
  readonly yearsToGoal: number;
  /** Half the sum of all weight changes since the stage before, without what markets move; null for the first, or where one of the two is missing. */
  readonly turnover: number | null;
} & Stance &
  StanceAllocation;

/** Allocations that become more careful as a goal comes nearer. */
export interface GlidePath extends AllocationStamp {
  /** The id of the policy's glide path. */
  readonly glidePath: string;
  readonly level: RiskLevel;
  readonly goalDate: PlainDate;
  readonly stages: readonly GlideStage[];
  /** The turnovers of all stages together; null where one is not known. */
  readonly totalTurnover: number | null;
  /** What an adviser should look at; first the assumptions' standing. */
  readonly findings: readonly StageFinding[];
  /** SHA-256 of the canonical JSON of all other fields. */
  readonly hash: string;
}

/**
 * The allocations of a client from today to a goal, such as an education in 12 years or retirement, along a glide path of the bank's policy.
 *
 * The stance of each stage is that of the path for the years that are left (`problemOnGlidePath`), or the level's where that is
 * more careful: a need never raises risk. All of the level's other rules hold at every stage. A stage that cannot be solved keeps its place, and
 * no other stands in for it. Findings: why the assumptions are not current; stages without an allocation; equity or volatility that grows
 * towards the goal, unless the policy has `equityMayRise`; years whose turnover is above 10 % and more than twice the mean of the
 * other years with trades; at which stages the level is more careful than the path.
 *
 * Stages stand on anniversaries of the goal, so that a path made a year later is the rest of this one. All use today's
 * assumptions. Turnover is between targets: what markets move in the meantime is left out.
 *
 * @throws AptfolioError `unknown-id` for a path that the policy does not have, `inconsistent` for a goal before `asOf` or dates out
 * of order, `out-of-range` for dates outside the path, and for a policy as `problemForLevel`.
 *
 * @example
 * ```ts
 * import { glidePath } from 'aptfolio/allocation';
 * import { compileAssumptions } from 'aptfolio/market';
 *
 * const assumptions = compileAssumptions({
 *   asOf: '2026-03-02', validUntil: '2027-03-01', assetClasses: ['CASH', 'EQUITY'],
 *   expectedReturn: [0.01, 0.05], volatility: [0, 0.2], correlation: [[1, 0], [0, 1]],
 * });
 * const stance = { lambda: 2, equityMax: 0.6 };
 * const policy = {
 *   lower: {}, upper: {}, equityClasses: ['EQUITY'],
 *   levels: { C1: stance, C2: stance, C3: { lambda: 2.5, equityMax: 0.45 }, C4: stance, C5: stance },
 *   glidePaths: [{
 *     id: 'education',
 *     knots: [
 *       { yearsToGoal: 4, lambda: 2, equityMax: 0.6 },
 *       { yearsToGoal: 0, lambda: 10, equityMax: 0.2 },
 *     ],
 *   }],
 * };
 * const path = glidePath(assumptions, policy, {
 *   glidePath: 'education', level: 'C3', asOf: '2026-04-01', goalDate: '2030-09-01',
 * });
 * path.stages.map(({ date, lambda, equityMax, equityShare }) => [date, lambda, equityMax, equityShare]);
 * // => [
 * //   ['2026-04-01', 2.5, 0.45, 0.4],
 * //   ['2026-09-01', 2.5, 0.45, 0.4],
 * //   ['2027-09-01', 2.5, 0.45, 0.4],
 * //   ['2028-09-01', 3.3333333333, 0.4, 0.3],
 * //   ['2029-09-01', 5, 0.3, 0.2],
 * //   ['2030-09-01', 10, 0.2, 0.1],
 * // ]
 * path.totalTurnover; // => 0.3
 * path.findings.map(({ reason }) => reason.code); // => ['allocation.stage-level-caps']
 * ```
 */
export function glidePath(
  assumptions: CompiledAssumptions,
  policy: AllocationPolicy,
  options: GlidePathOptions,
): GlidePath {
  checkObject(options, 'options');
  const read = readPolicyAt(assumptions, policy, options.level, 'options.level');
  const path = readGlidePath(policy, options.glidePath, 'options.glidePath');
  const stamp = readStamp(assumptions, options);
  const goalDate = checkGoalDate(options.goalDate, stamp.asOf, 'options.goalDate');
  const dates =
    options.dates === undefined
      ? anniversaries(stamp.asOf, goalDate)
      : checkStageDates(options.dates, stamp.asOf, goalDate, 'options.dates');
  const planned = dates.map((date) => {
    const years = yearsToGoal(date, goalDate);
    const wanted = stanceAt(path.knots, years);
    const stance = moreCareful(wanted, read.stance);
    return { date, yearsToGoal: years, wanted, stance, ...sizeUp(read, stance, options.risk) };
  });
  const stages = planned.map(({ date, yearsToGoal, stance, allocation }, k): GlideStage => {
    const before = planned[k - 1]?.allocation;
    const turnover = turnoverBetween(before, allocation);
    return Object.freeze({ date, yearsToGoal, turnover, ...stance, ...allocation });
  });
  const wanted = planned.map((stage) => stage.wanted);
  return withHash({
    status: statusUnder(stamp.standing, stages),
    ...stamp,
    glidePath: path.id,
    level: read.level,
    goalDate,
    stages: Object.freeze(stages),
    totalTurnover: totalOf(stages.slice(1)),
    findings: Object.freeze([
      ...standingFindings(stamp.standing, dates),
      ...stageFindings(stages, wanted, read.level, path.equityMayRise),
    ]),
    inputsHash: hashProblems(planned.map(({ problem }) => problem)),
  });
}

function totalOf(stages: readonly GlideStage[]): number | null {
  const known = stages.flatMap(({ turnover }) => (turnover === null ? [] : [turnover]));
  return known.length < stages.length ? null : neumaierSum(known) + 0;
}

function turnoverBetween(
  before: StanceAllocation | undefined,
  after: StanceAllocation,
): number | null {
  if (before?.status !== 'optimal' || after.status !== 'optimal') return null;
  return turnoverOf(weightChanges(before.weights, after.weights));
}
