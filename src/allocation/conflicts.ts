import { solveQp } from '../numerics/index.js';
import type { CompiledProblem } from './compile-problem.js';
import type { Rule } from './rules.js';
import { budgetRow, solverInput } from './solver-input.js';

/**
 * Rules that cannot hold together, none of them superfluous: take any one away and the rest can.
 *
 * A deletion filter: each rule in turn is left out for good when the others still conflict without it.
 * Defaults are tried first and the budget last, so that what remains speaks of what the caller stated.
 * Default ceilings come before default floors: with no short positions the budget implies them.
 *
 * Source: J. W. Chinneck and E. W. Dravnieks, Locating minimal infeasible constraint sets in linear
 * programs, ORSA Journal on Computing 3 (1991).
 */
export function conflictingRules(problem: CompiledProblem): readonly string[] {
  const size = problem.assets.length;
  const all = [...problem.rules, problem.budget];
  const order = [
    ...all.filter((rule) => !rule.stated && rule.kind === 'max'),
    ...all.filter((rule) => !rule.stated && rule.kind !== 'max'),
    ...all.filter((rule) => rule.stated),
  ];
  let kept: ReadonlySet<Rule> = new Set(all);
  for (const rule of order) {
    const without = new Set(kept);
    without.delete(rule);
    if (!canHold([...without], size)) kept = without;
  }
  return Object.freeze(all.filter((rule) => kept.has(rule)).map((rule) => rule.name));
}

/** Whether some portfolio meets all the rules: the smallest one in square is looked for. */
function canHold(rules: readonly Rule[], size: number): boolean {
  const hessian = new Float64Array(size * size);
  for (let i = 0; i < size; i++) hessian[i * size + i] = 1;
  const budget = rules.find((rule) => rule.kind === 'budget');
  const { lower, upper, inequalities } = solverInput(
    rules.filter((rule) => rule !== budget),
    size,
  );
  const answer = solveQp({
    hessian,
    linear: new Float64Array(size),
    lower,
    upper,
    inequalities,
    ...(budget === undefined ? {} : { equalities: budgetRow(budget, size) }),
  });
  return answer.status !== 'infeasible';
}
