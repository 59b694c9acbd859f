import { checkRange } from '../errors/index.js';
import { incompleteBeta, inverseRegularisedBeta } from './beta.js';

/**
 * The probability that an F variable exceeds `f`: the p-value of an F test.
 *
 * `f` is at least 0, the degrees of freedom are above 0 and need not be whole; otherwise throws by path.
 *
 * Source: M. Abramowitz and I. A. Stegun, Handbook of Mathematical Functions (1964), 26.6.2.
 *
 * @example
 * ```ts
 * import { fUpperTail } from './src/numerics/index.js';
 *
 * fUpperTail(3, 2, 2); // => 0.25
 * ```
 */
export function fUpperTail(f: number, numerator: number, denominator: number): number {
  checkRange(f, 'f', { min: 0 });
  checkDegrees(numerator, denominator);
  const ratio = (numerator / denominator) * f;
  // The tail is small where the ratio is large: 1/(1 + ratio) then keeps its digits.
  return incompleteBeta(1 / (1 + ratio), ratio / (1 + ratio), denominator / 2, numerator / 2);
}

/**
 * The value up to which an F variable stays with probability p, above 0 and below 1.
 *
 * Throws by path for a p or degrees of freedom out of range.
 *
 * @example
 * ```ts
 * import { fQuantile } from './src/numerics/index.js';
 *
 * fQuantile(0.75, 2, 2); // => 3
 * ```
 */
export function fQuantile(p: number, numerator: number, denominator: number): number {
  checkRange(p, 'p', { exclusiveMin: 0, exclusiveMax: 1 });
  checkDegrees(numerator, denominator);
  const below = inverseRegularisedBeta(p, numerator / 2, denominator / 2);
  if (below <= 0.5) return ((denominator / numerator) * below) / (1 - below);
  const above = inverseRegularisedBeta(1 - p, denominator / 2, numerator / 2);
  return ((denominator / numerator) * (1 - above)) / above;
}

function checkDegrees(numerator: number, denominator: number): void {
  checkRange(numerator, 'numerator', { exclusiveMin: 0 });
  checkRange(denominator, 'denominator', { exclusiveMin: 0 });
}
