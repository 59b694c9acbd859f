import { AptfolioError, checkVector } from '../errors/index.js';
import { normalCdf } from '../numerics/index.js';
import { kendallVariance } from './kendall-variance.js';
import { checkMinimum } from './sample.js';

/** Whether values rise or fall with their order more than chance explains. */
export type MannKendall =
  | {
      readonly status: 'tested';
      readonly n: number;
      /** Pairs that rise less pairs that fall. */
      readonly statistic: number;
      /** From −1 (always falling) to 1 (always rising); with ties Kendall's τ_b, as against an order without ties. */
      readonly tau: number;
      /** Two-sided. */
      readonly pValue: number;
      /** `exact` up to 50 values without ties, else the normal approximation, corrected for ties and continuity. */
      readonly method: 'exact' | 'normal';
    }
  | {
      /** All values are alike. */
      readonly status: 'no-variation';
      readonly n: number;
    };

/** The most values: every pair is looked at. */
export const MANN_KENDALL_LIMIT = 2000;

/** Up to this many values without ties the distribution is counted out. */
const EXACT_LIMIT = 50;

/**
 * The Mann–Kendall test for a trend in values that stand in the order of time.
 *
 * It asks only whether later values are larger, so no shape of trend and no distribution is assumed; the values must
 * be independent of one another.
 *
 * @param values 2 to 2,000 finite numbers, in the order of time.
 * @throws AptfolioError `empty`, `length-mismatch` for a single value, `too-long` or `not-finite`.
 *
 * Sources: H. B. Mann, Econometrica 13 (1945) 245–259; M. G. Kendall, Rank Correlation Methods (1970).
 *
 * @example
 * ```ts
 * import { mannKendall } from 'aptfolio/statistics';
 *
 * const test = mannKendall([3, 4, 4.5, 6, 7]);
 * test.statistic; // => 10
 * test.pValue; // => 0.016666666666666666
 * mannKendall([2, 2, 2]).status; // => 'no-variation'
 * ```
 */
export function mannKendall(values: readonly number[] | Float64Array): MannKendall {
  const vector = checkVector(values, 'values');
  checkMinimum(vector, 'values', 2);
  const n = vector.length;
  if (n > MANN_KENDALL_LIMIT) {
    const expected = `a list of at most ${MANN_KENDALL_LIMIT} numbers`;
    throw new AptfolioError('too-long', 'values', expected, [...vector]);
  }
  const { rising, falling } = countPairs(vector);
  const pairs = (n * (n - 1)) / 2;
  const untied = rising + falling;
  if (untied === 0) return Object.freeze({ status: 'no-variation', n });
  const statistic = rising - falling;
  const exact = untied === pairs && n <= EXACT_LIMIT;
  return Object.freeze({
    status: 'tested',
    n,
    statistic,
    tau: statistic / Math.sqrt(pairs * untied),
    pValue: exact ? exactP(n, Math.min(rising, falling)) : normalP(statistic, vector),
    method: exact ? 'exact' : 'normal',
  });
}

function countPairs(values: Float64Array): { rising: number; falling: number } {
  let rising = 0;
  let falling = 0;
  for (let j = 1; j < values.length; j++) {
    for (let i = 0; i < j; i++) {
      if (values[j]! > values[i]!) rising++;
      else if (values[j]! < values[i]!) falling++;
    }
  }
  return { rising, falling };
}

/** Twice the chance that a random order has at most so many pairs of the rarer kind. */
function exactP(n: number, rarer: number): number {
  // The chance of each number of inversions, by putting in one value after the other at a random place.
  let chances = [1];
  for (let size = 2; size <= n; size++) {
    const longer = new Array<number>(chances.length + size - 1).fill(0);
    chances.forEach((chance, k) => {
      for (let place = 0; place < size; place++) longer[k + place]! += chance / size;
    });
    chances = longer;
  }
  const tail = chances.slice(0, rarer + 1).reduce((sum, chance) => sum + chance, 0);
  return Math.min(1, 2 * tail);
}

function normalP(statistic: number, values: Float64Array): number {
  const distance = Math.max(0, Math.abs(statistic) - 1);
  return 2 * normalCdf(-distance / Math.sqrt(kendallVariance(values)));
}
