import { changesOf, noCosts, type ShareProgram, type Solved, solve } from './share-program.js';
import { tightenBounds } from './tighten-bounds.js';

/** After so many linear programs the best that was found must do. */
const MOST_STEPS = 200;

/** Smaller changes are the rounding of solving; amounts are whole units. */
const NO_CHANGE = 0.5;

/** What is decided about each cell so far. */
type Fate = 'open' | 'changes' | 'stays';

/** A point with what changes in it. */
interface Found {
  readonly fates: readonly Fate[];
  readonly count: number;
  readonly changes: readonly number[];
}

/** A point of a program with the fewest cells that change; of the points that change the same cells one that trades the least. */
export interface FewestChanges {
  readonly changes: readonly number[];
  /** `false` where the search was given up. */
  readonly fewest: boolean;
}

/**
 * Branch and bound: a cell that changes by part of what it may counts as that part of a change, which bounds the number from below.
 *
 * Source: A. H. Land and A. G. Doig, Econometrica 28 (1960) 497–520.
 */
export function findFewestChanges(program: ShareProgram): FewestChanges | undefined {
  const start = Array.from({ length: program.cells }, (_, j): Fate => fateOf(program, j));
  let best: Found | undefined;
  let steps = 0;
  const open: (readonly Fate[])[] = [start];
  while (open.length > 0 && steps < MOST_STEPS) {
    const fates = open.pop()!;
    const restricted = restrict(program, fates);
    const solved = solve(restricted, partsOf(restricted, fates));
    steps++;
    if (solved === undefined) continue;
    const settled = fates.filter((fate) => fate === 'changes').length;
    if (best !== undefined && settled + Math.ceil(solved.objective - 1e-6) >= best.count) continue;
    const changes = changesOf(restricted, solved);
    const found = changes.map((change): Fate => (isChange(change) ? 'changes' : 'stays'));
    const count = found.filter((fate) => fate === 'changes').length;
    if (best === undefined || count < best.count) best = { fates: found, count, changes };
    const at = smallestOpen(restricted, fates, changes);
    if (at === undefined) continue;
    // What is tried first is taken off last.
    open.push(decide(fates, at, 'changes'), decide(fates, at, 'stays'));
  }
  if (best === undefined) return undefined;
  // Where classes are mixed in products, changes of less than a unit may be needed to the last digit: then what was found stands.
  const changes = leastTraded(restrict(program, best.fates)) ?? best.changes;
  return { changes, fewest: open.length === 0 };
}

function decide(fates: readonly Fate[], at: number, fate: Fate): readonly Fate[] {
  return fates.map((known, i) => (i === at ? fate : known));
}

function fateOf({ lower, upper }: ShareProgram, cell: number): Fate {
  const [bought, sold] = [2 * cell, 2 * cell + 1];
  if (lower[bought]! > 0 || lower[sold]! > 0) return 'changes';
  return upper[bought] === 0 && upper[sold] === 0 ? 'stays' : 'open';
}

function restrict(program: ShareProgram, fates: readonly Fate[]): ShareProgram {
  const upper = program.upper.slice();
  fates.forEach((fate, cell) => {
    if (fate === 'stays') upper[2 * cell] = upper[2 * cell + 1] = 0;
  });
  return tightenBounds({ ...program, upper });
}

/** What of a change one unit counts as, where a cell is open. */
function partsOf(program: ShareProgram, fates: readonly Fate[]): Float64Array {
  const cost = noCosts(program);
  fates.forEach((fate, cell) => {
    if (fate !== 'open') return;
    for (const column of [2 * cell, 2 * cell + 1]) {
      const most = program.upper[column]!;
      if (most > 0) cost[column] = 1 / most;
    }
  });
  return cost;
}

function isChange(change: number): boolean {
  return Math.abs(change) > NO_CHANGE;
}

/** The open cell that changes by the smallest part of what it may: the likeliest to be done without. */
function smallestOpen(
  { upper }: ShareProgram,
  fates: readonly Fate[],
  changes: readonly number[],
): number | undefined {
  let found: number | undefined;
  let smallest = Number.POSITIVE_INFINITY;
  changes.forEach((change, cell) => {
    if (fates[cell] !== 'open' || !isChange(change)) return;
    const part = Math.abs(change) / upper[change > 0 ? 2 * cell : 2 * cell + 1]!;
    if (part < smallest) [found, smallest] = [cell, part];
  });
  return found;
}

function leastTraded(program: ShareProgram): readonly number[] | undefined {
  const solved: Solved | undefined = solve(program, noCosts(program).fill(1, 0, 2 * program.cells));
  return solved === undefined ? undefined : changesOf(program, solved);
}
