import { inner, largestSize, multiply, solveQp } from '../numerics/index.js';
import type { CompiledProblem } from './compile-problem.js';
import { budgetRow, solverInput } from './solver-input.js';

/**
 * The highest expected return that a problem's rules allow; nothing when it cannot be found.
 *
 * With `alike`, among the portfolios that have the same covariance with every asset as that one, and so its variance.
 */
export function highestReturn(problem: CompiledProblem, alike?: Float64Array): number | undefined {
  const { expectedReturn, rules, budget, assets } = problem;
  const size = assets.length;
  const scale = largestSize(expectedReturn);
  if (scale === 0) return 0;
  const { lower, upper, inequalities } = solverInput(rules, size);
  const answer = solveQp({
    hessian: new Float64Array(size * size),
    linear: expectedReturn.map((value) => -value / scale),
    equalities: alike === undefined ? budgetRow(budget, size) : alikeRows(problem, alike),
    inequalities,
    lower,
    upper,
  });
  return answer.status === 'optimal' ? inner(expectedReturn, answer.x) : undefined;
}

/** The budget, and Σw = Σ·alike. */
function alikeRows(
  { budget, covariance }: CompiledProblem,
  alike: Float64Array,
): ReturnType<typeof budgetRow> {
  const size = alike.length;
  const { matrix, rhs } = budgetRow(budget, size);
  const scale = largestSize(covariance) || 1;
  const scaled = covariance.map((value) => value / scale);
  return {
    matrix: Float64Array.from([...matrix, ...scaled]),
    rhs: Float64Array.from([...rhs, ...multiply(scaled, alike)]),
  };
}
