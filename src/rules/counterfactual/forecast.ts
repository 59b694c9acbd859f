import type { Change } from './changeable.js';
import { obstaclesBeside, type Search } from './obstacles.js';
import { partsOf } from './parts.js';

/**
 * What the decisions made so far say of changes, before these are decided: which rules stand against the goal whatever else is
 * changed beside. None at all stand where a part of the changes already reaches the goal, so that the whole is too much.
 *
 * @param open names of what else will be changed.
 * @returns nothing if the changes may do.
 */
export function forecast(
  changes: readonly Change[],
  open: readonly string[],
  search: Search,
): readonly number[] | undefined {
  for (const part of partsOf(changes)) {
    const before = search.trials.recall(part);
    if (before === undefined) continue;
    if (search.goal.isReached(before)) return [];
    const others = changes.filter((change) => !part.includes(change));
    const names = [...open, ...others.map(({ move }) => move.of.name)];
    const obstacles = obstaclesBeside(before, names, search);
    if (obstacles.length > 0) return obstacles;
  }
  return undefined;
}
