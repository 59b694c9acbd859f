import { binomialCdf, binomialDensity } from '../../numerics/index.js';

/** Bounds within which chance keeps a share. */
export interface FunnelBounds {
  readonly low: number;
  readonly high: number;
}

/**
 * The exact control limits of a share of n cases, interpolated between whole counts so that the lines are smooth: with r the smallest count up to which the
 * probability exceeds p, the limit is (r − α)/n, α being how far that count overshoots.
 *
 * The upper limit is the mirrored lower one of the failures. Inverted at 1 − p, as in the appendix, it would lie one count lower, and two successes of two would be
 * beyond it whatever is usual.
 *
 * Source: D. J. Spiegelhalter, Statistics in Medicine 24 (2005) 1185–1202, appendix A.1.1.
 *
 * @param confidence within both limits: 0.95 leaves 2.5 % on each side.
 */
export function binomialLimits(n: number, target: number, confidence: number): FunnelBounds {
  const tail = (1 - confidence) / 2;
  return Object.freeze({
    low: lowerLimit(n, target, tail),
    high: 1 - lowerLimit(n, 1 - target, tail),
  });
}

function lowerLimit(n: number, target: number, p: number): number {
  // The smallest count whose cumulative probability exceeds p.
  let [below, count] = [-1, n];
  while (count - below > 1) {
    const middle = Math.floor((below + count) / 2);
    if (binomialCdf(middle, n, target) > p) count = middle;
    else below = middle;
  }
  const overshoot = binomialCdf(count, n, target) - p;
  return Math.max(0, (count - overshoot / binomialDensity(count, n, target)) / n);
}
