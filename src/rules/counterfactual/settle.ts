import type { DecisionStatus } from '../status.js';
import { type Change, changeTo, isScale, type Move } from './changeable.js';
import { nearest, oneStepLess } from './nearest.js';
import type { Search } from './obstacles.js';
import { placesBeyond, type Scale } from './scale.js';

/** Changes that reach a goal, none of which can be left out or made smaller. */
export interface Finding {
  /** By name, ascending. */
  readonly changes: readonly Change[];
  /** Names of the scales on which everything farther does as well. */
  readonly onwards: ReadonlySet<string>;
  readonly becomes: DecisionStatus;
}

/** Smaller steps on one scale may ask for larger ones on another; this often they are weighed anew. */
const MOST_ROUNDS = 20;

/** Makes changes that reach the goal as small as they can be; none if one step less would still do. */
export function settle(found: readonly Change[], search: Search): Finding | undefined {
  const changes = shrink(found, search);
  if (changes === undefined) return undefined;
  const sorted = [...changes].sort((a, b) => (a.move.of.name < b.move.of.name ? -1 : 1));
  return {
    changes: sorted,
    onwards: onwardsOf(sorted, search),
    becomes: search.trials.decide(sorted).status,
  };
}

/** Shortens the way along each scale, the others being as they are, until none can be shortened. */
function shrink(found: readonly Change[], search: Search): readonly Change[] | undefined {
  let changes = found;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const before = changes;
    for (const change of before) {
      if (!isScale(change.move)) continue;
      const others = changes.filter(({ move }) => move !== change.move);
      const shorter = nearest(others, [change.move], search);
      if (shorter === undefined) return undefined;
      changes = shorter;
    }
    if (samePlaces(before, changes)) return isSharp(changes, search) ? changes : undefined;
  }
  return undefined;
}

/** Whether one step less on any scale does not do. */
function isSharp(changes: readonly Change[], search: Search): boolean {
  return !changes.some(
    ({ move }) => isScale(move) && isReached(oneStepLess(changes, move), search),
  );
}

function samePlaces(before: readonly Change[], after: readonly Change[]): boolean {
  return before.every(({ move, place }) =>
    after.some((change) => change.move === move && change.place === place),
  );
}

/** The scales on which everything farther does as well, if going to the end of all of them does. */
function onwardsOf(changes: readonly Change[], search: Search): ReadonlySet<string> {
  const ends = changes.map((change) =>
    isScale(change.move) ? changeTo(change.move, change.move.way.count) : change,
  );
  if (!isReached(ends, search)) return new Set();
  return new Set(
    changes.flatMap((change) => {
      const { move, place = 0 } = change;
      if (!isScale(move)) return [];
      const others = changes.filter((other) => other !== change);
      return goesOn(others, move, place, search) ? move.of.name : [];
    }),
  );
}

function goesOn(
  others: readonly Change[],
  move: Move<Scale>,
  place: number,
  search: Search,
): boolean {
  return placesBeyond(place, move.way.count).every((beyond) =>
    isReached([...others, changeTo(move, beyond)], search),
  );
}

function isReached(changes: readonly Change[], { goal, trials }: Search): boolean {
  return goal.isReached(trials.decide(changes));
}
