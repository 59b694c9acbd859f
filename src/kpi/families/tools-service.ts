import { defineKpi } from '../define.js';
import type { Kpi, KpiExclusion } from '../definition.js';
import { type Settings, VERSION } from './settings.js';

/** How reliably and fast digital tools serve. */
export interface ToolServiceKpis {
  readonly crashFreeSessions: Kpi<'proportion'>;
  readonly crashFreeClients: Kpi<'proportion'>;
  readonly availabilityByTime: Kpi<'count-ratio'>;
  readonly availabilityByRequest: Kpi<'proportion'>;
  readonly apdex: Kpi<'measurements'>;
}

const RELIABILITY =
  'B. Beyer et al. (editors), Site Reliability Engineering (2016), chapter 3: availability by time and by requests';

const CALLER_FAULT = {
  id: 'caller-fault',
  words: 'the request was refused for a fault of whoever asked',
} as const;

/** What a client does in a period is known once it is over. */
export const PERIOD_RUNNING: KpiExclusion = {
  id: 'period-running',
  words: 'the period is still running',
};

const NOT_WATCHED: KpiExclusion = {
  id: 'not-watched',
  words: 'a client of whose sessions nobody recorded breakdowns',
};

/** The ready definitions of reliability and speed; see `serviceKpis`. */
export function toolServiceKpis(settings: Settings): ToolServiceKpis {
  return { ...crashFree(settings), ...availability(settings), apdex: apdex(settings) };
}

function shared({ minimumSample }: Settings) {
  return {
    version: VERSION,
    family: 'tools',
    unit: 'fraction',
    direction: 'higher-is-better',
    minimumSample,
  } as const;
}

function crashFree(
  settings: Settings,
): Pick<ToolServiceKpis, 'crashFreeSessions' | 'crashFreeClients'> {
  const ofUse = {
    ...shared(settings),
    kind: 'proportion',
    source: 'industry convention of crash reporting; session records',
  } as const;
  return {
    crashFreeSessions: defineKpi({
      ...ofUse,
      id: 'crash-free-sessions',
      symbols: 'n(no crash) / n',
      formula: 'sessions without a breakdown / sessions watched',
      numerator: 'sessions without a breakdown',
      denominator: 'sessions watched',
      exclusions: [NOT_WATCHED],
    }),
    crashFreeClients: defineKpi({
      ...ofUse,
      id: 'crash-free-clients',
      symbols: 'a(no crash) / a',
      formula:
        'active clients without a breakdown in the sessions watched / active clients with a session watched',
      numerator: 'active clients without a breakdown in the sessions watched',
      denominator: 'active clients with a session watched in the period',
      exclusions: [NOT_WATCHED, PERIOD_RUNNING],
    }),
  };
}

function availability(
  settings: Settings,
): Pick<ToolServiceKpis, 'availabilityByTime' | 'availabilityByRequest'> {
  return {
    // Every minute is counted and none is drawn, and outages last: an interval for a share would claim that minutes fail one by one.
    availabilityByTime: defineKpi({
      ...shared(settings),
      kind: 'count-ratio',
      share: true,
      id: 'availability-by-time',
      symbols: 'm(up) / m',
      formula:
        'minutes in which the tool was never down / minutes of service, announced maintenance left out of both',
      numerator: 'minutes in which the tool was never down',
      denominator: 'minutes of service without announced maintenance',
      source: RELIABILITY,
    }),
    availabilityByRequest: defineKpi({
      ...shared(settings),
      kind: 'proportion',
      id: 'availability-by-request',
      symbols: 'q(answered) / q',
      formula: 'requests answered / requests that could have been answered',
      numerator: 'requests answered',
      denominator: 'requests answered or failed for a fault of the tool',
      source: RELIABILITY,
      exclusions: [CALLER_FAULT],
    }),
  };
}

function apdex(settings: Settings): Kpi<'measurements'> {
  const { apdexSeconds } = settings;
  return defineKpi({
    ...shared(settings),
    kind: 'measurements',
    id: 'apdex',
    symbols: '(n(t ≤ T) + n(T < t ≤ 4T) / 2) / n',
    formula: `(answers within ${apdexSeconds} seconds + half of those within four times as long) / requests`,
    numerator: 'answers in time, those up to four times as late for a half',
    denominator: 'requests answered or failed for a fault of the tool',
    source: 'Apdex Alliance, Application Performance Index, Technical Specification 1.1 (2007)',
    exclusions: [CALLER_FAULT, { id: 'not-timed', words: 'nobody measured how long it took' }],
    windows: [
      {
        id: 'target',
        words: `${apdexSeconds} seconds, within which a client is satisfied`,
        seconds: apdexSeconds,
      },
    ],
    measure: 'mean',
    range: { lowest: 0, highest: 1 },
  });
}
