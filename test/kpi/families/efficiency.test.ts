import { describe, expect, it } from 'vitest';
import {
  accumulate,
  accumulateAll,
  emptyState,
  KPI_FAMILIES,
  type Kpi,
  serviceKpis,
  summarise,
} from '../../../src/kpi/index.js';
import oracle from '../../fixtures/kpi/service-quality.json';
import { expectClose, expectRefusal, wrong } from '../support.js';

const kpis = serviceKpis({ currency: 'CNY' });
const { minutes, served } = oracle;
const waits = minutes.map((duration, i) =>
  served[i] === 1 ? { duration } : { duration, open: true },
);
const waited = (kpi: Kpi<'durations'>) => summarise(kpi, accumulateAll(kpi, waits).state);

describe('the KPIs of process efficiency', () => {
  it('have a family of their own', () => {
    expect(KPI_FAMILIES).toContain('efficiency');
    const own = [
      ...[kpis.stepTimeMedian, kpis.stepTimeP90, kpis.processCompletion],
      ...[kpis.firstContactResolution, kpis.touchesPerCase, kpis.rework, kpis.straightThrough],
      ...[kpis.queueWaitMedian, kpis.queueWaitP90],
    ] as readonly Kpi[];
    for (const kpi of own) expect(kpi.family, kpi.id).toBe('efficiency');
  });

  it('read waits off the curve in which who left is censored, as R does', () => {
    const [median, p90] = [waited(kpis.queueWaitMedian), waited(kpis.queueWaitP90)];
    if (median.status !== 'ok' || p90.status !== 'ok') throw new Error('no value');
    expectClose(median.value, oracle.waitMedian[0]!);
    expectClose(p90.value, oracle.waitP90[0]!);
    // Those served alone look faster than the line is.
    expect(oracle.servedOnlyMedian[0]).toBeLessThan(median.value);
    expect(median).toMatchObject({
      unit: 'minutes',
      n: 60,
      open: served.filter((one) => one === 0).length,
    });
    expect(median.reasons[0]!.code).toBe('kpi.cases-open');
  });

  it('say so where too many left for the quantile to be known', () => {
    const left = Array.from({ length: 5 }, () => ({ duration: 3, open: true }));
    const { state } = accumulateAll(kpis.queueWaitMedian, left);
    expect(summarise(kpis.queueWaitMedian, state)).toMatchObject({
      status: 'insufficient',
      reason: { code: 'kpi.quantile-not-reached' },
    });
  });

  it('give contacts per case the interval of a mean', () => {
    const events = oracle.contacts.map((value) => ({ value }));
    const result = summarise(kpis.touchesPerCase, accumulateAll(kpis.touchesPerCase, events).state);
    if (result.status !== 'ok') throw new Error(result.status);
    const [mean, low, high] = oracle.touches as [number, number, number];
    expectClose(result.value, mean);
    expectClose(result.interval!.low, low);
    expectClose(result.interval!.high, high);
  });

  it('give first-contact resolution the interval of Wilson', () => {
    const kpi = kpis.firstContactResolution;
    const result = summarise(kpi, accumulateAll(kpi, [{ successes: 143, trials: 180 }]).state);
    if (result.status !== 'ok') throw new Error(result.status);
    const [share, low, high] = oracle.wilson_143_of_180 as [number, number, number];
    expectClose(result.value, share);
    expectClose(result.interval!.low, low);
    expectClose(result.interval!.high, high);
  });

  it('show the drop-off of each step, who may still go on left out', () => {
    const kpi = kpis.processCompletion;
    const events = [
      { reached: 'started', count: 40 },
      { reached: 'profiled', count: 30 },
      { reached: 'profiled', open: true, count: 10 },
      { reached: 'proposed', count: 20 },
      { reached: 'signed', count: 40 },
    ];
    const result = summarise(kpi, accumulateAll(kpi, events).state);
    if (result.status !== 'ok') throw new Error(result.status);
    // 140 started; 100 of 140 went on; 60 of the 90 decided; 40 of 60. Together 100/140 · 60/90 · 40/60.
    expect(result.steps!.map(({ fromPrevious }) => fromPrevious)).toEqual([
      undefined,
      100 / 140,
      60 / 90,
      40 / 60,
    ]);
    expectClose(result.value, (100 / 140) * (60 / 90) * (40 / 60));
  });

  it('take steps and window from the options', () => {
    const own = serviceKpis({ currency: 'CNY', processSteps: ['a', 'b'], followUpDays: 30 });
    expect(own.processCompletion.steps).toEqual(['a', 'b']);
    expect(own.firstContactResolution.windows).toMatchObject([{ id: 'follow-up', days: 30 }]);
    expectRefusal(
      () => serviceKpis({ currency: 'CNY', processSteps: ['a'] }),
      'length-mismatch',
      'options.processSteps',
    );
    expectRefusal(
      () => serviceKpis({ currency: 'CNY', followUpDays: 0 }),
      'out-of-range',
      'options.followUpDays',
    );
  });

  it('give no figure without cases, and refuse counts below zero', () => {
    for (const kpi of [kpis.rework, kpis.straightThrough, kpis.firstContactResolution]) {
      const result = summarise(kpi, emptyState(kpi));
      expect(result).toMatchObject({ status: 'insufficient', reason: { code: 'kpi.no-cases' } });
      const open = accumulate(kpi, emptyState(kpi), { excluded: 'not-recorded' });
      expect(summarise(kpi, open)).toMatchObject({
        status: 'insufficient',
        excluded: [{ id: 'not-recorded', count: 1 }],
      });
    }
    const add = (event: object) => () =>
      accumulate(kpis.touchesPerCase, emptyState(kpis.touchesPerCase), wrong(event));
    expectRefusal(add({ value: -1 }), 'out-of-range', 'event.value');
    expectRefusal(add({ excluded: 'weekend' }), 'unknown-id', 'event.excluded');
  });
});
