import { mannWhitney } from '../../statistics/index.js';
import { compareByIntervals } from './by-intervals.js';
import { compareSurvival } from './compare-survival.js';
import type { ComparedShares, ComparedTimes, NoVariation } from './comparison.js';
import {
  differenceOf,
  type Found,
  noControlGroup,
  noVariation,
  type Pair,
  sidesOf,
} from './sides.js';

/** What comparing times found. */
type FoundTimes = Found<ComparedTimes | ComparedShares | NoVariation>;

/** Compares times to an event: durations by ranks, or with open cases like survival by the log-rank test; the share of one cause by itself. */
export function compareTimes(pair: Pair<'times'>, confidence: number): FoundTimes | null {
  const [{ sample }] = pair;
  if (sample.of === 'incidence') return compareIncidence(pair, confidence);
  // An open case has no rank yet; then time to the event is what can be compared.
  const open = pair.some((side) => side.sample.counts.some(({ censored }) => censored > 0));
  return open || sample.of === 'survival'
    ? compareSurvival(pair, confidence)
    : compareRanks(pair, confidence);
}

function compareRanks(pair: Pair<'times'>, confidence: number): FoundTimes {
  const sides = sidesOf(pair);
  const [second, first] = pair.map(({ sample }) =>
    sample.counts.map(({ time, events }) => ({ value: time, count: events })),
  ) as [ValueCounts, ValueCounts];
  const test = mannWhitney(first, second, { confidence });
  if (test.status === 'no-variation') return noVariation(sides, differenceOf(pair).difference);
  const { delta, interval } = test.effect;
  return {
    finding: {
      ...sides,
      status: 'compared',
      ...differenceOf(pair),
      shift: { value: test.shift, ...(test.interval && { interval: test.interval }) },
      effect: { measure: 'cliffs-delta', value: delta, interval },
      statistic: test.statistic,
      pValue: test.pValue,
      method: test.method,
      reasons: [noControlGroup()],
    },
    // The shift of ranks may be 0 where most values are tied, and the ranks lie apart all the same.
    change: delta,
  };
}

type ValueCounts = { readonly value: number; readonly count: number }[];

/**
 * Shares that leave for one of several causes, at the time of the KPI, by how sure each is; of few by Fisher's test, as other shares.
 *
 * The log-rank test of one cause would ask another question, how fast those leave for it who are still there: where more leave for other causes first, fewer
 * are left to leave for this one at the same speed.
 *
 * Source: M. Pintilie, Competing Risks: A Practical Perspective (2006), chapter 4, for the two questions.
 */
function compareIncidence(pair: Pair<'times'>, confidence: number): FoundTimes | null {
  const [before, after] = pair.map(({ value, sample }) =>
    value === null || sample.spread === undefined ? null : { value, ...sample.spread },
  );
  if (!before || !after) return null;
  return compareByIntervals(before, after, confidence, {
    ...sidesOf(pair),
    method: 'incidence-z',
  });
}
