import { checkInteger, checkObject, checkRange } from '../../errors/index.js';
import { eigenSymmetric } from '../../numerics/index.js';
import { checkCorrelation, checkSymmetric, type MatrixLike, orderOf, toRows } from '../matrix.js';
import { accept } from './accepted.js';
import {
  alternateProjections,
  type ProjectionOptions,
  type ProjectionResult,
} from './alternating-projections.js';
import { checkEntries } from './entries.js';
import { describeRepair, type Repair } from './repair.js';
import { type SpectralEnds, spectralEnds } from './spectrum.js';

/** Far beyond any correlation, also a mistaken one. */
const LARGEST_ENTRY = 1e6;

/** How near, how long, and how far from singular. */
export interface NearestCorrelationOptions {
  /** No eigenvalue of the result is smaller; from 0 (the default) to 0.99. */
  readonly minEigenvalue?: number;
  /** Largest relative change that ends the search; from 1e-14 to 1, 1e-9 by default. */
  readonly tolerance?: number;
  /** From 1 to 100 000; 1000 by default. */
  readonly maxIterations?: number;
}

/** The options with their defaults. */
export interface CheckedOptions extends ProjectionOptions {
  readonly minEigenvalue: number;
}

/** A correlation matrix that is one, and how far it is from the matrix given. */
export interface RepairedCorrelation extends Repair {
  /** n × n, exactly symmetric, 1 on the diagonal; `compileAssumptions` accepts it. */
  readonly correlation: readonly (readonly number[])[];
}

/**
 * The correlation matrix that is nearest to a symmetric matrix, in the Frobenius norm.
 *
 * `matrix` is n × n and symmetric: correlations estimated pair by pair, rounded or written by hand. A matrix
 * that is a correlation matrix comes back as it is, without the rounding on its diagonal. Each iteration takes a spectral decomposition; the
 * distance left falls by a constant factor, so that most matrices take some dozens. Where `maxIterations`
 * do not suffice, `converged` is false and the result is a correlation matrix, if not the nearest.
 *
 * Throws `length-mismatch`, `not-finite`, `not-symmetric` with the path to the entry, and `out-of-range`.
 *
 * Source: N. J. Higham, Computing the nearest correlation matrix: a problem from finance, IMA Journal of
 * Numerical Analysis 22 (2002).
 *
 * @example
 * ```ts
 * import { nearestCorrelation } from 'aptfolio/market';
 *
 * const { correlation } = nearestCorrelation([[1, 1, 0], [1, 1, 1], [0, 1, 1]]);
 * correlation[0].map((value) => value.toFixed(4)); // => ['1.0000', '0.7607', '0.1573']
 * ```
 */
export function nearestCorrelation(
  matrix: MatrixLike,
  options: NearestCorrelationOptions = {},
): RepairedCorrelation {
  const size = orderOf(matrix, 'matrix');
  const given = checkSymmetric(matrix, 'matrix', size);
  checkEntries(given, 'matrix', size, LARGEST_ENTRY);
  const checked = checkProjectionOptions(options);
  const before = spectralEnds(eigenSymmetric(given, size));
  const found = findNearestCorrelation(given, size, before, checked);
  const after = spectralEnds(eigenSymmetric(found.matrix, size));
  return Object.freeze({
    correlation: toRows(found.matrix, size),
    ...describeRepair(given, found.matrix, before, after, found),
  });
}

/** Checks the options and fills in the defaults. */
export function checkProjectionOptions(options: NearestCorrelationOptions): CheckedOptions {
  checkObject(options, 'options');
  const { minEigenvalue = 0, tolerance = 1e-9, maxIterations = 1000 } = options;
  return {
    minEigenvalue: checkRange(minEigenvalue, 'options.minEigenvalue', { min: 0, max: 0.99 }),
    tolerance: checkRange(tolerance, 'options.tolerance', { min: 1e-14, max: 1 }),
    maxIterations: checkInteger(maxIterations, 'options.maxIterations', { min: 1, max: 1e5 }),
  };
}

/**
 * The matrix itself where nothing is wrong with it, otherwise the nearest correlation matrix.
 *
 * One whose eigenvalues are at least ε is ε·I + (1 − ε)·Z for some correlation matrix Z, so that the nearest
 * of them comes from the Z nearest to (A − ε·I)/(1 − ε).
 */
export function findNearestCorrelation(
  given: Float64Array<ArrayBuffer>,
  size: number,
  { smallest }: SpectralEnds,
  { minEigenvalue: least, ...options }: CheckedOptions,
): ProjectionResult {
  const isEnough = least === 0 || smallest >= least;
  const accepted = isEnough ? accept(() => checkCorrelation(given, 'matrix', size)) : undefined;
  if (accepted !== undefined) {
    return { matrix: Float64Array.from(accepted.flat()), iterations: 0, converged: true };
  }
  const shifted = given.map((value) => value / (1 - least));
  for (let i = 0; i < size; i++) shifted[i * size + i]! -= least / (1 - least);
  const found = alternateProjections(shifted, size, options);
  const matrix = found.matrix.map((value) => value * (1 - least));
  for (let i = 0; i < size; i++) matrix[i * size + i] = 1;
  return { ...found, matrix };
}
