import { defineKpi } from '../define.js';
import type { Kpi } from '../definition.js';
import { ONE_PERIOD, type Settings, VERSION } from './settings.js';

/** How risks are found and handled. */
export interface RiskKpis {
  readonly riskPrecision: Kpi<'detection'>;
  readonly riskRecall: Kpi<'detection'>;
  readonly riskF1: Kpi<'detection'>;
  readonly withinSla: Kpi<'within-limit'>;
  readonly medianHandling: Kpi<'durations'>;
}

/** The ready definitions of the family; see `serviceKpis`. */
export function riskKpis({ minimumSample, slaHours }: Settings): RiskKpis {
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
    family: 'risk',
    source: 'closed risk events',
    minimumSample,
  } as const;
  return {
    riskPrecision: defineKpi({
      ...shared,
      kind: 'detection',
      id: 'risk-precision',
      symbols: 'TP / (TP + FP)',
      formula: 'TP / (TP + FP)',
      denominator: 'alerts',
      measure: 'precision',
    }),
    riskRecall: defineKpi({
      ...shared,
      kind: 'detection',
      id: 'risk-recall',
      symbols: 'TP / (TP + FN)',
      formula: 'TP / (TP + FN)',
      denominator: 'cases of risk',
      measure: 'recall',
    }),
    riskF1: defineKpi({
      ...shared,
      kind: 'detection',
      id: 'risk-f1',
      symbols: '2 TP / (2 TP + FP + FN)',
      formula: '2 TP / (2 TP + FP + FN)',
      numerator: 'twice the alerts that were right',
      denominator: 'alerts and cases of risk together',
      measure: 'f1',
    }),
    withinSla: defineKpi({
      ...handling,
      kind: 'within-limit',
      id: 'handled-within-sla',
      symbols: 'n(t ≤ L) / n',
      direction: 'higher-is-better',
      unit: 'fraction',
      formula: 'events handled within the agreed time / events closed',
      numerator: 'events handled within the agreed time',
      denominator: 'events closed',
      limit: slaHours,
    }),
    medianHandling: defineKpi({
      ...handling,
      kind: 'durations',
      id: 'median-handling-time',
      symbols: 'inf{t : F(t) ≥ ½}',
      direction: 'lower-is-better',
      unit: 'hours',
      formula: 'the time within which half of the events were closed',
      numerator: 'handling times, in order',
      denominator: 'events closed',
      measure: { name: 'quantile', probability: 0.5 },
    }),
  };
}
