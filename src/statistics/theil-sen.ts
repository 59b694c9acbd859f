import { AptfolioError, checkVector } from '../errors/index.js';
import {
  type ConfidenceOptions,
  type Interval,
  makeInterval,
  normalReach,
  readConfidence,
} from './interval.js';
import { kendallVariance } from './kendall-variance.js';
import { quantileOfSorted } from './quantile.js';
import { checkMinimum, checkSameLength, finite } from './sample.js';

/** A robust straight line through points. */
export interface TheilSenLine {
  /** The median of the slopes between all pairs of points with different x. */
  readonly slope: number;
  /** The median of y − slope·x. */
  readonly intercept: number;
  /** How many pairs of points the slope is the median of. */
  readonly pairs: number;
  /** Of the slope; absent where the points are too few for the confidence asked. */
  readonly interval?: Interval;
}

/** The most points: every pair is looked at, about two million at the limit. */
export const THEIL_SEN_LIMIT = 2000;

/**
 * The Theil–Sen line: a trend that up to 29 % of wild points cannot turn.
 *
 * Exact, over all pairs; the order of the points has no influence. The interval is Sen's, with the
 * variance of Kendall's statistic corrected for ties.
 *
 * @param x 2 to 2,000 finite numbers, at least two of them different.
 * @param y as many finite numbers, `y[i]` belonging to `x[i]`.
 * @throws AptfolioError `empty`, `length-mismatch`, `too-long`, `not-finite`, or `out-of-range` if all x are equal.
 *
 * Source: P. K. Sen, Estimates of the regression coefficient based on Kendall's tau, JASA 63 (1968) 1379–1389.
 *
 * @example
 * ```ts
 * import { theilSen } from 'aptfolio/statistics';
 *
 * const line = theilSen([1, 2, 3, 4, 5], [3, 5, 7, 9, 1000]);
 * line.slope; // => 2
 * line.intercept; // => 1
 * ```
 */
export function theilSen(
  x: readonly number[] | Float64Array,
  y: readonly number[] | Float64Array,
  options: ConfidenceOptions = {},
): TheilSenLine {
  const vectorX = checkVector(x, 'x');
  checkMinimum(vectorX, 'x', 2);
  if (vectorX.length > THEIL_SEN_LIMIT) {
    throw new AptfolioError('too-long', 'x', `a list of at most ${THEIL_SEN_LIMIT} numbers`);
  }
  const vectorY = checkVector(y, 'y');
  checkSameLength(vectorX, vectorY, 'y');
  const confidence = readConfidence(options);
  const slopes = sortedSlopes(vectorX, vectorY);
  if (slopes.length === 0) {
    throw new AptfolioError('out-of-range', 'x', 'at least two different numbers');
  }
  const slope = quantileOfSorted(slopes, 0.5, 'y');
  const rests = vectorY.map((value, i) => finite(value - slope * vectorX[i]!, 'y')).sort();
  const intercept = quantileOfSorted(Array.from(rests), 0.5, 'y');
  const interval = senInterval(slopes, vectorX, vectorY, confidence);
  const line = { slope, intercept, pairs: slopes.length };
  return Object.freeze(interval === undefined ? line : { ...line, interval });
}

function sortedSlopes(x: Float64Array, y: Float64Array): number[] {
  const slopes = new Float64Array((x.length * (x.length - 1)) / 2);
  let count = 0;
  for (let i = 1; i < x.length; i++) {
    for (let j = 0; j < i; j++) {
      if (x[i] === x[j]) continue;
      slopes[count++] = finite((y[i]! - y[j]!) / (x[i]! - x[j]!), 'y');
    }
  }
  return Array.from(slopes.subarray(0, count).sort());
}

/** Sen (1968), equation 2.6: the ranks among the slopes that enclose the true slope. */
function senInterval(
  slopes: readonly number[],
  x: Float64Array,
  y: Float64Array,
  confidence: number,
): Interval | undefined {
  const reach = normalReach(confidence) * Math.sqrt(kendallVariance(x, y));
  const low = Math.round((slopes.length - reach) / 2) - 1;
  const high = Math.round((slopes.length + reach) / 2);
  if (low < 0 || high > slopes.length - 1) return undefined;
  return makeInterval(slopes[low]!, slopes[high]!, confidence, 'sen');
}
