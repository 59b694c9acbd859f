import { AptfolioError, at, checkInteger, checkList } from '../../errors/index.js';

/** A table of counts as shares, with its margins. */
export interface AgreementTable {
  readonly n: number;
  /** Rows and columns. */
  readonly size: number;
  /** Shares of n, row by row; all 0 where n is. */
  readonly shares: readonly (readonly number[])[];
  readonly rowShares: readonly number[];
  readonly columnShares: readonly number[];
  /** The share on the diagonal; `null` where n is 0. */
  readonly agreement: number | null;
}

/** Reads a square table of whole numbers of at least 0. */
export function readAgreementTable(table: unknown): AgreementTable {
  const rows = checkList<unknown>(table, 'table', { minLength: 1 });
  const counts = rows.map((row, i) => {
    const path = at('table', i);
    const cells = checkList<unknown>(row, path);
    if (cells.length !== rows.length) {
      throw new AptfolioError('length-mismatch', path, `a list of ${rows.length} counts`);
    }
    return cells.map((count, j) => checkInteger(count, at(path, j), { min: 0 }));
  });
  const n = checkInteger(sum(counts.map(sum)), 'table');
  const shares = counts.map((row) => row.map((count) => (n === 0 ? 0 : count / n)));
  const onDiagonal = sum(counts.map((row, i) => row[i]!));
  return {
    n,
    size: rows.length,
    shares,
    rowShares: shares.map(sum),
    columnShares: rows.map((_, j) => sum(shares.map((row) => row[j]!))),
    agreement: n === 0 ? null : onDiagonal / n,
  };
}

/** The sum of numbers. */
export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
