/** A row below this part of its former size depends on the others. */
const DEPENDENT = 1e-10;

/**
 * Independent ways to combine rows of equal length to 0, each as the rows' factors.
 *
 * By elimination; the pivot is the largest entry of all rows that are left, each measured against its own size.
 */
export function nullCombinations(rows: readonly Float64Array[]): readonly Float64Array[] {
  const left = new Set(rows.map((row, i) => scaled(row, i, rows.length)));
  for (;;) {
    let pivot: Tracked | undefined;
    let place = 0;
    let largest = DEPENDENT;
    for (const own of left) {
      for (let j = 0; j < own.row.length; j++) {
        if (Math.abs(own.row[j]!) <= largest) continue;
        [pivot, place, largest] = [own, j, Math.abs(own.row[j]!)];
      }
    }
    if (pivot === undefined) return [...left].map(({ factors }) => factors);
    left.delete(pivot);
    for (const { row, factors } of left) {
      const factor = row[place]! / pivot.row[place]!;
      if (factor === 0) continue;
      subtract(row, pivot.row, factor);
      subtract(factors, pivot.factors, factor);
      row[place] = 0;
    }
  }
}

/** A row during elimination, and how it is made of the rows that were given. */
interface Tracked {
  readonly row: Float64Array;
  readonly factors: Float64Array;
}

function scaled(row: Float64Array, index: number, count: number): Tracked {
  const size = row.reduce((largest, entry) => Math.max(largest, Math.abs(entry)), 0) || 1;
  const factors = new Float64Array(count);
  factors[index] = 1 / size;
  return { row: row.map((entry) => entry / size), factors };
}

function subtract(from: Float64Array, what: Float64Array, times: number): void {
  for (let j = 0; j < from.length; j++) from[j]! -= times * what[j]!;
}
