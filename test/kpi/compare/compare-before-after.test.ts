import { describe, expect, it } from 'vitest';
import quarter from '../../../examples/data/scenario/service-quarter.json' with { type: 'json' };
import {
  accumulate,
  accumulateAll,
  type BeforeAfter,
  compareBeforeAfter,
  defineKpi,
  emptyState,
  type Kpi,
  serviceKpis,
} from '../../../src/kpi/index.js';
import { money } from '../../../src/money/index.js';
import expected from '../../fixtures/kpi/scenario.json' with { type: 'json' };
import { DESCRIPTION, expectClose, expectRefusal, wrong } from '../support.js';

const kpis = serviceKpis({ currency: 'CNY' });

function answers(kpi: Kpi<'ratings'>, counts: Readonly<Record<string, number>>) {
  const events = Object.entries(counts).map(([score, count]) => ({ score: Number(score), count }));
  return accumulateAll(kpi, events).state;
}

function share(kpi: Kpi<'proportion'>, successes: number, trials: number) {
  return accumulate(kpi, emptyState(kpi), { successes, trials });
}

function codes(result: BeforeAfter): readonly string[] {
  return result.reasons.map((reason) => reason.code);
}

describe('compareBeforeAfter', () => {
  it("compares means by Welch's test", () => {
    const { before, after } = quarter.satisfactionSurvey;
    const kpi = kpis.satisfactionMean;
    const change = compareBeforeAfter(kpi, answers(kpi, before), answers(kpi, after));
    if (change.status !== 'compared' || change.method !== 'welch-t') throw new Error('no t test');
    const figures = expected.satisfaction.meanChange;
    expectClose(change.difference, figures.difference, 1e-12);
    expectClose(change.statistic, figures.statistic);
    expectClose(change.pValue, figures.pValue, 1e-9);
    expectClose(change.interval.low, figures.interval[0]!);
    expectClose(change.interval.high, figures.interval[1]!);
    expectClose(change.effect!.value, figures.cohensD);
    expect(change.effect!.measure).toBe('cohens-d');
  });

  it('calls a rise of a loss rate worse and a fall better', () => {
    const kpi = kpis.clientChurn;
    const [low, high] = [share(kpi, 100, 1000), share(kpi, 200, 1000)];
    expect(compareBeforeAfter(kpi, low, high)).toMatchObject({ verdict: 'worse' });
    expect(compareBeforeAfter(kpi, high, low)).toMatchObject({ verdict: 'better' });
    const neutral = defineKpi({ ...kpi, direction: 'neutral' });
    expect(compareBeforeAfter(neutral, low, high)).toMatchObject({ verdict: 'different' });
  });

  it('does not call a difference that chance explains a change', () => {
    const kpi = kpis.renewalRate;
    const result = compareBeforeAfter(kpi, share(kpi, 80, 100), share(kpi, 84, 100));
    expect(result).toMatchObject({ status: 'compared', verdict: 'not-shown' });
    expect(codes(result)).toEqual(['kpi.no-control-group', 'kpi.change-not-shown']);
  });

  it("takes Fisher's exact test where few cases are to be expected, and says so", () => {
    const kpi = kpis.renewalRate;
    // Pooled 15/20: 2.5 failures expected on each side. One failure or none on a side: 2·(10·210 + 252)/15504.
    const result = compareBeforeAfter(kpi, share(kpi, 6, 10), share(kpi, 9, 10));
    expect(codes(result)).toContain('kpi.few-expected-cases');
    expect(result).toMatchObject({ method: 'fisher-exact', statistic: 9 });
    if (result.status === 'compared') expectClose(result.pValue, 4704 / 15504, 1e-12);
  });

  it('has nothing to test where nothing varies', () => {
    const kpi = kpis.renewalRate;
    const result = compareBeforeAfter(kpi, share(kpi, 10, 10), share(kpi, 20, 20));
    expect(result).toMatchObject({ status: 'no-variation', difference: 0 });
    expect(codes(result)).toEqual(['kpi.no-control-group', 'kpi.all-alike']);
    const mean = kpis.satisfactionMean;
    expect(
      compareBeforeAfter(mean, answers(mean, { 4: 9 }), answers(mean, { 5: 9 })),
    ).toMatchObject({ status: 'no-variation', difference: 1 });
  });

  it('says which samples are too small, and compares none of them', () => {
    const kpi = kpis.renewalRate;
    const result = compareBeforeAfter(kpi, share(kpi, 2, 4), emptyState(kpi));
    expect(result.status).toBe('insufficient');
    expect(codes(result)).toEqual(['kpi.sample-too-small', 'kpi.no-cases']);
    const mean = defineKpi({ ...kpis.satisfactionMean, minimumSample: 1 });
    const one = compareBeforeAfter(mean, answers(mean, { 4: 1 }), answers(mean, { 4: 5 }));
    expect(one.status).toBe('insufficient');
    expect(codes(one)).toEqual(['kpi.sample-too-small']);
  });

  it('subtracts amounts and does not test them', () => {
    const flow = (part: string, of: string) =>
      accumulate(kpis.organicGrowth, emptyState(kpis.organicGrowth), {
        numerator: money('CNY', part),
        denominator: money('CNY', of),
      });
    const result = compareBeforeAfter(kpis.organicGrowth, flow('1', '2'), flow('3', '4'));
    expect(result).toMatchObject({
      status: 'described',
      before: { value: 0.5, n: 1 },
      after: { value: 0.75, n: 1 },
      difference: 0.25,
    });
    expect(result).not.toHaveProperty('interval');
    expect(result).not.toHaveProperty('verdict');
    expect(codes(result)).toEqual(['kpi.no-control-group', 'kpi.difference-not-tested']);
    const kept = defineKpi({ ...DESCRIPTION, kind: 'count-ratio', share: true });
    const of = (numerator: number) =>
      accumulate(kept, emptyState(kept), { numerator, denominator: 4 });
    const impossible = compareBeforeAfter(kept, of(5), of(3));
    expect(impossible.status).toBe('insufficient');
    expect(codes(impossible)).toEqual(['kpi.not-a-share']);
    const none = compareBeforeAfter(kpis.organicGrowth, flow('1', '0'), flow('3', '4'));
    expect(none.status).toBe('insufficient');
    expect(codes(none)).toEqual(['kpi.denominator-not-positive']);
  });

  it('compares precision, and net promoter scores by the adjusted Wald method', () => {
    const precision = kpis.riskPrecision;
    const of = (truePositives: number) =>
      accumulate(precision, emptyState(precision), {
        truePositives,
        falsePositives: 100 - truePositives,
      });
    expect(compareBeforeAfter(precision, of(50), of(80))).toMatchObject({ verdict: 'better' });
    const nps = defineKpi({
      ...DESCRIPTION,
      kind: 'ratings',
      scale: { lowest: 0, highest: 10 },
      measure: { name: 'net-promoter' },
    });
    const change = compareBeforeAfter(
      nps,
      answers(nps, { 10: 20, 8: 40, 2: 40 }),
      answers(nps, { 9: 40, 7: 40, 6: 20 }),
    );
    if (change.status !== 'compared' || change.method !== 'adjusted-wald') throw new Error('no z');
    expectClose(change.before.value, -0.2, 1e-14);
    expectClose(change.difference, 0.4, 1e-14);
    // Three answers more on each side, of which 0.75 promoters and detractors each: centres 20/103 and −20/103, of 62 who are either 61.5/103.
    const error = Math.sqrt((2 * (61.5 / 103 - (20 / 103) * (20 / 103))) / 103);
    expectClose(change.statistic, 40 / 103 / error, 1e-12);
    expectClose(change.interval.low, 40 / 103 - 1.959963984540054 * error, 1e-12);
    expect(change.effect!.measure).toBe('cohens-d');
  });

  it('refuses states of another KPI', () => {
    const kpi = kpis.renewalRate;
    const own = share(kpi, 8, 10);
    const other = emptyState(kpis.clientChurn);
    expectRefusal(() => compareBeforeAfter(kpi, other, own), 'inconsistent', 'before.kpi');
    expectRefusal(() => compareBeforeAfter(kpi, own, other), 'inconsistent', 'after.kpi');
    expectRefusal(() => compareBeforeAfter(kpi, own, wrong(null)), 'missing-value', 'after');
    expectRefusal(
      () => compareBeforeAfter(kpi, own, own, { confidence: 0 }),
      'out-of-range',
      'options.confidence',
    );
  });

  it('returns a frozen result', () => {
    const kpi = kpis.renewalRate;
    const result = compareBeforeAfter(kpi, share(kpi, 8, 10), share(kpi, 9, 10));
    expect(Object.isFrozen(result)).toBe(true);
    for (const part of Object.values(result)) expect(Object.isFrozen(part)).toBe(true);
  });
});
