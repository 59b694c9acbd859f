import { checkProbability } from '../sample.js';
import {
  type CheckedDesign,
  type GroupSizes,
  normalPower,
  readDesign,
  readSizes,
  type SampleSize,
  type StudyDesign,
  type TestDesign,
  wholeSizes,
} from './design.js';
import {
  type DetectableOptions,
  type DetectableValue,
  nearest,
  readDetectable,
} from './detectable.js';

/**
 * The power of the pooled z test of two proportions: how likely it is to find a difference that is there.
 *
 * By the normal approximation; both tails count in a two-sided test, as in R's `power.prop.test(strict = TRUE)`.
 *
 * @param first true proportion of the first group, from 0 to 1.
 * @param second true proportion of the second group.
 * @param sizes whole cases of either group, at least 1.
 * @returns from 0 to 1; the significance itself if the proportions are equal, 0 if no case can vary.
 * @throws AptfolioError `missing-value`, `invalid-type`, `not-finite` or `out-of-range` by path.
 *
 * Source: J. L. Fleiss, Statistical Methods for Rates and Proportions, 2nd ed. (1981), chapter 3.
 *
 * @example
 * ```ts
 * import { powerForProportions } from 'aptfolio/statistics';
 *
 * powerForProportions(0.5, 0.75, { first: 50, second: 50 }); // => 0.7401671935
 * ```
 */
export function powerForProportions(
  first: number,
  second: number,
  sizes: GroupSizes,
  options: TestDesign = {},
): number {
  const p = checkProbability(first, 'first');
  const q = checkProbability(second, 'second');
  return powerAt(p, q, readSizes(sizes, 'sizes', 1), readDesign(options));
}

/**
 * How many cases the pooled z test needs to find a difference of two proportions with a given power.
 *
 * @param first supposed proportion of the first group, from 0 to 1.
 * @param second supposed proportion of the second group.
 * @returns `found`; `no-difference` if they are equal; `out-of-reach` if the difference is too small for any number.
 * @throws AptfolioError `missing-value`, `invalid-type`, `not-finite` or `out-of-range` by path.
 *
 * Source: J. L. Fleiss, Statistical Methods for Rates and Proportions, 2nd ed. (1981), chapter 3, without continuity
 * correction; unequal groups as in section 3.4.
 *
 * @example
 * ```ts
 * import { sampleSizeForProportions } from 'aptfolio/statistics';
 *
 * const size = sampleSizeForProportions(0.5, 0.75, { power: 0.9 });
 * size.first; // => 77
 * size.unrounded; // => 76.7069161158
 * sampleSizeForProportions(0.5, 0.5); // => { status: 'no-difference' }
 * ```
 */
export function sampleSizeForProportions(
  first: number,
  second: number,
  options: StudyDesign = {},
): SampleSize {
  const p = checkProbability(first, 'first');
  const q = checkProbability(second, 'second');
  const design = readDesign(options);
  if (p === q) return Object.freeze({ status: 'no-difference' });
  return wholeSizes((sizes) => powerAt(p, q, sizes, design), design, 1, 1e-3);
}

/**
 * The proportion nearest to a baseline that the pooled z test finds with a given power (default 0.8).
 *
 * @param baseline proportion of the first group, from 0 to 1.
 * @param sizes whole cases of either group, at least 1; the second is the one that differs.
 * @param options `side` says whether it lies `above` or `below`.
 * @returns `found`, or `out-of-reach` if not even 1 (or 0) would be found.
 * @throws AptfolioError `missing-value`, `invalid-type`, `not-finite`, `out-of-range` or `unknown-value` by path.
 *
 * Source: as `powerForProportions`, solved for the second proportion.
 *
 * @example
 * ```ts
 * import { minimumDetectableProportion } from 'aptfolio/statistics';
 *
 * const sizes = { first: 77, second: 77 };
 * minimumDetectableProportion(0.5, sizes, { power: 0.9, side: 'above' }).value; // => 0.7495654305
 * minimumDetectableProportion(0.5, { first: 3, second: 3 }, { side: 'above' }).status; // => 'out-of-reach'
 * ```
 */
export function minimumDetectableProportion(
  baseline: number,
  sizes: GroupSizes,
  options: DetectableOptions,
): DetectableValue {
  const p = checkProbability(baseline, 'baseline');
  const groups = readSizes(sizes, 'sizes', 1);
  const design = readDetectable(options);
  return nearest(p, design.side === 'above' ? 1 : 0, (q) => powerAt(p, q, groups, design), design);
}

function powerAt(p: number, q: number, sizes: GroupSizes, design: CheckedDesign): number {
  const { first: m, second: n } = sizes;
  const pooled = (m * p + n * q) / (m + n);
  const without = Math.sqrt(pooled * (1 - pooled) * (1 / m + 1 / n));
  const withIt = Math.sqrt((p * (1 - p)) / m + (q * (1 - q)) / n);
  return normalPower(p - q, without, withIt, design);
}
