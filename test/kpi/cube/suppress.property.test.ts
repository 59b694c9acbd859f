import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileKpiCube, defineKpi } from '../../../src/kpi/index.js';
import { DESCRIPTION } from '../support.js';

/*
 * What somebody who sees a table can work out, by brute force and in exact fractions: the unknowns are the finest cells that may exist, every row is a sum of them,
 * and a row follows from those that are shown if it is a linear combination of them.
 */

const renewal = defineKpi({ ...DESCRIPTION, kind: 'proportion', id: 'renewal' });
const DIMENSIONS = ['b', 't', 'u'] as const;
const MINIMUM = 5;

interface Atom {
  readonly at: readonly string[];
  readonly n: number;
}

interface Row {
  readonly slice: readonly (readonly [name: string, value: string])[];
  /** Null where it is held back. */
  readonly n: number | null;
  readonly truth: number;
}

function rowsOf(slices: readonly (readonly string[])[], atoms: readonly Atom[]): readonly Row[] {
  const cube = compileKpiCube({
    kpis: [renewal],
    period: 'month',
    zone: 'UTC',
    dimensions: DIMENSIONS,
    slices,
  });
  const draft = cube.init();
  for (const { at, n } of atoms) {
    const dimensions = Object.fromEntries(DIMENSIONS.map((name, i) => [name, at[i]!]));
    cube.add(draft, {
      kpi: 'renewal',
      at: '2026-05-05',
      dimensions,
      event: { successes: 0, trials: n },
    });
  }
  return cube.result(draft, { suppressBelow: MINIMUM }).rows.map(({ slice, result }) => {
    const named = Object.entries(slice) as [string, string][];
    const truth = atoms.reduce((sum, atom) => sum + (isIn(atom.at, named) ? atom.n : 0), 0);
    return { slice: named, n: result.status === 'suppressed' ? null : result.n, truth };
  });
}

function isIn(at: readonly string[], slice: Row['slice']): boolean {
  return slice.every(([name, value]) => at[DIMENSIONS.indexOf(name as 'b')] === value);
}

/** The finest cells that every slice allows: where a slice has no row for one, it is known to be empty. */
function possible(slices: readonly (readonly string[])[], rows: readonly Row[]): string[][] {
  const values = DIMENSIONS.map((name) => {
    const seen = rows.flatMap(({ slice }) => slice.flatMap(([n, v]) => (n === name ? [v] : [])));
    return seen.length === 0 ? ['-'] : [...new Set(seen)];
  });
  const all = values.reduce<string[][]>(
    (found, more) => found.flatMap((one) => more.map((value) => [...one, value])),
    [[]],
  );
  return all.filter((at) =>
    slices.every((names) =>
      rows.some(
        ({ slice }) =>
          slice.length === names.length &&
          slice.every(([n]) => names.includes(n)) &&
          isIn(at, slice),
      ),
    ),
  );
}

/** Rows of whole numbers in echelon form, one after the other; fractions are avoided by multiplying. */
function echelon(): (row: readonly bigint[]) => boolean {
  const reduced: bigint[][] = [];
  const firstOf = (row: readonly bigint[]) => row.findIndex((value) => value !== 0n);
  return (row) => {
    let rest = [...row];
    for (const known of reduced) {
      const pivot = firstOf(known);
      const [factor, own] = [rest[pivot]!, known[pivot]!];
      if (factor !== 0n) rest = rest.map((value, i) => value * own - known[i]! * factor);
    }
    if (firstOf(rest) < 0) return false;
    reduced.push(rest);
    reduced.sort((a, b) => firstOf(a) - firstOf(b));
    return true;
  };
}

/** The rows held back that are a linear combination of those that are shown, and the sums of few cases that are. */
function known(
  slices: readonly (readonly string[])[],
  rows: readonly Row[],
): readonly (readonly Row[])[] {
  const cells = possible(slices, rows);
  const vector = (sum: readonly Row[]) =>
    cells.map((at) => BigInt(sum.filter(({ slice }) => isIn(at, slice)).length));
  const shown = rows.filter(({ n }) => n !== null).map((row) => vector([row]));
  return [...rows.flatMap((row) => (row.n === null ? [[row]] : [])), ...fewOf(rows)].filter(
    (sum) => {
      const addsTo = echelon();
      for (const row of shown) addsTo(row);
      return !addsTo(vector(sum));
    },
  );
}

/** Several rows of one slice, held back, that together have fewer cases than the minimum. */
function fewOf(rows: readonly Row[]): readonly (readonly Row[])[] {
  const held = rows.filter(({ n }) => n === null);
  const more = (sum: readonly Row[], from: number): (readonly Row[])[] =>
    held.slice(from).flatMap((row, i) => {
      const next = [...sum, row];
      const isOneSlice = nameOf(next[0]!) === nameOf(row);
      const isFew = next.reduce((total, { truth }) => total + truth, 0) < MINIMUM;
      return isOneSlice && isFew ? [next, ...more(next, from + i + 1)] : [];
    });
  return more([], 0).filter((sum) => sum.length > 1);
}

