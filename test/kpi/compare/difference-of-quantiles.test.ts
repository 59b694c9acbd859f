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

  it('is not told as chance where the test of all times sees nothing and its own interval does', () => {
    // A tenth of 200 takes ten times as long: the ranks hardly notice.
    const kpi = quantileKpi(0.95);
    const hours = Array.from({ length: 200 }, (_, i) => i + 1);
    const open = hours.map(() => false);
    const slow = hours.map((hour) => (hour > 180 ? 10 * hour : hour));
    const [before, after] = [
      stateOf(kpi, { time: hours, open }),
      stateOf(kpi, { time: slow, open }),
    ];
    const change = compareBeforeAfter(kpi, before, after);
    if (change.status !== 'compared') throw new Error(change.status);
    expect(change.pValue).toBeGreaterThan(0.05);
    expect(change.interval!.low).toBeGreaterThan(0);
    expect(change.verdict).toBe('not-shown');
    const codes = change.reasons.map(({ code }) => code);
    expect(codes).toEqual(['kpi.no-control-group', 'kpi.test-and-figure-differ']);
    const [gap] = compareGroups(kpi, [
      { id: 'a', state: after },
      { id: 'b', state: before },
    ]).groups;
    expect(gap!.status === 'compared' && gap!.reasons.map(({ code }) => code)).toEqual([
      'kpi.gap-not-cause',
      'kpi.test-and-figure-differ',
    ]);
  });

  it('is doubted where it has no interval', () => {
    // A mean of times has none, and the ranks of these do not overlap.
    const mean = defineKpi({
      ...DESCRIPTION,
      kind: 'durations',
      direction: 'lower-is-better',
      measure: { name: 'mean' },
    });
    const of = (first: number) =>
      accumulateAll(
        mean,
        Array.from({ length: 10 }, (_, i) => ({ duration: first + i })),
      ).state;
    const change = compareBeforeAfter(mean, of(1), of(20));
    expect(change).toMatchObject({ status: 'compared', verdict: 'worse' });
    expect(change.reasons.at(-1)!.code).toBe('kpi.value-unsure');
  });
});
