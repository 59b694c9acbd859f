import { describe, expect, it } from 'vitest';
import * as statistics from '../../src/statistics/index.js';

/** Freezes a value with all that it holds: a function that changed it would throw. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(frozen);
    Object.freeze(value);
  }
  return value;
}

/** Whether all of a value is frozen. */
function isFrozen(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return Object.isFrozen(value) && Object.values(value).every(isFrozen);
}

const list = frozen([3, 1, 2.5, 7]);
const other = frozen([4, 0.5, 9, 1]);
const first = frozen({ successes: 7, n: 12 });
const second = frozen({ successes: 3, n: 15 });
const rates = frozen([
  { events: 4, exposure: 10 },
  { events: 9, exposure: 12 },
] as const);
const sizes = frozen({ first: 40, second: 50 });
const ids = frozen(['a', 'b', 'c', 'd']);
const counts = frozen(ids.map((id, i) => ({ id, weight: i + 1, successes: i * 4, n: 20 + i })));
const exposures = frozen(ids.map((id, i) => ({ id, weight: 1, events: i * i, exposure: 10 + i })));
const means = frozen(ids.map((id, i) => ({ id, weight: 2, n: 9, mean: i * i, variance: 1 + i })));
const cells = frozen({
  treated: { before: first, after: second },
  control: { before: second, after: first },
});

const calls: readonly (readonly [string, () => unknown])[] = [
  ['mannWhitney', () => statistics.mannWhitney(list, other)],
  ['cliffsDelta', () => statistics.cliffsDelta(list, other)],
  ['wilcoxonSignedRank', () => statistics.wilcoxonSignedRank(list, other)],
  ['pairedT', () => statistics.pairedT(list, other)],
  ['cohensD', () => statistics.cohensD(list, other)],
  ['hedgesG', () => statistics.hedgesG(list, other)],
  [
    'chiSquareTest',
    () =>
      statistics.chiSquareTest(
        frozen([
          [1, 2],
          [3, 4],
        ]),
      ),
  ],
  ['proportionsTest', () => statistics.proportionsTest(frozen([first, second]))],
  ['fisherExactTest', () => statistics.fisherExactTest(first, second)],
  ['oddsRatio', () => statistics.oddsRatio(first, second)],
  ['riskRatio', () => statistics.riskRatio(first, second)],
  [
    'mcnemarTest',
    () => statistics.mcnemarTest(frozen({ both: 4, firstOnly: 3, secondOnly: 8, neither: 5 })),
  ],
  ['rateRatioTest', () => statistics.rateRatioTest(...rates)],
  ['rateDifference', () => statistics.rateDifference(...rates)],
  ['adjustPValues', () => statistics.adjustPValues(frozen([0.2, 0.01]), { adjust: 'holm' })],
  ['sampleSizeForProportions', () => statistics.sampleSizeForProportions(0.3, 0.4)],
  ['sampleSizeForMeans', () => statistics.sampleSizeForMeans(0.4)],
  ['exposureForRates', () => statistics.exposureForRates(0.3, 0.4)],
  ['eventsForLogRank', () => statistics.eventsForLogRank(1.4)],
  [
    'minimumDetectableProportion',
    () => statistics.minimumDetectableProportion(0.3, sizes, { side: 'above' }),
  ],
  ['minimumDetectableRate', () => statistics.minimumDetectableRate(0.3, sizes, { side: 'above' })],
  ['shrinkProportions', () => statistics.shrinkProportions(counts)],
  ['shrinkRates', () => statistics.shrinkRates(exposures)],
  ['shrinkMeans', () => statistics.shrinkMeans(means)],
  ['standardiseProportion', () => statistics.standardiseProportion(counts)],
  ['standardiseRate', () => statistics.standardiseRate(exposures)],
  ['standardiseMean', () => statistics.standardiseMean(means)],
  ['differenceInDifferences', () => statistics.differenceInDifferences(cells)],
  [
    'preTrend',
    () =>
      statistics.preTrend(
        frozen([1, 2, 4].map((time) => ({ time, treated: first, control: second }))),
      ),
  ],
];

describe('tests and designs', () => {
  it.each(calls)(
    '%s leaves its arguments alone, is frozen, and is the same after JSON',
    (_, call) => {
      const result = call();
      expect(isFrozen(result)).toBe(true);
      // NaN and infinities would come back as null, -0 as 0.
      expect(JSON.parse(JSON.stringify(result))).toStrictEqual(result);
      expect(call()).toStrictEqual(result);
    },
  );
});
