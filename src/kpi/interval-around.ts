import { AptfolioError, at, checkNumber, checkObject } from '../errors/index.js';
import type { Interval } from '../statistics/index.js';

/** The ends of an interval. */
export interface IntervalEnds {
  readonly low: number;
  readonly high: number;
}

/** A mean cannot lie outside the scale on which it was measured, so neither does its interval. */
export function withinScale<T extends IntervalEnds>(interval: T, scale: Scale | undefined): T {
  if (scale === undefined) return interval;
  const [low, high] = [
    Math.max(scale.lowest, interval.low),
    Math.min(scale.highest, interval.high),
  ];
  return { ...interval, low, high };
}

/**
 * The interval of a figure made of its standard error. Of both ends or none: half an interval would pass for a whole one. And of no width none: where all cases came out alike the
 * error is 0, which is not to be sure of what the next one does.
 */
export function intervalByError(
  ends: KnownEnds,
  confidence: number,
  method: string,
): { readonly interval?: Interval } {
  return ends.low === ends.high ? {} : intervalOfBoth(ends, confidence, method);
}

/** Both ends or none, of a figure whose interval may be a point, such as an order statistic. */
export function intervalOfBoth(
  { low, high }: KnownEnds,
  confidence: number,
  method: string,
): { readonly interval?: Interval } {
  return low === null || high === null ? {} : { interval: { low, high, confidence, method } };
}

/** Ends that may not be known. */
export interface KnownEnds {
  readonly low: number | null;
  readonly high: number | null;
}

/** The least and the most that a single case can be. */
export interface Scale {
  readonly lowest: number;
  readonly highest: number;
}

/** Digits of a value behind the 12th are noise. */
const ROUNDING = 1e-12;

/** Reads the interval of a value, which lies within it; null where none is given. */
export function readIntervalAround(
  value: number,
  interval: unknown,
  path: string,
): IntervalEnds | null {
  if (interval === undefined) return null;
  const ends = checkObject(interval, path);
  const low = checkNumber(ends.low, at(path, 'low'));
  const high = checkNumber(ends.high, at(path, 'high'));
  if (low > high) {
    throw new AptfolioError('inconsistent', path, 'low at most as large as high', interval);
  }
  const noise = ROUNDING * Math.abs(value);
  if (value >= low - noise && value <= high + noise) return { low, high };
  throw new AptfolioError(
    'inconsistent',
    path,
    `ends with the value ${value} between them`,
    interval,
  );
}
