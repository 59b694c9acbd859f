import { AptfolioError, at, checkInteger, checkNumber, checkObject } from '../../errors/index.js';
import { type Dyadic, dyadicSum, roundedRatio } from './exact-ratio.js';
import {
  addExactly,
  addSmall,
  type ExactSumDraft,
  type ExactSumState,
  exactSum,
} from './exact-sum.js';
import { refuseDraft } from './refuse-draft.js';

/** Moments that are being added to; private to `exactMoments`. */
export interface ExactMomentsDraft {
  n: number;
  min: number;
  max: number;
  readonly sum: ExactSumDraft;
  readonly squares: ExactSumDraft;
}

/** Exact moments as plain JSON, at most 83 numbers. */
export interface ExactMomentsState {
  readonly n: number;
  /** `null` before the first value. */
  readonly min: number | null;
  readonly max: number | null;
  /** The exact sum of the values. */
  readonly sum: ExactSumState;
  /** The exact sum of their squares. */
  readonly squares: ExactSumState;
}

/** What exact moments say. Every figure is the double nearest to its exact value. */
export type MomentsSummary =
  | { readonly status: 'empty'; readonly n: 0 }
  /** One value has no variance. */
  | {
      readonly status: 'single';
      readonly n: 1;
      readonly sum: number;
      readonly mean: number;
      readonly min: number;
      readonly max: number;
    }
  /** Can be given to `meanInterval` and `welchTest` as it is. */
  | {
      readonly status: 'found';
      readonly n: number;
      readonly sum: number;
      readonly mean: number;
      readonly min: number;
      readonly max: number;
      /** Sample variance (over n − 1), at least 0; exactly 0 if and only if all values are equal. */
      readonly variance: number;
      /** The square root of `variance`. */
      readonly standardDeviation: number;
    };

/** Sizes between which, and at 0, the square of a double is the sum of two doubles without loss. */
const LEAST_SIZE = 1e-100;
const GREATEST_SIZE = 1e100;

/** The functions of `exactMoments`; all refuse what is no draft, with path `draft` or `other`. */
export interface ExactMoments {
  /** The moments of nothing. */
  init(): ExactMomentsDraft;
  /**
   * Adds a value, in place.
   *
   * @param value 0, or of a size from 1e-100 to 1e100: where its square is exact.
   * @param path of the value in errors; default `value`.
   * @throws AptfolioError `missing-value`, `invalid-type`, `not-finite` or `out-of-range`.
   */
  add(draft: ExactMomentsDraft, value: number, path?: string): void;
  /** Adds the values of the other draft, in place; the other stays as it is. */
  merge(draft: ExactMomentsDraft, other: ExactMomentsDraft): void;
  /** Frozen plain JSON, the same bytes for the same values in any order and grouping. */
  encode(draft: ExactMomentsDraft): ExactMomentsState;
  /**
   * A draft that goes on where a state ended.
   *
   * @throws AptfolioError for anything that is no such state, with a path such as `state.squares[0]`.
   */
  decode(state: unknown, path?: string): ExactMomentsDraft;
  /**
   * Mean, variance and range.
   *
   * @throws AptfolioError `inconsistent` with path `draft` if it was decoded from sums that no values have.
   */
  summary(draft: ExactMomentsDraft): MomentsSummary;
}

/**
 * Size, mean, variance and range of values, of which parts can be merged in any order to the same byte.
 *
 * The sums of values and of squares are exact, and so is n·Σx² − (Σx)², whose cancellation costs a plain loop its digits.
 *
 * Source: the product without loss is T. J. Dekker's, A Floating-Point Technique for Extending the Available Precision, Numerische
 * Mathematik 18 (1971) 224–242, with G. W. Veltkamp's splitting.
 *
 * @example
 * ```ts
 * import { exactMoments } from 'aptfolio/statistics';
 *
 * const draft = exactMoments.init();
 * for (const value of [10000001, 10000003, 10000002]) exactMoments.add(draft, value);
 * const { n, mean, variance } = exactMoments.summary(draft);
 * [n, mean, variance]; // => [3, 10000002, 1]
 * exactMoments.encode(draft).squares; // => [300000120000014]
 * ```
 */
export const exactMoments: ExactMoments = Object.freeze({
  init: () => ({
    n: 0,
    min: Number.POSITIVE_INFINITY,
    max: Number.NEGATIVE_INFINITY,
    sum: exactSum.init(),
    squares: exactSum.init(),
  }),
  add(draft: ExactMomentsDraft, value: number, path = 'value') {
    checkDraft(draft, 'draft');
    if (!hasExactSquare(value)) refuse(value, path);
    draft.n += 1;
    if (value < draft.min) draft.min = value;
    if (value > draft.max) draft.max = value;
    addExactly(draft.sum, value);
    addSquare(draft.squares, value);
  },
  merge(draft: ExactMomentsDraft, other: ExactMomentsDraft) {
    checkDraft(draft, 'draft');
    checkDraft(other, 'other');
    draft.n = checkInteger(draft.n + other.n, 'draft.n');
    draft.min = Math.min(draft.min, other.min);
    draft.max = Math.max(draft.max, other.max);
    exactSum.merge(draft.sum, other.sum);
    exactSum.merge(draft.squares, other.squares);
  },
  encode(draft: ExactMomentsDraft) {
    checkDraft(draft, 'draft');
    const { n, min, max, sum, squares } = draft;
    return Object.freeze({
      n,
      min: n === 0 ? null : min + 0,
      max: n === 0 ? null : max + 0,
      sum: exactSum.encode(sum),
      squares: exactSum.encode(squares),
    });
  },
  decode,
  summary,
});

