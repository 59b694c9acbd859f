import { describe, expect, it } from 'vitest';
import {
  accumulateAll,
  type BeforeAfter,
  compareBeforeAfter,
  compareSeveral,
  compareWithControl,
  defineKpi,
  type Kpi,
  type KpiEvent,
  type KpiKind,
  serviceKpis,
} from '../../../src/kpi/index.js';
import { DESCRIPTION, expectClose, expectRefusal, wrong } from '../support.js';

function stateOf<K extends KpiKind>(kpi: Kpi<K>, events: readonly KpiEvent<K>[]) {
  return accumulateAll(kpi, events).state;
}

// R 4.5: wilcox.test(after, before, conf.int = TRUE), survdiff and survfit of survival 3.8 on the same hours.
const BEFORE = [3, 9, 12, 4, 20, 11, 7.5, 16];
const AFTER = [2, 3.5, 8, 4.5, 5, 6, 1];
const hours = defineKpi({
  ...DESCRIPTION,
  kind: 'durations',
  direction: 'lower-is-better',
  measure: { name: 'quantile', probability: 0.5 },
});

describe('compareBeforeAfter', () => {
  it('compares durations by ranks once all cases are closed', () => {
    const of = (list: readonly number[]) =>
      stateOf(
        hours,
        list.map((duration) => ({ duration })),
      );
    const change = compareBeforeAfter(hours, of(BEFORE), of(AFTER));
    if (change.status !== 'compared') throw new Error(change.status);
    expect([change.method, change.statistic, change.verdict]).toEqual([
      'mann-whitney-exact',
      10,
      'better',
    ]);
    expectClose(change.pValue, 0.04009324009324);
    if (!('shift' in change)) throw new Error('expected a shift');
    expectClose(change.shift!.value, -5.75);
    expectClose(change.shift!.interval!.low, -11.5);
    expectClose(change.shift!.interval!.high, -0.5);
    // The medians 10 and 4.5 lie between the extremes of 8 and of 7: 3 to 20 and 1 to 8.
    expectClose(change.difference!, -5.5);
    expectClose(change.interval!.low, -5.5 - Math.hypot(4.5 - 1, 20 - 10));
    expectClose(change.interval!.high, -5.5 + Math.hypot(8 - 4.5, 10 - 3));
    // 10 of 56 pairs won: 10/56 − 46/56.
    expectClose(change.effect!.value, -36 / 56);
    expect([change.before, change.after]).toEqual([
      { value: 10, n: 8 },
      { value: 4.5, n: 7 },
    ]);
  });

  it('compares durations with open cases by the log-rank test', () => {
    const of = (list: readonly number[], open: readonly number[]) =>
      stateOf(
        hours,
        list.map((duration) => (open.includes(duration) ? { duration, open: true } : { duration })),
      );
    const change = compareBeforeAfter(hours, of(BEFORE, [12, 7.5]), of(AFTER, [5]));
    if (change.status !== 'compared') throw new Error(change.status);
    // 3.0 events were to be expected after: mantelhaen.test(exact = TRUE) with a table for each time; survdiff has a p of 0.0189.
    expect(change.statistic).toBe(6);
    expectClose(change.pValue, 0.0260588023088023, 1e-9);
    expect(change.reasons[1]!.code).toBe('kpi.few-expected-cases');
    // coxph, ties by Efron.
    expectClose(change.effect!.value, 5.813507541847816);
    expectClose(change.effect!.interval!.low, 1.127983043734769);
    expectClose(change.effect!.interval!.high, 29.96221452693073);
    expect([change.before.value, change.after.value, change.difference]).toEqual([11, 4.5, -6.5]);
    expect(change).toMatchObject({ method: 'log-rank-exact', verdict: 'better' });
    expect('interval' in change).toBe(false);
  });

  it('compares survival by the log-rank test, in which sooner is worse', () => {
    const tenure = {
      ...DESCRIPTION,
      kind: 'survival',
      timeUnit: 'half-hour',
      longest: 100,
      causes: ['fees', 'moved'],
    } as const;
    const stay = defineKpi({ ...tenure, measure: { name: 'survival', time: 10 } });
    const of = (list: readonly number[], open: readonly number[]): KpiEvent<'survival'>[] =>
      list.map((time) =>
        open.includes(time) ? { time: 2 * time } : { time: 2 * time, cause: 'fees' },
      );
    const [before, after] = [of(BEFORE, [12, 7.5]), of(AFTER, [5])];
    const change = compareBeforeAfter(stay, stateOf(stay, before), stateOf(stay, after));
    expect(change).toMatchObject({ method: 'log-rank-exact', verdict: 'worse', statistic: 6 });
    const loss = defineKpi({
      ...tenure,
      direction: 'lower-is-better',
      measure: { name: 'incidence', cause: 'fees', time: 10 },
    });
    const more = compareBeforeAfter(loss, stateOf(loss, before), stateOf(loss, after));
    // Nobody is open before the tenth half-hour: 2 of 8 and 4 of 7 by then, plain shares, far too few for them to differ. The p-value is that of R's fisher.test.
    expect(more).toMatchObject({ method: 'fisher-exact', verdict: 'not-shown' });
    expect(more.reasons.map(({ code }) => code)).toContain('kpi.few-expected-cases');
    if (more.status !== 'compared') throw new Error(more.status);
    expectClose(more.pValue, 0.314685314685315, 1e-12);
    expectClose(more.difference!, 4 / 7 - 2 / 8, 1e-12);
    const other = defineKpi({
      ...tenure,
      measure: { name: 'incidence', cause: 'moved', time: 10 },
    });
    const none = compareBeforeAfter(other, stateOf(other, before), stateOf(other, after));
    expect(none).toMatchObject({
      status: 'no-variation',
      before: { value: 0 },
      after: { value: 0 },
    });
  });

  it('calls it neither better nor worse where all cases point one way and the value the other', () => {
    const mean = defineKpi({ ...hours, measure: { name: 'mean' } });
    const of = (list: readonly number[]) =>
      stateOf(
        mean,
        list.map((duration) => ({ duration })),
      );
    // Nine of ten are far quicker, one takes 2,000 hours: ranks fall, the mean rises from 14.5 to over 200.
    const before = of([10, 11, 12, 13, 14, 15, 16, 17, 18, 19]);
    const after = of([1, 2, 3, 4, 5, 6, 7, 8, 9, 2000]);
    const change = compareBeforeAfter(mean, before, after);
    expect(change).toMatchObject({ status: 'compared', verdict: 'different' });
    expect(change.reasons.at(-1)!.code).toBe('kpi.test-and-value-differ');
    if (change.status === 'compared') expect(change.pValue).toBeLessThan(0.05);
  });

  it('compares rates by the exact conditional test', () => {
    const complaints = defineKpi({
      ...DESCRIPTION,
      kind: 'rate',
      per: 1000,
      direction: 'lower-is-better',
    });
    const of = (count: number, exposure: number) => stateOf(complaints, [{ count, exposure }]);
    // R: poisson.test(c(12, 30), c(800, 1000)).
    const change = compareBeforeAfter(complaints, of(30, 1000), of(12, 800));
    if (change.status !== 'compared') throw new Error(change.status);
    expectClose(change.pValue, 0.043216949022641);
    expectClose(change.effect!.value, 0.5);
    expectClose(change.effect!.interval!.low, 0.23313638354272);
    expectClose(change.effect!.interval!.high, 1.00566136254515);
    expectClose(change.difference!, -15);
    expect(change).toMatchObject({ method: 'poisson-conditional', verdict: 'better' });
    const nothing = compareBeforeAfter(complaints, of(0, 10), of(0, 20));
    expect(nothing).toMatchObject({ status: 'no-variation', difference: 0 });
  });
});

