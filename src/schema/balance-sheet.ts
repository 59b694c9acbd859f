import * as z from 'zod/mini';
import type { BalanceSheetOptions, DepositInsurance } from '../client/index.js';
import { type Parse, parser, type SafeParse, safeParser } from './parser.js';
import { count, date, money, nonNegative, text } from './primitives.js';

export const depositInsurance: z.ZodMiniType<DepositInsurance> = z.strictObject({ limit: money });

export const balanceSheetOptions: z.ZodMiniType<BalanceSheetOptions> = z.strictObject({
  essentialMonthly: z.exactOptional(money),
  liquidWithinDays: z.exactOptional(count),
  depositInsurance: z.exactOptional(depositInsurance),
  asOf: z.exactOptional(date),
  liquiditySteps: z.exactOptional(
    z.array(z.strictObject({ id: text, withinDays: count })).check(z.minLength(1)),
  ),
  debtServiceRatio: z.exactOptional(nonNegative),
});

/**
 * Checks what `balanceSheet` may be told beside the holdings.
 *
 * @example
 * ```ts
 * import { parseBalanceSheetOptions } from 'aptfolio/schema';
 *
 * parseBalanceSheetOptions({ liquidWithinDays: 3 }); // => { liquidWithinDays: 3 }
 * parseBalanceSheetOptions({ liquidWithin: 3 }); // => throws 'unknown-id', 'options.liquidWithin'
 * ```
 */
export const parseBalanceSheetOptions: Parse<BalanceSheetOptions> = parser(
  balanceSheetOptions,
  'options',
);

/** Like `parseBalanceSheetOptions`, but returns the faults. */
export const safeParseBalanceSheetOptions: SafeParse<BalanceSheetOptions> = safeParser(
  balanceSheetOptions,
  'options',
);
