import { AptfolioError, at, checkNumber, checkObject, checkRange } from '../errors/index.js';
import { type Interval, makeInterval } from './interval.js';
import { finite } from './sample.js';
import { lengthOf } from './scale.js';

/** A figure with its interval, however that was made. */
export interface Estimate {
  readonly value: number;
  readonly interval: Pick<Interval, 'low' | 'high' | 'confidence'>;
}

/** A difference of two figures with its interval. */
export interface EstimateDifference {
  /** First value less the second. */
  readonly difference: number;
  /** Of method `mover`. */
  readonly interval: Interval;
}

/**
 * The difference of two independent figures, with an interval put together from theirs: for medians, standardised shares
 * and whatever else has an interval but no test of its own.
 *
 * Each bound is as far from the difference as the two nearer bounds are from their values, in the root of squares. Of
 * Wilson's intervals this is Newcombe's method 10.
 *
 * @param first a value and its interval, which must enclose it.
 * @param second the same, with the same confidence; its value is subtracted.
 * @throws AptfolioError `missing-value`, `invalid-type`, `not-finite`, `out-of-range` or `inconsistent` with a path such as
 * `second.interval.confidence`.
 *
 * Source: G. Y. Zou and A. Donner, Construction of confidence limits about effect measures: a general approach, Statistics in
 * Medicine 27 (2008) 1693–1702.
 *
 * @example
 * ```ts
 * import { differenceOfEstimates, wilsonInterval } from 'aptfolio/statistics';
 *
 * const gap = differenceOfEstimates(
 *   { value: 56 / 70, interval: wilsonInterval(56, 70) },
 *   { value: 48 / 80, interval: wilsonInterval(48, 80) },
 * );
 * gap.difference; // => 0.2
 * gap.interval.low; // => 0.05243147240236
 * ```
 */
export function differenceOfEstimates(first: Estimate, second: Estimate): EstimateDifference {
  const [a, b] = [readEstimate(first, 'first'), readEstimate(second, 'second')];
  if (a.confidence !== b.confidence) {
    const expected = `a confidence of ${a.confidence}, as the first's`;
    throw new AptfolioError('inconsistent', 'second.interval.confidence', expected, b.confidence);
  }
  const difference = a.value - b.value;
  const low = difference - lengthOf([a.value - a.low, b.high - b.value]);
  const high = difference + lengthOf([a.high - a.value, b.value - b.low]);
  return Object.freeze({
    difference: finite(difference, 'second'),
    interval: makeInterval(finite(low, 'second'), finite(high, 'second'), a.confidence, 'mover'),
  });
}

function readEstimate(estimate: unknown, path: string) {
  const given = checkObject(estimate, path);
  const value = checkNumber(given.value, at(path, 'value'));
  const inner = at(path, 'interval');
  const interval = checkObject(given.interval, inner);
  return {
    value,
    low: checkRange(interval.low, at(inner, 'low'), { max: value }),
    high: checkRange(interval.high, at(inner, 'high'), { min: value }),
    confidence: checkRange(interval.confidence, at(inner, 'confidence'), {
      exclusiveMin: 0,
      exclusiveMax: 1,
    }),
  };
}
