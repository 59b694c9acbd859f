import { largestSize } from '../numerics/index.js';
import type { CompiledProblem } from './compile-problem.js';

/** minimise ½·w'Hw + c'w: what the solver is given for an objective. */
export interface QuadraticForm {
  /** H, row-major. */
  readonly hessian: Float64Array<ArrayBuffer>;
  /** c. */
  readonly linear: Float64Array<ArrayBuffer>;
  /** The largest entry of H and c: what residuals are measured against. */
  readonly scale: number;
}

/** The objective as a quadratic form: −utility, or the variance. */
export function quadraticForm(problem: CompiledProblem): QuadraticForm {
  const { covariance, expectedReturn, objective } = problem;
  const utility = objective.kind === 'utility';
  const factor = utility ? objective.riskAversion : 2;
  const hessian = new Float64Array(covariance.map((value) => factor * value));
  const linear = new Float64Array(expectedReturn.map((value) => (utility ? -value : 0)));
  const scale = Math.max(largestSize(hessian), largestSize(linear)) || 1;
  return { hessian, linear, scale };
}

/** A variance below this part of the terms that it is summed from is rounding: the risks cancel out. */
const RISKLESS = 1e-14;

/** The variance w'Σw, exactly 0 for a portfolio whose risks cancel out. */
export function varianceOf(covariance: Float64Array, weights: Float64Array): number {
  const size = weights.length;
  let sum = 0;
  let gross = 0;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      const term = weights[i]! * covariance[i * size + j]! * weights[j]!;
      sum += term;
      gross += Math.abs(term);
    }
  }
  return sum <= RISKLESS * gross ? 0 : sum;
}
