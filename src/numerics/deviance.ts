import { log } from './log.js';

/**
 * k·log(k/m) + m − k for k above 0 and m of at least 0, without cancellation where k is near m.
 *
 * Source: C. Loader, Fast and accurate computation of binomial probabilities (2000).
 */
export function deviance(k: number, m: number): number {
  const gap = k - m;
  if (Math.abs(gap) > 0.1 * (k + m)) return m > 0 ? k * log(k / m) - gap : Number.POSITIVE_INFINITY;
  const v = gap / (k + m);
  let sum = gap * v;
  let term = 2 * k * v;
  const square = v * v;
  for (let j = 3; ; j += 2) {
    term *= square;
    const next = sum + term / j;
    if (next === sum) return sum;
    sum = next;
  }
}
