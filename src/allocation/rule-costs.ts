import { AptfolioError, checkList, checkObject } from '../errors/index.js';
import { makeReason, type Reason } from '../evidence/index.js';
import { allocate, type InfeasibleAllocation, type UncertifiedAllocation } from './allocate.js';
import { compileFrontier } from './frontier/efficient-frontier.js';
import type { AllocationProblem } from './problem.js';
import type { BindingRule } from './solve/binding.js';
import { alongPath, pointAtSlope, pointAtVariance, varianceAt } from './solve/path-points.js';
import type { OptimalAllocation } from './solve/portfolio.js';
import { pathOf } from './solve/solve-problem.js';
import { withoutRule } from './without-rule.js';

/** What one rule costs as a whole: the best portfolio with it beside the best without it. */
export interface RuleCost {
  readonly rule: string;
  readonly kind: BindingRule['kind'];
  readonly subject: string;
  readonly bound: number;
  /** Expected return that is given up for the rule, at the same risk; at least 0. */
  readonly expectedReturn: number;
  /** Risk (√ of the variance that the problem counts) that is borne for the rule, at the same expected return; at least 0. */
  readonly volatility: number;
}

/** A portfolio and what its rules cost, the dearest first. */
export interface RuleCosts {
  readonly status: 'optimal';
  readonly portfolio: OptimalAllocation;
  readonly costs: readonly RuleCost[];
  /** Each rule's cost in words. */
  readonly reasons: readonly Reason[];
}

/** Which rules are asked for. */
export interface RuleCostOptions {
  /** Names of rules, as results give them; default all that bind. Each takes a frontier of its own. */
  readonly rules?: readonly string[];
}

/** Costs below this part of the portfolio's return and volatility are rounding. */
const NOTHING = 1e-9;

/**
 * What each binding rule of a problem costs: how much more could be expected at the same risk, or how much less risk would do
 * for the same return, if this rule alone were lifted.
 *
 * A shadow price says what the next small step is worth; this is the whole difference, read off the exact frontier without the
 * rule. A rule that only decides which efficient portfolio is chosen costs nothing in this sense. A lifted bound of an asset is the default again (0, or the budget); targets are no rules in this sense and are left out.
 *
 * Returns `infeasible` or `no-convergence` as `allocate` does, and throws as it does; also for a problem with `maxTrackingError`,
 * which has no frontier.
 *
 * @example
 * ```ts
 * import { costOfRules } from 'aptfolio/allocation';
 *
 * const { costs } = costOfRules({
 *   assets: ['BOND', 'EQUITY'],
 *   expectedReturn: [0.02, 0.06],
 *   covariance: [[0.01, 0], [0, 0.04]],
 *   objective: { kind: 'utility', riskAversion: 1 },
 *   bounds: { EQUITY: { max: 0.1 } },
 * });
 * // 90 % bonds have a variance of 0.0085; so has a portfolio with 30 % equity, which earns 0.8 % more.
 * costs.map(({ rule, expectedReturn }) => [rule, expectedReturn]); // => [['max:EQUITY', 0.008]]
 * ```
 */
export function costOfRules(
  problem: AllocationProblem,
  options: RuleCostOptions = {},
): RuleCosts | InfeasibleAllocation | UncertifiedAllocation {
  checkObject(problem, 'problem');
  checkObject(options, 'options');
  if (options.rules !== undefined) checkList(options.rules, 'options.rules');
  if (problem.maxTrackingError !== undefined) {
    const expected = "nothing: for what rules cost take risk 'active'";
    const given = problem.maxTrackingError;
    throw new AptfolioError('inconsistent', 'problem.maxTrackingError', expected, given);
  }
  const portfolio = allocate(problem);
  if (portfolio.status !== 'optimal') return portfolio;
  const costs: RuleCost[] = [];
  const asked = options.rules === undefined ? undefined : new Set(options.rules);
  for (const binding of portfolio.binding) {
    if (asked?.has(binding.rule) === false) continue;
    const lifted = withoutRule(problem, binding);
    if (lifted === undefined) continue;
    const cost = costAgainst(lifted, portfolio, problem.risk === 'active');
    if (cost === undefined) continue;
    const { rule, kind, subject, bound } = binding;
    costs.push(Object.freeze({ rule, kind, subject, bound, ...cost }));
  }
  costs.sort((one, other) => other.expectedReturn - one.expectedReturn);
  return Object.freeze({
    status: 'optimal',
    portfolio,
    costs: Object.freeze(costs),
    reasons: Object.freeze(costs.map((cost) => explain(cost, problem.risk === 'active'))),
  });
}

/** How much better the frontier of a problem is than a portfolio; nothing where it is not, or where there is none. */
function costAgainst(
  problem: AllocationProblem,
  portfolio: OptimalAllocation,
  active: boolean,
): { readonly expectedReturn: number; readonly volatility: number } | undefined {
  const compiled = compileFrontier(problem);
  const path = pathOf(compiled);
  if (!('corners' in path)) return undefined;
  const risk = active ? portfolio.trackingError! : portfolio.volatility;
  const own = portfolio.expectedReturn - compiled.returnOfBase;
  const asRisky = pointAtVariance(path, risk * risk);
  const asGood = pointAtSlope(path, own);
  const size = Math.abs(own) + Math.abs(compiled.returnOfBase);
  const earned = alongPath(path.slopes, 1, asRisky)[0]! - own;
  const borne = risk - Math.sqrt(varianceAt(path, asGood));
  if (earned <= NOTHING * size && borne <= NOTHING * risk) return undefined;
  return { expectedReturn: Math.max(0, earned) + 0, volatility: Math.max(0, borne) + 0 };
}

/** Shown with two decimals, less than this is nothing. */
const SHOWN = 5e-5;

/** What can be said of a cost with two decimals: in return, in risk, or in return if neither can. */
function explain({ rule, bound, expectedReturn, volatility }: RuleCost, active: boolean): Reason {
  const parameters = { rule, bound, expectedReturn, volatility };
  const inRisk = expectedReturn < SHOWN && volatility >= SHOWN;
  if (!inRisk) return makeReason('allocation.rule-cost', 'info', parameters);
  return active
    ? makeReason('allocation.rule-cost-in-tracking-error', 'info', parameters)
    : makeReason('allocation.rule-cost-in-risk', 'info', parameters);
}
