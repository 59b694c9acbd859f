import { at, checkInteger } from '../../errors/index.js';
import { type ConfidenceOptions, makeInterval, normalReach, readConfidence } from '../interval.js';
import { orderedSum } from '../ordered-sum.js';
import { lengthOf } from '../scale.js';
import { wilsonBounds } from '../wilson.js';
import { missingStrata, readShares, type Standardised, type StandardStratum } from './strata.js';

/** The cases of one stratum. */
export interface ProportionStratum extends StandardStratum {
  /** From 0 to `n`. */
  readonly successes: number;
  /** At least 0. */
  readonly n: number;
}

/**
 * The proportion a group would have with a standard mix of strata (direct standardisation), so that two periods or teams
 * with other clients can be compared like with like.
 *
 * The interval is made of the strata's Wilson intervals (method `mover-wilson`); it never leaves [0, 1].
 *
 * @param strata each with a unique id; at least one weight above 0. A stratum of weight 0 only enters `crude`.
 * @returns `standardised`; `missing-strata` where a stratum with a weight has no case.
 * @throws AptfolioError `missing-value`, `invalid-type`, `not-finite`, `out-of-range`, `empty` or `duplicate-id` with a path
 * such as `strata[2].weight`.
 *
 * Source: J. L. Fleiss, Statistical Methods for Rates and Proportions, 2nd ed. (1981), chapter 14; G. Y. Zou, W. Huang
 * and X. Zhang, A note on confidence interval estimation for a linear function of binomial proportions, Computational
 * Statistics & Data Analysis 53 (2009) 1080–1085.
 *
 * @example
 * ```ts
 * import { standardiseProportion } from 'aptfolio/statistics';
 *
 * const result = standardiseProportion([
 *   { id: 'young', weight: 0.5, successes: 18, n: 20 },
 *   { id: 'old', weight: 0.5, successes: 48, n: 80 },
 * ]);
 * result.value; // => 0.75
 * result.crude; // => 0.66
 * ```
 */
export function standardiseProportion(
  strata: readonly ProportionStratum[],
  options: ConfidenceOptions = {},
): Standardised {
  const shares = readShares(strata);
  const counts = strata.map((stratum, i) => {
    const path = at('strata', i);
    const n = checkInteger(stratum.n, at(path, 'n'), { min: 0 });
    const range = { min: 0, max: n };
    return { successes: checkInteger(stratum.successes, at(path, 'successes'), range), n };
  });
  const confidence = readConfidence(options);
  const missing = missingStrata(strata, shares, (i) => counts[i]!.n > 0);
  if (missing !== undefined) return missing;
  const reach = normalReach(confidence);
  const used = counts
    .map((count, i) => ({ count, share: shares[i]! }))
    .filter(({ share }) => share > 0)
    .map(({ count, share }) => {
      const p = count.successes / count.n;
      const { low, high } = wilsonBounds(count, reach);
      return { part: share * p, below: share * (p - low), above: share * (high - p) };
    });
  const value = orderedSum(used.map(({ part }) => part));
  const below = lengthOf(used.map((arm) => arm.below));
  const above = lengthOf(used.map((arm) => arm.above));
  const cases = counts.reduce((sum, { n }) => sum + n, 0);
  return Object.freeze({
    status: 'standardised',
    value: Math.min(1, value),
    crude: counts.reduce((sum, { successes }) => sum + successes, 0) / cases,
    interval: makeInterval(
      Math.max(0, value - below),
      Math.min(1, value + above),
      confidence,
      'mover-wilson',
    ),
  });
}
