import { inverseRegularisedBeta, upperInverseRegularisedBeta } from '../numerics/index.js';
import { readCount } from './count.js';
import { type ConfidenceOptions, type Interval, makeInterval, readConfidence } from './interval.js';

/**
 * The exact interval of a proportion (Clopper and Pearson): covers the true value at least as often as
 * it says, at the price of being wide.
 *
 * @param successes whole number from 0 to `n`.
 * @param n whole number of at least 1.
 * @returns an interval of method `clopper-pearson`.
 * @throws AptfolioError `invalid-type` or `out-of-range` with path `successes`, `n` or `options.confidence`.
 *
 * Source: C. J. Clopper and E. S. Pearson, Biometrika 26 (1934) 404–413.
 *
 * @example
 * ```ts
 * import { exactInterval } from 'aptfolio/statistics';
 *
 * exactInterval(0, 20).high; // => 0.1684334709831
 * ```
 */
export function exactInterval(
  successes: number,
  n: number,
  options: ConfidenceOptions = {},
): Interval {
  const count = readCount(successes, n);
  const confidence = readConfidence(options);
  const tail = (1 - confidence) / 2;
  const failures = count.n - count.successes;
  const low =
    count.successes === 0 ? 0 : inverseRegularisedBeta(tail, count.successes, failures + 1);
  const high =
    failures === 0 ? 1 : upperInverseRegularisedBeta(tail, count.successes + 1, failures);
  return makeInterval(low, high, confidence, 'clopper-pearson');
}
