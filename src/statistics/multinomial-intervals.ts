import { at, checkInteger, checkList } from '../errors/index.js';
import { normalQuantile } from '../numerics/index.js';
import { type ConfidenceOptions, type Interval, makeInterval, readConfidence } from './interval.js';
import { wilsonBounds } from './wilson.js';

/**
 * Intervals of the shares of several categories that all hold at once with the confidence, at least.
 *
 * @param counts cases by category: at least two whole numbers of at least 0, of which one is above 0.
 * @returns one interval of method `goodman` for each category, in their order.
 * @throws AptfolioError `empty`, `length-mismatch`, `invalid-type` or `out-of-range` with path `counts…` or `options.confidence`.
 *
 * Source: L. A. Goodman, On simultaneous confidence intervals for multinomial proportions, Technometrics 7 (1965) 247–254.
 *
 * @example
 * ```ts
 * import { multinomialIntervals } from 'aptfolio/statistics';
 *
 * const [fees] = multinomialIntervals([56, 72, 73, 59, 62, 87, 58]);
 * fees.low; // => 0.085167239138747
 * ```
 */
export function multinomialIntervals(
  counts: readonly number[],
  options: ConfidenceOptions = {},
): readonly Interval[] {
  const confidence = readConfidence(options);
  const cases = checkList<unknown>(counts, 'counts', { minLength: 2 }).map((count, i) =>
    checkInteger(count, at('counts', i), { min: 0 }),
  );
  const n = checkInteger(
    cases.reduce((sum, count) => sum + count, 0),
    'counts',
    { min: 1 },
  );
  const reach = -normalQuantile((1 - confidence) / (2 * cases.length));
  return Object.freeze(
    cases.map((successes) => {
      const { low, high } = wilsonBounds({ successes, n }, reach);
      return makeInterval(low, high, confidence, 'goodman');
    }),
  );
}
