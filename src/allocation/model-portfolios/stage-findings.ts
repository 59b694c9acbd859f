import type { PlainDate } from '../../dates/index.js';
import { makeReason, type Parameters, type Reason, type Severity } from '../../evidence/index.js';
import type { AssumptionsStanding } from '../../market/index.js';
import type { RiskLevel } from '../../questionnaire/index.js';
import type { Stance } from '../policy.js';
import type { GlideStage } from './glide-path.js';
import { EQUAL_WITHIN, type SizedAllocation } from './size-up.js';
import { unevenTurnover } from './uneven-turnover.js';

/** Something about one stage of a glide path or several that an adviser should look at. */
export interface StageFinding {
  /** The days of the stages that are meant. */
  readonly dates: readonly PlainDate[];
  /**
   * `block` where a stage cannot be used, `warn` where risk grows or trades pile up, `info` where the level is more careful than the
   * path; its code begins with `allocation.stage`. Of the assumptions' standing it is the reason given there, with its severity,
   * and its text is in `marketMessages`.
   */
  readonly reason: Reason;
}

/** A stage that has an allocation. */
type Solved = GlideStage & SizedAllocation;

/** Why the assumptions of all stages are not current. */
export function standingFindings(
  { reasons }: AssumptionsStanding,
  dates: readonly PlainDate[],
): readonly StageFinding[] {
  return Object.freeze(reasons.map((reason) => Object.freeze({ dates, reason })));
}

/** What does not fit along a path, whose own stances are `wanted`. */
export function stageFindings(
  stages: readonly GlideStage[],
  wanted: readonly Stance[],
  level: RiskLevel,
  equityMayRise: boolean,
): readonly StageFinding[] {
  const solved = stages.filter((one): one is Solved => one.status === 'optimal');
  return Object.freeze([
    ...stages.flatMap(unusable),
    ...(equityMayRise ? [] : riskRises(solved)),
    ...tradesPileUp(stages),
    ...heldBack(stages, wanted, level),
  ]);
}

function unusable(stage: GlideStage): readonly StageFinding[] {
  const { date, status } = stage;
  if (status === 'optimal') return [];
  if (status === 'no-convergence') {
    return [finding([date], 'allocation.stage-not-certified', { date }, 'block')];
  }
  const parameters = { date, rules: stage.conflicting };
  return [finding([date], 'allocation.stage-infeasible', parameters, 'block')];
}

const FIGURES = [
  ['allocation.stage-equity-rises', 'equityShare'],
  ['allocation.stage-volatility-rises', 'volatility'],
] as const;

/** Of each figure that grows one finding, with the stages to which it does and the steepest step, of equals the first. */
function riskRises(solved: readonly Solved[]): readonly StageFinding[] {
  const steps = solved.slice(1).map((later, k) => ({ earlier: solved[k]!, later }));
  return FIGURES.flatMap(([code, figure]) => {
    const rise = ({ earlier, later }: (typeof steps)[number]) => later[figure] - earlier[figure];
    const rises = steps.filter((step) => rise(step) > EQUAL_WITHIN);
    if (rises.length === 0) return [];
    const steepest = rises.reduce((a, b) => (rise(b) > rise(a) + EQUAL_WITHIN ? b : a));
    const { earlier, later } = steepest;
    const dates = rises.map((step) => step.later.date);
    return [
      finding(dates, code, {
        count: rises.length,
        steps: steps.length,
        earlier: earlier.date,
        later: later.date,
        from: earlier[figure],
        to: later[figure],
      }),
    ];
  });
}

function tradesPileUp(stages: readonly GlideStage[]): readonly StageFinding[] {
  const uneven = unevenTurnover(stages);
  if (uneven === null) return [];
  const { dates, ...parameters } = uneven;
  return [finding(dates, 'allocation.stage-turnover-uneven', parameters)];
}

/** The stages at which the client's level is the more careful of the two. */
function heldBack(
  stages: readonly GlideStage[],
  wanted: readonly Stance[],
  level: RiskLevel,
): readonly StageFinding[] {
  const dates = stages
    .filter(
      ({ lambda, equityMax }, k) => lambda > wanted[k]!.lambda || equityMax < wanted[k]!.equityMax,
    )
    .map(({ date }) => date);
  if (dates.length === 0) return [];
  if (dates.length === stages.length) {
    const all = { level, stages: stages.length };
    return [finding(dates, 'allocation.stage-level-caps-throughout', all, 'info')];
  }
  const parameters = { level, count: dates.length, stages: stages.length };
  return [finding(dates, 'allocation.stage-level-caps', parameters, 'info')];
}

function finding(
  dates: readonly PlainDate[],
  code: string,
  parameters: Parameters,
  severity: Severity = 'warn',
): StageFinding {
  return Object.freeze({
    dates: Object.freeze([...dates]),
    reason: makeReason(code, severity, parameters),
  });
}
