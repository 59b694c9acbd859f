import { eigenSymmetric } from '../../numerics/index.js';
import { raiseEigenvalues, toUnitDiagonal } from './spectrum.js';

/** When to stop. */
export interface ProjectionOptions {
  readonly tolerance: number;
  readonly maxIterations: number;
}

/** The last matrix found, with a diagonal of 1 and semi-definite, and whether it is the nearest one. */
export interface ProjectionResult {
  readonly matrix: Float64Array<ArrayBuffer>;
  readonly iterations: number;
  readonly converged: boolean;
}

/**
 * The correlation matrix nearest to a symmetric one, by projecting in turn on the matrices that are
 * positive semi-definite and on those with a diagonal of 1.
 *
 * Dykstra's correction, taken off before each projection on the eigenvalues, leads to the nearest common
 * point and not just to some; the set with the fixed diagonal is flat and needs none.
 *
 * Source: N. J. Higham, Computing the nearest correlation matrix: a problem from finance, IMA Journal of
 * Numerical Analysis 22 (2002), algorithm 3.3 and its stopping test (4.1).
 */
export function alternateProjections(
  given: Float64Array,
  size: number,
  options: ProjectionOptions,
): ProjectionResult {
  let [x, y] = [given, given];
  let correction = new Float64Array(size * size);
  let [iterations, change] = [0, Number.POSITIVE_INFINITY];
  while (iterations < options.maxIterations && change > options.tolerance) {
    iterations += 1;
    const target = y.map((value, at) => value - correction[at]!);
    const nextX = raiseEigenvalues(eigenSymmetric(target, size), 0);
    correction = nextX.map((value, at) => value - target[at]!);
    const nextY = Float64Array.from(nextX);
    for (let i = 0; i < size; i++) nextY[i * size + i] = 1;
    change = Math.max(
      relativeChange(x, nextX, size),
      relativeChange(y, nextY, size),
      relativeChange(nextX, nextY, size),
    );
    [x, y] = [nextX, nextY];
  }
  const converged = change <= options.tolerance;
  return { matrix: toUnitDiagonal(x, size), iterations, converged };
}

/** ‖to − from‖ / ‖to‖ in the norm of the largest row sum. */
function relativeChange(from: Float64Array, to: Float64Array, size: number): number {
  let [change, norm] = [0, 0];
  for (let start = 0; start < to.length; start += size) {
    let [changeOfRow, sizeOfRow] = [0, 0];
    for (let at = start; at < start + size; at++) {
      changeOfRow += Math.abs(to[at]! - from[at]!);
      sizeOfRow += Math.abs(to[at]!);
    }
    change = Math.max(change, changeOfRow);
    norm = Math.max(norm, sizeOfRow);
  }
  return norm === 0 ? change : change / norm;
}
