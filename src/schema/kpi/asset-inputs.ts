import * as z from 'zod/mini';
import {
  type AccountPeriod,
  ASSET_MOVEMENTS,
  type ClientReturn,
  type TranslationOptions,
} from '../../kpi/index.js';
import { type Parse, parser, type SafeParse, safeParser } from '../parser.js';
import { currency, date, decimal, money, name, number, text } from '../primitives.js';

/** What records say of whom they are about, by the name of the dimension. */
export const dimensions: z.ZodMiniType<Readonly<Record<string, string>>> = z.record(
  z.string(),
  text,
);

export const accountPeriod: z.ZodMiniType<AccountPeriod> = z.strictObject({
  id: name,
  from: date,
  to: date,
  opening: money,
  closing: money,
  movements: z.array(
    z.strictObject({ id: text, on: date, kind: z.enum(ASSET_MOVEMENTS), amount: money }),
  ),
  dimensions: z.exactOptional(dimensions),
});

export const clientReturn: z.ZodMiniType<ClientReturn> = z.strictObject({
  id: name,
  from: date,
  to: date,
  opening: money,
  closing: money,
  flows: z.array(z.strictObject({ date, amount: money })),
  valuations: z.exactOptional(z.array(z.strictObject({ date, value: money }))),
  benchmark: z.exactOptional(number),
  dimensions: z.exactOptional(dimensions),
});

export const translationOptions: z.ZodMiniType<TranslationOptions> = z.strictObject({
  currency,
  rates: z.record(date, decimal),
});

/**
 * Checks the assets of one account over a period, field by field, for `assetBridgeEvent`, `accountRecords` and `translateAccount`.
 *
 * @example
 * ```ts
 * import { parseAccountPeriod } from 'aptfolio/schema';
 *
 * const cny = (amount) => ({ currency: 'CNY', amount });
 * const fee = { id: '1', on: '2026-06-30', kind: 'fee', amount: cny('-2.00') };
 * const account = {
 *   id: 'a-1', from: '2026-03-31', to: '2026-06-30', opening: cny('1000.00'), closing: cny('998.00'), movements: [fee],
 * };
 * parseAccountPeriod(account).movements[0].amount.amount; // => '-2.00'
 * parseAccountPeriod({ ...account, movements: [{ ...fee, kind: 'tax' }] });
 * // => throws 'unknown-value', 'account.movements[0].kind'
 * ```
 */
export const parseAccountPeriod: Parse<AccountPeriod> = parser(accountPeriod, 'account');

/** Like `parseAccountPeriod`, but returns the faults. */
export const safeParseAccountPeriod: SafeParse<AccountPeriod> = safeParser(
  accountPeriod,
  'account',
);

/**
 * Checks one client's values and flows over a period, field by field, for `clientReturnRecords`.
 *
 * @example
 * ```ts
 * import { parseClientReturn } from 'aptfolio/schema';
 *
 * const cny = (amount) => ({ currency: 'CNY', amount });
 * const client = {
 *   id: 'c-1', from: '2026-03-31', to: '2026-06-30', opening: cny('1000.00'), closing: cny('1050.00'), flows: [], benchmark: 0.04,
 * };
 * parseClientReturn(client).benchmark; // => 0.04
 * parseClientReturn({ ...client, opening: 1000 }); // => throws 'invalid-type', 'client.opening'
 * ```
 */
export const parseClientReturn: Parse<ClientReturn> = parser(clientReturn, 'client');

/** Like `parseClientReturn`, but returns the faults. */
export const safeParseClientReturn: SafeParse<ClientReturn> = safeParser(clientReturn, 'client');

/**
 * Checks the rates at which an account is translated, for `translateAccount`.
 *
 * @example
 * ```ts
 * import { parseTranslationOptions } from 'aptfolio/schema';
 *
 * parseTranslationOptions({ currency: 'CNY', rates: { '2026-03-31': '7.00' } }).rates; // => { '2026-03-31': '7.00' }
 * parseTranslationOptions({ currency: 'CNY', rates: { '2026-03-31': 7 } });
 * // => throws 'invalid-type', 'options.rates["2026-03-31"]'
 * ```
 */
export const parseTranslationOptions: Parse<TranslationOptions> = parser(
  translationOptions,
  'options',
);

/** Like `parseTranslationOptions`, but returns the faults. */
export const safeParseTranslationOptions: SafeParse<TranslationOptions> = safeParser(
  translationOptions,
  'options',
);
