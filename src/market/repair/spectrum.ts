import type { SymmetricEigen } from '../../numerics/index.js';
import { crossProducts } from '../cross-products.js';

/**
 * Σ λ·v·v' over the eigenvalues from a place on, none of them below 0: symmetric and positive semi-definite.
 *
 * `vectors` is n × n as `eigenSymmetric` returns it. Each entry is a product of two rows of V·√Λ, so that
 * its rounding error is small beside the roots of its two diagonal entries, however small those are.
 */
export function spectralPart(
  vectors: Float64Array,
  values: Float64Array,
  start: number,
): Float64Array<ArrayBuffer> {
  const size = values.length;
  const roots = values.map((value) => Math.sqrt(Math.max(0, value)));
  return crossProducts(
    Array.from(values, (_, i) =>
      Float64Array.from(
        { length: size - start },
        (_, at) => vectors[i * size + start + at]! * roots[start + at]!,
      ),
    ),
  );
}

/** The matrix nearest in Frobenius norm, of those without an eigenvalue below `floor`, which is at least 0. */
export function raiseEigenvalues(
  { values, vectors }: SymmetricEigen,
  floor: number,
): Float64Array<ArrayBuffer> {
  const raised = values.map((value) => Math.max(value, floor));
  let start = 0;
  while (start < raised.length && raised[start] === 0) start++;
  return spectralPart(vectors, raised, start);
}

/** A semi-definite matrix with its rows and columns scaled so that each diagonal entry is 1. */
export function toUnitDiagonal(matrix: Float64Array, size: number): Float64Array<ArrayBuffer> {
  const scaled = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) {
      const scale = Math.sqrt(matrix[i * size + i]!) * Math.sqrt(matrix[j * size + j]!);
      // A row whose diagonal entry is 0 is 0 throughout. + 0 turns a negative zero into zero.
      const value = scale > 0 ? matrix[i * size + j]! / scale + 0 : 0;
      scaled[i * size + j] = Math.min(1, Math.max(-1, value));
      scaled[j * size + i] = scaled[i * size + j]!;
    }
    scaled[i * size + i] = 1;
  }
  return scaled;
}

/** The ends of a symmetric matrix's spectrum; what rounding may have made of 0 counts as 0. */
export interface SpectralEnds {
  readonly smallest: number;
  readonly largest: number;
}

/** The smallest and the largest eigenvalue. */
export function spectralEnds({ values }: SymmetricEigen): SpectralEnds {
  const size = values.length;
  const [first, last] = [values[0]!, values[size - 1]!];
  const rounding = size * Number.EPSILON * Math.max(Math.abs(first), Math.abs(last));
  const orZero = (value: number) => (Math.abs(value) <= rounding ? 0 : value);
  return { smallest: orZero(first), largest: orZero(last) };
}

/** Largest over smallest eigenvalue; null where the smallest is not above 0. */
export function conditionOf({ smallest, largest }: SpectralEnds): number | null {
  return smallest > 0 ? largest / smallest : null;
}
