import type { Interval } from '../interval.js';
import { type CliffsDelta, deltaOf, wonPairs } from './cliffs-delta.js';
import {
  exactTwoSided,
  rankSumSteps,
  rankSumTails,
  tiedRankSumSteps,
  tiedRankSumTails,
} from './exact-distributions.js';
import { type Grouped, type OrdinalSample, readGrouped } from './grouped.js';
import { medianOf, pairDifferences } from './pairs.js';
import {
  EXACT_BELOW,
  exactShift,
  normalPValue,
  normalShift,
  type RankTestOptions,
  readRankOptions,
  tieTerm,
} from './rank-test.js';

/** What comparing two samples by ranks showed. */
export type MannWhitneyTest =
  | {
      readonly status: 'tested';
      /** Pairs in which the first is larger, ties counted by half: R's W. */
      readonly statistic: number;
      /** Two-sided. */
      readonly pValue: number;
      /** Exact where one side has fewer than 50 values, or many are tied, and a few million steps are enough; otherwise normal, corrected for ties. */
      readonly method: 'mann-whitney-exact' | 'mann-whitney-normal';
      /** Hodges–Lehmann estimate: the median of all differences first − second, in the unit of the values. */
      readonly shift: number;
      /** Of the shift; absent where the samples are too small for the confidence asked. */
      readonly interval?: Interval;
      readonly effect: CliffsDelta;
    }
  /** All values of both samples are equal. */
  | { readonly status: 'no-variation'; readonly shift: 0 };

/**
 * Tests whether two independent samples differ by ranks: the Mann–Whitney (Wilcoxon rank-sum) test, two-sided, with
 * the Hodges–Lehmann shift, its interval and Cliff's delta.
 *
 * For ratings, durations and other values without a normal distribution. It asks whether a member of one sample tends
 * to exceed one of the other; only if both distributions have the same form is that a difference of medians. Values
 * with counts give the same answer as the values one by one.
 *
 * Every way to draw the samples is counted below 50 values on each side, and where it takes no more than a few million steps also of fewer than 50 among many, or where many
 * are tied: twice the tail on the side seen. R does so below 50 on each side without ties, and otherwise only if told to (`exact = TRUE`, with ties in newer versions alone); its normal distribution
 * knows little of one value among sixty, or of five among a thousand that are nearly all alike. Else statistic, p-value, interval and defaults are those of R's `wilcox.test`; the bounds
 * are exactly two of the differences, which R searches for to 1e-4 unless told otherwise. Without ties interval and test say the same of 0. With ties an exact interval is as wide as without, and the test,
 * which allows for them, may find a difference where the interval holds 0. The shift is R's where R's test is exact. Where that is normal, R looks for
 * a shift after which the ranks are in balance; with an even number of differences all shifts between the two middle ones are such, R stops at
 * some of them, and here it is the middle, the median itself.
 *
 * @param first values, or values with counts; at least one.
 * @param second the same; its values are subtracted.
 * @returns `tested`, or `no-variation`.
 * @throws AptfolioError `missing-value`, `invalid-type`, `not-finite`, `empty`, `out-of-range` or `too-long` by path.
 *
 * Source: H. B. Mann and D. R. Whitney, Annals of Mathematical Statistics 18 (1947) 50–60; J. L. Hodges and E. L.
 * Lehmann, Annals of Mathematical Statistics 34 (1963) 598–611; M. Hollander and D. A. Wolfe, Nonparametric
 * Statistical Methods, 2nd ed. (1999), section 4.
 *
 * @example
 * ```ts
 * import { mannWhitney } from 'aptfolio/statistics';
 *
 * const test = mannWhitney([0.8, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46], [1.15, 0.88, 0.9, 0.74, 1.21]);
 * test.statistic; // => 35
 * test.pValue; // => 0.2544122544
 * test.shift; // => 0.305
 *
 * const ratings = mannWhitney([{ value: 4, count: 120 }, { value: 5, count: 300 }], [{ value: 4, count: 250 }, { value: 5, count: 150 }]);
 * ratings.method; // => 'mann-whitney-normal'
 * ```
 */
