import { makeReason, type Reason } from '../evidence/index.js';
import { type CompiledProblem, compileProblem } from './compile/compile-problem.js';
import type { ConflictProof } from './infeasible/conflict-proof.js';
import { explainConflict } from './infeasible/explain-conflict.js';
import type { SmallestRelaxation } from './infeasible/smallest-relaxation.js';
import type { AllocationProblem } from './problem.js';
import { bindingRules } from './solve/binding.js';
import { describePortfolio, type OptimalAllocation } from './solve/portfolio.js';
import { type Failure, type Outcome, solveProblem } from './solve/solve-problem.js';

/** No portfolio meets all rules. */
export interface InfeasibleAllocation {
  readonly status: 'infeasible';
  /** Rules that contradict each other, none of them superfluous: without any one the rest can hold. */
  readonly conflicting: readonly string[];
  /** What proves the contradiction of linear rules: added up with these multipliers they say 0 ≥ gap > 0. */
  readonly proof?: ConflictProof;
  /** The least that would have to give way, by the rules' priorities; absent where a limit on risk is out of reach. */
  readonly relaxation?: SmallestRelaxation;
  /** The highest expected return within the other rules, where a target return is out of reach. */
  readonly highestReturn?: number;
  /** The least volatility or tracking error within the other rules, where a limit on it is out of reach. */
  readonly leastRisk?: number;
  readonly reasons: readonly Reason[];
}

/** The solver came to no end that could be proved; no approximate answer is given. */
export interface UncertifiedAllocation {
  readonly status: 'no-convergence';
  readonly reasons: readonly Reason[];
}

/** What became of an allocation problem. */
export type AllocationResult = OptimalAllocation | InfeasibleAllocation | UncertifiedAllocation;

/**
 * Finds the weights that are best under a problem's objective and rules, and proves it.
 *
 * Returns `optimal` with weights, certificate and shadow prices; `infeasible` with the names of rules that
 * contradict each other (`min:BOND`, `group-max:equity`, `target-return`, `budget`); or `no-convergence`. A
 * shadow price is the gain of the objective per unit by which a rule is loosened. Where the covariance
 * is singular several portfolios may be equally good, and one of them is returned.
 *
 * Throws for a problem that is none: names that do not match, NaN, a covariance that is not symmetric or not
 * positive semi-definite, crossed bounds, a risk aversion that is not above 0.
 *
 * Source: H. Markowitz, Portfolio Selection (1952, 1959); optimality by the conditions of Karush, Kuhn and
 * Tucker, which are sufficient here.
 *
 * @example
 * ```ts
 * import { allocate } from 'aptfolio/allocation';
 *
 * const result = allocate({
 *   assets: ['BOND', 'EQUITY'],
 *   expectedReturn: [0.02, 0.06],
 *   covariance: [[0, 0], [0, 0.04]],
 *   objective: { kind: 'utility', riskAversion: 4 },
 * });
 * result.status; // => 'optimal'
 * result.weights; // => { BOND: 0.75, EQUITY: 0.25 }
 * result.volatility; // => 0.05
 * ```
 */
export function allocate(problem: AllocationProblem): AllocationResult {
  const compiled = compileProblem(problem);
  return reportOutcome(compiled, solveProblem(compiled));
}

/** An outcome with names and reasons. */
function reportOutcome(problem: CompiledProblem, outcome: Outcome): AllocationResult {
  if (outcome.status !== 'optimal') return reportFailure(problem, outcome);
  const portfolio = describePortfolio(problem, outcome.proof);
  const risk = problem.active ? portfolio.trackingError : portfolio.volatility;
  const isWithoutEnd = problem.objective.kind === 'maximum-sharpe' && risk === 0;
  return isWithoutEnd ? withoutRatio('allocation.riskless-excess-return') : portfolio;
}

/** No Sharpe ratio is the highest. */
function withoutRatio(code: string): InfeasibleAllocation {
  return Object.freeze({
    status: 'infeasible',
    conflicting: Object.freeze(['maximum-sharpe']),
    reasons: Object.freeze([makeReason(code, 'block')]),
  });
}

/** Why there is no portfolio, with names and reasons. */
export function reportFailure(
  problem: CompiledProblem,
  outcome: Failure,
): InfeasibleAllocation | UncertifiedAllocation {
  switch (outcome.status) {
    case 'infeasible':
      return Object.freeze({
        status: 'infeasible',
        ...explainConflict(problem, problem.relative),
      });
    case 'unreachable': {
      const inTheWay = bindingRules(problem, outcome.proof)
        .filter(({ shadowPrice }) => shadowPrice > 0)
        .map(({ rule }) => rule);
      return Object.freeze({
        status: 'infeasible',
        conflicting: Object.freeze([...inTheWay, outcome.limit]),
        leastRisk: outcome.least,
        reasons: Object.freeze([
          makeReason(unreachableCode(problem, outcome.limit), 'block', {
            least: outcome.least,
            limit: limitOf(problem),
          }),
        ]),
      });
    }
    case 'no-excess-return':
      return withoutRatio('allocation.no-excess-return');
    default:
      return uncertified();
  }
}

/** Where risk is that of the deviation from the benchmark, a limit on it is one on the tracking error. */
function unreachableCode(
  { active }: CompiledProblem,
  limit: 'target-volatility' | 'tracking-error',
): string {
  return active || limit === 'tracking-error'
    ? 'allocation.tracking-error-unreachable'
    : 'allocation.target-volatility-unreachable';
}

/** The limit on risk that a problem sets. */
function limitOf({ objective, maxTrackingError }: CompiledProblem): number {
  return objective.kind === 'target-volatility' ? objective.volatility : maxTrackingError!;
}

/** The outcome when nothing can be proved. */
export function uncertified(): UncertifiedAllocation {
  return Object.freeze({
    status: 'no-convergence',
    reasons: Object.freeze([makeReason('allocation.not-certified', 'block')]),
  });
}
