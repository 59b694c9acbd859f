import { describe, expect, it } from 'vitest';
import quarter from '../../examples/data/scenario/service-quarter.json' with { type: 'json' };
import {
  type BeforeAfter,
  type ComparedShares,
  type KpiResult,
  type ServiceQuarter,
  serviceKpis,
  servicePanel,
} from '../../src/kpi/index.js';
import { money } from '../../src/money/index.js';
import expected from '../fixtures/kpi/scenario.json' with { type: 'json' };
import { expectClose, expectRefusal, wrong } from './support.js';

const panel = servicePanel(quarter, { currency: 'CNY' });

interface ExpectedFigure {
  readonly value: number;
  readonly numerator: number;
  readonly denominator: number;
  readonly n: number;
  readonly interval: readonly number[];
}

function expectFigure(result: KpiResult, figure: ExpectedFigure): void {
  if (result.status !== 'ok') throw new Error(`expected a value for ${result.kpi}`);
  expectClose(result.value, figure.value, 1e-14);
  expect(result).toMatchObject({
    numerator: figure.numerator,
    denominator: figure.denominator,
    n: figure.n,
  });
  expectClose(result.interval!.low, figure.interval[0]!, 1e-9);
  expectClose(result.interval!.high, figure.interval[1]!, 1e-9);
}

function figureOf(result: KpiResult): number {
  if (result.status !== 'ok') throw new Error(`expected a value for ${result.kpi}`);
  return result.value;
}

function compared(change: BeforeAfter): ComparedShares {
  if (change.status !== 'compared' || change.method !== 'two-proportion-z-pooled') {
    throw new Error(`expected a comparison, ${change.status}`);
  }
  return change;
}

