import type { Goal } from './goal.js';
import type { Trials, Verdict } from './trials.js';

/** What a search for one goal works with. */
export interface Search {
  readonly trials: Trials;
  readonly goal: Goal;
  /** For every rule, by its place in the rulebook: the names of all that can make a difference to it. */
  readonly dependences: readonly ReadonlySet<string>[];
  /** How far a scale may be gone before it does alone, by `scaleKey`. */
  readonly caps: ReadonlyMap<string, number>;
}

/** The rules that stand against the goal and that none of these things can turn. */
export function obstaclesBeside(
  verdict: Verdict,
  names: readonly string[],
  { goal, dependences }: Search,
): readonly number[] {
  return goal
    .obstacles(verdict)
    .filter((rule) => !names.some((name) => dependences[rule]?.has(name)));
}
