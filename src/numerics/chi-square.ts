import { checkRange } from '../errors/index.js';
import { gammaQuantile, upperRegularisedGamma } from './incomplete-gamma.js';

/**
 * The probability that a χ² variable exceeds `x`: the p-value of a χ² test.
 *
 * `x` is at least 0, `degreesOfFreedom` above 0 and need not be whole; otherwise throws by path.
 *
 * Source: M. Abramowitz and I. A. Stegun, Handbook of Mathematical Functions (1964), 26.4.19.
 *
 * @example
 * ```ts
 * import { chiSquareUpperTail } from './src/numerics/index.js';
 *
 * chiSquareUpperTail(3.841458820694124, 1); // => 0.05
 * ```
 */
export function chiSquareUpperTail(x: number, degreesOfFreedom: number): number {
  checkRange(x, 'x', { min: 0 });
  checkRange(degreesOfFreedom, 'degreesOfFreedom', { exclusiveMin: 0 });
  return upperRegularisedGamma(x / 2, degreesOfFreedom / 2);
}

/**
 * The value up to which a χ² variable stays with probability p, of at least 0 and below 1.
 *
 * Throws by path for a p or degrees of freedom out of range.
 *
 * @example
 * ```ts
 * import { chiSquareQuantile } from './src/numerics/index.js';
 *
 * chiSquareQuantile(0.95, 1); // => 3.841458820694124
 * ```
 */
export function chiSquareQuantile(p: number, degreesOfFreedom: number): number {
  checkRange(p, 'p', { min: 0, exclusiveMax: 1 });
  checkRange(degreesOfFreedom, 'degreesOfFreedom', { exclusiveMin: 0 });
  return 2 * gammaQuantile(p, degreesOfFreedom / 2);
}
