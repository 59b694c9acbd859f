import { highWord, powerOfTwo, truncated, withHighWord } from './bits.js';

const { POSITIVE_INFINITY } = Number;

/**
 * A base raised to an exponent, within one unit in the last place; exact wherever the result is a double.
 *
 * Special cases as ECMAScript's `**`: a negative base has a power only for whole exponents (else NaN),
 * an exponent of 0 gives 1, a base of ±1 with an infinite exponent gives NaN.
 *
 * Source: FreeBSD msun (fdlibm) e_pow.c: log₂ to some 70 bits, times the exponent, exponential.
 *
 * @example
 * ```ts
 * import { power } from './src/numerics/index.js';
 *
 * power(1.5, 3); // => 3.375
 * power(4, -0.5); // => 0.5
 * ```
 */
export function power(base: number, exponent: number): number {
  if (Number.isNaN(exponent)) return Number.NaN;
  if (exponent === 0) return 1;
  if (Number.isNaN(base)) return Number.NaN;
  const size = Math.abs(base);
  if (Math.abs(exponent) === POSITIVE_INFINITY) return toInfinite(size, exponent);
  const odd = isOdd(exponent);
  const negative = (base < 0 || Object.is(base, -0)) && odd;
  const sign = negative ? -1 : 1;
  if (size === 0 || size === POSITIVE_INFINITY) {
    return sign * ((size === 0) === exponent > 0 ? 0 : POSITIVE_INFINITY);
  }
  if (base < 0 && !Number.isInteger(exponent)) return Number.NaN;
  if (size === 1) return sign;
  return sign * positivePower(size, exponent);
}

function toInfinite(size: number, exponent: number): number {
  if (size === 1) return Number.NaN;
  return size > 1 === exponent > 0 ? POSITIVE_INFINITY : 0;
}

function isOdd(exponent: number): boolean {
  return Number.isInteger(exponent) && Math.abs(exponent % 2) === 1;
}

function positivePower(base: number, exponent: number): number {
  if (exponent === 1) return base;
  if (exponent === -1) return 1 / base;
  if (exponent === 2) return base * base;
  if (exponent === 0.5) return Math.sqrt(base);
  // Beyond it every base but 1 overflows or underflows, and the splitting below could too.
  if (Math.abs(exponent) > 1e19) {
    return base > 1 === exponent > 0 ? POSITIVE_INFINITY : 0;
  }
  const { high, low } = log2(base);
  const exponentHigh = truncated(exponent);
  const lower = (exponent - exponentHigh) * high + exponent * low;
  const upper = exponentHigh * high;
  return exp2(upper, lower);
}

interface Pair {
  readonly high: number;
  readonly low: number;
}

const CP = 0.9617966939259756;
const CP_HIGH = 0.9617967009544373;
const CP_LOW = -7.028461650952758e-9;

/** log₂ of a positive finite base as a sum of two doubles, the first of few bits. */
function log2(base: number): Pair {
  const subnormal = base < 2.2250738585072014e-308;
  const normal = subnormal ? base * 9007199254740992 : base;
  const word = highWord(normal);
  const digits = word & 0x000fffff;
  let n = (word >> 20) - 1023 - (subnormal ? 53 : 0);
  let bits = digits | 0x3ff00000;
  // The fraction is compared with 1 or with 3/2, whichever is nearer in ratio.
  let centre = 1;
  if (digits > 0x3988e) {
    if (digits < 0xbb67a) centre = 1.5;
    else {
      n += 1;
      bits -= 0x00100000;
    }
  }
  const x = withHighWord(normal, bits);

  // s = (x − centre)/(x + centre) in two parts.
  const u = x - centre;
  const v = 1 / (x + centre);
  const s = u * v;
  const sHigh = truncated(s);
  const sumHigh = truncated(x + centre);
  const sumLow = x - (sumHigh - centre);
  const sLow = v * (u - sHigh * sumHigh - sHigh * sumLow);

  // log(x/centre) = 2s + ⅔s³ + …
  const square = s * s;
  const tail = square * square * oddPart(square) + sLow * (sHigh + s);
  const sHighSquare = sHigh * sHigh;
  const tHigh = truncated(3 + sHighSquare + tail);
  const tLow = tail - (tHigh - 3 - sHighSquare);
  const a = sHigh * tHigh;
  const b = sLow * tHigh + tLow * s;
  const pHigh = truncated(a + b);
  const pLow = b - (pHigh - a);

  const zHigh = CP_HIGH * pHigh;
  const centreHigh = centre === 1 ? 0 : 0.5849624872207642;
  const centreLow = centre === 1 ? 0 : 1.350039202129749e-8;
  const zLow = CP_LOW * pHigh + pLow * CP + centreLow;
  const high = truncated(zHigh + zLow + centreHigh + n);
  return { high, low: zLow - (high - n - centreHigh - zHigh) };
}

function oddPart(t: number): number {
  return (
    0.5999999999999946 +
    t *
      (0.4285714285785502 +
        t *
          (0.33333332981837743 +
            t * (0.272728123808534 + t * (0.23066074577556175 + t * 0.20697501780033842))))
  );
}

const LN2: number = Math.LN2;
const LN2_HIGH = 0.6931471824645996;
const LN2_LOW = -1.904654299957768e-9;

/** 2 to the power of a sum of two doubles. */
function exp2(upper: number, lower: number): number {
  const total = upper + lower;
  if (total > 1025) return POSITIVE_INFINITY;
  if (total < -1076) return 0;
  const n = Math.abs(total) > 0.5 ? Math.round(total) : 0;
  const high = upper - n;
  const t = truncated(lower + high);
  const u = t * LN2_HIGH;
  const v = (lower - (t - high)) * LN2 + t * LN2_LOW;
  const z = u + v;
  const w = v - (z - u);
  const square = z * z;
  const t1 = z - square * exponentialPart(square);
  const r = (z * t1) / (t1 - 2) - (w + z * w);
  return lifted(1 - (r - z), n);
}

function exponentialPart(t: number): number {
  return (
    0.16666666666666602 +
    t *
      (-0.0027777777777015593 +
        t * (0.00006613756321437934 + t * (-0.0000016533902205465252 + t * 4.1381367970572385e-8)))
  );
}

/** z·2^n for z near 1, without passing beyond the range on the way. */
function lifted(z: number, n: number): number {
  if (n > 1022) return z * powerOfTwo(1000) * powerOfTwo(n - 1000);
  if (n < -1022) return z * powerOfTwo(n + 100) * powerOfTwo(-100);
  return z * powerOfTwo(n);
}
