import { brent } from '../../numerics/index.js';
import {
  type ConfidenceOptions,
  type Interval,
  makeInterval,
  normalReach,
  readConfidence,
} from '../interval.js';
import { type Grouped, type OrdinalSample, readGrouped } from './grouped.js';

/** How far one sample dominates another, whatever the scale. */
export interface CliffsDelta {
  /** Share of pairs in which the first is larger less the share in which it is smaller, from −1 to 1. */
  readonly delta: number;
  /** Probability that a member of the first exceeds one of the second, ties counted by half: (delta + 1)/2. */
  readonly superiority: number;
  /** Of `delta`; within [−1, 1] and no single point even where the samples do not overlap. */
  readonly interval: Interval;
}

/**
 * Cliff's delta, with Newcombe's score interval: an effect size for ratings, durations and other values of which
 * only the order counts.
 *
 * The common-language effect size is `superiority`. The interval (method `newcombe-mann-whitney-5`) puts
 * Hanley and McNeil's variance at the value in question and takes half of both sizes for each, so it does not
 * depend on which sample is called first; ties make it slightly wide.
 *
 * @param first at least one value, or values with counts.
 * @param second the same; the sample compared with.
 * @throws AptfolioError `missing-value`, `invalid-type`, `not-finite`, `empty`, `out-of-range` or `too-long` by path.
 *
 * Source: N. Cliff, Dominance statistics, Psychological Bulletin 114 (1993) 494–509; R. G. Newcombe, Confidence
 * intervals for an effect size measure based on the Mann–Whitney statistic, part 2, Statistics in Medicine 25 (2006)
 * 559–573, method 5.
 *
 * @example
 * ```ts
 * import { cliffsDelta } from 'aptfolio/statistics';
 *
 * const effect = cliffsDelta([1, 2, 3], [2, 4, 6, 8]);
 * effect.delta; // => -0.75
 * effect.superiority; // => 0.125
 * ```
 */
export function cliffsDelta(
  first: OrdinalSample,
  second: OrdinalSample,
  options: ConfidenceOptions = {},
): CliffsDelta {
  const a = readGrouped(first, 'first');
  const b = readGrouped(second, 'second');
  return deltaOf(a, b, wonPairs(a, b), readConfidence(options));
}

/** Cliff's delta from the number of pairs won. */
export function deltaOf(a: Grouped, b: Grouped, won: number, confidence: number): CliffsDelta {
  const pairs = a.n * b.n;
  const superiority = won / pairs;
  const reach = normalReach(confidence);
  const low = lowerBound(superiority, a.n, b.n, reach);
  const high = 1 - lowerBound((pairs - won) / pairs, a.n, b.n, reach);
  return Object.freeze({
    delta: (2 * won - pairs) / pairs + 0,
    superiority,
    interval: makeInterval(2 * low - 1, 2 * high - 1, confidence, 'newcombe-mann-whitney-5'),
  });
}

/** Pairs in which the first is larger, ties counted by half. */
export function wonPairs(first: Grouped, second: Grouped): number {
  let won = 0;
  let below = 0;
  let j = 0;
  first.values.forEach((value, i) => {
    while (j < second.values.length && second.values[j]! < value) below += second.counts[j++]!;
    const tied = second.values[j] === value ? second.counts[j]! : 0;
    won += first.counts[i]! * (below + tied / 2);
  });
  return won;
}

/** The smallest superiority from which the observed one is `reach` standard errors away. */
function lowerBound(observed: number, m: number, n: number, reach: number): number {
  if (observed === 0) return 0;
  const half = (m + n) / 2 - 1;
  const scale = (reach * reach) / (m * n);
  const spread = (x: number): number => scale * x * (1 + half * ((1 - x) / (2 - x) + x / (1 + x)));
  // With all pairs won, 1 itself is a root to be divided out.
  const excess =
    observed === 1
      ? (x: number): number => 1 - x - spread(x)
      : (x: number): number => (observed - x) * (observed - x) - (1 - x) * spread(x);
  const found = brent(excess, 0, observed, { tolerance: 1e-15, maxIterations: 200 });
  return found.status === 'converged' ? Math.max(0, found.root) : 0;
}
