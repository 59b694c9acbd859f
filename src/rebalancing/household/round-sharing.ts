import { overShared } from './share-caps.js';
import type { Cell, SharedCap, ShareProblem, Sharing } from './share-problem.js';

/**
 * Whole units that add up to each account's money exactly and pass no cap. What rounding leaves over goes, one unit each, to the cells that were
 * rounded away from it the furthest and change anyway; of equal ones to the first.
 */
export function roundSharing(
  { cells, money, caps = [] }: ShareProblem,
  changes: readonly number[],
): Pick<Sharing, 'amounts' | 'left'> {
  const amounts = cells.map((cell, j) => clamp(cell.held + BigInt(Math.round(changes[j]!)), cell));
  for (const cap of caps) takeOut(cap, cells, changes, amounts);
  const left = money.map((total, account) => {
    const places = cells.flatMap((cell, j) => (cell.account === account ? [j] : []));
    const rest = places.reduce((sum, j) => sum - amounts[j]!, total);
    const invested = places.reduce((sum, j) => sum + Number(cells[j]!.held) + changes[j]!, 0);
    const left = BigInt(Math.round(Number(total) - invested));
    const mayAdd = (j: number): boolean => !isPassed(j, caps, cells, amounts);
    return left + spread(rest - left, places, cells, changes, amounts, mayAdd);
  });
  return { amounts, left };
}

/** Takes a unit each out of the cells that were rounded up the furthest, until they pass a cap no longer. */
function takeOut(
  cap: SharedCap,
  cells: readonly Cell[],
  changes: readonly number[],
  amounts: bigint[],
): void {
  for (const j of furthest(
    -1n,
    cap.parts.map(([place]) => place),
    cells,
    changes,
    amounts,
  )) {
    if (overShared(cap, cells, amounts) <= 0n) return;
    if (amounts[j]! > cells[j]!.least) amounts[j]! -= 1n;
  }
}

/** Whether a unit more of a cell would pass a cap. */
function isPassed(
  place: number,
  caps: readonly SharedCap[],
  cells: readonly Cell[],
  amounts: readonly bigint[],
): boolean {
  const own = caps.filter(({ parts }) => parts.some(([j]) => j === place));
  const more = own.length === 0 ? amounts : amounts.map((one, j) => (j === place ? one + 1n : one));
  return own.some((cap) => overShared(cap, cells, more) > 0n);
}

function spread(
  rest: bigint,
  places: readonly number[],
  cells: readonly Cell[],
  changes: readonly number[],
  amounts: bigint[],
  mayAdd: (cell: number) => boolean,
): bigint {
  const step = rest > 0n ? 1n : -1n;
  let left = rest;
  for (const j of furthest(step, places, cells, changes, amounts)) {
    if (left === 0n) break;
    const next = amounts[j]! + step;
    if (next !== clamp(next, cells[j]!) || (step > 0n && !mayAdd(j))) continue;
    amounts[j] = next;
    left -= step;
  }
  return left;
}

/** Cells that change, those first that were rounded away from a step the furthest. */
function furthest(
  step: bigint,
  places: readonly number[],
  cells: readonly Cell[],
  changes: readonly number[],
  amounts: readonly bigint[],
): readonly number[] {
  const lost = (j: number): number => Number(step) * (changes[j]! - Math.round(changes[j]!));
  return places
    .filter((j) => amounts[j] !== cells[j]!.held)
    .sort((a, b) => lost(b) - lost(a) || a - b);
}

function clamp(amount: bigint, { least, most }: Cell): bigint {
  if (amount < least) return least;
  return amount > most ? most : amount;
}
