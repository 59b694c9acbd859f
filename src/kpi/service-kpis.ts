import { defineKpi } from './define.js';
import type { Kpi, KpiDescription } from './definition.js';
import { readSettings, type ServiceKpiOptions, type Settings } from './service-settings.js';

/** The ready definitions of a wealth service's KPIs. */
export interface ServiceKpis {
  readonly satisfactionMean: Kpi<'ratings'>;
  readonly satisfactionTopTwoBox: Kpi<'ratings'>;
  readonly assetGrowth: Kpi<'amount-bridge'>;
  readonly organicGrowth: Kpi<'amount-ratio'>;
  readonly renewalRate: Kpi<'proportion'>;
  readonly clientChurn: Kpi<'proportion'>;
  readonly annualisedClientChurn: Kpi<'proportion'>;
  readonly assetChurn: Kpi<'amount-ratio'>;
  readonly newClientGrowth: Kpi<'count-ratio'>;
  readonly campaignConversion: Kpi<'proportion'>;
  readonly newClientsFromCampaigns: Kpi<'proportion'>;
  readonly riskPrecision: Kpi<'detection'>;
  readonly riskRecall: Kpi<'detection'>;
  readonly riskF1: Kpi<'detection'>;
  readonly withinSla: Kpi<'durations'>;
  readonly medianHandling: Kpi<'durations'>;
}

/**
 * The ready definitions of a wealth service's KPIs: satisfaction, assets, retention, acquisition, risk.
 *
 * Two figures are both called campaign conversion in practice, and are kept apart here: `campaignConversion` is
 * converted / reached; `newClientsFromCampaigns` is the share of new clients that campaigns brought.
 *
 * @throws AptfolioError with a path that starts with `options`.
 *
 * @example
 * ```ts
 * import { serviceKpis } from 'aptfolio/kpi';
 *
 * const kpis = serviceKpis({ currency: 'CNY' });
 * kpis.campaignConversion.formula; // => 'clients who bought / clients reached by the campaign'
 * kpis.withinSla.measure; // => { name: 'within', limit: 8 }
 * ```
 */
export function serviceKpis(options: ServiceKpiOptions): ServiceKpis {
  const settings = readSettings(options);
  return Object.freeze({
    ...satisfactionKpis(settings),
    ...assetKpis(settings),
    ...retentionKpis(settings),
    ...acquisitionKpis(settings),
    ...riskKpis(settings),
  });
}

const VERSION = '1';
const ONE_PERIOD = { version: VERSION, unit: 'fraction', minimumSample: 1 } as const;

function satisfactionKpis({
  scale,
  minimumSample,
}: Settings): Pick<ServiceKpis, 'satisfactionMean' | 'satisfactionTopTwoBox'> {
  const shared = {
    kind: 'ratings',
    version: VERSION,
    family: 'satisfaction',
    direction: 'higher-is-better',
    denominator: 'answers',
    source: 'client satisfaction survey',
    scale,
    minimumSample,
  } as const;
  return {
    satisfactionMean: defineKpi({
      ...shared,
      id: 'satisfaction-mean',
      formula: 'sum of the scores / answers',
      unit: 'points',
      numerator: 'sum of the scores',
      measure: { name: 'mean' },
    }),
    satisfactionTopTwoBox: defineKpi({
      ...shared,
      id: 'satisfaction-top-two-box',
      formula: 'answers in the two best points of the scale / answers',
      unit: 'fraction',
      numerator: 'answers in the two best points of the scale',
      measure: { name: 'top-box', boxes: 2 },
    }),
  };
}

function assetKpis({ currency }: Settings): Pick<ServiceKpis, 'assetGrowth' | 'organicGrowth'> {
  const shared = {
    ...ONE_PERIOD,
    family: 'assets',
    direction: 'higher-is-better',
    denominator: 'assets under management at the start',
    currency,
  } as const;
  return {
    assetGrowth: defineKpi({
      ...shared,
      kind: 'amount-bridge',
      id: 'asset-growth',
      formula: '(closing assets − opening assets) / opening assets',
      numerator: 'change of assets under management',
      source: 'assets under management, with net flow and market effect',
      lines: ['net-flow', 'market-effect'],
    }),
    organicGrowth: defineKpi({
      ...shared,
      kind: 'amount-ratio',
      id: 'organic-growth',
      formula: 'net flow / opening assets',
      numerator: 'net flow: assets brought in less assets taken out',
      source: 'assets under management',
    }),
  };
}

function retentionKpis({
  currency,
  minimumSample,
  periodsPerYear,
}: Settings): Pick<
  ServiceKpis,
  'renewalRate' | 'clientChurn' | 'annualisedClientChurn' | 'assetChurn'
