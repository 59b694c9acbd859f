import { defineKpi } from '../define.js';
import type { Kpi, KpiDescription } from '../definition.js';
import { type TenureKpis, tenureKpis } from './retention-tenure.js';
import { type WarningKpis, warningKpis } from './retention-warning.js';
import { FRACTION, type Settings, TOTAL } from './settings.js';

/** Who stays, by heads and by assets, how long and why no longer. */
export interface RetentionKpis extends TenureKpis, WarningKpis {
  readonly renewalRate: Kpi<'proportion'>;
  readonly clientChurn: Kpi<'proportion'>;
  readonly annualisedClientChurn: Kpi<'proportion'>;
  readonly assetChurn: Kpi<'amount-ratio'>;
  readonly grossAssetRetention: Kpi<'amount-ratio'>;
  readonly netAssetRetention: Kpi<'amount-ratio'>;
}

/** The ready definitions of the family; see `serviceKpis`. */
export function retentionKpis(settings: Settings): RetentionKpis {
  const { currency, minimumSample, periodsPerYear } = settings;
  const shared = { ...FRACTION, family: 'retention', minimumSample } as const;
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
  const kept = {
    ...TOTAL,
    kind: 'amount-ratio',
    family: 'retention',
    direction: 'higher-is-better',
    denominator: 'opening assets of the clients who were there at the start',
    source:
      'gross and net revenue retention as in subscription business, with assets for revenue and without the market',
    currency,
  } as const;
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
      ...TOTAL,
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
    grossAssetRetention: defineKpi({
      ...kept,
      share: true,
      id: 'gross-asset-retention',
      symbols: 'Σ min(Aᵢ, kᵢ) / Σ Aᵢ, kᵢ = max(0, Aᵢ + Fᵢ), 0 for who left',
      formula:
        'opening assets not taken out, of each client at most the opening assets / opening assets',
      numerator:
        'opening assets plus net new money of each client, from 0 to the opening assets; nothing of who left',
    }),
    netAssetRetention: defineKpi({
      ...kept,
      id: 'net-asset-retention',
      symbols: 'Σ kᵢ / Σ Aᵢ, kᵢ = max(0, Aᵢ + Fᵢ), 0 for who left',
      formula: 'opening assets not taken out, and what the same clients brought / opening assets',
      numerator:
        'opening assets plus net new money of each client, at least 0; nothing of who left',
    }),
    ...tenureKpis(settings),
    ...warningKpis(settings),
  };
}
