import { AptfolioError, at, checkInteger, checkList } from '../../errors/index.js';
import { chiSquareUpperTail } from '../../numerics/index.js';
import { orderedSum } from '../ordered-sum.js';

/** What a table of counts showed. */
export type ChiSquareTest =
  | {
      readonly status: 'tested';
      readonly n: number;
      /** Pearson's χ², without continuity correction. */
      readonly statistic: number;
      /** (rows − 1)·(columns − 1), of those with any case. */
      readonly degreesOfFreedom: number;
      readonly pValue: number;
      /** Of the cells of rows and columns with any case; below 5 the χ² approximation is poor. */
      readonly smallestExpected: number;
      /** Cramér's V: strength of the association, from 0 to 1. */
      readonly cramersV: number;
      /** As the table: how far a cell is from what independence expects, about standard normal; 0 in an empty row or column. */
      readonly residuals: readonly (readonly number[])[];
      readonly method: 'pearson-chi-square';
    }
  /** All cases stand in one row or in one column. */
  | { readonly status: 'no-variation'; readonly n: number };

/**
 * Tests whether the rows and columns of a table of counts are independent: Pearson's χ² test.
 *
 * A row or column without any case says nothing and is left out of the degrees of freedom.
 *
 * @param table rows × columns of whole numbers of at least 0; at least two of each.
 * @returns `tested`, or `no-variation` if at most one row or one column has any case.
 * @throws AptfolioError `missing-value`, `invalid-type`, `out-of-range`, `empty` or `length-mismatch` with a path such as
 * `table[1][0]`.
 *
 * Source: K. Pearson, Philosophical Magazine 50 (1900) 157–175; H. Cramér, Mathematical Methods of Statistics (1946),
 * section 21.9; S. J. Haberman, Biometrics 29 (1973) 205–220, for the residuals.
 *
 * @example
 * ```ts
 * import { chiSquareTest } from 'aptfolio/statistics';
 *
 * const test = chiSquareTest([[762, 327, 468], [484, 239, 477]]);
 * test.statistic; // => 30.0701490957547
 * test.degreesOfFreedom; // => 2
 * test.pValue; // => 2.9535891832e-7
 * ```
 */
export function chiSquareTest(table: readonly (readonly number[])[]): ChiSquareTest {
  const counts = readTable(table);
  const rows = counts.map(sum);
  const columns = counts[0]!.map((_, j) => sum(counts.map((row) => row[j]!)));
  const n = sum(rows);
  const degrees = { rows: filled(rows) - 1, columns: filled(columns) - 1 };
  if (degrees.rows < 1 || degrees.columns < 1) return Object.freeze({ status: 'no-variation', n });
  const expected = (i: number, j: number): number => (rows[i]! / n) * columns[j]!;
  const statistic = distance(counts, expected);
  const residual = (count: number, i: number, j: number): number => {
    const rest = (1 - rows[i]! / n) * (1 - columns[j]! / n);
    const mean = expected(i, j);
    return mean === 0 ? 0 : (count - mean) / Math.sqrt(mean * rest) + 0;
  };
  const degreesOfFreedom = degrees.rows * degrees.columns;
  return Object.freeze({
    status: 'tested',
    n,
    statistic,
    degreesOfFreedom,
    pValue: chiSquareUpperTail(statistic, degreesOfFreedom),
    smallestExpected: (leastAbove(rows) / n) * leastAbove(columns),
    cramersV: Math.min(1, Math.sqrt(statistic / n / Math.min(degrees.rows, degrees.columns))),
    residuals: Object.freeze(
      counts.map((row, i) => Object.freeze(row.map((count, j) => residual(count, i, j)))),
    ),
    method: 'pearson-chi-square',
  });
}

function readTable(table: unknown): number[][] {
  const rows = checkList(table, 'table', { minLength: 2 });
  const width = checkList(rows[0], at('table', 0), { minLength: 2 }).length;
  const counts = rows.map((row, i) => {
    const path = at('table', i);
    const cells = checkList(row, path);
    if (cells.length !== width) {
      throw new AptfolioError('length-mismatch', path, `a list of ${width} counts`, row);
    }
    return cells.map((cell, j) => checkInteger(cell, at(path, j), { min: 0 }));
  });
  if (sum(counts.map(sum)) === 0) throw new AptfolioError('empty', 'table', 'at least one case');
  return counts;
}

function distance(
  counts: readonly (readonly number[])[],
  expected: (i: number, j: number) => number,
): number {
  const terms = counts.flatMap((row, i) =>
    row.map((count, j) => {
      const mean = expected(i, j);
      return mean === 0 ? 0 : ((count - mean) / mean) * (count - mean);
    }),
  );
  return orderedSum(terms);
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

function filled(totals: readonly number[]): number {
  return totals.filter((total) => total > 0).length;
}

function leastAbove(totals: readonly number[]): number {
  return Math.min(...totals.filter((total) => total > 0));
}
