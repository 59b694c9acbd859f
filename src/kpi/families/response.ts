import type { CaseMeasure } from '../cases/case-records.js';
import { defineKpi } from '../define.js';
import type { Kpi } from '../definition.js';
import { type Settings, VERSION } from './settings.js';

/** How fast clients are answered. */
export interface ResponseKpis {
  readonly firstResponseMedian: Kpi<'durations'>;
  readonly firstResponseP90: Kpi<'durations'>;
  readonly firstResponseP95: Kpi<'durations'>;
  readonly firstResponseWithin: Kpi<'within-limit'>;
  readonly resolutionMedian: Kpi<'durations'>;
  readonly resolutionP90: Kpi<'durations'>;
  readonly resolutionP95: Kpi<'durations'>;
  readonly resolutionWithin: Kpi<'within-limit'>;
  readonly abandonment: Kpi<'proportion'>;
}

/** The steps of an enquiry that the ready definitions measure, for `caseRecords`. */
export const RESPONSE_MEASURES: readonly CaseMeasure[] = Object.freeze(
  [
    ...[
      'first-response-median',
      'first-response-p90',
      'first-response-p95',
      'first-response-within',
    ].map((kpi) => ({ kpi, until: 'first-response', endedBy: 'closed' })),
    ...['resolution-median', 'resolution-p90', 'resolution-p95', 'resolution-within'].map(
      (kpi) => ({ kpi, until: 'closed' }),
    ),
  ].map((measure) => Object.freeze(measure)),
);

/** The ready definitions of how fast clients are answered; see `serviceKpis`. */
export function responseKpis(settings: Settings): ResponseKpis {
  const { responseHours, resolutionHours } = settings;
  const first = quantilesOf('first-response', 'had a first answer', settings);
  const resolution = quantilesOf('resolution', 'were resolved', settings);
  return {
    firstResponseMedian: first.median,
    firstResponseP90: first.p90,
    firstResponseP95: first.p95,
    firstResponseWithin: withinOf('first-response', 'answered', responseHours, settings),
    resolutionMedian: resolution.median,
    resolutionP90: resolution.p90,
    resolutionP95: resolution.p95,
    resolutionWithin: withinOf('resolution', 'resolved', resolutionHours, settings),
    abandonment: abandonmentOf(settings),
  };
}

function abandonmentOf({ abandonmentHours, minimumSample }: Settings): Kpi<'proportion'> {
  return defineKpi({
    ...shared(minimumSample),
    kind: 'proportion',
    id: 'abandonment',
    symbols: 'a / n',
    formula: `enquiries given up within ${abandonmentHours} hours and before a first answer / enquiries whose ${abandonmentHours} hours are over`,
    unit: 'fraction',
    direction: 'lower-is-better',
    numerator: 'enquiries that the client gave up in that time, before a first answer',
    denominator: 'enquiries opened so long ago, whatever came of them',
    windows: [
      {
        id: 'abandonment',
        words: 'from the opening to giving up',
        seconds: abandonmentHours * 3600,
      },
    ],
    exclusions: [
      { id: 'short-abandon', words: 'given up within the first seconds, by mistake' },
      {
        id: 'window-open',
        words:
          'the time in which an enquiry may be given up is still running, whatever came of it so far',
      },
    ],
  });
}

function shared(minimumSample: number) {
  return {
    version: VERSION,
    family: 'satisfaction',
    source: 'industry convention of contact centres; times of enquiries',
    minimumSample,
  } as const;
}

function quantilesOf(
  step: string,
  done: string,
  { minimumSample, responseClock }: Settings,
): Readonly<Record<'median' | 'p90' | 'p95', Kpi<'durations'>>> {
  const quantile = (name: string, probability: number, words: string): Kpi<'durations'> =>
    defineKpi({
      ...shared(minimumSample),
      kind: 'durations',
      id: `${step}-${name}`,
      symbols: `Q(${probability})`,
      formula: `the hours within which ${words} of the enquiries ${done}, open ones counted as open`,
      unit: 'hours',
      direction: 'lower-is-better',
      numerator: 'times, in order',
      denominator: 'enquiries',
      measure: { name: 'quantile', probability },
      terms: { clock: responseClock },
    });
  return {
    median: quantile('median', 0.5, 'half'),
    p90: quantile('p90', 0.9, 'nine in ten'),
    p95: quantile('p95', 0.95, 'nineteen in twenty'),
  };
}

function withinOf(
  step: string,
  done: string,
  limit: number,
  { minimumSample, responseClock }: Settings,
): Kpi<'within-limit'> {
  return defineKpi({
    ...shared(minimumSample),
    kind: 'within-limit',
    id: `${step}-within`,
    symbols: 'F(L)',
    formula: `enquiries ${done} within ${limit} hours / enquiries, open ones counted as open`,
    unit: 'fraction',
    direction: 'higher-is-better',
    numerator: `enquiries ${done} within the limit`,
    denominator: 'enquiries, those still open for as long as they have been',
    limit,
    windows: [{ id: 'limit', words: `${limit} hours` }],
    terms: { clock: responseClock },
  });
}
