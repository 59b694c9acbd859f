import type { ShareProgram } from './share-program.js';

/**
 * Bounds of what each cell buys and sells, narrowed to what the rows leave of them when everything else gives as much as it can. No point
 * is lost where a cell does not buy and sell at once.
 */
export function tightenBounds(program: ShareProgram): ShareProgram {
  const { cells, rows } = program;
  const [lower, upper] = [program.lower.slice(), program.upper.slice()];
  const columns = lower.length;
  for (let row = 0; row < rows.lower.length; row++) {
    const at = row * columns;
    const limit = rows.lower[row]!;
    const { least, most } = rangeOf(rows.matrix.subarray(at, at + columns), lower, upper);
    for (let cell = 0; cell < cells; cell++) {
      const [bought, sold] = [2 * cell, 2 * cell + 1];
      const share = rows.matrix[at + bought]!;
      if (share <= 0) continue;
      const highest = (limit - least) / share + lower[bought]! - upper[sold]!;
      const lowest = (limit - most) / share + upper[bought]! - lower[sold]!;
      narrow(bought, highest, lower, upper);
      narrow(sold, -lowest, lower, upper);
    }
  }
  return { ...program, lower, upper };
}

/** The least and the most that a row's terms can sum to. */
function rangeOf(
  row: Float64Array,
  lower: Float64Array,
  upper: Float64Array,
): { readonly least: number; readonly most: number } {
  let [least, most] = [0, 0];
  row.forEach((share, j) => {
    if (share === 0) return;
    least += share * (share > 0 ? lower[j]! : upper[j]!);
    most += share * (share > 0 ? upper[j]! : lower[j]!);
  });
  return { least, most };
}

/** Sets an upper bound that is lower than the one there was; what is not a number says nothing. */
function narrow(column: number, bound: number, lower: Float64Array, upper: Float64Array): void {
  const next = Math.max(lower[column]!, bound);
  if (next < upper[column]!) upper[column] = next;
}
