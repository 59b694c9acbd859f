import { AptfolioError } from '../../errors/index.js';
import { cholesky, inner, solveBackward, solveForward } from '../../numerics/index.js';

/** A positive definite matrix D·R·D with D its deviations and R = L·L' its correlations. */
export interface DefiniteFactor {
  readonly size: number;
  readonly deviations: Float64Array;
  /** L, row-major, zeros above the diagonal. */
  readonly factor: Float64Array;
}

/** What of a variance must be left once the other assets are known; below it, only rounding is. */
const LEAST_LEFT = 1e-12;

/** Factors a symmetric matrix, or refuses one that has no inverse worth the name; `path` may depend on the row at fault. */
export function definiteFactor(
  matrix: Float64Array,
  size: number,
  path: string | ((row: number) => string),
  expected: string,
): DefiniteFactor {
  const deviations = new Float64Array(size);
  for (let i = 0; i < size; i++) deviations[i] = Math.sqrt(matrix[i * size + i]!);
  const correlations = Float64Array.from(matrix, (value, at) => {
    const scale = deviations[Math.floor(at / size)]! * deviations[at % size]!;
    return scale > 0 ? value / scale : 0;
  });
  const result = cholesky(correlations, size);
  const refuse = (row: number) => {
    const place = typeof path === 'string' ? path : path(row);
    return new AptfolioError('not-positive-definite', place, expected);
  };
  if (result.status !== 'positive-definite') throw refuse(result.pivot);
  for (let i = 0; i < size; i++) {
    const pivot = result.factor[i * size + i]!;
    if (!(pivot * pivot > LEAST_LEFT)) throw refuse(i);
  }
  return { size, deviations, factor: result.factor };
}

/** L⁻¹D⁻¹v: its inner products are those of v under the inverse matrix. */
export function whiten(
  { size, deviations, factor }: DefiniteFactor,
  vector: Float64Array,
): Float64Array<ArrayBuffer> {
  return solveForward(
    factor,
    size,
    vector.map((value, i) => value / deviations[i]!),
  );
}

/** The matrix's inverse times v. */
export function solveDefinite(
  definite: DefiniteFactor,
  vector: Float64Array,
): Float64Array<ArrayBuffer> {
  const { size, deviations, factor } = definite;
  const solved = solveBackward(factor, size, whiten(definite, vector));
  return solved.map((value, i) => value / deviations[i]!);
}

/** v'A⁻¹v of the matrix A. */
export function squaredDistance(definite: DefiniteFactor, vector: Float64Array): number {
  const white = whiten(definite, vector);
  return inner(white, white);
}
