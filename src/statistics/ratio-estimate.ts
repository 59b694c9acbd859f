import { type Interval, makeInterval } from './interval.js';

/** What can be said of a ratio whose denominator may be nothing. */
export type RatioEstimate =
  | {
      readonly status: 'estimated';
      /** At least 0. */
      readonly value: number;
      readonly interval: Interval;
    }
  /** Nothing was counted below the line: the ratio has no upper end, only a lower one. */
  | {
      readonly status: 'unbounded';
      readonly low: number;
      readonly confidence: number;
      readonly method: string;
    };

/** A ratio with its bounds; `high` is `undefined` where there is none. */
export function makeRatio(
  value: number,
  low: number,
  high: number | undefined,
  confidence: number,
  method: string,
): RatioEstimate {
  if (high === undefined) return Object.freeze({ status: 'unbounded', low, confidence, method });
  const interval = makeInterval(low, high, confidence, method);
  return Object.freeze({ status: 'estimated', value, interval });
}
