import { neumaierSum } from '../../numerics/index.js';
import type { CompiledRiskBudget } from './risk-budget-problem.js';

/**
 * The proof that weights divide the risk as the method says: the conditions of Karush, Kuhn and Tucker, measured on the
 * delivered weights. Risk is in shares of the portfolio's variance.
 */
export interface RiskBudgetCertificate {
  /**
   * The most by which a share of the risk differs from λ times its budget, for an asset between its bounds; falls short
   * of it at a floor; exceeds it at a ceiling.
   */
  readonly stationarity: number;
  /** The most by which the sum of the weights or a bound is missed, per unit of a budget above 1. */
  readonly primal: number;
  /** The largest product of what a bound costs and the distance of the weight from it. */
  readonly complementarity: number;
  /** Sweeps and Newton steps that it took. */
  readonly iterations: number;
}

/** Residuals above this are no proof. */
const CERTIFIED = 1e-9;
/** A weight this near to its bound, per unit of the budget, counts as held by it. */
const AT_BOUND = 1e-10;

/** Weights and what they were found with. */
export interface RiskBudgetSolution {
  readonly weights: Float64Array;
  /** Their contributions to the risk, summing to 1. */
  readonly shares: Float64Array;
  /** λ per unit of the portfolio's variance: the share of the risk per unit of budget, for an asset between its bounds. */
  readonly multiplier: number;
  readonly iterations: number;
}

/** Measures weights against the conditions, without the search's own account of them. */
export function certifyRiskBudget(
  problem: CompiledRiskBudget,
  solution: RiskBudgetSolution,
): RiskBudgetCertificate {
  const { budgets, lower, upper, total } = problem;
  const { weights, shares, multiplier, iterations } = solution;
  const unit = Math.max(1, total);
  let primal = Math.abs(neumaierSum(weights) - total);
  let stationarity = 0;
  let complementarity = 0;
  for (let i = 0; i < weights.length; i++) {
    const above = weights[i]! - lower[i]!;
    const below = upper[i]! - weights[i]!;
    primal = Math.max(primal, -above, -below);
    const cost = shares[i]! - multiplier * budgets[i]!;
    // A floor may hold an asset above its budget of risk, a ceiling below it.
    const slack = cost > 0 ? above : below;
    if (slack > AT_BOUND * unit) stationarity = Math.max(stationarity, Math.abs(cost));
    else complementarity = Math.max(complementarity, Math.abs(cost * slack) / unit);
  }
  return Object.freeze({ stationarity, primal: primal / unit, complementarity, iterations });
}

/** Whether the residuals are small enough to vouch for the weights. */
export function isCertifiedBudget(certificate: RiskBudgetCertificate): boolean {
  const { stationarity, primal, complementarity } = certificate;
  // Written so that NaN is no proof.
  return stationarity <= CERTIFIED && primal <= CERTIFIED && complementarity <= CERTIFIED;
}
