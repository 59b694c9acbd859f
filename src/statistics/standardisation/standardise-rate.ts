import { at, checkInteger, checkRange } from '../../errors/index.js';
import { gammaQuantile, upperGammaQuantile } from '../../numerics/index.js';
import {
  type ConfidenceOptions,
  type Interval,
  makeInterval,
  readConfidence,
} from '../interval.js';
import { orderedSum } from '../ordered-sum.js';
import { missingStrata, readShares, type Standardised, type StandardStratum } from './strata.js';

/** The events of one stratum. */
export interface RateStratum extends StandardStratum {
  /** Whole number of at least 0. */
  readonly events: number;
  /** In any unit of time, at least 0. */
  readonly exposure: number;
}

/**
 * The rate a group would have with a standard mix of strata (direct standardisation), with the gamma interval of Fay and
 * Feuer (method `fay-feuer`), which covers at least as often as it says.
 *
 * @param strata each with a unique id; at least one weight above 0. A stratum of weight 0 only enters `crude`.
 * @returns `standardised`, in events per unit of exposure; `missing-strata` where a stratum with a weight has no exposure.
 * @throws AptfolioError `missing-value`, `invalid-type`, `not-finite`, `out-of-range`, `empty` or `duplicate-id` with a path
 * such as `strata[2].exposure`.
 *
 * Source: M. P. Fay and E. J. Feuer, Confidence intervals for directly standardized rates: a method based on the gamma
 * distribution, Statistics in Medicine 16 (1997) 791–801.
 *
 * @example
 * ```ts
 * import { standardiseRate } from 'aptfolio/statistics';
 *
 * const result = standardiseRate([
 *   { id: 'advisory', weight: 0.7, events: 12, exposure: 600 },
 *   { id: 'execution', weight: 0.3, events: 3, exposure: 900 },
 * ]);
 * result.value; // => 0.015
 * result.crude; // => 0.01
 * result.interval.low; // => 0.008096323739
 * ```
 */
export function standardiseRate(
  strata: readonly RateStratum[],
  options: ConfidenceOptions = {},
): Standardised {
  const shares = readShares(strata);
  const counts = strata.map((stratum, i) => {
    const path = at('strata', i);
    const exposure = checkRange(stratum.exposure, at(path, 'exposure'), { min: 0, max: 1e100 });
    // Without exposure nothing can have happened.
    const range = exposure === 0 ? { min: 0, max: 0 } : { min: 0 };
    return { events: checkInteger(stratum.events, at(path, 'events'), range), exposure };
  });
  const confidence = readConfidence(options);
  const missing = missingStrata(strata, shares, (i) => counts[i]!.exposure >= LEAST_EXPOSURE);
  if (missing !== undefined) return missing;
  const used = counts
    .map(({ events, exposure }, i) => ({ events, scale: shares[i]! / exposure }))
    .filter((_, i) => shares[i]! > 0);
  const value = orderedSum(used.map(({ events, scale }) => events * scale));
  const variance = orderedSum(used.map(({ events, scale }) => events * scale * scale));
  const step = used.reduce((most, { scale }) => Math.max(most, scale), 0);
  return Object.freeze({
    status: 'standardised',
    value,
    crude:
      counts.reduce((sum, { events }) => sum + events, 0) /
      orderedSum(counts.map(({ exposure }) => exposure)),
    interval: gammaInterval(value, variance, step, confidence),
  });
}

/** Less exposure than this is none. */
const LEAST_EXPOSURE = 1e-100;

/** The upper bound is that of one more event in the stratum where it weighs most. */
function gammaInterval(
  value: number,
  variance: number,
  step: number,
  confidence: number,
): Interval {
  const tail = (1 - confidence) / 2;
  const low = value === 0 ? 0 : (variance / value) * gammaQuantile(tail, shapeOf(value, variance));
  const [more, wider] = [value + step, variance + step * step];
  const high = (wider / more) * upperGammaQuantile(tail, shapeOf(more, wider));
  return makeInterval(low, high, confidence, 'fay-feuer');
}

function shapeOf(value: number, variance: number): number {
  return (value / variance) * value;
}
