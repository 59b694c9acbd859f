import * as z from 'zod/mini';
import {
  type ChartBaseline,
  type ChartOptions,
  KPI_DIRECTIONS,
  type KpiTarget,
  type RunRule,
} from '../../kpi/index.js';
import { type Parse, parser, type SafeParse, safeParser } from '../parser.js';
import { atLeastOne, name, number, text } from '../primitives.js';

const period: z.ZodMiniType<string> = text;

const baseline: z.ZodMiniType<ChartBaseline> = z.union([
  z.strictObject({ first: atLeastOne }),
  z.strictObject({ periods: z.array(period).check(z.minLength(1)) }),
  z.strictObject({ without: z.array(period) }),
]);

/** How many periods a rule looks at. */
const run = (fewest: number): z.ZodMiniType<number> =>
  z.int().check(z.minimum(fewest), z.maximum(100));

const runRule: z.ZodMiniType<RunRule> = z.discriminatedUnion('kind', [
  z.strictObject({
    id: name,
    kind: z.literal('beyond'),
    points: run(1),
    of: run(1),
    sigmas: z.number().check(z.minimum(0), z.maximum(10)),
  }),
  z.strictObject({ id: name, kind: z.literal('trend'), points: run(2) }),
  z.strictObject({ id: name, kind: z.literal('alternating'), points: run(3) }),
  z.strictObject({
    id: name,
    kind: z.enum(['within', 'outside']),
    points: run(2),
    sigmas: z.number().check(z.positive(), z.maximum(10)),
  }),
]);

export const chartOptions: z.ZodMiniType<ChartOptions> = z.strictObject({
  baseline: z.exactOptional(baseline),
  phases: z.exactOptional(
    z.array(z.strictObject({ from: period, reason: text, baseline: z.exactOptional(baseline) })),
  ),
  rules: z.exactOptional(z.array(runRule).check(z.maxLength(50))),
  direction: z.exactOptional(z.enum(KPI_DIRECTIONS)),
});

export const kpiTarget: z.ZodMiniType<KpiTarget> = z.strictObject({
  green: number,
  amber: z.exactOptional(number),
  direction: z.enum(['higher-is-better', 'lower-is-better']),
});

/**
 * Checks a bank's choices for a control chart, which all kinds of chart share: phases, baselines and run rules. Whether its periods are those of the series is
 * checked as the chart is made.
 *
 * @example
 * ```ts
 * import { parseChartOptions } from 'aptfolio/schema';
 *
 * const rule = { id: 'nine-on-one-side', kind: 'beyond', points: 9, of: 9, sigmas: 0 };
 * parseChartOptions({ baseline: { first: 12 }, rules: [rule] }).rules.length; // => 1
 * parseChartOptions({ rules: [{ ...rule, sigmas: 11 }] }); // => throws 'out-of-range', 'options.rules[0].sigmas'
 * ```
 */
export const parseChartOptions: Parse<ChartOptions> = parser(chartOptions, 'options');

/** Like `parseChartOptions`, but returns the faults. */
export const safeParseChartOptions: SafeParse<ChartOptions> = safeParser(chartOptions, 'options');

/**
 * Checks what a KPI should reach, for `targetStatus`, which checks that amber is no better than green.
 *
 * @example
 * ```ts
 * import { parseKpiTarget } from 'aptfolio/schema';
 *
 * parseKpiTarget({ green: 0.9, amber: 0.8, direction: 'higher-is-better' }).green; // => 0.9
 * parseKpiTarget({ green: 0.9, direction: 'up' }); // => throws 'unknown-value', 'target.direction'
 * ```
 */
export const parseKpiTarget: Parse<KpiTarget> = parser(kpiTarget, 'target');

/** Like `parseKpiTarget`, but returns the faults. */
export const safeParseKpiTarget: SafeParse<KpiTarget> = safeParser(kpiTarget, 'target');
