import { defineKpi } from '../define.js';
import type { Kpi } from '../definition.js';
import { VERSION } from './settings.js';

/** How well signs foretell that clients leave. */
export interface WarningKpis {
  readonly warningPrecision: Kpi<'detection'>;
  readonly warningRecall: Kpi<'detection'>;
  readonly warningF1: Kpi<'detection'>;
  readonly warningLeadTime: Kpi<'durations'>;
}

/** The ready definitions of early warning, fed by `evaluateSigns`; see `serviceKpis`. */
export function warningKpis({ minimumSample }: { readonly minimumSample: number }): WarningKpis {
  const shared = {
    version: VERSION,
    family: 'retention',
    direction: 'higher-is-better',
    source: 'signs read on past days, against who left afterwards',
    minimumSample,
  } as const;
  const open = { id: 'open', words: 'the time in which the client may leave is not over' };
  return {
    warningPrecision: defineKpi({
      ...shared,
      kind: 'detection',
      id: 'warning-precision',
      unit: 'fraction',
      symbols: 'TP / (TP + FP)',
      formula: 'warnings after which the client left / warnings whose time is over',
      numerator: 'warnings after which the client left in time',
      denominator: 'warnings whose time is over',
      exclusions: [open],
      measure: 'precision',
    }),
    warningRecall: defineKpi({
      ...shared,
      kind: 'detection',
      id: 'warning-recall',
      unit: 'fraction',
      symbols: 'TP / (TP + FN)',
      formula: 'clients who left after a warning / clients who left',
      numerator: 'clients who left, warned of in time',
      denominator: 'clients who left',
      measure: 'recall',
    }),
    warningF1: defineKpi({
      ...shared,
      kind: 'detection',
      id: 'warning-f1',
      unit: 'fraction',
      symbols: '2 TP / (2 TP + FP + FN)',
      formula:
        'twice the warnings that were right / warnings whose time is over, warnings that were right, and clients who left unwarned',
      numerator: 'twice the warnings after which the client left in time',
      denominator:
        'warnings whose time is over, those of them that were right once more, and clients who left unwarned',
      exclusions: [open],
      measure: 'f1',
    }),
    warningLeadTime: defineKpi({
      ...shared,
      kind: 'durations',
      id: 'warning-lead-time',
      unit: 'days',
      symbols: 'Q(½)',
      formula: 'half of the clients who left after a warning left within so many days of it',
      numerator: 'days from the first warning to leaving, in order',
      denominator: 'clients who left after a warning',
      measure: { name: 'quantile', probability: 0.5 },
    }),
  };
}
