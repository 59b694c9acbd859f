import { type CompiledProblem, compileProblem } from '../compile/compile-problem.js';
import type { AllocationProblem } from '../problem.js';

/** The least and the largest weight that an asset may be given. */
export interface Reach {
  readonly min: number;
  readonly max: number;
}

/**
 * A problem laid out for other bounds than its own, by asset: its rules are the same, but its variables reach further.
 *
 * What is bought or sold beyond a bound has no variable otherwise, and would not count.
 */
export function compileWithin(
  problem: AllocationProblem,
  compiled: CompiledProblem,
  reach: readonly Reach[],
): CompiledProblem {
  const { trading } = problem;
  const bounds = Object.fromEntries(compiled.assets.map((name, a) => [name, reach[a]!]));
  const wide = compileProblem({
    ...problem,
    bounds,
    priorities: {},
    ...(trading === undefined ? {} : { trading: { ...trading, frozen: [] } }),
  });
  const placed = new Map(wide.rules.map((rule) => [rule.name, rule]));
  const rules = compiled.rules.map((rule) => {
    if (rule.place.of === 'variable') return rule;
    const { place, unit } = placed.get(rule.name)!;
    return { ...rule, place, unit };
  });
  return { ...wide, rules };
}
