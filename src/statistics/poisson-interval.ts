import { at, checkInteger, checkObject, checkRange, type FieldsOf } from '../errors/index.js';
import { chiSquareQuantile } from '../numerics/index.js';
import { type ConfidenceOptions, type Interval, makeInterval, readConfidence } from './interval.js';

/** Confidence, and in how much exposure the events happened. */
export interface PoissonOptions extends ConfidenceOptions {
  /** In any unit, above 0; default 1: the interval is then of the count itself. */
  readonly exposure?: number;
}

const OPTIONS: FieldsOf<PoissonOptions> = { confidence: true, exposure: true };

/**
 * The exact interval of the rate at which independent events happen, from their count.
 *
 * It covers at least as often as its confidence says, and more often for small counts.
 *
 * @param count whole number of at least 0.
 * @returns an interval of method `garwood`, in events per unit of exposure.
 * @throws AptfolioError `invalid-type` or `out-of-range` with path `count` or `options…`.
 *
 * Source: F. Garwood, Fiducial limits for the Poisson distribution, Biometrika 28 (1936) 437–442.
 *
 * @example
 * ```ts
 * import { poissonInterval } from 'aptfolio/statistics';
 *
 * // Garwood's table for 10 events: 4.80 to 18.39.
 * const interval = poissonInterval(10, { exposure: 1000 });
 * interval.low; // => 0.00479538869613
 * interval.high; // => 0.01839035604602
 * ```
 */
export function poissonInterval(count: number, options: PoissonOptions = {}): Interval {
  const events = checkInteger(count, 'count', { min: 0 });
  const confidence = readConfidence(options, OPTIONS);
  const { exposure = 1 } = checkObject(options, 'options');
  const per = checkRange(exposure, at('options', 'exposure'), { exclusiveMin: 0 });
  const tail = (1 - confidence) / 2;
  const low = events === 0 ? 0 : chiSquareQuantile(tail, 2 * events) / 2;
  const high = chiSquareQuantile(1 - tail, 2 * events + 2) / 2;
  return makeInterval(low / per, high / per, confidence, 'garwood');
}
