import { AptfolioError } from '../errors/index.js';
import { log, log1p } from './log.js';

/** ½·ln 2π. */
const HALF_LOG_TWO_PI = 0.9189385332046728;

/** 1 − Euler's constant. */
const ONE_MINUS_EULER = 0.42278433509846713;

/** ζ(k) − 1 for k = 2, 3, … */
const ZETA_LESS_ONE = [
  0.6449340668482264, 0.2020569031595943, 0.08232323371113819, 0.03692775514336993,
  0.01734306198444914, 0.008349277381922827, 0.00407735619794434, 0.0020083928260822143,
  0.0009945751278180853, 0.0004941886041194645, 0.0002460865533080483, 0.00012271334757848915,
  0.00006124813505870483, 0.00003058823630702049, 0.00001528225940865187, 0.000007637197637899763,
  0.00000381729326499984, 0.000001908212716553939, 9.539620338727962e-7, 4.769329867878064e-7,
  2.38450502727733e-7, 1.1921992596531106e-7, 5.960818905125948e-8, 2.980350351465228e-8,
  1.4901554828365043e-8, 7.45071178983543e-9, 3.725334024788457e-9, 1.862659723513049e-9,
  9.313274324196682e-10,
];

/**
 * The logarithm of the gamma function for x above 0.
 *
 * Throws `out-of-range` with path `x` for anything else.
 *
 * Source: M. Abramowitz and I. A. Stegun, Handbook of Mathematical Functions (1964), 6.1.33 and 6.1.40.
 *
 * @example
 * ```ts
 * import { logGamma } from './src/numerics/index.js';
 *
 * logGamma(5); // => 3.1780538303479458
 * logGamma(0.5); // => 0.5723649429247001
 * ```
 */
export function logGamma(x: number): number {
  if (!(x > 0 && x < Number.POSITIVE_INFINITY)) {
    throw new AptfolioError('out-of-range', 'x', 'a finite number above 0', x);
  }
  if (x >= 10) return (x - 0.5) * (log(x) - 1) + (HALF_LOG_TWO_PI - 0.5 + stirlingSeries(x));
  // Γ(x) = Γ(x + 1)/x leads every other x into the reach of the series about 2.
  let factor = 1;
  let reduced = x;
  while (reduced > 2.5) {
    reduced -= 1;
    factor *= reduced;
  }
  if (reduced >= 1.5) return aroundTwo(reduced - 2) + log(factor);
  if (reduced >= 0.5) return aroundTwo(reduced - 1) - log(reduced) + log(factor);
  return aroundTwo(reduced) - log1p(reduced) - log(reduced);
}

/** log Γ(2 + z) for |z| ≤ ½. */
function aroundTwo(z: number): number {
  let sum = 0;
  for (let i = ZETA_LESS_ONE.length - 1; i >= 0; i--) {
    const k = i + 2;
    sum = ZETA_LESS_ONE[i]! / k - z * sum;
  }
  return z * (ONE_MINUS_EULER + z * sum);
}

/** log Γ(x) − (x − ½)·log x + x − ½·log 2π for x ≥ 10. */
function stirlingSeries(x: number): number {
  const t = 1 / (x * x);
  return (
    (1 / 12 -
      t *
        (1 / 360 -
          t *
            (1 / 1260 -
              t *
                (1 / 1680 -
                  t * (1 / 1188 - t * (691 / 360360 - t * (1 / 156 - t * (3617 / 122400)))))))) /
    x
  );
}

/**
 * log Γ(z + 1) less Stirling's (z + ½)·log z − z + ½·log 2π, for z > 0.
 *
 * Source: C. Loader, Fast and accurate computation of binomial probabilities (2000).
 */
export function stirlingError(z: number): number {
  let steps = 0;
  let x = z;
  while (x < 10) {
    steps += (x + 0.5) * log1p(1 / x) - 1;
    x += 1;
  }
  return stirlingSeries(x) + steps;
}
