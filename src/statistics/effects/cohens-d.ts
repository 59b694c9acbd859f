import { type ConfidenceOptions, readConfidence } from '../interval.js';
import { readSample, type Sample } from '../moments.js';
import { finite } from '../sample.js';
import { lengthOf } from '../scale.js';
import { hedgesFactor, type StandardisedEffect, standardised } from './standardised.js';

/**
 * Cohen's d: the difference of two means in units of their pooled standard deviation, with the interval from the
 * noncentral t distribution (method `noncentral-t`).
 *
 * By Cohen's convention 0.2 is a small effect, 0.5 a medium and 0.8 a large one. The two variances are taken to be
 * equal in truth.
 *
 * @param first at least two values, or moments.
 * @param second at least two values, or moments; its mean is subtracted.
 * @returns `estimated`, or `no-variation` if all values of each sample are equal.
 * @throws AptfolioError as `welchTest`.
 *
 * Source: J. Cohen, Statistical Power Analysis for the Behavioral Sciences, 2nd ed. (1988), section 2.2; J. H. Steiger
 * and R. T. Fouladi in What If There Were No Significance Tests? (1997), for the interval.
 *
 * @example
 * ```ts
 * import { cohensD } from 'aptfolio/statistics';
 *
 * cohensD([1, 2, 3, 4, 5], [3, 4, 5, 6, 7]).value; // => -1.2649110640673518
 * ```
 */
export function cohensD(
  first: Sample,
  second: Sample,
  options: ConfidenceOptions = {},
): StandardisedEffect {
  return betweenMeans(first, second, options, () => 1, 'noncentral-t');
}

/**
 * Hedges' g: Cohen's d without the bias that small samples give it; its interval is that of d, brought down by the
 * same factor (method `noncentral-t-hedges`).
 *
 * @param first at least two values, or moments.
 * @param second at least two values, or moments; its mean is subtracted.
 * @returns `estimated`, or `no-variation` if all values of each sample are equal.
 * @throws AptfolioError as `welchTest`.
 *
 * Source: L. V. Hedges, Journal of Educational Statistics 6 (1981) 107–128.
 *
 * @example
 * ```ts
 * import { hedgesG } from 'aptfolio/statistics';
 *
 * hedgesG([1, 2, 3, 4, 5], [3, 4, 5, 6, 7]).value; // => -1.1418394343
 * ```
 */
export function hedgesG(
  first: Sample,
  second: Sample,
  options: ConfidenceOptions = {},
): StandardisedEffect {
  return betweenMeans(first, second, options, hedgesFactor, 'noncentral-t-hedges');
}

function betweenMeans(
  first: Sample,
  second: Sample,
  options: ConfidenceOptions,
  factorOf: (df: number) => number,
  method: string,
): StandardisedEffect {
  const a = readSample(first, 'first');
  const b = readSample(second, 'second');
  const confidence = readConfidence(options);
  const df = a.n + b.n - 2;
  const pooled = lengthOf([a, b].map(({ n, deviation }) => deviation * Math.sqrt((n - 1) / df)));
  if (pooled === 0) return Object.freeze({ status: 'no-variation' });
  const scale = Math.sqrt(1 / (1 / a.n + 1 / b.n));
  const t = finite(((a.mean - b.mean) / pooled) * scale, 'second');
  const effect = standardised(t, df, scale, factorOf(df), confidence, method);
  return Object.freeze({ status: 'estimated', ...effect });
}
