import { describe, expect, it } from 'vitest';
import quarter from '../../../examples/data/scenario/service-quarter.json';
import { formatReason } from '../../../src/evidence/index.js';
import {
  accumulate,
  accumulateAll,
  emptyState,
  type Kpi,
  kpiMessages,
  merge,
  serviceKpis,
  summarise,
} from '../../../src/kpi/index.js';
import { money } from '../../../src/money/index.js';
import { expectRefusal, wrong } from '../support.js';

const kpis = serviceKpis({ currency: 'CNY' });
const { acquisition } = quarter;
const cny = (amount: string) => money('CNY', amount);

describe('the KPIs of acquisition', () => {
  it('keep the two meanings of campaign conversion apart: 118 of 2,400, and 58 of 96', () => {
    const share = (kpi: Kpi<'proportion'>, successes: number, trials: number) =>
      summarise(kpi, accumulateAll(kpi, [{ successes, trials }]).state);
    const { campaignConverted, campaignReached, newClientsFromCampaigns, newClients } = acquisition;
    expect(share(kpis.campaignConversion, campaignConverted, campaignReached)).toMatchObject({
      kpi: 'campaign-conversion',
      value: 118 / 2400,
    });
    expect(share(kpis.newClientsFromCampaigns, newClientsFromCampaigns, newClients)).toMatchObject({
      kpi: 'new-clients-from-campaigns',
      value: 58 / 96,
    });
  });

  it('hold the window after a contact as data, the same in each', () => {
    const short = serviceKpis({ currency: 'CNY', attributionDays: 30 });
    for (const kpi of [
      short.campaignConversion,
      short.conversionWithinWindow,
      short.timeToConvertMedian,
      short.convertersMedianTime,
      short.newClientsFromCampaigns,
      short.costPerClient,
    ] as readonly Kpi[]) {
      expect(kpi.windows).toMatchObject([{ id: 'attribution', days: 30 }]);
    }
    expect(short.conversionWithinWindow).toMatchObject({
      longest: 30,
      measure: { name: 'incidence', cause: 'converted', time: 30 },
    });
    expect(kpis.campaignConversion.windows[0]!.days).toBe(90);
  });

  it('work out what a new client costs, in exact money', () => {
    // 0.10 + 0.20 over 3 clients; in floating point the sum is 0.30000000000000004.
    const kpi = serviceKpis({ currency: 'CNY', minimumSample: 1 }).costPerClient;
    const costs = accumulateAll(kpi, [{ amount: cny('0.10') }, { amount: cny('0.20') }]).state;
    const clients = accumulateAll(kpi, [{ count: 1 }, { count: 2 }]).state;
    expect(summarise(kpi, merge(kpi, costs, clients))).toMatchObject({
      value: 0.1,
      numerator: cny('0.30'),
      denominator: 3,
      n: 3,
      unit: 'CNY per client',
      method: 'amount-per-count',
    });
    const yen = serviceKpis({ currency: 'JPY', minimumSample: 1 }).costPerClient;
    const spent = accumulateAll(yen, [{ amount: money('JPY', '10000'), count: 8 }]).state;
    expect(summarise(yen, spent)).toMatchObject({ value: 1250 });
  });

  it('say what is missing where clients were won and nobody told how many there were', () => {
    const kpi = kpis.newClientGrowth;
    const { state } = accumulateAll(kpi, [{ numerator: 5 }]);
    const result = summarise(kpi, state);
    expect(result).toMatchObject({ status: 'insufficient', n: 0, reason: { code: 'kpi.no-base' } });
    if (result.status !== 'insufficient') throw new Error(result.status);
    expect(formatReason(kpiMessages, result.reason, 'en')).toBe(
      'Nothing is known of what to divide by, so there is no ratio.',
    );
    expect(summarise(kpi, emptyState(kpi))).toMatchObject({ reason: { code: 'kpi.no-cases' } });
  });

  it('give no cost for each of no clients, or of too few', () => {
    const spent = accumulate(kpis.costPerClient, emptyState(kpis.costPerClient), {
      amount: cny('500.00'),
    });
    expect(summarise(kpis.costPerClient, spent)).toMatchObject({
      status: 'insufficient',
      reason: { code: 'kpi.no-cases' },
    });
    const few = accumulate(kpis.costPerClient, spent, { count: 4 });
    expect(summarise(kpis.costPerClient, few)).toMatchObject({
      reason: { code: 'kpi.sample-too-small', parameters: { n: 4, minimum: 5 } },
    });
  });

  it('refuse costs and counts that are none', () => {
    const add = (event: object) => () =>
      accumulate(kpis.costPerClient, emptyState(kpis.costPerClient), wrong(event));
    expectRefusal(add({ count: -1 }), 'out-of-range', 'event.count');
    expectRefusal(add({ count: 1.5 }), 'invalid-type', 'event.count');
    expectRefusal(add({ amount: 500 }), 'invalid-type', 'event.amount');
    expectRefusal(add({ amount: money('USD', '5') }), 'currency-mismatch', 'event.amount.currency');
    expectRefusal(add({ cost: cny('5.00') }), 'unknown-id', 'event.cost');
    expectRefusal(add({ count: Number.NaN }), 'not-finite', 'event.count');
    const state = emptyState(kpis.costPerClient);
    const into = (data: object) => () =>
      accumulate(kpis.costPerClient, wrong({ ...state, data }), { count: 1 });
    expectRefusal(into({ amount: cny('1.00') }), 'missing-value', 'state.data.count');
    expectRefusal(into({ count: 1 }), 'missing-value', 'state.data.amount');
  });

  it('take the bank’s own steps for the funnel', () => {
    const { acquisitionFunnel } = serviceKpis({
      currency: 'CNY',
      acquisitionSteps: ['seen', 'signed'],
    });
    expect(acquisitionFunnel.steps).toEqual(['seen', 'signed']);
    expect(acquisitionFunnel.numerator).toBe('prospects who come to “signed”');
    expectRefusal(
      () => serviceKpis({ currency: 'CNY', acquisitionSteps: ['seen'] }),
      'length-mismatch',
      'options.acquisitionSteps',
    );
    expectRefusal(
      () => serviceKpis({ currency: 'CNY', acquisitionSteps: ['seen', 'seen'] }),
      'duplicate-id',
      'options.acquisitionSteps[1]',
    );
    expectRefusal(
      () => serviceKpis({ currency: 'CNY', attributionDays: 0 }),
      'out-of-range',
      'options.attributionDays',
    );
  });
});
