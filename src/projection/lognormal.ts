import { exp, log, log1p, normalCdf, normalQuantile } from '../numerics/index.js';
import type { Moments } from './growth.js';

/** A lognormal amount, or a certain one where the spread is zero. */
export interface MatchedLognormal {
  probabilityOfAtLeast(target: number): number;
  /** The amount below which wealth stays with the given probability, which lies within (0, 1). */
  quantile(level: number): number;
  /** The amount that is reached with the given probability: the quantile at 1 − probability. */
  reachedWith(probability: number): number;
  /** E[max(target − W, 0)]. */
  expectedGap(target: number): number;
}

/**
 * The lognormal with the given mean and standard deviation: s² = ln(1 + sd²/mean²),
 * k = ln(mean) − s²/2. A mean or spread of zero is a certain amount and divides by nothing.
 */
export function matchLognormal({ mean, standardDeviation }: Moments): MatchedLognormal {
  const relative = mean > 0 ? standardDeviation / mean : 0;
  if (relative === 0) return certain(mean);
  const variance = log1p(relative * relative);
  const s = Math.sqrt(variance);
  const k = log(mean) - variance / 2;
  return {
    probabilityOfAtLeast: (target) => (target <= 0 ? 1 : normalCdf((k - log(target)) / s)),
    quantile: (level) => exp(k + s * normalQuantile(level)),
    // By symmetry, as 1 − probability would lose a small probability's digits.
    reachedWith: (probability) => exp(k - s * normalQuantile(probability)),
    expectedGap: (target) => {
      if (target <= 0) return 0;
      const d = (log(target) - k) / s;
      return Math.max(0, target * normalCdf(d) - mean * normalCdf(d - s));
    },
  };
}

function certain(amount: number): MatchedLognormal {
  return {
    probabilityOfAtLeast: (target) => (amount >= target ? 1 : 0),
    quantile: () => amount,
    reachedWith: () => amount,
    expectedGap: (target) => Math.max(0, target - amount),
  };
}
