import {
  AptfolioError,
  at,
  checkList,
  checkObject,
  checkRange,
  checkVector,
} from '../errors/index.js';
import { neumaierSum } from '../numerics/index.js';
import { crossProducts } from './cross-products.js';
import { toRows } from './matrix.js';

/** Far beyond any return, volatility or number of periods in a year. */
export const LARGEST = 1e6;

/** What returns of a history may be: a spike is data, but a square must not overflow. */
export const RETURNS = { min: -1e100, max: 1e100 };

/** How often a year the rows of a return history follow one another. */
export interface AnnualisationOptions {
  /** Rows per year: 1 for annual returns (the default), 12 for monthly, 252 for daily, … */
  readonly periodsPerYear?: number;
}

/**
 * Arithmetic mean return of each asset, times the rows per year.
 *
 * `returns` has one row per period and one column per asset, decimal fractions; at least one row. A
 * missing or non-finite number is refused with its path, never counted as 0.
 *
 * @example
 * ```ts
 * import { meanReturns } from 'aptfolio/market';
 *
 * meanReturns([[0.01, 0.02], [0.03, -0.04]], { periodsPerYear: 12 }); // => [0.24, -0.12]
 * ```
 */
export function meanReturns(
  returns: readonly (readonly number[] | Float64Array)[],
  options: AnnualisationOptions = {},
): readonly number[] {
  return meansOf(checkReturns(returns, 'returns', 1), checkPeriodsPerYear(options));
}

/**
 * Sample covariance of the assets' returns (divisor n − 1), times the rows per year.
 *
 * `returns` has one row per period and one column per asset, decimal fractions; at least two rows. The
 * result is assets × assets and exactly symmetric. A missing or non-finite number is refused with its
 * path, never counted as 0.
 *
 * @example
 * ```ts
 * import { sampleCovariance } from 'aptfolio/market';
 *
 * sampleCovariance([[1, 4], [2, 2], [3, 0]]); // => [[1, -2], [-2, 4]]
 * ```
 */
export function sampleCovariance(
  returns: readonly (readonly number[] | Float64Array)[],
  options: AnnualisationOptions = {},
): readonly (readonly number[])[] {
  return covarianceOf(checkReturns(returns, 'returns', 2), checkPeriodsPerYear(options));
}

/** Checks the options of annualisation and returns the rows per year. */
export function checkPeriodsPerYear(options: AnnualisationOptions): number {
  const { periodsPerYear = 1 } = checkObject(options, 'options') as AnnualisationOptions;
  return checkRange(periodsPerYear, 'options.periodsPerYear', {
    exclusiveMin: 0,
    max: LARGEST,
  });
}

/** Checks a panel of returns and turns it into one column per asset. */
export function checkReturns(
  returns: unknown,
  path: string,
  minLength: number,
): readonly Float64Array[] {
  const rows = checkList<unknown>(returns, path, { minLength });
  const assets = checkVector(rows[0], at(path, 0)).length;
  if (assets === 0) {
    throw new AptfolioError('empty', at(path, 0), 'a return for at least one asset');
  }
  const columns = Array.from({ length: assets }, () => new Float64Array(rows.length));
  for (let row = 0; row < rows.length; row++) {
    const given = rows[row];
    const numbers = isRowOfReturns(given, assets) ? given : checkRow(given, at(path, row), assets);
    for (let asset = 0; asset < assets; asset++) columns[asset]![row] = numbers[asset]! + 0;
  }
  return columns;
}

/** Whether a row needs no closer look; the closer look names the fault and costs a path for each number. */
function isRowOfReturns(row: unknown, length: number): row is ArrayLike<number> {
  if (!Array.isArray(row) && !(row instanceof Float64Array)) return false;
  if (row.length !== length) return false;
  for (let i = 0; i < length; i++) {
    const value: unknown = row[i];
    if (typeof value !== 'number' || !(Math.abs(value) <= RETURNS.max)) return false;
  }
  return true;
}

function checkRow(row: unknown, path: string, length: number): ArrayLike<number> {
  return checkVector(row, path, length).map((value, i) => checkRange(value, at(path, i), RETURNS));
}

/** Means of checked columns. */
export function meansOf(columns: readonly Float64Array[], periods: number): readonly number[] {
  return Object.freeze(columns.map((column) => meanOf(column) * periods + 0));
}

/** Sample covariance of checked columns. */
export function covarianceOf(
  columns: readonly Float64Array[],
  periods: number,
): readonly (readonly number[])[] {
  const matrix = crossProducts(columns.map(centre));
  const divisor = columns[0]!.length - 1;
  // + 0 turns a negative zero into zero.
  for (let i = 0; i < matrix.length; i++) matrix[i] = (matrix[i]! / divisor) * periods + 0;
  return toRows(matrix, columns.length);
}

/** Mean of a column: exact where all its values are equal, else with the rounding errors of the sum carried along. */
export function meanOf(column: Float64Array): number {
  if (column.every((value) => value === column[0])) return column[0]!;
  return neumaierSum(column) / column.length;
}

/** A column less its mean; equal returns have no variance at all. */
export function centre(column: Float64Array): Float64Array {
  const mean = meanOf(column);
  return column.map((value) => value - mean);
}
