import { AptfolioError } from '../errors/index.js';
import { exp } from './exp.js';
import { log } from './log.js';
import { polynomial } from './polynomial.js';

const ONE_OVER_ROOT_TWO_PI = 0.3989422804014327;

/**
 * The density of the standard normal distribution.
 *
 * @example
 * ```ts
 * import { normalPdf } from './src/numerics/index.js';
 *
 * normalPdf(0); // => 0.3989422804014327
 * ```
 */
export function normalPdf(x: number): number {
  return ONE_OVER_ROOT_TWO_PI * expOfMinusHalfSquare(x);
}

/** e^(−x²/2): the square is split, as the rounding of x² alone would cost digits in the tails. */
function expOfMinusHalfSquare(x: number): number {
  const size = Math.abs(x);
  if (!(size < 40)) return Number.isNaN(x) ? x : 0;
  const coarse = Math.floor(size * 16) / 16;
  const fine = (size - coarse) * (size + coarse);
  return exp(-coarse * coarse * 0.5) * exp(-fine * 0.5);
}

/**
 * The distribution function of the standard normal: the probability of a value up to x, with full relative
 * precision in the lower tail too.
 *
 * Source: W. J. Cody, Algorithm 715: SPECFUN, ACM Transactions on Mathematical Software 19 (1993), function ANORM.
 *
 * @example
 * ```ts
 * import { normalCdf } from './src/numerics/index.js';
 *
 * normalCdf(0); // => 0.5
 * normalCdf(-10); // => 7.61985302416052606597e-24
 * ```
 */
export function normalCdf(x: number): number {
  if (Number.isNaN(x)) return x;
  const size = Math.abs(x);
  if (size <= 0.67448975) return 0.5 + central(x);
  const tail = upperTail(size);
  return x < 0 ? tail : 1 - tail;
}

function central(x: number): number {
  const square = x * x;
  return (x * polynomial(CENTRAL_TOP, square)) / polynomial(CENTRAL_BOTTOM, square);
}

function upperTail(x: number): number {
  if (x > 40) return 0;
  const bell = expOfMinusHalfSquare(x);
  if (x <= 5.656854249492381) {
    return (bell * polynomial(MIDDLE_TOP, x)) / polynomial(MIDDLE_BOTTOM, x);
  }
  const inverse = 1 / (x * x);
  const rest = (inverse * polynomial(FAR_TOP, inverse)) / polynomial(FAR_BOTTOM, inverse);
  return (bell * (ONE_OVER_ROOT_TWO_PI - rest)) / x;
}

/** Coefficients from the highest power down. */
const CENTRAL_TOP = [
  0.06568233791820745, 2.2352520354606837, 161.02823106855587, 1067.6894854603709,
  18154.98125334356,
];
const CENTRAL_BOTTOM = [
  1, 47.202581904688245, 976.0985517377767, 10260.932208618979, 45507.78933502673,
];
const MIDDLE_TOP = [
  1.0765576773720192e-8, 0.39894151208813466, 8.883149794388377, 93.50665613217785,
  597.2702763948002, 2494.5375852903726, 6848.190450536283, 11602.65143764735, 9842.714838383978,
];
const MIDDLE_BOTTOM = [
  1, 22.266688044328117, 235.387901782625, 1519.3775994075547, 6485.558298266761,
  18615.571640885097, 34900.95272114598, 38912.00328609327, 19685.429676859992,
];
const FAR_TOP = [
  0.023073441764940174, 0.215898534057957, 0.12740116116024736, 0.022235277870649807,
  0.0014216191932278934, 0.000029112874951168793,
];
const FAR_BOTTOM = [
  1, 1.284260096144911, 0.4682382124808651, 0.06598813786892856, 0.0037823963320275824,
  0.00007297515550839662,
];

/**
 * The value up to which a standard normal variable stays with probability p; −∞ at 0, ∞ at 1.
 *
 * Throws `out-of-range` with path `p` for anything outside [0, 1].
 *
 * Source: M. J. Wichura, Algorithm AS 241: The percentage points of the normal distribution, Applied
 * Statistics 37 (1988), PPND16, whose relative error is about 10⁻¹⁶.
 *
 * @example
 * ```ts
 * import { normalQuantile } from './src/numerics/index.js';
 *
 * normalQuantile(0.975); // => 1.959963984540054
 * normalQuantile(0.5); // => 0
 * ```
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) throw new AptfolioError('out-of-range', 'p', 'a number from 0 to 1', p);
  const centred = p - 0.5;
  if (Math.abs(centred) <= 0.425) {
    const r = 0.180625 - centred * centred;
    return (centred * polynomial(QUANTILE_CENTRAL_TOP, r)) / polynomial(QUANTILE_CENTRAL_BOTTOM, r);
  }
  const tail = centred < 0 ? p : 1 - p;
  if (tail === 0) return centred < 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  const estimate = quantileOfTail(Math.sqrt(-log(tail)));
  // One Newton step on the logarithm of the tail gives back the last digits.
  const reached = upperTail(estimate);
  const size =
    estimate < 5.5 ? estimate : estimate + (log(reached / tail) * reached) / normalPdf(estimate);
  return centred < 0 ? -size : size;
}

function quantileOfTail(r: number): number {
  if (r <= 5) {
    const t = r - 1.6;
    return polynomial(QUANTILE_MIDDLE_TOP, t) / polynomial(QUANTILE_MIDDLE_BOTTOM, t);
  }
  const t = r - 5;
  return polynomial(QUANTILE_FAR_TOP, t) / polynomial(QUANTILE_FAR_BOTTOM, t);
}

const QUANTILE_CENTRAL_TOP = [
  2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946,
  1971.5909503065513, 133.14166789178438, 3.3871328727963665,
];
const QUANTILE_CENTRAL_BOTTOM = [
  5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751,
  687.1870074920579, 42.31333070160091, 1,
];
const QUANTILE_MIDDLE_TOP = [
  0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684,
  3.6478483247632045, 5.769497221460691, 4.630337846156546, 1.4234371107496835,
];
const QUANTILE_MIDDLE_BOTTOM = [
  1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008,
  0.6897673349851, 1.6763848301838038, 2.053191626637759, 1,
];
const QUANTILE_FAR_TOP = [
  2.0103343992922881e-7, 0.000027115555687434876, 0.0012426609473880784, 0.026532189526576124,
  0.29656057182850487, 1.7848265399172913, 5.463784911164114, 6.657904643501103,
];
const QUANTILE_FAR_BOTTOM = [
  2.0442631033899397e-15, 1.421511758316446e-7, 0.000018463183175100548, 0.0007868691311456133,
  0.014875361290850615, 0.1369298809227358, 0.599832206555888, 1,
];
