import * as z from 'zod/mini';
import {
  ORDER_STATES,
  type Order,
  type OrderContext,
  type OrderRequest,
  type OrderToCheck,
  type PlannedOrder,
} from '../orders/index.js';
import { orderEvent } from './order-event.js';
import { type Parse, parser, type SafeParse, safeParser } from './parser.js';
import {
  atLeastOne,
  count,
  date,
  decimal,
  fraction,
  money,
  moneyById,
  quantity,
  text,
} from './primitives.js';
import { riskLevel } from './questionnaire.js';

export const orderRequest: z.ZodMiniType<Omit<OrderRequest, 'universe'>> = z.strictObject({
  amount: money,
  weights: z.record(z.string(), fraction),
  residualProduct: text,
  amountStep: decimal,
  funding: text,
  dailyLimits: z.exactOptional(z.record(z.string(), decimal)),
  id: z.exactOptional(text),
});

const plannedFields = {
  id: text,
  product: text,
  side: z.enum(['buy', 'sell']),
  gross: money,
  fee: money,
  net: money,
  day: count,
  funding: text,
  units: z.exactOptional(quantity),
  after: z.exactOptional(z.array(text).check(z.minLength(1))),
  replaces: z.exactOptional(text),
};

export const plannedOrder: z.ZodMiniType<PlannedOrder> = z.strictObject(plannedFields);

export const order: z.ZodMiniType<Order> = z.strictObject({
  ...plannedFields,
  state: z.enum(ORDER_STATES),
  filled: money,
  filledUnits: z.exactOptional(decimal),
  proposalHash: z.exactOptional(text),
  idempotencyKey: text,
  events: z.array(orderEvent),
  pendingCancel: z.exactOptional(text),
});

const toCheckFields = {
  id: text,
  product: text,
  gross: money,
  proposalHash: z.exactOptional(text),
  idempotencyKey: z.exactOptional(text),
  solicited: z.exactOptional(z.boolean()),
};

/** A planned order or a draft fits too, so what else they hold is dropped. */
export const orderToCheck: z.ZodMiniType<OrderToCheck> = z.discriminatedUnion('side', [
  z.object({ ...toCheckFields, side: z.enum(['buy', 'sell']) }),
  z.object({ ...toCheckFields, side: z.literal('switch'), from: text }),
]);

export const orderContext: z.ZodMiniType<Omit<OrderContext, 'universe'>> = z.strictObject({
  asOf: date,
  client: z.strictObject({
    level: riskLevel,
    assessedOn: date,
    validMonths: atLeastOne,
    lowestCategory: z.exactOptional(z.boolean()),
  }),
  available: money,
  holdings: moneyById,
  moneyNeededOn: z.nullable(date),
  openOrders: z.array(orderToCheck),
  consent: z.nullable(z.strictObject({ proposalHash: text })),
  mayInsistOn: z.exactOptional(z.array(text)),
  approvalFrom: z.exactOptional(money),
  acknowledged: z.exactOptional(z.array(text)),
  approved: z.exactOptional(z.array(text)),
});

/**
 * Checks what is to be invested, for `planOrders`. The universe is added afterwards, from `compileProducts`.
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
export const parseOrderRequest: Parse<Omit<OrderRequest, 'universe'>> = parser(
  orderRequest,
  'request',
);

/** Like `parseOrderRequest`, but returns the faults. */
export const safeParseOrderRequest: SafeParse<Omit<OrderRequest, 'universe'>> = safeParser(
  orderRequest,
  'request',
);

/**
 * Checks a planned order, field by field; `draftOrder` checks that its amounts add up.
 *
 * @example
 * ```ts
 * import { parsePlannedOrder } from 'aptfolio/schema';
 *
 * const cny = (amount: string) => ({ currency: 'CNY', amount });
 * const planned = {
 *   id: 'plan/P03/1', product: 'P03', side: 'buy', day: 0, funding: 'CURRENT',
 *   gross: cny('100.00'), fee: cny('0.06'), net: cny('99.94'),
 * };
 * parsePlannedOrder(planned).side; // => 'buy'
 * parsePlannedOrder({ ...planned, day: -1 }); // => throws 'out-of-range', 'planned.day'
 * ```
 */
export const parsePlannedOrder: Parse<PlannedOrder> = parser(plannedOrder, 'planned');

/** Like `parsePlannedOrder`, but returns the faults. */
export const safeParsePlannedOrder: SafeParse<PlannedOrder> = safeParser(plannedOrder, 'planned');

/**
 * Checks an order in its life, as read back from a store, for `advanceOrder`.
 *
 * @example
 * ```ts
 * import { draftOrder } from 'aptfolio/orders';
 * import { parseOrder } from 'aptfolio/schema';
 *
 * const cny = (amount: string) => ({ currency: 'CNY', amount }) as const;
 * const draft = draftOrder({
 *   id: 'plan/P03/1', product: 'P03', side: 'buy', day: 0, funding: 'CURRENT',
 *   gross: cny('100.00'), fee: cny('0.06'), net: cny('99.94'),
 * });
 * parseOrder(JSON.parse(JSON.stringify(draft))).state; // => 'draft'
 * parseOrder({ ...draft, state: 'done' }); // => throws 'unknown-value', 'order.state'
 * ```
 */
export const parseOrder: Parse<Order> = parser(order, 'order');

/** Like `parseOrder`, but returns the faults. */
export const safeParseOrder: SafeParse<Order> = safeParser(order, 'order');

/**
 * Checks an order as `checkOrder` sees it. A planned order or a draft fits; what else it holds is dropped.
 *
 * @example
 * ```ts
 * import { parseOrderToCheck } from 'aptfolio/schema';
 *
 * const order = { id: 'o1', side: 'buy', product: 'P03', gross: { currency: 'CNY', amount: '100.00' } };
 * parseOrderToCheck(order).side; // => 'buy'
 * parseOrderToCheck({ ...order, side: 'switch' }); // => throws 'missing-value', 'order.from'
 * ```
 */
export const parseOrderToCheck: Parse<OrderToCheck> = parser(orderToCheck, 'order');

/** Like `parseOrderToCheck`, but returns the faults. */
export const safeParseOrderToCheck: SafeParse<OrderToCheck> = safeParser(orderToCheck, 'order');

/**
 * Checks what must be known to check an order. The universe is added afterwards, from `compileProducts`.
 *
 * @example
 * ```ts
 * import { safeParseOrderContext } from 'aptfolio/schema';
 *
 * const result = safeParseOrderContext({
 *   asOf: '2026-03-02', client: { level: 'C3', assessedOn: '2025-03-01', validMonths: 12 },
 *   available: { currency: 'CNY', amount: '500' }, holdings: {}, openOrders: [], consent: null,
 * });
 * result.issues.map(({ code, path }) => `${code} ${path}`); // => ['missing-value context.moneyNeededOn']
 * ```
 */
export const parseOrderContext: Parse<Omit<OrderContext, 'universe'>> = parser(
  orderContext,
  'context',
);

/** Like `parseOrderContext`, but returns the faults. */
export const safeParseOrderContext: SafeParse<Omit<OrderContext, 'universe'>> = safeParser(
  orderContext,
  'context',
);
