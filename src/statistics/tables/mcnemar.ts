import {
  AptfolioError,
  at,
  checkInteger,
  checkObject,
  checkOneOf,
  type FieldsOf,
} from '../../errors/index.js';
import { binomialCdf, binomialDensity } from '../../numerics/index.js';
import {
  type ConfidenceOptions,
  type Interval,
  makeInterval,
  normalReach,
  readConfidence,
} from '../interval.js';

/** Two answers of the same cases, such as satisfied before and after. */
export interface PairedCounts {
  /** Yes both times. */
  readonly both: number;
  /** Yes the first time only. */
  readonly firstOnly: number;
  /** Yes the second time only. */
  readonly secondOnly: number;
  /** No both times. */
  readonly neither: number;
}

/** The names of McNemar's p-values. */
export const MCNEMAR_METHODS = ['exact', 'mid-p'] as const;

/** Confidence, and which p-value. */
export interface McnemarOptions extends ConfidenceOptions {
  /** `exact` (default) is never too small; `mid-p` is nearer on average, and at times a little too small. */
  readonly method?: (typeof MCNEMAR_METHODS)[number];
}

/** What comparing two shares of the same cases showed. */
export type McnemarTest =
  | {
      readonly status: 'tested';
      readonly n: number;
      /** Share of yes the first time, and the second. */
      readonly first: number;
      readonly second: number;
      /** First less second. */
      readonly difference: number;
      /** Of the difference, of method `bonett-price`. */
      readonly interval: Interval;
      /** Two-sided. */
      readonly pValue: number;
      readonly method: 'mcnemar-exact' | 'mcnemar-mid-p';
    }
  /** No case changed its answer. */
  | { readonly status: 'no-variation'; readonly n: number; readonly difference: 0 };

const OPTIONS: FieldsOf<McnemarOptions> = { confidence: true, method: true };

/**
 * Tests whether two shares of the same cases differ: McNemar's test by the binomial distribution, two-sided, with Bonett
 * and Price's adjusted interval of the difference.
 *
 * Only the cases that changed their answer tell anything about the difference.
 *
 * @param counts whole numbers of at least 0, at least one above it.
 * @returns `tested`, or `no-variation` if no case changed.
 * @throws AptfolioError `missing-value`, `invalid-type`, `out-of-range`, `empty` or `unknown-value` by path.
 *
 * Source: Q. McNemar, Psychometrika 12 (1947) 153–157; M. W. Fagerland, S. Lydersen and P. Laake, BMC Medical Research
 * Methodology 13 (2013) 91, for mid-p; D. G. Bonett and R. M. Price, Journal of Educational and Behavioral Statistics 37
 * (2012) 479–488, for the interval.
 *
 * @example
 * ```ts
 * import { mcnemarTest } from 'aptfolio/statistics';
 *
 * const test = mcnemarTest({ both: 1, firstOnly: 1, secondOnly: 7, neither: 12 });
 * test.difference; // => -0.2857142857142857
 * test.pValue; // => 0.0703125
 * ```
 */
export function mcnemarTest(counts: PairedCounts, options: McnemarOptions = {}): McnemarTest {
  const { both, firstOnly, secondOnly, neither } = readCounts(counts);
  const confidence = readConfidence(options, OPTIONS);
  const { method: given = 'exact' } = checkObject(options, 'options');
  const method = checkOneOf(given, 'options.method', MCNEMAR_METHODS);
  const n = both + firstOnly + secondOnly + neither;
  const changed = firstOnly + secondOnly;
  if (changed === 0) return Object.freeze({ status: 'no-variation', n, difference: 0 });
  const fewer = Math.min(firstOnly, secondOnly);
  const half = method === 'mid-p' ? binomialDensity(fewer, changed, 0.5) : 0;
  return Object.freeze({
    status: 'tested',
    n,
    first: (both + firstOnly) / n,
    second: (both + secondOnly) / n,
    difference: (firstOnly - secondOnly) / n + 0,
    interval: bonettPrice(firstOnly, secondOnly, n, confidence),
    pValue: Math.min(1, 2 * binomialCdf(fewer, changed, 0.5) - half),
    method: `mcnemar-${method}`,
  });
}

function readCounts(counts: unknown): PairedCounts {
  const given = checkObject(counts, 'counts');
  const read = (field: keyof PairedCounts): number =>
    checkInteger(given[field], at('counts', field), { min: 0 });
  const all = {
    both: read('both'),
    firstOnly: read('firstOnly'),
    secondOnly: read('secondOnly'),
    neither: read('neither'),
  };
  if (all.both + all.firstOnly + all.secondOnly + all.neither === 0) {
    throw new AptfolioError('empty', 'counts', 'at least one case');
  }
  return all;
}

/** Wald's interval with one case added to either change. */
function bonettPrice(
  firstOnly: number,
  secondOnly: number,
  n: number,
  confidence: number,
): Interval {
  const p = (firstOnly + 1) / (n + 2);
  const q = (secondOnly + 1) / (n + 2);
  const reach = normalReach(confidence) * Math.sqrt((p + q - (p - q) * (p - q)) / (n + 2));
  return makeInterval(
    Math.max(-1, p - q - reach),
    Math.min(1, p - q + reach),
    confidence,
    'bonett-price',
  );
}
