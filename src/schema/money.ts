import * as z from 'zod/mini';
import { type FxRates, type Money, parseMoney } from '../money/index.js';
import { safely } from './parse.js';
import { type Parse, parser, type SafeParse, safeParser } from './parser.js';
import { currency, moneyFields, rates } from './primitives.js';

/** Whatever has the two fields is money, such as a holding. */
export const moneyLike: z.ZodMiniType<Money> = z.object(moneyFields);

export const fxRates: z.ZodMiniType<FxRates> = z.strictObject({ base: currency, rates });

/**
 * Like `parseMoney` of `aptfolio/money`, but returns the faults.
 *
 * @example
 * ```ts
 * import { safeParseMoney } from 'aptfolio/schema';
 *
 * safeParseMoney({ currency: 'CNY', amount: '12.5' }).value; // => { currency: 'CNY', amount: '12.50' }
 * safeParseMoney({ currency: 'JPY', amount: '12.5' }).issues[0].path; // => 'money.amount'
 * ```
 */
export const safeParseMoney: SafeParse<Money> = (value) => safely(() => parseMoney(value));

/**
 * Checks exchange rates, field by field; that a rate is above 0 is checked where it is used.
 *
 * @example
 * ```ts
 * import { parseFxRates } from 'aptfolio/schema';
 *
 * parseFxRates({ base: 'CNY', rates: { USD: '7.1000' } }).rates; // => { USD: '7.1000' }
 * parseFxRates({ base: 'CNY', rates: { USD: 7.1 } }); // => throws 'invalid-type', 'fx.rates.USD'
 * ```
 */
export const parseFxRates: Parse<FxRates> = parser(fxRates, 'fx');

/** Like `parseFxRates`, but returns the faults. */
export const safeParseFxRates: SafeParse<FxRates> = safeParser(fxRates, 'fx');
