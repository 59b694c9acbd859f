import { AptfolioError, checkVector } from '../errors/index.js';
import { largestSize } from './vectors.js';

/** Eigenvalues ascending, and the unit eigenvector of each. */
export interface SymmetricEigen {
  readonly values: Float64Array<ArrayBuffer>;
  /** n × n, row-major: `vectors[i * n + d]` is component i of the vector of `values[d]`. */
  readonly vectors: Float64Array<ArrayBuffer>;
}

/** Each eigenvalue takes two or three steps; so many mean that something is wrong. */
const MOST_STEPS = 60;

/**
 * The eigenvalues of a symmetric matrix in ascending order, with orthonormal eigenvectors.
 *
 * `matrix` is n × n, row-major; only its lower triangle is read. Each vector's largest component
 * (the first of those equally large) is positive, so the same matrix gives the same vectors.
 *
 * Throws `length-mismatch` and `not-finite` with path `matrix`, `no-convergence` (not seen for finite input).
 *
 * Source: the EISPACK routines tred2 and tql2 (H. Bowdler, R. S. Martin, C. Reinsch, J. H. Wilkinson,
 * Numerische Mathematik 11, 1968): Householder's tridiagonal form, then implicit QL.
 *
 * @example
 * ```ts
 * import { eigenSymmetric } from './src/numerics/index.js';
 *
 * const { values, vectors } = eigenSymmetric(Float64Array.of(2, 1, 1, 2), 2);
 * [...values]; // => [1, 3]
 * [...vectors]; // => [0.7071067811865475, 0.7071067811865475, -0.7071067811865475, 0.7071067811865475]
 * ```
 */
export function eigenSymmetric(matrix: Float64Array, n: number): SymmetricEigen {
  const vectors = checkVector(matrix, 'matrix', n * n);
  const scale = largestSize(vectors);
  if (n === 0) return Object.freeze({ values: new Float64Array(0), vectors });
  if (scale === 0) {
    for (let i = 0; i < n; i++) vectors[i * n + i] = 1;
    return Object.freeze({ values: new Float64Array(n), vectors });
  }
  // Entries of at most 1, so that no square overflows or vanishes.
  for (let i = 0; i < vectors.length; i++) vectors[i]! /= scale;
  const values = new Float64Array(n);
  const offDiagonal = new Float64Array(n);
  tridiagonalise(vectors, values, offDiagonal, n);
  diagonalise(vectors, values, offDiagonal, n);
  return ascending(vectors, values, n, scale);
}

/** Householder reduction: `v` becomes the orthogonal transformation, `d` and `e` the tridiagonal matrix. */
function tridiagonalise(v: Float64Array, d: Float64Array, e: Float64Array, n: number): void {
  for (let j = 0; j < n; j++) d[j] = v[(n - 1) * n + j]!;
  for (let i = n - 1; i > 0; i--) d[i] = reflect(v, d, e, n, i);
  accumulate(v, d, n);
  e[0] = 0;
}

/** Clears row i left of the subdiagonal; returns the square length that `accumulate` divides by. */
function reflect(v: Float64Array, d: Float64Array, e: Float64Array, n: number, i: number): number {
  let scale = 0;
  for (let k = 0; k < i; k++) scale += Math.abs(d[k]!);
  if (scale === 0) {
    e[i] = d[i - 1]!;
    for (let j = 0; j < i; j++) {
      d[j] = v[(i - 1) * n + j]!;
      v[i * n + j] = 0;
      v[j * n + i] = 0;
    }
    return 0;
  }
  let h = 0;
  for (let k = 0; k < i; k++) {
    d[k]! /= scale;
    h += d[k]! * d[k]!;
  }
  const f = d[i - 1]!;
  const g = f > 0 ? -Math.sqrt(h) : Math.sqrt(h);
  e[i] = scale * g;
  h -= f * g;
  d[i - 1] = f - g;
  e.fill(0, 0, i);
  for (let j = 0; j < i; j++) {
    const at = d[j]!;
    v[j * n + i] = at;
    let sum = e[j]! + v[j * n + j]! * at;
    for (let k = j + 1; k < i; k++) {
      sum += v[k * n + j]! * d[k]!;
      e[k]! += v[k * n + j]! * at;
    }
    e[j] = sum;
  }
  let inner = 0;
  for (let j = 0; j < i; j++) {
    e[j]! /= h;
    inner += e[j]! * d[j]!;
  }
  const half = inner / (h + h);
  for (let j = 0; j < i; j++) e[j]! -= half * d[j]!;
  for (let j = 0; j < i; j++) {
    const at = d[j]!;
    const along = e[j]!;
    for (let k = j; k < i; k++) v[k * n + j]! -= at * e[k]! + along * d[k]!;
    d[j] = v[(i - 1) * n + j]!;
    v[i * n + j] = 0;
  }
  return h;
}

