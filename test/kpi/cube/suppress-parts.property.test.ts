import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileKpiCube, defineKpi, type Kpi, type KpiRecord } from '../../../src/kpi/index.js';
import { DESCRIPTION } from '../support.js';

/*
 * What somebody who sees a table can work out where rows tell several numbers of cases, such as those closed and those open: each adds up on its own. By brute force:
 * every way in which the cases of each part may lie in the cells, and of these every combination in which no row is empty.
 */

type Event = NonNullable<KpiRecord['event']>;

interface Split {
  readonly kpi: Kpi;
  /** An event of one case of each part. */
  readonly events: readonly Event[];
}

const SPLITS: readonly Split[] = [
  {
    kpi: defineKpi({
      ...DESCRIPTION,
      kind: 'durations',
      id: 'hours',
      measure: { name: 'quantile', probability: 0.5 },
    }),
    events: [{ duration: 2 }, { duration: 1, open: true }],
  },
  {
    kpi: defineKpi({ ...DESCRIPTION, kind: 'within-limit', id: 'within', limit: 8 }),
    events: [{ duration: 2 }, { duration: 9 }, { duration: 1, open: true }],
  },
  {
    kpi: defineKpi({ ...DESCRIPTION, kind: 'proportion', id: 'renewal' }),
    events: [
      { successes: 1, trials: 1 },
      { successes: 0, trials: 1 },
    ],
  },
  {
    kpi: defineKpi({ ...DESCRIPTION, kind: 'detection', id: 'recall', measure: 'recall' }),
    events: [{ truePositives: 1 }, { falseNegatives: 1 }],
  },
  {
    kpi: defineKpi({ ...DESCRIPTION, kind: 'funnel', id: 'funnel', steps: ['asked', 'won'] }),
    events: [
      { reached: 'won' },
      { reached: 'won', early: 'asked' },
      { reached: 'asked' },
      { reached: 'asked', open: true },
    ],
  },
  {
    kpi: defineKpi({
      ...DESCRIPTION,
      kind: 'survival',
      id: 'stay',
      timeUnit: 'month',
      longest: 12,
      causes: ['any'],
      measure: { name: 'survival', time: 6 },
    }),
    events: [{ time: 3, cause: 'any' }, { time: 3 }],
  },
  {
    kpi: defineKpi({
      ...DESCRIPTION,
      kind: 'tally',
      id: 'reasons',
      categories: ['fee', 'other'],
      of: 'fee',
    }),
    events: [{ category: 'fee' }, { category: 'other' }],
  },
  {
    kpi: defineKpi({
      ...DESCRIPTION,
      kind: 'ratings',
      id: 'csat',
      scale: { lowest: 1, highest: 5 },
      measure: { name: 'top-box', boxes: 2 },
    }),
    events: [{ score: 5 }, { score: 2 }],
  },
];

/** The cases of each part in a cell. */
type Parts = readonly number[];

interface Row {
  readonly isShown: boolean;
  /** Which of the cells it sums up. */
  readonly covers: readonly boolean[];
  readonly truth: Parts;
}

const BRANCHES = 3;
const TIERS = 2;
const SLICES = [
  [[], ['b'], ['t'], ['b', 't']],
  [['b'], ['t'], ['b', 't']],
  [[], ['b'], ['b', 't']],
  [[], ['b'], ['t']],
  [[], ['b']],
];

function rowsOf({ kpi, events }: Split, slices: string[][], cells: readonly Parts[]) {
  const cube = compileKpiCube({
    kpis: [kpi],
    period: 'month',
    zone: 'UTC',
    dimensions: ['b', 't'],
    slices,
  });
  const draft = cube.init();
  const named = cells.map((parts, i) => {
    return { b: `b${i % BRANCHES}`, t: `t${Math.floor(i / BRANCHES)}`, parts };
  });
  for (const { b, t, parts } of named) {
    parts.forEach((count, part) => {
      const event = events[part]!;
      for (let i = 0; i < count; i++) {
        cube.add(draft, { kpi: kpi.id, at: '2026-05-05', dimensions: { b, t }, event });
      }
    });
  }
  const rows = cube.result(draft, { suppressBelow: 5 }).rows;
  const isOf = (slice: object) => (cell: object) =>
    Object.entries(slice).every(([name, value]) => cell[name as never] === value);
  // Where a slice has no row for a cell, the cell is known to be empty.
  const possible = named.filter((cell) =>
    slices.every((names) =>
      rows.some(
        ({ slice }) =>
          Object.keys(slice).length === names.length &&
          names.every((name) => name in slice) &&
          isOf(slice)(cell),
      ),
    ),
  );
  return rows.map(({ slice, result }): Row => {
    const own = named.filter(isOf(slice));
    return {
      isShown: result.status !== 'suppressed',
      covers: possible.map(isOf(slice)),
      truth: events.map((_, part) => own.reduce((sum, { parts }) => sum + parts[part]!, 0)),
    };
  });
}

