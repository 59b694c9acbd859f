import { eigenSymmetric, type RiskModel } from '../../numerics/index.js';

/** A matrix R with Σ = RR': n rows, and as many columns as Σ has rank. */
export interface RiskRoot {
  readonly rank: number;
  /** n × rank, row-major. The columns stand at right angles to each other. */
  readonly matrix: Float64Array;
  /** The length of each column. */
  readonly lengths: Float64Array;
}

/** Eigenvalues below this part of the largest, times n, are rounding. */
const NOTHING = 4 * Number.EPSILON;

/** The root of a covariance from its eigenvectors: it may be singular. */
export function riskRoot(risk: RiskModel): RiskRoot {
  const { size } = risk;
  const { values, vectors } = eigenSymmetric(denseMatrix(risk), size);
  const floor = NOTHING * size * Math.max(0, values[size - 1]!);
  const first = values.findIndex((value) => value > floor);
  const rank = first < 0 ? 0 : size - first;
  const lengths = values.slice(size - rank).map(Math.sqrt);
  const matrix = new Float64Array(size * rank);
  for (let a = 0; a < size; a++) {
    for (let k = 0; k < rank; k++) {
      matrix[a * rank + k] = vectors[a * size + size - rank + k]! * lengths[k]!;
    }
  }
  return { rank, matrix, lengths };
}

/** Σ written out, n × n, row-major. */
function denseMatrix({ size, gather }: RiskModel): Float64Array {
  const every = Int32Array.from({ length: size }, (_, a) => a);
  const matrix = new Float64Array(size * size);
  for (let a = 0; a < size; a++) gather(a, every, size, matrix.subarray(a * size, (a + 1) * size));
  return matrix;
}
