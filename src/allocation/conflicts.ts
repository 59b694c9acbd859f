import type { CompiledProblem } from './compile/compile-problem.js';
import { findConflict, inOrder } from './infeasible/find-conflict.js';
import { readRules } from './infeasible/rule-book.js';

/**
 * Names of rules that cannot hold together, none of them superfluous: take any one away and the rest can.
 *
 * In the order of the problem's rules, but the budget last. Empty where all rules can hold, or where no conflict could be proved.
 */
export function conflictingRules(problem: CompiledProblem): readonly string[] {
  const conflict = findConflict(readRules(problem), problem.rules);
  if (conflict === undefined) return Object.freeze([]);
  return Object.freeze(inOrder(problem.rules, conflict.support).map(({ name }) => name));
}
