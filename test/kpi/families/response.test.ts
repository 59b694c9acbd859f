import { describe, expect, it } from 'vitest';
import {
  accumulateAll,
  caseRecords,
  type KpiEvent,
  RESPONSE_MEASURES,
  serviceKpis,
  summarise,
} from '../../../src/kpi/index.js';
import { expectClose, expectRefusal } from '../support.js';

const kpis = serviceKpis({ currency: 'CNY' });

/** Ten enquiries of one morning: eight answered after 1 to 8 hours, one given up after 3, one open for 10. */
const OPENED = Date.parse('2026-03-02T00:00:00Z');
const HOUR = 3_600_000;
const enquiries = [
  ...[1, 2, 3, 4, 5, 6, 7, 8].map((hours) => ({
    steps: { 'first-response': OPENED + hours * HOUR, closed: OPENED + 10 * HOUR },
  })),
  { steps: {}, abandonedAt: OPENED + 2.5 * HOUR },
  { steps: {} },
];
const records = enquiries.flatMap((enquiry, i) =>
  caseRecords(
    { id: `e-${i}`, openedAt: OPENED, ...enquiry },
    { measures: RESPONSE_MEASURES, asOf: OPENED + 10 * HOUR },
  ),
);
const eventsOf = (id: string): KpiEvent<'durations'>[] =>
  records.filter(({ kpi }) => kpi === id).map(({ event }) => event as KpiEvent<'durations'>);

describe('the KPIs of response', () => {
  it('read medians and high quantiles off the curve in which open enquiries are open', () => {
    // Kaplan–Meier by hand: S(1) = 9/10, S(2) = 8/10; one censored at 2.5 leaves 7;
    // S(3) = .8·6/7 = .6857, S(4) = .5714, S(5) = .4571, S(6) = .3429, S(7) = .2286, S(8) = .1143, never 0.1.
    const of = (kpi: typeof kpis.firstResponseMedian) =>
      summarise(kpi, accumulateAll(kpi, eventsOf(kpi.id)).state);
    expect(of(kpis.firstResponseMedian)).toMatchObject({ value: 5, open: 2, n: 10 });
    expect(of(kpis.firstResponseP90)).toMatchObject({
      status: 'insufficient',
      reason: { code: 'kpi.quantile-not-reached' },
    });
    expect(of(kpis.firstResponseP95)).toMatchObject({ status: 'insufficient' });
    expect(of(kpis.resolutionMedian)).toMatchObject({ value: 10 });
  });

  it('read the same three quantiles off first answers and off resolutions', () => {
    // Closed after 1 to 20 hours: F(t) = t/20. F is 0.5 from 10 to 11, 0.9 from 18 to 19, 0.95 from 19 to 20; the middle of the stretch counts.
    const times = Array.from({ length: 20 }, (_, i) => ({ duration: i + 1 }));
    const values = [
      ...[kpis.firstResponseMedian, kpis.firstResponseP90, kpis.firstResponseP95],
      ...[kpis.resolutionMedian, kpis.resolutionP90, kpis.resolutionP95],
    ].map((kpi) => summarise(kpi, accumulateAll(kpi, times).state));
    expect(values.map((result) => result.status === 'ok' && result.value)).toEqual([
      10.5, 18.5, 19.5, 10.5, 18.5, 19.5,
    ]);
  });

  it('count what is open beyond the limit as missed, and what is open within it for as long as it was', () => {
    const kpi = kpis.firstResponseWithin;
    const events = eventsOf(kpi.id);
    // Kaplan–Meier by hand: 1 − 9/10 · 8/9 · 6/7 · 5/6, as one given up after 2.5 hours leaves 7 of 8. Left out it would make 4/9.
    const result = summarise(kpi, accumulateAll(kpi, events).state);
    expect(result).toMatchObject({ n: 9, numerator: null, denominator: null, open: 1 });
    if (result.status !== 'ok') throw new Error(result.status);
    expectClose(result.value, 3 / 7);
  });

  it('take the limits from the options', () => {
    const own = serviceKpis({ currency: 'CNY', responseHours: 6, resolutionHours: 12 });
    expect([own.firstResponseWithin.limit, own.resolutionWithin.limit]).toEqual([6, 12]);
    expectRefusal(
      () => serviceKpis({ currency: 'CNY', responseHours: -1 }),
      'out-of-range',
      'options.responseHours',
    );
  });

  it('count who gave up over those whose time is over', () => {
    const kpi = kpis.abandonment;
    const events = [
      { successes: 12, trials: 240 },
      { excluded: 'window-open' },
      { excluded: 'short-abandon' },
    ];
    expect(summarise(kpi, accumulateAll(kpi, events).state)).toMatchObject({
      value: 0.05,
      excluded: [
        { id: 'short-abandon', count: 1 },
        { id: 'window-open', count: 1 },
      ],
    });
  });
});
