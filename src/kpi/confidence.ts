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
