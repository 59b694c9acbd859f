import { checkInteger, checkObject } from '../errors/index.js';
import {
  type AllocationResult,
  type InfeasibleAllocation,
  type OptimalAllocation,
  solve,
  type UncertifiedAllocation,
  uncertified,
} from './allocate.js';
import { type CompiledProblem, compileProblem } from './compile-problem.js';
import { highestReturn } from './highest-return.js';
import type { AllocationProblem } from './problem.js';
import { targetReturnRule } from './rules.js';

/** One efficient portfolio: no other has a higher return at its risk. */
export interface FrontierPoint {
  readonly expectedReturn: number;
  readonly volatility: number;
  readonly weights: Readonly<Record<string, number>>;
}

/** Efficient portfolios in ascending order of return, or why there are none. */
export type FrontierResult =
  | { readonly status: 'points'; readonly points: readonly FrontierPoint[] }
  | InfeasibleAllocation
  | UncertifiedAllocation;

/** How finely the frontier is drawn. */
export interface FrontierOptions {
  /** Number of points, both ends included; 2 to 1,000. */
  readonly count: number;
}

/** Returns closer than this, relative to the largest return, are one point. */
const ONE_POINT = 1e-12;

/**
 * Points of the efficient frontier, evenly spaced in return from the least variance to the highest return.
 *
 * The problem's rules hold at every point; its objective has no influence. When the portfolio of least
 * variance already has the highest return, there is one point. Each point is solved and certified by itself.
 * Returns `infeasible` or `no-convergence` as `allocate` does, and throws as it does.
 *
 * @example
 * ```ts
 * import { frontierPoints } from 'aptfolio/allocation';
 *
 * const result = frontierPoints(
 *   { assets: ['BOND', 'EQUITY'], expectedReturn: [0.02, 0.06], covariance: [[0, 0], [0, 0.04]] },
 *   { count: 3 },
 * );
 * result.points.map((point) => point.expectedReturn); // => [0.02, 0.04, 0.06]
 * result.points.map((point) => point.volatility); // => [0, 0.1, 0.2]
 * ```
 */
export function frontierPoints(
  problem: Omit<AllocationProblem, 'objective'>,
  options: FrontierOptions,
): FrontierResult {
  checkObject(problem, 'problem');
  checkObject(options, 'options');
  const count = checkInteger(options.count, 'options.count', { min: 2, max: 1000 });
  const least = compileProblem({ ...problem, objective: { kind: 'minimum-variance' } });
  const lowest = solve(least);
  if (lowest.status !== 'optimal') return lowest;
  const start = efficientAmongLeast(least, lowest);
  const highest = highestReturn(least);
  if (highest === undefined) return uncertified();
  const range = highest - start.expectedReturn;
  const size = Math.max(Math.abs(highest), Math.abs(start.expectedReturn));
  if (range <= ONE_POINT * size) return points([start]);
  const found: OptimalAllocation[] = [start];
  for (let k = 1; k < count; k++) {
    const target = k === count - 1 ? highest : start.expectedReturn + (range * k) / (count - 1);
    const result = atReturn(least, target);
    if (result.status !== 'optimal') return result;
    found.push(result);
  }
  return points(found);
}

/** Two volatilities this close, in proportion, are the same. */
const SAME_RISK = 1e-9;

/**
 * Of all portfolios of least variance the one of highest return: where the covariance is singular, as with two
 * riskless assets, there are several.
 */
function efficientAmongLeast(
  problem: CompiledProblem,
  lowest: OptimalAllocation,
): OptimalAllocation {
  const weights = Float64Array.from(problem.assets, (asset) => lowest.weights[asset]!);
  const highest = highestReturn(problem, weights);
  if (highest === undefined || highest <= lowest.expectedReturn) return lowest;
  const better = atReturn(problem, highest);
  const asSafe =
    better.status === 'optimal' && better.volatility <= lowest.volatility * (1 + SAME_RISK);
  return asSafe ? better : lowest;
}

function atReturn(problem: CompiledProblem, target: number): AllocationResult {
  const rules = [...problem.rules, targetReturnRule(problem.expectedReturn, target)];
  return solve({
    ...problem,
    rules,
    objective: { kind: 'target-return', expectedReturn: target },
  });
}

function points(found: readonly OptimalAllocation[]): FrontierResult {
  return Object.freeze({
    status: 'points',
    points: Object.freeze(
      found.map(({ expectedReturn, volatility, weights }) =>
        Object.freeze({ expectedReturn, volatility, weights }),
      ),
    ),
  });
}
