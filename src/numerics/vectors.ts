/**
 * a·b of two vectors of one length, not checked.
 *
 * @example
 * ```ts
 * import { inner } from './src/numerics/index.js';
 *
 * inner(Float64Array.of(1, 2), Float64Array.of(3, 4)); // => 11
 * ```
 */
export function inner(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/**
 * Mv of an n × n matrix, row-major, not checked.
 *
 * @example
 * ```ts
 * import { multiply } from './src/numerics/index.js';
 *
 * [...multiply(Float64Array.of(1, 2, 3, 4), Float64Array.of(1, 10))]; // => [21, 43]
 * ```
 */
export function multiply(matrix: Float64Array, vector: Float64Array): Float64Array<ArrayBuffer> {
  const n = vector.length;
  return Float64Array.from(vector, (_, i) => inner(matrix.subarray(i * n, i * n + n), vector));
}

/**
 * The largest size of an entry; 0 where there is none.
 *
 * @example
 * ```ts
 * import { largestSize } from './src/numerics/index.js';
 *
 * largestSize(Float64Array.of(2, -3)); // => 3
 * ```
 */
export function largestSize(vector: Float64Array): number {
  let size = 0;
  for (const entry of vector) size = Math.max(size, Math.abs(entry));
  return size;
}

/**
 * The place of the entry of largest size, the first of equal ones; 0 where there is none.
 *
 * @example
 * ```ts
 * import { largestAt } from './src/numerics/index.js';
 *
 * largestAt(Float64Array.of(2, -3, 3)); // => 1
 * ```
 */
export function largestAt(vector: Float64Array): number {
  let at = 0;
  for (let i = 1; i < vector.length; i++) if (Math.abs(vector[i]!) > Math.abs(vector[at]!)) at = i;
  return at;
}