const shares = (id: string) => defineKpi({ ...DESCRIPTION, kind: 'proportion', id });
const change = (id: string, before: number, after: number) => {
  const kpi = shares(id);
  const of = (successes: number) => stateOf(kpi, [{ successes, trials: 400 }]);
  return compareBeforeAfter(kpi, of(before), of(after));
};

describe('compareSeveral', () => {
  it('lets a change stand only if it would among all', () => {
    const all = [change('a', 300, 325), change('b', 100, 160), change('c', 200, 204)];
    const pValues = all.map((c) => (c.status === 'compared' ? c.pValue : 1));
    const together = compareSeveral(all);
    // Holm: the smallest by three, the next by two, the largest by one, never falling.
    const byHand = [2 * pValues[0]!, 3 * pValues[1]!, pValues[2]!];
    together.forEach((c, i) => {
      expectClose(c.adjustedPValue!, Math.min(1, byHand[i]!), 1e-12);
    });
    expect(all.map((c) => 'verdict' in c && c.verdict)).toEqual(['better', 'better', 'not-shown']);
    expect(together.map((c) => 'verdict' in c && c.verdict)).toEqual([
      'not-shown',
      'better',
      'not-shown',
    ]);
    expect(together[0]!.reasons.at(-1)!.code).toBe('kpi.change-among-several');
    const alone = compareSeveral([all[0]!]);
    expect(alone[0]).toMatchObject({ verdict: 'better' });
  });

  it('says nothing of a difference that is no longer shown', () => {
    const kpi = serviceKpis({ currency: 'CNY' }).resolutionMedian;
    const of = (hours: readonly number[]) =>
      stateOf(
        kpi,
        hours.map((duration) => ({ duration })),
      );
    const base = Array.from({ length: 14 }, (_, i) => i + 1);
    const slower = compareBeforeAfter(kpi, of(base), of(base.map((hour) => hour + 4.5)));
    const codes = (c: BeforeAfter | undefined) => c!.reasons.map(({ code }) => code);
    expect(slower).toMatchObject({ verdict: 'worse' });
    expect(codes(slower)).toContain('kpi.value-may-be-unchanged');
    const same = change('a', 300, 301);
    const [among] = compareSeveral([slower, same, same, same, same]);
    expect(among).toMatchObject({ verdict: 'not-shown' });
    expect(codes(among)).toEqual(['kpi.no-control-group', 'kpi.change-among-several']);
  });

  it('passes over what could not be tested, and refuses other confidences', () => {
    const kpi = shares('d');
    const none = stateOf(kpi, []);
    const empty = compareBeforeAfter(kpi, none, none);
    const [first, second] = compareSeveral([empty, change('a', 300, 325)]);
    expect(first).toMatchObject({ status: 'insufficient', adjustedPValue: null });
    expect(second).toMatchObject({ verdict: 'better' });
    const strict = () => compareSeveral([change('a', 300, 325)], { confidence: 0.99 });
    expectRefusal(strict, 'inconsistent', 'comparisons[0].interval.confidence');
    expectRefusal(() => compareSeveral(wrong(null)), 'missing-value', 'comparisons');
    expectRefusal(() => compareSeveral(wrong([{}])), 'missing-value', 'comparisons[0].status');
    const tested = change('a', 300, 325);
    expectRefusal(
      () => compareSeveral([tested, wrong({ ...tested, pValue: 2 })]),
      'out-of-range',
      'comparisons[1].pValue',
    );
    expectRefusal(
      () => compareSeveral([wrong({ ...tested, verdict: 'fine' })]),
      'unknown-value',
      'comparisons[0].verdict',
    );
    expectRefusal(
      () => compareSeveral([wrong({ ...tested, reasons: [null] })]),
      'missing-value',
      'comparisons[0].reasons[0]',
    );
    expectRefusal(
      () => compareSeveral([wrong({ ...tested, reasons: undefined })]),
      'missing-value',
      'comparisons[0].reasons',
    );
    expectRefusal(
      () => compareSeveral([], wrong({ adjust: 'none' })),
      'unknown-value',
      'options.adjust',
    );
  });
});

