import { describe, expect, it } from 'vitest';
import {
  accumulateAll,
  compareBeforeAfter,
  compareGroups,
  defineKpi,
} from '../../../src/kpi/index.js';
import oracle from '../../fixtures/kpi/durations-difference.json' with { type: 'json' };
import { DESCRIPTION, expectClose } from '../support.js';

type Durations = { readonly time: readonly number[]; readonly open: readonly boolean[] };

function quantileKpi(probability: number) {
  return defineKpi({
    ...DESCRIPTION,
    kind: 'durations',
    direction: 'lower-is-better',
    measure: { name: 'quantile', probability },
  });
}

function stateOf(kpi: ReturnType<typeof quantileKpi>, { time, open }: Durations) {
  return accumulateAll(
    kpi,
    time.map((duration, i) => ({ duration, open: open[i]! })),
  ).state;
}

describe('the difference of a quantile of times, of which some are open', () => {
  it.each(oracle.cases)(
    'has the interval that both quantiles give it ($probability)',
    (expected) => {
      const kpi = quantileKpi(expected.probability);
      const change = compareBeforeAfter(
        kpi,
        stateOf(kpi, oracle.before),
        stateOf(kpi, oracle.after),
      );
      if (change.status !== 'compared') throw new Error(change.status);
      expectClose(change.difference!, expected.difference);
      expectClose(change.interval!.low, expected.low);
      expectClose(change.interval!.high, expected.high);
      expectClose(change.statistic, oracle.chisq);
      expectClose(change.before.value!, expected.before[0]!);
      expectClose(change.after.value!, expected.after[0]!);
      expect(change).toMatchObject({
        method: 'log-rank',
        interval: { method: 'mover', confidence: 0.95 },
        before: { n: 80 },
        after: { n: 90 },
      });
    },
  );

  it('is the gap of one group to another', () => {
    const [expected] = oracle.cases;
    const kpi = quantileKpi(0.5);
    const groups = [
      { id: 'a', state: stateOf(kpi, oracle.after) },
      { id: 'b', state: stateOf(kpi, oracle.before) },
    ];
    const [gap] = compareGroups(kpi, groups).groups;
    if (gap?.status !== 'compared') throw new Error(gap?.status);
    expectClose(gap.gap!, expected!.difference);
    expectClose(gap.interval!.low, expected!.low);
    expectClose(gap.interval!.high, expected!.high);
    // The whole has cases of both, so that no interval follows from those of the two.
    const [toAll] = compareGroups(kpi, groups, { reference: 'all' }).groups;
    expect(toAll).toMatchObject({ status: 'compared' });
    expect(toAll).not.toHaveProperty('interval');
  });

  it('says that the figure may be the same although all times differ', () => {
    // Seven of ten are faster by a half, the slowest as slow as before: 10 and 10 at the ninetieth of a hundred.
    const kpi = quantileKpi(0.9);
    const of = (fast: number) => ({
      time: Array.from({ length: 100 }, (_, i) => (i < 70 ? fast + i / 100 : 10 + (i % 7))),
      open: new Array<boolean>(100).fill(false),
    });
    const before = { ...of(8), time: of(8).time.map((time, i) => (i === 90 ? 18 : time)) };
    const change = compareBeforeAfter(kpi, stateOf(kpi, before), stateOf(kpi, of(4)));
    expect(change).toMatchObject({ status: 'compared', verdict: 'better' });
    expect(change.reasons.map(({ code }) => code)).toContain('kpi.value-unchanged');
  });
});
