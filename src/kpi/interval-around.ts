import { AptfolioError, at, checkNumber, checkObject } from '../errors/index.js';

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
