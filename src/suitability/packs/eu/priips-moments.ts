import {
  AptfolioError,
  checkNumber,
  checkObject,
  checkRange,
  checkVector,
} from '../../../errors/index.js';
import { neumaierSum } from '../../../numerics/index.js';

/** What Annex II reads of a distribution of returns, per trading period and not per year. */
export interface ReturnMoments {
  /** Standard deviation of the returns, over n and not n − 1; at least 0. */
  readonly volatility: number;
  /** Third central moment over the cubed volatility. */
  readonly skew: number;
  /** Fourth central moment over the fourth power of the volatility, less 3. */
  readonly excessKurtosis: number;
}

/**
 * Measures the volatility, skew and excess kurtosis of observed returns, as point 12 of Annex II does: population moments.
 *
 * @param returns at least two: natural logarithms of each price over the one before (point 11), one for each trading period.
 * Point 10 wants two years of daily, four of weekly or five of monthly prices; the caller sees to that.
 * @returns skew and excess kurtosis 0 for returns that do not vary, which have neither.
 * @throws AptfolioError `empty`, `length-mismatch` for fewer than two, `not-finite` and the like with the path `returns[…]`.
 *
 * Source: Delegated Regulation (EU) 2017/653, Annex II, Part 1, points 9 to 12.
 *
 * @example
 * ```ts
 * import { returnMoments } from 'aptfolio/suitability/packs/eu';
 *
 * returnMoments([0.01, -0.01, 0.01, -0.01]); // => { volatility: 0.01, skew: 0, excessKurtosis: -2 }
 * ```
 */
export function returnMoments(returns: readonly number[] | Float64Array): ReturnMoments {
  const values = checkVector(returns, 'returns');
  if (values.length < 2) {
    const code = values.length === 0 ? 'empty' : 'length-mismatch';
    throw new AptfolioError(code, 'returns', 'at least two returns');
  }
  if (values.every((value) => value === values[0])) {
    return Object.freeze({ volatility: 0, skew: 0, excessKurtosis: 0 });
  }
  const mean = checkSize(neumaierSum(values) / values.length);
  const deviations = values.map((value) => checkSize(value - mean));
  // The moments of u = d / max |d|: no power of a deviation can vanish or overflow.
  const largest = deviations.reduce((size, deviation) => Math.max(size, Math.abs(deviation)), 0);
  const scaled = deviations.map((deviation) => deviation / largest);
  const averageOf = (power: (u: number) => number): number =>
    neumaierSum(scaled.map(power)) / scaled.length;
  const second = averageOf((u) => u * u);
  const third = averageOf((u) => u * u * u);
  const fourth = averageOf((u) => u * u * u * u);
  return Object.freeze({
    volatility: largest * Math.sqrt(second),
    skew: third / (second * Math.sqrt(second)) + 0,
    excessKurtosis: fourth / (second * second) - 3,
  });
}

/** Checks moments that came from the caller. */
export function checkMoments(value: unknown, path: string): ReturnMoments {
  const { volatility, skew, excessKurtosis } = checkObject(value, path);
  return {
    volatility: checkRange(volatility, `${path}.volatility`, { min: 0 }),
    skew: checkNumber(skew, `${path}.skew`),
    excessKurtosis: checkNumber(excessKurtosis, `${path}.excessKurtosis`),
  };
}

function checkSize(value: number): number {
  if (Number.isFinite(value)) return value;
  throw new AptfolioError('out-of-range', 'returns', 'returns whose mean is a finite number');
}
