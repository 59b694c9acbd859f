import { quantileSorted } from 'simple-statistics';
import { checkInteger, checkObject, type FieldsOf, refuseUnknown } from '../errors/index.js';
import { checkProbability, finite, sortedSample } from './sample.js';

/** The nine definitions of a sample quantile, by the numbers of Hyndman and Fan. */
export type QuantileType = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

/** How a quantile is read off. */
export interface QuantileOptions {
  /**
   * Default 7, as in R and NumPy. 1 to 3 are values of the data or the middle of two (2: SAS's default); 4 to 9 are interpolated (6: SPSS and
   * Minitab; 8: nearly free of bias at the median, whatever the distribution).
   */
  readonly type?: QuantileType;
}

const OPTIONS: FieldsOf<QuantileOptions> = { type: true };

/**
 * A quantile: by linear interpolation between the order statistics, type 7 of Hyndman and Fan, or by another of their nine types.
 *
 * @param values at least one finite number, in any order.
 * @param probability from 0 (the smallest value) to 1 (the largest).
 * @throws AptfolioError `empty`, `not-finite`, or `out-of-range` for the probability or with path `options.type`.
 *
 * Source: R. J. Hyndman and Y. Fan, Sample Quantiles in Statistical Packages, The American
 * Statistician 50 (1996) 361–365.
 *
 * @example
 * ```ts
 * import { quantile } from 'aptfolio/statistics';
 *
 * quantile([15, 20, 35, 40, 50], 0.4); // => 29
 * quantile([15, 20, 35, 40, 50], 0.4, { type: 6 }); // => 26
 * ```
 */
export function quantile(
  values: readonly number[] | Float64Array,
  probability: number,
  options: QuantileOptions = {},
): number {
  const sorted = sortedSample(values, 'values');
  const share = checkProbability(probability, 'probability');
  const type = readType(options);
  if (type === 7) return quantileOfSorted(sorted, share, 'values');
  return finite(quantileOfType(sorted, share, type), 'values');
}

function readType(options: unknown): QuantileType {
  const given = checkObject(options, 'options');
  refuseUnknown(given, 'options', OPTIONS);
  const { type = 7 } = given;
  return checkInteger(type, 'options.type', { min: 1, max: 9 }) as QuantileType;
}

/** What a and b are in the place a + p(n + 1 − a − b), by type. */
const PLACES: Readonly<Record<QuantileType, readonly [a: number, b: number]>> = {
  1: [0, 1],
  2: [0, 1],
  3: [-1 / 2, 3 / 2],
  4: [0, 1],
  5: [1 / 2, 1 / 2],
  6: [0, 0],
  7: [1, 1],
  8: [1 / 3, 1 / 3],
  9: [3 / 8, 3 / 8],
};

function quantileOfType(sorted: readonly number[], share: number, type: QuantileType): number {
  const [a, b] = PLACES[type];
  const place = a + share * (sorted.length + 1 - a - b);
  // What is a whole number but for rounding counts as one: 0.14 of 50 is the 7th value, though the product is above 7.
  const rounding = 4 * Number.EPSILON * Math.max(1, place);
  const index = Math.floor(place + rounding);
  const between = place - index > rounding ? place - index : 0;
  const [low, high] = [valueAt(sorted, index), valueAt(sorted, index + 1)];
  if (low === high) return low;
  const weight = weightOfUpper(type, index, between);
  return (1 - weight) * low + weight * high;
}

/** The value at a place from 1 on; outside the first or the last. */
function valueAt(sorted: readonly number[], place: number): number {
  return sorted[Math.min(sorted.length, Math.max(1, place)) - 1]!;
}

function weightOfUpper(type: QuantileType, index: number, between: number): number {
  if (type > 3) return between;
  if (between > 0) return 1;
  if (type === 2) return 0.5;
  return type === 1 || index % 2 === 0 ? 0 : 1;
}

/**
 * The median: the middle value, or the mean of the two middle values.
 *
 * @param values at least one finite number, in any order.
 * @throws AptfolioError `empty` or `not-finite`.
 *
 * @example
 * ```ts
 * import { median } from 'aptfolio/statistics';
 *
 * median([2.5, 4, 7, 1.5, 26, 3, 5.5, 9]); // => 4.75
 * ```
 */
export function median(values: readonly number[] | Float64Array): number {
  return quantileOfSorted(sortedSample(values, 'values'), 0.5, 'values');
}

/** The type-7 quantile of sorted values. */
export function quantileOfSorted(
  sorted: readonly number[],
  probability: number,
  path: string,
): number {
  return finite(quantileSorted(sorted as number[], probability), path);
}
