import { describe, expect, it } from 'vitest';
import * as statistics from '../../src/statistics/index.js';
import { expectRefusal, wrong } from './support.js';

const misspelt = wrong({ confidance: 0.9 });
const share = { successes: 1, n: 4 };
const rate = { events: 1, exposure: 4 };
const counts = [{ time: 1, events: 1, censored: 1 }];
const causes = [{ time: 1, events: { price: 1 }, censored: 1 }];
const moments = { n: 5, mean: 1, variance: 2 };
const pairs = { both: 1, firstOnly: 2, secondOnly: 1, neither: 1 };
const cells = { before: share, after: share };
const found = { truePositives: 1, falsePositives: 1, falseNegatives: 1 };
const sizes = { first: 10, second: 10 };
const { quantileSketch } = statistics;

const CALLS: Readonly<Record<string, () => unknown>> = {
  wilsonInterval: () => statistics.wilsonInterval(1, 4, misspelt),
  exactInterval: () => statistics.exactInterval(1, 4, misspelt),
  poissonInterval: () => statistics.poissonInterval(1, misspelt),
  multinomialIntervals: () => statistics.multinomialIntervals([1, 2], misspelt),
  newcombeDifference: () => statistics.newcombeDifference(share, share, misspelt),
  meanInterval: () => statistics.meanInterval(moments, misspelt),
  netPromoterInterval: () =>
    statistics.netPromoterInterval({ promoters: 1, passives: 1, detractors: 1 }, misspelt),
  quantile: () => statistics.quantile([1, 2], 0.5, misspelt),
  detectionScores: () => statistics.detectionScores(found, misspelt),
  averageDetectionScores: () => statistics.averageDetectionScores([found], misspelt),
  f1Interval: () => statistics.f1Interval(found, misspelt),
  quantileInterval: () => statistics.quantileInterval([1, 2, 3], 0.5, misspelt),
  welchTest: () => statistics.welchTest(moments, moments, misspelt),
  mannWhitney: () => statistics.mannWhitney([1, 2], [3, 4], misspelt),
  cliffsDelta: () => statistics.cliffsDelta([1, 2], [3, 4], misspelt),
  cohensD: () => statistics.cohensD(moments, moments, misspelt),
  mcnemarTest: () => statistics.mcnemarTest(pairs, misspelt),
  rateDifference: () => statistics.rateDifference(rate, rate, misspelt),
  rateRatioTest: () => statistics.rateRatioTest(rate, rate, misspelt),
  kaplanMeier: () => statistics.kaplanMeier(counts, misspelt),
  incidenceAt: () =>
    statistics.incidenceAt(statistics.cumulativeIncidence(causes), 'price', 1, misspelt),
  nelsonAalen: () => statistics.nelsonAalen(counts, misspelt),
  hazardRatio: () => statistics.hazardRatio(counts, counts, misspelt),
  logRank: () =>
    statistics.logRank(
      [
        { id: 'a', counts },
        { id: 'b', counts },
      ],
      misspelt,
    ),
  differenceInDifferences: () =>
    statistics.differenceInDifferences({ treated: cells, control: cells }, misspelt),
  powerForMeans: () => statistics.powerForMeans(0.5, sizes, misspelt),
  weightedQuantile: () => statistics.weightedQuantile([1], [1], 0.5, misspelt),
  'quantileSketch.init': () => quantileSketch.init(misspelt),
  'quantileSketch.quantileInterval': () =>
    quantileSketch.quantileInterval(quantileSketch.init(), 0.5, misspelt),
};

describe('an option that there is not is refused by name', () => {
  it.each(Object.entries(CALLS))('by %s', (_, call) => {
    expectRefusal(call, 'unknown-id', 'options.confidance');
  });

  it('a side by a plan that has none: it may be meant for sides', () => {
    const side = () => statistics.powerForMeans(0.5, sizes, wrong({ side: 1 }));
    expectRefusal(side, 'unknown-id', 'options.side');
  });
});

describe('a row that has a field too many is refused by name', () => {
  const row = { time: 5, event: true };

  it('where a misspelt entry would be one from the start', () => {
    const [late, counted] = [
      wrong([row, { ...row, entyr: 3 }]),
      wrong([{ ...counts[0], entred: 3 }]),
    ];
    expectRefusal(() => statistics.survivalCounts(late), 'unknown-id', 'rows[1].entyr');
    const leaving = wrong([{ time: 5, cause: 'moved', entyr: 3 }]);
    expectRefusal(() => statistics.competingCounts(leaving), 'unknown-id', 'rows[0].entyr');
    expectRefusal(() => statistics.kaplanMeier(counted), 'unknown-id', 'counts[0].entred');
    const tables = wrong([[{ time: 1, events: { moved: 1 }, censored: 0, entred: 1 }]]);
    const merge = () => statistics.mergeCompetingCounts(tables);
    expectRefusal(merge, 'unknown-id', 'tables[0][0].entred');
  });

  it('but not where one row tells both how and why it ended', () => {
    const both = [{ ...row, cause: 'moved' }];
    expect(statistics.survivalCounts(both)).toEqual([{ time: 5, events: 1, censored: 0 }]);
  });
});
