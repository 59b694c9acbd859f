import { defineKpi } from '../define.js';
import type { Kpi } from '../definition.js';
import { type ControlKpis, controlKpis } from './risk-control.js';
import { type HandlingKpis, handlingKpis } from './risk-handling.js';
import { FRACTION, type Settings } from './settings.js';

/** How risks are found and handled, what they cost, and what the controls stop. */
export interface RiskKpis extends HandlingKpis, ControlKpis {
  readonly riskPrecision: Kpi<'detection'>;
  readonly riskRecall: Kpi<'detection'>;
  readonly riskF1: Kpi<'detection'>;
  readonly alertLeadTime: Kpi<'durations'>;
}

/** The ready definitions of the family; see `serviceKpis`. */
export function riskKpis(settings: Settings): RiskKpis {
  const shared = {
    ...FRACTION,
    family: 'risk',
    direction: 'higher-is-better',
    numerator: 'alerts that were right',
    source: 'risk alerts against what they turned out to be',
    minimumSample: settings.minimumSample,
  } as const;
  const identification = {
    ...shared,
    kind: 'detection',
    exclusions: [
      { id: 'undecided', words: 'nobody knows yet what the alert turns out to be', pending: true },
    ],
  } as const;
  return {
    riskPrecision: defineKpi({
      ...identification,
      id: 'risk-precision',
      symbols: 'TP / (TP + FP)',
      formula: 'TP / (TP + FP)',
      denominator: 'alerts',
      measure: 'precision',
    }),
    riskRecall: defineKpi({
      ...identification,
      id: 'risk-recall',
      symbols: 'TP / (TP + FN)',
      formula: 'TP / (TP + FN)',
      denominator: 'cases of risk',
      measure: 'recall',
    }),
    riskF1: defineKpi({
      ...identification,
      id: 'risk-f1',
      symbols: '2 TP / (2 TP + FP + FN)',
      formula: '2 TP / (2 TP + FP + FN)',
      numerator: 'twice the alerts that were right',
      denominator: 'alerts and cases of risk together',
      measure: 'f1',
    }),
    alertLeadTime: defineKpi({
      ...shared,
      kind: 'durations',
      id: 'alert-lead-time',
      symbols: 'Q(½)',
      formula: 'half of the alerts came so many days before the event, undecided ones open so far',
      unit: 'days',
      numerator: 'days from the alert to the event, in order',
      denominator: 'alerts before an event, and undecided alerts',
      measure: { name: 'quantile', probability: 0.5 },
      exclusions: [
        { id: 'no-risk', words: 'the alert was false' },
        { id: 'averted', words: 'there was a risk, and no event came after the alert' },
        { id: 'after-the-event', words: 'the alert came after the event' },
      ],
    }),
    ...handlingKpis(settings),
    ...controlKpis(settings),
  };
}
