import * as z from 'zod/mini';
import { CHECK_STATUSES, type OrderEvent } from '../orders/index.js';
import { type Parse, parser, type SafeParse, safeParser } from './parser.js';
import { money, text } from './primitives.js';

const base = { id: text, at: text };

export const orderEvent: z.ZodMiniType<OrderEvent> = z.discriminatedUnion('kind', [
  z.strictObject({
    ...base,
    kind: z.literal('check'),
    status: z.enum(CHECK_STATUSES),
  }),
  z.strictObject({ ...base, kind: z.literal('confirm'), proposalHash: z.exactOptional(text) }),
  z.strictObject({ ...base, kind: z.literal('submit'), idempotencyKey: text }),
  z.strictObject({ ...base, kind: z.literal('accept') }),
  z.strictObject({ ...base, kind: z.literal('fill'), amount: money }),
  z.strictObject({ ...base, kind: z.literal('settle') }),
  z.strictObject({ ...base, kind: z.literal('reject'), reasonCode: text }),
  z.strictObject({ ...base, kind: z.literal('cancel') }),
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