/** Multiplies the reflections out into `v`. */
function accumulate(v: Float64Array, d: Float64Array, n: number): void {
  for (let i = 0; i < n - 1; i++) {
    v[(n - 1) * n + i] = v[i * n + i]!;
    v[i * n + i] = 1;
    const h = d[i + 1]!;
    if (h !== 0) {
      for (let k = 0; k <= i; k++) d[k] = v[k * n + i + 1]! / h;
      for (let j = 0; j <= i; j++) {
        let g = 0;
        for (let k = 0; k <= i; k++) g += v[k * n + i + 1]! * v[k * n + j]!;
        for (let k = 0; k <= i; k++) v[k * n + j]! -= g * d[k]!;
      }
    }
    for (let k = 0; k <= i; k++) v[k * n + i + 1] = 0;
  }
  for (let j = 0; j < n; j++) {
    d[j] = v[(n - 1) * n + j]!;
    v[(n - 1) * n + j] = 0;
  }
  v[(n - 1) * n + n - 1] = 1;
}

/** Implicit QL: rotates the tridiagonal matrix, and `v` with it, until only the diagonal is left. */
function diagonalise(v: Float64Array, d: Float64Array, e: Float64Array, n: number): void {
  e.copyWithin(0, 1);
  e[n - 1] = 0;
  let shift = 0;
  let size = 0;
  for (let l = 0; l < n; l++) {
    size = Math.max(size, Math.abs(d[l]!) + Math.abs(e[l]!));
    let m = l;
    while (m < n - 1 && Math.abs(e[m]!) > Number.EPSILON * size) m++;
    if (m > l) {
      for (let steps = 0; Math.abs(e[l]!) > Number.EPSILON * size; steps++) {
        if (steps === MOST_STEPS) {
          throw new AptfolioError('no-convergence', 'matrix', 'a matrix with eigenvalues');
        }
        shift += qlStep(v, d, e, n, l, m);
      }
    }
    d[l]! += shift;
    e[l] = 0;
  }
}

/** One implicit QL step on rows l to m; returns the shift taken off the diagonal. */
function qlStep(
  v: Float64Array,
  d: Float64Array,
  e: Float64Array,
  n: number,
  l: number,
  m: number,
): number {
  const first = d[l]!;
  const slope = (d[l + 1]! - first) / (2 * e[l]!);
  const root = slope < 0 ? -hypotenuse(slope, 1) : hypotenuse(slope, 1);
  d[l] = e[l]! / (slope + root);
  d[l + 1] = e[l]! * (slope + root);
  const next = d[l + 1]!;
  const shift = first - d[l]!;
  for (let i = l + 2; i < n; i++) d[i]! -= shift;
  const below = e[l + 1]!;
  let p = d[m]!;
  let [c, c2, c3] = [1, 1, 1];
  let [s, s2] = [0, 0];
  for (let i = m - 1; i >= l; i--) {
    c3 = c2;
    c2 = c;
    s2 = s;
    const g = c * e[i]!;
    const h = c * p;
    const r = hypotenuse(p, e[i]!);
    e[i + 1] = s * r;
    s = e[i]! / r;
    c = p / r;
    p = c * d[i]! - s * g;
    d[i + 1] = h + s * (c * g + s * d[i]!);
    for (let k = 0; k < n; k++) {
      const left = v[k * n + i]!;
      const right = v[k * n + i + 1]!;
      v[k * n + i + 1] = s * left + c * right;
      v[k * n + i] = c * left - s * right;
    }
  }
  p = (-s * s2 * c3 * below * e[l]!) / next;
  e[l] = s * p;
  d[l] = c * p;
  return shift;
}

/** √(a² + b²) without overflow; the built-in one differs between engines. */
function hypotenuse(a: number, b: number): number {
  const [small, large] = [Math.min(Math.abs(a), Math.abs(b)), Math.max(Math.abs(a), Math.abs(b))];
  if (large === 0) return 0;
  const ratio = small / large;
  return large * Math.sqrt(1 + ratio * ratio);
}

function ascending(v: Float64Array, d: Float64Array, n: number, scale: number): SymmetricEigen {
  const order = Array.from(d.keys()).sort((a, b) => d[a]! - d[b]! || a - b);
  const values = Float64Array.from(order, (from) => d[from]! * scale + 0);
  const vectors = new Float64Array(n * n);
  order.forEach((from, to) => {
    let top = 0;
    for (let i = 0; i < n; i++) {
      // A component larger by rounding alone is not larger.
      if (Math.abs(v[i * n + from]!) > Math.abs(top) * (1 + 1e-9)) top = v[i * n + from]!;
    }
    const sign = top < 0 ? -1 : 1;
    for (let i = 0; i < n; i++) vectors[i * n + to] = sign * v[i * n + from]! + 0;
  });
  return Object.freeze({ values, vectors });
}
