import { AptfolioError } from '../../errors/index.js';

/** The mean squares of n subjects × k raters. */
export interface MeanSquares {
  readonly n: number;
  readonly k: number;
  /** Between subjects. */
  readonly subjects: number;
  /** Between raters. */
  readonly raters: number;
  /** What neither explains. */
  readonly error: number;
  /** Within subjects: raters and error together. */
  readonly within: number;
}

/** The two-way analysis of variance of complete ratings, at least 2 × 2. */
export function meanSquares(ratings: readonly Float64Array[]): MeanSquares {
  const n = ratings.length;
  const k = ratings[0]!.length;
  const rowMeans = ratings.map((row) => meanOf(row));
  const columnMeans = Array.from({ length: k }, (_, j) => meanOf(ratings.map((row) => row[j]!)));
  const grand = meanOf(rowMeans);
  const squared = (means: readonly number[]) =>
    means.reduce((sum, mean) => sum + (mean - grand) * (mean - grand), 0);
  let [error, size] = [0, 0];
  ratings.forEach((row, i) => {
    row.forEach((value, j) => {
      const rest = value - rowMeans[i]! - columnMeans[j]! + grand;
      error += rest * rest;
      size += value * value;
    });
  });
  if (!Number.isFinite(size)) {
    throw new AptfolioError('out-of-range', 'ratings', 'ratings whose squares are finite');
  }
  // Of sums of squares below this only rounding is left.
  const real = (sum: number) => (sum > 1e-28 * size ? sum : 0);
  const sums = {
    subjects: real(k * squared(rowMeans)),
    raters: real(n * squared(columnMeans)),
    error: real(error),
  };
  return {
    n,
    k,
    subjects: sums.subjects / (n - 1),
    raters: sums.raters / (k - 1),
    error: sums.error / ((n - 1) * (k - 1)),
    within: (sums.raters + sums.error) / (n * (k - 1)),
  };
}

function meanOf(values: readonly number[] | Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}
