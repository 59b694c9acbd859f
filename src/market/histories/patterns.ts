/** Rows of a panel in which the same assets have returns. */
export interface MissingPattern {
  readonly observed: readonly number[];
  readonly missing: readonly number[];
  readonly rows: readonly number[];
}

/** Groups the rows of a panel (columns, NaN for a gap) by which assets have returns, in order of first appearance. */
export function missingPatterns(columns: readonly Float64Array[]): readonly MissingPattern[] {
  const rowsOf = new Map<string, number[]>();
  for (let row = 0; row < columns[0]!.length; row++) {
    const key = columns.map((column) => (Number.isNaN(column[row]) ? '0' : '1')).join('');
    const rows = rowsOf.get(key) ?? [];
    rowsOf.set(key, rows);
    rows.push(row);
  }
  return [...rowsOf].map(([key, rows]) => {
    const assets = [...columns.keys()];
    return {
      observed: assets.filter((asset) => key[asset] === '1'),
      missing: assets.filter((asset) => key[asset] === '0'),
      rows,
    };
  });
}
