import {
  exactLogRank,
  type HazardRatio,
  hazardRatio,
  type Interval,
  type LogRankGroup,
  logRank,
  type SurvivalCounts,
} from '../../statistics/index.js';
import { isSignificant } from '../confidence.js';
import type { ComparedTimes, ComparisonEffect, NoVariation } from './comparison.js';
import {
  differenceOf,
  type Found,
  fewExpected,
  noControlGroup,
  noVariation,
  orderUnknown,
  type Pair,
  sidesOf,
  unknownOrderOf,
} from './sides.js';

/**
 * Compares times of which some are open by the log-rank test.
 *
 * Within a bin of times nobody knows whether open cases were last seen before others closed or after. One side looks slowest, the other quickest, where the open cases of the one
 * are at risk to the end of each bin and those of the other leave at its beginning; and the other way round. What both of these orders show is shown, and the p-value is that of
 * the one that finds less.
 */
export function compareSurvival(
  pair: Pair<'times'>,
  confidence: number,
): Found<ComparedTimes | NoVariation> {
  const sides = sidesOf(pair);
  const found = differenceOf(pair);
  const asGiven = { before: pair[0].sample.counts, after: pair[1].sample.counts };
  const orders = ordersOf(pair);
  const tests = orders.length === 0 ? [testOf(asGiven)] : orders.map(testOf);
  const shown = tests.filter((test) => test !== null);
  if (shown.length === 0) return noVariation(sides, found.difference);
  const test = leastOf(shown, shown.length < tests.length);
  const isShown = ({ pValue }: OrderTest): boolean => isSignificant(pValue, confidence);
  const isUnknown = !isShown(test) && shown.some(isShown);
  const effect = effectOf([asGiven, ...orders], confidence);
  const { statistic, pValue, method, isFew, change } = test;
  return {
    finding: {
      ...sides,
      status: 'compared',
      ...found,
      ...(effect && { effect }),
      statistic,
      pValue,
      method,
      reasons: [
        noControlGroup(),
        ...(isFew ? [fewExpected()] : []),
        ...(isUnknown ? [orderUnknown()] : unknownOrderOf([sides.before, sides.after])),
      ],
    },
    change,
  };
}

/** The cases of both sides, in one order within bins. */
interface Order {
  readonly before: SurvivalCounts;
  readonly after: SurvivalCounts;
}

/** The two orders between which all others lie; none where the order is known. */
function ordersOf([{ sample: before }, { sample: after }]: Pair<'times'>): readonly Order[] {
  if (before.openFirst === undefined && after.openFirst === undefined) return [];
  return [
    { before: before.openFirst ?? before.counts, after: after.counts },
    { before: before.counts, after: after.openFirst ?? after.counts },
  ];
}

interface OrderTest extends Pick<ComparedTimes, 'statistic' | 'pValue' | 'method'> {
  /** Above 0 where it happens later after. */
  readonly change: 1 | -1;
  readonly isFew: boolean;
}

/** The test of one order, exact for few events; null where nothing varies. */
function testOf({ before, after }: Order): OrderTest | null {
  const test = logRank([
    { id: 'after', counts: after },
    { id: 'before', counts: before },
  ]);
  if (test.status === 'no-variation') return null;
  const [own, other] = test.groups as readonly [LogRankGroup, LogRankGroup];
  const isFew = Math.min(own.expected, other.expected) < 5;
  // Before had more events than expected: now it happens later, and times are longer.
  const change = other.observed - other.expected > 0 ? 1 : -1;
  const told = isFew
    ? exactly(after, before)
    : ({ statistic: test.statistic, pValue: test.pValue, method: 'log-rank' } as const);
  return { ...told, change, isFew };
}

/** The log-rank test for few events; the statistic is what it counts. */
function exactly(
  after: SurvivalCounts,
  before: SurvivalCounts,
): Pick<ComparedTimes, 'statistic' | 'pValue' | 'method'> {
  const test = exactLogRank(after, before);
  const method = 'log-rank-exact';
  if (test.status === 'no-variation') return { statistic: 0, pValue: 1, method };
  return { statistic: test.observed, pValue: test.pValue, method };
}

/** Of several orders what finds least: nothing where some order points the other way, or in one of them nothing varies. */
function leastOf(tests: readonly OrderTest[], isNoneIn: boolean): OrderTest {
  const least = tests.reduce((a, b) => (b.pValue > a.pValue ? b : a));
  if (!isNoneIn && tests.every(({ change }) => change === least.change)) return least;
  return { ...least, pValue: 1, statistic: least.isFew ? least.statistic : 0 };
}

/** Cox's hazard ratio as the cases stand, as sure as all orders leave it; undefined where one of them has none. */
function effectOf(orders: readonly Order[], confidence: number): ComparisonEffect | undefined {
  const ratios = orders.map(({ before, after }) =>
    hazardRatio(after, before, { confidence, method: 'cox' }),
  );
  const estimated = ratios.filter(isEstimated);
  if (estimated.length < ratios.length) return undefined;
  const { ratio, method } = estimated[0]!;
  const low = Math.min(...estimated.map((one) => one.low));
  const high = Math.max(...estimated.map((one) => one.high));
  const interval: Interval = { low, high, confidence, method };
  return { measure: 'hazard-ratio', value: ratio, interval };
}

type Estimated = Extract<HazardRatio, { readonly status: 'estimated' }>;

function isEstimated(ratio: HazardRatio): ratio is Estimated {
  return ratio.status === 'estimated';
}
