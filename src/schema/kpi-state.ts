import * as z from 'zod/mini';
import { checkOneOf } from '../errors/index.js';
import { KPI_KINDS, type KpiEvents, type KpiKind, type KpiState } from '../kpi/index.js';
import type { ParseResult } from './parse.js';
import { type Parse, parser, type SafeParse, safeParser } from './parser.js';
import { count, money, moneyById, name, nonNegative } from './primitives.js';

/** The state of a KPI of any kind, told apart by `kind`. */
export type AnyKpiState = { readonly [K in KpiKind]: KpiState<K> }[KpiKind];

const belongsTo = { kpi: name, version: name };

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
    data: z.strictObject({ counts: z.array(count) }),
  }),
  z.strictObject({
    ...belongsTo,
    kind: z.literal('detection'),
    data: z.strictObject({ truePositives: count, falsePositives: count, falseNegatives: count }),
  }),
  z.strictObject({
    ...belongsTo,
    kind: z.literal('amount-ratio'),
    data: z.strictObject({ numerator: money, denominator: money, cases: count }),
  }),
  z.strictObject({
    ...belongsTo,
    kind: z.literal('amount-bridge'),
    data: z.strictObject({ opening: money, lines: moneyById, closing: money, cases: count }),
  }),
  z.strictObject({
    ...belongsTo,
    kind: z.literal('durations'),
    data: z.strictObject({ values: z.array(nonNegative) }),
  }),
]);

const some = z.exactOptional(count);
const amount = z.exactOptional(money);

const EVENTS: { readonly [K in KpiKind]: z.ZodMiniType<KpiEvents[K]> } = {
  proportion: z.strictObject({ successes: count, trials: count }),
  'count-ratio': z.strictObject({ numerator: some, denominator: some }),
  ratings: z.strictObject({ score: z.int(), count: some }),
  detection: z.strictObject({ truePositives: some, falsePositives: some, falseNegatives: some }),
  'amount-ratio': z.strictObject({ numerator: amount, denominator: amount, cases: some }),
  'amount-bridge': z.strictObject({
    opening: amount,
    lines: z.exactOptional(moneyById),
    closing: amount,
    cases: some,
  }),
  durations: z.strictObject({ duration: nonNegative }),
};

/** An event does not say its kind: the KPI that it is for does. */
export const kpiEvent: z.ZodMiniType<KpiEvents[KpiKind]> = z.union(Object.values(EVENTS));

/**
 * Checks the state of a KPI, as read back from a store, for `accumulate`, `merge` and `summarise`.
 *
 * @example
 * ```ts
 * import { parseKpiState } from 'aptfolio/schema';
 *
 * const state = { kpi: 'renewal', version: '1', kind: 'proportion', data: { successes: 412, trials: 486 } };
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
export function parseKpiEvent<K extends KpiKind>(kind: K, event: unknown): KpiEvents[K] {
  return parser(eventOf(kind), 'event')(event);
}

/**
 * Like `parseKpiEvent`, but returns the faults of the event.
 *
 * @throws AptfolioError `unknown-value` with the path `kind` for another kind.
 */
export function safeParseKpiEvent<K extends KpiKind>(
  kind: K,
  event: unknown,
): ParseResult<KpiEvents[K]> {
  return safeParser(eventOf(kind), 'event')(event);
}

function eventOf<K extends KpiKind>(kind: K): z.ZodMiniType<KpiEvents[K]> {
  return EVENTS[checkOneOf(kind, 'kind', KPI_KINDS) as K];
}
