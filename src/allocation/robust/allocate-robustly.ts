import { makeReason, type Reason } from '../../evidence/index.js';
import { inner } from '../../numerics/index.js';
import {
  type InfeasibleAllocation,
  reportFailure,
  type UncertifiedAllocation,
} from '../allocate.js';
import type { BindingRule } from '../solve/binding.js';
import { describePortfolio, named, type OptimalAllocation } from '../solve/portfolio.js';
import type { Proof } from '../solve/proof.js';
import { type Failure, solveProblem } from '../solve/solve-problem.js';
import { type CompiledRobust, compileRobust, type RobustProblem } from './robust-problem.js';
import { solveWithinEllipsoid } from './within-ellipsoid.js';

/**
 * The best portfolio under the worst expected returns, with its proof.
 *
 * As from `allocate`, but the objective, and a target return, count the worst returns. `expectedReturn` is by the estimates.
 */
export interface RobustAllocation extends OptimalAllocation {
  /** The expected return if the estimates are off for the worse, less the costs of trading where those are given. */
  readonly worstReturn: number;
  /** By asset: the expected returns within the uncertainty that are worst for these weights. */
  readonly worstExpectedReturns: Readonly<Record<string, number>>;
}

/** What became of a robust allocation problem. */
export type RobustResult = RobustAllocation | InfeasibleAllocation | UncertifiedAllocation;

/**
 * Finds the weights that are best if the expected returns are off for the worse, and proves it.
 *
 * Within a box every return may be off by itself: a holding earns its lower end, a short position costs the upper one. Within an
 * ellipsoid they are off together: the portfolio earns μ'w − κ√(w'Ωw), and μ'w − κ√(w'Ωw) − (λ/2)·w'Σw is maximised. The
 * certificate is that of this problem itself, a second-order cone program. Where the errors are in proportion to the risks
 * (Ω = Σ/T) the portfolio is on the efficient frontier, only further down.
 *
 * Where it is best to depend on no estimate at all, prices are those under the smallest error that proves it, and none is `unique`.
 *
 * Returns `optimal`, `infeasible` or `no-convergence` as `allocate` does, and throws as it does, also for half widths or a radius
 * below 0 and for an Ω that is not positive semi-definite.
 *
 * Sources: R. H. Tütüncü and M. Koenig, Robust asset allocation, Annals of Operations Research 132 (2004), for the box;
 * D. Goldfarb and G. Iyengar, Robust portfolio selection problems, Mathematics of Operations Research 28 (2003), and S. Ceria and
 * R. A. Stubbs, Incorporating estimation errors into portfolio selection, Journal of Asset Management 7 (2006), for the ellipsoid.
 *
 * @example
 * ```ts
 * import { allocateRobustly } from 'aptfolio/allocation';
 *
 * const problem = {
 *   assets: ['CASH', 'EQUITY'],
 *   expectedReturn: [0.02, 0.06],
 *   covariance: [[0, 0], [0, 0.04]],
 *   objective: { kind: 'utility', riskAversion: 4 },
 * } as const;
 * const halfWidth = { CASH: 0, EQUITY: 0.02 };
 * const box = allocateRobustly({ ...problem, uncertainty: { kind: 'box', halfWidth } });
 * box.weights; // => { CASH: 0.875, EQUITY: 0.125 }
 * box.worstReturn; // => 0.0225
 *
 * // The mean of 25 years: a standard error of 0.2/√25, and half of it allowed for.
 * const errorCovariance = [[0, 0], [0, 0.0016]];
 * const uncertainty = { kind: 'ellipsoid', radius: 0.5, errorCovariance } as const;
 * allocateRobustly({ ...problem, uncertainty }).worstExpectedReturns; // => { CASH: 0.02, EQUITY: 0.04 }
 * ```
 */
