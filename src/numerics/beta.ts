import { AptfolioError, checkRange } from '../errors/index.js';
import { deviance } from './deviance.js';
import { exp } from './exp.js';
import { stirlingError } from './gamma.js';
import { type Gap, invertOnLogScale } from './invert.js';
import { LARGE_SHAPE, sharesOfLarge } from './large-shapes.js';
import { log } from './log.js';

/**
 * The regularised incomplete beta function I_x(a, b): the probability that a beta variable stays up to x.
 *
 * `x` lies from 0 to 1, `a` and `b` above 0. Throws `not-finite`, `out-of-range` and the like by path.
 *
 * Source: A. R. Didonato and A. H. Morris, Algorithm 708, ACM Transactions on Mathematical Software 18 (1992) 360–373, for the
 * continued fraction; C. Loader, Fast and accurate computation of binomial probabilities (2000), for the factor before it.
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

/** Nearer to 0 or 1 the fraction may need more terms than there are. */
const AT_END = 1e-6;

/** I_x(a, b) with x and 1 − x both given, so that neither end loses digits. */
export function incompleteBeta(x: number, rest: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (rest <= 0) return 1;
  if (Math.min(a, b) >= LARGE_SHAPE) return ofLargeShapes(x, rest, a, b);
  const factor = betaFactor(x, rest, a, b);
  // How far x lies below the mean, without the rounding of 1 − x where x is small.
  const gap = a * rest - b * x;
  // From the side of the mean on which x lies; at an end the fraction is quick only from the other where a shape is next to nothing.
  const isAtEnd = (gap >= 0 ? rest : x) < AT_END;
  if (gap >= (isAtEnd ? (a - b) / (a + b + 2) : 0)) return factor / continuedFraction(x, gap, a, b);
  return 1 - factor / continuedFraction(rest, -gap, b, a);
}

function ofLargeShapes(x: number, rest: number, a: number, b: number): number {
  const share = a / (a + b);
  const deviation = Math.sqrt(share * b);
  const roots = { below: deviation / a, above: deviation / b, share };
  return sharesOfLarge((b * x - a * rest) / deviation, roots).lower;
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

/** More terms than this are not needed where one of the shapes is below `LARGE_SHAPE`. */
const MOST_TERMS = 400_000;

/**
 * The continued fraction of x^a(1 − x)^b/(B(a, b)·I_x(a, b)), by Lentz's method. `gap` is a − (a + b)x, above −1; given apart, it
 * keeps the digits that 1 − x has lost.
 */
function continuedFraction(x: number, gap: number, a: number, b: number): number {
  let value = (a / (a + 1)) * (gap + 1);
  let c = value;
  let d = 0;
  for (let m = 1; m <= MOST_TERMS; m++) {
    const step = ((m * x) / (a + 2 * m - 1)) * (b - m);
    const numerator = step * x * (a + m - 1) * ((a + b + m - 1) / (a + 2 * m - 1));
    const denominator = m + step + ((a + m) / (a + 2 * m + 1)) * (gap + 1 + m * (2 - x));
    d = 1 / notZero(denominator + numerator * d);
    c = notZero(denominator + numerator / c);
    const change = c * d;
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
  return p > 0.5 ? upperQuantile(1 - p, a, b) : lowerQuantile(p, a, b);
}

/**
 * The x at which 1 − I_x(a, b) is q: as `inverseRegularisedBeta` of 1 − q, but sure of small q.
 *
 * `q` lies from 0 to 1, `a` and `b` above 0; otherwise throws by path.
 *
 * @example
 * ```ts
 * import { upperInverseRegularisedBeta } from './src/numerics/index.js';
 *
 * // 1 − (1 − x)² is 1 − q where x is 1 − √q.
 * upperInverseRegularisedBeta(1e-6, 1, 2); // => 0.999
 * ```
 */
export function upperInverseRegularisedBeta(q: number, a: number, b: number): number {
  checkShape(a, b);
  checkRange(q, 'q', { min: 0, max: 1 });
  if (q === 0 || q === 1) return 1 - q;
  return q < 0.5 ? upperQuantile(q, a, b) : lowerQuantile(1 - q, a, b);
}

/** The roots are looked for below ½, where a double is sure of x; above, 1 − x is found. */
function lowerQuantile(p: number, a: number, b: number): number {
  if (incompleteBeta(0.5, 0.5, a, b) >= p) return fromBelow(p, a, b);
  return 1 - fromAbove(p, b, a);
}

function upperQuantile(q: number, a: number, b: number): number {
  if (incompleteBeta(0.5, 0.5, b, a) <= q) return fromAbove(q, a, b);
  return 1 - fromBelow(q, b, a);
}

function fromBelow(p: number, a: number, b: number): number {
  const aim = log(p);
  return invert(a, b, (x, slope) => {
    const value = incompleteBeta(x, 1 - x, a, b);
    if (value === 0) return { gap: Number.NEGATIVE_INFINITY, slope };
    return { gap: log(value) - aim, slope: slope / value };
  });
}

function fromAbove(q: number, a: number, b: number): number {
  const aim = log(q);
  return invert(a, b, (x, slope) => {
    const value = incompleteBeta(1 - x, x, b, a);
    if (value === 0) return { gap: Number.POSITIVE_INFINITY, slope };
    return { gap: aim - log(value), slope: slope / value };
  });
}

function invert(a: number, b: number, gapAt: (x: number, slope: number) => Gap): number {
  return invertOnLogScale(Math.min(0.5, a / (a + b)), 1, (x) =>
    gapAt(x, betaFactor(x, 1 - x, a, b) / (1 - x)),
  );
}