describe('compareWithControl', () => {
  const kpi = shares('renewal');
  const of = (successes: number, trials: number) => stateOf(kpi, [{ successes, trials }]);

  it('takes out of a rate what changed for the control group too', () => {
    const complaints = defineKpi({
      ...DESCRIPTION,
      kind: 'rate',
      per: 1000,
      direction: 'lower-is-better',
    });
    const of = (count: number, exposure: number) => stateOf(complaints, [{ count, exposure }]);
    const effect = compareWithControl(complaints, {
      treated: { before: of(30, 1000), after: of(12, 800) },
      control: { before: of(25, 900), after: of(24, 950) },
    });
    if (effect.status !== 'estimated') throw new Error(effect.status);
    // A thousand times the difference of the rates: 15 − 30 − (25.263… − 27.777…).
    expectClose(effect.estimate, -12.48538011695906);
    expectClose(effect.interval.low, -33.41484390619655);
    expect(effect.verdict).toBe('not-shown');
  });

  it('takes out what changed for the control group too', () => {
    const groups = {
      treated: { before: of(120, 200), after: of(160, 200) },
      control: { before: of(90, 150), after: of(93, 150) },
    };
    const found = compareWithControl(kpi, groups);
    // (0.8 − 0.6) − (0.62 − 0.6) = 0.18. With one success and one failure more: 121 and 161 of 202, 91 and 94 of 152, each with the variance p(1 − p)/n.
    if (found.status !== 'estimated') throw new Error(found.status);
    expectClose(found.estimate, 0.18);
    const [p, q, r, s] = [121 / 202, 161 / 202, 91 / 152, 94 / 152] as const;
    const variance = (p * (1 - p) + q * (1 - q)) / 202 + (r * (1 - r) + s * (1 - s)) / 152;
    expectClose(found.statistic, (q - p - (s - r)) / Math.sqrt(variance));
    expect(found.verdict).toBe('better');
    expect(found.reasons.map(({ code }) => code)).toEqual(['kpi.parallel-trends']);
    const worse = defineKpi({ ...kpi, direction: 'lower-is-better' });
    expect(compareWithControl(worse, groups)).toMatchObject({ verdict: 'worse' });
  });

  it('finds nothing in four clients, and says that cases are few', () => {
    const control = { before: of(500, 1000), after: of(500, 1000) };
    // Fisher's p of the treated alone: 2 of 2 against none 1/3, 3 of 4 against none 1/7.
    for (const [before, after] of [
      [of(0, 2), of(2, 2)],
      [of(0, 4), of(3, 4)],
    ] as const) {
      const found = compareWithControl(kpi, { treated: { before, after }, control });
      if (found.status !== 'estimated') throw new Error(found.status);
      expect(found.pValue).toBeGreaterThan(0.05);
      expect(found.interval.low).toBeLessThan(0);
      expect(found.verdict).toBe('not-shown');
      expect(found.reasons.map(({ code }) => code)).toEqual([
        'kpi.parallel-trends',
        'kpi.few-expected-cases',
        'kpi.effect-not-shown',
      ]);
    }
    // Five to be expected in each cell are enough to do without the caveat, four are not.
    const reasonsOf = (half: number, n: number) => {
      const still = { before: of(half, n), after: of(half, n) };
      const found = compareWithControl(kpi, { treated: still, control: still });
      return found.reasons.map(({ code }) => code);
    };
    expect(reasonsOf(5, 10)).not.toContain('kpi.few-expected-cases');
    expect(reasonsOf(4, 10)).toContain('kpi.few-expected-cases');
  });

  it('says what keeps it from an answer', () => {
    const none = of(0, 0);
    const control = { before: of(90, 150), after: of(93, 150) };
    expect(
      compareWithControl(kpi, { treated: { before: none, after: of(1, 2) }, control }),
    ).toMatchObject({
      status: 'insufficient',
      reasons: [{ code: 'kpi.no-cases' }],
    });
    const mean = defineKpi({ ...DESCRIPTION, kind: 'measurements', measure: 'mean' });
    const single = stateOf(mean, [{ value: 1 }]);
    const both = { before: single, after: single };
    expect(compareWithControl(mean, { treated: both, control: both })).toMatchObject({
      status: 'insufficient',
      reasons: [{ code: 'kpi.sample-too-small', parameters: { n: 1, minimum: 2 } }],
    });
    const broken = { treated: control, control: { before: of(1, 2), after: wrong({}) } };
    expectRefusal(
      () => compareWithControl(kpi, broken),
      'missing-value',
      'groups.control.after.kpi',
    );
    expectRefusal(() => compareWithControl(kpi, wrong({})), 'missing-value', 'groups.treated');
  });
});
