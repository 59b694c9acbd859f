/** A pivoted Cholesky factor of a positive semi-definite matrix, cut off where only rounding is left. */
export interface SemiDefiniteFactor {
  /** n × n, row-major, rows and columns in pivot order; its first `rank` columns are the factor. */
  readonly factor: Float64Array;
  /** `order[k]` is the matrix's row that stands at place k. */
  readonly order: Int32Array;
  readonly rank: number;
  /** The most negative diagonal entry met, relative to the largest of the matrix; 0 if none was. */
  readonly lowest: number;
}

/**
 * Factors a positive semi-definite matrix; pivots below `tolerance` times its largest diagonal entry count as 0.
 *
 * Source: N. J. Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed. (2002), section 10.3.
 */
export function semiDefiniteFactor(
  matrix: Float64Array,
  n: number,
  tolerance: number,
  scale: number = largestDiagonal(matrix, n),
): SemiDefiniteFactor {
  const a = Float64Array.from(matrix);
  const order = Int32Array.from({ length: n }, (_, i) => i);
  let rank = 0;
  for (; rank < n; rank++) {
    let pivot = rank;
    for (let i = rank + 1; i < n; i++) if (a[i * n + i]! > a[pivot * n + pivot]!) pivot = i;
    if (!(a[pivot * n + pivot]! > tolerance * scale)) break;
    if (pivot !== rank) swap(a, order, n, rank, pivot);
    eliminate(a, n, rank);
  }
  return { factor: a, order, rank, lowest: lowestLeft(a, n, rank, scale) };
}

function largestDiagonal(matrix: Float64Array, n: number): number {
  let largest = 0;
  for (let i = 0; i < n; i++) largest = Math.max(largest, Math.abs(matrix[i * n + i]!));
  return largest;
}

/** How far below 0 what is left lies: by its diagonal, or by entries that no diagonal of 0 can carry. */
function lowestLeft(a: Float64Array, n: number, rank: number, scale: number): number {
  let lowest = 0;
  for (let i = rank; i < n; i++) {
    lowest = Math.min(lowest, a[i * n + i]!);
    for (let j = rank; j < i; j++) {
      const mean = (Math.abs(a[i * n + i]!) + Math.abs(a[j * n + j]!)) / 2;
      lowest = Math.min(lowest, mean - Math.abs(a[i * n + j]!));
    }
  }
  return lowest === 0 ? 0 : lowest / (scale || 1);
}

function swap(a: Float64Array, order: Int32Array, n: number, i: number, j: number): void {
  [order[i], order[j]] = [order[j]!, order[i]!];
  for (let k = 0; k < n; k++) {
    const entry = a[i * n + k]!;
    a[i * n + k] = a[j * n + k]!;
    a[j * n + k] = entry;
  }
  for (let k = 0; k < n; k++) {
    const entry = a[k * n + i]!;
    a[k * n + i] = a[k * n + j]!;
    a[k * n + j] = entry;
  }
}

function eliminate(a: Float64Array, n: number, k: number): void {
  const root = Math.sqrt(a[k * n + k]!);
  a[k * n + k] = root;
  for (let i = k + 1; i < n; i++) a[i * n + k]! /= root;
  for (let i = k + 1; i < n; i++) {
    const factor = a[i * n + k]!;
    if (factor === 0) continue;
    for (let j = k + 1; j <= i; j++) a[i * n + j]! -= factor * a[j * n + k]!;
  }
  // The upper half mirrors the lower, so that rows and columns can be exchanged as a whole.
  for (let i = k + 1; i < n; i++) {
    a[k * n + i] = a[i * n + k]!;
    for (let j = k + 1; j < i; j++) a[j * n + i] = a[i * n + j]!;
  }
}

/** A direction of descent of ½p'Mp + g'p, and whether M has no curvature along it. */
export interface Descent {
  readonly direction: Float64Array;
  readonly flat: boolean;
  /** For a flat direction: the largest entry of the gradient along M's null space. */
  readonly steepness: number;
}

/** The minimiser of ½p'Mp + g'p; a flat direction of descent where the gradient has one steeper than `noise`. */
export function descent(
  { factor, order, rank }: SemiDefiniteFactor,
  gradient: Float64Array,
  noise: number,
): Descent {
  const n = order.length;
  const y = Float64Array.from(order, (from) => gradient[from]!);
  let steepness = 0;
  for (let i = 0; i < n; i++) {
    let value = y[i]!;
    for (let k = 0; k < Math.min(i, rank); k++) value -= factor[i * n + k]! * y[k]!;
    y[i] = i < rank ? value / factor[i * n + i]! : value;
    if (i >= rank) steepness = Math.max(steepness, Math.abs(value));
  }
  const flat = steepness > noise;
  const p = new Float64Array(n);
  if (flat) for (let i = rank; i < n; i++) p[i] = -y[i]!;
  for (let i = rank - 1; i >= 0; i--) {
    let value = flat ? 0 : -y[i]!;
    for (let k = i + 1; k < (flat ? n : rank); k++) value -= factor[k * n + i]! * p[k]!;
    p[i] = value / factor[i * n + i]!;
  }
  const direction = new Float64Array(n);
  order.forEach((to, from) => {
    direction[to] = p[from]!;
  });
  return { direction, flat, steepness };
}
