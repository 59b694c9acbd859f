import { at, checkList, checkObject, checkRange, checkVector } from '../../errors/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';
import { fUpperTail } from '../../numerics/index.js';
import type { Interval } from '../../statistics/index.js';
import {
  type Bounds,
  fixedBounds,
  oneWayBounds,
  randomBounds,
  stepUp,
} from './intraclass-bounds.js';
import { type MeanSquares, meanSquares } from './mean-squares.js';

/** How sure the intervals are to be. */
export interface IntraclassOptions {
  /** Between 0 and 1, exclusive; default 0.95. */
  readonly confidence?: number;
}

/** One form of the coefficient. */
export interface IntraclassCorrelation {
  /** `null` where it is not defined: the subjects do not differ at all. It may be below 0. */
  readonly value: number | null;
  /** Of the hypothesis that it is 0; `null` where there is no error to hold the subjects' differences against. */
  readonly f: number | null;
  readonly numeratorDegrees: number;
  readonly denominatorDegrees: number;
  readonly pValue: number;
  readonly interval: Interval | null;
}

/** How far several ratings of the same subjects agree. */
export type IntraclassCorrelations =
  | {
      readonly status: 'measured';
      readonly subjects: number;
      readonly raters: number;
      /** One-way: every subject has raters of its own. */
      readonly icc1: IntraclassCorrelation;
      /** Two-way, raters a sample of all raters: absolute agreement. */
      readonly icc2: IntraclassCorrelation;
      /** Two-way, these raters only: consistency. */
      readonly icc3: IntraclassCorrelation;
      /** The same three of the mean over the raters. */
      readonly icc1k: IntraclassCorrelation;
      readonly icc2k: IntraclassCorrelation;
      readonly icc3k: IntraclassCorrelation;
    }
  | {
      /** Fewer than two subjects or raters, or all ratings alike. */
      readonly status: 'undetermined';
      readonly subjects: number;
      readonly raters: number;
      readonly reasons: readonly Reason[];
    };

/**
 * The six intraclass correlations, each with its F test and interval. For a retest the raters are the occasions.
 *
 * @param ratings a row for each subject, a column for each rater or occasion; complete.
 * @throws AptfolioError `empty`, `length-mismatch`, `not-finite` and the like, with a path as `ratings[2][0]`.
 *
 * Sources: P. E. Shrout and J. L. Fleiss, Intraclass correlations: uses in assessing rater reliability, Psychological
 * Bulletin 86 (1979) 420–428; K. O. McGraw and S. P. Wong, Psychological Methods 1 (1996) 30–46.
 *
 * @example
 * ```ts
 * import { intraclassCorrelations } from 'aptfolio/questionnaire';
 *
 * // Shrout and Fleiss, table 2: six subjects, four judges.
 * const result = intraclassCorrelations([
 *   [9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7],
 * ]);
 * result.icc1.value; // => 0.165741768405
 * result.icc2.value; // => 0.289763779528
 * result.icc3k.value; // => 0.909315542377
 * ```
 */
export function intraclassCorrelations(
  ratings: readonly (readonly number[])[],
  options: IntraclassOptions = {},
): IntraclassCorrelations {
  const rows = checkList<readonly number[]>(ratings, 'ratings', { minLength: 1 });
  const first = checkVector(rows[0], 'ratings[0]');
  const table = rows.map((row, index) => checkVector(row, at('ratings', index), first.length));
  const { confidence = 0.95 } = checkObject(options, 'options');
  const sure = checkRange(confidence, 'options.confidence', { exclusiveMin: 0, exclusiveMax: 1 });
  const size = { subjects: rows.length, raters: first.length };
  if (size.subjects < 2 || size.raters < 2) {
    const reason = makeReason('questionnaire.too-few-ratings', 'warn', { ...size, minimum: 2 });
    return Object.freeze({ status: 'undetermined', ...size, reasons: Object.freeze([reason]) });
  }
  const squares = meanSquares(table);
  if (squares.subjects + squares.raters + squares.error === 0) {
    const reason = makeReason('questionnaire.ratings-without-variance', 'warn');
    return Object.freeze({ status: 'undetermined', ...size, reasons: Object.freeze([reason]) });
  }
  return Object.freeze({ status: 'measured', ...size, ...sixForms(squares, sure) });
}

function sixForms(squares: MeanSquares, confidence: number) {
  const { n, k, subjects: msb, raters: msj, error: mse, within: msw } = squares;
  const one = bounded(oneWayBounds(squares, confidence), confidence);
  const icc2 = ratio(msb - mse, msb + (k - 1) * mse + (k * (msj - mse)) / n);
  const random = bounded(randomBounds(squares, icc2, confidence), confidence);
  const fixed = bounded(fixedBounds(squares, confidence), confidence);
  const oneWay = test(msb, msw, n - 1, n * (k - 1));
  const twoWay = test(msb, mse, n - 1, (n - 1) * (k - 1));
  const form = (value: number | null, f: FTest, interval: Interval | null) =>
    Object.freeze({ value, ...f, interval });
  const mean = (interval: Interval | null) =>
    interval === null ? null : bounded(stepUp(interval, k), confidence);
  return {
    icc1: form(ratio(msb - msw, msb + (k - 1) * msw), oneWay, one),
    icc2: form(icc2, twoWay, random),
    icc3: form(ratio(msb - mse, msb + (k - 1) * mse), twoWay, fixed),
    icc1k: form(ratio(msb - msw, msb), oneWay, mean(one)),
    icc2k: form(ratio(msb - mse, msb + (msj - mse) / n), twoWay, mean(random)),
    icc3k: form(ratio(msb - mse, msb), twoWay, mean(fixed)),
  };
}

function ratio(part: number, whole: number): number | null {
  return whole > 0 ? part / whole + 0 : null;
}

type FTest = Omit<IntraclassCorrelation, 'value' | 'interval'>;

function test(between: number, error: number, numerator: number, denominator: number): FTest {
  const degrees = { numeratorDegrees: numerator, denominatorDegrees: denominator };
  if (error === 0) return { f: null, ...degrees, pValue: between > 0 ? 0 : 1 };
  const f = between / error;
  return { f, ...degrees, pValue: fUpperTail(f, numerator, denominator) };
}

function bounded(bounds: Bounds | null, confidence: number): Interval | null {
  if (bounds === null || !Number.isFinite(bounds.low) || !Number.isFinite(bounds.high)) return null;
  const { low, high } = bounds;
  return Object.freeze({ low: low + 0, high: high + 0, confidence, method: 'shrout-fleiss' });
}
