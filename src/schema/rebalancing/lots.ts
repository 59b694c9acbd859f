import * as z from 'zod/mini';
import type {
  LossSale,
  LotTransaction,
  ReplacementPurchase,
  TrackLotsOptions,
} from '../../rebalancing/index.js';
import { type Parse, parser, type SafeParse, safeParser } from '../parser.js';
import { date, money, quantity, text } from '../primitives.js';
import { lotMethod, taxPolicy } from './policy.js';

export const lotTransactions: z.ZodMiniType<readonly LotTransaction[]> = z
  .array(
    z.strictObject({
      id: text,
      on: date,
      side: z.enum(['buy', 'sell']),
      units: quantity,
      amount: money,
      lots: z.exactOptional(z.array(text)),
    }),
  )
  .check(z.minLength(1));

export const trackLotsOptions: z.ZodMiniType<TrackLotsOptions> = z.strictObject({
  method: lotMethod,
  tax: z.exactOptional(taxPolicy),
  price: z.exactOptional(quantity),
});

export const lossSale: z.ZodMiniType<LossSale> = z.strictObject({
  on: date,
  units: quantity,
  loss: money,
});

export const replacementPurchases: z.ZodMiniType<readonly ReplacementPurchase[]> = z.array(
  z.strictObject({ id: text, on: date, units: quantity, cost: money }),
);

/**
 * Checks purchases and sales of one product, for `trackLots`; all of them count, so that they are read whole or not.
 *
 * @example
 * ```ts
 * import { parseLotTransactions } from 'aptfolio/schema';
 *
 * const bought = {
 *   id: '1', on: '2024-01-10', side: 'buy', units: '109', amount: { currency: 'EUR', amount: '3149.20' },
 * };
 * parseLotTransactions([bought]).length; // => 1
 * parseLotTransactions([{ ...bought, units: '-109' }]); // => throws 'invalid-format', 'transactions[0].units'
 * ```
 */
export const parseLotTransactions: Parse<readonly LotTransaction[]> = parser(
  lotTransactions,
  'transactions',
);

/** Like `parseLotTransactions`, but returns the faults. */
export const safeParseLotTransactions: SafeParse<readonly LotTransaction[]> = safeParser(
  lotTransactions,
  'transactions',
);

/**
 * Checks how lots are followed, for `trackLots`.
 *
 * @example
 * ```ts
 * import { parseTrackLotsOptions } from 'aptfolio/schema';
 *
 * parseTrackLotsOptions({ method: 'fifo', price: '31.20' }).price; // => '31.20'
 * parseTrackLotsOptions({ method: 'oldest' }); // => throws 'unknown-value', 'options.method'
 * ```
 */
export const parseTrackLotsOptions: Parse<TrackLotsOptions> = parser(trackLotsOptions, 'options');

/** Like `parseTrackLotsOptions`, but returns the faults. */
export const safeParseTrackLotsOptions: SafeParse<TrackLotsOptions> = safeParser(
  trackLotsOptions,
  'options',
);

/**
 * Checks a sale at a loss, for `findWashSale`.
 *
 * @example
 * ```ts
 * import { parseLossSale } from 'aptfolio/schema';
 *
 * const sale = { on: '2026-01-15', units: '100', loss: { currency: 'USD', amount: '250.00' } };
 * parseLossSale(sale).units; // => '100'
 * parseLossSale({ ...sale, loss: '250.00' }); // => throws 'invalid-type', 'sale.loss'
 * ```
 */
export const parseLossSale: Parse<LossSale> = parser(lossSale, 'sale');

/** Like `parseLossSale`, but returns the faults. */
export const safeParseLossSale: SafeParse<LossSale> = safeParser(lossSale, 'sale');

/**
 * Checks purchases that may replace what was sold at a loss, for `findWashSale`.
 *
 * @example
 * ```ts
 * import { parseReplacementPurchases } from 'aptfolio/schema';
 *
 * const purchase = { id: 'new', on: '2026-02-01', units: '100', cost: { currency: 'USD', amount: '800.00' } };
 * parseReplacementPurchases([purchase]).length; // => 1
 * parseReplacementPurchases([{ ...purchase, on: '2026-02-30' }]); // => throws 'invalid-date', 'purchases[0].on'
 * ```
 */
export const parseReplacementPurchases: Parse<readonly ReplacementPurchase[]> = parser(
  replacementPurchases,
  'purchases',
);

/** Like `parseReplacementPurchases`, but returns the faults. */
export const safeParseReplacementPurchases: SafeParse<readonly ReplacementPurchase[]> = safeParser(
  replacementPurchases,
  'purchases',
);
