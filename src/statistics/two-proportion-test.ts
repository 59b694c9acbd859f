import { normalCdf } from '../numerics/index.js';
import { type Count, checkCount } from './count.js';

/** What comparing two proportions showed. */
export type TwoProportionTest =
  | {
      readonly status: 'tested';
      /** First proportion less the second. */
      readonly difference: number;
      /** The proportion of both groups together. */
      readonly pooled: number;
      /** Standard normal if the two true proportions are equal. */
      readonly statistic: number;
      /** Two-sided. */
      readonly pValue: number;
      /** The smallest count expected in any of the four cells; below 5 the normal approximation is poor. */
      readonly smallestExpected: number;
      readonly method: 'two-proportion-z-pooled';
    }
  /** Every case of both groups came out alike: there is nothing to test. */
  | { readonly status: 'no-variation'; readonly difference: 0; readonly pooled: number };

/**
 * Tests whether two independent proportions differ: the pooled two-proportion z test, two-sided, without
 * continuity correction. Its square is the χ² statistic of the 2 × 2 table.
 *
 * @param first counts of the first group.
 * @param second counts of the second group.
 * @returns `tested`, or `no-variation` if all cases of both groups are successes or all are failures.
 * @throws AptfolioError `missing-value`, `invalid-type` or `out-of-range` with a path such as `second.n`.
 *
 * Source: J. L. Fleiss, Statistical Methods for Rates and Proportions, 2nd ed. (1981), section 2.
 *
 * @example
 * ```ts
 * import { twoProportionTest } from 'aptfolio/statistics';
 *
 * const test = twoProportionTest({ successes: 3, n: 4 }, { successes: 1, n: 4 });
 * test.status; // => 'tested'
 * test.statistic; // => 1.414213562373095
 * test.pValue; // => 0.15729920705028502
 * ```
 */
export function twoProportionTest(first: Count, second: Count): TwoProportionTest {
  const a = checkCount(first, 'first');
  const b = checkCount(second, 'second');
  const successes = a.successes + b.successes;
  const n = a.n + b.n;
  const pooled = successes / n;
  if (successes === 0 || successes === n) {
    return Object.freeze({ status: 'no-variation', difference: 0, pooled });
  }
  const difference = a.successes / a.n - b.successes / b.n;
  const statistic = difference / Math.sqrt(pooled * (1 - pooled) * (1 / a.n + 1 / b.n));
  return Object.freeze({
    status: 'tested',
    difference: difference + 0,
    pooled,
    statistic: statistic + 0,
    pValue: Math.min(1, 2 * normalCdf(-Math.abs(statistic))),
    smallestExpected: Math.min(a.n, b.n) * Math.min(pooled, 1 - pooled),
    method: 'two-proportion-z-pooled',
  });
}
