import type { EqualSum } from './equal-sums.js';
import { type Budget, hasNoRoom, heldInVain, type TableRow } from './other-table.js';

/** A row of one KPI and period that has cases. */
export interface JudgedRow extends TableRow {
  /** It speaks of no group: it is held back only where nothing else helps. */
  readonly isWhole: boolean;
}

/** For one KPI and period. */
const MOST_STEPS = 10_000_000;

/**
 * The rows that are not shown: those with fewer cases than the minimum, and as many others as it takes that none of them can be worked out from what is shown.
 *
 * First, the rows of a sum that are held back are at least two, have at least as many cases as the minimum, and not one case each. Then, for every row held back there
 * is another table that would show the same. Where that fails one more row is held back, a small one, until it holds.
 *
 * Source: A. Hundepool et al., Statistical Disclosure Control (2012), chapter 4: primary and secondary cell suppression, and the audit of what is left.
 */
export function heldBack(
  rows: readonly JudgedRow[],
  sums: readonly EqualSum[],
  minimum: number,
): ReadonlySet<number> {
  const table = openTable(rows, sums);
  rows.forEach(({ size, isWhole }, row) => {
    if (!isWhole && size < minimum) hide(table, row);
  });
  const audited = sums.filter(({ follows }) => !follows);
  const budget: Budget = { steps: MOST_STEPS };
  for (let isDone = table.hidden.size === 0; !isDone; ) {
    widenSums(table, minimum);
    const vain = heldInVain(rows, audited, table.hidden, minimum, budget);
    if (vain === null) hideAllParts(table, minimum);
    isDone = vain === null || !hideBeside(table, vain);
  }
  return table.hidden;
}

interface Table {
  readonly rows: readonly JudgedRow[];
  readonly sums: readonly EqualSum[];
  /** The places of the sums in which each row stands. */
  readonly sumsOf: readonly (readonly number[])[];
  readonly hidden: Set<number>;
  /** How many rows of each sum are held back. */
  readonly hiddenIn: number[];
}

function openTable(rows: readonly JudgedRow[], sums: readonly EqualSum[]): Table {
  const sumsOf: number[][] = rows.map(() => []);
  sums.forEach(({ left, right }, i) => {
    for (const row of [...left, ...right]) sumsOf[row]!.push(i);
  });
  return { rows, sums, sumsOf, hidden: new Set(), hiddenIn: sums.map(() => 0) };
}

function hide({ sumsOf, hidden, hiddenIn }: Table, row: number): void {
  hidden.add(row);
  for (const sum of sumsOf[row]!) hiddenIn[sum] = hiddenIn[sum]! + 1;
}

/** Holds back more rows until no sum gives away a few cases. */
function widenSums(table: Table, minimum: number): void {
  for (let before = -1; before !== table.hidden.size; ) {
    before = table.hidden.size;
    table.sums.forEach((_, sum) => {
      while (givesAway(table, sum, minimum) && hideOne(table, [sum]) !== null) {
        // Until the rest of the sum is large enough.
      }
    });
  }
}

/** Whether one side of a sum is shown, and what is held back on the other is little. */
function givesAway({ rows, sums, hidden, hiddenIn }: Table, sum: number, minimum: number): boolean {
  if (hiddenIn[sum] === 0) return false;
  const { left, right } = sums[sum]!;
  const ofLeft = left.filter((row) => hidden.has(row));
  if (ofLeft.length > 0 && ofLeft.length < hiddenIn[sum]!) return false;
  const rest = ofLeft.length > 0 ? ofLeft : right.filter((row) => hidden.has(row));
  const cases = rest.reduce((total, row) => total + rows[row]!.size, 0);
  return rest.length < 2 || cases < minimum || rest.every((row) => hasNoRoom(rows[row]!));
}

/** Holds back one row beside each of some, unless one was already held back there; says whether any was. */
function hideBeside(table: Table, beside: ReadonlySet<number>): boolean {
  const touched = new Set<number>();
  for (const row of beside) {
    const sums = table.sumsOf[row]!;
    if (sums.some((sum) => touched.has(sum))) continue;
    const found = hideOne(table, sums);
    if (found !== null) for (const sum of table.sumsOf[found]!) touched.add(sum);
  }
  return touched.size > 0;
}

/**
 * Holds back one more row of some sums, or of those around them if nothing is shown there: not the whole if that can be, rather one that is not then the only
 * one of a sum, and a small one.
 */
function hideOne(table: Table, sums: readonly number[]): number | null {
  for (let ring = sums, known = 0; ring.length > known; ) {
    known = ring.length;
    const rows = new Set(
      ring.flatMap((sum) => [...table.sums[sum]!.left, ...table.sums[sum]!.right]),
    );
    const best = cheapest(table, rows);
    if (best !== null) {
      hide(table, best);
      return best;
    }
    ring = [...new Set([...rows].flatMap((row) => table.sumsOf[row]!))];
  }
  return null;
}

function cheapest(
  { rows, sumsOf, hidden, hiddenIn }: Table,
  among: Iterable<number>,
): number | null {
  let best: { readonly row: number; readonly cost: readonly number[] } | null = null;
  for (const row of among) {
    if (hidden.has(row)) continue;
    const alone = sumsOf[row]!.filter((sum) => hiddenIn[sum] === 0).length;
    const cost = [rows[row]!.isWhole ? 1 : 0, alone, rows[row]!.size, row];
    if (best === null || isLess(cost, best.cost)) best = { row, cost };
  }
  return best?.row ?? null;
}

function isLess(a: readonly number[], b: readonly number[]): boolean {
  const i = a.findIndex((value, place) => value !== b[place]);
  return i >= 0 && a[i]! < b[i]!;
}

/** Of a table that is too large to be looked through no part is shown. */
function hideAllParts(table: Table, minimum: number): void {
  table.rows.forEach(({ isWhole }, row) => {
    if (!isWhole && !table.hidden.has(row)) hide(table, row);
  });
  widenSums(table, minimum);
}
