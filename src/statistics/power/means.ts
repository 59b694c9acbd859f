import { checkNumber } from '../../errors/index.js';
import { noncentralTCdf, studentTQuantile } from '../../numerics/index.js';
import {
  type CheckedDesign,
  type GroupSizes,
  leastWithPower,
  readDesign,
  readSizes,
  type SampleSize,
  type StudyDesign,
  type TestDesign,
  wholeSizes,
} from './design.js';

/**
 * The power of the t test of two independent means, exact by the noncentral t distribution.
 *
 * For equal variances, which Welch's test takes nearly the same power from. Both tails count in a two-sided test, as in
 * R's `power.t.test(strict = TRUE)`.
 *
 * @param effect true difference of the means in standard deviations (Cohen's d).
 * @param sizes whole cases of either group, at least 2.
 * @returns from 0 to 1; the significance itself if the effect is 0. In a one-sided test the effect's own side is tested.
 * @throws AptfolioError `missing-value`, `invalid-type`, `not-finite` or `out-of-range` by path.
 *
 * Source: J. Cohen, Statistical Power Analysis for the Behavioral Sciences, 2nd ed. (1988), chapter 2.
 *
 * @example
 * ```ts
 * import { powerForMeans } from 'aptfolio/statistics';
 *
 * powerForMeans(0.5, { first: 64, second: 64 }); // => 0.8014595579
 * ```
 */
export function powerForMeans(effect: number, sizes: GroupSizes, options: TestDesign = {}): number {
  const d = checkNumber(effect, 'effect');
  return powerAt(Math.abs(d), readSizes(sizes, 'sizes', 2), readDesign(options));
}

/**
 * How many cases the t test of two independent means needs to find an effect with a given power.
 *
 * @param effect supposed difference of the means in standard deviations.
 * @returns `found`, at least 2 cases of either group; `no-difference` for an effect of 0; `out-of-reach` if it is too small
 * for any number.
 * @throws AptfolioError `missing-value`, `invalid-type`, `not-finite` or `out-of-range` by path.
 *
 * Source: as `powerForMeans`, solved for the sizes.
 *
 * @example
 * ```ts
 * import { sampleSizeForMeans } from 'aptfolio/statistics';
 *
 * const size = sampleSizeForMeans(0.5);
 * size.first; // => 64
 * size.unrounded; // => 63.765610191
 * ```
 */
export function sampleSizeForMeans(effect: number, options: StudyDesign = {}): SampleSize {
  const d = Math.abs(checkNumber(effect, 'effect'));
  const design = readDesign(options);
  if (d === 0) return Object.freeze({ status: 'no-difference' });
  // Four cases in all leave two degrees of freedom.
  const least = 4 / (1 + design.ratio);
  return wholeSizes((sizes) => powerAt(d, sizes, design), design, 2, least);
}

/**
 * The smallest difference of two means, in standard deviations, that the t test finds with a given power (default 0.8).
 *
 * @param sizes whole cases of either group, at least 2.
 * @throws AptfolioError `missing-value`, `invalid-type`, `not-finite` or `out-of-range` by path.
 *
 * Source: as `powerForMeans`, solved for the effect.
 *
 * @example
 * ```ts
 * import { minimumDetectableEffect } from 'aptfolio/statistics';
 *
 * minimumDetectableEffect({ first: 64, second: 64 }); // => 0.4990691780
 * ```
 */
export function minimumDetectableEffect(
  sizes: GroupSizes,
  options: Omit<StudyDesign, 'ratio'> = {},
): number {
  const groups = readSizes(sizes, 'sizes', 2);
  const design = readDesign(options);
  const scale = scaleOf(groups);
  // Far enough out the power is 1, so there is always such a shift.
  const shift = leastWithPower((x) => powerAt(x / scale, groups, design), design.power, 1e-6);
  return shift! / scale;
}

/** What an effect of 1 is worth in standard errors. */
function scaleOf({ first, second }: GroupSizes): number {
  return Math.sqrt(1 / (1 / first + 1 / second));
}

/** Of the shift: so far beyond ten times the bound a finding is certain to the last digit of a power. */
const CERTAIN = 100;

function powerAt(effect: number, sizes: GroupSizes, { tail, sides }: CheckedDesign): number {
  const df = sizes.first + sizes.second - 2;
  const shift = effect * scaleOf(sizes);
  const bound = -studentTQuantile(tail, df);
  if (shift > CERTAIN + 10 * bound) return 1;
  const right = noncentralTCdf(-bound, df, -shift);
  return sides === 1 ? right : Math.min(1, right + noncentralTCdf(-bound, df, shift));
}
