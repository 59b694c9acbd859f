import { describe, expect, it } from 'vitest';
import { compileKpiCube, orderCheckRecords, serviceKpis } from '../../../src/kpi/index.js';
import { eventsByKpi, expectRefusal, wrong } from '../support.js';

const options = { asOf: '2026-04-01T00:00:00+08:00' };
const order = { id: 'o-1', checkedAt: '2026-03-02T09:00:00+08:00', blocked: true };
const eventsOf = (change: object) =>
  eventsByKpi(orderCheckRecords(wrong({ ...order, ...change }), options));

describe('orderCheckRecords', () => {
  it('count what was stopped, whether rightly, and what a person let pass', () => {
    expect(eventsOf({ justified: true, overridden: false, breaches: 0 })).toEqual({
      'interception-rate': { successes: 1, trials: 1 },
      'breach-rate': { count: 0, exposure: 1 },
      'interceptions-justified': { successes: 1, trials: 1 },
      'override-rate': { successes: 0, trials: 1 },
    });
  });

  it('take what nobody looked at neither for a yes nor for a no', () => {
    expect(eventsOf({})).toMatchObject({
      'breach-rate': { excluded: 'not-reviewed' },
      'interceptions-justified': { excluded: 'not-reviewed' },
      'override-rate': { excluded: 'not-recorded' },
    });
  });

  it('say nothing of blocking for an order that passed', () => {
    expect(eventsOf({ blocked: false, breaches: 2 })).toEqual({
      'interception-rate': { successes: 0, trials: 1 },
      'breach-rate': { count: 2, exposure: 1 },
      'interceptions-justified': null,
      'override-rate': null,
    });
  });

  it('take back what an earlier look said of blocking, told that the order was not blocked', () => {
    const kpis = serviceKpis({ currency: 'CNY', minimumSample: 1 });
    const cube = compileKpiCube({
      kpis: [
        kpis.interceptionRate,
        kpis.interceptionsJustified,
        kpis.overrideRate,
        kpis.breachRate,
      ],
      period: 'month',
      zone: 'Asia/Shanghai',
    });
    const draft = cube.init();
    const looks = [
      orderCheckRecords(
        { ...order, justified: true, overridden: true },
        { asOf: '2026-03-03T00:00:00+08:00' },
      ),
      orderCheckRecords({ ...order, blocked: false }, options),
    ];
    for (const record of looks.flat()) cube.add(draft, record);
    const { rows } = cube.result(draft);
    const of = (kpi: string) => rows.find((row) => row.kpi === kpi)?.result;
    expect(of('interception-rate')).toMatchObject({ value: 0, n: 1 });
    for (const kpi of ['interceptions-justified', 'override-rate']) {
      expect(of(kpi)?.status).not.toBe('ok');
    }
  });

  it('refuse what cannot be', () => {
    const make = (change: object) => () => eventsOf(change);
    expectRefusal(make({ blocked: undefined }), 'missing-value', 'order.blocked');
    expectRefusal(make({ blocked: false, justified: true }), 'inconsistent', 'order.justified');
    expectRefusal(make({ blocked: false, overridden: true }), 'inconsistent', 'order.overridden');
    expectRefusal(make({ justified: 'yes' }), 'invalid-type', 'order.justified');
    expectRefusal(make({ breaches: -1 }), 'out-of-range', 'order.breaches');
    expectRefusal(make({ breaches: Number.NaN }), 'not-finite', 'order.breaches');
    expectRefusal(make({ checkedAt: '2026-04-02T00:00:00Z' }), 'inconsistent', 'order.checkedAt');
    expectRefusal(make({ dimensions: { branch: 7 } }), 'invalid-type', 'order.dimensions.branch');
    expectRefusal(make({ client: 'c' }), 'unknown-id', 'order.client');
    expectRefusal(() => orderCheckRecords(order, wrong({})), 'missing-value', 'options.asOf');
  });
});
