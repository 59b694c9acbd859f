import { checkRange } from '../../errors/index.js';
import {
  type CheckedDesign,
  type GroupSizes,
  leastWithPower,
  normalPower,
  readDesign,
  readExposures,
  type StudyDesign,
  type TestDesign,
} from './design.js';
import {
  type DetectableOptions,
  type DetectableValue,
  nearest,
  readDetectable,
} from './detectable.js';

/** How much exposure a comparison of rates needs. */
export type RateExposures =
  | {
      readonly status: 'found';
      /** In the unit of time of the rates. */
      readonly first: number;
      readonly second: number;
    }
  /** There is no difference to find. */
  | { readonly status: 'no-difference' }
  /** No exposure that a computer can count would do. */
  | { readonly status: 'out-of-reach' };

/**
 * The power of the score test of two Poisson rates, such as complaints per client-year.
 *
 * By the normal approximation, with the common rate in the test's own error; both tails count in a two-sided test. Good
 * from about ten expected events in either group.
 *
 * @param first true rate of the first group, events per unit of exposure, at least 0.
 * @param second true rate of the second group.
 * @param exposures of either group, in the same unit, above 0.
 * @returns from 0 to 1; the significance itself if the rates are equal and above 0.
 * @throws AptfolioError `missing-value`, `invalid-type`, `not-finite` or `out-of-range` by path.
 *
 * Source: K. Krishnamoorthy and J. Thomson, A more powerful test for comparing two Poisson means, Journal of Statistical
 * Planning and Inference 119 (2004) 23–35; the figures are those of statsmodels' `power_poisson_diff_2indep`.
 *
 * @example
 * ```ts
 * import { powerForRates } from 'aptfolio/statistics';
 *
 * powerForRates(1, 0.8, { first: 100, second: 200 }); // => 0.4215541591
 * ```
 */
export function powerForRates(
  first: number,
  second: number,
  exposures: GroupSizes,
  options: TestDesign = {},
): number {
  const [a, b] = readRates(first, second);
  return powerAt(a, b, readExposures(exposures, 'exposures'), readDesign(options));
}

/**
 * How much exposure the score test needs to find a difference of two Poisson rates with a given power.
 *
 * @param first supposed rate of the first group, events per unit of exposure, at least 0.
 * @param second supposed rate of the second group.
 * @returns `found`; `no-difference` if they are equal; `out-of-reach` if the difference is too small for any exposure.
 * @throws AptfolioError `missing-value`, `invalid-type`, `not-finite` or `out-of-range` by path.
 *
 * Source: as `powerForRates`, solved for the exposure.
 *
 * @example
 * ```ts
 * import { exposureForRates } from 'aptfolio/statistics';
 *
 * exposureForRates(1, 0.8, { ratio: 2 }).first; // => 260.9055647861
 * ```
 */
export function exposureForRates(
  first: number,
  second: number,
  options: StudyDesign = {},
): RateExposures {
  const [a, b] = readRates(first, second);
  const design = readDesign(options);
  if (a === b) return Object.freeze({ status: 'no-difference' });
  // Looked for in expected events, so that the unit of time plays no part.
  const unit = a + b;
  const exposuresAt = (events: number): GroupSizes => {
    return { first: events / unit, second: (events / unit) * design.ratio };
  };
  const events = leastWithPower((x) => powerAt(a, b, exposuresAt(x), design), design.power, 1e-3);
  if (events === undefined) return Object.freeze({ status: 'out-of-reach' });
  return Object.freeze({ status: 'found', ...exposuresAt(events) });
}

/**
 * The rate nearest to a baseline that the score test finds with a given power (default 0.8).
 *
 * @param baseline rate of the first group, events per unit of exposure, at least 0.
 * @param exposures of either group, above 0; the second is the one that differs.
 * @param options `side` says whether it lies `above` or `below`.
 * @returns `found`, or `out-of-reach` if not even a rate of 0 would be found.
 * @throws AptfolioError `missing-value`, `invalid-type`, `not-finite`, `out-of-range` or `unknown-value` by path.
 *
 * Source: as `powerForRates`, solved for the second rate.
 *
 * @example
 * ```ts
 * import { minimumDetectableRate } from 'aptfolio/statistics';
 *
 * const exposures = { first: 100, second: 200 };
 * minimumDetectableRate(1, exposures, { side: 'below' }).value; // => 0.6887257366
 * ```
 */
export function minimumDetectableRate(
  baseline: number,
  exposures: GroupSizes,
  options: DetectableOptions,
): DetectableValue {
  const rate = checkRange(baseline, 'baseline', { min: 0, max: LARGEST_RATE });
  const groups = readExposures(exposures, 'exposures');
  const design = readDetectable(options);
  const powerOf = (other: number): number => powerAt(rate, other, groups, design);
  if (design.side === 'below') return nearest(rate, 0, powerOf, design);
  let far = rate + 1 / groups.second;
  while (powerOf(far) < design.power) far = rate + (far - rate) * 2;
  return nearest(rate, far, powerOf, design);
}

/** Squares and sums of rates up to this are finite. */
const LARGEST_RATE = 1e100;

function readRates(first: unknown, second: unknown): readonly [number, number] {
  const range = { min: 0, max: LARGEST_RATE };
  return [checkRange(first, 'first', range), checkRange(second, 'second', range)];
}

function powerAt(a: number, b: number, exposures: GroupSizes, design: CheckedDesign): number {
  const { first: m, second: n } = exposures;
  const share = m / (m + n);
  const common = a * share + b * (1 - share);
  const without = Math.sqrt(common / m + common / n);
  return normalPower(a - b, without, Math.sqrt(a / m + b / n), design);
}
