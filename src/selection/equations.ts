import { largestAt } from '../numerics/index.js';

/** One linear equation: row · x = value. */
export interface Equation {
  readonly row: Float64Array;
  readonly value: number;
}

/** Coefficients below this are rounding; rows have entries of about one. */
const NOTHING = 1e-10;

/**
 * The equations without those that follow from the others; nothing when they contradict each other.
 *
 * Shares that sum to one make the budget follow from full exposures, so dependent rows are the rule here.
 */
export function independentEquations(
  rows: readonly Float64Array[],
  values: readonly number[],
): readonly Equation[] | undefined {
  const kept: Equation[] = [];
  const reduced: { readonly row: Float64Array; readonly value: number; readonly at: number }[] = [];
  for (let r = 0; r < rows.length; r++) {
    const row = rows[r]!.slice();
    let value = values[r]!;
    for (const pivot of reduced) {
      const factor = row[pivot.at]! / pivot.row[pivot.at]!;
      for (let i = 0; i < row.length; i++) row[i]! -= factor * pivot.row[i]!;
      row[pivot.at] = 0;
      value -= factor * pivot.value;
    }
    const at = largestAt(row);
    if (Math.abs(row[at]!) > NOTHING) {
      reduced.push({ row, value, at });
      kept.push({ row: rows[r]!, value: values[r]! });
    } else if (Math.abs(value) > NOTHING) return undefined;
  }
  return kept;
}

/** Whether the equations leave no freedom to the variables whose bounds are apart. */
export function isSettled(
  rows: readonly Float64Array[],
  lower: Float64Array,
  upper: Float64Array,
): boolean {
  const free = [...lower.keys()].filter((i) => lower[i] !== upper[i]);
  const columns = rows.map((row) => Float64Array.from(free, (i) => row[i]!));
  const rank =
    independentEquations(
      columns,
      columns.map(() => 0),
    )?.length ?? 0;
  return rank === free.length;
}
