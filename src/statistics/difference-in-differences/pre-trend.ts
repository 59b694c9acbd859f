import { AptfolioError, at, checkList, checkNumber, checkObject } from '../../errors/index.js';
import { normalCdf, studentTCdf } from '../../numerics/index.js';
import {
  type ConfidenceOptions,
  type Interval,
  makeInterval,
  normalReach,
  readConfidence,
  studentInterval,
} from '../interval.js';
import { orderedSum } from '../ordered-sum.js';
import { finite } from '../sample.js';
import { lengthOf } from '../scale.js';
import { welchDegrees } from '../welch.js';
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
      /**
       * Two-sided: by the normal distribution for proportions and rates, by Student's t for means. A large one does not prove parallel trends: few periods show only
       * wide gaps.
       */
      readonly pValue: number;
      readonly method: 'weighted-slope';
    }
  /** In some period neither group varies: there is no error to hold its gap against. */
  | { readonly status: 'no-variation' }
  /** One time alone has no slope. */
  | { readonly status: 'too-few-periods' };

/**
 * Tests whether the gap between treated and control group was changing before the treatment: the slope of the gap over
 * time, each period weighted by how sure its gap is. Of means that goes by the sizes of its groups: their variances are
 * estimates, and weights by them would count most the periods that happened to vary least.
 *
 * A slope that differs from 0 speaks against the assumption of `differenceInDifferences`.
 *
 * @param periods before the treatment, with independent cases; counts, events in exposures or moments, all of one kind.
 * @returns `tested`, `no-variation` or `too-few-periods`.
 * @throws AptfolioError `missing-value`, `invalid-type`, `not-finite`, `out-of-range` or `inconsistent` with a path such as
 * `periods[1].treated.n`.
 *
 * Source: weighted least squares, A. C. Aitken, Proceedings of the Royal Society of Edinburgh 55 (1935) 42–48; F. E. Satterthwaite,
 * Biometrics Bulletin 2 (1946) 110–114, for the degrees of freedom of means; J. D. Angrist and J.-S. Pischke, Mostly Harmless Econometrics (2009), section 5.2, for its use.
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
  const surest = gaps.reduce((least, { unsure }) => Math.min(least, unsure), gaps[0]!.unsure);
  const weights = gaps.map(({ unsure }) => (surest / unsure) * (surest / unsure));
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
  // What each cell's error adds to that of the slope.
  const cells = gaps.flatMap(({ cells: both }) => both);
  const errors = gaps.flatMap(({ time, cells: both }, i) => {
    const part = Math.abs((weights[i]! * (time - middle)) / spread);
    return both.map(({ error }) => part * error);
  });
  const error = lengthOf(errors);
  const statistic = finite(slope / error, 'periods');
  const found =
    cells[0]!.kind === 'mean'
      ? byStudent(
          slope,
          statistic,
          error,
          welchDegrees(
            errors,
            cells.map(({ n }) => n),
          ),
          confidence,
        )
      : byNormal(slope, statistic, error, confidence);
  return Object.freeze({
    status: 'tested',
    periods: gaps.length,
    slope,
    interval: found.interval,
    statistic,
    pValue: Math.min(1, 2 * found.tail),
    method: 'weighted-slope',
  });
}

interface Finding {
  /** Of one side. */
  readonly tail: number;
  readonly interval: Interval;
}

function byStudent(
  slope: number,
  statistic: number,
  standardError: number,
  degreesOfFreedom: number,
  confidence: number,
): Finding {
  const error = { standardError, degreesOfFreedom };
  return {
    tail: studentTCdf(-Math.abs(statistic), degreesOfFreedom),
    interval: studentInterval(slope, error, confidence, 'weighted-slope', 'periods'),
  };
}

function byNormal(slope: number, statistic: number, error: number, confidence: number): Finding {
  const reach = normalReach(confidence) * error;
  return {
    tail: normalCdf(-Math.abs(statistic)),
    interval: makeInterval(slope - reach, slope + reach, confidence, 'weighted-slope'),
  };
}

interface Gap {
  readonly time: number;
  readonly gap: number;
  readonly cells: readonly [Cell, Cell];
  readonly error: number;
  /** What its weight goes by: its error, of means but for a factor that all of them share. */
  readonly unsure: number;
}

function readGaps(periods: unknown): readonly Gap[] {
  const named: (readonly [string, Cell])[] = [];
  const gaps = checkList(periods, 'periods').map((period, i) => {
    const path = at('periods', i);
    const time = checkNumber(checkObject(period, path).time, at(path, 'time'));
    const [treated, control] = readPair(period, path, 'treated', 'control');
    named.push(treated, control);
    const cells = [treated[1], control[1]] as const;
    const error = lengthOf(cells.map((cell) => cell.error));
    const isMean = cells[0].kind === 'mean';
    const unsure = isMean ? lengthOf(cells.map(({ n }) => 1 / Math.sqrt(n))) : error;
    return { time, gap: finite(cells[0].value - cells[1].value, path), cells, error, unsure };
  });
  if (named.length === 0) throw new AptfolioError('empty', 'periods', 'at least one period');
  checkSameKind(named);
  return gaps;
}
