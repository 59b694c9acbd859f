import { studentTCdf } from '../numerics/index.js';
import { pooledDeviation } from './borrowed-deviations.js';
import { type ConfidenceOptions, type Interval, studentInterval } from './interval.js';
import { readSample, type Sample, type SpreadSample } from './moments.js';
import { finite } from './sample.js';
import { welchTest } from './welch.js';

/** What comparing two means with care showed. */
export type TwoMeansTest =
  | {
      readonly status: 'tested';
      /** First mean less the second. */
      readonly difference: number;
      /** Student's or Welch's t. */
      readonly statistic: number;
      readonly degreesOfFreedom: number;
      /** Two-sided. */
      readonly pValue: number;
      /** Of the difference; the wider of both where both were made, so that it holds 0 just where the p-value says so. */
      readonly interval: Interval;
      /** Whose p-value it is. */
      readonly method: 'welch-t' | 'student-t-pooled';
    }
  /** Neither sample varies: there is no error to hold the difference against. */
  | { readonly status: 'no-variation'; readonly difference: number };

/** From this size on of the smaller sample its own variance is known well enough. */
const SMALL_BELOW = 50;

/**
 * Tests whether the means of two independent samples differ, with care for small and lopsided samples: two-sided, by Welch's t test, and where one sample has fewer
 * than 50 values or does not vary by Student's too, the larger p-value of both.
 *
 * Welch's test takes each sample's variance from itself. Five answers that are all alike have none, though their public has, and where most answers are the same
 * a few of them are often alike: against 200 others of the same public, nine in ten of them alike, Welch's test finds a difference at 5 per cent in 59 studies of a
 * hundred. Student's takes the variance from both samples together, and errs where the smaller one varies more. Both together find one in at most seven
 * of a hundred, whichever varies more.
 *
 * @param first at least two values, or moments.
 * @param second at least two values, or moments; its mean is subtracted.
 * @returns `tested`, or `no-variation` if all values of each sample are equal.
 * @throws AptfolioError as `welchTest`.
 *
 * Source: Student, The probable error of a mean, Biometrika 6 (1908) 1–25; B. L. Welch, Biometrika 34 (1947) 28–35; that both must reject is an intersection–union test
 * (R. L. Berger, Technometrics 24 (1982) 295–300).
 *
 * @example
 * ```ts
 * import { twoMeansTest, welchTest } from 'aptfolio/statistics';
 *
 * const few = { n: 5, mean: 5, variance: 0 };
 * const many = { n: 200, mean: 4.9, variance: 0.0904522613065 };
 * welchTest(few, many).pValue < 0.00001; // => true
 * const test = twoMeansTest(few, many);
 * test.pValue; // => 0.459119575
 * test.method; // => 'student-t-pooled'
 * ```
 */
export function twoMeansTest(
  first: Sample,
  second: Sample,
  options: ConfidenceOptions = {},
): TwoMeansTest {
  const welch = welchTest(first, second, options);
  if (welch.status === 'no-variation') return welch;
  const [a, b] = [readSample(first, 'first'), readSample(second, 'second')];
  const isSure = Math.min(a.n, b.n) >= SMALL_BELOW && a.deviation > 0 && b.deviation > 0;
  if (isSure) return welch;
  const pooled = pooledTest(a, b, welch.interval.confidence);
  const interval = widthOf(pooled.interval) > widthOf(welch.interval) ? pooled : welch;
  const { pValue, statistic, degreesOfFreedom, method } =
    pooled.pValue > welch.pValue ? pooled : welch;
  return Object.freeze({
    status: 'tested',
    difference: welch.difference,
    statistic,
    degreesOfFreedom,
    pValue,
    interval: interval.interval,
    method,
  });
}

/** Student's test, with one variance of both samples. */
function pooledTest(a: SpreadSample, b: SpreadSample, confidence: number) {
  const method = 'student-t-pooled';
  const degreesOfFreedom = a.n + b.n - 2;
  const deviation = pooledDeviation([a, b]);
  const standardError = deviation * Math.sqrt(1 / a.n + 1 / b.n);
  const error = { standardError, degreesOfFreedom };
  const difference = a.mean - b.mean;
  const statistic = finite(difference / standardError, 'second');
  return {
    statistic,
    degreesOfFreedom,
    pValue: Math.min(1, 2 * studentTCdf(-Math.abs(statistic), degreesOfFreedom)),
    interval: studentInterval(difference, error, confidence, method, 'second'),
    method,
  } as const;
}

function widthOf({ low, high }: Interval): number {
  return high - low;
}