function nameOf({ slice }: Row): string {
  return slice.map(([name]) => name).join();
}

function isFewAndShown({ slice, n, truth }: Row): boolean {
  return slice.length > 0 && n !== null && truth < MINIMUM;
}

const subsets = (names: readonly string[]) =>
  fc.subarray(
    Array.from({ length: 2 ** names.length }, (_, i) => names.filter((_, j) => (i >> j) & 1)),
    { minLength: 1 },
  );
const count = fc.oneof(
  { weight: 2, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 4 }) },
  { weight: 4, arbitrary: fc.integer({ min: 5, max: 40 }) },
);
const table = (sizes: readonly [number, number, number]) =>
  fc
    .array(count, {
      minLength: sizes[0] * sizes[1] * sizes[2],
      maxLength: sizes[0] * sizes[1] * sizes[2],
    })
    .map((counts) =>
      counts.flatMap((n, i): Atom[] => {
        const [b, t] = [i % sizes[0], Math.floor(i / sizes[0]) % sizes[1]];
        const u = Math.floor(i / (sizes[0] * sizes[1]));
        return n === 0 ? [] : [{ at: [`b${b}`, `t${t}`, `u${u}`], n }];
      }),
    );

/** The rows held back that have the same number in every table that would show the same, all of which are tried. */
function fixed(slices: readonly (readonly string[])[], rows: readonly Row[]): readonly Row[] {
  const cells = possible(slices, rows);
  const most = Math.max(...rows.map(({ truth }) => truth)) + 1;
  const covers = rows.map(({ slice }) => cells.map((at) => isIn(at, slice)));
  const isLast = covers.map((cover) => cover.lastIndexOf(true));
  const seen = rows.map(() => new Set<number>());
  const sums = rows.map(() => 0);
  const fill = (cell: number): void => {
    if (cell === cells.length) {
      for (const [i, sum] of sums.entries()) seen[i]!.add(sum);
      return;
    }
    for (let n = 0; n <= most; n++) {
      let mayStand = true;
      let isTooMuch = false;
      rows.forEach(({ n: shown }, i) => {
        if (!covers[i]![cell]!) return;
        sums[i] = sums[i]! + n;
        if (sums[i]! > (shown ?? most)) isTooMuch = true;
        if (isLast[i] === cell && (shown === null ? sums[i] === 0 : sums[i] !== shown))
          mayStand = false;
      });
      if (mayStand && !isTooMuch) fill(cell + 1);
      rows.forEach((_, i) => {
        if (covers[i]![cell]!) sums[i] = sums[i]! - n;
      });
      if (isTooMuch) break;
    }
  };
  fill(0);
  return rows.filter(({ n }, i) => n === null && seen[i]!.size < 2);
}

const smallTable = fc
  .array(fc.integer({ min: 0, max: 6 }), { minLength: 6, maxLength: 6 })
  .map((counts) =>
    counts.flatMap((n, i): Atom[] =>
      n === 0 ? [] : [{ at: [`b${i % 3}`, `t${Math.floor(i / 3)}`, 'u'], n }],
    ),
  );

describe('a row that is held back', () => {
  for (const [names, sizes] of [
    [['b'], [6, 1, 1]],
    [
      ['b', 't'],
      [4, 4, 1],
    ],
    [
      ['b', 't', 'u'],
      [3, 3, 2],
    ],
  ] as const) {
    it(`does not follow from those that are shown: ${names.length} dimensions`, () => {
      fc.assert(
        fc.property(subsets(names), table(sizes), (slices, atoms) => {
          const rows = rowsOf(slices, atoms);
          expect(known(slices, rows)).toEqual([]);
          expect(rows.filter(isFewAndShown)).toEqual([]);
        }),
        { numRuns: 400 },
      );
    });
  }

  it('has no known sum of few cases with another that always moves against it', () => {
    const counts =
      '000:6 100:2 010:5 110:13 210:24 120:5 220:2 001:4 101:6 201:2 011:5 211:1 021:5 121:5';
    const atoms = counts.split(' ').map((one): Atom => {
      const [at, n] = one.split(':') as [string, string];
      return { at: DIMENSIONS.map((name, i) => `${name}${at[i]}`), n: Number(n) };
    });
    const slices = [[], ['b'], ['t'], ['b', 't'], ['b', 't', 'u']];
    expect(known(slices, rowsOf(slices, atoms))).toEqual([]);
  });

  it('might have another number of cases, every row that there is having at least one', () => {
    fc.assert(
      fc.property(subsets(['b', 't']), smallTable, (slices, atoms) => {
        const rows = rowsOf(slices, atoms);
        expect(fixed(slices, rows)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });
});
