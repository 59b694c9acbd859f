import { RISK_LEVELS } from '../level.js';
import type { PlannedDimension, ScoringPlan } from '../scoring/plan.js';
import { bandRank, partOf, rounded, scoreOf } from '../scoring/scale.js';
import type { CountedSums } from './counted-sums.js';

/** Completions by level, from the bands alone, and by the overall band's. */
export interface Joined<N> {
  readonly levels: N[];
  readonly overall: N[];
}

/** A dimension's sums, ascending. */
interface Column {
  /** What each brings to the overall score. */
  readonly parts: readonly number[];
  /** Place of the level at which each caps. */
  readonly caps: readonly number[];
  readonly ways: readonly number[];
}

/**
 * Joins independent dimensions: every combination of all but the largest one is taken in turn. Of the largest one only the
 * places are looked up at which the overall band or the cap changes; they move one way as the others bring more, so that
 * nothing is gone through twice.
 */
export function joinCounted(plan: ScoringPlan, sums: readonly CountedSums[]): Joined<number> {
  const columns = plan.dimensions.map((dimension, index) =>
    columnOf(plan, dimension, sums[index]!),
  );
  columns.sort((a, b) => a.parts.length - b.parts.length);
  const last = columns.pop()!;
  const second = columns.pop() ?? NOTHING;
  const joined = { levels: RISK_LEVELS.map(() => 0), overall: RISK_LEVELS.map(() => 0) };
  const run = runOver(plan, second, last, joined);
  walk(0, 0, HIGHEST, 1);
  return joined;

  /** Takes every combination of the other dimensions. */
  function walk(index: number, part: number, cap: number, ways: number): void {
    const column = columns[index];
    if (column === undefined) {
      run(part, cap, ways);
      return;
    }
    for (let i = 0; i < column.parts.length; i++) {
      const lower = Math.min(cap, column.caps[i]!);
      walk(index + 1, part + column.parts[i]!, lower, ways * column.ways[i]!);
    }
  }
}

const HIGHEST = RISK_LEVELS.length - 1;

/** No further dimension: nothing scored, nothing capped. */
const NOTHING: Column = { parts: [0], caps: [HIGHEST], ways: [1] };

function columnOf(
  { weightedSum }: ScoringPlan,
  dimension: PlannedDimension,
  { sums, ways }: CountedSums,
): Column {
  const { bands, capsLevel } = dimension;
  const caps = capsLevel && !weightedSum ? bands : null;
  return {
    parts: sums.map((sum) => partOf(dimension, sum)),
    caps: sums.map((sum) => (caps === null ? HIGHEST : bandRank(caps, scoreOf(dimension, sum)))),
    ways,
  };
}

/** Places [from, to) of the largest dimension with one cap. */
interface Capped {
  readonly from: number;
  readonly to: number;
  readonly cap: number;
}

/** Counts, for one combination of the other dimensions, what the two largest ones make of it. */
function runOver(
  plan: ScoringPlan,
  second: Column,
  last: Column,
  { levels, overall }: Joined<number>,
): (part: number, cap: number, ways: number) => void {
  const { edges, ranks } = plan.bands;
  const size = last.parts.length;
  const before = waysBefore(last.ways);
  const capped = cappedIn(last.caps);
  const starts = new Array<number>(edges.length + 1);
  return (part, cap, ways) => {
    // From the least that the second brings, every edge lies as far up the last one as it can.
    starts.fill(size);
    starts[0] = 0;
    for (let j = 0; j < second.parts.length; j++) {
      const sofar = part + second.parts[j]!;
      const lower = Math.min(cap, second.caps[j]!);
      const number = ways * second.ways[j]!;
      for (let e = 1; e < edges.length; e++) {
        let start = starts[e]!;
        while (start > 0 && rounded(sofar + last.parts[start - 1]!) >= edges[e]!) start -= 1;
        starts[e] = start;
      }
      for (let e = 0; e < edges.length; e++) {
        const [from, to] = [starts[e]!, starts[e + 1]!];
        if (from >= to) continue;
        overall[ranks[e]!]! += number * (before[to]! - before[from]!);
        const most = plan.weightedSum ? ranks[e]! : Math.min(lower, ranks[e]!);
        for (const run of capped) {
          const [first, end] = [Math.max(from, run.from), Math.min(to, run.to)];
          if (first >= end) continue;
          levels[Math.min(most, run.cap)]! += number * (before[end]! - before[first]!);
        }
      }
    }
  };
}

/** How many ways lie before each place. */
function waysBefore(ways: readonly number[]): readonly number[] {
  const before = [0];
  for (const number of ways) before.push(before[before.length - 1]! + number);
  return before;
}

function cappedIn(caps: readonly number[]): readonly Capped[] {
  const starts = caps.map((_, place) => place).filter((place) => caps[place] !== caps[place - 1]);
  return starts.map((from, index) => ({
    from,
    to: starts[index + 1] ?? caps.length,
    cap: caps[from]!,
  }));
}
