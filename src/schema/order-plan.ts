import * as z from 'zod/mini';
import {
  FEE_SIDES,
  type HeldLot,
  type HeldPosition,
  type OrderRequest,
  RESIDUAL_RULES,
  type TransitionRequest,
  type UnitPrice,
} from '../orders/index.js';
import { fxRates } from './money.js';
import { type Parse, parser, type SafeParse, safeParser } from './parser.js';
import {
  currency,
  date,
  decimal,
  fraction,
  money,
  moneyById,
  quantity,
  text,
} from './primitives.js';

export const unitPrice: z.ZodMiniType<UnitPrice> = z.strictObject({ currency, amount: quantity });

const rules = {
  residual: z.exactOptional(z.enum(RESIDUAL_RULES)),
  residualProduct: z.exactOptional(text),
  amountStep: decimal,
  fees: z.exactOptional(z.enum(FEE_SIDES)),
  funding: text,
  dailyLimits: z.exactOptional(z.record(z.string(), decimal)),
  prices: z.exactOptional(z.record(z.string(), unitPrice)),
  id: z.exactOptional(text),
};

const weights = z.record(z.string(), fraction);
const time = z.exactOptional(
  z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time HH:MM')),
);

export const orderRequest: z.ZodMiniType<Omit<OrderRequest, 'universe' | 'calendar'>> =
  z.strictObject({
    ...rules,
    amount: money,
    weights,
    held: z.exactOptional(z.union([moneyById, z.array(text)])),
    asOf: z.exactOptional(date),
    time,
  });

const lot: z.ZodMiniType<HeldLot> = z.strictObject({
  boughtOn: date,
  value: z.exactOptional(money),
  units: z.exactOptional(quantity),
});

const position: z.ZodMiniType<HeldPosition> = z.strictObject({
  product: text,
  value: z.exactOptional(money),
  units: z.exactOptional(quantity),
  price: z.exactOptional(unitPrice),
  lots: z.exactOptional(z.array(lot)),
});

export const transitionRequest: z.ZodMiniType<Omit<TransitionRequest, 'universe' | 'calendar'>> =
  z.strictObject({
    ...rules,
    currency,
    holdings: z.array(position),
    cash: z.exactOptional(z.array(money)),
    weights: z.exactOptional(weights),
    amounts: z.exactOptional(moneyById),
    units: z.exactOptional(z.record(z.string(), quantity)),
    keep: z.exactOptional(money),
    fx: z.exactOptional(fxRates),
    minimumTrade: z.exactOptional(money),
    asOf: date,
    time,
    latest: z.exactOptional(date),
  });

/**
 * Checks what is to be invested, for `planOrders`. Universe and calendar are added afterwards.
 *
 * @example
 * ```ts
 * import { parseOrderRequest } from 'aptfolio/schema';
 *
 * const request = {
 *   amount: { currency: 'CNY', amount: '1000' }, weights: { P01: 1 },
 *   residualProduct: 'P01', amountStep: '1', funding: 'CURRENT',
 * };
 * parseOrderRequest(request).funding; // => 'CURRENT'
 * parseOrderRequest({ ...request, amountStep: 1 }); // => throws 'invalid-type', 'request.amountStep'
 * ```
 */
export const parseOrderRequest: Parse<Omit<OrderRequest, 'universe' | 'calendar'>> = parser(
  orderRequest,
  'request',
);

/** Like `parseOrderRequest`, but returns the faults. */
export const safeParseOrderRequest: SafeParse<Omit<OrderRequest, 'universe' | 'calendar'>> =
  safeParser(orderRequest, 'request');

/**
 * Checks what is held and what is wanted instead, for `planTransition`. Universe and calendar are added afterwards.
 *
 * @example
 * ```ts
 * import { parseTransitionRequest } from 'aptfolio/schema';
 *
 * const request = {
 *   currency: 'CNY', holdings: [{ product: 'P01', units: '100', price: { currency: 'CNY', amount: '1.0523' } }],
 *   weights: { P03: 1 }, residual: 'cash', amountStep: '1', funding: 'CURRENT', asOf: '2026-03-02',
 * };
 * parseTransitionRequest(request).holdings[0].units; // => '100'
 * parseTransitionRequest({ ...request, residual: 'luck' }); // => throws 'unknown-value', 'request.residual'
 * ```
 */
export const parseTransitionRequest: Parse<Omit<TransitionRequest, 'universe' | 'calendar'>> =
  parser(transitionRequest, 'request');

/** Like `parseTransitionRequest`, but returns the faults. */
export const safeParseTransitionRequest: SafeParse<
  Omit<TransitionRequest, 'universe' | 'calendar'>
> = safeParser(transitionRequest, 'request');
