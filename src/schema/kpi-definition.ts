import * as z from 'zod/mini';
import {
  type DurationMeasure,
  KPI_DIRECTIONS,
  KPI_FAMILIES,
  type KpiDefinition,
  type RatingMeasure,
} from '../kpi/index.js';
import { type Parse, parser, type SafeParse, safeParser } from './parser.js';
import { atLeastOne, currency, fraction, name, nonNegative, positive, text } from './primitives.js';

const description = {
  id: name,
  version: name,
  family: z.enum(KPI_FAMILIES),
  formula: text,
  unit: name,
  direction: z.enum(KPI_DIRECTIONS),
  numerator: text,
  denominator: text,
  source: text,
  minimumSample: atLeastOne,
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
  z.strictObject({ name: z.literal('within'), limit: nonNegative }),
  z.strictObject({ name: z.literal('quantile'), probability: fraction }),
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
  z.strictObject({ ...description, kind: z.literal('amount-ratio'), currency }),
  z.strictObject({
    ...description,
    kind: z.literal('amount-bridge'),
    currency,
    lines: z.array(name).check(z.minLength(1), z.maxLength(100)),
  }),
  z.strictObject({ ...description, kind: z.literal('durations'), measure: durationMeasure }),
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
 *   unit: 'days', direction: 'lower-is-better', numerator: 'days', denominator: 'complaints',
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
