import type { Cell, ShareProblem, Sharing } from './share-problem.js';

/**
 * Whole units that add up to each account's money exactly. What rounding leaves over goes, one unit each, to the cells that were
 * rounded away from it the furthest and change anyway; of equal ones to the first.
 */
export function roundSharing(
  { cells, money }: ShareProblem,
  changes: readonly number[],
): Pick<Sharing, 'amounts' | 'left'> {
  const amounts = cells.map((cell, j) => clamp(cell.held + BigInt(Math.round(changes[j]!)), cell));
  const left = money.map((total, account) => {
    const places = cells.flatMap((cell, j) => (cell.account === account ? [j] : []));
    const rest = places.reduce((sum, j) => sum - amounts[j]!, total);
    const invested = places.reduce((sum, j) => sum + Number(cells[j]!.held) + changes[j]!, 0);
    const left = BigInt(Math.round(Number(total) - invested));
    return left + spread(rest - left, places, cells, changes, amounts);
  });
  return { amounts, left };
}

function spread(
  rest: bigint,
  places: readonly number[],
  cells: readonly Cell[],
  changes: readonly number[],
  amounts: bigint[],
): bigint {
  const step = rest > 0n ? 1n : -1n;
  const lost = (j: number): number => Number(step) * (changes[j]! - Math.round(changes[j]!));
  const order = places
    .filter((j) => amounts[j] !== cells[j]!.held)
    .sort((a, b) => lost(b) - lost(a) || a - b);
  let left = rest;
  for (const j of order) {
    if (left === 0n) break;
    const next = amounts[j]! + step;
    if (next !== clamp(next, cells[j]!)) continue;
    amounts[j] = next;
    left -= step;
  }
  return left;
}

function clamp(amount: bigint, { least, most }: Cell): bigint {
  if (amount < least) return least;
  return amount > most ? most : amount;
}
