import { type Change, changeTo, isScale, type Move } from './changeable.js';
import type { Goal } from './goal.js';
import { placesOf, type Scale, SHORT } from './scale.js';
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
  if (isReached || isHopeless(verdict, namesOf(scales), search)) return undefined;
  const probe = (place: number): Probe => {
    const changes = place === 0 ? fixed : [...fixed, changeTo(first, place)];
    return {
      place,
      found: place === 0 ? undefined : nearest(changes, rest, search),
      obstacles: obstaclesBeside(trials.decide(changes), namesOf(rest), search),
    };
  };
  let low = probe(0);
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
  // Each bit of `part` says whether a change belongs to it.
  const whole = (1 << changes.length) - 1;
  for (let part = 1; part < whole; part++) {
    if (isReached(changes.filter((_, index) => ((part >> index) & 1) === 1))) return false;
  }
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

/** Whether a rule stands against the goal that none of these can turn. */
export function isHopeless(verdict: Verdict, names: readonly string[], search: Search): boolean {
  return obstaclesBeside(verdict, names, search).length > 0;
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

function obstaclesBeside(
  verdict: Verdict,
  names: readonly string[],
  { goal, dependences }: Search,
): readonly number[] {
  return goal
    .obstacles(verdict)
    .filter((rule) => !names.some((name) => dependences[rule]?.has(name)));
}

function namesOf(scales: readonly Move<Scale>[]): readonly string[] {
  return scales.map(({ of }) => of.name);
}

function countOf(scale: Move<Scale>, { caps }: Search): number {
  return caps.get(scaleKey(scale)) ?? scale.way.count;
}
