import { type Interval, wilsonInterval } from '../../statistics/index.js';

/** One step of a product-limit estimate: so many were still there, so many of them left. */
export interface RiskStep {
  readonly atRisk: number;
  readonly events: number;
}

/**
 * As many cases, each of them known, as would be as sure of the share that is left after the last step. Where all or none are left, as many as those stand for who are decided at the
 * step beyond which nobody came, or at the last. With nobody open it is all of them.
 *
 * @param steps in order, at least one, and none at which nobody is at risk.
 *
 * Source: F. J. Dorey and E. L. Korn, Effective sample sizes for confidence intervals for survival probabilities, Statistics in Medicine 6 (1987) 679–687.
 */
export function casesAsSure(steps: readonly RiskStep[]): number {
  let [share, relative, n] = [1, 0, 0];
  for (const { atRisk, events } of steps) {
    const staying = atRisk - events;
    n = atRisk / share;
    if (staying === 0) return n;
    share *= staying / atRisk;
    // Greenwood's sum: the square of the error, in shares.
    relative += events / atRisk / staying;
  }
  return relative === 0 ? n : (1 - share) / share / relative;
}

/** Where a share is 0 or 1 Greenwood's error is 0, which is not to be sure: then Wilson's interval of as many whole cases as are at most as sure. */
export function allOrNothingInterval(share: number, cases: number, confidence: number): Interval {
  // Rounded down, but not by the noise of a quotient.
  const n = Math.floor(cases * (1 + 1e-12));
  const { low, high } = wilsonInterval(share === 0 ? 0 : n, n, { confidence });
  return { low, high, confidence, method: 'wilson-effective-size' };
}
