import { AptfolioError, checkRange } from '../errors/index.js';
import { deviance } from './deviance.js';
import { exp } from './exp.js';
import { stirlingError } from './gamma.js';
import { invertOnLogScale } from './invert.js';
import { log } from './log.js';

/**
 * The regularised incomplete beta function I_x(a, b): the probability that a beta variable stays up to x.
 *
 * `x` lies from 0 to 1, `a` and `b` above 0. Throws `not-finite`, `out-of-range` and the like by path.
 *
 * Source: W. H. Press et al., Numerical Recipes, 3rd ed. (2007), section 6.4, for the continued fraction; C. Loader,
 * Fast and accurate computation of binomial probabilities (2000), for the factor before it.
 *
 * @example
 * ```ts
 * import { regularisedBeta } from './src/numerics/index.js';
 *
 * regularisedBeta(0.5, 2, 3); // => 0.6875
 * ```
 */
export function regularisedBeta(x: number, a: number, b: number): number {
  checkShape(a, b);
  checkRange(x, 'x', { min: 0, max: 1 });
  return incompleteBeta(x, 1 - x, a, b);
}

function checkShape(a: number, b: number): void {
  checkRange(a, 'a', { exclusiveMin: 0 });
  checkRange(b, 'b', { exclusiveMin: 0 });
}

/** I_x(a, b) with x and 1 − x both given, so that neither end loses digits. */
export function incompleteBeta(x: number, rest: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (rest <= 0) return 1;
  const factor = betaFactor(x, rest, a, b);
  if (x <= (a + 1) / (a + b + 2)) return (factor * continuedFraction(x, a, b)) / a;
  return 1 - (factor * continuedFraction(rest, b, a)) / b;
}

/** x^a·(1 − x)^b / B(a, b), by deviances, which do not cancel for large a and b. */
export function betaFactor(x: number, rest: number, a: number, b: number): number {
  const n = a + b;
  const exponent =
    stirlingError(n) -
    stirlingError(a) -
    stirlingError(b) -
    deviance(a, n * x) -
    deviance(b, n * rest);
  return exp(exponent) * Math.sqrt((a / n) * b) * 0.3989422804014327;
}

/** More terms than this are not needed for shapes up to 10¹⁰. */
const MOST_TERMS = 200_000;

/** The continued fraction of I_x(a, b)·a·B(a, b)/(x^a(1 − x)^b), by Lentz's method. */
function continuedFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / notZero(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m <= MOST_TERMS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / notZero(1 + even * d);
    c = notZero(1 + even / c);
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / notZero(1 + odd * d);
    c = notZero(1 + odd / c);
    const change = d * c;
    value *= change;
    if (Math.abs(change - 1) <= Number.EPSILON) return value;
  }
  throw new AptfolioError('no-convergence', 'a', 'shapes whose beta function can be computed');
}

function notZero(value: number): number {
  return Math.abs(value) < 1e-300 ? 1e-300 : value;
}

/**
 * The x at which I_x(a, b) is p: the quantile of the beta distribution.
 *
 * `p` lies from 0 to 1, `a` and `b` above 0; otherwise throws by path. An x below the smallest double is 0.
 *
 * @example
 * ```ts
 * import { inverseRegularisedBeta } from './src/numerics/index.js';
 *
 * inverseRegularisedBeta(0.6875, 2, 3); // => 0.5
 * ```
 */
export function inverseRegularisedBeta(p: number, a: number, b: number): number {
  checkShape(a, b);
  checkRange(p, 'p', { min: 0, max: 1 });
  if (p === 0 || p === 1) return p;
  const logP = log(p);
  return invertOnLogScale(a / (a + b), 1, (x) => {
    const value = incompleteBeta(x, 1 - x, a, b);
    const slope = betaFactor(x, 1 - x, a, b) / (1 - x);
    // Far down the logarithm is nearly a straight line; near 1 it would be flat.
    if (p > 0.5) return { gap: value - p, slope };
    return { gap: value > 0 ? log(value) - logP : Number.NEGATIVE_INFINITY, slope: slope / value };
  });
}
