import { candidateSets } from './candidates.js';
import { type Change, type Changeable, isScale, type Move } from './changeable.js';
import { forecast } from './forecast.js';
import type { Goal } from './goal.js';
import { nearest, scaleKey } from './nearest.js';
import type { Search } from './obstacles.js';
import { type Finding, settle } from './settle.js';
import { BudgetSpent, keyOf, type Trials } from './trials.js';

/** What is searched. */
export interface Field {
  /** By name, ascending. */
  readonly changeables: readonly Changeable[];
  readonly dependences: readonly ReadonlySet<string>[];
  /** Of those rules that can stop anything, what they depend on. */
  readonly stoppers: readonly ReadonlySet<string>[];
  readonly trials: Trials;
}

/** What was found, and whether the search came to its end. */
export interface Found {
  readonly findings: readonly Finding[];
  /** The most changes at once that were tried. */
  readonly size: number;
  readonly complete: boolean;
}

/** Looks for changes of one thing, then of two, and so on up to `size`, until there are enough. */
export function searchAll(field: Field, goals: readonly Goal[], size: number, most: number): Found {
  const hunts = goals.map((goal) => openHunt(goal, field, size));
  const found = new Map<string, Finding>();
  let length = 0;
  try {
    while (length < size && found.size < most) {
      length += 1;
      for (const hunt of hunts) {
        for (const finding of nextFindings(hunt)) {
          const key = keyOf(finding.changes);
          // The goal that leads farther comes first.
          if (!found.has(key)) found.set(key, finding);
        }
      }
    }
  } catch (error) {
    if (!(error instanceof BudgetSpent)) throw error;
    return { findings: [...found.values()], size: length, complete: false };
  }
  return { findings: [...found.values()], size: length, complete: true };
}

/** The search for one goal. */
interface Hunt extends Search {
  readonly caps: Map<string, number>;
  /** The sets that remain to be tried, all of one size at a time. */
  readonly sets: Iterator<readonly (readonly Changeable[])[]>;
}

function openHunt(goal: Goal, field: Field, size: number): Hunt {
  const { trials, dependences, changeables: things, stoppers } = field;
  const obstacles = goal.obstacles(trials.decide([])).flatMap((rule) => dependences[rule] ?? []);
  const from = { things, obstacles, stoppers, byOneRule: goal.byOneRule };
  return { goal, trials, dependences, caps: new Map(), sets: candidateSets(from, size) };
}

function* nextFindings(hunt: Hunt): Generator<Finding> {
  const { value } = hunt.sets.next();
  for (const set of (value ?? []) as readonly (readonly Changeable[])[]) {
    for (const moves of movesOf(set)) {
      for (const finding of findingsAlong(moves, hunt)) {
        if (set.length === 1) rememberCap(finding, hunt);
        yield finding;
      }
    }
  }
}

/** Every way to change each thing of a set. */
function* movesOf(set: readonly Changeable[]): Generator<readonly Move[]> {
  const [first, ...rest] = set;
  if (first === undefined) {
    yield [];
    return;
  }
  for (const way of first.ways) {
    for (const moves of movesOf(rest)) yield [{ of: first, way }, ...moves];
  }
}

/** With several scales, each in turn is gone along as little as possible. */
function* findingsAlong(moves: readonly Move[], hunt: Hunt): Generator<Finding> {
  const scales = moves.filter(isScale);
  const fixed = moves.flatMap((move): Change[] =>
    'value' in move.way ? [{ move, value: move.way.value }] : [],
  );
  const open = scales.map(({ of }) => of.name);
  if (forecast(fixed, open, hunt) !== undefined) return;
  for (const first of scales.length === 0 ? [undefined] : scales) {
    const order = first === undefined ? [] : [first, ...scales.filter((one) => one !== first)];
    const found = nearest(fixed, order, hunt);
    const finding = found === undefined ? undefined : settle(found, hunt);
    if (finding !== undefined) yield finding;
  }
}

/** With more beside it, a scale that does alone must not be gone so far. */
function rememberCap({ changes, onwards }: Finding, hunt: Hunt): void {
  for (const { move, place = 1 } of changes) {
    if (isScale(move) && onwards.has(move.of.name)) hunt.caps.set(scaleKey(move), place - 1);
  }
}
