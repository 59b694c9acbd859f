import { checkObject, checkRange, type FieldsOf, refuseUnknown } from '../errors/index.js';
import { normalQuantile } from '../numerics/index.js';

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
