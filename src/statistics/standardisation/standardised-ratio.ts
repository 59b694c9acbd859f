import { AptfolioError, at, checkInteger, checkRange, checkUniqueIds } from '../../errors/index.js';
import { type ConfidenceOptions, type Interval, readConfidence } from '../interval.js';
import { orderedSum } from '../ordered-sum.js';
import { poissonInterval } from '../poisson-interval.js';
import { finite } from '../sample.js';

/** The events of one stratum beside the rate that is usual for it. */
export interface ExpectedStratum {
  readonly id: string;
  /** Whole number of at least 0. */
  readonly events: number;
  /** In any unit of time, at least 0. */
  readonly exposure: number;
  /** Events per unit of exposure in the reference, at least 0. */
  readonly referenceRate: number;
}

/** Observed events against those expected. */
export type StandardisedRatio =
  | {
      readonly status: 'standardised';
      readonly observed: number;
      readonly expected: number;
      /** Observed over expected: 1 is as usual. */
      readonly ratio: number;
      /** Of the ratio, exact, the reference taken as known; method `garwood`. */
      readonly interval: Interval;
    }
  /** The reference expects no event at all. */
  | { readonly status: 'nothing-expected'; readonly observed: number };

/**
 * The ratio of the events observed to those expected if every stratum had its reference rate (indirect standardisation):
 * for teams whose strata are too small to have rates of their own.
 *
 * Two such ratios have different mixes behind them; compare each with 1, not with one another.
 *
 * @param strata each with a unique id.
 * @returns `standardised`, or `nothing-expected`.
 * @throws AptfolioError `missing-value`, `invalid-type`, `not-finite`, `out-of-range`, `empty` or `duplicate-id` with a path
 * such as `strata[2].referenceRate`.
 *
 * Source: J. L. Fleiss, Statistical Methods for Rates and Proportions, 2nd ed. (1981), chapter 14; F. Garwood, Biometrika
 * 28 (1936) 437–442.
 *
 * @example
 * ```ts
 * import { standardisedRatio } from 'aptfolio/statistics';
 *
 * const complaints = standardisedRatio([
 *   { id: 'advisory', events: 6, exposure: 200, referenceRate: 0.02 },
 *   { id: 'execution', events: 4, exposure: 100, referenceRate: 0.01 },
 * ]);
 * complaints.expected; // => 5
 * complaints.ratio; // => 2
 * complaints.interval.low; // => 0.959077739226
 * ```
 */
export function standardisedRatio(
  strata: readonly ExpectedStratum[],
  options: ConfidenceOptions = {},
): StandardisedRatio {
  checkUniqueIds(strata, 'strata');
  if (strata.length === 0) throw new AptfolioError('empty', 'strata', 'at least one stratum');
  const cells = strata.map((stratum, i) => {
    const read = (field: 'exposure' | 'referenceRate'): number =>
      checkRange(stratum[field], at(at('strata', i), field), { min: 0, max: 1e100 });
    return {
      events: checkInteger(stratum.events, at(at('strata', i), 'events'), { min: 0 }),
      expected: read('exposure') * read('referenceRate'),
    };
  });
  const confidence = readConfidence(options);
  const observed = cells.reduce((sum, { events }) => sum + events, 0);
  const expected = orderedSum(cells.map((cell) => cell.expected));
  if (expected < LEAST_EXPECTED) return Object.freeze({ status: 'nothing-expected', observed });
  return Object.freeze({
    status: 'standardised',
    observed,
    expected: finite(expected, 'strata'),
    ratio: observed / expected,
    interval: poissonInterval(observed, { confidence, exposure: expected }),
  });
}

/** Fewer events than this are none. */
const LEAST_EXPECTED = 1e-100;
