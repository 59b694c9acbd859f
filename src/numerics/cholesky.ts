import { checkVector } from '../errors/index.js';

/** The lower triangle L with L·L' = A, or where A stopped being positive definite. */
export type CholeskyResult =
  | {
      readonly status: 'positive-definite';
      /** n × n, row-major, zeros above the diagonal. */
      readonly factor: Float64Array<ArrayBuffer>;
    }
  /** The leading block up to and including this row has no positive pivot left. */
  | { readonly status: 'not-positive-definite'; readonly pivot: number };

/**
 * Factors a symmetric positive definite matrix (n × n, row-major; only its lower triangle is read).
 *
 * Throws `length-mismatch` and `not-finite` with path `matrix`.
 *
 * Source: G. H. Golub and C. F. Van Loan, Matrix Computations, 4th ed. (2013), section 4.2.
 *
 * @example
 * ```ts
 * import { cholesky } from './src/numerics/index.js';
 *
 * const result = cholesky(Float64Array.of(4, 2, 2, 5), 2);
 * result.status; // => 'positive-definite'
 * [...result.factor]; // => [2, 0, 1, 2]
 * cholesky(Float64Array.of(1, 2, 2, 1), 2); // => { status: 'not-positive-definite', pivot: 1 }
 * ```
 */
export function cholesky(matrix: Float64Array, n: number): CholeskyResult {
  checkVector(matrix, 'matrix', n * n);
  const factor = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      const value = matrix[i * n + j]! - innerOfRows(factor, i * n, j * n, j);
      if (j < i) factor[i * n + j] = value / factor[j * n + j]!;
      else if (value > 0 && value < Number.POSITIVE_INFINITY) factor[i * n + i] = Math.sqrt(value);
      else return Object.freeze({ status: 'not-positive-definite', pivot: i });
    }
  }
  return Object.freeze({ status: 'positive-definite', factor });
}

/** The inner product of two rows' first entries, in four sums, since each alone would wait for the addition before. */
function innerOfRows(rows: Float64Array, a: number, b: number, count: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let k = 0;
  for (; k + 3 < count; k += 4) {
    s0 += rows[a + k]! * rows[b + k]!;
    s1 += rows[a + k + 1]! * rows[b + k + 1]!;
    s2 += rows[a + k + 2]! * rows[b + k + 2]!;
    s3 += rows[a + k + 3]! * rows[b + k + 3]!;
  }
  for (; k < count; k++) s0 += rows[a + k]! * rows[b + k]!;
  return s0 + s1 + (s2 + s3);
}

/**
 * The factor of a matrix with one row and column more: `row` holds the n old entries and the diagonal.
 *
 * @example
 * ```ts
 * import { choleskyAppend } from './src/numerics/index.js';
 *
 * const result = choleskyAppend(Float64Array.of(2), 1, Float64Array.of(2, 5));
 * [...result.factor]; // => [2, 0, 1, 2]
 * ```
 */
export function choleskyAppend(factor: Float64Array, n: number, row: Float64Array): CholeskyResult {
  checkVector(row, 'row', n + 1);
  const solved = solveForward(factor, n, row.subarray(0, n));
  let pivot = row[n]!;
  for (const value of solved) pivot -= value * value;
  if (!(pivot > 0 && pivot < Number.POSITIVE_INFINITY)) {
    return Object.freeze({ status: 'not-positive-definite', pivot: n });
  }
  const size = n + 1;
  const grown = new Float64Array(size * size);
  for (let i = 0; i < n; i++) grown.set(factor.subarray(i * n, i * n + n), i * size);
  grown.set(solved, n * size);
  grown[n * size + n] = Math.sqrt(pivot);
  return Object.freeze({ status: 'positive-definite', factor: grown });
}

/**
 * The factor of a matrix without its row and column `index`, by Givens rotations.
 *
 * Source: P. E. Gill, G. H. Golub, W. Murray and M. A. Saunders, Methods for modifying matrix
 * factorizations, Mathematics of Computation 28 (1974).
 *
 * @example
 * ```ts
 * import { choleskyDelete } from './src/numerics/index.js';
 *
 * [...choleskyDelete(Float64Array.of(3, 0, 4, 5), 2, 0)]; // => [6.4031242374328485]
 * ```
 */
export function choleskyDelete(
  factor: Float64Array,
  n: number,
  index: number,
): Float64Array<ArrayBuffer> {
  const size = n - 1;
  // Without the row the rest is lower triangular but for one entry right of the diagonal in each later row.
  const rows = new Float64Array(size * n);
  for (let i = 0; i < size; i++) {
    const from = i < index ? i : i + 1;
    rows.set(factor.subarray(from * n, from * n + n), i * n);
  }
  for (let k = index; k < size; k++) {
    const a = rows[k * n + k]!;
    const b = rows[k * n + k + 1]!;
    const length = Math.sqrt(a * a + b * b);
    for (let i = k; i < size; i++) {
      const left = rows[i * n + k]!;
      const right = rows[i * n + k + 1]!;
      rows[i * n + k] = (a * left + b * right) / length;
      rows[i * n + k + 1] = i === k ? 0 : (a * right - b * left) / length;
    }
  }
  const shrunk = new Float64Array(size * size);
  for (let i = 0; i < size; i++) shrunk.set(rows.subarray(i * n, i * n + size), i * size);
  return shrunk;
}

/** Solves L·y = b for a lower triangle L (n × n, row-major). */
export function solveForward(
  factor: Float64Array,
  n: number,
  b: Float64Array,
): Float64Array<ArrayBuffer> {
  const y = Float64Array.from(b);
  for (let i = 0; i < n; i++) {
    let value = y[i]!;
    for (let k = 0; k < i; k++) value -= factor[i * n + k]! * y[k]!;
    y[i] = value / factor[i * n + i]!;
  }
  return y;
}

/** Solves L'·x = y for a lower triangle L (n × n, row-major). */
export function solveBackward(
  factor: Float64Array,
  n: number,
  y: Float64Array,
): Float64Array<ArrayBuffer> {
  const x = Float64Array.from(y);
  for (let i = n - 1; i >= 0; i--) {
    const value = x[i]! / factor[i * n + i]!;
    x[i] = value;
    for (let k = 0; k < i; k++) x[k]! -= factor[i * n + k]! * value;
  }
  return x;
}

/**
 * Solves A·x = b with A's Cholesky factor.
 *
 * @example
 * ```ts
 * import { solveCholesky } from './src/numerics/index.js';
 *
 * [...solveCholesky(Float64Array.of(2, 0, 1, 2), 2, Float64Array.of(8, 12))]; // => [1, 2]
 * ```
 */
export function solveCholesky(
  factor: Float64Array,
  n: number,
  b: Float64Array,
): Float64Array<ArrayBuffer> {
  return solveBackward(factor, n, solveForward(factor, n, b));
}
