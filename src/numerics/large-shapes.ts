import { normalCdf, normalPdf } from './normal.js';

/** From this shape on the expansion below is exact to the last digits, and quicker than series and fractions. */
export const LARGE_SHAPE: number = 1e8;

/** The shares below and above a point. */
export interface Shares {
  readonly lower: number;
  readonly upper: number;
}

/** A gamma variable has one shape; a beta variable has two, and `other` is then above 0. */
export interface ShapeRoots {
  /** How far the nearer end lies from the mean, 1 over standard deviations: `below` and `above` it; 0 for no end. */
  readonly below: number;
  readonly above: number;
  /** a/(a + b), of a gamma variable 0. */
  readonly share: number;
}

/**
 * The distribution function of a gamma or beta variable whose shapes are all large, `z` standard deviations above the
 * mean.
 *
 * The deviance D makes a normal variable Y = ±√(2D) of z; then F = Φ(Y) − φ(Y)·(1/z − 1/Y) up to 1/540 of the shape to the
 * power of −3/2. Y/z and 1/z − 1/Y come from one series in z, so that nothing cancels.
 *
 * Source: N. M. Temme, The asymptotic expansion of the incomplete gamma functions, SIAM Journal on Mathematical Analysis
 * 10 (1979) 757–766; the same in R. Lugannani and S. Rice, Advances in Applied Probability 12 (1980) 475–490.
 */
export function sharesOfLarge(z: number, { below, above, share }: ShapeRoots): Shares {
  if (Math.abs(z) > 60) return z < 0 ? { lower: 0, upper: 1 } : { lower: 1, upper: 0 };
  // 2D/z² = 1 + z·sum
  let sum = 0;
  let [first, second] = [(share - 1) * below, share * above];
  for (let k = 3; k <= 12; k++) {
    sum += (2 / k) * (first + second);
    first *= -below * z;
    second *= above * z;
  }
  const root = Math.sqrt(1 + z * sum);
  const normal = z * root;
  const skew = (normalPdf(normal) * sum) / ((1 + root) * root);
  return { lower: normalCdf(normal) - skew, upper: normalCdf(-normal) + skew };
}
