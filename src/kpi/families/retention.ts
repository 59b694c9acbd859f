import { defineKpi } from '../define.js';
import type { Kpi, KpiDescription } from '../definition.js';
import { ONE_PERIOD, type Settings } from './settings.js';

/** Who stays, by heads and by assets. */
export interface RetentionKpis {
  readonly renewalRate: Kpi<'proportion'>;
  readonly clientChurn: Kpi<'proportion'>;
  readonly annualisedClientChurn: Kpi<'proportion'>;
  readonly assetChurn: Kpi<'amount-ratio'>;
}

/** The ready definitions of the family; see `serviceKpis`. */
export function retentionKpis({
  currency,
  minimumSample,
  periodsPerYear,
}: Settings): RetentionKpis {
  const shared = { ...ONE_PERIOD, family: 'retention', minimumSample } as const;
  const churn: Omit<KpiDescription, 'id' | 'formula' | 'symbols'> & {
    readonly kind: 'proportion';
  } = {
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
      symbols: 'r / d',
      direction: 'higher-is-better',
      formula: 'renewed / due for renewal',
      numerator: 'contracts renewed',
      denominator: 'contracts due for renewal',
      source: 'contract register',
    }),
    clientChurn: defineKpi({
      ...churn,
      id: 'client-churn',
      symbols: 'l / c₀',
      formula: 'clients lost / clients at the start',
    }),
    annualisedClientChurn: defineKpi({
      ...churn,
      id: 'annualised-client-churn',
      symbols: '1 − (1 − l / c₀)^m',
      formula: '1 − (1 − churn of the period) ^ periods in a year',
      periodsPerYear,
    }),
    assetChurn: defineKpi({
      ...ONE_PERIOD,
      kind: 'amount-ratio',
      family: 'retention',
      id: 'asset-churn',
      symbols: 'Aₗ / A₀',
      direction: 'lower-is-better',
      formula: 'assets of the clients lost / opening assets',
      numerator: 'assets of the clients lost',
      denominator: 'assets under management at the start',
      source: 'client register and assets under management',
      currency,
    }),
  };
}