/** Every way in which the cases of a part may lie in the cells, as the sums of the rows held back. */
function waysOf(rows: readonly Row[], part: number): readonly (readonly number[])[] {
  const cells = rows[0]!.covers.length;
  const most = Math.max(...rows.map(({ truth }) => truth[part]!)) + 1;
  const shown = rows.filter(({ isShown }) => isShown);
  const held = rows.filter(({ isShown }) => !isShown);
  const last = shown.map(({ covers }) => covers.lastIndexOf(true));
  const counts: number[] = [];
  const ways = new Map<string, readonly number[]>();
  const sumOf = ({ covers }: Row) => counts.reduce((sum, n, i) => sum + (covers[i] ? n : 0), 0);
  const fill = (cell: number): void => {
    if (cell === cells) {
      const sums = held.map(sumOf);
      ways.set(sums.join(), sums);
      return;
    }
    for (let n = 0; n <= most; n++) {
      counts.push(n);
      const over = shown.some((row) => sumOf(row) > row.truth[part]!);
      const off = shown.some((row, i) => last[i] === cell && sumOf(row) !== row.truth[part]);
      if (!over && !off) fill(cell + 1);
      counts.pop();
      if (over) break;
    }
  };
  fill(0);
  return [...ways.values()];
}

/** How many rows held back have one number of cases in every table that shows the same. */
function fixed(rows: readonly Row[]): number {
  const held = rows.filter(({ isShown }) => !isShown);
  const ways = rows[0]!.truth.map((_, part) => waysOf(rows, part));
  const seen = held.map(() => new Set<number>());
  const combine = (part: number, sums: readonly number[]): boolean => {
    if (part === ways.length) {
      if (sums.includes(0)) return false;
      for (const [i, sum] of sums.entries()) seen[i]!.add(sum);
      return seen.every(({ size }) => size > 1);
    }
    return ways[part]!.some((way) =>
      combine(
        part + 1,
        sums.map((sum, i) => sum + way[i]!),
      ),
    );
  };
  if (held.length === 0) return 0;
  const none = held.map(() => 0);
  combine(0, none);
  return seen.filter(({ size }) => size < 2).length;
}

describe('a row that is held back', () => {
  for (const split of SPLITS) {
    const count = fc.oneof(
      { weight: 2, arbitrary: fc.constant(0) },
      { weight: 3, arbitrary: fc.integer({ min: 0, max: split.events.length > 2 ? 2 : 4 }) },
    );
    const parts = split.events.length;
    // Mostly of one part alone, so that parts are told apart.
    const cell = fc.oneof(
      fc.array(count, { minLength: parts, maxLength: parts }),
      fc
        .tuple(fc.nat(parts - 1), fc.integer({ min: 1, max: 4 }))
        .map(([part, n]) => split.events.map((_, i) => (i === part ? n : 0))),
    );
    const size = BRANCHES * TIERS;
    it(`might have another number of cases, though each part adds up: ${split.kpi.kind}`, () => {
      fc.assert(
        fc.property(
          fc.constantFrom(...SLICES),
          fc.array(cell, { minLength: size, maxLength: size }),
          (slices, cells) => {
            const rows = rowsOf(split, slices, cells);
            if (rows.length > 0) expect(fixed(rows)).toBe(0);
          },
        ),
        { numRuns: 150 },
      );
    });
  }

  it('does not follow from a margin without open cases', () => {
    // Phone has no open case, so B and phone has none; B has 1 closed, and no row is empty: B and phone would be 1, and with it all four.
    const cells = [
      [4, 0],
      [1, 0],
      [0, 0],
      [3, 3],
      [0, 4],
      [0, 0],
    ];
    const rows = rowsOf(SPLITS[0]!, SLICES[0]!, cells);
    expect(fixed(rows)).toBe(0);
    // The whole and the two branches are shown.
    expect(rows.filter(({ isShown }) => isShown)).toHaveLength(3);
  });
});
