import type { Proof } from './proof.js';

/**
 * The proof that a portfolio is optimal: how well it meets the conditions of Karush, Kuhn and Tucker.
 *
 * For a convex problem these conditions are sufficient: zero residuals mean that nothing better exists. They are worked out from
 * the weights that are delivered.
 */
export interface AllocationCertificate {
  /** The most by which any rule or the budget is broken: per unit of the largest weight above 1, a target per unit of the largest return. */
  readonly primal: number;
  /** The most by which the gradient is not balanced by the rules' prices, per unit of the largest variance and of μ/λ. */
  readonly stationarity: number;
  /** The largest product of a rule's price and its slack, in the same unit. */
  readonly complementarity: number;
  /** Changes of the solver's set of free assets and active rules. */
  readonly iterations: number;
  /** Estimate, from below, of the condition number of the free assets' covariance. */
  readonly condition: number;
  /** Variance that had to be added to every asset to come to an end; 0 as a rule. */
  readonly ridge: number;
}

/** What of a proof is told. */
export function certificateOf({
  residuals,
  iterations,
  condition,
  ridge,
}: Proof): AllocationCertificate {
  const { primal, stationarity, complementarity } = residuals;
  return Object.freeze({
    primal: primal + 0,
    stationarity: stationarity + 0,
    complementarity: complementarity + 0,
    iterations,
    condition,
    ridge,
  });
}