export function allocateRobustly(problem: RobustProblem): RobustResult {
  const compiled = compileRobust(problem);
  const solved = solve(compiled);
  return solved.status === 'optimal'
    ? describe(compiled, solved)
    : withWorst(reportFailure(compiled.problem, solved));
}

interface Solved {
  readonly status: 'optimal';
  readonly proof: Proof;
  readonly worstMeans: Float64Array;
  /** Whether the portfolio holds nothing whose return may be off within an ellipsoid. */
  readonly errorless: boolean;
}

function solve({ problem, uncertainty }: CompiledRobust): Solved | Failure {
  const { objective } = problem;
  if (uncertainty.kind === 'ellipsoid' && objective.kind === 'utility') {
    const { error, radius } = uncertainty;
    return solveWithinEllipsoid(problem, error, radius, objective.riskAversion);
  }
  const outcome = solveProblem(problem);
  if (outcome.status !== 'optimal') return outcome;
  const { weights } = outcome.proof;
  const worstMeans = problem.expectedReturn.map((mean, a) => {
    const width = problem.holdingCost?.[a] ?? 0;
    return weights[a]! < 0 ? mean + width : mean - width;
  });
  return { ...outcome, worstMeans, errorless: false };
}

function describe(
  { problem, uncertainty }: CompiledRobust,
  { proof, worstMeans, errorless }: Solved,
): RobustAllocation {
  const portfolio = describePortfolio(problem, proof);
  const cost = portfolio.trading?.cost ?? 0;
  const expectedReturn = inner(problem.expectedReturn, proof.weights) - cost + 0;
  const worstReturn = inner(worstMeans, proof.weights) - cost + 0;
  // Within a box the program counts the worst returns; within an ellipsoid utility is less by what they are worse.
  const lost = uncertainty.kind === 'box' ? 0 : expectedReturn - worstReturn;
  const figures = { worst: worstReturn, estimate: expectedReturn };
  return Object.freeze({
    ...portfolio,
    expectedReturn,
    objectiveValue: portfolio.objectiveValue - lost,
    worstReturn,
    worstExpectedReturns: named(problem.assets, worstMeans),
    binding: errorless ? withoutUniqueness(portfolio.binding) : portfolio.binding,
    reasons: Object.freeze([
      explainWorst(uncertainty, figures),
      ...(errorless ? [makeReason('allocation.without-error', 'info')] : []),
      ...portfolio.reasons.map(atWorst),
    ]),
  });
}

/** What the worst expected returns make of the portfolio; no figure below a total loss, which would only be absurd. */
function explainWorst(
  uncertainty: CompiledRobust['uncertainty'],
  figures: { readonly worst: number; readonly estimate: number },
): Reason {
  if (figures.worst < -1) return makeReason('allocation.worst-beyond-total-loss', 'warn', figures);
  if (uncertainty.kind === 'box') return makeReason('allocation.worst-of-each', 'info', figures);
  const { radius } = uncertainty;
  return makeReason('allocation.worst-together', 'info', { ...figures, radius });
}

function withoutUniqueness(binding: readonly BindingRule[]): readonly BindingRule[] {
  return Object.freeze(binding.map((rule) => Object.freeze({ ...rule, unique: false })));
}

/** Reasons that speak of expected returns, and what they are called where those are the worst. */
const AT_WORST: Readonly<Record<string, string>> = {
  'allocation.not-held': 'allocation.not-held-at-worst',
  'allocation.target-return-binding': 'allocation.target-return-at-worst-binding',
  'allocation.no-excess-return': 'allocation.no-excess-return-at-worst',
};

function atWorst(reason: Reason): Reason {
  const code = AT_WORST[reason.code];
  return code === undefined ? reason : makeReason(code, reason.severity, reason.parameters);
}

function withWorst(
  result: InfeasibleAllocation | UncertifiedAllocation,
): InfeasibleAllocation | UncertifiedAllocation {
  return Object.freeze({ ...result, reasons: Object.freeze(result.reasons.map(atWorst)) });
}
