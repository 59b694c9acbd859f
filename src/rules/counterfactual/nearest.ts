import { type Change, changeTo, isScale, type Move } from './changeable.js';
import { forecast } from './forecast.js';
import { obstaclesBeside, type Search } from './obstacles.js';
import { partsOf } from './parts.js';
import { placesOf, type Scale, SHORT } from './scale.js';

/** Names a scale. */
export function scaleKey({ of, way }: Move<Scale>): string {
  return `${way.direction} ${of.name}`;
}

/**
 * The smallest steps along scales that, with the changes that are fixed, reach the goal: of the first scale as few as possible,
 * then of the second, and so on. What would do without one of the changes does not count.
 *
 * A long scale is halved again and again. That finds the boundary exactly where every rule turns at most once along it; what it
 * finds, it has decided in any case.
 */
export function nearest(
  fixed: readonly Change[],
  scales: readonly Move<Scale>[],
  search: Search,
): readonly Change[] | undefined {
  const { goal, trials } = search;
  const [first, ...rest] = scales;
  const verdict = trials.decide(fixed);
  const isReached = goal.isReached(verdict);
  if (first === undefined) return isReached && isLeast(fixed, search) ? fixed : undefined;
  if (isReached || obstaclesBeside(verdict, namesOf(scales), search).length > 0) return undefined;
  const probe = (place: number): Probe => {
    const changes = [...fixed, changeTo(first, place)];
    const certain = forecast(changes, namesOf(rest), search);
    if (certain !== undefined) return { place, found: undefined, obstacles: certain };
    const found = nearest(changes, rest, search);
    return {
      place,
      found,
      obstacles: obstaclesBeside(trials.decide(changes), namesOf(rest), search),
    };
  };
  let low: Probe = {
    place: 0,
    found: undefined,
    obstacles: obstaclesBeside(verdict, namesOf(rest), search),
  };
  for (const place of placesOf(countOf(first, search))) {
    const high = probe(place);
    const found = within(low, high, probe);
    if (found !== undefined) return found;
    low = high;
  }
  return undefined;
}

/** Whether no part of the changes reaches the goal, nor one step less on a short scale, where every place is looked at. */
function isLeast(changes: readonly Change[], search: Search): boolean {
  const isReached = (some: readonly Change[]): boolean =>
    search.goal.isReached(search.trials.decide(some));
  if (partsOf(changes).some(isReached)) return false;
  return !changes.some(
    ({ move }) => isScale(move) && move.way.count <= SHORT && isReached(oneStepLess(changes, move)),
  );
}

/** The changes with one step less on a scale. */
export function oneStepLess(changes: readonly Change[], scale: Move<Scale>): readonly Change[] {
  return changes.flatMap((change) => {
    const { move, place = 1 } = change;
    if (move !== scale) return [change];
    return place === 1 ? [] : [changeTo(scale, place - 1)];
  });
}

/** What was found at a place of a scale. */
interface Probe {
  readonly place: number;
  readonly found: readonly Change[] | undefined;
  /** The rules that stand against the goal there, whatever the scales that follow do. */
  readonly obstacles: readonly number[];
}

/** What is found nearest, beyond `low`, where nothing is found, and up to `high`. */
function within(
  low: Probe,
  high: Probe,
  probe: (place: number) => Probe,
): readonly Change[] | undefined {
  if (high.place - low.place <= 1) return high.found;
  if (high.found === undefined && !mayHide(low, high)) return undefined;
  const middle = probe(Math.floor((low.place + high.place) / 2));
  return within(low, middle, probe) ?? within(middle, high, probe);
}

/** Between two places that do not do, another may if different rules stand against them. */
function mayHide(low: Probe, high: Probe): boolean {
  if (low.obstacles.length === 0 || high.obstacles.length === 0) return false;
  return !low.obstacles.some((rule) => high.obstacles.includes(rule));
}

function namesOf(scales: readonly Move<Scale>[]): readonly string[] {
  return scales.map(({ of }) => of.name);
}

function countOf(scale: Move<Scale>, { caps }: Search): number {
  return caps.get(scaleKey(scale)) ?? scale.way.count;
}
