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
import { byStudent, isAlike, testedCell } from './by-student.js';
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
       * Two-sided: by the normal distribution for rates, by Student's t for proportions and means. A large one does not prove parallel trends: few periods show only
       * wide gaps.
       */
      readonly pValue: number;
      readonly method: 'weighted-slope';
    }
  /** All cases came out alike, or of rates and means in some period neither group varies: there is no error to hold its gap against. */
  | { readonly status: 'no-variation' }
  /** One time alone has no slope. */
  | { readonly status: 'too-few-periods' };

/**
 * Tests whether the gap between treated and control group was changing before the treatment: the slope of the gap over
 * time, each period weighted by how sure its gap is. Of means that goes by the sizes of its groups: their variances are
 * estimates, and weights by them would count most the periods that happened to vary least. For the same reason errors, test and interval of proportions take one success and one
 * failure more in each cell, as those of `differenceInDifferences`.
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
 * trend.slope; // => 0.004977043205
 * trend.pValue; // => 0.8940415956
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
  const given = gaps.flatMap(({ cells }) => cells);
  if (isAlike(given) || gaps.some(({ error }) => error === 0)) {
    return Object.freeze({ status: 'no-variation' });
  }
  const found = slopeOf(gaps, confidence);
  return Object.freeze({
    status: 'tested',
    periods: gaps.length,
    slope: found.slope,
    interval: found.interval,
    statistic: found.statistic,
    pValue: found.pValue,
    method: 'weighted-slope',
  });
}

interface Finding {
  readonly statistic: number;
  readonly pValue: number;
  readonly interval: Interval;
}

function slopeOf(gaps: readonly Gap[], confidence: number): Finding & { readonly slope: number } {
  // Against the surest gap, whose own square may leave the doubles.
  const surest = gaps.reduce((least, { unsure }) => Math.min(least, unsure), gaps[0]!.unsure);
  const weights = gaps.map(({ unsure }) => (surest / unsure) * (surest / unsure));
  const weighted = (terms: readonly number[]): number =>
    orderedSum(terms.map((term, i) => term * weights[i]!));
  const weight = weighted(gaps.map(() => 1));
  const middle = weighted(gaps.map(({ time }) => time)) / weight;
  const away = gaps.map(({ time }) => time - middle);
  const spread = finite(weighted(away.map((time) => time * time)), 'periods');
  const through = (values: readonly number[]): number => {
    const usual = weighted(values) / weight;
    return finite(weighted(values.map((gap, i) => away[i]! * (gap - usual))) / spread, 'periods');
  };
  const slope = through(gaps.map(({ gap }) => gap));
  // What each cell's error adds to that of the slope.
  const parts = gaps.flatMap(({ tested }, i) => {
    const part = Math.abs((weights[i]! * away[i]!) / spread);
    return tested.map(({ kind, error, n }) => ({ kind, error: part * error, n }));
  });
  if (parts[0]!.kind === 'rate') return { slope, ...byNormal(slope, parts, confidence) };
  const drawn = through(
    gaps.map(({ tested: [treated, control] }) => treated.value - control.value),
  );
  // Some gap has an error, and some time is away from the middle one.
  const found = byStudent(
    { estimate: slope, drawn },
    parts,
    confidence,
    'weighted-slope',
    'periods',
  );
  return { slope, ...found! };
}

function byNormal(
  slope: number,
  parts: readonly { readonly error: number }[],
  confidence: number,
): Finding {
  const error = lengthOf(parts.map((part) => part.error));
  const statistic = finite(slope / error, 'periods');
  const reach = normalReach(confidence) * error;
  return {
    statistic,
    pValue: Math.min(1, 2 * normalCdf(-Math.abs(statistic))),
    interval: makeInterval(slope - reach, slope + reach, confidence, 'weighted-slope'),
  };
}

interface Gap {
  readonly time: number;
  readonly gap: number;
  readonly cells: readonly [Cell, Cell];
  /** The cells by which the slope is tested. */
  readonly tested: readonly [Cell, Cell];
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
    const tested = [testedCell(cells[0]), testedCell(cells[1])] as const;
    const error = lengthOf(tested.map((cell) => cell.error));
    const isMean = cells[0].kind === 'mean';
    const unsure = isMean ? lengthOf(cells.map(({ n }) => 1 / Math.sqrt(n))) : error;
    const gap = finite(cells[0].value - cells[1].value, path);
    return { time, gap, cells, tested, error, unsure };
  });
  if (named.length === 0) throw new AptfolioError('empty', 'periods', 'at least one period');
  checkSameKind(named);
  return gaps;
}
