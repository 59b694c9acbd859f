import { studentTCdf } from '../numerics/index.js';
import { hedgesFactor, type StandardisedDifference, standardised } from './effects/standardised.js';
import {
  type ConfidenceOptions,
  type Interval,
  readConfidence,
  studentInterval,
} from './interval.js';
import { meanOfSorted } from './mean.js';
import { sortedDifferences } from './paired.js';
import { finite } from './sample.js';
import { deviationOfSorted } from './variance.js';

/** What comparing the means of pairs showed. */
export type PairedTTest =
  | {
      readonly status: 'tested';
      readonly n: number;
      /** Mean of first − second. */
      readonly difference: number;
      /** Student's t. */
      readonly statistic: number;
      readonly degreesOfFreedom: number;
      /** Two-sided. */
      readonly pValue: number;
      /** Of the difference. */
      readonly interval: Interval;
      /** Cohen's d_z: the mean difference in standard deviations of the differences, not of the values. */
      readonly cohensDz: StandardisedDifference;
      /** d_z without the bias that few pairs give it; absent for two pairs, of which nothing would be left. */
      readonly hedgesGz?: StandardisedDifference;
      readonly method: 'paired-t';
    }
  /** All pairs differ by the same. */
  | { readonly status: 'no-variation'; readonly n: number; readonly difference: number };

/**
 * Tests whether the mean difference of pairs is 0: the paired t test, two-sided, with Cohen's d_z and Hedges' g.
 *
 * For scores of the same advisers before and after a training. The intervals of the effect sizes invert the noncentral
 * t distribution.
 *
 * @param first one value of each of at least two pairs, such as the score after.
 * @param second the other, in the same order; it is subtracted.
 * @returns `tested`, or `no-variation` if all differences are equal.
 * @throws AptfolioError `missing-value`, `invalid-type`, `not-finite`, `empty`, `length-mismatch` or `out-of-range`
 * by path.
 *
 * Source: Student, The probable error of a mean, Biometrika 6 (1908) 1–25; J. Cohen, Statistical Power Analysis for the
 * Behavioral Sciences, 2nd ed. (1988), section 2.3.5; L. V. Hedges, Journal of Educational Statistics 6 (1981) 107–128.
 *
 * @example
 * ```ts
 * import { pairedT } from 'aptfolio/statistics';
 *
 * const test = pairedT([3, 5, 6, 9], [2, 3, 5, 5]);
 * test.difference; // => 2
 * test.statistic; // => 2.82842712474619
 * test.cohensDz.value; // => 1.414213562373095
 * ```
 */
export function pairedT(
  first: readonly number[] | Float64Array,
  second: readonly number[] | Float64Array,
  options: ConfidenceOptions = {},
): PairedTTest {
  const differences = sortedDifferences(first, second, 2);
  const confidence = readConfidence(options);
  const n = differences.length;
  const difference = meanOfSorted(differences, 'second');
  const root = Math.sqrt(n);
  const standardError = deviationOfSorted(differences, 'second') / root;
  if (standardError === 0) return Object.freeze({ status: 'no-variation', n, difference });
  const degreesOfFreedom = n - 1;
  const t = finite(difference / standardError, 'second');
  return Object.freeze({
    status: 'tested',
    n,
    difference,
    statistic: t,
    degreesOfFreedom,
    pValue: Math.min(1, 2 * studentTCdf(-Math.abs(t), degreesOfFreedom)),
    interval: studentInterval(
      difference,
      { standardError, degreesOfFreedom },
      confidence,
      'student-t',
      'second',
    ),
    cohensDz: standardised(t, degreesOfFreedom, root, 1, confidence, 'noncentral-t'),
    ...(n === 2
      ? {}
      : {
          hedgesGz: standardised(
            t,
            degreesOfFreedom,
            root,
            hedgesFactor(degreesOfFreedom),
            confidence,
            'noncentral-t-hedges',
          ),
        }),
    method: 'paired-t',
  });
}
