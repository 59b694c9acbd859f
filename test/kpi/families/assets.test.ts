import { describe, expect, it } from 'vitest';
import quarter from '../../../examples/data/scenario/service-quarter.json';
import {
  accumulateAll,
  defineKpi,
  type Kpi,
  serviceKpis,
  summarise,
} from '../../../src/kpi/index.js';
import { money } from '../../../src/money/index.js';
import { expectRefusal } from '../support.js';

const kpis = serviceKpis({ currency: 'CNY', periodsPerYear: 4 });
const cny = (amount: string) => money('CNY', amount);
const [opening, netFlow, marketEffect, closing] = [
  quarter.assets.openAUM,
  quarter.assets.netFlow,
  quarter.assets.marketEffect,
  quarter.assets.closeAUM,
].map(cny) as [ReturnType<typeof cny>, ...ReturnType<typeof cny>[]];

const RETURNS = [
  kpis.meanClientReturn,
  kpis.clientReturnDispersion,
  kpis.assetWeightedReturn,
  kpis.meanTimeWeightedReturn,
  kpis.timeWeightedReturnDispersion,
  kpis.assetWeightedTimeWeightedReturn,
  kpis.aheadOfBenchmark,
] as const;

describe('the KPIs of asset growth', () => {
  it('give the figures of the sample quarter: 812.4 + 18.6 + 9.3 = 840.3 million', () => {
    const growth = summarise(
      kpis.assetGrowth,
      accumulateAll(kpis.assetGrowth, [
        {
          opening,
          lines: { 'net-flow': netFlow!, 'market-effect': marketEffect! },
          closing: closing!,
        },
      ]).state,
    );
    const bridge = summarise(
      kpis.assetBridge,
      accumulateAll(kpis.assetBridge, [
        { opening, lines: { 'net-new-money': netFlow!, market: marketEffect! }, closing: closing! },
      ]).state,
    );
    for (const result of [growth, bridge]) {
      if (result.status !== 'ok') throw new Error(result.status);
      expect(result.value).toBeCloseTo(27_900_000 / 812_400_000, 15);
      expect(result.bridge?.status).toBe('explained');
      expect(result.bridge?.unexplained).toEqual(cny('0.00'));
    }
    const rate = { numerator: netFlow!, denominator: opening };
    const of = (kpi: Kpi<'amount-ratio'>) => summarise(kpi, accumulateAll(kpi, [rate]).state);
    expect(of(kpis.organicGrowth)).toMatchObject({
      value: 18_600_000 / 812_400_000,
      method: 'amount-ratio',
    });
    expect(of(kpis.netNewMoneyRate)).toMatchObject({
      value: (4 * 18_600_000) / 812_400_000,
      numerator: netFlow,
      denominator: opening,
      unit: 'fraction per year',
      method: 'annualised-amount-ratio',
    });
  });

  it('keep the two returns apart by name, and say who is left out of each', () => {
    const dietz = ['part-period', 'no-capital'];
    const linked = [...dietz, 'no-valuation'];
    expect(RETURNS.map(({ exclusions }) => exclusions.map(({ id }) => id))).toEqual([
      dietz,
      dietz,
      dietz,
      linked,
      linked,
      linked,
      [...linked, 'no-benchmark'],
    ]);
    for (const { formula, source } of RETURNS) {
      expect(formula).not.toBe('');
      expect(source).not.toBe('');
    }
  });

  it('ask for six clients before they show a dispersion, or for more if the bank does', () => {
    expect(kpis.clientReturnDispersion.minimumSample).toBe(6);
    expect(
      serviceKpis({ currency: 'CNY', minimumSample: 30 }).clientReturnDispersion.minimumSample,
    ).toBe(30);
  });

  it('show the bridge of a unit that began with nothing, without a growth', () => {
    // 0 + 500 of new money + 20 of the market = 520.
    const event = {
      opening: cny('0.00'),
      lines: { 'net-new-money': cny('500.00'), market: cny('20.00') },
      closing: cny('520.00'),
    };
    const { state } = accumulateAll(kpis.assetBridge, [event]);
    const result = summarise(kpis.assetBridge, state);
    expect(result).toMatchObject({
      status: 'insufficient',
      reason: { code: 'kpi.denominator-not-positive' },
      bridge: { status: 'explained', opening: cny('0.00'), closing: cny('520.00') },
    });
    expect(result.bridge!.steps.find(({ id }) => id === 'market')!.amount).toEqual(cny('20.00'));
    const few = defineKpi({ ...kpis.assetBridge, minimumSample: 2 });
    expect(summarise(few, accumulateAll(few, [event]).state)).not.toHaveProperty('bridge');
  });

  it('give no value without cases', () => {
    for (const kpi of [...RETURNS, kpis.assetBridge, kpis.netNewMoneyRate] as readonly Kpi[]) {
      expect(summarise(kpi, accumulateAll(kpi, []).state)).toMatchObject({
        status: 'insufficient',
        reason: { code: 'kpi.no-cases' },
      });
    }
  });

  it('show a mean of one client without an interval, and no dispersion', () => {
    const one = serviceKpis({ currency: 'CNY', minimumSample: 1 });
    const mean = summarise(
      one.meanClientReturn,
      accumulateAll(one.meanClientReturn, [{ value: -0.02 }]).state,
    );
    expect(mean).toMatchObject({ value: -0.02, n: 1 });
    expect(mean).not.toHaveProperty('interval');
    const dispersion = accumulateAll(one.clientReturnDispersion, [{ value: -0.02 }]).state;
    expect(summarise(one.clientReturnDispersion, dispersion).status).toBe('insufficient');
  });

  it('refuse a line that the bridge does not have, and a return that is no number', () => {
    const { failures } = accumulateAll(kpis.assetBridge, [{ lines: { tax: cny('1.00') } }]);
    expect(failures[0]!.issues[0]).toMatchObject({
      code: 'unknown-id',
      path: 'events[0].lines.tax',
    });
    const values = accumulateAll(kpis.meanClientReturn, [{ value: Number.NaN }]);
    expect(values.failures[0]!.issues[0]).toMatchObject({ code: 'not-finite' });
    expectRefusal(
      () => serviceKpis({ currency: 'CNY', periodsPerYear: 0 }),
      'out-of-range',
      'options.periodsPerYear',
    );
  });
});
