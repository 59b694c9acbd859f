import type { CentredPanel } from './centred-panel.js';

/** What a sample covariance may be pulled towards. */
export interface CovarianceTarget {
  /** Assets × assets, row-major, in the panel's unit. */
  readonly matrix: Float64Array;
  /**
   * ρ: the sum over all entries of the asymptotic covariance of the target's entry with the sample's, in
   * the panel's unit. It says how far the target shares the sample's error.
   */
  readonly sharedError: number;
}

/** The diagonal's part of ρ where the target keeps the sample's variances: their own asymptotic variance. */
export function errorOfVariances({ columns, divisor, covariance }: CentredPanel): number {
  const size = columns.length;
  let error = 0;
  columns.forEach((column, i) => {
    let fourth = 0;
    for (const value of column) fourth += value * value * value * value;
    const variance = covariance[i * size + i]!;
    error += fourth / divisor - variance * variance;
  });
  return error;
}
