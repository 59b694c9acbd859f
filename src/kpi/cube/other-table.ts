import type { EqualSum } from './equal-sums.js';

/** A row as far as holding back is concerned. */
export interface TableRow {
  /** The cases it speaks of, at least 1. */
  readonly size: number;
  /** Of each part of them that is shown for itself, by how many it could be smaller and the row still have cases. As many parts in every row. */
  readonly rooms: readonly number[];
}

/** Whether a row cannot have fewer cases than it has. */
export function hasNoRoom({ rooms }: TableRow): boolean {
  return rooms.every((room) => room === 0);
}

/** Coefficients by place; one that is 0 is absent. */
type Sparse = Map<number, number>;

/** The column of a row in the sums, freed of what rows before it have; and the rows of which that is made. */
interface Basis {
  readonly column: Sparse;
  readonly made: Sparse;
}

interface Elimination {
  readonly columns: ReadonlyMap<number, Sparse>;
  /** By the sum in which it stands for all rows that come later. */
  readonly bases: Map<number, Basis & { readonly order: number }>;
  readonly budget: Budget;
}

/** How many more steps may be taken: a million take some tenths of a second. */
export interface Budget {
  steps: number;
}

/**
 * The rows that are held back in vain: no other table is found that would show the same and in which the row has another number, or a sum of rows held back is known and
 * has fewer cases than the minimum. Null if there is too much to look through.
 *
 * Elimination writes rows with much room as sums and differences of the others. To give one of the others a case more, and to correct those, is another table; that it
 * shows the same and leaves every row a case is checked in whole numbers. Cases of one part are changed at a time, so that all parts show the same.
 *
 * @param sums of which all others follow.
 */
export function heldInVain(
  rows: readonly TableRow[],
  sums: readonly EqualSum[],
  hidden: ReadonlySet<number>,
  minimum: number,
  budget: Budget,
): ReadonlySet<number> | null {
  const columns = columnsOf(sums, hidden);
  const few = new Set<number>();
  let fixed: ReadonlySet<number> = hidden;
  for (const rooms of roomsByPart(rows)) {
    const found = fixedIn(rows, rooms, columns, minimum, budget);
    if (found === null) return null;
    fixed = new Set([...fixed].filter((row) => found.fixed.has(row)));
    for (const row of found.few) few.add(row);
    if (fixed.size === 0) break;
  }
  return new Set([...fixed, ...few]);
}

/** The rooms of all rows in each part, the part with most room first. */
function roomsByPart(rows: readonly TableRow[]): readonly (readonly number[])[] {
  const parts = rows[0]!.rooms.map((_, part) => rows.map(({ rooms }) => rooms[part]!));
  const total = (rooms: readonly number[]): number => rooms.reduce((sum, room) => sum + room, 0);
  return parts.sort((a, b) => total(b) - total(a));
}

/** The rows that no change of one part gives another number, and those known to have few cases together. */
function fixedIn(
  rows: readonly TableRow[],
  rooms: readonly number[],
  columns: ReadonlyMap<number, Sparse>,
  minimum: number,
  budget: Budget,
): { readonly fixed: ReadonlySet<number>; readonly few: readonly number[] } | null {
  const degrees = degreesOf(columns);
  const elimination: Elimination = { columns, bases: new Map(), budget };
  const known = new Map<number, KnownSum>();
  const fixed = new Set(columns.keys());
  for (const row of [...fixed].sort((a, b) => rooms[b]! - rooms[a]! || a - b)) {
    const rest = eliminated(elimination, row);
    if (budget.steps < 0) return null;
    if (rest.column.size > 0) {
      const pivot = [...rest.column.keys()].reduce((a, b) => (degrees[b]! < degrees[a]! ? b : a));
      elimination.bases.set(pivot, { ...rest, order: elimination.bases.size });
      known.set(row, { cases: rows[row]!.size, isSum: true, moves: [] });
      continue;
    }
    const change = wholeChange(rest.made, columns);
    if (change !== null && isPossible(change, rooms)) {
      for (const i of change.keys()) fixed.delete(i);
    }
    addToKnown(known, rest.made, row, rows[row]!.size);
  }
  const few = [...known].flatMap(([row, { cases, isSum }]) =>
    isSum && cases < minimum ? [row] : [],
  );
  return { fixed, few: [...few, ...fewTogether(known, rows, minimum)] };
}

