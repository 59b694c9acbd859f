import { checkInteger, checkRange } from '../errors/index.js';
import { betaFactor, incompleteBeta } from './beta.js';

/**
 * The probability of k successes in n trials of probability p, with full relative precision.
 *
 * `k` is a whole number from 0 to `n`, `p` from 0 to 1; otherwise throws by path.
 *
 * Source: C. Loader, Fast and accurate computation of binomial probabilities (2000).
 *
 * @example
 * ```ts
 * import { binomialDensity } from './src/numerics/index.js';
 *
 * binomialDensity(2, 4, 0.5); // => 0.375
 * ```
 */
export function binomialDensity(k: number, n: number, p: number): number {
  checkTrials(k, n, p);
  if (p === 0) return k === 0 ? 1 : 0;
  if (p === 1) return k === n ? 1 : 0;
  // x^a(1 − x)^b/B(a, b) with a = k + 1, b = n − k + 1 is the density times (n + 1)·p·(1 − p).
  return Math.min(1, betaFactor(p, 1 - p, k + 1, n - k + 1) / ((n + 1) * p * (1 - p)));
}

/**
 * The probability of at most k successes in n trials of probability p.
 *
 * `k` is a whole number from 0 to `n`, `p` from 0 to 1; otherwise throws by path.
 *
 * Source: M. Abramowitz and I. A. Stegun, Handbook of Mathematical Functions (1964), 26.5.24.
 *
 * @example
 * ```ts
 * import { binomialCdf } from './src/numerics/index.js';
 *
 * binomialCdf(1, 4, 0.5); // => 0.3125
 * ```
 */
export function binomialCdf(k: number, n: number, p: number): number {
  checkTrials(k, n, p);
  return k === n ? 1 : incompleteBeta(1 - p, p, n - k, k + 1);
}

function checkTrials(k: number, n: number, p: number): void {
  checkInteger(n, 'n', { min: 0 });
  checkInteger(k, 'k', { min: 0, max: n });
  checkRange(p, 'p', { min: 0, max: 1 });
}
