import { at, checkObject, type FieldsOf, refuseUnknown } from '../errors/index.js';
import { checkCurrency } from '../money/index.js';
import type { ConfidenceOptions } from '../statistics/index.js';
import { accumulateAll } from './accumulate.js';
import { compareBeforeAfter } from './compare/compare-before-after.js';
import type { BeforeAfter } from './compare/comparison.js';
import { readConfidence } from './confidence.js';
import type { Kpi, KpiKind } from './definition.js';
import { type ServiceKpis, serviceKpis } from './families/service-kpis.js';
import type { ServiceKpiOptions } from './families/settings.js';
import type { KpiResult } from './result.js';
import { type CheckedQuarter, readQuarter, type ServiceQuarter } from './service-quarter.js';
import type { KpiEvents } from './state.js';
import { summarise } from './summarise.js';

/** What the panel leaves to the caller; scale and SLA stand in the quarter's own data. */
export interface ServicePanelOptions
  extends Pick<ServiceKpiOptions, 'currency' | 'periodsPerYear' | 'minimumSample'> {
  /** Of the intervals; default 0.95. */
  readonly confidence?: number;
}

/** The service KPIs of one reporting period. */
export interface ServicePanel {
  /** As the quarter tells it; absent if it does not. */
  readonly period?: string;
  readonly satisfaction: {
    readonly before: SatisfactionFigures;
    readonly after: SatisfactionFigures;
    /** The top-two-box shares of the two surveys, compared. */
    readonly change: BeforeAfter;
  };
  readonly assets: {
    /** With the bridge from opening to closing assets. */
    readonly growth: KpiResult<'amount-bridge'>;
    readonly organicGrowth: KpiResult<'amount-ratio'>;
  };
  readonly retention: {
    readonly renewalRate: KpiResult<'proportion'>;
    readonly clientChurn: KpiResult<'proportion'>;
    readonly annualisedClientChurn: KpiResult<'proportion'>;
    readonly assetChurn: KpiResult<'amount-ratio'>;
  };
  readonly acquisition: {
    readonly newClientGrowth: KpiResult<'count-ratio'>;
    /** Converted / reached. */
    readonly campaignConversion: KpiResult<'proportion'>;
    /** The share of new clients that campaigns brought. */
    readonly newClientsFromCampaigns: KpiResult<'proportion'>;
  };
  readonly risk: {
    readonly precision: KpiResult<'detection'>;
    readonly recall: KpiResult<'detection'>;
    readonly f1: KpiResult<'detection'>;
    readonly withinSla: KpiResult<'within-limit'>;
    readonly medianHandling: KpiResult<'durations'>;
  };
}

/** Mean score and share of the two best points, of one survey. */
export interface SatisfactionFigures {
  readonly mean: KpiResult<'ratings'>;
  readonly topTwoBox: KpiResult<'ratings'>;
}

const OPTION_FIELDS: FieldsOf<ServicePanelOptions> = {
  currency: true,
  periodsPerYear: true,
  minimumSample: true,
  confidence: true,
};

/**
 * Works out the service KPIs of a reporting period from its counts.
 *
 * Nothing is computed here: each figure is one of `serviceKpis`, given its events and summarised.
 *
 * @param quarter the period's counts.
 * @param options `currency` of the assets; `confidence`, `periodsPerYear` and `minimumSample` if other than 0.95, 4, 5.
 * @returns every figure as `ok` or `insufficient`, and the comparison of the two surveys.
 * @throws AptfolioError with a path such as `quarter.risk.handlingHours[2]` or `options.currency`.
 *
 * @example
 * ```ts
 * import { servicePanel } from 'aptfolio/kpi';
 *
 * const quarter = {
 *   period: '2026-Q2',
 *   satisfactionSurvey: { scale: [1, 5], before: { 3: 20, 4: 20 }, after: { 3: 10, 4: 30 } },
 *   assets: { openAUM: '1000', netFlow: '20', marketEffect: '30', closeAUM: '1050' },
 *   retention: { renewalsDue: 50, renewed: 45, clientsAtStart: 200, clientsLost: 2, aumLost: '5' },
 *   acquisition: {
 *     newClients: 10,
 *     campaignReached: 400,
 *     campaignConverted: 20,
 *     newClientsFromCampaigns: 6,
 *   },
 *   risk: {
 *     truePositives: 8,
 *     falsePositives: 2,
 *     falseNegatives: 2,
 *     handlingHours: [1, 2, 3, 9, 4],
 *     slaHours: 8,
 *   },
 * };
 * const panel = servicePanel(quarter, { currency: 'CNY' });
 * panel.period; // => '2026-Q2'
 * panel.assets.growth.bridge.status; // => 'explained'
 * panel.assets.organicGrowth.value; // => 0.02
 * panel.acquisition.campaignConversion.value; // => 0.05
 * panel.acquisition.newClientsFromCampaigns.value; // => 0.6
 * panel.risk.medianHandling.value; // => 3
 * panel.satisfaction.change.difference; // => 0.25
 * ```
 */
