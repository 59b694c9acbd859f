import type { Interval } from '../interval.js';
import { sortedDifferences } from '../paired.js';
import { exactTwoSided, signedRankTails, tiedSignedRankTails } from './exact-distributions.js';
import { type Grouped, readGrouped } from './grouped.js';
import { medianOf, walshAverages } from './pairs.js';
import {
  EXACT_BELOW,
  exactShift,
  normalPValue,
  normalShift,
  type RankTestOptions,
  readRankOptions,
  tieTerm,
} from './rank-test.js';

/** What comparing pairs by ranks showed. */
export type WilcoxonSignedRankTest =
  | {
      readonly status: 'tested';
      /** Pairs whose two values differ; the others say nothing and are left out. */
      readonly n: number;
      readonly zeros: number;
      /** Sum of the ranks of the positive differences: R's V. */
      readonly statistic: number;
      /** Two-sided. */
      readonly pValue: number;
      /** Exact below 50 pairs that differ, with ties too; otherwise normal, corrected for ties. */
      readonly method: 'wilcoxon-signed-rank-exact' | 'wilcoxon-signed-rank-normal';
      /** Hodges–Lehmann estimate: the median of the means of every two differences, in the unit of the values. */
      readonly shift: number;
      /** Of the shift; absent where the pairs are too few for the confidence asked. */
      readonly interval?: Interval;
      /** Share of the rank sum that is positive less the share that is negative, from −1 to 1. */
      readonly rankBiserial: number;
    }
  /** No pair differs. */
  | { readonly status: 'no-variation'; readonly zeros: number; readonly shift: 0 };

/**
 * Tests whether the values of pairs differ by ranks: Wilcoxon's signed-rank test, two-sided, with the Hodges–Lehmann
 * shift and its interval.
 *
 * For scores of the same advisers before and after a training, where the differences may be skewed but about symmetric
 * under chance. Below 50 pairs that differ every choice of signs is counted, with ties too, where R turns to the normal distribution: that of five pairs which all
 * rise by 1 has a p of 0.037, while the least that five signs can have is 0.0625. Else statistic, p-value, interval and defaults are those of R's
 * `wilcox.test(paired = TRUE)`. The bounds of the interval are exactly two of the means of differences; with ties it is as wide as without. The shift is the median
 * of the means itself, where R, if its test is not exact, stops at any value between the two middle ones.
 *
 * @param first one value of each pair, such as the score after.
 * @param second the other, in the same order; it is subtracted.
 * @returns `tested`, or `no-variation` if no pair differs.
 * @throws AptfolioError `missing-value`, `invalid-type`, `not-finite`, `empty`, `length-mismatch` or `out-of-range`
 * by path.
 *
 * Source: F. Wilcoxon, Biometrics Bulletin 1 (1945) 80–83; J. L. Hodges and E. L. Lehmann, Annals of Mathematical
 * Statistics 34 (1963) 598–611; D. S. Kerby, Comprehensive Psychology 3 (2014), for the rank-biserial correlation.
 *
 * @example
 * ```ts
 * import { wilcoxonSignedRank } from 'aptfolio/statistics';
 *
 * const before = [1.83, 0.5, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.3];
 * const after = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29];
 * const test = wilcoxonSignedRank(before, after);
 * test.statistic; // => 40
 * test.pValue; // => 0.0390625
 * test.shift; // => 0.46
 * ```
 */
export function wilcoxonSignedRank(
  first: readonly number[] | Float64Array,
  second: readonly number[] | Float64Array,
  options: RankTestOptions = {},
): WilcoxonSignedRankTest {
  const all = sortedDifferences(first, second, 1);
  const checked = readRankOptions(options);
  const differences = all.filter((difference) => difference !== 0);
  const n = differences.length;
  const zeros = all.length - n;
  if (n === 0) return Object.freeze({ status: 'no-variation', zeros, shift: 0 });
  const grouped = readGrouped(differences, 'second');
  const sizes = readGrouped(differences.map(Math.abs), 'second');
  const statistic = positiveRanks(grouped, sizes);
  const means = walshAverages(grouped, 'second');
  const exact = n < EXACT_BELOW;
  const pValue = exact
    ? exactTwoSided(tiedSignedRankTails(sizes.counts), 2 * statistic)
    : normalPValue(statistic, deviation(sizes), means, checked);
  // After a shift that makes no two differences opposite, only equal differences are tied.
  const interval = exact
    ? exactShift(signedRankTails(n), means, checked.confidence)
    : normalShift(deviation(grouped), means, checked);
  return Object.freeze({
    status: 'tested',
    n,
    zeros,
    statistic,
    pValue,
    method: exact ? 'wilcoxon-signed-rank-exact' : 'wilcoxon-signed-rank-normal',
    shift: medianOf(means) + 0,
    ...interval,
    rankBiserial: (2 * statistic - means.size) / means.size + 0,
  });
}

/** Sum of the ranks, by size, of the differences above 0; ties share their mean rank. */
function positiveRanks(differences: Grouped, sizes: Grouped): number {
  const positive = new Map(differences.values.map((value, i) => [value, differences.counts[i]!]));
  let below = 0;
  let sum = 0;
  sizes.values.forEach((size, i) => {
    const tied = sizes.counts[i]!;
    sum += (positive.get(size) ?? 0) * (below + (tied + 1) / 2);
    below += tied;
  });
  return sum;
}

/** The standard deviation of the sum of positive ranks, ties taken off. */
function deviation(tied: Grouped): number {
  const { n } = tied;
  return Math.sqrt((n * (n + 1) * (2 * n + 1)) / 24 - tieTerm(tied) / 48);
}
