import { defineKpi } from '../define.js';
import type { Kpi } from '../definition.js';
import { VERSION } from './settings.js';

/** How well signs foretell that clients leave. */
export interface WarningKpis {
  readonly warningPrecision: Kpi<'detection'>;
  readonly warningRecall: Kpi<'detection'>;
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
      exclusions: [{ id: 'open', words: 'the time in which the client may leave is not over' }],
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
