import { checkBoolean, checkObject, type FieldsOf } from '../errors/index.js';
import { type Count, readCount } from './count.js';
import {
  type ConfidenceOptions,
  type Interval,
  makeInterval,
  normalReach,
  readConfidence,
} from './interval.js';

/** Confidence, and whether the interval is widened for counts being whole numbers. */
export interface WilsonOptions extends ConfidenceOptions {
  /** Continuity correction; default false. */
  readonly continuity?: boolean;
}

const OPTIONS: FieldsOf<WilsonOptions> = { confidence: true, continuity: true };

/**
 * The Wilson score interval of a proportion.
 *
 * Unlike the textbook interval p ± z·se it never leaves [0, 1] and does not shrink to a point at 0 or n.
 *
 * @param successes whole number from 0 to `n`.
 * @param n whole number of at least 1.
 * @returns an interval of method `wilson`, or `wilson-continuity` with the correction.
 * @throws AptfolioError `invalid-type` or `out-of-range` with path `successes`, `n` or `options.confidence`.
 *
 * Source: R. G. Newcombe, Statistics in Medicine 17 (1998) 857–872, methods 3 and 4.
 *
 * @example
 * ```ts
 * import { wilsonInterval } from 'aptfolio/statistics';
 *
 * const interval = wilsonInterval(81, 263);
 * interval.low; // => 0.2552885198783
 * interval.high; // => 0.3662095769828
 * ```
 */
export function wilsonInterval(
  successes: number,
  n: number,
  options: WilsonOptions = {},
): Interval {
  const count = readCount(successes, n);
  const confidence = readConfidence(options, OPTIONS);
  const { continuity = false } = checkObject(options, 'options');
  const reach = normalReach(confidence);
  if (checkBoolean(continuity, 'options.continuity')) {
    const { low, high } = correctedBounds(count, reach);
    return makeInterval(low, high, confidence, 'wilson-continuity');
  }
  const { low, high } = wilsonBounds(count, reach);
  return makeInterval(low, high, confidence, 'wilson');
}

interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** The two proportions that lie exactly `reach` of their own standard errors from the observed one. */
export function wilsonBounds({ successes, n }: Count, reach: number): Bounds {
  const square = reach * reach;
  const width = n + square;
  const centre = (successes + square / 2) / width;
  const spread = (reach / width) * Math.sqrt((successes * (n - successes)) / n + square / 4);
  // At the ends one bound is the end itself; the formula would miss it by a rounding.
  return {
    low: successes === 0 ? 0 : Math.max(0, centre - spread),
    high: successes === n ? 1 : Math.min(1, centre + spread),
  };
}

function correctedBounds({ successes, n }: Count, reach: number): Bounds {
  return {
    low: successes === 0 ? 0 : correctedLow(successes, n, reach),
    high: successes === n ? 1 : 1 - correctedLow(n - successes, n, reach),
  };
}

/** Newcombe's method 4, lower bound; the upper bound is that of the failures, mirrored. */
function correctedLow(successes: number, n: number, reach: number): number {
  const square = reach * reach;
  const share = successes / n;
  const root = Math.sqrt(square - 2 - 1 / n + 4 * share * (n - successes + 1));
  return Math.max(0, (2 * successes + square - 1 - reach * root) / (2 * (n + square)));
}
