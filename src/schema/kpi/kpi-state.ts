import * as z from 'zod/mini';
import { checkOneOf } from '../../errors/index.js';
import {
  type ExcludedCase,
  KPI_KINDS,
  type KpiEvent,
  type KpiEvents,
  type KpiKind,
  type KpiState,
} from '../../kpi/index.js';
import type { ExactMomentsState, QuantileSketchState } from '../../statistics/index.js';
import type { ParseResult } from '../parse.js';
import { type Parse, parser, type SafeParse, safeParser } from '../parser.js';
import { count, money, moneyById, name, nonNegative, number } from '../primitives.js';

/** The state of a KPI of any kind, told apart by `kind`. */
export type AnyKpiState = { readonly [K in KpiKind]: KpiState<K> }[KpiKind];

const belongsTo = { kpi: name, version: name, excluded: z.record(z.string(), count) };

const counts = z.array(count);
const times = z.strictObject({ times: z.array(nonNegative), counts });
const bins = z.strictObject({ bins: z.array(count), counts });
const parts = z.strictObject({ parts: counts, counts });
const bounded = { bits: count, exactUpTo: count };

const sketch: z.ZodMiniType<QuantileSketchState> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('exact'), ...bounded, closed: times, open: times }),
  z.strictObject({
    kind: z.literal('binned'),
    ...bounded,
    closed: bins,
    open: bins,
    sum: z.array(number),
    min: nonNegative,
    max: nonNegative,
  }),
]);

const moments: z.ZodMiniType<ExactMomentsState> = z.strictObject({
  n: count,
  min: z.nullable(number),
  max: z.nullable(number),
  sum: z.array(number),
  squares: z.array(number),
});

/** Billionths of a smallest unit. */
const rest = z.exactOptional(z.int().check(z.minimum(-999_999_999), z.maximum(999_999_999)));

export const kpiState: z.ZodMiniType<AnyKpiState> = z.discriminatedUnion('kind', [
  z.strictObject({
    ...belongsTo,
    kind: z.literal('proportion'),
    data: z.strictObject({ successes: count, trials: count }),
  }),
  z.strictObject({
    ...belongsTo,
    kind: z.literal('count-ratio'),
    data: z.strictObject({ numerator: count, denominator: count }),
  }),
  z.strictObject({
    ...belongsTo,
    kind: z.literal('ratings'),
    data: z.strictObject({ counts }),
  }),
  z.strictObject({
    ...belongsTo,
    kind: z.literal('detection'),
    data: z.strictObject({ truePositives: count, falsePositives: count, falseNegatives: count }),
  }),
  z.strictObject({
    ...belongsTo,
    kind: z.literal('amount-ratio'),
    data: z.strictObject({
      numerator: money,
      numeratorRest: rest,
      denominator: money,
      denominatorRest: rest,
      cases: count,
    }),
  }),
  z.strictObject({
    ...belongsTo,
    kind: z.literal('amount-per-count'),
    data: z.strictObject({ amount: money, amounts: count, count }),
  }),
  z.strictObject({
    ...belongsTo,
    kind: z.literal('amount-bridge'),
    data: z.strictObject({ opening: money, lines: moneyById, closing: money, cases: count }),
  }),
  z.strictObject({
    ...belongsTo,
    kind: z.literal('rate'),
    data: z.strictObject({ count, exposure: count }),
  }),
  z.strictObject({
    ...belongsTo,
    kind: z.literal('within-limit'),
    data: z.strictObject({ within: parts, open: parts, over: count }),
  }),
  z.strictObject({ ...belongsTo, kind: z.literal('durations'), data: sketch }),
  z.strictObject({
    ...belongsTo,
    kind: z.literal('survival'),
    data: z.strictObject({
      rows: z.array(z.strictObject({ time: count, left: counts, stayed: count })),
    }),
  }),
  z.strictObject({ ...belongsTo, kind: z.literal('measurements'), data: moments }),
  z.strictObject({ ...belongsTo, kind: z.literal('tally'), data: z.strictObject({ counts }) }),
  z.strictObject({
    ...belongsTo,
    kind: z.literal('funnel'),
    data: z.strictObject({ stopped: counts, open: counts, early: z.exactOptional(counts) }),
  }),
]);

