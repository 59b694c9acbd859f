import { checkInteger, checkVector } from '../errors/index.js';
import { neumaierSum, scaled } from '../numerics/index.js';
import { checkMinimum } from './sample.js';
import { exponentOf } from './scale.js';

/** How values hang together with those some places before, or that they do not vary. */
export type Autocorrelation =
  | {
      readonly status: 'estimated';
      /** From −1 to 1. */
      readonly value: number;
      readonly lag: number;
      readonly n: number;
    }
  | { readonly status: 'no-variation' };

/**
 * The correlation of a series with itself some places before: the sum of the products of deviations that lie `lag` apart over the sum of
 * their squares, about the mean of the whole series.
 *
 * A large mean costs no digits, and a value of any size a double has is fine. Of independent values it lies within ±2/√n in 95 of 100 cases,
 * about.
 *
 * @param values in the order of time, at equal distances, more than `lag` of them.
 * @param lag how many places apart, at least 1; default 1.
 * @returns `estimated`, or `no-variation` if all values are equal.
 * @throws AptfolioError by path, such as `values[3]`; `empty` or `length-mismatch` for too few values; `out-of-range` for `lag`.
 *
 * Source: G. E. P. Box and G. M. Jenkins, Time Series Analysis (1976), 32; NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.5.12.
 *
 * @example
 * ```ts
 * import { autocorrelation } from 'aptfolio/statistics';
 *
 * autocorrelation([10000001, 10000003, 10000002]);
 * // => { status: 'estimated', value: -0.5, lag: 1, n: 3 }
 * autocorrelation([7, 7, 7]); // => { status: 'no-variation' }
 * ```
 */
export function autocorrelation(
  values: readonly number[] | Float64Array,
  lag = 1,
): Autocorrelation {
  const distance = checkInteger(lag, 'lag', { min: 1 });
  const series = checkVector(values, 'values');
  checkMinimum(series, 'values', distance + 1);
  const deviations = deviationsOf(series);
  const largest = largestOf(deviations);
  if (largest === 0) return Object.freeze({ status: 'no-variation' });
  const near = inUnitOf(deviations, largest);
  const products = Array.from(near.subarray(distance), (deviation, i) => deviation * near[i]!);
  const squares = Array.from(near, (deviation) => deviation * deviation);
  const value = neumaierSum(products) / neumaierSum(squares) + 0;
  return Object.freeze({ status: 'estimated', value, lag: distance, n: series.length });
}

/** From the mean, to all digits: what rounding the mean has cost is the mean of the first deviations. */
function deviationsOf(series: Float64Array): Float64Array {
  const first = series[0]!;
  if (series.every((value) => value === first)) return new Float64Array(series.length);
  // In a unit in which no sum leaves the doubles.
  const near = inUnitOf(series, largestOf(series));
  const rough = centred(near);
  return centred(rough);
}

function centred(values: Float64Array): Float64Array {
  const mean = neumaierSum(values) / values.length;
  return values.map((value) => value - mean);
}

function inUnitOf(values: Float64Array, size: number): Float64Array {
  const k = exponentOf(size);
  return values.map((value) => scaled(value, -k));
}

function largestOf(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}
