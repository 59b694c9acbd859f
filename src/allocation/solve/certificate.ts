import { multiply } from '../numerics/index.js';
import type { CompiledProblem } from './compile-problem.js';
import type { QuadraticForm } from './quadratic-form.js';
import { slackOf } from './rules.js';

/**
 * The proof that a portfolio is optimal: how well it meets the conditions of Karush, Kuhn and Tucker.
 *
 * For a convex problem these conditions are sufficient: zero residuals mean that nothing better exists.
 */
export interface AllocationCertificate {
  /** The most by which any rule or the budget is broken: per unit of a budget above 1, a target per unit of the largest return. */
  readonly primal: number;
  /** The most by which the gradient is not balanced by the rules' shadow prices, per unit of the largest of μ and λΣ. */
  readonly stationarity: number;
  /** The largest product of a rule's shadow price and its slack, in the same unit. */
  readonly complementarity: number;
  /** Steps that the solver took. */
  readonly iterations: number;
}

/** Residuals above this are no proof, and the portfolio is not returned as optimal. */
const CERTIFIED = 1e-9;

/** Measures a portfolio against the optimality conditions, without the solver's own account of it. */
export function certify(
  problem: CompiledProblem,
  form: QuadraticForm,
  solution: {
    readonly weights: Float64Array;
    /** One per rule, at least 0. */
    readonly prices: Float64Array;
    readonly budgetPrice: number;
    readonly iterations: number;
  },
): AllocationCertificate {
  const { weights, prices, budgetPrice, iterations } = solution;
  const gradient = multiply(form.hessian, weights);
  for (let i = 0; i < weights.length; i++) gradient[i]! += form.linear[i]! + budgetPrice;
  let primal = Math.abs(slackOf(problem.budget, weights));
  let complementarity = 0;
  problem.rules.forEach((rule, r) => {
    const slack = slackOf(rule, weights);
    const price = prices[r]!;
    primal = Math.max(primal, -slack);
    complementarity = Math.max(complementarity, Math.abs(price * slack));
    rule.members.forEach((asset, k) => {
      gradient[asset]! += price * rule.coefficients[k]!;
    });
  });
  let stationarity = 0;
  for (const value of gradient) stationarity = Math.max(stationarity, Math.abs(value));
  return Object.freeze({
    primal: primal / Math.max(1, problem.budget.bound),
    stationarity: stationarity / form.scale,
    complementarity: complementarity / form.scale,
    iterations,
  });
}

/** Whether the residuals are small enough to call the portfolio optimal. */
export function isCertified(certificate: AllocationCertificate): boolean {
  const { primal, stationarity, complementarity } = certificate;
  // Written so that NaN is no proof.
  return primal <= CERTIFIED && stationarity <= CERTIFIED && complementarity <= CERTIFIED;
}
