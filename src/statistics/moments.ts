import { AptfolioError, at, checkInteger, checkNumber, checkRange } from '../errors/index.js';
import {
  type ConfidenceOptions,
  type Interval,
  readConfidence,
  studentInterval,
} from './interval.js';
import { meanOfSorted } from './mean.js';
import { sortedSample } from './sample.js';
import { deviationOfSorted, varianceOfSorted } from './variance.js';

/** What is known of a sample when only its summary is kept. */
export interface SampleMoments {
  /** At least 2. */
  readonly n: number;
  readonly mean: number;
  /** Sample variance (over n − 1), at least 0. */
  readonly variance: number;
}

/** A sample: its values, at least two, or their summary. Where the variance is no double, give the values. */
export type Sample = readonly number[] | Float64Array | SampleMoments;

/**
 * Sums a sample up as size, mean and sample variance.
 *
 * @param values at least two finite numbers.
 * @throws AptfolioError as `variance`.
 *
 * @example
 * ```ts
 * import { sampleMoments } from 'aptfolio/statistics';
 *
 * sampleMoments([1, 2, 3]); // => { n: 3, mean: 2, variance: 1 }
 * ```
 */
export function sampleMoments(values: readonly number[] | Float64Array): SampleMoments {
  return momentsOf(values, 'values');
}

/**
 * Student's t interval for the mean of a sample, given as values or as moments.
 *
 * @returns an interval of method `student-t`; a single point if the values do not vary.
 * @throws AptfolioError `empty`, `length-mismatch` for a single value, `not-finite`, `out-of-range`.
 *
 * Source: NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.5.2.
 *
 * @example
 * ```ts
 * import { meanInterval } from 'aptfolio/statistics';
 *
 * const interval = meanInterval([1, 2, 3, 4, 5]);
 * interval.low; // => 1.0367568385224388
 * interval.high; // => 4.9632431614775612
 * ```
 */
export function meanInterval(sample: Sample, options: ConfidenceOptions = {}): Interval {
  const { n, mean, deviation } = readSample(sample, 'sample');
  const confidence = readConfidence(options);
  const error = { standardError: deviation / Math.sqrt(n), degreesOfFreedom: n - 1 };
  return studentInterval(mean, error, confidence, 'student-t', 'sample');
}

/** A sample as tests of means take it: by its standard deviation, whose square may leave the doubles. */
export interface SpreadSample {
  readonly n: number;
  readonly mean: number;
  /** Over n − 1. */
  readonly deviation: number;
}

/** Checks a sample given as values or as moments. */
export function readSample(sample: unknown, path: string): SpreadSample {
  if (Array.isArray(sample) || sample instanceof Float64Array) return spreadOf(sample, path);
  if (typeof sample !== 'object' || sample === null) {
    const code = sample === undefined || sample === null ? 'missing-value' : 'invalid-type';
    throw new AptfolioError(code, path, 'a list of numbers or its moments', sample);
  }
  const { n, mean, variance } = sample as Readonly<Record<string, unknown>>;
  return {
    n: checkInteger(n, at(path, 'n'), { min: 2 }),
    mean: checkNumber(mean, at(path, 'mean')),
    deviation: Math.sqrt(checkRange(variance, at(path, 'variance'), { min: 0 })),
  };
}

function spreadOf(values: readonly number[] | Float64Array, path: string): SpreadSample {
  const sorted = sortedSample(values, path, 2);
  return {
    n: sorted.length,
    mean: meanOfSorted(sorted, path),
    deviation: deviationOfSorted(sorted, path),
  };
}

function momentsOf(values: readonly number[] | Float64Array, path: string): SampleMoments {
  const sorted = sortedSample(values, path, 2);
  return Object.freeze({
    n: sorted.length,
    mean: meanOfSorted(sorted, path),
    variance: varianceOfSorted(sorted, path),
  });
}
