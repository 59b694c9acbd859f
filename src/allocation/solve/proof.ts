import {
  isProof,
  type ParametricProgram,
  type Residuals,
  residualsOf,
} from '../../numerics/index.js';
import type { CompiledProblem } from '../compile/compile-problem.js';
import { variablesOf, weightsOf } from './weights.js';

/** A portfolio with the prices that prove it the best of its program. */
export interface Proof {
  readonly program: ParametricProgram;
  /** The program's parameter: the risk tolerance. */
  readonly t: number;
  readonly weights: Float64Array;
  /** The variables that make up the weights. */
  readonly x: Float64Array;
  /** By row of the program. */
  readonly rowPrices: Float64Array;
  /** Σw + q − tp + C'ν by variable: what its bounds must balance. */
  readonly reduced: Float64Array;
  readonly residuals: Residuals;
  readonly iterations: number;
  readonly ridge: number;
  readonly condition: number;
  /** How much of the objective one unit of the program's own objective is worth. */
  readonly gain: number;
  /** A limit on the tracking error that binds, and what a unit of it is worth. */
  readonly trackingError?: { readonly limit: number; readonly price: number };
  /** The same for a limit on volatility. */
  readonly volatilityLimit?: { readonly limit: number; readonly price: number };
}

/** What a solver claims, before it is checked. */
export interface Claimed {
  readonly program: ParametricProgram;
  readonly t: number;
  readonly x: Float64Array;
  readonly prices: Float64Array;
  readonly iterations: number;
  readonly ridge: number;
  readonly condition: number;
}

/**
 * Checks a claim on the weights that will be delivered: variables and gradient are worked out from them anew.
 *
 * Nothing where that proves nothing.
 */
export function prove(problem: CompiledProblem, claimed: Claimed, gain: number): Proof | undefined {
  const { program, t, prices, iterations, ridge, condition } = claimed;
  const weights = weightsOf(problem, claimed.x);
  const x = variablesOf(problem, weights);
  const residuals = residualsOf(program, { x, prices, t });
  if (!isProof(residuals)) return undefined;
  const { gradient: reduced } = residuals;
  return {
    program,
    t,
    weights,
    x,
    rowPrices: prices,
    reduced,
    residuals,
    iterations,
    ridge,
    condition,
    gain,
  };
}
