import { makeReason, type Reason } from '../../evidence/index.js';
import { largestSize, neumaierSum } from '../../numerics/index.js';
import { byAsset } from './asset-risks.js';
import { type BindingBound, bindingBounds } from './binding-bounds.js';
import { conflictingBounds } from './conflicting-bounds.js';
import { findWeights } from './find-weights.js';
import {
  type CompiledRiskBudget,
  compileRiskBudget,
  type RiskBudgetProblem,
} from './risk-budget-problem.js';
import {
  certifyRiskBudget,
  isCertifiedBudget,
  type RiskBudgetCertificate,
  type RiskBudgetSolution,
} from './risk-certificate.js';
import { divideRisk } from './risk-division.js';
import { risksCancel, type UnattainableDivision, withoutRisk } from './unattainable.js';

/** The portfolio whose risk is divided as budgeted, with its proof. */
export interface BudgetedRisk {
  readonly status: 'optimal';
  /** Weight of every asset, summing to the budget; weights at a bound are exactly the bound. */
  readonly weights: Readonly<Record<string, number>>;
  /** √(w'Σw). */
  readonly volatility: number;
  /** Each asset's share of the variance, w_i(Σw)_i / w'Σw; they sum to 1. */
  readonly riskContributions: Readonly<Record<string, number>>;
  /** The largest difference between a risk contribution and its budget: 0 but for rounding where no bound binds. */
  readonly budgetDeviation: number;
  readonly certificate: RiskBudgetCertificate;
  /** Stated bounds that keep an asset from its budget of risk. */
  readonly binding: readonly BindingBound[];
  /** What each of them does, and which assets are left at their floor because they have no budget of risk. */
  readonly reasons: readonly Reason[];
}

/** No weights sum to the budget within the bounds. */
export interface InfeasibleRiskBudget {
  readonly status: 'infeasible';
  /** Rules that contradict each other, none of them superfluous: `min:…`, `max:…`, `risk-budget:…` and `budget`. */
  readonly conflicting: readonly string[];
  readonly reasons: readonly Reason[];
}

/** No weights were found that can be vouched for; no approximate answer is given. */
export interface UncertifiedRiskBudget {
  readonly status: 'no-convergence';
  readonly reasons: readonly Reason[];
}

/** What became of a problem of risk budgeting. */
export type RiskBudgetResult =
  | BudgetedRisk
  | InfeasibleRiskBudget
  | UnattainableDivision
  | UncertifiedRiskBudget;

/**
 * Finds the long-only weights by which every asset brings its budgeted share of the risk: risk parity where the budgets
 * are equal, risk budgeting otherwise.
 *
 * Without bounds: w_i(Σw)_i = b_i · w'Σw for every asset. Such weights exist and are unique unless some portfolio of
 * the assets has no risk at all.
 *
 * With bounds the shares cannot all be met. What is solved: minimise ½w'Σw − λ Σ b_i ln w_i between the bounds, with the
 * λ above 0 for which Σw_i = budget. So the assets between their bounds contribute in proportion to their budgets; an
 * asset at its floor contributes at least that, at its ceiling at most that. For a λ the weights are unique; where
 * assets hedge each other several λ may do, or none.
 *
 * Returns `optimal` with a certificate; `infeasible` with the bounds that leave no room for the budget;
 * `unattainable` with the assets that have a budget of risk but no risk, or whose risks cancel out; `no-convergence`
 * where nothing could be certified, with a reason of its own, `allocation.risk-budgets-out-of-reach`, where for every λ that was
 * tried, from next to 0 up, the weights sum to more than the budget: the bounds then leave no answer, as far as a search can tell.
 *
 * Throws for a problem that is none: names that do not match, budgets below 0 or that do not sum to 1, a floor below 0,
 * crossed bounds, a covariance that is not symmetric or not positive semi-definite, expected returns and rules other than bounds.
 *
 * Sources: S. Maillard, T. Roncalli and J. Teïletche, The Properties of Equally Weighted Risk Contribution Portfolios
 * (2010); B. Bruder and T. Roncalli, Managing Risk Exposures using the Risk Budgeting Approach (2012); J.-C. Richard and
 * T. Roncalli, Constrained Risk Budgeting Portfolios (2019).
 *
 * @example
 * ```ts
 * import { riskParity } from 'aptfolio/allocation';
 *
 * const problem = { assets: ['BOND', 'EQUITY'], covariance: [[0.0025, 0], [0, 0.0225]] };
 * const parity = riskParity(problem);
 * parity.status; // => 'optimal'
 * parity.weights; // => { BOND: 0.75, EQUITY: 0.25 }
 * parity.riskContributions; // => { BOND: 0.5, EQUITY: 0.5 }
 *
 * const bounded = riskParity({ ...problem, bounds: { BOND: { max: 0.6 } } });
 * bounded.weights; // => { BOND: 0.6, EQUITY: 0.4 }
 * bounded.riskContributions; // => { BOND: 0.2, EQUITY: 0.8 }
 * bounded.binding; // => [{ rule: 'max:BOND', kind: 'max', subject: 'BOND', bound: 0.6 }]
 * ```
 */