export function servicePanel(quarter: ServiceQuarter, options: ServicePanelOptions): ServicePanel {
  const settings = checkObject(options, 'options') as unknown as ServicePanelOptions;
  refuseUnknown(settings, 'options', OPTION_FIELDS);
  const { confidence: _, ...own } = settings;
  const currency = checkCurrency(settings.currency, at('options', 'currency'));
  const interval = { confidence: readConfidence(settings) };
  const counts = readQuarter(quarter, currency);
  const { slaHours } = counts.risk;
  const kpis = serviceKpis({ ...own, currency, scale: counts.scale, slaHours });
  return Object.freeze({
    ...(counts.period !== null && { period: counts.period }),
    satisfaction: satisfactionOf(counts, kpis, interval),
    assets: assetsOf(counts, kpis, interval),
    retention: retentionOf(counts, kpis, interval),
    acquisition: acquisitionOf(counts, kpis, interval),
    risk: riskOf(counts, kpis, interval),
  });
}

function figure<K extends KpiKind>(
  kpi: Kpi<K>,
  events: readonly KpiEvents[K][],
  options: ConfidenceOptions,
): KpiResult<K> {
  return summarise(kpi, accumulateAll(kpi, events).state, options);
}

function satisfactionOf(
  { before, after }: CheckedQuarter,
  { satisfactionMean, satisfactionTopTwoBox }: ServiceKpis,
  options: ConfidenceOptions,
): ServicePanel['satisfaction'] {
  const figures = (answers: CheckedQuarter['before']): SatisfactionFigures =>
    Object.freeze({
      mean: figure(satisfactionMean, answers, options),
      topTwoBox: figure(satisfactionTopTwoBox, answers, options),
    });
  return Object.freeze({
    before: figures(before),
    after: figures(after),
    change: compareBeforeAfter(
      satisfactionTopTwoBox,
      accumulateAll(satisfactionTopTwoBox, before).state,
      accumulateAll(satisfactionTopTwoBox, after).state,
      options,
    ),
  });
}

function assetsOf(
  { assets: { opening, netFlow, marketEffect, closing } }: CheckedQuarter,
  { assetGrowth, organicGrowth }: ServiceKpis,
  options: ConfidenceOptions,
): ServicePanel['assets'] {
  const lines = { 'net-flow': netFlow, 'market-effect': marketEffect };
  return Object.freeze({
    growth: figure(assetGrowth, [{ opening, lines, closing }], options),
    organicGrowth: figure(organicGrowth, [{ numerator: netFlow, denominator: opening }], options),
  });
}

function retentionOf(
  { retention, assets, assetsLost }: CheckedQuarter,
  kpis: ServiceKpis,
  options: ConfidenceOptions,
): ServicePanel['retention'] {
  const renewals = { successes: retention.renewed, trials: retention.renewalsDue };
  const losses = { successes: retention.clientsLost, trials: retention.clientsAtStart };
  const lost = { numerator: assetsLost, denominator: assets.opening };
  return Object.freeze({
    renewalRate: figure(kpis.renewalRate, [renewals], options),
    clientChurn: figure(kpis.clientChurn, [losses], options),
    annualisedClientChurn: figure(kpis.annualisedClientChurn, [losses], options),
    assetChurn: figure(kpis.assetChurn, [lost], options),
  });
}

function acquisitionOf(
  { acquisition, retention }: CheckedQuarter,
  kpis: ServiceKpis,
  options: ConfidenceOptions,
): ServicePanel['acquisition'] {
  const { newClients, campaignReached, campaignConverted, newClientsFromCampaigns } = acquisition;
  const growth = { numerator: newClients, denominator: retention.clientsAtStart };
  const conversion = { successes: campaignConverted, trials: campaignReached };
  const origin = { successes: newClientsFromCampaigns, trials: newClients };
  return Object.freeze({
    newClientGrowth: figure(kpis.newClientGrowth, [growth], options),
    campaignConversion: figure(kpis.campaignConversion, [conversion], options),
    newClientsFromCampaigns: figure(kpis.newClientsFromCampaigns, [origin], options),
  });
}

function riskOf(
  { risk }: CheckedQuarter,
  kpis: ServiceKpis,
  options: ConfidenceOptions,
): ServicePanel['risk'] {
  const { truePositives, falsePositives, falseNegatives } = risk;
  const cases = [{ truePositives, falsePositives, falseNegatives }];
  const times = risk.handlingHours.map((duration) => ({ duration }));
  return Object.freeze({
    precision: figure(kpis.riskPrecision, cases, options),
    recall: figure(kpis.riskRecall, cases, options),
    f1: figure(kpis.riskF1, cases, options),
    withinSla: figure(kpis.withinSla, times, options),
    medianHandling: figure(kpis.medianHandling, times, options),
  });
}
