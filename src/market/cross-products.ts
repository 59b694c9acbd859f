/**
 * Sums of products X'X of columns of one length: n × n, row-major, exactly symmetric, not checked.
 *
 * Each entry is summed in the order of the rows, whatever its place, so that the columns' order changes nothing. Sums are
 * plain: columns that were centred first leave no digits to lose.
 *
 * @example
 * ```ts
 * import { crossProducts } from './src/market/cross-products.js';
 *
 * [...crossProducts([Float64Array.of(1, 2), Float64Array.of(3, -4)])]; // => [5, -5, -5, 25]
 * ```
 */
export function crossProducts(columns: readonly Float64Array[]): Float64Array<ArrayBuffer> {
  const size = columns.length;
  const matrix = new Float64Array(size * size);
  // A square block of columns at a time stays in the processor's cache.
  for (let top = 0; top < size; top += BLOCK) {
    for (let left = 0; left <= top; left += BLOCK) fillBlock(columns, matrix, top, left);
  }
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) matrix[j * size + i] = matrix[i * size + j]!;
  }
  return matrix;
}

const BLOCK = 16;

/** The block's entries on and below the diagonal, four of a row at a time: their sums do not wait for one another. */
function fillBlock(
  columns: readonly Float64Array[],
  matrix: Float64Array,
  top: number,
  left: number,
): void {
  const size = columns.length;
  for (let i = top; i < Math.min(top + BLOCK, size); i++) {
    const end = Math.min(left + BLOCK, i + 1);
    let j = left;
    for (; j + 4 <= end; j += 4) fillFour(columns, matrix, i, j);
    for (; j < end; j++) matrix[i * size + j] = product(columns[i]!, columns[j]!);
  }
}

function fillFour(
  columns: readonly Float64Array[],
  matrix: Float64Array,
  i: number,
  j: number,
): void {
  const first = columns[i]!;
  const a = columns[j]!;
  const b = columns[j + 1]!;
  const c = columns[j + 2]!;
  const d = columns[j + 3]!;
  let sumA = 0;
  let sumB = 0;
  let sumC = 0;
  let sumD = 0;
  for (let row = 0; row < first.length; row++) {
    const value = first[row]!;
    sumA += value * a[row]!;
    sumB += value * b[row]!;
    sumC += value * c[row]!;
    sumD += value * d[row]!;
  }
  // + 0 turns a negative zero into zero.
  const start = i * columns.length + j;
  matrix[start] = sumA + 0;
  matrix[start + 1] = sumB + 0;
  matrix[start + 2] = sumC + 0;
  matrix[start + 3] = sumD + 0;
}

function product(first: Float64Array, second: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < first.length; row++) sum += first[row]! * second[row]!;
  return sum + 0;
}
