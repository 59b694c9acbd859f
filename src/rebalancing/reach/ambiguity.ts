import type { Occasion } from './situation.js';

/**
 * Whether the products that are free to move reach the same asset classes, and the same sum, in several ways: whether the columns of
 * their exposures, with a row of ones, depend on each other. Where products are measured there is one way to their weights.
 */
export function isAmbiguous(
  { account, inside }: Occasion,
  low: readonly bigint[],
  high: readonly bigint[],
): boolean {
  if (inside.policy.measure === 'products') return false;
  const free = account.holdings.filter((_, i) => high[i]! > low[i]!);
  const height = inside.assetClasses.length + 1;
  const columns = free.map(({ item }) => Float64Array.of(1, ...item.exposures));
  return rankOf(columns, height) < columns.length;
}

const TINY = 1e-9;

/** Rank by elimination with the largest pivot of each column. */
function rankOf(columns: readonly Float64Array[], height: number): number {
  const done: { readonly column: Float64Array; readonly pivot: number }[] = [];
  for (const column of columns) {
    for (const { column: other, pivot } of done) {
      const factor = column[pivot]! / other[pivot]!;
      for (let k = 0; k < height; k++) column[k]! -= factor * other[k]!;
    }
    let pivot = 0;
    for (let k = 1; k < height; k++) {
      if (Math.abs(column[k]!) > Math.abs(column[pivot]!)) pivot = k;
    }
    if (Math.abs(column[pivot]!) > TINY) done.push({ column, pivot });
  }
  return done.length;
}
