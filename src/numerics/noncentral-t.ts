import { AptfolioError, checkNumber, checkRange } from '../errors/index.js';
import { exp } from './exp.js';
import { poissonFactor } from './incomplete-gamma.js';
import { normalCdf } from './normal.js';

/** The largest |shift|/√df: beyond it the grid would be too fine to walk. */
const LARGEST_SHIFT = 10_000;

/** Weights below this do not reach the last digit of a result. */
const NEGLIGIBLE = 1e-22;

/**
 * The distribution function of the noncentral t: the probability that (Z + shift)/√(χ²/df) stays up to t, sure to
 * about 1e-14 of 1.
 *
 * It is the mean of the normal distribution function Φ(t·u − shift) over u = √(χ²/df), taken by the trapezoidal rule
 * in log u, which converges faster than any power of the step. `degreesOfFreedom` is at least 1 and need not be
 * whole; |shift| is at most 10,000·√df. Otherwise throws by path.
 *
 * Source: N. L. Johnson, S. Kotz and N. Balakrishnan, Continuous Univariate
 * Distributions 2, 2nd ed. (1995), chapter 31; L. N. Trefethen and J. A. C. Weideman, SIAM Review 56 (2014) 385–458.
 *
 * @example
 * ```ts
 * import { noncentralTCdf } from './src/numerics/index.js';
 *
 * noncentralTCdf(0, 10, 1); // => 0.15865525393145707
 * ```
 */
export function noncentralTCdf(t: number, degreesOfFreedom: number, shift: number): number {
  checkNumber(t, 't');
  const df = checkRange(degreesOfFreedom, 'degreesOfFreedom', { min: 1 });
  checkNumber(shift, 'shift');
  if (Math.abs(shift) > LARGEST_SHIFT * Math.sqrt(df)) {
    const expected = `a number within ${LARGEST_SHIFT}·√df of 0`;
    throw new AptfolioError('out-of-range', 'shift', expected, shift);
  }
  if (t === 0) return normalCdf(-shift);
  // Narrow enough for the density, of deviation 1/√(2·df), and for Φ, which turns where t·u is near the shift.
  const slope = Math.min(2 * Math.abs(t), Math.abs(shift) + 9);
  const step = 0.35 / Math.sqrt(2 * df + slope * slope);
  let sum = 0;
  for (const direction of [1, -1]) {
    for (let k = direction === 1 ? 0 : 1; ; k++) {
      const u = exp(direction * k * step);
      const weight = df * poissonFactor((df / 2) * u * u, df / 2) * step;
      if (weight < NEGLIGIBLE) break;
      sum += weight * normalCdf(t * u - shift);
    }
  }
  return Math.min(1, sum);
}
