import { checkObject, checkRange, type FieldsOf, refuseUnknown } from '../errors/index.js';
import { normalQuantile, studentTQuantile } from '../numerics/index.js';
import { finite } from './sample.js';

/** A confidence interval. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  /** The share of such intervals that cover the true value, as `0.95`. */
  readonly confidence: number;
  /** How it was made: `wilson`, `clopper-pearson`, `newcombe-10`, … */
  readonly method: string;
}

/** How sure an interval is to be. */
export interface ConfidenceOptions {
  /** Between 0 and 1, exclusive; default 0.95. */
  readonly confidence?: number;
}

const CONFIDENCE: FieldsOf<ConfidenceOptions> = { confidence: true };

/** Reads the confidence out of an options object; `fields` names all that it may have, by default nothing else. */
export function readConfidence(
  options: unknown,
  fields: Readonly<Record<string, true>> = CONFIDENCE,
): number {
  const given = checkObject(options, 'options');
  refuseUnknown(given, 'options', fields);
  const { confidence = 0.95 } = given;
  return checkRange(confidence, 'options.confidence', { exclusiveMin: 0, exclusiveMax: 1 });
}

/** How many standard errors a two-sided interval reaches to each side. */
export function normalReach(confidence: number): number {
  return -normalQuantile((1 - confidence) / 2);
}

/** An interval, frozen and without `-0`. */
export function makeInterval(
  low: number,
  high: number,
  confidence: number,
  method: string,
): Interval {
  return Object.freeze({ low: low + 0, high: high + 0, confidence, method });
}

/**
 * Student's t interval about an estimate with such a standard error; a single point where that is 0.
 *
 * @param path of what is at fault if a bound exceeds the largest double.
 */
export function studentInterval(
  estimate: number,
  error: { readonly standardError: number; readonly degreesOfFreedom: number },
  confidence: number,
  method: string,
  path: string,
): Interval {
  const { standardError, degreesOfFreedom } = error;
  if (standardError === 0) return makeInterval(estimate, estimate, confidence, method);
  const reach = -studentTQuantile((1 - confidence) / 2, degreesOfFreedom) * standardError;
  const [low, high] = [finite(estimate - reach, path), finite(estimate + reach, path)];
  return makeInterval(low, high, confidence, method);
}
