import type { PlainDate } from '../../dates/index.js';
import { makeReason, type Parameters, type Reason, type Severity } from '../../evidence/index.js';
import type { RiskLevel } from '../../questionnaire/index.js';
import type { Stance } from '../policy.js';
import type { GlideStage } from './glide-path.js';
import { EQUAL_WITHIN, type SizedAllocation } from './size-up.js';

/** Something about one stage of a glide path or several that an adviser should look at. */
export interface StageFinding {
  /** The days of the stages that are meant. */
  readonly dates: readonly PlainDate[];
  /** `block` where a stage cannot be used, `warn` where risk grows, `info` where the level is more careful than the path; its code begins with `allocation.stage`. */
  readonly reason: Reason;
}

/** A stage that has an allocation. */
type Solved = GlideStage & SizedAllocation;

/** What does not fit along a path, whose own stances are `wanted`. */
export function stageFindings(
  stages: readonly GlideStage[],
  wanted: readonly Stance[],
  level: RiskLevel,
  equityMayRise: boolean,
): readonly StageFinding[] {
  const solved = stages.filter((one): one is Solved => one.status === 'optimal');
  const rises = equityMayRise
    ? []
    : solved.slice(1).flatMap((later, k) => riskRises(solved[k]!, later));
  return Object.freeze([...stages.flatMap(unusable), ...rises, ...heldBack(stages, wanted, level)]);
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

function riskRises(earlier: Solved, later: Solved): readonly StageFinding[] {
  return FIGURES.filter(([, figure]) => later[figure] > earlier[figure] + EQUAL_WITHIN).map(
    ([code, figure]) =>
      finding([earlier.date, later.date], code, {
        earlier: earlier.date,
        later: later.date,
        from: earlier[figure],
        to: later[figure],
      }),
  );
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
