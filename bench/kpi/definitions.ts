import { defineKpi } from 'aptfolio/kpi';

/** What every definition under measurement shares. */
export const DESCRIPTION = {
  id: 'measured',
  version: '1',
  family: 'retention',
  formula: 'a / b',
  symbols: 'a / b',
  unit: 'fraction',
  direction: 'higher-is-better',
  numerator: 'a',
  denominator: 'b',
  source: 'made up for this measurement',
  minimumSample: 30,
} as const;

/** The median of hours, kept as a sketch. */
export const MEDIAN_HOURS = defineKpi({
  ...DESCRIPTION,
  kind: 'durations',
  measure: { name: 'quantile', probability: 0.5 },
});

/** A share of trials. */
export const SHARE = defineKpi({ ...DESCRIPTION, kind: 'proportion' });

/** As a host gets them: read from JSON. */
export function received<T>(length: number, event: (i: number) => T): readonly T[] {
  return JSON.parse(JSON.stringify(Array.from({ length }, (_, i) => event(i)))) as readonly T[];
}

/** Durations in hours as a service has them: most are short, some are very long; in hundredths. */
export function hours(i: number): number {
  const share = (((i * 2654435769) % 4294967296) + 0.5) / 4294967296;
  return Math.round((200 * share) / (1 - share)) / 100;
}
