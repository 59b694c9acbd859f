import { at, checkList } from '../../errors/index.js';
import { type Count, checkCount } from '../count.js';
import { chiSquareTest } from './chi-square-test.js';

/** What comparing several proportions showed. */
export type ProportionsTest =
  | {
      readonly status: 'tested';
      /** In the order given. */
      readonly proportions: readonly number[];
      /** The proportion of all groups together. */
      readonly pooled: number;
      /** χ² with one degree of freedom less than there are groups. */
      readonly statistic: number;
      readonly degreesOfFreedom: number;
      readonly pValue: number;
      /** The smallest count expected in any cell; below 5 the χ² approximation is poor. */
      readonly smallestExpected: number;
      readonly method: 'k-proportions-chi-square';
    }
  /** Every case of all groups came out alike. */
  | { readonly status: 'no-variation'; readonly pooled: number };

/**
 * Tests whether several independent proportions are equal: the χ² test of k proportions, without continuity correction.
 *
 * It says that some differ, not which; compare pairs with `newcombeDifference` and `adjustPValues`.
 *
 * @param groups at least two counts.
 * @returns `tested`, or `no-variation` if all cases are successes or all are failures.
 * @throws AptfolioError `missing-value`, `invalid-type`, `length-mismatch` or `out-of-range` with a path such as
 * `groups[2].successes`.
 *
 * Source: J. L. Fleiss, Statistical Methods for Rates and Proportions, 2nd ed. (1981), section 9.1.
 *
 * @example
 * ```ts
 * import { proportionsTest } from 'aptfolio/statistics';
 *
 * const smokers = [
 *   { successes: 83, n: 86 },
 *   { successes: 90, n: 93 },
 *   { successes: 129, n: 136 },
 *   { successes: 70, n: 82 },
 * ];
 * const test = proportionsTest(smokers);
 * test.statistic; // => 12.600411297128
 * test.pValue; // => 0.005585476662
 * ```
 */
export function proportionsTest(groups: readonly Count[]): ProportionsTest {
  const counts = checkList(groups, 'groups', { minLength: 2 }).map((group, i) =>
    checkCount(group, at('groups', i)),
  );
  const test = chiSquareTest(counts.map(({ successes, n }) => [successes, n - successes]));
  const successes = counts.reduce((sum, count) => sum + count.successes, 0);
  const pooled = successes / test.n;
  if (test.status === 'no-variation') return Object.freeze({ status: 'no-variation', pooled });
  return Object.freeze({
    status: 'tested',
    proportions: Object.freeze(counts.map((count) => count.successes / count.n)),
    pooled,
    statistic: test.statistic,
    degreesOfFreedom: test.degreesOfFreedom,
    pValue: test.pValue,
    smallestExpected: test.smallestExpected,
    method: 'k-proportions-chi-square',
  });
}
