import * as z from 'zod/mini';
import type {
  BehaviourOptions,
  BehaviourPolicy,
  CycleOptions,
  DispositionCounts,
  TradeOptions,
} from '../client/index.js';
import { fxRates } from './money.js';
import { type Parse, parser, type SafeParse, safeParser } from './parser.js';
import { atLeastOne, count, currency, date, fraction, interval } from './primitives.js';
import { investmentValues } from './trades.js';

const days = z.exactOptional(count);
const share = z.exactOptional(fraction);

export const behaviourPolicy: z.ZodMiniType<BehaviourPolicy> = z.strictObject({
  panicSale: z.exactOptional(
    z.strictObject({
      fallAtLeast: share,
      peakWithinDays: days,
      soldWithinDays: days,
      shareAtLeast: share,
    }),
  ),
  planMonths: z.exactOptional(atLeastOne),
  priceAgeDays: days,
});

const tradeFields = {
  asOf: date,
  window: z.exactOptional(interval),
  currency: z.exactOptional(currency),
  fx: z.exactOptional(fxRates),
};

export const tradeOptions: z.ZodMiniType<TradeOptions> = z.strictObject(tradeFields);

export const behaviourOptions: z.ZodMiniType<Omit<BehaviourOptions, 'prices'>> = z.strictObject({
  ...tradeFields,
  valuations: z.exactOptional(investmentValues),
  policy: z.exactOptional(behaviourPolicy),
});

export const cycleOptions: z.ZodMiniType<Omit<CycleOptions, 'table'>> = z.strictObject({
  ...tradeFields,
  periodMonths: z.exactOptional(atLeastOne),
});

export const dispositionCounts: z.ZodMiniType<DispositionCounts> = z.strictObject({
  realisedGains: count,
  realisedLosses: count,
  paperGains: count,
  paperLosses: count,
});

/**
 * Checks a bank's thresholds for behaviour, for `analyseBehaviour`.
 *
 * @example
 * ```ts
 * import { parseBehaviourPolicy } from 'aptfolio/schema';
 *
 * parseBehaviourPolicy({ panicSale: { fallAtLeast: 0.15 } }).panicSale.fallAtLeast; // => 0.15
 * parseBehaviourPolicy({ panicSale: { fallAtLeast: 15 } });
 * // => throws 'out-of-range', 'policy.panicSale.fallAtLeast'
 * ```
 */
export const parseBehaviourPolicy: Parse<BehaviourPolicy> = parser(behaviourPolicy, 'policy');

/** Like `parseBehaviourPolicy`, but returns the faults. */
export const safeParseBehaviourPolicy: SafeParse<BehaviourPolicy> = safeParser(
  behaviourPolicy,
  'policy',
);

/**
 * Checks the day, the window and the currency of figures about trades, for `measureRfm`.
 *
 * @example
 * ```ts
 * import { parseTradeOptions } from 'aptfolio/schema';
 *
 * const window = { from: '2025-01-01', to: '2026-01-01' };
 * parseTradeOptions({ asOf: '2026-03-02', window }).window.to; // => '2026-01-01'
 * parseTradeOptions({ window }); // => throws 'missing-value', 'options.asOf'
 * ```
 */
export const parseTradeOptions: Parse<TradeOptions> = parser(tradeOptions, 'options');

/** Like `parseTradeOptions`, but returns the faults. */
export const safeParseTradeOptions: SafeParse<TradeOptions> = safeParser(tradeOptions, 'options');

/**
 * Checks how `analyseBehaviour` measures. Prices are added afterwards, from `compilePrices`.
 *
 * @example
 * ```ts
 * import { parseBehaviourOptions } from 'aptfolio/schema';
 *
 * parseBehaviourOptions({ asOf: '2026-03-02', policy: { planMonths: 6 } }).policy.planMonths; // => 6
 * parseBehaviourOptions({ asOf: '2026-03-02', prices: {} }); // => throws 'unknown-id', 'options.prices'
 * ```
 */
export const parseBehaviourOptions: Parse<Omit<BehaviourOptions, 'prices'>> = parser(
  behaviourOptions,
  'options',
);

/** Like `parseBehaviourOptions`, but returns the faults. */
export const safeParseBehaviourOptions: SafeParse<Omit<BehaviourOptions, 'prices'>> = safeParser(
  behaviourOptions,
  'options',
);

/**
 * Checks how `investmentCycle` reads trades. A table is added afterwards, from `compileSegments`.
 *
 * @example
 * ```ts
 * import { parseCycleOptions } from 'aptfolio/schema';
 *
 * parseCycleOptions({ asOf: '2026-03-02', periodMonths: 6 }).periodMonths; // => 6
 * parseCycleOptions({ asOf: '2026-03-02', periodMonths: 0 }); // => throws 'out-of-range', 'options.periodMonths'
 * ```
 */
export const parseCycleOptions: Parse<Omit<CycleOptions, 'table'>> = parser(
  cycleOptions,
  'options',
);

/** Like `parseCycleOptions`, but returns the faults. */
export const safeParseCycleOptions: SafeParse<Omit<CycleOptions, 'table'>> = safeParser(
  cycleOptions,
  'options',
);

/**
 * Checks how often gains and losses were realised or not, for `dispositionEffect`.
 *
 * @example
 * ```ts
 * import { parseDispositionCounts } from 'aptfolio/schema';
 *
 * const counts = { realisedGains: 13883, paperGains: 79658, realisedLosses: 11930, paperLosses: 110348 };
 * parseDispositionCounts(counts).realisedGains; // => 13883
 * parseDispositionCounts({ ...counts, paperGains: 0.5 }); // => throws 'invalid-type', 'counts.paperGains'
 * ```
 */
export const parseDispositionCounts: Parse<DispositionCounts> = parser(dispositionCounts, 'counts');

/** Like `parseDispositionCounts`, but returns the faults. */
export const safeParseDispositionCounts: SafeParse<DispositionCounts> = safeParser(
  dispositionCounts,
  'counts',
);
