import { studentTCdf } from '../numerics/index.js';
import {
  type ConfidenceOptions,
  type Interval,
  readConfidence,
  studentInterval,
} from './interval.js';
import { readSample, type Sample } from './moments.js';
import { orderedSum } from './ordered-sum.js';
import { finite } from './sample.js';
import { lengthOf, sharesOfSquares } from './scale.js';

/** What comparing two means showed. */
export type WelchTest =
  | {
      readonly status: 'tested';
      /** First mean less the second. */
      readonly difference: number;
      /** Welch's t. */
      readonly statistic: number;
      /** Welch–Satterthwaite degrees of freedom, not whole. */
      readonly degreesOfFreedom: number;
      /** Two-sided. */
      readonly pValue: number;
      /** Of the difference. */
      readonly interval: Interval;
      readonly method: 'welch-t';
    }
  /** Neither sample varies: there is no error to hold the difference against. */
  | { readonly status: 'no-variation'; readonly difference: number };

/**
 * Tests whether the means of two independent samples differ, their variances not taken to be equal:
 * Welch's t test, two-sided.
 *
 * @param first at least two values, or moments.
 * @param second at least two values, or moments; its mean is subtracted.
 * @returns `tested`, or `no-variation` if all values of each sample are equal.
 * @throws AptfolioError `missing-value`, `empty`, `length-mismatch`, `not-finite`, `out-of-range` with path.
 *
 * Source: B. L. Welch, The generalization of "Student's" problem when several different population variances
 * are involved, Biometrika 34 (1947) 28–35.
 *
 * @example
 * ```ts
 * import { welchTest } from 'aptfolio/statistics';
 *
 * const test = welchTest([1, 2, 3, 4, 5], [2, 4, 6, 8, 10]);
 * test.status; // => 'tested'
 * test.statistic; // => -1.8973665961010275
 * test.degreesOfFreedom; // => 5.882352941176471
 * ```
 */
export function welchTest(
  first: Sample,
  second: Sample,
  options: ConfidenceOptions = {},
): WelchTest {
  const a = readSample(first, 'first');
  const b = readSample(second, 'second');
  const confidence = readConfidence(options);
  const difference = finite(a.mean - b.mean, 'second');
  const errors = [a, b].map(({ n, deviation }) => deviation / Math.sqrt(n));
  const standardError = lengthOf(errors);
  if (standardError === 0) return Object.freeze({ status: 'no-variation', difference });
  const degreesOfFreedom = welchDegrees(errors, [a.n, b.n]);
  const statistic = finite(difference / standardError, 'second');
  return Object.freeze({
    status: 'tested',
    difference,
    statistic,
    degreesOfFreedom,
    pValue: Math.min(1, 2 * studentTCdf(-Math.abs(statistic), degreesOfFreedom)),
    interval: studentInterval(
      difference,
      { standardError, degreesOfFreedom },
      confidence,
      'welch-t',
      'second',
    ),
    method: 'welch-t',
  });
}

/** Welch–Satterthwaite degrees of freedom of a sum of independent estimates with such standard errors; NaN if all are 0. */
export function welchDegrees(errors: readonly number[], sizes: readonly number[]): number {
  const shares = sharesOfSquares(errors);
  return 1 / orderedSum(shares.map((share, i) => (share * share) / (sizes[i]! - 1)));
}
