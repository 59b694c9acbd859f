import { AptfolioError, checkObject, checkRange } from '../errors/index.js';
import { makeReason, type Reason } from '../evidence/index.js';
import { brent } from '../numerics/index.js';
import { terminalMoments } from './growth.js';
import { matchLognormal } from './lognormal.js';
import { checkAccumulation, type GoalPlan } from './plan.js';

/** A goal plan whose contribution is looked for. */
export interface ContributionSearch extends Omit<GoalPlan, 'monthlyContribution'> {
  /** The probability with which the target is to be reached; above 0, below 1. */
  readonly probability: number;
}

/** The monthly contribution that gives a probability, or why none is needed or none suffices. */
export type ContributionResult =
  | {
      readonly status: 'found';
      /** Not rounded; a host that rounds should round up. */
      readonly monthlyContribution: number;
      readonly reasons: readonly Reason[];
    }
  | {
      /** Even without a contribution the probability is at least the one asked for. */
      readonly status: 'already-met';
      readonly probability: number;
      readonly reasons: readonly Reason[];
    }
  | {
      /** No month is left in which anything could be paid in. */
      readonly status: 'unreachable';
      readonly reasons: readonly Reason[];
    };

/**
 * Finds the monthly contribution with which the target is reached with a given probability.
 *
 * Solved on the closed form of `projectGoal`: the contribution at which the (1 − probability)
 * quantile of terminal wealth equals the target.
 *
 * @throws AptfolioError for a probability outside (0, 1) and for a plan `projectGoal` would refuse.
 *
 * @example
 * ```ts
 * import { contributionForProbability } from 'aptfolio/projection';
 *
 * const search = {
 *   initial: 0, months: 24, expectedReturn: 0, volatility: 0, target: 2400, probability: 0.75,
 * };
 * const result = contributionForProbability(search);
 * result.status; // => 'found'
 * result.monthlyContribution; // => 100
 * ```
 */
export function contributionForProbability(search: ContributionSearch): ContributionResult {
  checkObject(search, 'search');
  const plan = checkAccumulation(search, 'search');
  const probability = checkRange(search.probability, 'search.probability', {
    exclusiveMin: 0,
    exclusiveMax: 1,
  });
  const wealth = (monthlyContribution: number) =>
    matchLognormal(
      terminalMoments({ ...plan, monthlyContribution, months: Math.max(0, plan.months) }),
    );

  const without = wealth(0).probabilityOfAtLeast(plan.target);
  if (without >= probability) {
    const reasons = [
      makeReason('projection.no-contribution-needed', 'info', { probability: without }),
    ];
    return Object.freeze({
      status: 'already-met',
      probability: without,
      reasons: Object.freeze(reasons),
    });
  }
  if (plan.months <= 0) {
    const reasons = [makeReason('projection.no-time-left', 'warn', { target: plan.target })];
    return Object.freeze({ status: 'unreachable', reasons: Object.freeze(reasons) });
  }

  const excess = (contribution: number): number =>
    wealth(contribution).reachedWith(probability) - plan.target;
  // The target every month is too much, unless growth is far below zero.
  let high = plan.target;
  while (excess(high) < 0) high *= 2;
  const solution = brent(excess, 0, high, { tolerance: 0, maxIterations: 500 });
  if (solution.status !== 'converged') {
    throw new AptfolioError('no-convergence', 'search', 'a plan whose contribution can be found');
  }
  const monthlyContribution = solution.root;
  const reasons = [
    makeReason('projection.contribution-found', 'info', { monthlyContribution, probability }),
    makeReason('projection.no-promise', 'info', { probability }),
  ];
  return Object.freeze({ status: 'found', monthlyContribution, reasons: Object.freeze(reasons) });
}
