import * as z from 'zod/mini';
import type { Amount, BridgeLine, DietzPeriod, Flow, Valuation } from '../performance/index.js';
import { type Parse, parser, type SafeParse, safeParser } from './parser.js';
import { date, money, number, text } from './primitives.js';

const amount: z.ZodMiniType<Amount> = z.union([number, money]);

export const flows: z.ZodMiniType<readonly Flow[]> = z.array(z.object({ date, amount }));

export const valuations: z.ZodMiniType<readonly Valuation[]> = z.array(
  z.object({ date, value: amount }),
);

export const dietzPeriod: z.ZodMiniType<DietzPeriod> = z.strictObject({
  from: date,
  to: date,
  opening: amount,
  closing: amount,
  flows,
});

export const bridgeLines: z.ZodMiniType<readonly BridgeLine[]> = z.array(
  z.strictObject({ id: text, amount: money }),
);

/**
 * Checks dated flows, for `xirr` and `timeWeightedReturn`. Further fields of a row are dropped.
 *
 * @example
 * ```ts
 * import { parseFlows } from 'aptfolio/schema';
 *
 * parseFlows([{ date: '2024-01-01', amount: -1000, note: 'opening' }]);
 * // => [{ date: '2024-01-01', amount: -1000 }]
 * parseFlows([{ date: '2024-01-01', amount: '-1000' }]); // => throws 'invalid-type', 'flows[0].amount'
 * ```
 */
export const parseFlows: Parse<readonly Flow[]> = parser(flows, 'flows');

/** Like `parseFlows`, but returns the faults. */
export const safeParseFlows: SafeParse<readonly Flow[]> = safeParser(flows, 'flows');

/**
 * Checks dated values, for `timeWeightedReturn`. Further fields of a row are dropped.
 *
 * @example
 * ```ts
 * import { parseValuations } from 'aptfolio/schema';
 *
 * const row = { date: '2024-12-31', value: { currency: 'CNY', amount: '1050.00' } };
 * parseValuations([row])[0].value.amount; // => '1050.00'
 * parseValuations([{ ...row, date: '2024-02-30' }]); // => throws 'invalid-date', 'valuations[0].date'
 * ```
 */
export const parseValuations: Parse<readonly Valuation[]> = parser(valuations, 'valuations');

/** Like `parseValuations`, but returns the faults. */
export const safeParseValuations: SafeParse<readonly Valuation[]> = safeParser(
  valuations,
  'valuations',
);

/**
 * Checks a period with its flows, for `modifiedDietz`.
 *
 * @example
 * ```ts
 * import { parseDietzPeriod } from 'aptfolio/schema';
 *
 * const period = { from: '2024-01-01', to: '2024-12-31', opening: 100, closing: 120, flows: [] };
 * parseDietzPeriod(period).closing; // => 120
 * parseDietzPeriod({ ...period, closing: null }); // => throws 'missing-value', 'period.closing'
 * ```
 */
export const parseDietzPeriod: Parse<DietzPeriod> = parser(dietzPeriod, 'period');

/** Like `parseDietzPeriod`, but returns the faults. */
export const safeParseDietzPeriod: SafeParse<DietzPeriod> = safeParser(dietzPeriod, 'period');

/**
 * Checks the lines of a value bridge, for `valueBridge`.
 *
 * @example
 * ```ts
 * import { parseBridgeLines } from 'aptfolio/schema';
 *
 * const line = { id: 'market', amount: { currency: 'CNY', amount: '-20.50' } };
 * parseBridgeLines([line])[0].id; // => 'market'
 * parseBridgeLines([{ ...line, id: '' }]); // => throws 'empty', 'lines[0].id'
 * ```
 */
export const parseBridgeLines: Parse<readonly BridgeLine[]> = parser(bridgeLines, 'lines');

/** Like `parseBridgeLines`, but returns the faults. */
export const safeParseBridgeLines: SafeParse<readonly BridgeLine[]> = safeParser(
  bridgeLines,
  'lines',
);
