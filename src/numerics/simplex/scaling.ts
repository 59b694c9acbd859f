import { highWord, powerOfTwo } from '../bits.js';

/** Powers of two that bring the entries of each row and column near 1: R·A·C. */
export interface Scaling {
  readonly rows: Float64Array;
  readonly columns: Float64Array;
}

/** Rows and columns are looked at in turn this often. */
const PASSES = 3;

/** Columns whose largest entries lie within this factor of 1 are left as they are. */
const EVEN = 64;

/**
 * Finds the scaling of an m × n matrix, row-major. Multiplying by powers of two loses no digit.
 *
 * Where rows alone make the largest entries of all columns alike, columns keep their units. Otherwise the geometric
 * mean of the smallest and the largest entry is brought near 1.
 *
 * Source: J. A. Tomlin, On scaling linear programming problems, Mathematical Programming Study 4 (1975).
 */
export function equilibrate(matrix: Float64Array, m: number, n: number): Scaling {
  const rows = new Float64Array(m).fill(1);
  const columns = new Float64Array(n).fill(1);
  const least = new Float64Array(n);
  const most = new Float64Array(n);
  scaleByLargest(matrix, rows, most);
  if (most.every((size) => size === 0 || (size <= EVEN && size * EVEN >= 1)))
    return { rows, columns };
  for (let pass = 0; pass < PASSES; pass++) {
    least.fill(Number.POSITIVE_INFINITY);
    most.fill(0);
    for (let i = 0; i < m; i++)
      scaleRow(matrix.subarray(i * n, i * n + n), columns, i, rows, least, most);
    for (let j = 0; j < n; j++) {
      // At the end no entry is to exceed 2.
      const size = pass < PASSES - 1 ? Math.sqrt(least[j]! * most[j]!) : most[j]!;
      if (most[j]! > 0) columns[j] = inversePower(size);
    }
  }
  return { rows, columns };
}

/** Brings the largest entry of each row near 1, and notes the largest entry of each column after that. */
function scaleByLargest(matrix: Float64Array, rows: Float64Array, most: Float64Array): void {
  const n = most.length;
  for (let i = 0; i < rows.length; i++) {
    let large = 0;
    for (let j = 0, k = i * n; j < n; j++, k++) {
      const size = Math.abs(matrix[k]!);
      if (size > large) large = size;
    }
    const scale = inversePower(large);
    rows[i] = scale;
    for (let j = 0, k = i * n; j < n; j++, k++) {
      const size = Math.abs(matrix[k]!) * scale;
      if (size > most[j]!) most[j] = size;
    }
  }
}

/** Scales one row with the columns as they are, and notes what that makes of its entries. */
function scaleRow(
  row: Float64Array,
  columns: Float64Array,
  i: number,
  rows: Float64Array,
  least: Float64Array,
  most: Float64Array,
): void {
  let small = Number.POSITIVE_INFINITY;
  let large = 0;
  for (let j = 0; j < row.length; j++) {
    const size = Math.abs(row[j]!) * columns[j]!;
    if (size > large) large = size;
    if (size < small && size > 0) small = size;
  }
  if (large === 0) return;
  const scale = inversePower(Math.sqrt(small) * Math.sqrt(large));
  rows[i] = scale;
  for (let j = 0; j < row.length; j++) {
    const size = Math.abs(row[j]!) * scale;
    if (size > most[j]!) most[j] = size;
    if (size < least[j]! && size > 0) least[j] = size;
  }
}

/** The power of two that brings a number between 1 and 2; 1 for 0. Kept far from overflow. */
export function inversePower(size: number): number {
  if (size === 0) return 1;
  const exponent = ((highWord(size) >>> 20) & 0x7ff) - 1023;
  return powerOfTwo(Math.max(-200, Math.min(200, -exponent)));
}
