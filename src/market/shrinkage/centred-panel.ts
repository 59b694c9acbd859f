import { largestSize } from '../../numerics/index.js';
import { crossProducts } from '../cross-products.js';
import { centre } from '../moments.js';

/** Returns less their means, and their covariance, in a unit in which fourth powers are harmless. */
export interface CentredPanel {
  /** One column per asset: deviations from its mean, in multiples of `unit`. */
  readonly columns: readonly Float64Array[];
  /** What sums over the periods are divided by: their number n, or n − 1. */
  readonly divisor: number;
  /** The largest deviation of all, a return; 1 where there is none. */
  readonly unit: number;
  /** Assets × assets, row-major, in multiples of `unit`². */
  readonly covariance: Float64Array;
}

/** Centres checked columns of equal length; `lost` degrees of freedom are taken off the divisor. */
export function centredPanel(returns: readonly Float64Array[], lost: 0 | 1): CentredPanel {
  const deviations = returns.map(centre);
  let largest = 0;
  for (const column of deviations) largest = Math.max(largest, largestSize(column));
  const unit = largest || 1;
  const columns = deviations.map((column) => column.map((value) => value / unit));
  const divisor = returns[0]!.length - lost;
  const covariance = crossProducts(columns).map((sum) => sum / divisor);
  return { columns, divisor, unit, covariance };
}

/** For each period the sum over the assets of weight · value. */
export function weightedRowSums(
  columns: readonly Float64Array[],
  weightOf: (asset: number) => number,
): Float64Array {
  const sums = new Float64Array(columns[0]!.length);
  for (let asset = 0; asset < columns.length; asset++) {
    const column = columns[asset]!;
    const weight = weightOf(asset);
    for (let row = 0; row < sums.length; row++) sums[row]! += weight * column[row]!;
  }
  return sums;
}