> {
  const shared = { ...ONE_PERIOD, family: 'retention', minimumSample } as const;
  const churn: Omit<KpiDescription, 'id' | 'formula'> & { readonly kind: 'proportion' } = {
    ...shared,
    kind: 'proportion',
    direction: 'lower-is-better',
    numerator: 'clients lost of those present at the start',
    denominator: 'clients at the start',
    source: 'client register',
  };
  return {
    renewalRate: defineKpi({
      ...shared,
      kind: 'proportion',
      id: 'renewal-rate',
      direction: 'higher-is-better',
      formula: 'renewed / due for renewal',
      numerator: 'contracts renewed',
      denominator: 'contracts due for renewal',
      source: 'contract register',
    }),
    clientChurn: defineKpi({
      ...churn,
      id: 'client-churn',
      formula: 'clients lost / clients at the start',
    }),
    annualisedClientChurn: defineKpi({
      ...churn,
      id: 'annualised-client-churn',
      formula: '1 − (1 − churn of the period) ^ periods in a year',
      periodsPerYear,
    }),
    assetChurn: defineKpi({
      ...ONE_PERIOD,
      kind: 'amount-ratio',
      family: 'retention',
      id: 'asset-churn',
      direction: 'lower-is-better',
      formula: 'assets of the clients lost / opening assets',
      numerator: 'assets of the clients lost',
      denominator: 'assets under management at the start',
      source: 'client register and assets under management',
      currency,
    }),
  };
}

function acquisitionKpis({
  minimumSample,
}: Settings): Pick<
  ServiceKpis,
  'newClientGrowth' | 'campaignConversion' | 'newClientsFromCampaigns'
> {
  const shared = {
    ...ONE_PERIOD,
    family: 'acquisition',
    direction: 'higher-is-better',
    minimumSample,
  } as const;
  return {
    newClientGrowth: defineKpi({
      ...shared,
      kind: 'count-ratio',
      id: 'new-client-growth',
      formula: 'new clients / clients at the start',
      numerator: 'new clients',
      denominator: 'clients at the start',
      source: 'client register',
    }),
    campaignConversion: defineKpi({
      ...shared,
      kind: 'proportion',
      id: 'campaign-conversion',
      formula: 'clients who bought / clients reached by the campaign',
      numerator: 'clients who bought, existing clients included',
      denominator: 'clients reached by the campaign',
      source: 'campaign records',
    }),
    newClientsFromCampaigns: defineKpi({
      ...shared,
      kind: 'proportion',
      id: 'new-clients-from-campaigns',
      formula: 'new clients brought by campaigns / new clients',
      numerator: 'new clients brought by campaigns',
      denominator: 'new clients',
      source: 'campaign records and client register',
    }),
  };
}

function riskKpis({
  minimumSample,
  slaHours,
}: Settings): Pick<
  ServiceKpis,
  'riskPrecision' | 'riskRecall' | 'riskF1' | 'withinSla' | 'medianHandling'
> {
  const shared = {
    ...ONE_PERIOD,
    family: 'risk',
    direction: 'higher-is-better',
    numerator: 'alerts that were right',
    source: 'risk alerts against what they turned out to be',
    minimumSample,
  } as const;
  const handling = {
    version: VERSION,
    kind: 'durations',
    family: 'risk',
    source: 'closed risk events',
    minimumSample,
  } as const;
  return {
    riskPrecision: defineKpi({
      ...shared,
      kind: 'detection',
      id: 'risk-precision',
      formula: 'TP / (TP + FP)',
      denominator: 'alerts',
      measure: 'precision',
    }),
    riskRecall: defineKpi({
      ...shared,
      kind: 'detection',
      id: 'risk-recall',
      formula: 'TP / (TP + FN)',
      denominator: 'cases of risk',
      measure: 'recall',
    }),
    riskF1: defineKpi({
      ...shared,
      kind: 'detection',
      id: 'risk-f1',
      formula: '2 TP / (2 TP + FP + FN)',
      numerator: 'twice the alerts that were right',
      denominator: 'alerts and cases of risk together',
      measure: 'f1',
    }),
    withinSla: defineKpi({
      ...handling,
      id: 'handled-within-sla',
      direction: 'higher-is-better',
      unit: 'fraction',
      formula: 'events handled within the agreed time / events closed',
      numerator: 'events handled within the agreed time',
      denominator: 'events closed',
      measure: { name: 'within', limit: slaHours },
    }),
    medianHandling: defineKpi({
      ...handling,
      id: 'median-handling-time',
      direction: 'lower-is-better',
      unit: 'hours',
      formula: 'the time within which half of the events were closed',
      numerator: 'handling times, in order',
      denominator: 'events closed',
      measure: { name: 'quantile', probability: 0.5 },
    }),
  };
}
