import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  accumulateAll,
  defineKpi,
  type Kpi,
  type KpiEvent,
  type KpiKind,
  serviceKpis,
  summarise,
} from '../../../src/kpi/index.js';
import { money } from '../../../src/money/index.js';
import { expectClose, expectRefusal, wrong } from '../support.js';

const kpis = serviceKpis({ currency: 'CNY', minimumSample: 1 });
const figure = <K extends KpiKind>(kpi: Kpi<K>, events: readonly KpiEvent<K>[]) => {
  const result = summarise(kpi, accumulateAll(kpi, events).state);
  if (result.status !== 'ok') throw new Error(result.reason.code);
  return result;
};

describe('the ready definitions of retention and risk', () => {
  it('give the Kaplan–Meier figures of the leukaemia data that R’s survival gives', () => {
    // Both arms of aml, weeks taken for months; the fixture holds survfit(Surv(time, status) ~ 1).
    const { one, median, curve } = JSON.parse(
      readFileSync('test/fixtures/kpi/retention/aml.json', 'utf8'),
    );
    const events = curve.times.map((time: number, i: number) =>
      curve.status[i] === 1 ? { time, cause: 'service' } : { time },
    );
    const year = figure(kpis.tenureOneYear, events);
    expectClose(year.value, one.survival);
    expectClose(year.interval!.low, one.low);
    expectClose(year.interval!.high, one.high);
    const half = figure(kpis.tenureMedian, events);
    expect(half).toMatchObject({ value: median.time, interval: { low: median.low } });
  });

  it('keep the causes of leaving apart', () => {
    const events = [
      ...[2, 5].map((time) => ({ time, cause: 'service' })),
      { time: 3, cause: 'death' },
      { time: 20 },
    ];
    // Of four: 1/4 at 2; then 3/4 left, one of three dies, one of two leaves at 5: 1/4 + 3/4 · 2/3 · 1/2.
    expectClose(figure(kpis.leavingForMainCause, events).value, 0.5);
    const other = defineKpi({
      ...kpis.leavingForMainCause,
      id: 'leaving-for-death',
      measure: { name: 'incidence', cause: 'death', time: 12 },
    });
    expectClose(figure(other, events).value, 0.25);
  });

  it('give the exact intervals of rates per 1,000', () => {
    // Garwood's table for 10 events: 4.795389 to 18.390356.
    for (const kpi of [kpis.complaintRate, kpis.lossEventRate, kpis.breachRate]) {
      const rate = figure(kpi, [{ exposure: 2000 }, { count: 10 }]);
      expect(rate.value).toBe(5);
      expectClose(rate.interval!.low, 4.795389 / 2, 1e-6);
      expectClose(rate.interval!.high, 18.390356 / 2, 1e-6);
    }
    expect(
      summarise(kpis.complaintRate, accumulateAll(kpis.complaintRate, [{ count: 3 }]).state),
    ).toMatchObject({ status: 'insufficient', reason: { code: 'kpi.no-base' } });
  });

  it('take recoveries off losses', () => {
    const cny = (amount: string) => money('CNY', amount);
    const events = [
      { numerator: cny('50000.00') },
      { numerator: cny('-20000.00') },
      { denominator: cny('100000000.00') },
    ];
    expect(figure(kpis.lossRatio, events).value).toBe(0.0003);
    const perEvent = [{ amount: cny('30000.00') }, { count: 2 }];
    expect(figure(kpis.lossPerEvent, perEvent).value).toBe(15000);
  });

  it('name the bank’s own causes and windows', () => {
    const own = serviceKpis({ currency: 'CNY', leavingCauses: ['price', 'gone'], reopenDays: 14 });
    expect(own.leavingReasons).toMatchObject({ categories: ['price', 'gone'], of: 'price' });
    expect(own.tenureMedian.causes).toEqual(['price', 'gone', 'not-recorded']);
    expect(own.reopenedCases.windows).toMatchObject([{ id: 'reopen', days: 14 }]);
  });

  it('refuse options that cannot be', () => {
    const make = (options: object) => () => serviceKpis(wrong({ currency: 'CNY', ...options }));
    expectRefusal(make({ leavingCauses: ['one'] }), 'length-mismatch', 'options.leavingCauses');
    const reserved = { leavingCauses: ['price', 'not-recorded'] };
    expectRefusal(make(reserved), 'inconsistent', 'options.leavingCauses[1]');
    const twice = { leavingCauses: ['price', 'price'] };
    expectRefusal(make(twice), 'duplicate-id', 'options.leavingCauses[1]');
    expectRefusal(make({ reopenDays: 0 }), 'out-of-range', 'options.reopenDays');
  });
});
