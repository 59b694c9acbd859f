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
  const { minimumSample, responseHours, resolutionHours } = settings;
  const first = quantilesOf('first-response', 'had a first answer', minimumSample);
  const resolution = quantilesOf('resolution', 'were resolved', minimumSample);
  return {
    firstResponseMedian: first.median,
    firstResponseP90: first.p90,
    firstResponseP95: first.p95,
    firstResponseWithin: withinOf('first-response', 'answered', responseHours, minimumSample),
    resolutionMedian: resolution.median,
    resolutionP90: resolution.p90,
    resolutionP95: resolution.p95,
    resolutionWithin: withinOf('resolution', 'resolved', resolutionHours, minimumSample),
    abandonment: defineKpi({
      ...shared(minimumSample),
      kind: 'proportion',
      id: 'abandonment',
      symbols: 'a / n',
      formula: 'enquiries given up before a first answer / enquiries answered, closed or given up',
      unit: 'fraction',
      direction: 'lower-is-better',
      numerator: 'enquiries that the client gave up before a first answer',
      denominator: 'enquiries answered, closed or given up',
      exclusions: [
        { id: 'short-abandon', words: 'given up within the first seconds, by mistake' },
        { id: 'still-waiting', words: 'neither answered, closed nor given up so far' },
      ],
    }),
  };
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
  minimumSample: number,
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
  minimumSample: number,
): Kpi<'within-limit'> {
  return defineKpi({
    ...shared(minimumSample),
    kind: 'within-limit',
    id: `${step}-within`,
    symbols: 'n(t ≤ L) / (n(t ≤ L) + n(t > L))',
    formula: `enquiries ${done} within ${limit} hours / enquiries decided; one open beyond has missed it`,
    unit: 'fraction',
    direction: 'higher-is-better',
    numerator: `enquiries ${done} within the limit`,
    denominator: 'enquiries within or beyond the limit',
    limit,
    windows: [{ id: 'limit', words: `${limit} hours` }],
  });
}
