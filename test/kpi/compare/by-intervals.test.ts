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
      expect(change.method).toBe(name === 'F1' ? 'two-proportion-z-pooled' : 'interval-z');
      // F1 rises with 20 of 80 and 60 of 80, whose pooled share is a half.
      if (name === 'F1') expectClose(change.statistic, 0.5 / (0.5 * Math.sqrt(2 / 80)), 1e-9);
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

  it('have a p-value at which the interval of the difference ends at 0, at any confidence', () => {
    const [before, after] = [prospects(30, 50, 20), prospects(42, 38, 20)];
    const at = (confidence: number) => {
      const change = compareBeforeAfter(funnel, before, after, { confidence });
      if (change.status !== 'compared') throw new Error(change.status);
      return { ...change, interval: change.interval! };
    };
    // By hand: 30 and 42 of 80 with Greenwood's ends on log(-log), put together (Zou and Donner 2008), and halved until they meet 0.
    const end = (share: number, z: number) =>
      share ** Math.exp((z * Math.sqrt((1 - share) / (80 * share))) / Math.log(share));
    const [p, q] = [30 / 80, 42 / 80];
    let [low, high] = [0, 8];
    for (let i = 0; i < 100; i++) {
      const z = (low + high) / 2;
      const arm = Math.hypot(q - end(q, -z), end(p, z) - p);
      if (arm < q - p) low = z;
      else high = z;
    }
    const { statistic, pValue } = at(0.95);
    expectClose(statistic, low, 1e-9);
    // R: 2 * pnorm(-z)
    expect(pValue).toBeGreaterThan(0.05);
    for (const confidence of [0.39, 0.8, 0.9, 0.99]) expectClose(at(confidence).pValue, pValue);
    const edge = at(1 - pValue);
    expect(Math.abs(edge.interval.low)).toBeLessThan(1e-9);
    expect(edge.verdict).toBe('better');
    expect(at(1 - pValue * 0.999).verdict).toBe('not-shown');
    const back = compareBeforeAfter(funnel, after, before);
    expect(back).toMatchObject({ pValue, statistic: -statistic });
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
