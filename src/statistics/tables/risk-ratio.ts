import { brent, exp, log } from '../../numerics/index.js';
import { type Count, checkCount } from '../count.js';
import { type ConfidenceOptions, normalReach, readConfidence } from '../interval.js';
import { makeRatio, type RatioEstimate } from '../ratio-estimate.js';

/** A ratio of proportions, or that there is none. */
export type RiskRatio =
  | RatioEstimate
  /** Neither group has a success: there is nothing to divide. */
  | { readonly status: 'no-variation' };

/**
 * The ratio of two independent proportions, first over second, with Koopman's score interval (method `koopman-score`).
 *
 * The interval holds all ratios that the score test does not reject. It keeps its coverage for small counts and exists
 * where a group has no success, unlike Katz's interval of the logarithm.
 *
 * @param first counts of the first group.
 * @param second counts of the second group.
 * @returns `estimated`; `unbounded` if only the second group has no success; `no-variation` if neither has one.
 * @throws AptfolioError `missing-value`, `invalid-type` or `out-of-range` with a path such as `first.successes`.
 *
 * Source: P. A. R. Koopman, Confidence intervals for the ratio of two binomial proportions, Biometrics 40 (1984)
 * 513–517; O. Miettinen and M. Nurminen, Statistics in Medicine 4 (1985) 213–226, for the estimates under a ratio.
 *
 * @example
 * ```ts
 * import { riskRatio } from 'aptfolio/statistics';
 *
 * const ratio = riskRatio({ successes: 36, n: 40 }, { successes: 16, n: 80 });
 * ratio.value; // => 4.5
 * ratio.interval.low; // => 2.9395691922
 * ratio.interval.high; // => 7.1522234349
 * ```
 */
export function riskRatio(first: Count, second: Count, options: ConfidenceOptions = {}): RiskRatio {
  const a = checkCount(first, 'first');
  const b = checkCount(second, 'second');
  const confidence = readConfidence(options);
  if (a.successes === 0 && b.successes === 0) return Object.freeze({ status: 'no-variation' });
  const reach = normalReach(confidence);
  const value = a.successes / a.n / (b.successes / b.n);
  const low = a.successes === 0 ? 0 : lowerBound(a, b, reach);
  const high = b.successes === 0 ? undefined : 1 / lowerBound(b, a, reach);
  return makeRatio(value, low, high, confidence, 'koopman-score');
}

/** The smallest ratio that is not rejected. */
function lowerBound(first: Count, second: Count, reach: number): number {
  const excess = (logRatio: number): number => {
    const score = scoreAt(exp(logRatio), first, second);
    return score === Number.POSITIVE_INFINITY ? 1 : (score - reach) / (Math.abs(score) + reach);
  };
  const start = log(((first.successes + 0.5) / (second.successes + 0.5)) * (second.n / first.n));
  // The score falls as the ratio grows.
  let [low, high] = [start - 1, start + 1];
  for (let step = 1; excess(low) < 0; step *= 2) low -= step;
  for (let step = 1; excess(high) > 0; step *= 2) high += step;
  const found = brent(excess, low, high, { tolerance: 1e-15, maxIterations: 300 });
  return exp(found.status === 'converged' ? found.root : low);
}

/** How many standard errors, as they are if the ratio holds, the proportions are above it. */
function scoreAt(ratio: number, first: Count, second: Count): number {
  const p = first.successes / first.n;
  const q = second.successes / second.n;
  const gap = p - ratio * q;
  if (gap === 0) return 0;
  const { n: m, successes: x } = first;
  const { n, successes: y } = second;
  // Most likely q if p = ratio·q: the smaller root of a quadratic, written without cancellation.
  const linear = ratio * (m + y) + x + n;
  const root = Math.sqrt(Math.max(0, linear * linear - 4 * (m + n) * ratio * (x + y)));
  const under = Math.min(1, 1 / ratio, (2 * (x + y)) / (linear + root));
  const variance =
    (ratio * under * (1 - ratio * under)) / m + (ratio * ratio * under * (1 - under)) / n;
  return variance > 0 ? gap / Math.sqrt(variance) : Math.sign(gap) * Number.POSITIVE_INFINITY;
}
