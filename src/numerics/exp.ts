import { scaled } from './bits.js';

const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const ONE_OVER_LN2: number = Math.LOG2E;

/** Beyond these the result is infinite, or below half of the smallest subnormal. */
const LARGEST = 709.782712893384;
const SMALLEST = -745.1332191019411;

/**
 * e to the power x, within one unit in the last place.
 *
 * Special cases as `Math.exp`: NaN, ±∞, overflow to ∞, underflow to 0.
 *
 * Source: FreeBSD msun (fdlibm) e_exp.c.
 *
 * @example
 * ```ts
 * import { exp } from './src/numerics/index.js';
 *
 * exp(1); // => 2.718281828459045
 * exp(0); // => 1
 * ```
 */
export function exp(x: number): number {
  if (Number.isNaN(x)) return Number.NaN;
  if (x > LARGEST) return Number.POSITIVE_INFINITY;
  if (x < SMALLEST) return 0;
  if (Math.abs(x) < 3.725290298461914e-9) return 1 + x;
  // x = k·ln 2 + (high − low), with the remainder at most ln 2 / 2.
  const k = Math.abs(x) > 0.34657359027997264 ? Math.round(x * ONE_OVER_LN2) : 0;
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const square = r * r;
  const c = r - square * evenPart(square);
  if (k === 0) return 1 - ((r * c) / (c - 2) - r);
  return scaled(1 - (low - (r * c) / (2 - c) - high), k);
}

/** The minimax polynomial of r·(eʳ + 1)/(eʳ − 1) − 2 in r², over r². */
function evenPart(t: number): number {
  return (
    0.16666666666666602 +
    t *
      (-0.0027777777777015593 +
        t * (0.00006613756321437934 + t * (-0.0000016533902205465252 + t * 4.1381367970572385e-8)))
  );
}

/**
 * eˣ − 1 without cancellation near 0, within one unit in the last place.
 *
 * Special cases as `Math.expm1`.
 *
 * Source: FreeBSD msun (fdlibm) s_expm1.c.
 *
 * @example
 * ```ts
 * import { expm1 } from './src/numerics/index.js';
 *
 * expm1(1e-10); // => 1.00000000005e-10
 * ```
 */
export function expm1(x: number): number {
  if (Number.isNaN(x) || x === 0) return x;
  if (x > LARGEST) return Number.POSITIVE_INFINITY;
  if (x < -38.81624290349885) return -1;
  if (Math.abs(x) < 5.551115123125783e-17) return x;
  let k = 0;
  let high = x;
  let low = 0;
  if (Math.abs(x) > 0.34657359027997264) {
    // Within 1.5 ln 2 the quotient is ±1, which keeps the remainder's sign simple.
    k = Math.abs(x) < 1.0397207708399179 ? Math.sign(x) : Math.round(x * ONE_OVER_LN2);
    high = x - k * LN2_HIGH;
    low = k * LN2_LOW;
  }
  const r = high - low;
  const lost = high - r - low;
  const half = 0.5 * r;
  const square = r * half;
  const r1 = 1 + square * expm1Polynomial(square);
  const t = 3 - r1 * half;
  let e = square * ((r1 - t) / (6 - r * t));
  if (k === 0) return r - (r * e - square);
  e = r * (e - lost) - lost - square;
  if (k === -1) return 0.5 * (r - e) - 0.5;
  if (k === 1) return r < -0.25 ? -2 * (e - (r + 0.5)) : 1 + 2 * (r - e);
  if (k <= -2 || k > 56) return scaled(1 - (e - r), k) - 1;
  const part = scaled(1, -k);
  return k < 20 ? scaled(1 - part - (e - r), k) : scaled(r - (e + part) + 1, k);
}

function expm1Polynomial(t: number): number {
  return (
    -0.03333333333333313 +
    t *
      (0.0015873015872548146 +
        t * (-0.0000793650757867488 + t * (0.000004008217827329362 + t * -2.0109921818362437e-7)))
  );
}
