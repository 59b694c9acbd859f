import * as z from 'zod/mini';
import { ORDER_STATES, type Order, type PlannedOrder } from '../orders/index.js';
import { orderEvent } from './order-event.js';
import { type Parse, parser, type SafeParse, safeParser } from './parser.js';
import { count, date, decimal, money, quantity, text } from './primitives.js';

const plannedFields = {
  id: text,
  product: text,
  gross: money,
  fee: money,
  net: money,
  day: count,
  funding: text,
  units: z.exactOptional(quantity),
  after: z.exactOptional(z.array(text).check(z.minLength(1))),
  replaces: z.exactOptional(text),
  orderOn: z.exactOptional(date),
  dealsOn: z.exactOptional(date),
  settlesOn: z.exactOptional(date),
};

const plain = { side: z.enum(['buy', 'sell']) };
const change = { side: z.literal('switch'), from: text };

export const plannedOrder: z.ZodMiniType<PlannedOrder> = z.discriminatedUnion('side', [
  z.strictObject({ ...plannedFields, ...plain }),
  z.strictObject({ ...plannedFields, ...change }),
]);

const lifeFields = {
  ...plannedFields,
  state: z.enum(ORDER_STATES),
  filled: money,
  filledUnits: z.exactOptional(decimal),
  proposalHash: z.exactOptional(text),
  idempotencyKey: text,
  events: z.array(orderEvent),
  pendingCancel: z.exactOptional(text),
};

export const order: z.ZodMiniType<Order> = z.discriminatedUnion('side', [
  z.strictObject({ ...lifeFields, ...plain }),
  z.strictObject({ ...lifeFields, ...change }),
]);

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
