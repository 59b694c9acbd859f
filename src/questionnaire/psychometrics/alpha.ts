import { fQuantile } from '../../numerics/index.js';
import type { Interval } from '../../statistics/index.js';
import { isVariance, sumOf, traceOf } from './matrix-sums.js';

/**
 * Cronbach's alpha from covariances (k × k): k/(k − 1) · (1 − Σ variances / variance of the total); `null` where the
 * total has no variance or there is one item only.
 *
 * Source: L. J. Cronbach, Coefficient alpha and the internal structure of tests, Psychometrika 16 (1951) 297–334.
 */
export function alphaOf(covariances: Float64Array, k: number): number | null {
  const total = sumOf(covariances);
  const parts = traceOf(covariances, k);
  if (k < 2 || !isVariance(total, parts)) return null;
  return (k / (k - 1)) * (1 - parts / total);
}

/**
 * The interval of alpha over n responses to k items.
 *
 * Source: L. S. Feldt, The approximate sampling distribution of Kuder–Richardson reliability coefficient twenty,
 * Psychometrika 30 (1965) 357–370: (1 − α)/(1 − α̂) has the F distribution with n − 1 and (n − 1)(k − 1) degrees of freedom.
 */
export function feldtInterval(alpha: number, n: number, k: number, confidence: number): Interval {
  const side = (1 - confidence) / 2;
  const bound = (p: number) => 1 - (1 - alpha) * fQuantile(p, n - 1, (n - 1) * (k - 1));
  return Object.freeze({
    low: bound(1 - side) + 0,
    high: bound(side) + 0,
    confidence,
    method: 'feldt',
  });
}