export function riskParity(problem: RiskBudgetProblem): RiskBudgetResult {
  const compiled = compileRiskBudget(problem);
  const conflicting = conflictingBounds(compiled);
  if (conflicting.length > 0) return infeasible(conflicting);
  const riskless = risklessOverflow(compiled);
  if (riskless.length > 0) return withoutRisk(riskless);
  return solve(compiled);
}

function infeasible(conflicting: readonly string[]): InfeasibleRiskBudget {
  return Object.freeze({
    status: 'infeasible',
    conflicting,
    reasons: Object.freeze([
      makeReason('allocation.rules-conflict', 'block', { rules: conflicting }),
    ]),
  });
}

/** A sum may miss the budget by this part of it, through rounding. */
const ROUNDING = 1e-12;

/**
 * The assets that have a budget of risk but no risk, where they would fill the whole portfolio: whatever λ is, such an
 * asset is at its ceiling, and no room is left for the others.
 */
function risklessOverflow(problem: CompiledRiskBudget): readonly string[] {
  const { assets, covariance, budgets, lower, upper, total } = problem;
  const size = assets.length;
  const isRiskless = (i: number) =>
    budgets[i]! > 0 && upper[i]! > 0 && covariance[i * size + i] === 0;
  const riskless = assets.filter((_, i) => isRiskless(i));
  if (riskless.length === 0) return [];
  const least = neumaierSum(lower.map((min, i) => (isRiskless(i) ? upper[i]! : min)));
  const slack = ROUNDING * total;
  // Where floors above 0 fill the rest exactly, that one portfolio is left.
  const isExact = Math.abs(least - total) <= slack;
  const hasRoom = lower.every((min, i) => isRiskless(i) || min > 0 || upper[i] === 0);
  return least > total + slack || (isExact && !hasRoom) ? riskless : [];
}

/** Where only one portfolio sums to the budget, each weight is ruled from both sides. */
function pinToBudget(problem: CompiledRiskBudget): CompiledRiskBudget {
  const { lower, upper, total } = problem;
  const misses = (bounds: Float64Array) =>
    Math.abs(bounds.reduce((sum, bound) => sum + bound, 0) - total) > ROUNDING * total;
  if (!misses(lower)) return { ...problem, upper: lower };
  return misses(upper) ? problem : { ...problem, lower: upper };
}

function solve(problem: CompiledRiskBudget): RiskBudgetResult {
  const pinned = pinToBudget(problem);
  const search = findWeights(pinned);
  if (search.status === 'risks-cancel') {
    return risksCancel(search.members.map((i) => problem.assets[i]!));
  }
  if (search.status === 'out-of-reach') return uncertified('allocation.risk-budgets-out-of-reach');
  if (search.status === 'not-found') return uncertified();
  const { weights, iterations } = search;
  const { volatility, shares } = divideRisk(problem.covariance, weights);
  if (volatility === 0) return risklessPortfolio(problem, weights);
  const multiplier = pinned === problem ? search.multiplier / (volatility * volatility) : 1;
  const solution = { weights, shares, multiplier, iterations };
  const certificate = certifyRiskBudget(pinned, solution);
  if (!isCertifiedBudget(certificate) || !Number.isFinite(volatility)) return uncertified();
  return describe(problem, volatility, certificate, solution);
}

/** A portfolio without risk: of assets that have none, or of assets whose risks cancel out. */
function risklessPortfolio(
  { assets, covariance }: CompiledRiskBudget,
  weights: Float64Array,
): UnattainableDivision {
  const held = [...assets.keys()].filter((i) => weights[i]! > 0);
  const risky = held.filter((i) => covariance[i * assets.length + i]! > 0);
  const namesOf = (indices: readonly number[]) => indices.map((i) => assets[i]!);
  return risky.length === 0 ? withoutRisk(namesOf(held)) : risksCancel(namesOf(risky));
}

function describe(
  problem: CompiledRiskBudget,
  volatility: number,
  certificate: RiskBudgetCertificate,
  solution: RiskBudgetSolution,
): BudgetedRisk {
  const { assets, budgets } = problem;
  const { weights, shares } = solution;
  const deviations = shares.map((share, i) => share - budgets[i]!);
  return Object.freeze({
    status: 'optimal',
    weights: byAsset(assets, weights),
    volatility,
    riskContributions: byAsset(assets, shares),
    budgetDeviation: largestSize(deviations),
    certificate,
    ...bindingBounds(problem, solution),
  });
}

function uncertified(code = 'allocation.risk-budgets-not-certified'): UncertifiedRiskBudget {
  return Object.freeze({
    status: 'no-convergence',
    reasons: Object.freeze([makeReason(code, 'block')]),
  });
}
