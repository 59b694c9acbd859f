import { solveLp } from '../../numerics/index.js';
import type { CompiledProblem } from '../compile/compile-problem.js';
import { openProgram, weightsOf } from './open-program.js';
import { leftSideAt, readRules } from './rule-book.js';

/**
 * The highest expected return, net of costs, within all rules but the target return. Undefined for a problem without a target, and
 * where the other rules conflict or set no limit to the return.
 */
export function highestReachableReturn(problem: CompiledProblem): number | undefined {
  const book = readRules(problem);
  const target = book.conditions.find(({ lower }) => lower?.kind === 'target-return');
  if (target === undefined) return undefined;
  // Taken as soft, the target stays in the program as a row, but holds nothing back.
  const open = openProgram(book, (rule) => (rule === target.lower ? 'soft' : 'holds'));
  const row = open.rows.indexOf(target);
  const size = open.columns.length;
  const cost = open.columns.map(({ breaks }, j) =>
    breaks === target.lower ? 0 : 0 - open.program.rows.matrix[row * size + j]!,
  );
  const result = solveLp({ ...open.program, cost: Float64Array.from(cost) });
  if (result.status !== 'optimal') return undefined;
  return leftSideAt(target, weightsOf(open, result.x)) + 0;
}
