import { inner } from '../../numerics/index.js';
import type { CompiledProblem } from './compile-problem.js';

/** The same problem under other expected returns by asset; costs and rules stay. A target return is a rule. */
export function withReturns(
  problem: CompiledProblem,
  expectedReturn: Float64Array,
): CompiledProblem {
  const { holdings, program, returnOfBase } = problem;
  const { asset, sign, base } = holdings;
  const change = expectedReturn.map((value, a) => value - problem.expectedReturn[a]!);
  const slope = program.slope.map((value, i) => value + sign[i]! * change[asset[i]!]!);
  return {
    ...problem,
    expectedReturn,
    program: { ...program, slope },
    returnOfBase: returnOfBase + inner(base, change),
  };
}
