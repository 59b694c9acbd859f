import {
  checkInteger,
  checkObject,
  checkRange,
  type FieldsOf,
  refuseUnknown,
} from '../../../errors/index.js';
import { emptyDraft, type QuantileSketchDraft } from './draft.js';
import { BITS, EXACT_LIMIT } from './state.js';

/** How exact a sketch is to be. Sketches can be merged if they were made with the same options. */
export interface QuantileSketchOptions {
  /** Up to so many cases every time is kept, and every figure is exact: 0 to 10,000; default 500. */
  readonly exactUpTo?: number;
  /**
   * With more cases, how far a quantile may be above its true value, as a share of it: 0.00025 to 0.1; default 0.005. The
   * next lower power of 2 is used: 1/256 by default.
   */
  readonly relativeError?: number;
}

const OPTIONS: FieldsOf<QuantileSketchOptions> = { exactUpTo: true, relativeError: true };

/** Reads the options and begins. */
export function initSketch(options: unknown): QuantileSketchDraft {
  refuseUnknown(options, 'options', OPTIONS);
  const { exactUpTo = 500, relativeError = 0.005 } = checkObject(options, 'options');
  const share = checkRange(relativeError, 'options.relativeError', { min: 0.00025, max: 0.1 });
  let bits = BITS.least;
  while (1 / (1 << bits) > share) bits += 1;
  const limits = { min: 0, max: EXACT_LIMIT };
  return emptyDraft(bits, checkInteger(exactUpTo, 'options.exactUpTo', limits));
}
