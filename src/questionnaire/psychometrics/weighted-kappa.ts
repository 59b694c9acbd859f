import { checkObject, checkOneOf, checkRange } from '../../errors/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';
import { normalQuantile } from '../../numerics/index.js';
import type { Interval } from '../../statistics/index.js';
import { type AgreementTable, readAgreementTable, sum } from './agreement-table.js';

/** What a disagreement costs: `none` all the same, `linear` by steps, `quadratic` by squared steps. */
export type KappaWeights = 'none' | 'linear' | 'quadratic';

/** How kappa is taken. */
export interface KappaOptions {
  /** Default `quadratic`. */
  readonly weights?: KappaWeights;
  /** Between 0 and 1, exclusive; default 0.95. */
  readonly confidence?: number;
}

/** Agreement beyond chance. */
export type Kappa =
  | {
      readonly status: 'measured';
      /** From −1 to 1; 0 is what chance alone would give. */
      readonly value: number;
      /** Of the value, for large samples. */
      readonly standardError: number;
      /** Within −1 and 1. */
      readonly interval: Interval;
      /** The share of equal results. */
      readonly agreement: number;
      readonly weights: KappaWeights;
      readonly n: number;
    }
  | {
      /** No cases, or all results in one category: chance alone would agree. */
      readonly status: 'undetermined';
      readonly agreement: number | null;
      readonly weights: KappaWeights;
      readonly n: number;
      readonly reasons: readonly Reason[];
    };

/**
 * Cohen's kappa of a table of first against second results, disagreements weighted.
 *
 * @param table square, whole numbers of at least 0; rows and columns in the same order, from the lowest category up.
 * A category without cases still counts as a step.
 * @throws AptfolioError `empty`, `length-mismatch`, `out-of-range`, `unknown-value` and the like, with a path as `table[1][0]`.
 *
 * Sources: J. Cohen, Weighted kappa, Psychological Bulletin 70 (1968) 213–220; J. L. Fleiss, J. Cohen and B. S. Everitt,
 * Large sample standard errors of kappa and weighted kappa, Psychological Bulletin 72 (1969) 323–327.
 *
 * @example
 * ```ts
 * import { weightedKappa } from 'aptfolio/questionnaire';
 *
 * const kappa = weightedKappa([[20, 5], [10, 15]], { weights: 'none' });
 * kappa.agreement; // => 0.7
 * kappa.value; // => 0.4
 * ```
 */
export function weightedKappa(
  table: readonly (readonly number[])[],
  options: KappaOptions = {},
): Kappa {
  const given = checkObject(options, 'options');
  const weights = checkOneOf(given.weights ?? 'quadratic', 'options.weights', [
    'none',
    'linear',
    'quadratic',
  ] as const);
  const confidence = checkRange(given.confidence ?? 0.95, 'options.confidence', {
    exclusiveMin: 0,
    exclusiveMax: 1,
  });
  return kappaOf(readAgreementTable(table), weights, confidence);
}

/** Kappa of a table that was read. */
export function kappaOf(table: AgreementTable, weights: KappaWeights, confidence: number): Kappa {
  const { n, size, shares, rowShares, columnShares, agreement } = table;
  const credit = Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (_, j) => creditOf(Math.abs(i - j), size - 1, weights)),
  );
  const over = (value: (i: number, j: number) => number) =>
    sum(credit.map((row, i) => sum(row.map((_, j) => value(i, j)))));
  const observed = over((i, j) => credit[i]![j]! * shares[i]![j]!);
  const expected = over((i, j) => credit[i]![j]! * rowShares[i]! * columnShares[j]!);
  if (agreement === null || isSingle(rowShares, columnShares)) {
    const reason = makeReason('questionnaire.retest-without-variance', 'warn');
    const reasons = Object.freeze([reason]);
    return Object.freeze({ status: 'undetermined', agreement, weights, n, reasons });
  }
  const value = (observed - expected) / (1 - expected);
  const rowCredit = credit.map((row) => sum(row.map((w, j) => w * columnShares[j]!)));
  const columnCredit = credit.map((row) => sum(row.map((w, i) => w * rowShares[i]!)));
  const spread = over((i, j) => {
    const gap = credit[i]![j]! - (rowCredit[i]! + columnCredit[j]!) * (1 - value);
    return shares[i]![j]! * gap * gap;
  });
  const centre = value - expected * (1 - value);
  const standardError = Math.sqrt(Math.max(0, spread - centre * centre) / n) / (1 - expected);
  const reach = -normalQuantile((1 - confidence) / 2) * standardError;
  const interval = Object.freeze({
    low: Math.max(-1, value - reach) + 0,
    high: Math.min(1, value + reach) + 0,
    confidence,
    method: 'fleiss-cohen-everitt',
  });
  const measured = { value: value + 0, standardError, interval, agreement, weights, n };
  return Object.freeze({ status: 'measured', ...measured });
}

function creditOf(steps: number, most: number, weights: KappaWeights): number {
  if (steps === 0) return 1;
  if (weights === 'none') return 0;
  const share = steps / most;
  return 1 - (weights === 'linear' ? share : share * share);
}

/** Whether all first and all second results are in the same one category. */
function isSingle(rowShares: readonly number[], columnShares: readonly number[]): boolean {
  return rowShares.some((share, i) => share === 1 && columnShares[i] === 1);
}
