import type { CaseMeasure } from '../cases/case-records.js';
import { defineKpi } from '../define.js';
import type { Kpi } from '../definition.js';
import { type Settings, VERSION } from './settings.js';

/** How fast risk events are handled, and what is left lying. */
export interface HandlingKpis {
  readonly acknowledgeMedian: Kpi<'durations'>;
  readonly acknowledgeP90: Kpi<'durations'>;
  readonly containMedian: Kpi<'durations'>;
  readonly containP90: Kpi<'durations'>;
  readonly medianHandling: Kpi<'durations'>;
  readonly handlingP90: Kpi<'durations'>;
  readonly withinSla: Kpi<'within-limit'>;
  readonly backlogAgeMedian: Kpi<'durations'>;
  readonly backlogAgeP90: Kpi<'durations'>;
  readonly backlogWithinSla: Kpi<'within-limit'>;
  readonly reopenedCases: Kpi<'proportion'>;
}

/** The steps of a risk event that the ready definitions measure, for `caseRecords`: `acknowledged`, `contained`, `closed`. */
export const HANDLING_MEASURES: readonly CaseMeasure[] = Object.freeze(
  [
    { kpi: 'acknowledge-median', until: 'acknowledged', endedBy: 'closed' },
    { kpi: 'acknowledge-p90', until: 'acknowledged', endedBy: 'closed' },
    { kpi: 'contain-median', until: 'contained', endedBy: 'closed' },
    { kpi: 'contain-p90', until: 'contained', endedBy: 'closed' },
    { kpi: 'median-handling-time', until: 'closed' },
    { kpi: 'handling-p90', until: 'closed' },
    { kpi: 'handled-within-sla', until: 'closed' },
  ].map((measure) => Object.freeze(measure)),
);

/** The ready definitions of handling, fed by `caseRecords`, `backlogRecords` and `reopenedRecord`; see `serviceKpis`. */
export function handlingKpis(settings: Settings): HandlingKpis {
  const { minimumSample, reopenDays, riskClock, slaHours } = settings;
  const terms = { clock: riskClock };
  const shared = {
    version: VERSION,
    family: 'risk',
    source: 'risk events and their steps',
    minimumSample,
  } as const;
  const time = {
    ...shared,
    kind: 'durations',
    direction: 'lower-is-better',
    unit: 'hours',
    denominator: 'risk events, open ones counted as open',
    terms,
  } as const;
  const half = {
    ...time,
    symbols: 'Q(½)',
    measure: { name: 'quantile', probability: 0.5 },
  } as const;
  const nineInTen = {
    ...time,
    symbols: 'Q(0.9)',
    measure: { name: 'quantile', probability: 0.9 },
  } as const;
  const limited = {
    ...shared,
    kind: 'within-limit',
    unit: 'fraction',
    direction: 'higher-is-better',
    limit: slaHours,
    windows: [{ id: 'limit', words: `${slaHours} hours` }],
    terms,
  } as const;
  const backlog = {
    numerator: 'ages of the open events, in order',
    denominator: 'events open at the moment of the look',
  } as const;
  return {
    acknowledgeMedian: defineKpi({
      ...half,
      id: 'acknowledge-median',
      formula: 'the hours within which half of the events had been acknowledged',
      numerator: 'times to acknowledge, in order',
    }),
    acknowledgeP90: defineKpi({
      ...nineInTen,
      id: 'acknowledge-p90',
      formula: 'the hours within which nine in ten events had been acknowledged',
      numerator: 'times to acknowledge, in order',
    }),
    containMedian: defineKpi({
      ...half,
      id: 'contain-median',
      formula: 'the hours within which half of the events had been contained',
      numerator: 'times to contain, in order',
    }),
    containP90: defineKpi({
      ...nineInTen,
      id: 'contain-p90',
      formula: 'the hours within which nine in ten events had been contained',
      numerator: 'times to contain, in order',
    }),
    medianHandling: defineKpi({
      ...half,
      id: 'median-handling-time',
      formula: 'the time within which half of the events were closed',
      numerator: 'handling times, in order',
    }),
    handlingP90: defineKpi({
      ...nineInTen,
      id: 'handling-p90',
      formula: 'the time within which nine in ten events were closed',
      numerator: 'handling times, in order',
    }),
    withinSla: defineKpi({
      ...limited,
      id: 'handled-within-sla',
      symbols: 'F(L)',
      formula: 'events handled within the agreed time / events, open ones counted as open',
      numerator: 'events handled within the agreed time',
      denominator: 'events, those still open for as long as they have been',
    }),
    backlogAgeMedian: defineKpi({
      ...half,
      ...backlog,
      id: 'backlog-age-median',
      formula: 'the age that half of the open events do not exceed',
    }),
    backlogAgeP90: defineKpi({
      ...nineInTen,
      ...backlog,
      id: 'backlog-age-p90',
      formula: 'the age that nine in ten open events do not exceed',
    }),
    backlogWithinSla: defineKpi({
      ...limited,
      id: 'backlog-within-sla',
      symbols: 'n(a ≤ L) / n',
      formula: 'open events no older than the agreed time / open events',
      numerator: 'open events no older than the agreed time',
      denominator: backlog.denominator,
    }),
    reopenedCases: defineKpi({
      ...shared,
      kind: 'proportion',
      id: 'reopened-cases',
      unit: 'fraction',
      direction: 'lower-is-better',
      symbols: 'r / c',
      formula: `events opened again within ${reopenDays} days / events closed so long ago`,
      numerator: 'events opened again in time',
      denominator: 'events closed whose time to be opened again is over',
      windows: [
        { id: 'reopen', words: 'from the closing to being opened again', days: reopenDays },
      ],
      exclusions: [{ id: 'window-open', words: 'the time to be opened again is still running' }],
    }),
  };
}
