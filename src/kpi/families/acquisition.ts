import { defineKpi } from '../define.js';
import type { Kpi } from '../definition.js';
import {
  attributionWindow,
  type ConversionKpis,
  conversionKpis,
} from './acquisition-conversion.js';
import { FRACTION, type Settings, VERSION } from './settings.js';

/** How clients are won. */
export interface AcquisitionKpis extends ConversionKpis {
  readonly newClientGrowth: Kpi<'count-ratio'>;
  readonly newClientsFromCampaigns: Kpi<'proportion'>;
  readonly referralShare: Kpi<'proportion'>;
  readonly acquisitionFunnel: Kpi<'funnel'>;
  readonly costPerClient: Kpi<'amount-per-count'>;
}

/** The ready definitions of the family; see `serviceKpis`. */
export function acquisitionKpis(settings: Settings): AcquisitionKpis {
  const { acquisitionSteps, attributionDays, currency, minimumSample, touch } = settings;
  const shared = {
    ...FRACTION,
    family: 'acquisition',
    direction: 'higher-is-better',
    minimumSample,
  } as const;
  const [first, last] = [acquisitionSteps[0]!, acquisitionSteps[acquisitionSteps.length - 1]!];
  return {
    newClientGrowth: defineKpi({
      ...shared,
      kind: 'count-ratio',
      id: 'new-client-growth',
      symbols: 'c₊ / c₀',
      formula: 'new clients / clients at the start',
      numerator: 'new clients',
      denominator: 'clients at the start',
      source: 'client register',
    }),
    ...conversionKpis(settings),
    newClientsFromCampaigns: defineKpi({
      ...shared,
      kind: 'proportion',
      id: 'new-clients-from-campaigns',
      symbols: 'c₊(campaign) / c₊',
      formula: 'new clients brought by campaigns / new clients',
      numerator: 'new clients brought by campaigns',
      denominator: 'new clients',
      source: 'campaign records and client register',
      windows: [attributionWindow(attributionDays)],
    }),
    referralShare: defineKpi({
      ...shared,
      kind: 'proportion',
      id: 'referral-share',
      symbols: 'c₊(referred) / c₊',
      formula: 'new clients whom a client brought / new clients of known origin',
      numerator: 'new clients whom a client brought',
      denominator: 'new clients of whom it is known whether a client brought them',
      source: 'client register',
      exclusions: [{ id: 'origin-unknown', words: 'nobody recorded who brought the client' }],
    }),
    acquisitionFunnel: defineKpi({
      ...shared,
      kind: 'funnel',
      id: 'acquisition-funnel',
      symbols: 'Π (1 − dᵢ / nᵢ)',
      formula: `of those at the step “${first}” the share that comes to “${last}”, who may still go on from a step left out of its share`,
      numerator: `prospects who come to “${last}”`,
      denominator: `prospects at “${first}”`,
      source:
        'E. L. Kaplan and P. Meier, Nonparametric Estimation from Incomplete Observations (1958), with steps for times; prospect records',
      steps: acquisitionSteps,
    }),
    costPerClient: defineKpi({
      version: VERSION,
      family: 'acquisition',
      kind: 'amount-per-count',
      id: 'cost-per-client',
      symbols: 'K / c₊(campaign)',
      formula: 'cost of campaigns / new clients brought by campaigns',
      unit: `${currency} per client`,
      direction: 'lower-is-better',
      numerator: 'cost of campaigns, those that brought nobody included',
      denominator: 'new clients brought by campaigns',
      source: 'cost accounts of campaigns and client register',
      minimumSample,
      windows: [attributionWindow(attributionDays)],
      terms: { touch },
      currency,
    }),
  };
}
