import { checkObject, checkRange } from '../errors/index.js';

/** Reads the confidence of intervals out of an options object; default 0.95. */
export function readConfidence(options: unknown): number {
  const { confidence = 0.95 } = checkObject(options, 'options');
  return checkRange(confidence, 'options.confidence', { exclusiveMin: 0, exclusiveMax: 1 });
}
