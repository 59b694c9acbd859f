import { brent } from '../../numerics/index.js';
import { type Count, checkCount } from '../count.js';
import { type ConfidenceOptions, normalReach, readConfidence } from '../interval.js';
import { makeRatio, type RatioEstimate } from '../ratio-estimate.js';

/** An odds ratio, or that there is none. */
export type OddsRatio =
  | RatioEstimate
  /** Every case of both groups came out alike: no odds to compare. */
  | { readonly status: 'no-variation' };

/**
 * The odds ratio of two independent proportions, first over second, with Cornfield's score interval (without continuity
 * correction; method `cornfield-score`).
 *
 * The interval holds all ratios that the χ² statistic of the table does not reject. It is good for small counts and
 * for cells without a case, where the textbook interval of the logarithm has none.
 *
 * @param first counts of the first group.
 * @param second counts of the second group.
 * @returns `estimated`; `unbounded` if the second group's odds are 0 or the first's infinite; `no-variation` if all cases
 * of both groups are alike.
 * @throws AptfolioError `missing-value`, `invalid-type` or `out-of-range` with a path such as `first.successes`.
 *
 * Source: J. Cornfield, Proceedings of the Third Berkeley Symposium 4 (1956) 135–148; M. W. Fagerland, S. Lydersen and
 * P. Laake, Statistical Methods in Medical Research 24 (2015) 224–254.
 *
 * @example
 * ```ts
 * import { oddsRatio } from 'aptfolio/statistics';
 *
 * const ratio = oddsRatio({ successes: 3, n: 4 }, { successes: 1, n: 4 });
 * ratio.value; // => 9
 * oddsRatio({ successes: 3, n: 4 }, { successes: 0, n: 4 }).status; // => 'unbounded'
 * ```
 */
export function oddsRatio(first: Count, second: Count, options: ConfidenceOptions = {}): OddsRatio {
  const a = checkCount(first, 'first');
  const b = checkCount(second, 'second');
  const confidence = readConfidence(options);
  const successes = a.successes + b.successes;
  if (successes === 0 || successes === a.n + b.n) return Object.freeze({ status: 'no-variation' });
  const [hit, missed] = [a.successes * (b.n - b.successes), b.successes * (a.n - a.successes)];
  const reach = normalReach(confidence);
  const low = hit === 0 ? 0 : lowerBound(a, b, reach);
  const high = missed === 0 ? undefined : 1 / lowerBound(b, a, reach);
  return makeRatio(hit / missed, low, high, confidence, 'cornfield-score');
}

/**
 * The smallest odds ratio that is not rejected. It is looked for by way of the successes it expects in the first group,
 * which are fewer than the observed ones.
 */
function lowerBound(first: Count, second: Count, reach: number): number {
  const observed = first.successes;
  const all = observed + second.successes;
  const least = Math.max(0, all - second.n);
  const cells = (a: number): readonly [number, number, number, number] => [
    a,
    second.n - all + a,
    first.n - a,
    all - a,
  ];
  const excess = (a: number): number => {
    const gap = observed - a;
    // A cell that is empty as observed holds the gap itself.
    const parts = cells(a).map((cell) => (cell === 0 && gap === 0 ? 1 : gap / cell));
    return bounded(gap * parts.reduce((sum, part) => sum + part, 0), reach * reach);
  };
  const found = brent(excess, least, observed, { tolerance: 1e-15, maxIterations: 300 });
  const [a, b, c, d] = cells(found.status === 'converged' ? found.root : least);
  return (a / c) * (b / d);
}

/** Below or above an aim, on a scale from −1 to 1, which infinity reaches too. */
function bounded(value: number, aim: number): number {
  return value === Number.POSITIVE_INFINITY ? 1 : (value - aim) / (value + aim);
}
