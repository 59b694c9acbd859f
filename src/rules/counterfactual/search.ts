import { type Change, type Changeable, isScale, type Move } from './changeable.js';
import type { Goal } from './goal.js';
import { isHopeless, nearest, type Search, scaleKey } from './nearest.js';
import { type Finding, settle } from './settle.js';
import { BudgetSpent, keyOf, type Trials } from './trials.js';

/** What is searched. */
export interface Field {
  /** By name, ascending. */
  readonly changeables: readonly Changeable[];
  readonly dependences: readonly ReadonlySet<string>[];
  /** For every rule, by its place in the rulebook: whether it can stop anything. */
  readonly canStop: readonly boolean[];
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
  const hunts = goals.map((goal) => openHunt(goal, field));
  const found = new Map<string, Finding>();
  let length = 0;
  try {
    while (length < size && found.size < most) {
      length += 1;
      for (const hunt of hunts) {
        for (const finding of findingsOf(hunt, field, length)) {
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

/** The search for one goal, and what does alone: with more it would no longer be the least. */
interface Hunt extends Search {
  readonly caps: Map<string, number>;
  readonly alone: Set<string>;
}

function openHunt(goal: Goal, { trials, dependences }: Field): Hunt {
  return { goal, trials, dependences, caps: new Map(), alone: new Set() };
}

function* findingsOf(hunt: Hunt, field: Field, length: number): Generator<Finding> {
  for (const set of setsOf(field.changeables, length)) {
    if (!canDo(set, hunt, field)) continue;
    for (const moves of movesOf(set)) {
      for (const finding of findingsAlong(moves, hunt)) {
        if (length === 1) remember(finding, hunt);
        yield finding;
      }
    }
  }
}

/** All sets of some of the things, in their order. */
function* setsOf(things: readonly Changeable[], length: number): Generator<readonly Changeable[]> {
  if (length === 0) {
    yield [];
    return;
  }
  for (const [index, thing] of things.entries()) {
    for (const rest of setsOf(things.slice(index + 1), length - 1)) yield [thing, ...rest];
  }
}

/** Whether a set can reach the goal at all, with every part of it taking part. */
function canDo(set: readonly Changeable[], hunt: Hunt, { dependences, canStop }: Field): boolean {
  const names = set.map(({ name }) => name);
  // A term that is given a value hides what it rests on.
  if (set.some(({ restsOn }) => names.some((name) => restsOn.has(name)))) return false;
  if (!hunt.goal.byOneRule) return !isHopeless(hunt.trials.decide([]), names, hunt);
  return dependences.some(
    (reads, index) => canStop[index] === true && names.every((name) => reads.has(name)),
  );
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
  if (fixed.some((change) => hunt.alone.has(keyOf([change])))) return;
  for (const first of scales.length === 0 ? [undefined] : scales) {
    const order = first === undefined ? [] : [first, ...scales.filter((one) => one !== first)];
    const found = nearest(fixed, order, hunt);
    const finding = found === undefined ? undefined : settle(found, hunt);
    if (finding !== undefined) yield finding;
  }
}

function remember({ changes, onwards }: Finding, hunt: Hunt): void {
  for (const change of changes) {
    const { move, place = 1 } = change;
    if (!isScale(move)) hunt.alone.add(keyOf(changes));
    else if (onwards.has(move.of.name)) hunt.caps.set(scaleKey(move), place - 1);
  }
}
