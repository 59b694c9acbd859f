import { factorRisk, type Path, solveLp } from '../../numerics/index.js';
import type { CompiledProblem } from '../compile/compile-problem.js';
import { type Proof, prove } from './proof.js';

/**
 * Proves that a path begins with the highest return of all, whatever the risk: as the optimum of a linear program, whose
 * prices are in units of return.
 */
export function proveHighestReturn(
  problem: CompiledProblem,
  path: Path & { readonly ridge: number },
): Proof | undefined {
  const { program } = problem;
  const { size, slope, rows, lower, upper } = program;
  const answer = solveLp({ cost: slope.map((value) => 0 - value), rows, lower, upper });
  if (answer.status !== 'optimal') return undefined;
  const withoutRisk = factorRisk(new Float64Array(0), new Float64Array(program.risk.size));
  const claim = {
    program: { ...program, risk: withoutRisk },
    t: 1,
    x: path.corners.slice(0, size),
    prices: answer.rowDuals.map((value) => 0 - value),
    iterations: path.pivots,
    ridge: path.ridge,
    condition: path.condition,
  };
  return prove(problem, claim, 1);
}
