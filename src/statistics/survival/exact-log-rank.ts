import { visitWeights } from '../tables/hypergeometric.js';
import { risksAtEvents } from './compare-risks.js';
import { readSurvivalCounts, type SurvivalCounts } from './counts.js';
import type { RiskRow } from './risk-table.js';

/** What comparing survival exactly showed. */
export type ExactLogRankTest =
  | {
      readonly status: 'tested';
      /** Events of the first group. */
      readonly observed: number;
      /** As many as it would have had if both were alike. */
      readonly expected: number;
      /** Two-sided: all numbers of events that are at most as likely. */
      readonly pValue: number;
      readonly method: 'log-rank-exact';
    }
  /** No event happened while both groups were at risk and something was left to chance. */
  | { readonly status: 'no-variation' };

/**
 * Tests exactly whether two groups differ in survival: the log-rank test for few events, two-sided.
 *
 * Given who was at risk and how many had the event at each time, those of the first group are drawn without putting back; the p-value is that of their sum, where `logRank`
 * takes it to be normal. With one event among 41 at risk, of whom five are in the small group, that is far off. It is that of R's
 * `mantelhaen.test(exact = TRUE)` with a table for each time.
 *
 * @param first the survival table of the group of interest.
 * @param second the survival table of the group it is compared with.
 * @throws AptfolioError by path, such as `second[2].time`; `inconsistent` if more leave than are at risk.
 *
 * Source: D. R. Cox and D. Oakes, Analysis of Survival Data (1984), section 7.3, for the conditional distribution at each time; R. A. Fisher, Journal of the Royal Statistical
 * Society 98 (1935) 39–82.
 *
 * @example
 * ```ts
 * import { exactLogRank } from 'aptfolio/statistics';
 *
 * // One leaves at month 3, when he alone of the new clients is watched and 40 of the old ones.
 * const young = [{ time: 1, events: 0, censored: 4 }, { time: 3, events: 1, censored: 0 }];
 * const old = [{ time: 14, events: 0, censored: 40 }];
 * const test = exactLogRank(young, old);
 * test.expected; // => 0.024390243902439
 * test.pValue; // => 0.024390243902439
 * ```
 */
export function exactLogRank(first: SurvivalCounts, second: SurvivalCounts): ExactLogRankTest {
  const [ours, others] = risksAtEvents([
    { table: readSurvivalCounts(first, 'first'), path: 'first' },
    { table: readSurvivalCounts(second, 'second'), path: 'second' },
  ]) as [readonly RiskRow[], readonly RiskRow[]];
  let [observed, expected] = [0, 0];
  let sum: Chances = { least: 0, weights: [1] };
  ours.forEach(({ left, atRisk }, i) => {
    const other = others[i]!;
    const successes = left + other.left;
    observed += left;
    expected += (successes * atRisk) / (atRisk + other.atRisk);
    sum = added(sum, chancesOf(atRisk, other.atRisk, successes));
  });
  if (sum.weights.length === 1) return Object.freeze({ status: 'no-variation' });
  const pValue = pValueOf(sum, observed);
  return Object.freeze({ status: 'tested', observed, expected, pValue, method: 'log-rank-exact' });
}

/** The chances of whole numbers from `least` on, in any unit. */
interface Chances {
  readonly least: number;
  readonly weights: readonly number[];
}

/** What is rarer than this beside the most likely number moves no digit of a p-value above 1e-200. */
const NEGLIGIBLE = 1e-220;

/** How many of `successes` fall on the first of two groups. */
function chancesOf(first: number, second: number, successes: number): Chances {
  const weights = new Map<number, number>();
  visitWeights({ first, second, successes }, 1, NEGLIGIBLE, (x, weight) => weights.set(x, weight));
  const numbers = [...weights.keys()].sort((a, b) => a - b);
  return { least: numbers[0]!, weights: numbers.map((x) => weights.get(x)!) };
}

/** The chances of the sum of two independent numbers, the most likely with weight 1. */
function added(a: Chances, b: Chances): Chances {
  const sums = new Float64Array(a.weights.length + b.weights.length - 1);
  a.weights.forEach((ours, i) => {
    b.weights.forEach((others, j) => {
      sums[i + j]! += ours * others;
    });
  });
  const most = sums.reduce((x, y) => Math.max(x, y), 0);
  let [from, to] = [0, sums.length];
  while (sums[from]! < most * NEGLIGIBLE) from += 1;
  while (sums[to - 1]! < most * NEGLIGIBLE) to -= 1;
  const weights = Array.from(sums.subarray(from, to), (weight) => weight / most);
  return { least: a.least + b.least + from, weights };
}

/** As R: a chance within 1e-7 of the observed one counts as equally likely. */
const ALIKE = 1 + 1e-7;

function pValueOf({ least, weights }: Chances, observed: number): number {
  const limit = (weights[observed - least] ?? 0) * ALIKE;
  let [total, rare] = [0, 0];
  for (const weight of weights) {
    total += weight;
    if (weight <= limit) rare += weight;
  }
  return Math.min(1, rare / total);
}
