import {
  AptfolioError,
  at,
  checkList,
  checkNumber,
  checkRange,
  checkVector,
} from '../errors/index.js';
import { cholesky, eigenSymmetric } from '../numerics/index.js';

/** A square matrix: rows of numbers, or one row-major `Float64Array` of n × n. */
export type MatrixLike = readonly (readonly number[] | Float64Array)[] | Float64Array;

/** Two halves of a symmetric matrix may differ by this much of its largest entry, through rounding. */
const SYMMETRY_TOLERANCE = 1e-12;

/** Rounding may push the smallest eigenvalue of a correlation this far below 0, per row. */
const EIGENVALUE_TOLERANCE = 1e-11;

/**
 * Checks a covariance matrix and returns it row-major, as a copy with its two halves made equal.
 *
 * `covariance` is n × n with variances of at least 0. It may be singular (fewer observations than
 * assets, riskless cash), but it must be positive semi-definite; that is measured on its correlations,
 * so the scale of the returns has no influence.
 *
 * Throws `length-mismatch`, `not-finite`, `not-symmetric` with the path to the entry, `out-of-range`
 * for a negative variance, and `not-positive-definite` with the offending eigenvalue.
 *
 * @example
 * ```ts
 * import { checkCovariance } from 'aptfolio/market';
 *
 * [...checkCovariance([[0.04, 0.01], [0.01, 0.09]], 'covariance', 2)]; // => [0.04, 0.01, 0.01, 0.09]
 * ```
 */
export function checkCovariance(
  covariance: MatrixLike,
  path: string,
  size: number,
): Float64Array<ArrayBuffer> {
  const matrix = checkSymmetric(covariance, path, size);
  const deviations = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    const variance = checkRange(matrix[i * size + i], entry(path, i, i), { min: 0 });
    deviations[i] = Math.sqrt(variance);
  }
  checkSemiDefinite(scaleToCorrelation(matrix, deviations, path), path, size);
  return matrix;
}

/** A correlation may leave ±1 by this much, and its diagonal 1, through rounding. */
const UNIT_TOLERANCE = 1e-12;

/**
 * Checks a correlation matrix: symmetric, 1 on the diagonal, entries within ±1, semi-definite. What rounding alone parts from that is
 * set to exactly 1 or −1.
 */
export function checkCorrelation(
  correlation: unknown,
  path: string,
  size: number,
): readonly (readonly number[])[] {
  const matrix = checkSymmetric(correlation, path, size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      matrix[i * size + j] = checkCorrelationEntry(matrix[i * size + j], path, i, j);
    }
  }
  checkSemiDefinite(matrix, path, size);
  return toRows(matrix, size);
}

/** Checks one entry of a correlation matrix, and takes the rounding off it. */
export function checkCorrelationEntry(value: unknown, path: string, i: number, j: number): number {
  const number = checkNumber(value, entry(path, i, j));
  if (i === j && Math.abs(number - 1) > UNIT_TOLERANCE) {
    throw new AptfolioError('out-of-range', entry(path, i, i), '1 on the diagonal', number);
  }
  if (Math.abs(number) > 1 + UNIT_TOLERANCE) {
    checkRange(number, entry(path, i, j), { min: -1, max: 1 });
  }
  return i === j ? 1 : Math.min(1, Math.max(-1, number));
}

/** A row-major matrix as frozen rows. */
export function toRows(matrix: Float64Array, columns: number): readonly (readonly number[])[] {
  const rows: (readonly number[])[] = [];
  for (let start = 0; start < matrix.length; start += columns) {
    rows.push(Object.freeze([...matrix.subarray(start, start + columns)]));
  }
  return Object.freeze(rows);
}

/** How many rows a square matrix has; at least one. */
export function orderOf(matrix: unknown, path: string): number {
  if (!(matrix instanceof Float64Array)) return checkList(matrix, path, { minLength: 1 }).length;
  if (matrix.length === 0) throw new AptfolioError('empty', path, 'a matrix of at least one row');
  const order = Math.round(Math.sqrt(matrix.length));
  if (order * order === matrix.length) return order;
  throw new AptfolioError('length-mismatch', path, 'n × n numbers, row by row', [...matrix]);
}

/** Checks a symmetric matrix and returns it row-major, as a copy with its two halves made equal. */
export function checkSymmetric(
  value: unknown,
  path: string,
  size: number,
): Float64Array<ArrayBuffer> {
  const matrix = checkSquare(value, path, size);
  let largest = 0;
  for (const number of matrix) largest = Math.max(largest, Math.abs(number));
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) {
      const below = matrix[i * size + j]!;
      const above = matrix[j * size + i]!;
      if (Math.abs(below - above) > SYMMETRY_TOLERANCE * largest) {
        const expected = `the same number as ${entry(path, j, i)}, ${above}`;
        throw new AptfolioError('not-symmetric', entry(path, i, j), expected, below);
      }
      // Halved before the sum, so that equal halves come back unchanged and nothing overflows.
      const middle = below / 2 + above / 2;
      matrix[i * size + j] = middle;
      matrix[j * size + i] = middle;
    }
  }
  return matrix;
}

/** Checks a square matrix and returns it row-major, as a copy. */
export function checkSquare(value: unknown, path: string, size: number): Float64Array<ArrayBuffer> {
  if (value instanceof Float64Array) return checkVector(value, path, size * size);
  const rows = checkList<unknown>(value, path);
  if (rows.length !== size) {
    throw new AptfolioError('length-mismatch', path, `a list of ${size} rows`, rows);
  }
  const matrix = new Float64Array(size * size);
  for (let i = 0; i < size; i++) matrix.set(checkVector(rows[i], at(path, i), size), i * size);
  return matrix;
}

function scaleToCorrelation(
  covariance: Float64Array,
  deviations: Float64Array,
  path: string,
): Float64Array<ArrayBuffer> {
  const size = deviations.length;
  const scaled = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      const value = covariance[i * size + j]!;
      const scale = deviations[i]! * deviations[j]!;
      if (scale > 0) scaled[i * size + j] = value / scale;
      else if (value !== 0) {
        const expected = '0 beside an asset whose variance is 0';
        throw new AptfolioError('not-positive-definite', entry(path, i, j), expected, value);
      }
    }
  }
  return scaled;
}

function checkSemiDefinite(matrix: Float64Array, path: string, size: number): void {
  // What can be factored once the tolerance is on the diagonal has no eigenvalue further below 0 than that;
  // the slower check names the fault.
  const raised = Float64Array.from(matrix);
  for (let i = 0; i < size; i++) raised[i * size + i]! += EIGENVALUE_TOLERANCE * size;
  if (cholesky(raised, size).status === 'positive-definite') return;
  const { values } = eigenSymmetric(matrix, size);
  const smallest = values[0]!;
  if (smallest < -EIGENVALUE_TOLERANCE * size) {
    const expected =
      'a positive semi-definite matrix, smallest eigenvalue of its correlations ≥ 0; ' +
      'nearestCovariance and nearestCorrelation repair one that is not';
    throw new AptfolioError('not-positive-definite', path, expected, smallest);
  }
}

function entry(path: string, row: number, column: number): string {
  return at(at(path, row), column);
}
