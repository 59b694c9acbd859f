import { describe, expect, it } from 'vitest';
import { type LossEvent, lossEventRecords, serviceKpis } from '../../../src/kpi/index.js';
import { type Money, money } from '../../../src/money/index.js';
import { eventsByKpi, expectRefusal, wrong } from '../support.js';
import { cubeByFamily, expectFamiliesChecked, resultIn } from './support.js';

const cny = (amount: string): Money<'CNY'> => money('CNY', amount);
const options = { families: ['fraud', 'execution'], asOf: '2026-04-01T00:00:00+08:00' } as const;
const loss: LossEvent = {
  id: 'l-1',
  family: 'execution',
  foundAt: '2026-03-02T09:00:00+08:00',
  grossLoss: cny('50000.00'),
};
const eventsOf = (change: object, changed: object = {}) =>
  eventsByKpi(lossEventRecords(wrong({ ...loss, ...change }), wrong({ ...options, ...changed })));
const kpis = serviceKpis({ currency: 'CNY', minimumSample: 1 });
const LOSS_KPIS = [
  kpis.lossEventRate,
  kpis.lossRatio,
  kpis.lossPerEvent,
  kpis.grossLossPerEvent,
] as const;

describe('lossEventRecords', () => {
  it('count an event, its loss, and its loss less what came back', () => {
    expect(eventsOf({ recovered: cny('20000.00') })).toEqual({
      'loss-event-rate': { count: 1 },
      'loss-ratio': { numerator: cny('30000.00') },
      'loss-per-event': { amount: cny('30000.00'), count: 1 },
      'gross-loss-per-event': { amount: cny('50000.00'), count: 1 },
    });
    expect(eventsOf({})['loss-ratio']).toEqual({ numerator: cny('50000.00') });
    expect(eventsOf({ recovered: cny('50000.00') })['loss-per-event']).toEqual({
      amount: cny('0.00'),
      count: 1,
    });
  });

  it('count a near miss for no loss event and for no loss, but show it', () => {
    const left = { excluded: 'near-miss' };
    expect(eventsOf({ grossLoss: undefined, nearMiss: true })).toEqual({
      'loss-event-rate': left,
      'loss-ratio': left,
      'loss-per-event': left,
      'gross-loss-per-event': left,
    });
  });

  it('count an event of which nobody knows what it cost, and take its loss neither for 0 nor for any', () => {
    const left = { excluded: 'not-estimated' };
    expect(eventsOf({ grossLoss: undefined })).toEqual({
      'loss-event-rate': { count: 1 },
      'loss-ratio': left,
      'loss-per-event': left,
      'gross-loss-per-event': left,
    });
  });

  it('let a later look correct an earlier one: what it cost, what came back, that it was none', () => {
    const cube = cubeByFamily(LOSS_KPIS);
    const draft = cube.init();
    const tell = (event: object, asOf: string) => {
      const terms = { families: options.families, familyDimension: 'risk-family', asOf };
      for (const record of lossEventRecords(wrong(event), terms)) cube.add(draft, record);
    };
    const late = '2026-06-30T00:00:00+08:00';
    tell({ ...loss, recovered: cny('20000.00') }, late);
    tell({ ...loss, grossLoss: undefined }, '2026-03-03T00:00:00+08:00');
    tell({ ...loss, id: 'l-2', family: 'fraud', grossLoss: cny('1500.00') }, late);
    tell({ ...loss, id: 'l-3' }, '2026-03-03T00:00:00+08:00');
    tell({ ...loss, id: 'l-3', grossLoss: undefined, nearMiss: true }, late);
    cube.add(draft, { kpi: 'loss-event-rate', at: '2026-01-01', event: { exposure: 2000 } });
    cube.add(draft, {
      kpi: 'loss-ratio',
      at: '2026-01-01',
      event: { denominator: cny('63000000.00') },
    });
    const of = (kpi: string, family?: string) => resultIn(cube, draft, kpi, family);
    // Two events of 2,000 clients; 30,000 and 1,500 of 63,000,000; their mean; and 51,500 before what came back, of two.
    expect(of('loss-event-rate')).toMatchObject({
      value: 1,
      excluded: [{ id: 'near-miss', count: 1 }],
    });
    expect(of('loss-ratio')).toMatchObject({ value: 0.0005 });
    expect(of('loss-per-event')).toMatchObject({ value: 15750, denominator: 2 });
    expect(of('gross-loss-per-event')).toMatchObject({ value: 25750, denominator: 2 });
    expect(of('gross-loss-per-event', 'fraud')).toMatchObject({ value: 1500 });
  });

  it('belong to the day on which the bank found the event, and keep what is known of it', () => {
    const dimensions = { branch: 'Pudong' };
    const [record] = lossEventRecords({ ...loss, dimensions }, options);
    expect(record).toMatchObject({
      at: Date.parse(loss.foundAt as string),
      id: 'loss-event-rate/l-1',
      revision: Date.parse(options.asOf),
      dimensions,
    });
  });

  it('refuse what cannot be', () => {
    const make =
      (change: object, changed: object = {}) =>
      () =>
        eventsOf(change, changed);
    expectFamiliesChecked(make, 'event');
    expectRefusal(make({ foundAt: undefined }), 'missing-value', 'event.foundAt');
    expectRefusal(make({ foundAt: '2026-04-02T00:00:00Z' }), 'inconsistent', 'event.foundAt');
    expectRefusal(make({ grossLoss: cny('-1.00') }), 'out-of-range', 'event.grossLoss.amount');
    // What cost nothing is a near miss.
    expectRefusal(make({ grossLoss: cny('0.00') }), 'out-of-range', 'event.grossLoss.amount');
    expectRefusal(make({ grossLoss: 50_000 }), 'invalid-type', 'event.grossLoss');
    expectRefusal(make({ recovered: cny('-1.00') }), 'out-of-range', 'event.recovered.amount');
    expectRefusal(make({ recovered: cny('50000.01') }), 'inconsistent', 'event.recovered');
    const dollars = money('USD', '1.00');
    expectRefusal(make({ recovered: dollars }), 'currency-mismatch', 'event.recovered.currency');
    const unknown = { grossLoss: undefined, recovered: cny('1.00') };
    expectRefusal(make(unknown), 'inconsistent', 'event.recovered');
    expectRefusal(make({ nearMiss: true }), 'inconsistent', 'event.grossLoss');
    expectRefusal(make({ nearMiss: 'yes' }), 'invalid-type', 'event.nearMiss');
    expectRefusal(make({ amount: 1 }), 'unknown-id', 'event.amount');
  });
});
