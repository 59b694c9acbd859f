import { at, checkNumber, checkObject, checkRange } from '../../errors/index.js';

/** The least and the most that a value can be; absent where there is no such end. */
export interface ValueLimits {
  readonly min?: number;
  readonly max?: number;
}

const NONE: ValueLimits = Object.freeze({});
const SHARE: ValueLimits = Object.freeze({ min: 0, max: 1 });
const SCORE: ValueLimits = Object.freeze({ min: -1, max: 1 });
const COUNTED: ValueLimits = Object.freeze({ min: 0 });

/** By the method by which a value is made. A mean may lie on a scale of the bank's own, which the result then says, and an amount or its growth may be anything. */
const BY_METHOD: Readonly<Record<string, ValueLimits>> = Object.freeze({
  proportion: SHARE,
  'annualised-proportion': SHARE,
  'ratings-top-box': SHARE,
  'within-limit': SHARE,
  'within-limit-kaplan-meier': SHARE,
  'detection-precision': SHARE,
  'detection-recall': SHARE,
  'detection-f1': SHARE,
  'tally-share': SHARE,
  funnel: SHARE,
  'funnel-product-limit': SHARE,
  'survival-kaplan-meier': SHARE,
  'survival-incidence': SHARE,
  'ratings-net-promoter': SCORE,
  rate: COUNTED,
  'count-ratio': COUNTED,
  'durations-median': COUNTED,
  'durations-quantile': COUNTED,
  'durations-mean': COUNTED,
  'survival-median': COUNTED,
  'survival-restricted-mean': COUNTED,
  'standard-deviation': COUNTED,
});

/** What a value can be, by the range that its result tells, or else by its method: 85 is no share, though 0.85 may be meant. */
export function limitsOf(range: unknown, method: unknown, path: string): ValueLimits {
  if (range !== undefined) return readRange(range, path);
  return typeof method === 'string' && Object.hasOwn(BY_METHOD, method) ? BY_METHOD[method]! : NONE;
}

function readRange(range: unknown, path: string): ValueLimits {
  const { lowest, highest } = checkObject(range, path);
  const min = checkNumber(lowest, at(path, 'lowest'));
  return { min, max: checkRange(highest, at(path, 'highest'), { min }) };
}
