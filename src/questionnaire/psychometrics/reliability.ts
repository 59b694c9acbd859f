import { checkInteger, checkObject, checkRange } from '../../errors/index.js';
import type { Reason } from '../../evidence/index.js';
import { alphaOf, feldtInterval } from './alpha.js';
import { correlationsOf } from './correlations.js';
import { guttmanLambdas } from './guttman.js';
import { type ItemMoments, itemMoments } from './item-moments.js';
import { listItems } from './list-items.js';
import { isVariance, keyed, submatrix, sumOf, traceOf } from './matrix-sums.js';
import { omegaByMaximumLikelihood, omegaByMinres } from './omega.js';
import {
  type MissingAnswers,
  type ResponseMatrix,
  type ResponseRow,
  readResponses,
} from './read-responses.js';
import { findings, omissions, tooFew } from './reliability-reasons.js';
import type { Alpha, MeasuredReliability, Reliability } from './reliability-result.js';
import { splitHalf } from './split-half.js';
import type { PointRange } from './turn-items.js';

/** Less than this is none: its digits are lost where doubles end. */
const LEAST_VARIANCE = 1e-280;

/** What is to be known about the responses. */
export interface ReliabilityOptions {
  /** The items' ids: names for lists of points; for records, the items that count. Default: all, in their order. */
  readonly items?: readonly string[];
  /** How many clients gave each response, for answer patterns that were counted; whole numbers, default 1 each. */
  readonly counts?: readonly number[];
  /** Items to score the other way round, each with the lowest and highest points it can bring. */
  readonly reverse?: Readonly<Record<string, PointRange>>;
  /** `refuse` (default) throws at a missing answer; `listwise` leaves the whole response out. */
  readonly missing?: MissingAnswers;
  /** Of alpha's interval, between 0 and 1, exclusive; default 0.95. */
  readonly confidence?: number;
  /** For the search among splits of more than 22 items; a whole number from 0, default 1. */
  readonly seed?: number;
}

/**
 * How reliably a questionnaire measures, judged by many clients' points: alpha, omega, Guttman's bounds, the range of
 * split halves and the part of each item.
 *
 * An item on which all clients score alike does not count, whatever it adds to the total's mean. An item that runs
 * against the first principal component is reported as reversed and counts as it was scored, but for `splitHalf`,
 * where a half of items that run both ways would measure nothing.
 *
 * @param responses at least one, of at most 200 items; a list of points in the order of the items, or points by item
 * id.
 * @returns `measured`, or `undetermined` with reasons for fewer than two responses or items that differ.
 * @throws AptfolioError with path, as `responses[3].q2` or `options.counts[0]`: `empty`, `length-mismatch`, `invalid-type`,
 * `not-finite`, `missing-value`, `unknown-id`, `duplicate-id`, `out-of-range`, `inconsistent`, `unknown-value`,
 * `too-long`.
 *
 * Sources: Cronbach (1951), Feldt (1965), Guttman (1945), McDonald (1999), Harman and Jones (1966), in full at each
 * formula; conventions as in R's psych 2.2.9.
 *
 * @example
 * ```ts
 * import { reliability } from 'aptfolio/questionnaire';
 *
 * const result = reliability([[1, 2, 1], [2, 2, 3], [3, 4, 3], [4, 4, 5]], { items: ['q1', 'q2', 'q3'] });
 * result.status; // => 'measured'
 * result.total; // => { mean: 8.5, sd: 3.872983346207417 }
 * result.alpha.value; // => 0.9333333333333333
 * result.reversed; // => []
 * ```
 */
export function reliability(
  responses: readonly ResponseRow[],
  options: ReliabilityOptions = {},
): Reliability {
  const given = checkObject(options, 'options');
  const confidence = checkRange(given.confidence ?? 0.95, 'options.confidence', {
    exclusiveMin: 0,
    exclusiveMax: 1,
  });
  const seed = checkInteger(given.seed ?? 1, 'options.seed', { min: 0 });
  const matrix = readResponses(responses, given);
  const { n, dropped, ids } = matrix;
  if (n < 2) return undetermined(matrix, 0, omissions([], dropped));
  const moments = itemMoments(matrix);
  const kept = Array.from(ids.keys()).filter((item) => varianceOf(moments, item) > LEAST_VARIANCE);
  const unvaried = ids.filter((_, item) => !kept.includes(item));
  const reasons = omissions(unvaried, dropped);
  if (kept.length < 2) return undetermined(matrix, kept.length, reasons);
  return measure(matrix, moments, kept, { confidence, seed, reasons });
}

function undetermined(
  { n, dropped }: ResponseMatrix,
  k: number,
  reasons: readonly Reason[],
): Reliability {
  return Object.freeze({
    status: 'undetermined',
    n,
    k,
    dropped,
    reasons: Object.freeze([tooFew(n, k), ...reasons]),
  });
}

interface Settings {
  readonly confidence: number;
  readonly seed: number;
  readonly reasons: readonly Reason[];
}

function measure(
  matrix: ResponseMatrix,
  moments: ItemMoments,
  kept: readonly number[],
  { confidence, seed, reasons }: Settings,
): MeasuredReliability {
  const { ids, n, dropped } = matrix;
  const k = kept.length;
  const covariances = submatrix(moments.covariances, ids.length, kept);
  const correlations = correlationsOf(covariances, k);
  const { keys } = correlations;
  const variance = sumOf(covariances);
  const varies = isVariance(variance, traceOf(covariances, k));
  const total = {
    mean: moments.means.reduce((sum, mean) => sum + mean, 0) + 0,
    sd: varies ? Math.sqrt(variance) : 0,
  };
  const alpha = readAlpha(alphaOf(covariances, k), n, k, confidence);
  const halves = splitHalf(keyed(correlations.matrix, keys), k, seed);
  const omega = omegaByMinres(correlations);
  const omegaMaximumLikelihood = omegaByMaximumLikelihood(correlations);
  const reversed = kept.filter((_, at) => keys[at] === -1).map((i) => ids[i]!);
  const figures = {
    n,
    k,
    dropped,
    items: listItems(ids, moments, kept, covariances, correlations, omega.loadings),
    total: Object.freeze(total),
    alpha,
    standardisedAlpha: alphaOf(correlations.matrix, k),
    averageCorrelation: (sumOf(correlations.matrix) - k) / (k * (k - 1)) + 0,
    lambdas: guttmanLambdas(correlations, halves?.max ?? null),
    splitHalf: halves,
    omega,
    omegaMaximumLikelihood,
    standardErrorOfMeasurement:
      alpha === null ? null : total.sd * Math.sqrt(Math.max(0, 1 - alpha.value)),
    reversed: Object.freeze(reversed),
    alphaIfTurned: reversed.length === 0 ? null : alphaOf(keyed(covariances, keys), k),
  };
  return Object.freeze({
    status: 'measured',
    ...figures,
    reasons: Object.freeze([...findings(figures, correlations.smc === null), ...reasons]),
  });
}

function readAlpha(value: number | null, n: number, k: number, confidence: number): Alpha | null {
  if (value === null) return null;
  return Object.freeze({ value: value + 0, interval: feldtInterval(value, n, k, confidence) });
}

function varianceOf({ covariances, means }: ItemMoments, item: number): number {
  return covariances[item * means.length + item]!;
}
