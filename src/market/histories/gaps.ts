import { AptfolioError, at, checkList, checkRange, type NumberRange } from '../../errors/index.js';
import { RETURNS } from '../moments.js';

/** A panel of returns, periods × assets, in which `null` says that a return is missing. */
export type GappyReturns = readonly (readonly (number | null)[] | Float64Array)[];

/** Where a panel has no return. */
export interface Gap {
  readonly row: number;
  readonly asset: number;
}

/** Which returns a panel lacks, and in which pattern. */
export interface GapReport {
  /**
   * `complete`: nothing is missing. `unequal-beginnings`: each asset is complete from its first return to the last row.
   * `scattered`: anything else.
   */
  readonly pattern: 'complete' | 'unequal-beginnings' | 'scattered';
  /** Every gap, row by row. */
  readonly gaps: readonly Gap[];
  /** Missing returns of each asset. */
  readonly missing: readonly number[];
  /** Row of each asset's first return. */
  readonly beginnings: readonly number[];
  /** Rows that have every return. */
  readonly completeRows: number;
}

/**
 * Which returns a panel lacks: look at it before choosing what to do about them.
 *
 * `returns` has one row per period and one column per asset, decimal fractions; `null` is a gap. NaN, `undefined` and all else
 * that is no number are refused with their path, and so is an asset without any return.
 *
 * @example
 * ```ts
 * import { findGaps } from 'aptfolio/market';
 *
 * const report = findGaps([[0.01, null], [0.02, null], [0.03, 0.04]]);
 * report.pattern; // => 'unequal-beginnings'
 * report.gaps; // => [{ row: 0, asset: 1 }, { row: 1, asset: 1 }]
 * report.beginnings; // => [0, 2]
 * ```
 */
export function findGaps(returns: GappyReturns): GapReport {
  const { columns, missing, beginnings } = checkGappyReturns(returns, 'returns', 1);
  const rows = columns[0]!.length;
  const gaps: Gap[] = [];
  let completeRows = 0;
  for (let row = 0; row < rows; row++) {
    const before = gaps.length;
    columns.forEach((column, asset) => {
      if (Number.isNaN(column[row])) gaps.push(Object.freeze({ row, asset }));
    });
    if (gaps.length === before) completeRows += 1;
  }
  const late = missing.every((count, asset) => count === beginnings[asset]);
  const partial = late ? 'unequal-beginnings' : 'scattered';
  return Object.freeze({
    pattern: gaps.length === 0 ? 'complete' : partial,
    gaps: Object.freeze(gaps),
    missing: Object.freeze([...missing]),
    beginnings: Object.freeze([...beginnings]),
    completeRows,
  });
}

/** A checked panel with gaps. */
export interface GappyColumns {
  /** One column per asset; NaN where the return is missing, and nowhere else. */
  readonly columns: readonly Float64Array[];
  /** Missing returns of each asset. */
  readonly missing: readonly number[];
  /** Row of each asset's first return. */
  readonly beginnings: readonly number[];
}

/** Checks a panel with gaps; each asset must have at least `least` returns. */
export function checkGappyReturns(returns: unknown, path: string, least: number): GappyColumns {
  const columns = checkGappyPanel(returns, path, RETURNS);
  const missing = columns.map((column) =>
    column.reduce((n, v) => n + (Number.isNaN(v) ? 1 : 0), 0),
  );
  columns.forEach((column, asset) => {
    const found = column.length - missing[asset]!;
    if (found < least) {
      const expected = `at least ${least} returns of asset ${asset}`;
      throw new AptfolioError('missing-value', path, expected, found);
    }
  });
  const beginnings = columns.map((column) => column.findIndex((value) => !Number.isNaN(value)));
  return { columns, missing, beginnings };
}

/** Checks rows of numbers in a range, or null, and turns them into columns with NaN for null. */
export function checkGappyPanel(
  panel: unknown,
  path: string,
  range: NumberRange,
): readonly Float64Array[] {
  const rows = checkList<unknown>(panel, path, { minLength: 1 });
  const assets = checkRow(rows[0], at(path, 0)).length;
  if (assets === 0)
    throw new AptfolioError('empty', at(path, 0), 'a number for at least one asset');
  const columns = Array.from({ length: assets }, () => new Float64Array(rows.length));
  rows.forEach((given, row) => {
    const where = at(path, row);
    const numbers = checkRow(given, where);
    if (numbers.length !== assets) {
      const expected = `a list of ${assets} numbers or nulls`;
      throw new AptfolioError('length-mismatch', where, expected, [...numbers]);
    }
    for (let asset = 0; asset < assets; asset++) {
      const value = numbers[asset];
      columns[asset]![row] = value === null ? Number.NaN : checkCell(value, where, asset, range);
    }
  });
  return columns;
}

/** A path is made for each number only where one is at fault: that is what takes time. */
function checkCell(value: unknown, row: string, asset: number, range: NumberRange): number {
  const { min = range.exclusiveMin!, max = range.exclusiveMax! } = range;
  if (typeof value === 'number' && value > min && value < max) return value + 0;
  return checkRange(value, at(row, asset), range);
}

function checkRow(row: unknown, path: string): readonly unknown[] {
  return row instanceof Float64Array ? [...row] : checkList<unknown>(row, path);
}
