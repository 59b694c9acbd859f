import { describe, expect, it } from 'vitest';
import {
  accumulateAll,
  compileKpiCube,
  type KpiEvent,
  retentionRecords,
  serviceKpis,
  summarise,
} from '../../../src/kpi/index.js';
import { money } from '../../../src/money/index.js';
import { expectRefusal, wrong } from '../support.js';

const options = { asOf: '2026-07-01T00:00:00+08:00' };
const cny = (amount: string) => money('CNY', amount);
const client = {
  id: 'c-1',
  from: '2026-03-31',
  to: '2026-06-30',
  opening: cny('100.00'),
  netNewMoney: cny('0.00'),
  left: false,
} as const;
const kpis = serviceKpis({ currency: 'CNY', minimumSample: 1 });

/** Four clients: one stays as is, one brings 50, one takes 40 away, one leaves with 130 after a rise of the market. */
const CLIENTS = [
  client,
  { ...client, id: 'c-2', netNewMoney: cny('50.00') },
  { ...client, id: 'c-3', netNewMoney: cny('-40.00') },
  { ...client, id: 'c-4', netNewMoney: cny('-130.00'), left: true },
];
const records = CLIENTS.flatMap((one) => retentionRecords(one, options));
const eventsOf = (id: string) =>
  records.filter(({ kpi }) => kpi === id).map(({ event }) => event as KpiEvent<'amount-ratio'>);
const figureOf = (kpi: typeof kpis.assetChurn) =>
  summarise(kpi, accumulateAll(kpi, eventsOf(kpi.id)).state);

describe('retentionRecords', () => {
  it('keeps apart what was lost, what was kept and what was brought', () => {
    // Kept: 100, 150, 60 and 0 of 4 × 100; gross counts 100, 100, 60, 0.
    expect(figureOf(kpis.netAssetRetention)).toMatchObject({ value: 310 / 400, n: 4 });
    expect(figureOf(kpis.grossAssetRetention)).toMatchObject({ value: 260 / 400 });
    expect(figureOf(kpis.assetChurn)).toMatchObject({ value: 100 / 400 });
  });

  it('counts heads', () => {
    const heads = records.filter(({ kpi }) => kpi === 'client-churn');
    expect(heads.map(({ event }) => event)).toEqual([
      { successes: 0, trials: 1 },
      { successes: 0, trials: 1 },
      { successes: 0, trials: 1 },
      { successes: 1, trials: 1 },
    ]);
  });

  it('does not take who took everything away for lost, and keeps nothing of it', () => {
    const empty = retentionRecords({ ...client, netNewMoney: cny('-120.00') }, options);
    const [head, , churn, gross, net] = empty.map(({ event }) => event);
    expect(head).toEqual({ successes: 0, trials: 1 });
    expect(churn).toMatchObject({ numerator: cny('0.00') });
    expect(gross).toMatchObject({ numerator: cny('0.00'), denominator: cny('100.00') });
    expect(net).toMatchObject({ numerator: cny('0.00') });
  });

  it('gives no ratio where nobody had anything', () => {
    const poor = retentionRecords({ ...client, opening: cny('0.00') }, options);
    const event = poor[3]!.event as KpiEvent<'amount-ratio'>;
    const { state } = accumulateAll(kpis.grossAssetRetention, [event]);
    expect(summarise(kpis.grossAssetRetention, state)).toMatchObject({
      status: 'insufficient',
      reason: { code: 'kpi.denominator-not-positive' },
    });
  });

  it('belongs to the last day of the period and to the look', () => {
    expect(records[0]).toMatchObject({
      at: '2026-06-30',
      id: 'client-churn/c-1/2026-03-31',
      revision: Date.UTC(2026, 5, 30, 16),
    });
  });

  it('counts a client once whose last day was corrected', () => {
    const cube = compileKpiCube({
      kpis: [kpis.clientChurn, kpis.grossAssetRetention],
      period: 'quarter',
      zone: 'Asia/Shanghai',
    });
    const looks = [
      retentionRecords(
        { ...client, to: '2026-05-15', left: true },
        { asOf: '2026-05-20T00:00:00Z' },
      ),
      retentionRecords(client, options),
    ];
    for (const order of [looks, [...looks].reverse()]) {
      const draft = cube.init();
      for (const record of order.flat()) {
        if (['client-churn', 'gross-asset-retention'].includes(record.kpi)) cube.add(draft, record);
      }
      const { rows } = cube.result(draft, { suppressBelow: 1 });
      // The client did not leave: no head of one, all of the assets.
      expect(rows.map(({ result }) => result)).toMatchObject([
        { value: 0, n: 1 },
        { value: 1, n: 1 },
      ]);
    }
  });

  it('refuses a look at a period that is not over', () => {
    const look = (asOf: string) => () => retentionRecords(client, { asOf });
    expectRefusal(look('2026-04-02T00:00:00+08:00'), 'inconsistent', 'client.to');
    // 30 June ends first where it is 14 hours later than in Greenwich: at 10:00 there.
    expectRefusal(look('2026-06-30T09:59:59Z'), 'inconsistent', 'client.to');
    expect(look('2026-06-30T10:00:00Z')()).toHaveLength(5);
    expect(look('2026-07-01T00:00:00+14:00')()).toHaveLength(5);
  });

  it('refuses what cannot be', () => {
    const make = (change: object) => () =>
      retentionRecords(wrong({ ...client, ...change }), options);
    expectRefusal(make({ left: undefined }), 'missing-value', 'client.left');
    expectRefusal(make({ left: 1 }), 'invalid-type', 'client.left');
    expectRefusal(make({ opening: cny('-1.00') }), 'out-of-range', 'client.opening');
    const usd = money('USD', '1.00');
    expectRefusal(make({ netNewMoney: usd }), 'currency-mismatch', 'client.netNewMoney.currency');
    expectRefusal(make({ opening: 100 }), 'invalid-type', 'client.opening');
    expectRefusal(make({ to: '2026-03-31' }), 'inconsistent', 'client.to');
    expectRefusal(make({ closing: cny('1.00') }), 'unknown-id', 'client.closing');
    expectRefusal(() => retentionRecords(client, wrong({})), 'missing-value', 'options.asOf');
  });
});
