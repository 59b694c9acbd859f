import { AptfolioError, checkRange } from '../errors/index.js';
import { deviance } from './deviance.js';
import { exp } from './exp.js';
import { stirlingError } from './gamma.js';
import { invertOnLogScale } from './invert.js';
import { LARGE_SHAPE, type Shares, sharesOfLarge } from './large-shapes.js';
import { log } from './log.js';
import { normalQuantile } from './normal.js';

/**
 * The regularised lower incomplete gamma function P(a, x): the probability that a gamma variable of shape `a` and
 * scale 1 stays up to x; with a whole `a`, that a Poisson variable of mean x reaches at least `a`.
 *
 * `x` is at least 0, `a` above 0; otherwise throws by path.
 *
 * Source: W. H. Press et al., Numerical Recipes, 3rd ed. (2007), section 6.2, for series and continued fraction; C.
 * Loader, Fast and accurate computation of binomial probabilities (2000), for the factor before them.
 *
 * @example
 * ```ts
 * import { regularisedGamma } from './src/numerics/index.js';
 *
 * regularisedGamma(1, 1); // => 0.6321205588285577
 * ```
 */
export function regularisedGamma(x: number, a: number): number {
  checkArguments(x, a);
  if (a >= LARGE_SHAPE) return ofLargeShape(x, a).lower;
  return x < a + 1 ? lowerBySeries(x, a) : 1 - upperByFraction(x, a);
}

/**
 * The regularised upper incomplete gamma function Q(a, x) = 1 − P(a, x), with full relative precision in the tail.
 *
 * `x` is at least 0, `a` above 0; otherwise throws by path.
 *
 * @example
 * ```ts
 * import { upperRegularisedGamma } from './src/numerics/index.js';
 *
 * upperRegularisedGamma(40, 1); // => 4.248354255291589e-18
 * ```
 */
export function upperRegularisedGamma(x: number, a: number): number {
  checkArguments(x, a);
  if (a >= LARGE_SHAPE) return ofLargeShape(x, a).upper;
  return x < a + 1 ? 1 - lowerBySeries(x, a) : upperByFraction(x, a);
}

function checkArguments(x: number, a: number): void {
  checkRange(x, 'x', { min: 0 });
  checkRange(a, 'a', { exclusiveMin: 0 });
}

function ofLargeShape(x: number, a: number): Shares {
  const deviation = Math.sqrt(a);
  return sharesOfLarge((x - a) / deviation, { below: 1 / deviation, above: 0, share: 0 });
}

/** More terms than this are not needed for shapes below `LARGE_SHAPE`. */
const MOST_TERMS = 400_000;

function lowerBySeries(x: number, a: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; k <= MOST_TERMS; k++) {
    term *= x / (a + k);
    sum += term;
    if (term <= sum * (Number.EPSILON / 4)) return Math.min(1, poissonFactor(x, a) * sum);
  }
  throw noConvergence();
}

/** By Lentz's method. */
function upperByFraction(x: number, a: number): number {
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let value = d;
  for (let k = 1; k <= MOST_TERMS; k++) {
    const numerator = k * (a - k);
    b += 2;
    d = 1 / notZero(b + numerator * d);
    c = notZero(b + numerator / c);
    const change = d * c;
    value *= change;
    if (Math.abs(change - 1) <= Number.EPSILON) return Math.min(1, poissonFactor(x, a) * a * value);
  }
  throw noConvergence();
}

function notZero(value: number): number {
  return Math.abs(value) < 1e-300 ? 1e-300 : value;
}

function noConvergence(): AptfolioError {
  return new AptfolioError('no-convergence', 'a', 'a shape whose gamma function can be computed');
}

/**
 * x^a·e^(−x)/Γ(a + 1), by deviances, which do not cancel for large a: with a whole `a`, the probability of a Poisson
 * variable of mean x. `a` is above 0, `x` at least 0.
 */
export function poissonFactor(x: number, a: number): number {
  if (x === 0) return 0;
  return (exp(-stirlingError(a) - deviance(a, x)) * 0.3989422804014327) / Math.sqrt(a);
}

/**
 * The x at which P(a, x) is p: the quantile of the gamma distribution of shape `a` and scale 1.
 *
 * `p` is at least 0 and below 1, `a` above 0; otherwise throws by path. An x below 1e-300 is 0.
 *
 * @example
 * ```ts
 * import { gammaQuantile } from './src/numerics/index.js';
 *
 * gammaQuantile(0.5, 1); // => 0.6931471805599453
 * ```
 */
export function gammaQuantile(p: number, a: number): number {
  checkRange(p, 'p', { min: 0, exclusiveMax: 1 });
  checkRange(a, 'a', { exclusiveMin: 0 });
  return p <= 0.5 ? fromBelow(p, a) : fromAbove(1 - p, a);
}

/**
 * The x at which Q(a, x) is q: as `gammaQuantile` of 1 − q, but sure of small q.
 *
 * `q` is above 0 and at most 1, `a` above 0; otherwise throws by path.
 *
 * @example
 * ```ts
 * import { upperGammaQuantile } from './src/numerics/index.js';
 *
 * upperGammaQuantile(1e-20, 1); // => 46.051701859880914
 * ```
 */
export function upperGammaQuantile(q: number, a: number): number {
  checkRange(q, 'q', { exclusiveMin: 0, max: 1 });
  checkRange(a, 'a', { exclusiveMin: 0 });
  return q < 0.5 ? fromAbove(q, a) : fromBelow(1 - q, a);
}

/** Below this the logarithm of a ratio could leave the range of a double. */
const SMALLEST = 1e-300;

function fromBelow(p: number, a: number): number {
  if (p <= regularisedGamma(SMALLEST, a)) return 0;
  const aim = log(p);
  return invertOnLogScale(startAt(p, a), Number.POSITIVE_INFINITY, (x) => {
    const value = regularisedGamma(x, a);
    const gap = value > 0 ? log(value) - aim : Number.NEGATIVE_INFINITY;
    return { gap, slope: (a * poissonFactor(x, a)) / value };
  });
}

function fromAbove(q: number, a: number): number {
  const aim = log(q);
  return invertOnLogScale(startAt(1 - q, a), Number.POSITIVE_INFINITY, (x) => {
    const value = upperRegularisedGamma(x, a);
    if (value === 0) return { gap: Number.POSITIVE_INFINITY, slope: Number.NaN };
    return { gap: aim - log(value), slope: (a * poissonFactor(x, a)) / value };
  });
}

/** Wilson and Hilferty's approximation, or the first term of the series where the shape or p is small. */
function startAt(p: number, a: number): number {
  const p1 = Math.min(p, 1 - Number.EPSILON);
  const root = 1 - 1 / (9 * a) + normalQuantile(p1) / (3 * Math.sqrt(a));
  if (root > 0.3) return a * root * root * root;
  return Math.max(SMALLEST, exp((log(p1) + log(a)) / a) || 0);
}