const some = z.exactOptional(count);
const amount = z.exactOptional(money);

const duration = z.strictObject({
  duration: nonNegative,
  open: z.exactOptional(z.boolean()),
});

const EVENTS: { readonly [K in KpiKind]: z.ZodMiniType<KpiEvents[K]> } = {
  proportion: z.strictObject({ successes: count, trials: count }),
  'count-ratio': z.strictObject({ numerator: some, denominator: some }),
  ratings: z.strictObject({ score: z.int(), count: some }),
  detection: z.strictObject({ truePositives: some, falsePositives: some, falseNegatives: some }),
  'amount-ratio': z.strictObject({
    numerator: amount,
    numeratorRest: rest,
    denominator: amount,
    denominatorRest: rest,
    cases: some,
  }),
  'amount-per-count': z.strictObject({ amount, count: some }),
  'amount-bridge': z.strictObject({
    opening: amount,
    lines: z.exactOptional(moneyById),
    closing: amount,
    cases: some,
  }),
  rate: z.strictObject({ count: some, exposure: some }),
  'within-limit': duration,
  durations: duration,
  survival: z.strictObject({ time: count, cause: z.exactOptional(name), count: some }),
  measurements: z.strictObject({ value: number }),
  tally: z.strictObject({ category: name, count: some }),
  funnel: z.strictObject({
    reached: name,
    open: z.exactOptional(z.boolean()),
    early: z.exactOptional(name),
    count: some,
  }),
};

/** A case that is left out says so and nothing else. */
const excluded: z.ZodMiniType<ExcludedCase> = z.strictObject({ excluded: name });

/** An event does not say its kind: the KPI that it is for does. */
export const kpiEvent: z.ZodMiniType<KpiEvent> = z.union([...Object.values(EVENTS), excluded]);

/**
 * Checks the state of a KPI, as read back from a store, for `accumulate`, `merge` and `summarise`.
 *
 * @example
 * ```ts
 * import { parseKpiState } from 'aptfolio/schema';
 *
 * const state = { kpi: 'renewal', version: '1', kind: 'proportion', excluded: {}, data: { successes: 412, trials: 486 } };
 * parseKpiState(state).data.trials; // => 486
 * parseKpiState({ ...state, data: { successes: 412 } }); // => throws 'missing-value', 'state.data.trials'
 * ```
 */
export const parseKpiState: Parse<AnyKpiState> = parser(kpiState, 'state');

/** Like `parseKpiState`, but returns the faults. */
export const safeParseKpiState: SafeParse<AnyKpiState> = safeParser(kpiState, 'state');

/**
 * Checks an event for KPIs of a kind, for `accumulate`.
 *
 * @throws AptfolioError with every fault in the event; `unknown-value` with the path `kind` for another kind.
 *
 * @example
 * ```ts
 * import { parseKpiEvent } from 'aptfolio/schema';
 *
 * parseKpiEvent('durations', { duration: 2.5 }).duration; // => 2.5
 * parseKpiEvent('ratings', { score: 4.5 }); // => throws 'invalid-type', 'event.score'
 * ```
 */
export function parseKpiEvent<K extends KpiKind>(kind: K, event: unknown): KpiEvent<K> {
  return parser(eventOf(kind, event), 'event')(event);
}

/**
 * Like `parseKpiEvent`, but returns the faults of the event.
 *
 * @throws AptfolioError `unknown-value` with the path `kind` for another kind.
 */
export function safeParseKpiEvent<K extends KpiKind>(
  kind: K,
  event: unknown,
): ParseResult<KpiEvent<K>> {
  return safeParser(eventOf(kind, event), 'event')(event);
}

function eventOf<K extends KpiKind>(kind: K, event: unknown): z.ZodMiniType<KpiEvent<K>> {
  const own = EVENTS[checkOneOf(kind, 'kind', KPI_KINDS) as K];
  const leftOut = typeof event === 'object' && event !== null && Object.hasOwn(event, 'excluded');
  return leftOut ? excluded : own;
}
