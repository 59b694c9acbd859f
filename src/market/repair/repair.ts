import { largestSize } from '../../numerics/index.js';
import { conditionOf, type SpectralEnds } from './spectrum.js';

/** What a repair did to a matrix. */
export interface Repair {
  /** Frobenius norm of the change, over all n × n entries; 0 where nothing was. */
  readonly distance: number;
  /** Smallest eigenvalue of the matrix as given and as repaired; 0 where only rounding parts it from 0. */
  readonly smallestEigenvalue: { readonly before: number; readonly after: number };
  /** Largest over smallest eigenvalue of the repaired matrix; `null` where it is singular. */
  readonly conditionNumber: number | null;
  /**
   * Spectral decompositions that the repair itself took; 0 where it took none: nothing to repair, rounding on a diagonal of 1, or only
   * covariances with an asset without variance, which become 0.
   */
  readonly iterations: number;
  /** Whether the nearest matrix was found to the tolerance; the matrix is a valid one in any case. */
  readonly converged: boolean;
}

/** Describes the step from one matrix to another, both row-major. */
export function describeRepair(
  given: Float64Array,
  repaired: Float64Array,
  before: SpectralEnds,
  after: SpectralEnds,
  course: { readonly iterations: number; readonly converged: boolean },
): Repair {
  return {
    distance: frobeniusNorm(given.map((value, at) => repaired[at]! - value)),
    smallestEigenvalue: Object.freeze({ before: before.smallest, after: after.smallest }),
    conditionNumber: conditionOf(after),
    iterations: course.iterations,
    converged: course.converged,
  };
}

/** √Σ aᵢⱼ², of entries taken as shares of the largest, so that no square overflows or vanishes. */
function frobeniusNorm(matrix: Float64Array): number {
  const scale = largestSize(matrix);
  if (scale === 0) return 0;
  let sum = 0;
  for (const value of matrix) sum += (value / scale) * (value / scale);
  return scale * Math.sqrt(sum);
}
