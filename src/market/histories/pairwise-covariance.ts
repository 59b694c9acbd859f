import { AptfolioError } from '../../errors/index.js';
import { eigenSymmetric } from '../../numerics/index.js';
import { toRows } from '../matrix.js';
import { type AnnualisationOptions, checkPeriodsPerYear, meanOf } from '../moments.js';
import { checkGappyReturns, type GappyReturns } from './gaps.js';

/** A covariance made pair by pair, and how far it can be trusted. */
export interface PairwiseCovariance {
  /** Mean of each asset's own returns, times the rows per year. */
  readonly means: readonly number[];
  /** assets × assets: each pair on the rows that both have (divisor n − 1), times the rows per year. */
  readonly covariance: readonly (readonly number[])[];
  /** assets × assets: how many rows each pair has in common. */
  readonly overlap: readonly (readonly number[])[];
  /** The pair with the fewest rows in common, the first of those equally short. */
  readonly smallestOverlap: { readonly assets: readonly [number, number]; readonly rows: number };
  /** Whether the covariance is one that returns can have. If not, repair it before an allocation uses it. */
  readonly positiveSemiDefinite: boolean;
  /** Smallest eigenvalue of the covariance scaled by its own variances; below 0 where it is none. */
  readonly smallestEigenvalue: number;
}

/** As `checkCovariance` allows for rounding, per row. */
const EIGENVALUE_TOLERANCE = 1e-11;

/**
 * Covariance of a panel with gaps, each pair of assets on the rows that both have.
 *
 * `returns` has one row per period and one column per asset, decimal fractions; `null` is a gap. Both means of a pair are those of
 * its common rows. Nothing observed is wasted, but the entries stem from different periods, so that the whole may fail to be
 * positive semi-definite; the result says whether it does.
 *
 * Throws `missing-value` for a pair with fewer than two rows in common, and as `findGaps` does.
 *
 * Source: R. J. A. Little and D. B. Rubin, Statistical Analysis with Missing Data, 3rd ed. (2019), section 3.4.
 *
 * @example
 * ```ts
 * import { pairwiseCovariance } from 'aptfolio/market';
 *
 * const result = pairwiseCovariance([[1, 4], [2, 2], [3, 0], [6, null]]);
 * result.covariance; // => [[4.666666666666667, -2], [-2, 4]]
 * result.smallestOverlap; // => { assets: [0, 1], rows: 3 }
 * result.positiveSemiDefinite; // => true
 * ```
 */
export function pairwiseCovariance(
  returns: GappyReturns,
  options: AnnualisationOptions = {},
): PairwiseCovariance {
  const { columns } = checkGappyReturns(returns, 'returns', 2);
  const periods = checkPeriodsPerYear(options);
  const size = columns.length;
  const matrix = new Float64Array(size * size);
  const overlap = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      const pair = covarianceOfPair(columns[i]!, columns[j]!, [j, i]);
      matrix[i * size + j] = matrix[j * size + i] = pair.covariance * periods + 0;
      overlap[i * size + j] = overlap[j * size + i] = pair.rows;
    }
  }
  const smallestEigenvalue = smallestOfScaled(matrix, size);
  return Object.freeze({
    means: Object.freeze(
      columns.map((column) => meanOf(column.filter((v) => !Number.isNaN(v))) * periods + 0),
    ),
    covariance: toRows(matrix, size),
    overlap: toRows(overlap, size),
    smallestOverlap: smallestOverlap(overlap, size),
    positiveSemiDefinite: smallestEigenvalue >= -EIGENVALUE_TOLERANCE * size,
    smallestEigenvalue,
  });
}

function covarianceOfPair(
  first: Float64Array,
  second: Float64Array,
  assets: readonly [number, number],
): { readonly covariance: number; readonly rows: number } {
  const { rows, from, sumA, sumB } = sumCommonRows(first, second);
  if (rows < 2) {
    const expected = `at least 2 rows that have both asset ${assets[0]} and asset ${assets[1]}`;
    throw new AptfolioError('missing-value', 'returns', expected, rows);
  }
  const meanA = sumA / rows;
  const meanB = sumB / rows;
  let sum = 0;
  for (let row = from; row < first.length; row++) {
    const a = first[row]! - first[from]! - meanA;
    const b = second[row]! - second[from]! - meanB;
    if (!Number.isNaN(a + b)) sum += a * b;
  }
  return { covariance: sum / (rows - 1), rows };
}

/** Sums over the common rows, counted from the first of them, so that equal returns have exactly no variance. */
function sumCommonRows(first: Float64Array, second: Float64Array) {
  let rows = 0;
  let from = 0;
  let sumA = 0;
  let sumB = 0;
  for (let row = 0; row < first.length; row++) {
    if (Number.isNaN(first[row]! + second[row]!)) continue;
    if (rows === 0) from = row;
    sumA += first[row]! - first[from]!;
    sumB += second[row]! - second[from]!;
    rows += 1;
  }
  return { rows, from, sumA, sumB };
}

function smallestOverlap(
  overlap: Float64Array,
  size: number,
): PairwiseCovariance['smallestOverlap'] {
  // A single asset has no pair but itself.
  let assets: readonly [number, number] = [0, 0];
  let rows = size === 1 ? overlap[0]! : Number.POSITIVE_INFINITY;
  for (let i = 0; i < size; i++) {
    for (let j = i + 1; j < size; j++) {
      if (overlap[i * size + j]! >= rows) continue;
      assets = [i, j];
      rows = overlap[i * size + j]!;
    }
  }
  return Object.freeze({ assets: Object.freeze(assets), rows });
}

/** By its own variances, so that the scale of the returns has no influence. */
function smallestOfScaled(matrix: Float64Array, size: number): number {
  const scaled = matrix.map((value, at) => {
    const i = Math.floor(at / size);
    const j = at % size;
    const scale = Math.sqrt(matrix[i * size + i]!) * Math.sqrt(matrix[j * size + j]!);
    // An asset without variance has no covariance either: 1 on the diagonal keeps it out of the way.
    if (scale === 0) return i === j ? 1 : 0;
    return value / scale;
  });
  let smallest = Number.POSITIVE_INFINITY;
  for (const value of eigenSymmetric(scaled, size).values) smallest = Math.min(smallest, value);
  return smallest + 0;
}
