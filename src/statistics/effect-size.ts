import { checkProbability } from './sample.js';

/**
 * Cohen's h, the effect size of a difference of two proportions: 2·asin√first − 2·asin√second.
 *
 * Equal steps of h are equally hard to detect anywhere between 0 and 1; by Cohen's convention 0.2 is a small
 * effect, 0.5 a medium and 0.8 a large one.
 *
 * @param first proportion from 0 to 1.
 * @param second proportion from 0 to 1, which is subtracted.
 * @returns from −π to π.
 * @throws AptfolioError `missing-value`, `invalid-type`, `not-finite` or `out-of-range`.
 *
 * Source: J. Cohen, Statistical Power Analysis for the Behavioral Sciences, 2nd ed. (1988), section 6.2.
 *
 * @example
 * ```ts
 * import { cohensH } from 'aptfolio/statistics';
 *
 * cohensH(1, 0); // => 3.141592653589793
 * ```
 */
export function cohensH(first: number, second: number): number {
  const a = checkProbability(first, 'first');
  const b = checkProbability(second, 'second');
  return 2 * (arcsineOfRoot(a) - arcsineOfRoot(b)) + 0;
}

/** asin(√p). Built from basic operations, because Math.asin differs between engines. */
function arcsineOfRoot(p: number): number {
  if (p > 0.5) return Math.PI / 2 - arcsineOfRoot(1 - p);
  let sine = Math.sqrt(p);
  const HALVINGS = 3;
  for (let i = 0; i < HALVINGS; i++) sine /= Math.sqrt(2 * (1 + Math.sqrt(1 - sine * sine)));
  return 8 * smallArcsine(sine);
}

/** The Taylor series of asin; below 0.1 ten terms reach the last bit. */
function smallArcsine(sine: number): number {
  const square = sine * sine;
  let sum = 0;
  for (let k = 10; k >= 1; k--) {
    const odd = 2 * k - 1;
    sum = ((odd * odd) / (2 * k * (2 * k + 1))) * square * (1 + sum);
  }
  return sine * (1 + sum);
}
