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
  return Object.freeze({
    status: 'standardised',
    value: orderedSum(used.map(({ events, scale }) => events * scale)),
    crude:
      counts.reduce((sum, { events }) => sum + events, 0) /
      orderedSum(counts.map(({ exposure }) => exposure)),
    interval: gammaInterval(used, confidence),
  });
}

/** Less exposure than this is none. */
const LEAST_EXPOSURE = 1e-100;

/** Events of a stratum, each of which adds so much to the rate. */
interface Weighed {
  readonly events: number;
  readonly scale: number;
}

/** The upper bound is that of one more event in the stratum where it weighs most. */
function gammaInterval(used: readonly Weighed[], confidence: number): Interval {
  const tail = (1 - confidence) / 2;
  const step = used.reduce((most, { scale }) => Math.max(most, scale), 0);
  const low = gammaBound(used, (shape) => gammaQuantile(tail, shape));
  const more = [...used, { events: 1, scale: step }];
  const high = gammaBound(more, (shape) => upperGammaQuantile(tail, shape));
  return makeInterval(low, high, confidence, 'fay-feuer');
}

/** A quantile of the gamma distribution with the mean and variance of the rate; 0 without events. */
function gammaBound(strata: readonly Weighed[], quantileOf: (shape: number) => number): number {
  const seen = strata.filter(({ events }) => events > 0);
  // Relative to the stratum that weighs most, as squares of very small weights leave the doubles.
  const most = seen.reduce((largest, { scale }) => Math.max(largest, scale), 0);
  if (most === 0) return 0;
  const mean = orderedSum(seen.map(({ events, scale }) => events * (scale / most)));
  const variance = orderedSum(
    seen.map(({ events, scale }) => events * (scale / most) * (scale / most)),
  );
  return most * (variance / mean) * quantileOf((mean / variance) * mean);
}
