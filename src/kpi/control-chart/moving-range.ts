import { mean } from '../../statistics/index.js';
import { MINIMUM_RANGES } from './caveats.js';

/** Where the constants of an individuals chart come from; see `XmrOptions`. */
export const XMR_CONSTANTS = ['nist', 'wheeler', 'exact'] as const;

/** See `XMR_CONSTANTS`. */
export type XmrConstants = (typeof XMR_CONSTANTS)[number];

/** Digits of a value behind the 12th are noise. */
const ROUNDING = 1e-12;

/** What turns a mean moving range into a standard deviation, and into the upper limit of moving ranges. */
export interface RangeFactors {
  /** Standard deviation = mean moving range · this. */
  readonly sigma: number;
  /** Upper limit of moving ranges = mean moving range · this. */
  readonly high: number;
}

/**
 * With normal values the range of two has the mean d₂ = 2/√π and the deviation d₃ = √(2 − 4/π), in standard deviations.
 *
 * `nist` rounds d₂ to 1.128 and D₄ = 1 + 3·d₃/d₂ to 3.267, `wheeler` rounds 3/d₂ to 2.66 and D₄ to 3.267.
 */
export const RANGE_FACTORS: Readonly<Record<XmrConstants, RangeFactors>> = Object.freeze({
  nist: { sigma: 1 / 1.128, high: 3.267 },
  wheeler: { sigma: 2.66 / 3, high: 3.267 },
  exact: {
    sigma: Math.sqrt(Math.PI) / 2,
    high: 1 + (3 * Math.sqrt(2 - 4 / Math.PI) * Math.sqrt(Math.PI)) / 2,
  },
});

/** A mean moving range, or why there is none. */
type MeanRange = number | 'no-variation' | 'few-neighbours';

/**
 * The mean change from one period to the next, over the baseline's values that follow one another without a gap.
 *
 * @param valueAt the value at a slot of the baseline.
 */
export function meanMovingRange(
  baseline: readonly number[],
  valueAt: (index: number) => number,
): MeanRange {
  const ranges = baseline.flatMap((index, i) =>
    i > 0 && baseline[i - 1] === index - 1 ? [Math.abs(valueAt(index) - valueAt(index - 1))] : [],
  );
  if (ranges.length < MINIMUM_RANGES) return 'few-neighbours';
  const range = mean(ranges);
  const largest = Math.max(...baseline.map((index) => Math.abs(valueAt(index))));
  // What is no more than the rounding of the values themselves is no variation.
  return range <= ROUNDING * largest ? 'no-variation' : range;
}
