import { describe, expect, it } from 'vitest';
import {
  accumulateAll,
  compareBeforeAfter,
  compareGroups,
  compareSeveral,
  compareWithControl,
  defineKpi,
  type KpiResult,
  summarise,
} from '../../../src/kpi/index.js';
import { DESCRIPTION, expectClose } from '../support.js';

const f1 = defineKpi({ ...DESCRIPTION, kind: 'detection', measure: 'f1' });
const alerts = (truePositives: number, falsePositives: number, falseNegatives: number) =>
  accumulateAll(f1, [{ truePositives, falsePositives, falseNegatives }]).state;
const funnel = defineKpi({ ...DESCRIPTION, kind: 'funnel', steps: ['met', 'offered', 'signed'] });
const prospects = (signed: number, met: number, open: number) =>
  accumulateAll(funnel, [
    { reached: 'signed', count: signed },
    { reached: 'met', count: met },
    { reached: 'met', open: true, count: open },
  ]).state;

function figureOf(result: KpiResult) {
  if (result.status !== 'ok' || result.interval === undefined) throw new Error(result.status);
  return { value: result.value, ...result.interval };
}

describe('F1 and funnels with open cases', () => {
  it('are judged between two periods, as with a control group', () => {
    for (const [name, worse, better, summary] of [
      ['F1', alerts(20, 30, 30), alerts(60, 10, 10), (s: never) => summarise(f1, s)],
      ['funnel', prospects(20, 60, 20), prospects(60, 20, 20), (s: never) => summarise(funnel, s)],
    ] as const) {
      const kpi = (name === 'F1' ? f1 : funnel) as never;
      const change = compareBeforeAfter(kpi, worse as never, better as never);
      if (change.status !== 'compared') throw new Error(change.status);
      expect(change, name).toMatchObject({ interval: { method: 'mover' }, verdict: 'better' });
      const [from, to] = [worse, better].map((state) => figureOf(summary(state as never)));
      // Zou and Donner (2008), by hand: the ends that lie towards each other.
      const below = Math.hypot(to!.value - to!.low, from!.high - from!.value);
      expectClose(change.difference!, to!.value - from!.value);
      expectClose(change.interval!.low, to!.value - from!.value - below, 1e-9);
      // F1 rises with 20 of 80 and 60 of 80, whose pooled share is a half; the funnel's error is that of the ends.
      const error = name === 'F1' ? 0.5 * Math.sqrt(2 / 80) : below / 1.959963984540054;
      const apart = name === 'F1' ? 0.5 : to!.value - from!.value;
      expect(change.method).toBe(name === 'F1' ? 'two-proportion-z-pooled' : 'interval-z');
      expectClose(change.statistic, apart / error, 1e-9);
      expect(change.interval!.low > 0).toBe(change.pValue < 0.05);
      const back = compareBeforeAfter(kpi, better as never, worse as never);
      expect(back).toMatchObject({ verdict: 'worse', pValue: change.pValue });
      const same = compareBeforeAfter(kpi, worse as never, worse as never);
      expect(same).toMatchObject({ verdict: 'not-shown', pValue: 1 });
      const effect = compareWithControl(kpi, {
        treated: { before: worse as never, after: better as never },
        control: { before: worse as never, after: worse as never },
      });
      expect(effect, name).toMatchObject({ verdict: 'better' });
    }
  });

  it('are judged among several, and between groups', () => {
    const change = compareBeforeAfter(f1, alerts(20, 30, 30), alerts(30, 26, 26));
    if (change.status !== 'compared') throw new Error(change.status);
    const two = compareSeveral([change, change]);
    two.forEach(({ adjustedPValue }) => {
      expectClose(adjustedPValue!, Math.min(1, 2 * change.pValue));
    });
    const { groups, comparisons } = compareGroups(f1, [
      { id: 'a', state: alerts(60, 10, 10) },
      { id: 'b', state: alerts(20, 30, 30) },
    ]);
    expect(comparisons).toBe(1);
    expect(groups).toMatchObject([{ verdict: 'better' }, { verdict: 'worse' }]);
  });

  it('of few cases are tested exactly', () => {
    // From none of three to three of three: Fisher's 2/20.
    const change = compareBeforeAfter(f1, alerts(0, 2, 1), alerts(3, 0, 0));
    expect(change).toMatchObject({ method: 'fisher-exact', difference: 1, verdict: 'not-shown' });
    expectClose((change as { pValue: number }).pValue, 0.1);
    expect(change.reasons.map(({ code }) => code)).toContain('kpi.few-expected-cases');
  });

  it('do not vary where none or all of both come out well', () => {
    for (const state of [alerts(0, 5, 5), alerts(9, 0, 0)]) {
      expect(compareBeforeAfter(f1, state, state)).toMatchObject({ status: 'no-variation' });
    }
  });
});
