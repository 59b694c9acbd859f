import * as z from 'zod/mini';
import {
  type DurationMeasure,
  KPI_DIRECTIONS,
  KPI_FAMILIES,
  type KpiDefinition,
  type KpiTerms,
  type RatingMeasure,
  type SurvivalMeasure,
} from '../../kpi/index.js';
import { type Parse, parser, type SafeParse, safeParser } from '../parser.js';
import {
  atLeastOne,
  count,
  currency,
  fraction,
  name,
  nonNegative,
  number,
  positive,
  text,
} from '../primitives.js';

/** Ids of a bank's own set. */
export function ids(fewest: number, most: number): z.ZodMiniType<string[]> {
  return z.array(name).check(z.minLength(fewest), z.maxLength(most));
}

/** Choices by which events are made. */
export const terms: z.ZodMiniType<KpiTerms> = z.record(name, name);

const description = {
  id: name,
  version: name,
  family: z.enum(KPI_FAMILIES),
  formula: text,
  symbols: text,
  unit: name,
  direction: z.enum(KPI_DIRECTIONS),
  numerator: text,
  denominator: text,
  source: text,
  minimumSample: atLeastOne,
  share: z.exactOptional(z.boolean()),
  exclusions: z.exactOptional(
    z.array(z.strictObject({ id: name, words: text, pending: z.exactOptional(z.boolean()) })),
  ),
  terms: z.exactOptional(terms),
  windows: z.exactOptional(
    z.array(
      z.strictObject({
        id: name,
        words: text,
        days: z.exactOptional(count),
        seconds: z.exactOptional(positive),
      }),
    ),
  ),
};

/** Lowest and highest point of a scale. */
export const scale: z.ZodMiniType<{ readonly lowest: number; readonly highest: number }> =
  z.strictObject({ lowest: z.int(), highest: z.int() });

const ratingMeasure: z.ZodMiniType<RatingMeasure> = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('mean') }),
  z.strictObject({ name: z.literal('top-box'), boxes: atLeastOne }),
  z.strictObject({ name: z.literal('net-promoter') }),
]);

const durationMeasure: z.ZodMiniType<DurationMeasure> = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('quantile'), probability: fraction }),
  z.strictObject({ name: z.literal('mean') }),
]);

const survivalMeasure: z.ZodMiniType<SurvivalMeasure> = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('survival'), time: count }),
  z.strictObject({ name: z.literal('median') }),
  z.strictObject({ name: z.literal('restricted-mean'), until: atLeastOne }),
  z.strictObject({ name: z.literal('incidence'), cause: name, time: count }),
]);

/** Periods in a year. */
export const periodsPerYear: z.ZodMiniType<number> = positive.check(z.maximum(366));

export const kpiDefinition: z.ZodMiniType<KpiDefinition> = z.discriminatedUnion('kind', [
  z.strictObject({
    ...description,
    kind: z.literal('proportion'),
    periodsPerYear: z.exactOptional(periodsPerYear),
  }),
  z.strictObject({ ...description, kind: z.literal('count-ratio') }),
  z.strictObject({
    ...description,
    kind: z.literal('ratings'),
    scale,
    measure: ratingMeasure,
  }),
  z.strictObject({
    ...description,
    kind: z.literal('detection'),
    measure: z.enum(['precision', 'recall', 'f1']),
  }),
  z.strictObject({
    ...description,
    kind: z.literal('amount-ratio'),
    currency,
    periodsPerYear: z.exactOptional(periodsPerYear),
  }),
  z.strictObject({ ...description, kind: z.literal('amount-per-count'), currency }),
  z.strictObject({
    ...description,
    kind: z.literal('amount-bridge'),
    currency,
    lines: ids(1, 100),
  }),
  z.strictObject({ ...description, kind: z.literal('rate'), per: z.exactOptional(positive) }),
  z.strictObject({ ...description, kind: z.literal('within-limit'), limit: nonNegative }),
  z.strictObject({ ...description, kind: z.literal('durations'), measure: durationMeasure }),
  z.strictObject({
    ...description,
    kind: z.literal('survival'),
    timeUnit: name,
    longest: atLeastOne,
    causes: ids(1, 50),
    measure: survivalMeasure,
    interval: z.exactOptional(z.enum(['plain', 'log', 'log-log'])),
  }),
  z.strictObject({
    ...description,
    kind: z.literal('measurements'),
    measure: z.enum(['mean', 'standard-deviation']),
    range: z.exactOptional(z.strictObject({ lowest: number, highest: number })),
  }),
  z.strictObject({ ...description, kind: z.literal('tally'), categories: ids(2, 1000), of: name }),
  z.strictObject({ ...description, kind: z.literal('funnel'), steps: ids(2, 100) }),
]);

/**
 * Checks a bank's definition of a KPI, of any kind, field by field; `defineKpi` checks it as a whole.
 *
 * @example
 * ```ts
 * import { parseKpiDefinition } from 'aptfolio/schema';
 *
 * const definition = {
 *   kind: 'durations', id: 'complaints', version: '1', family: 'satisfaction', formula: 'median days to an answer',
 *   symbols: 'Q(½)', unit: 'days', direction: 'lower-is-better', numerator: 'days', denominator: 'complaints',
 *   source: 'service handbook, section 7', minimumSample: 5, measure: { name: 'quantile', probability: 0.5 },
 * };
 * parseKpiDefinition(definition).kind; // => 'durations'
 * parseKpiDefinition({ ...definition, measure: { name: 'median' } });
 * // => throws 'unknown-value', 'definition.measure.name'
 * ```
 */
export const parseKpiDefinition: Parse<KpiDefinition> = parser(kpiDefinition, 'definition');

/** Like `parseKpiDefinition`, but returns the faults. */
export const safeParseKpiDefinition: SafeParse<KpiDefinition> = safeParser(
  kpiDefinition,
  'definition',
);
