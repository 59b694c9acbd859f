import * as z from 'zod/mini';
import { CHECK_STATUSES, type OrderEvent } from '../orders/index.js';
import { type Parse, parser, type SafeParse, safeParser } from './parser.js';
import { date, money, quantity, text } from './primitives.js';

const base = { id: text, at: text };

const fillFields = {
  amount: money,
  units: z.exactOptional(quantity),
  price: z.exactOptional(quantity),
  fee: z.exactOptional(money),
  tradeDate: z.exactOptional(date),
  reference: z.exactOptional(text),
};

export const orderEvent: z.ZodMiniType<OrderEvent> = z.discriminatedUnion('kind', [
  z.strictObject({
    ...base,
    kind: z.literal('check'),
    status: z.enum(CHECK_STATUSES),
  }),
  z.strictObject({ ...base, kind: z.literal('confirm'), proposalHash: z.exactOptional(text) }),
  z.strictObject({ ...base, kind: z.literal('submit'), idempotencyKey: text }),
  z.strictObject({ ...base, kind: z.literal('accept') }),
  z.strictObject({ ...base, kind: z.literal('fill'), ...fillFields }),
  z.strictObject({ ...base, kind: z.literal('correct'), fill: text, ...fillFields }),
  z.strictObject({ ...base, kind: z.literal('bust'), fill: text }),
  z.strictObject({ ...base, kind: z.literal('cancel-request') }),
  z.strictObject({
    ...base,
    kind: z.literal('cancel-refused'),
    request: text,
    reasonCode: z.exactOptional(text),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('settle'),
    settledOn: z.exactOptional(date),
    amount: z.exactOptional(money),
  }),
  z.strictObject({ ...base, kind: z.literal('reject'), reasonCode: text }),
  z.strictObject({ ...base, kind: z.literal('cancel'), request: z.exactOptional(text) }),
  z.strictObject({ ...base, kind: z.literal('expire') }),
]);

/**
 * Checks an event in an order's life.
 *
 * @example
 * ```ts
 * import { parseOrderEvent } from 'aptfolio/schema';
 *
 * const event = { id: 'e1', at: '2026-03-02T10:00:00+08:00', kind: 'accept' };
 * parseOrderEvent(event).kind; // => 'accept'
 * parseOrderEvent({ ...event, kind: 'fill' }); // => throws 'missing-value', 'event.amount'
 * ```
 */
export const parseOrderEvent: Parse<OrderEvent> = parser(orderEvent, 'event');

/** Like `parseOrderEvent`, but returns the faults. */
export const safeParseOrderEvent: SafeParse<OrderEvent> = safeParser(orderEvent, 'event');
