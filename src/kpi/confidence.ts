import { checkObject, checkRange, refuseUnknown } from '../errors/index.js';

/** Reads the confidence of intervals out of an options object; default 0.95. */
export function readConfidence(options: unknown): number {
  const { confidence = 0.95 } = checkObject(options, 'options');
  return checkRange(confidence, 'options.confidence', { exclusiveMin: 0, exclusiveMax: 1 });
}

/** The same where there is nothing else to choose. */
export function readConfidenceOnly(options: unknown): number {
  refuseUnknown(options, 'options', { confidence: true });
  return readConfidence(options);
}

/**
 * Whether chance would bring a p-value about no more often than a confidence allows: at most 1 − confidence, at which an interval of that confidence leaves 0 out.
 * 1 − 0.9 is less than 0.1 in binary, so that a hair's breadth does not count.
 */
export function isSignificant(pValue: number, confidence: number): boolean {
  return pValue <= (1 - confidence) * (1 + 1e-9);
}