/** Rows with much room that always move against each other, so that both together are known, and have fewer cases than the minimum. */
function fewTogether(
  known: ReadonlyMap<number, KnownSum>,
  rows: readonly TableRow[],
  minimum: number,
): readonly number[] {
  const byMoves = new Map<string, number[]>();
  for (const [row, { moves }] of known) {
    if (moves.length === 0 || rows[row]!.size >= minimum) continue;
    const against = byMoves.get(keyOf(moves, -1)) ?? [];
    const other = against.find((one) => rows[one]!.size + rows[row]!.size < minimum);
    if (other !== undefined) return [row, other];
    const key = keyOf(moves, 1);
    byMoves.set(key, [...(byMoves.get(key) ?? []), row]);
  }
  return [];
}

function keyOf(moves: KnownSum['moves'], sign: 1 | -1): string {
  return moves.map(([row, value]) => `${row}:${Math.round(sign * value * 1e6)}`).join(' ');
}

/** What a row has that none before it has; nothing if it is made of them. */
function eliminated(elimination: Elimination, row: number): Basis {
  const { columns, bases, budget } = elimination;
  const column: Sparse = new Map(columns.get(row));
  const made: Sparse = new Map([[row, 1]]);
  for (let next = nextOf(column, bases); next !== null; next = nextOf(column, bases)) {
    const [pivot, basis] = next;
    const factor = column.get(pivot)! / basis.column.get(pivot)!;
    subtract(column, basis.column, factor);
    subtract(made, basis.made, factor);
    budget.steps -= basis.column.size + basis.made.size + column.size;
    if (budget.steps < 0) break;
  }
  return { column, made };
}

/** Of each row held back, in which sums it stands, and on which side. */
function columnsOf(
  sums: readonly EqualSum[],
  hidden: ReadonlySet<number>,
): ReadonlyMap<number, Sparse> {
  const columns = new Map([...hidden].map((row): [number, Sparse] => [row, new Map()]));
  sums.forEach(({ left, right }, i) => {
    for (const row of left) columns.get(row)?.set(i, 1);
    for (const row of right) columns.get(row)?.set(i, -1);
  });
  return columns;
}

function degreesOf(columns: ReadonlyMap<number, Sparse>): readonly number[] {
  const degrees: number[] = [];
  for (const column of columns.values()) {
    for (const sum of column.keys()) degrees[sum] = (degrees[sum] ?? 0) + 1;
  }
  return degrees;
}

/** The basis found first that still has something of a column, and its sum. */
function nextOf(
  column: Sparse,
  bases: Elimination['bases'],
): readonly [number, Basis & { readonly order: number }] | null {
  let next: readonly [number, Basis & { readonly order: number }] | null = null;
  for (const sum of column.keys()) {
    const basis = bases.get(sum);
    if (basis !== undefined && (next === null || basis.order < next[1].order)) next = [sum, basis];
  }
  return next;
}

function subtract(from: Sparse, what: Sparse, factor: number): void {
  for (const [key, value] of what) {
    const rest = (from.get(key) ?? 0) - factor * value;
    if (Math.abs(rest) < 1e-9) from.delete(key);
    else from.set(key, rest);
  }
}

/** A change in whole cases that leaves every sum as it is, to the last case; null if it is none. */
function wholeChange(made: Sparse, columns: ReadonlyMap<number, Sparse>): Sparse | null {
  const change: Sparse = new Map();
  const sums: Sparse = new Map();
  for (const [row, value] of made) {
    const whole = Math.round(value);
    if (whole === 0 || Math.abs(whole - value) > 1e-6) return null;
    change.set(row, whole);
    subtract(sums, columns.get(row)!, -whole);
  }
  return sums.size === 0 ? change : null;
}

/** Whether a change, or its opposite, leaves every row at least one case. */
function isPossible(change: Sparse, rooms: readonly number[]): boolean {
  return [1, -1].some((sign) =>
    [...change].every(([row, value]) => sign * value > 0 || rooms[row]! >= Math.abs(value)),
  );
}

/** A row with much room and the others of which it is made: what they add up to follows from what is shown. */
interface KnownSum {
  cases: number;
  /** Not a difference, which says little. */
  isSum: boolean;
  /** How the row with much room follows each of the others. */
  readonly moves: (readonly [row: number, value: number])[];
}

function addToKnown(
  known: ReadonlyMap<number, KnownSum>,
  made: Sparse,
  row: number,
  size: number,
): void {
  for (const [other, value] of made) {
    const sum = known.get(other);
    if (other === row || sum === undefined) continue;
    sum.moves.push([row, value]);
    if (value > 0) sum.isSum = false;
    else sum.cases -= value * size;
  }
}
