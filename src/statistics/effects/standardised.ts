import {
  brent,
  chiSquareQuantile,
  exp,
  logGamma,
  noncentralTCdf,
  normalQuantile,
} from '../../numerics/index.js';
import { type Interval, makeInterval } from '../interval.js';

/** A difference of means in units of a standard deviation. */
export interface StandardisedDifference {
  readonly value: number;
  readonly interval: Interval;
}

/** What can be said of a standardised difference. */
export type StandardisedEffect =
  | ({ readonly status: 'estimated' } & StandardisedDifference)
  /** Nothing varies: there is no standard deviation to measure by. */
  | { readonly status: 'no-variation' };

/**
 * A standardised difference with the interval that inverts the noncentral t distribution.
 *
 * @param t the t statistic, `value` its difference in standard deviations, so that t = value·scale.
 */
export function standardised(
  t: number,
  df: number,
  scale: number,
  correction: number,
  confidence: number,
  method: string,
): StandardisedDifference {
  const tail = (1 - confidence) / 2;
  const factor = correction / scale;
  const low = shiftAt(t, df, 1 - tail);
  const high = shiftAt(t, df, tail);
  return Object.freeze({
    value: t * factor + 0,
    interval: makeInterval(low * factor, high * factor, confidence, method),
  });
}

/**
 * Hedges' factor, which takes the bias off a difference in sample standard deviations: Γ(m/2)/(√(m/2)·Γ((m − 1)/2)).
 *
 * Source: L. V. Hedges, Distribution theory for Glass's estimator of effect size and related estimators, Journal of
 * Educational Statistics 6 (1981) 107–128, equation 6e. For more than one degree of freedom.
 */
export function hedgesFactor(df: number): number {
  // Behind 10⁵ the difference of two large logarithms is less sure than the series.
  if (df > 1e5) return 1 - 3 / (4 * df - 1);
  return exp(logGamma(df / 2) - logGamma((df - 1) / 2)) / Math.sqrt(df / 2);
}

/** The shift at which a noncentral t stays up to t with a probability. */
function shiftAt(t: number, df: number, probability: number): number {
  if (Math.abs(t) > 1000 * Math.sqrt(df)) return farShift(t, df, probability);
  const excess = (shift: number): number => noncentralTCdf(t, df, shift) - probability;
  const guess = t - normalQuantile(probability) * Math.sqrt(1 + (t * t) / (2 * df));
  let step = 1 + Math.abs(t) / Math.sqrt(df);
  // The excess falls as the shift grows.
  let [low, high] = [guess - step, guess + step];
  for (; excess(low) < 0; low -= step) step *= 2;
  for (; excess(high) > 0; high += step) step *= 2;
  const found = brent(excess, low, high, { tolerance: 1e-14, maxIterations: 300 });
  return found.status === 'converged' ? found.root : guess;
}

/** The mean is so many deviations away that only the sample deviation is unsure: its χ² interval. */
function farShift(t: number, df: number, probability: number): number {
  const p = t > 0 ? 1 - probability : probability;
  return t * Math.sqrt(chiSquareQuantile(p, df) / df);
}
