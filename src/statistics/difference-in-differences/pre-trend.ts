import { AptfolioError, at, checkList, checkNumber, checkObject } from '../../errors/index.js';
import { normalCdf } from '../../numerics/index.js';
import {
  type ConfidenceOptions,
  type Interval,
  makeInterval,
  normalReach,
  readConfidence,
} from '../interval.js';
import { orderedSum } from '../ordered-sum.js';
import { finite } from '../sample.js';
import { lengthOf } from '../scale.js';
import { type Cell, checkSameKind, readPair, type StudyCell } from './cells.js';

/** Both groups in one period before the treatment. */
export interface EarlierPeriod<C extends StudyCell> {
  /** When it was, in any unit of time. */
  readonly time: number;
  readonly treated: C;
  readonly control: C;
}

/** Whether two groups were already drifting apart before the treatment. */
export type PreTrend =
  | {
      readonly status: 'tested';
      readonly periods: number;
      /** By how much the gap treated − control grew per unit of time. */
      readonly slope: number;
      /** Of the slope, of method `weighted-slope`. */
      readonly interval: Interval;
      /** Slope in standard errors. */
      readonly statistic: number;
      /** Two-sided. A large one does not prove parallel trends: few periods show only wide gaps. */
      readonly pValue: number;
      readonly method: 'weighted-slope';
    }
  /** In some period neither group varies: there is no error to hold its gap against. */
  | { readonly status: 'no-variation' }
  /** One time alone has no slope. */
  | { readonly status: 'too-few-periods' };

/**
 * Tests whether the gap between treated and control group was changing before the treatment: the slope of the gap over
 * time, each period weighted by how sure its gap is.
 *
 * A slope that differs from 0 speaks against the assumption of `differenceInDifferences`.
 *
 * @param periods before the treatment, with independent cases; counts, events in exposures or moments, all of one kind.
 * @returns `tested`, `no-variation` or `too-few-periods`.
 * @throws AptfolioError `missing-value`, `invalid-type`, `not-finite`, `out-of-range` or `inconsistent` with a path such as
 * `periods[1].treated.n`.
 *
 * Source: weighted least squares with known variances, A. C. Aitken, Proceedings of the Royal Society of Edinburgh 55 (1935)
 * 42–48; J. D. Angrist and J.-S. Pischke, Mostly Harmless Econometrics (2009), section 5.2, for its use.
 *
 * @example
 * ```ts
 * import { preTrend } from 'aptfolio/statistics';
 *
 * const trend = preTrend([
 *   { time: 1, treated: { successes: 110, n: 200 }, control: { successes: 84, n: 150 } },
 *   { time: 2, treated: { successes: 116, n: 200 }, control: { successes: 87, n: 150 } },
 *   { time: 3, treated: { successes: 120, n: 200 }, control: { successes: 90, n: 150 } },
 * ]);
 * trend.slope; // => 0.004976488185
 * trend.pValue; // => 0.8949330935
 * ```
 */
export function preTrend<C extends StudyCell>(
  periods: readonly EarlierPeriod<C>[],
  options: ConfidenceOptions = {},
): PreTrend {
  const gaps = readGaps(periods);
  const confidence = readConfidence(options);
  if (new Set(gaps.map(({ time }) => time)).size < 2) {
    return Object.freeze({ status: 'too-few-periods' });
  }
  if (gaps.some(({ error }) => error === 0)) return Object.freeze({ status: 'no-variation' });
  // Against the surest gap, whose own square may leave the doubles.
  const surest = gaps.reduce((least, { error }) => Math.min(least, error), gaps[0]!.error);
  const weights = gaps.map(({ error }) => (surest / error) * (surest / error));
  const weighted = (terms: readonly number[]): number =>
    orderedSum(terms.map((term, i) => term * weights[i]!));
  const weight = weighted(gaps.map(() => 1));
  const middle = weighted(gaps.map(({ time }) => time)) / weight;
  const usual = weighted(gaps.map(({ gap }) => gap)) / weight;
  const spread = finite(
    weighted(gaps.map(({ time }) => (time - middle) * (time - middle))),
    'periods',
  );
  const slope = finite(
    weighted(gaps.map(({ time, gap }) => (time - middle) * (gap - usual))) / spread,
    'periods',
  );
  const error = surest / Math.sqrt(spread);
  const reach = normalReach(confidence) * error;
  const statistic = finite(slope / error, 'periods');
  return Object.freeze({
    status: 'tested',
    periods: gaps.length,
    slope,
    interval: makeInterval(slope - reach, slope + reach, confidence, 'weighted-slope'),
    statistic,
    pValue: Math.min(1, 2 * normalCdf(-Math.abs(statistic))),
    method: 'weighted-slope',
  });
}

interface Gap {
  readonly time: number;
  readonly gap: number;
  readonly error: number;
}

function readGaps(periods: unknown): readonly Gap[] {
  const named: (readonly [string, Cell])[] = [];
  const gaps = checkList(periods, 'periods').map((period, i) => {
    const path = at('periods', i);
    const time = checkNumber(checkObject(period, path).time, at(path, 'time'));
    const [treated, control] = readPair(period, path, 'treated', 'control');
    named.push(treated, control);
    const error = lengthOf([treated[1].error, control[1].error]);
    return { time, gap: finite(treated[1].value - control[1].value, path), error };
  });
  if (named.length === 0) throw new AptfolioError('empty', 'periods', 'at least one period');
  checkSameKind(named);
  return gaps;
}
