import { describe, expect, it } from 'vitest';
import {
  accumulate,
  accumulateAll,
  emptyState,
  type Kpi,
  serviceKpis,
  summarise,
} from '../../../src/kpi/index.js';
import oracle from '../../fixtures/kpi/service-quality.json';
import { expectClose, expectRefusal, wrong } from '../support.js';

const kpis = serviceKpis({ currency: 'CNY' });

/** Value and interval against R's t.test. */
function expectMean(
  kpi: Kpi<'measurements'>,
  values: readonly number[],
  figures: readonly number[],
) {
  const events = values.map((value) => ({ value }));
  const result = summarise(kpi, accumulateAll(kpi, events).state);
  if (result.status !== 'ok') throw new Error(result.status);
  expectClose(result.value, figures[0]!);
  expectClose(result.interval!.low, figures[1]!);
  expectClose(result.interval!.high, figures[2]!);
  expect(result.n).toBe(values.length);
}

describe('the KPIs of digital tools', () => {
  it('give figures by client the interval of a mean over clients, as R does', () => {
    expectMean(kpis.sessionsPerClient, oracle.sessions, oracle.sessionsPerClient);
    expectMean(
      kpis.toolStickiness,
      oracle.days.map((days) => days / 31),
      oracle.stickiness,
    );
  });

  it('give Apdex, with its interval', () => {
    const scores = oracle.seconds.map((seconds) => (seconds <= 4 ? 1 : seconds <= 16 ? 0.5 : 0));
    expectMean(kpis.apdex, scores, oracle.apdex);
  });

  it('give the example of Apdex in Wikipedia: 100 samples at a target of 3 seconds', () => {
    // 60 below 3 s, 30 from 3 to 12 s, 10 above: (60 + 30 / 2) / 100 = 0.75.
    const parts = [
      ...Array.from({ length: 60 }, () => ({ value: 1 })),
      ...Array.from({ length: 30 }, () => ({ value: 0.5 })),
      ...Array.from({ length: 10 }, () => ({ value: 0 })),
    ];
    const { apdex } = serviceKpis({ currency: 'CNY', apdexSeconds: 3 });
    expect(summarise(apdex, accumulateAll(apdex, parts).state)).toMatchObject({ value: 0.75 });
    expect(apdex.windows[0]!.words).toContain('3 seconds');
  });

  it('give availability by time, and no interval, for outages last', () => {
    const kpi = kpis.availabilityByTime;
    const days = [
      { numerator: 1440, denominator: 1440 },
      { numerator: 1397, denominator: 1440 },
    ];
    const result = summarise(kpi, accumulateAll(kpi, days).state);
    expect(result).toMatchObject({ value: 2837 / 2880, n: 2880 });
    expect(result).not.toHaveProperty('interval');
  });

  it('give availability by request, which may differ: an outage at night is short of requests', () => {
    const kpi = kpis.availabilityByRequest;
    const { state } = accumulateAll(kpi, [{ successes: 99_950, trials: 100_000 }]);
    expect(summarise(kpi, state)).toMatchObject({ value: 0.9995 });
  });

  it('give no figure without cases, and none for a service that was under maintenance throughout', () => {
    const all: readonly Kpi[] = [
      ...[kpis.toolAdoption, kpis.sessionsPerClient, kpis.toolStickiness],
      ...[kpis.taskSuccess, kpis.taskErrors, kpis.crashFreeSessions, kpis.crashFreeClients],
      ...[kpis.availabilityByTime, kpis.availabilityByRequest, kpis.apdex],
    ];
    for (const kpi of all) {
      expect(kpi.family).toBe('tools');
      expect(summarise(kpi, emptyState(kpi))).toMatchObject({
        status: 'insufficient',
        reason: { code: 'kpi.no-cases' },
      });
    }
    const kpi = kpis.availabilityByTime;
    const idle = accumulate(kpi, emptyState(kpi), { numerator: 0, denominator: 0 });
    expect(summarise(kpi, idle)).toMatchObject({ reason: { code: 'kpi.no-cases' } });
  });

  it('refuse figures that cannot be', () => {
    const add = (kpi: Kpi, event: object) => () => accumulate(kpi, emptyState(kpi), wrong(event));
    expectRefusal(add(kpis.toolStickiness, { value: 1.1 }), 'out-of-range', 'event.value');
    expectRefusal(add(kpis.sessionsPerClient, { value: -1 }), 'out-of-range', 'event.value');
    expectRefusal(
      add(kpis.toolAdoption, { successes: 2, trials: 1 }),
      'out-of-range',
      'event.successes',
    );
    expectRefusal(
      add(kpis.availabilityByTime, { numerator: -1 }),
      'out-of-range',
      'event.numerator',
    );
    expectRefusal(
      () => serviceKpis({ currency: 'CNY', apdexSeconds: 0 }),
      'out-of-range',
      'options.apdexSeconds',
    );
  });
});