describe('servicePanel', () => {
  it('gives satisfaction as mean and as share of the two best points, for both surveys', () => {
    for (const side of ['before', 'after'] as const) {
      expectFigure(panel.satisfaction[side].mean, expected.satisfaction[side].mean);
      expectFigure(panel.satisfaction[side].topTwoBox, expected.satisfaction[side].topTwoBox);
    }
  });

  it('bridges the assets exactly and gives organic growth', () => {
    const { growth, organicGrowth } = panel.assets;
    if (growth.status !== 'ok') throw new Error('expected a value');
    expectClose(growth.value, expected.assets.growth, 1e-15);
    expect(growth.numerator).toEqual(money('CNY', expected.assets.change));
    expect(growth.bridge).toMatchObject({
      status: 'explained',
      unexplained: money('CNY', expected.assets.unexplained),
      closing: money('CNY', '840300000'),
    });
    expect(growth.bridge?.steps.map((step) => step.id)).toEqual(['net-flow', 'market-effect']);
    expectClose(figureOf(organicGrowth), expected.assets.organicGrowth, 1e-15);
  });

  it('gives renewal, churn of the quarter and of a year, and assets lost', () => {
    expectFigure(panel.retention.renewalRate, expected.retention.renewalRate);
    expectFigure(panel.retention.clientChurn, expected.retention.clientChurn);
    expectFigure(panel.retention.annualisedClientChurn, expected.retention.annualisedClientChurn);
    expectClose(figureOf(panel.retention.assetChurn), expected.retention.assetChurn, 1e-15);
  });

  it('keeps the two meanings of campaign conversion apart', () => {
    expectFigure(panel.acquisition.campaignConversion, expected.acquisition.campaignConversion);
    expectFigure(
      panel.acquisition.newClientsFromCampaigns,
      expected.acquisition.newClientsFromCampaigns,
    );
    expectClose(
      figureOf(panel.acquisition.newClientGrowth),
      expected.acquisition.newClientGrowth,
      1e-15,
    );
  });

  it('gives precision, recall, F1, the share within eight hours and the median', () => {
    expectFigure(panel.risk.precision, expected.risk.precision);
    expectFigure(panel.risk.recall, expected.risk.recall);
    expectClose(figureOf(panel.risk.f1), expected.risk.f1, 1e-15);
    expectFigure(panel.risk.withinSla, expected.risk.withinSla);
    expect(figureOf(panel.risk.medianHandling)).toBe(expected.risk.medianHandling);
  });

  it('compares the two surveys and says that there was no control group', () => {
    const change = compared(panel.satisfaction.change);
    const figures = expected.satisfaction.change;
    expectClose(change.difference, figures.difference, 1e-12);
    expectClose(change.statistic, figures.statistic);
    expectClose(change.pValue, figures.pValue, 1e-9);
    expectClose(change.interval.low, figures.interval[0]!);
    expectClose(change.interval.high, figures.interval[1]!);
    expectClose(change.effect!.value, figures.cohensH, 1e-12);
    expect(change).toMatchObject({
      verdict: 'better',
      method: 'two-proportion-z-pooled',
      interval: { method: 'newcombe-10', confidence: 0.95 },
      effect: { measure: 'cohens-h' },
      before: { n: 400 },
      after: { n: 420 },
    });
    expect(change.reasons.map((reason) => reason.code)).toEqual(['kpi.no-control-group']);
  });

  it('is the same whatever the order of answers, events and fields', () => {
    const reordered: ServiceQuarter = {
      ...quarter,
      satisfactionSurvey: {
        ...quarter.satisfactionSurvey,
        before: Object.fromEntries(
          Object.entries(quarter.satisfactionSurvey.before).reverse().concat([]),
        ),
      },
      risk: { ...quarter.risk, handlingHours: [...quarter.risk.handlingHours].reverse() },
    };
    expect(JSON.stringify(servicePanel(reordered, { currency: 'CNY' }))).toBe(
      JSON.stringify(panel),
    );
  });

  it('says which time it is about, in the words of the quarter', () => {
    expect(panel.period).toBe(
      'assets, retention, acquisition, risk: 2026-Q2, one adviser team; survey before: 2026-Q1, after: 2026-Q2',
    );
    const { period: _, ...timeless } = quarter;
    expect(servicePanel(timeless, { currency: 'CNY' })).not.toHaveProperty('period');
  });

  it('withholds figures of samples below the minimum', () => {
    const strict = servicePanel(quarter, { currency: 'CNY', minimumSample: 30 });
    expect(strict.risk.withinSla).toMatchObject({
      status: 'insufficient',
      n: 8,
      minimumSample: 30,
    });
    expect(strict.risk.medianHandling.status).toBe('insufficient');
    expect(strict.satisfaction.after.mean.status).toBe('ok');
  });

  it('never holds NaN, infinity or negative zero, even for a quarter in which nothing happened', () => {
    const nothing: ServiceQuarter = {
      satisfactionSurvey: { scale: [1, 5], before: {}, after: {} },
      assets: { openAUM: '0', netFlow: '0', marketEffect: '0', closeAUM: '0' },
      retention: {
        renewalsDue: 0,
        renewed: 0,
        clientsAtStart: 0,
        clientsLost: 0,
        aumLost: '0',
      },
      acquisition: {
        newClients: 0,
        campaignReached: 0,
        campaignConverted: 0,
        newClientsFromCampaigns: 0,
      },
      risk: {
        truePositives: 0,
        falsePositives: 0,
        falseNegatives: 0,
        handlingHours: [],
        slaHours: 8,
      },
    };
    const empty = servicePanel(nothing, { currency: 'CNY' });
    const results = [
      ...Object.values(empty.assets),
      ...Object.values(empty.retention),
      ...Object.values(empty.acquisition),
      ...Object.values(empty.risk),
      empty.satisfaction.before.mean,
      empty.satisfaction.change,
    ];
    for (const result of results) expect(result.status).toBe('insufficient');
  });

  it('names what is wrong in the quarter', () => {
    const changed = (part: Exclude<keyof ServiceQuarter, 'period'>, change: object) => () =>
      servicePanel(wrong({ ...quarter, [part]: { ...quarter[part], ...change } }), {
        currency: 'CNY',
      });
    expectRefusal(
      changed('retention', { renewed: 500 }),
      'out-of-range',
      'quarter.retention.renewed',
    );
    expectRefusal(
      changed('retention', { clientsLost: 1561 }),
      'out-of-range',
      'quarter.retention.clientsLost',
    );
    expectRefusal(
      changed('retention', { aumLost: 'much' }),
      'invalid-format',
      'quarter.retention.aumLost',
    );
    expectRefusal(
      changed('assets', { openAUM: undefined }),
      'missing-value',
      'quarter.assets.openAUM',
    );
    expectRefusal(
      changed('assets', { netFlow: '0.001' }),
      'out-of-range',
      'quarter.assets.netFlow',
    );
    expectRefusal(
      changed('acquisition', { newClientsFromCampaigns: 97 }),
      'out-of-range',
      'quarter.acquisition.newClientsFromCampaigns',
    );
    expectRefusal(
      changed('acquisition', { campaignConverted: 2401 }),
      'out-of-range',
      'quarter.acquisition.campaignConverted',
    );
    expectRefusal(
      changed('risk', { handlingHours: [1, Number.NaN] }),
      'not-finite',
      'quarter.risk.handlingHours[1]',
    );
    expectRefusal(changed('risk', { slaHours: -1 }), 'out-of-range', 'quarter.risk.slaHours');
    expectRefusal(
      changed('risk', { truePositives: null }),
      'missing-value',
      'quarter.risk.truePositives',
    );
    expectRefusal(
      changed('satisfactionSurvey', { before: { '6': 1 } }),
      'unknown-value',
      'quarter.satisfactionSurvey.before["6"]',
    );
    expectRefusal(
      changed('satisfactionSurvey', { before: { good: 1 } }),
      'unknown-value',
      'quarter.satisfactionSurvey.before.good',
    );
    expectRefusal(
      changed('satisfactionSurvey', { after: { '5': 1.5 } }),
      'invalid-type',
      'quarter.satisfactionSurvey.after["5"]',
    );
    expectRefusal(
      changed('satisfactionSurvey', { scale: [1] }),
      'length-mismatch',
      'quarter.satisfactionSurvey.scale',
    );
    expectRefusal(
      () => servicePanel(wrong({ ...quarter, risk: undefined }), { currency: 'CNY' }),
      'missing-value',
      'quarter.risk',
    );
    expectRefusal(() => servicePanel(wrong(null), { currency: 'CNY' }), 'missing-value', 'quarter');
    const besides = (more: object) => () =>
      servicePanel(wrong({ ...quarter, ...more }), { currency: 'CNY' });
    expectRefusal(besides({ period: 2026 }), 'invalid-type', 'quarter.period');
    expectRefusal(besides({ perod: '2026-Q2' }), 'unknown-id', 'quarter.perod');
  });

  it('names what is wrong in its options', () => {
    const call = (options: unknown) => () => servicePanel(quarter, wrong(options));
    expectRefusal(call(undefined), 'missing-value', 'options');
    expectRefusal(call({}), 'missing-value', 'options.currency');
    expectRefusal(call({ currency: 'RMB' }), 'unknown-currency', 'options.currency');
    expectRefusal(call({ currency: 'CNY', confidence: 95 }), 'out-of-range', 'options.confidence');
    expectRefusal(
      call({ currency: 'CNY', minimumSample: 0 }),
      'out-of-range',
      'options.minimumSample',
    );
    expectRefusal(
      call({ currency: 'CNY', periodsPerYear: Number.NaN }),
      'not-finite',
      'options.periodsPerYear',
    );
    expectRefusal(call({ currency: 'CNY', slaHours: 8 }), 'unknown-id', 'options.slaHours');
  });

  it('makes every interval at the confidence asked for', () => {
    const { retention, satisfaction } = servicePanel(quarter, { currency: 'CNY', confidence: 0.9 });
    for (const result of [retention.renewalRate, satisfaction.after.mean] as readonly KpiResult[]) {
      expect(result.status === 'ok' && result.interval?.confidence).toBe(0.9);
    }
  });
});

describe('serviceKpis', () => {
  it('have ids of their own and say what they are', () => {
    const kpis = Object.values(serviceKpis({ currency: 'CNY' }));
    expect(new Set(kpis.map((kpi) => kpi.id)).size).toBe(kpis.length);
    for (const kpi of kpis) expect(kpi.formula.length).toBeGreaterThan(5);
  });

  it('refuse settings that make no KPI', () => {
    const call = (options: unknown) => () => serviceKpis(wrong(options));
    expectRefusal(call(null), 'missing-value', 'options');
    expectRefusal(call({ currency: 'CNY', slaHours: -1 }), 'out-of-range', 'options.slaHours');
    expectRefusal(
      call({ currency: 'CNY', scale: { lowest: 1, highest: 2 } }),
      'out-of-range',
      'options.scale.highest',
    );
  });
});
