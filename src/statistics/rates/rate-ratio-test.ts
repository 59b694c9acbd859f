import { binomialCdf, binomialDensity } from '../../numerics/index.js';
import { exactInterval } from '../exact-interval.js';
import { type ConfidenceOptions, readConfidence } from '../interval.js';
import { makeRatio, type RatioEstimate } from '../ratio-estimate.js';
import { checkRateCount, type RateCount } from './rate-count.js';

/** What comparing two rates showed. */
export type RateRatioTest =
  | {
      readonly status: 'tested';
      /** First rate over the second, with the exact interval of method `poisson-conditional`. */
      readonly ratio: RatioEstimate;
      /** Two-sided: all splits of the events that are at most as likely. */
      readonly pValue: number;
      readonly method: 'poisson-conditional';
    }
  /** Neither group has an event. */
  | { readonly status: 'no-events' };

/**
 * Tests exactly whether two Poisson rates differ, two-sided, with the exact interval of their ratio.
 *
 * Given the number of events in all, those of the first group are binomial. Test and interval are those of R's
 * `poisson.test`.
 *
 * @param first events and exposure of the first group.
 * @param second events and exposure of the second group, in the same unit.
 * @returns `tested`; or `no-events` if nothing happened in either group.
 * @throws AptfolioError `missing-value`, `invalid-type`, `not-finite` or `out-of-range` with a path such as
 * `first.exposure`.
 *
 * Source: J. Przyborowski and H. Wilenski, Homogeneity of results in testing samples from Poisson series, Biometrika 31
 * (1940) 313–323.
 *
 * @example
 * ```ts
 * import { rateRatioTest } from 'aptfolio/statistics';
 *
 * const test = rateRatioTest({ events: 11, exposure: 800 }, { events: 21, exposure: 3011 });
 * test.ratio.value; // => 1.9714880952380952
 * test.pValue; // => 0.07966863303
 * ```
 */
export function rateRatioTest(
  first: RateCount,
  second: RateCount,
  options: ConfidenceOptions = {},
): RateRatioTest {
  const a = checkRateCount(first, 'first');
  const b = checkRateCount(second, 'second');
  const confidence = readConfidence(options);
  const events = a.events + b.events;
  if (events === 0) return Object.freeze({ status: 'no-events' });
  const expected = a.exposure / (a.exposure + b.exposure);
  return Object.freeze({
    status: 'tested',
    ratio: ratioOf(a, b, confidence),
    pValue: twoSided(a.events, events, expected),
    method: 'poisson-conditional',
  });
}

function ratioOf(a: RateCount, b: RateCount, confidence: number): RatioEstimate {
  const perExposure = b.exposure / a.exposure;
  const value = (a.events / b.events) * perExposure;
  const [low, high] = oddsOf(a.events, b.events, confidence);
  const bound = high === undefined ? undefined : high * perExposure;
  return makeRatio(value, low * perExposure, bound, confidence, 'poisson-conditional');
}

/** The exact interval of the odds, from the share of the rarer: 1 less a share near 1 would lose digits. */
function oddsOf(
  events: number,
  others: number,
  confidence: number,
): readonly [low: number, high?: number] {
  const rarer = Math.min(events, others);
  const { low, high } = exactInterval(rarer, events + others, { confidence });
  const [least, most] = [low / (1 - low), high / (1 - high)];
  if (events <= others) return [least, most];
  return low === 0 ? [1 / most] : [1 / most, 1 / least];
}

/** As R: a probability within 1e-7 of the observed one counts as equally likely. */
const ALIKE = 1 + 1e-7;

/** The probability of all counts that are at most as likely as the observed one. */
function twoSided(x: number, n: number, p: number): number {
  // Seen from the other end, an upper tail is a lower one.
  if (x > n * p) return twoSided(n - x, n, 1 - p);
  if (x === n * p) return 1;
  const observed = binomialDensity(x, n, p) * ALIKE;
  // Above the mean the probabilities fall; find the first that is rare enough.
  let [low, high] = [Math.min(n, Math.ceil(n * p)), n + 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (binomialDensity(middle, n, p) <= observed) high = middle;
    else low = middle + 1;
  }
  const above = low > n ? 0 : binomialCdf(n - low, n, 1 - p);
  return Math.min(1, binomialCdf(x, n, p) + above);
}