export function mannWhitney(
  first: OrdinalSample,
  second: OrdinalSample,
  options: RankTestOptions = {},
): MannWhitneyTest {
  const a = readGrouped(first, 'first');
  const b = readGrouped(second, 'second');
  const checked = readRankOptions(options);
  const all = merged(a, b);
  if (all.values.length === 1) return Object.freeze({ status: 'no-variation', shift: 0 });
  const won = wonPairs(a, b);
  const differences = pairDifferences(a, b, 'first');
  const exact = isCounted(a, b, all);
  const interval =
    exact && isRanked(a.n, b.n)
      ? exactShift(rankSumTails(a.n, b.n), differences, checked.confidence)
      : normalShift(deviation(a, b, [a, b]), differences, checked);
  return Object.freeze({
    status: 'tested',
    statistic: won,
    pValue: exact
      ? exactPValue(a, b, won, all)
      : normalPValue(won, deviation(a, b, [all]), differences, checked),
    method: exact ? 'mann-whitney-exact' : 'mann-whitney-normal',
    shift: medianOf(differences) + 0,
    ...interval,
    effect: deltaOf(a, b, won, checked.confidence),
  });
}

/** As many steps as are still taken at once. */
const MOST_STEPS = 5e6;

/** Whether the ranks of the smaller sample, had no two values been alike, can be counted and have to be: of two large ones the normal distribution is near enough. */
function isRanked(first: number, second: number): boolean {
  return Math.min(first, second) < EXACT_BELOW && rankSumSteps(first, second) <= MOST_STEPS;
}

/** Whether every way to draw the smaller sample is counted. */
function isCounted(a: Grouped, b: Grouped, all: Grouped): boolean {
  if (Math.max(a.n, b.n) < EXACT_BELOW) return true;
  if (all.values.length === all.n) return isRanked(a.n, b.n);
  return (
    rankSumSteps(a.n, b.n) <= MOST_STEPS &&
    tiedRankSumSteps(all.counts, Math.min(a.n, b.n)) <= MOST_STEPS
  );
}

/** Twice the tail on the side seen, of all ways to draw the smaller sample. */
function exactPValue(a: Grouped, b: Grouped, won: number, all: Grouped): number {
  const pairs = a.n * b.n;
  if (all.values.length === all.n) return exactTwoSided(rankSumTails(a.n, b.n), won);
  if (2 * won === pairs) return 1;
  // Of equal sizes the one that won less, so that it does not matter which is called the first.
  const isFirst = a.n < b.n || (a.n === b.n && 2 * won < pairs);
  const drawn = isFirst ? { n: a.n, won } : { n: b.n, won: pairs - won };
  const upper = 2 * drawn.won > pairs;
  // Seen from the other end, an upper tail is a lower one.
  const tails = tiedRankSumTails(upper ? [...all.counts].reverse() : all.counts, drawn.n);
  return Math.min(1, 2 * tails[2 * (upper ? pairs - drawn.won : drawn.won)]!);
}

/** The standard deviation of the number of pairs won, ties within each of some groups taken off. */
function deviation(a: Grouped, b: Grouped, tied: readonly Grouped[]): number {
  const n = a.n + b.n;
  const ties = tied.reduce((sum, group) => sum + tieTerm(group), 0);
  return Math.sqrt(((a.n * b.n) / 12) * Math.max(0, n + 1 - ties / (n * (n - 1))));
}

/** Both samples as one. */
function merged(a: Grouped, b: Grouped): Grouped {
  const counts = new Map(a.values.map((value, i) => [value, a.counts[i]!]));
  b.values.forEach((value, i) => {
    counts.set(value, (counts.get(value) ?? 0) + b.counts[i]!);
  });
  const values = [...counts.keys()].sort((x, y) => x - y);
  return { values, counts: values.map((value) => counts.get(value)!), n: a.n + b.n };
}
