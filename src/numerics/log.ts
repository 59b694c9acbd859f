import { highWord, withHighWord } from './bits.js';

const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;

/** √2 as the upper word of a double: fractions from √½ to √2 are the centre of the expansion. */
const ROOT_TWO = 0x3ff6a09e;

/**
 * The natural logarithm, within one unit in the last place.
 *
 * Special cases as `Math.log`: NaN below 0, −∞ at 0, ∞ at ∞.
 *
 * Source: FreeBSD msun (fdlibm) e_log.c and k_log.h.
 *
 * @example
 * ```ts
 * import { log } from './src/numerics/index.js';
 *
 * log(10); // => 2.302585092994046
 * log(1); // => 0
 * ```
 */
export function log(x: number): number {
  if (Number.isNaN(x) || x < 0) return Number.NaN;
  if (x === 0) return Number.NEGATIVE_INFINITY;
  if (x === Number.POSITIVE_INFINITY) return x;
  const { fraction, exponent } = split(x);
  const f = fraction - 1;
  if (f === 0) return exponent === 0 ? 0 : exponent * LN2_HIGH + exponent * LN2_LOW;
  const half = 0.5 * f * f;
  const rest = logRest(f);
  const s = f / (2 + f);
  if (exponent === 0) return f - (half - s * (half + rest));
  return exponent * LN2_HIGH - (half - (s * (half + rest) + exponent * LN2_LOW) - f);
}

/** x = fraction · 2^exponent with √½ ≤ fraction < √2, for a positive finite x. */
function split(x: number): { readonly fraction: number; readonly exponent: number } {
  const subnormal = x < 2.2250738585072014e-308;
  const normal = subnormal ? x * 18014398509481984 : x;
  const word = highWord(normal);
  let exponent = (word >> 20) - 1023 - (subnormal ? 54 : 0);
  let fraction = withHighWord(normal, (word & 0x000fffff) | 0x3ff00000);
  if (highWord(fraction) >= ROOT_TWO) {
    fraction *= 0.5;
    exponent += 1;
  }
  return { fraction, exponent };
}

/** log(1 + f) = f − f²/2 + s·(f²/2 + rest), where s = f/(2 + f). */
function logRest(f: number): number {
  const s = f / (2 + f);
  const z = s * s;
  return (
    z *
    (0.6666666666666735 +
      z *
        (0.3999999999940942 +
          z *
            (0.2857142874366239 +
              z *
                (0.22222198432149784 +
                  z * (0.1818357216161805 + z * (0.15313837699209373 + z * 0.14798198605116586))))))
  );
}

/**
 * log(1 + x) without cancellation near 0, within one unit in the last place.
 *
 * Special cases as `Math.log1p`: NaN below −1, −∞ at −1.
 *
 * Source: FreeBSD msun (fdlibm) s_log1p.c.
 *
 * @example
 * ```ts
 * import { log1p } from './src/numerics/index.js';
 *
 * log1p(1e-10); // => 9.9999999995e-11
 * ```
 */
export function log1p(x: number): number {
  if (Number.isNaN(x) || x < -1) return Number.NaN;
  if (x === -1) return Number.NEGATIVE_INFINITY;
  if (x === Number.POSITIVE_INFINITY) return x;
  if (Math.abs(x) < 5.551115123125783e-17) return x;
  if (Math.abs(x) < 1.862645149230957e-9) return x - 0.5 * x * x;
  if (x > -0.2928932188134525 && x < 0.41421356237309503) return logOfOnePlus(x, 0, 0);
  const sum = 1 + x;
  // What the addition rounded away, relative to the sum.
  const lost = x > 9007199254740992 ? 0 : (x >= 1 ? 1 - (sum - x) : x - (sum - 1)) / sum;
  const { fraction, exponent } = split(sum);
  return logOfOnePlus(fraction - 1, exponent, lost);
}

function logOfOnePlus(f: number, exponent: number, lost: number): number {
  const half = 0.5 * f * f;
  const s = f / (2 + f);
  const c = exponent * LN2_LOW + lost;
  if (f === 0) return exponent * LN2_HIGH + c;
  const rest = logRest(f);
  if (exponent === 0) return f - (half - (s * (half + rest) + lost));
  return exponent * LN2_HIGH - (half - (s * (half + rest) + c) - f);
}
