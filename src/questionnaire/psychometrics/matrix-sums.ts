/** The sum of all entries of a matrix. */
export function sumOf(matrix: Float64Array): number {
  return matrix.reduce((sum, value) => sum + value, 0);
}

/** The sum of the diagonal of a k × k matrix. */
export function traceOf(matrix: Float64Array, k: number): number {
  let trace = 0;
  for (let i = 0; i < k; i++) trace += matrix[i * k + i]!;
  return trace;
}

/** The sum of each row of a k × k matrix. */
export function rowSums(matrix: Float64Array, k: number): Float64Array {
  return Float64Array.from({ length: k }, (_, i) => sumOf(matrix.subarray(i * k, i * k + k)));
}

/** The rows and columns `kept` of a k × k matrix. */
export function submatrix(matrix: Float64Array, k: number, kept: readonly number[]): Float64Array {
  return Float64Array.from(kept.flatMap((i) => kept.map((j) => matrix[i * k + j]!)));
}

/** The matrix with rows and columns turned by keys of 1 and −1. */
export function keyed(matrix: Float64Array, keys: readonly number[]): Float64Array {
  const k = keys.length;
  return matrix.map((value, place) => value * keys[Math.floor(place / k)]! * keys[place % k]!);
}

/** Whether a variance is more than the rounding of the parts that it is the sum of. */
export function isVariance(variance: number, parts: number): boolean {
  return variance > 1e-12 * parts;
}
