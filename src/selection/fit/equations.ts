import { largestAt } from '../../numerics/index.js';
import type { FitRow } from './fit-program.js';

/** Coefficients below this are rounding; rows have entries of about one. */
const NOTHING = 1e-10;

/**
 * The rows without the equations that follow from the others; nothing when equations contradict each other.
 *
 * Shares that sum to one make the budget follow from full exposures, so dependent equations are the rule here.
 */
export function independentRows(rows: readonly FitRow[]): readonly FitRow[] | undefined {
  const kept: FitRow[] = [];
  const reduced: { readonly row: Float64Array; readonly value: number; readonly at: number }[] = [];
  for (const given of rows) {
    if (given.lower !== given.upper) {
      kept.push(given);
      continue;
    }
    const row = given.row.slice();
    let value = given.lower;
    for (const pivot of reduced) {
      const factor = row[pivot.at]! / pivot.row[pivot.at]!;
      if (factor === 0) continue;
      for (let i = 0; i < row.length; i++) row[i]! -= factor * pivot.row[i]!;
      row[pivot.at] = 0;
      value -= factor * pivot.value;
    }
    const at = largestAt(row);
    if (Math.abs(row[at]!) > NOTHING) {
      reduced.push({ row, value, at });
      kept.push(given);
    } else if (Math.abs(value) > NOTHING) return undefined;
  }
  return kept;
}

/**
 * Whether the equations leave no freedom to the products whose bounds are apart; aims may still move.
 *
 * They leave none if every direction in which the equations allow the free columns to move is one of aims alone.
 */
export function isSettled(
  rows: readonly FitRow[],
  lower: Float64Array,
  upper: Float64Array,
  owner: Int32Array,
): boolean {
  const free: number[] = [];
  for (let j = 0; j < lower.length; j++) if (lower[j] !== upper[j]) free.push(j);
  const equations = rows.filter((one) => one.lower === one.upper);
  const aims = free.filter((j) => owner[j]! < 0);
  // More free products than equations are never settled, and the rank of many columns is dear.
  if (free.length - aims.length > equations.length) return false;
  return free.length - rankOf(equations, free) === aims.length - rankOf(equations, aims);
}

function rankOf(equations: readonly FitRow[], columns: readonly number[]): number {
  const rows = equations.map(({ row }) => ({
    row: Float64Array.from(columns, (j) => row[j]!),
    lower: 0,
    upper: 0,
  }));
  return columns.length === 0 ? 0 : (independentRows(rows)?.length ?? 0);
}
