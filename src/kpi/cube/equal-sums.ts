import type { Cell } from './cell-table.js';

/** Two sets of rows that tell of the same cases, so that their sums are equal. Rows are named by their place. */
export interface EqualSum {
  readonly left: readonly number[];
  readonly right: readonly number[];
  /** It follows from others, which are in the list as well. */
  readonly follows: boolean;
}

/** What of a row says which cases it tells of. */
export type SlicedRow = Pick<Cell, 'slice' | 'values'>;

type Slice = readonly number[];

/** Two slices, and how their rows belong together. */
interface Pair {
  readonly a: number;
  readonly b: number;
  /** The dimensions of both. */
  readonly common: Slice;
  /** A slice with all dimensions of both; its rows say which rows have cases in common. */
  readonly link: number | null;
  /** Other slices that say which rows cannot have cases in common, where there is no link. */
  readonly bounds: readonly number[];
  readonly follows: boolean;
}

/** More rows than this, times rows, are not looked at one by one. */
const MOST_PAIRS = 250_000;

/** Every pair of slices that tell of the same cases. */
export function pairsOf(slices: readonly Slice[]): readonly Pair[] {
  return slices.flatMap((_, a) => slices.slice(a + 1).map((_, i) => pairOf(slices, a, a + 1 + i)));
}

function pairOf(slices: readonly Slice[], a: number, b: number): Pair {
  const [one, other] = [slices[a]!, slices[b]!];
  const union = [...new Set([...one, ...other])];
  const common = one.filter((place) => other.includes(place));
  const holders = slices.flatMap((slice, i) => (isWithin(union, slice) ? [i] : []));
  const link = holders.reduce<number | null>(
    (best, i) => (best === null || slices[i]!.length < slices[best]!.length ? i : best),
    null,
  );
  const bounds = slices.flatMap((slice, i) =>
    isWithin(slice, union) && !isWithin(slice, one) && !isWithin(slice, other) ? [i] : [],
  );
  const isNested = link === a || link === b;
  const between = slices.some(
    (slice, i) =>
      i !== a && i !== b && isWithin(common, slice) && isWithin(slice, union) && isNested,
  );
  const keepsCommon = slices.some((slice) => slice.join() === common.join());
  const follows = isNested ? between : link !== null || (keepsCommon && bounds.length === 0);
  return { a, b, common, link, bounds, follows };
}

function isWithin(part: Slice, whole: Slice): boolean {
  return part.every((place) => whole.includes(place));
}

/**
 * The sums that anybody can compare in rows of one KPI and period: a row is the sum of the rows of a finer slice, and where neither slice is finer, rows that have
 * only each other to share cases with.
 *
 * @param rows with cases; one that has none counts as absent.
 */
export function equalSums(
  slices: readonly Slice[],
  pairs: readonly Pair[],
  rows: readonly SlicedRow[],
): readonly EqualSum[] {
  const places: number[][] = slices.map(() => []);
  const byKey = new Map<string, number>();
  rows.forEach(({ slice, values }, i) => {
    places[slice]!.push(i);
    byKey.set(keyOf(slice, values), i);
  });
  const table: Table = {
    rows,
    places,
    part(i, slice) {
      const { slice: own, values } = rows[i]!;
      const kept = slices[slice]!.map((place) => values[slices[own]!.indexOf(place)]!);
      return byKey.get(keyOf(slice, kept));
    },
    valueAt: (i, place) => rows[i]!.values[slices[rows[i]!.slice]!.indexOf(place)],
    has: (slice, values) => byKey.has(keyOf(slice, values)),
    slices,
  };
  return pairs.flatMap((pair) => {
    const groups = groupsOf(rows.length);
    if (pair.link === null) joinUnlinked(table, pair, groups.join);
    else joinLinked(table, pair.link, pair, groups.join);
    return sumsOf(table, pair, groups.rootOf);
  });
}

interface Table {
  readonly rows: readonly SlicedRow[];
  /** Of the rows of each slice. */
  readonly places: readonly (readonly number[])[];
  readonly slices: readonly Slice[];
  /** The row of a coarser slice to which a row belongs. */
  readonly part: (row: number, slice: number) => number | undefined;
  /** Undefined for a dimension that is not the row's. */
  readonly valueAt: (row: number, place: number) => string | null | undefined;
  readonly has: (slice: number, values: readonly (string | null)[]) => boolean;
}

type Join = (a: number, b: number) => void;

function joinLinked({ places, part }: Table, link: number, { a, b }: Pair, join: Join): void {
  for (const row of places[link]!) {
    const [one, other] = [part(row, a), part(row, b)];
    if (one !== undefined && other !== undefined) join(one, other);
  }
}

function joinUnlinked(table: Table, pair: Pair, join: Join): void {
  const buckets = new Map<string, { readonly ofA: number[]; readonly ofB: number[] }>();
  for (const [slice, side] of [
    [pair.a, 'ofA'],
    [pair.b, 'ofB'],
  ] as const) {
    for (const row of table.places[slice]!) {
      const key = JSON.stringify(pair.common.map((place) => table.valueAt(row, place)));
      const bucket = buckets.get(key) ?? { ofA: [], ofB: [] };
      buckets.set(key, bucket);
      bucket[side].push(row);
    }
  }
  for (const { ofA, ofB } of buckets.values()) {
    const isFree = pair.bounds.length === 0 || ofA.length * ofB.length > MOST_PAIRS;
    for (const one of isFree ? ofA.slice(0, 1) : ofA) {
      for (const other of ofB) if (isFree || mayShare(table, pair, one, other)) join(one, other);
    }
    if (isFree) for (const one of ofA) if (ofB.length > 0) join(one, ofB[0]!);
  }
}

function mayShare(
  { slices, valueAt, has }: Table,
  { bounds }: Pair,
  a: number,
  b: number,
): boolean {
  return bounds.every((slice) => {
    const values = slices[slice]!.map((place) => valueAt(a, place) ?? valueAt(b, place) ?? null);
    return has(slice, values);
  });
}

function sumsOf(
  { places }: Table,
  { a, b, follows }: Pair,
  rootOf: (row: number) => number,
): readonly EqualSum[] {
  const sums = new Map<number, { readonly left: number[]; readonly right: number[] }>();
  for (const [slice, side] of [
    [a, 'left'],
    [b, 'right'],
  ] as const) {
    for (const row of places[slice]!) {
      const root = rootOf(row);
      const sum = sums.get(root) ?? { left: [], right: [] };
      sums.set(root, sum);
      sum[side].push(row);
    }
  }
  return [...sums.values()].map((sum) => ({ ...sum, follows }));
}

/** Sets of places that grow together. */
function groupsOf(size: number): { readonly rootOf: (i: number) => number; readonly join: Join } {
  const parents = Array.from({ length: size }, (_, i) => i);
  const rootOf = (i: number): number => {
    let root = i;
    while (parents[root] !== root) {
      parents[root] = parents[parents[root]!]!;
      root = parents[root]!;
    }
    return root;
  };
  return {
    rootOf,
    join(a, b) {
      parents[rootOf(a)] = rootOf(b);
    },
  };
}

function keyOf(slice: number, values: readonly (string | null)[]): string {
  return JSON.stringify([slice, values]);
}