function checkDraft(draft: ExactMomentsDraft | null | undefined, path: string): void {
  if (!Array.isArray(draft?.squares?.rest)) refuseDraft(draft, path);
}

/** Adds x² as the sum of two doubles, its rounded value and what rounding took. */
function addSquare(draft: ExactSumDraft, x: number): void {
  const square = x * x;
  const spread = 134217729 * x;
  const high = spread - (spread - x);
  const low = x - high;
  addExactly(draft, square);
  addSmall(draft, high * high - square + 2 * high * low + low * low);
}

function hasExactSquare(value: unknown): value is number {
  if (typeof value !== 'number') return false;
  const size = Math.abs(value);
  return (size >= LEAST_SIZE && size <= GREATEST_SIZE) || size === 0;
}

function refuse(value: unknown, path: string): never {
  checkNumber(value, path);
  const expected = `0, or a number of a size from ${LEAST_SIZE} to ${GREATEST_SIZE}`;
  throw new AptfolioError('out-of-range', path, expected, value);
}

function summary(draft: ExactMomentsDraft): MomentsSummary {
  checkDraft(draft, 'draft');
  const { n } = draft;
  if (n === 0) return Object.freeze({ status: 'empty', n });
  const exact = dyadicSum(exactSum.encode(draft.sum));
  const figures = {
    sum: exactSum.value(draft.sum),
    mean: roundedRatio(exact.digits, BigInt(n), exact.scale),
    min: draft.min + 0,
    max: draft.max + 0,
  };
  if (n === 1) return Object.freeze({ status: 'single', n, ...figures });
  const variance = varianceOf(n, exact, dyadicSum(exactSum.encode(draft.squares)));
  const standardDeviation = Math.sqrt(variance);
  return Object.freeze({ status: 'found', n, ...figures, variance, standardDeviation });
}

/** (n·Σx² − (Σx)²) / (n·(n − 1)), rounded once. */
function varianceOf(n: number, sum: Dyadic, squares: Dyadic): number {
  const scale = Math.max(2 * sum.scale, squares.scale);
  const times = BigInt(n);
  const difference =
    ((times * squares.digits) << BigInt(scale - squares.scale)) -
    ((sum.digits * sum.digits) << BigInt(scale - 2 * sum.scale));
  if (difference < 0n) {
    throw new AptfolioError('inconsistent', 'draft', 'sums of values and of their squares');
  }
  return roundedRatio(difference, times * (times - 1n), scale);
}

function decode(state: unknown, path = 'state'): ExactMomentsDraft {
  const fields = checkObject(state, path);
  const n = checkInteger(fields.n, at(path, 'n'), { min: 0 });
  const sum = exactSum.decode(fields.sum, at(path, 'sum'));
  const squares = exactSum.decode(fields.squares, at(path, 'squares'));
  const draft = { ...exactMoments.init(), n, sum, squares };
  if (n === 0) return refuseContent(fields, draft, path);
  draft.min = readValue(fields.min, at(path, 'min'));
  draft.max = readValue(fields.max, at(path, 'max'));
  if (draft.min > draft.max) {
    throw new AptfolioError('inconsistent', at(path, 'max'), 'at least `min`', draft.max);
  }
  checkSums(draft, path);
  return draft;
}

/** Sums that no values have are refused but for rounding; what is nearer is found where the variance is reckoned exactly. */
function checkSums({ n, min, max, sum, squares }: ExactMomentsDraft, path: string): void {
  const size = Math.max(Math.abs(min), Math.abs(max));
  const [total, square] = [exactSum.value(sum), exactSum.value(squares)];
  const within = (key: 'sum' | 'squares', value: number, least: number, most: number): void => {
    const rounding = ROUNDING * n * (key === 'sum' ? size : size * size);
    if (value >= least - rounding && value <= most + rounding) return;
    const expected = `a number from ${least} to ${most}, as the other fields say`;
    throw new AptfolioError('inconsistent', at(path, key), expected, value);
  };
  within('sum', total, n * min, n * max);
  within('squares', square, (total / n) * total, n * size * size);
}

const ROUNDING = 1e-12;

/** Where there are no values, there is no range and nothing to sum. */
function refuseContent(
  fields: Readonly<Record<string, unknown>>,
  draft: ExactMomentsDraft,
  path: string,
): ExactMomentsDraft {
  for (const key of ['min', 'max'] as const) {
    if (fields[key] === null) continue;
    throw new AptfolioError('inconsistent', at(path, key), 'null, as n is 0', fields[key]);
  }
  for (const key of ['sum', 'squares'] as const) {
    if (exactSum.value(draft[key]) === 0) continue;
    throw new AptfolioError('inconsistent', at(path, key), 'an empty list, as n is 0');
  }
  return draft;
}

function readValue(value: unknown, path: string): number {
  const number = checkNumber(value, path);
  return hasExactSquare(number) ? number : refuse(number, path);
}
