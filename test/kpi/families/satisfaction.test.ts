import { describe, expect, it } from 'vitest';
import {
  accumulate,
  accumulateAll,
  emptyState,
  type Kpi,
  serviceKpis,
  summarise,
} from '../../../src/kpi/index.js';
import published from '../../fixtures/kpi/published.json';
import oracle from '../../fixtures/kpi/service-quality.json';
import { expectClose, expectRefusal } from '../support.js';

const kpis = serviceKpis({ currency: 'CNY' });
const scored = (kpi: Kpi<'ratings'>, scores: readonly (readonly [number, number])[]) => {
  const events = scores.map(([score, count]) => ({ score, count }));
  return summarise(kpi, accumulateAll(kpi, events).state);
};

describe('the KPIs of satisfaction', () => {
  it('give the net promoter score with the adjusted Wald interval of Rocks', () => {
    const own = serviceKpis({ currency: 'CNY', minimumSample: 1 }).netPromoterScore;
    for (const { promoters, passives, detractors, n, nps, adjusted_wald95 } of published.nps) {
      const result = scored(own, [
        [9, promoters],
        [7, passives],
        [6, detractors],
      ]);
      if (result.status !== 'ok') throw new Error(result.status);
      expect(result.n).toBe(n);
      expectClose(result.value, nps / 100);
      // Beyond ±100 points the published formula is cut off; of a single answer it is drawn out to the score.
      const [low, high] = adjusted_wald95;
      expectClose(result.interval!.low, Math.max(-1, Math.min(low!, nps) / 100));
      expectClose(result.interval!.high, Math.min(1, Math.max(high!, nps) / 100));
    }
  });

  it('count effort as made easy from 5 of 7 on', () => {
    // 143 of 180 at 5, 6 or 7.
    const result = scored(kpis.customerEffort, [
      [1, 12],
      [4, 25],
      [5, 43],
      [6, 60],
      [7, 40],
    ]);
    if (result.status !== 'ok') throw new Error(result.status);
    const [share, low, high] = oracle.wilson_143_of_180 as [number, number, number];
    expectClose(result.value, share);
    expectClose(result.interval!.low, low);
    expectClose(result.interval!.high, high);
    expect(kpis.customerEffort.scale).toEqual({ lowest: 1, highest: 7 });
  });

  it('count professionalism by the two best points of the bank’s scale', () => {
    const ten = serviceKpis({ currency: 'CNY', scale: { lowest: 1, highest: 10 } }).professionalism;
    const result = scored(ten, [
      [10, 3],
      [9, 3],
      [8, 4],
    ]);
    expect(result).toMatchObject({ value: 0.6, numerator: 6, denominator: 10 });
  });

  it('count personal proposals and unexplained deviations side by side', () => {
    const counts = [{ successes: 30, trials: 120 }, { excluded: 'no-model' }];
    for (const kpi of [kpis.personalisedProposals, kpis.unexplainedDeviations]) {
      expect(summarise(kpi, accumulateAll(kpi, counts).state)).toMatchObject({
        value: 0.25,
        n: 120,
        excluded: [{ id: 'no-model', count: 1 }],
      });
    }
    expect(kpis.unexplainedDeviations.direction).toBe('lower-is-better');
    expect(kpis.unexplainedDeviations.denominator).toBe(kpis.personalisedProposals.denominator);
  });

  it('count survey response over those who could be reached', () => {
    const kpi = kpis.surveyResponse;
    const events = [{ successes: 200, trials: 1000 }, { excluded: 'not-reached' }];
    const result = summarise(kpi, accumulateAll(kpi, events).state);
    if (result.status !== 'ok') throw new Error(result.status);
    const [share, low, high] = oracle.wilson_200_of_1000 as [number, number, number];
    expectClose(result.value, share);
    expectClose(result.interval!.low, low);
    expectClose(result.interval!.high, high);
  });

  it('give no figure for too few answers, and refuse scores off the scale', () => {
    expect(scored(kpis.netPromoterScore, [[10, 4]])).toMatchObject({
      status: 'insufficient',
      reason: { code: 'kpi.sample-too-small', parameters: { n: 4, minimum: 5 } },
    });
    const add = (kpi: Kpi<'ratings'>, score: number) => () =>
      accumulate(kpi, emptyState(kpi), { score });
    expectRefusal(add(kpis.netPromoterScore, 11), 'out-of-range', 'event.score');
    expectRefusal(add(kpis.customerEffort, 0), 'out-of-range', 'event.score');
    expectRefusal(add(kpis.professionalism, 4.5), 'invalid-type', 'event.score');
  });
});
