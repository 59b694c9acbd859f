import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  draftOrder,
  fillsOf,
  foldOrder,
  type Order,
  type OrderEvent,
  replayOrder,
} from '../../../src/orders/index.js';
import { cny, event, planned, upToAccepted } from '../support.js';
import { legalLife, shuffledLife } from './streams.js';

const bytes = (value: unknown): string => JSON.stringify(value);
const sorted = (order: Order<'CNY'>): Order<'CNY'> => ({
  ...order,
  events: [...order.events].sort((a, b) => (a.id < b.id ? -1 : 1)),
});
/** Events that refer to one another in any way, under few ids. */
const anything: fc.Arbitrary<OrderEvent<'CNY'>> = fc
  .record({ id: fc.nat(7), of: fc.nat(7), kind: fc.nat(9), size: fc.constantFrom(10, 40, 60, 100) })
  .map(({ id, of, kind, size }) => {
    const amount = cny(`${size}`);
    const fields = [
      { kind: 'fill', amount },
      { kind: 'fill', amount },
      { kind: 'bust', fill: `x${of}` },
      { kind: 'correct', fill: `x${of}`, amount },
      { kind: 'cancel-request' },
      { kind: 'cancel-refused', request: `x${of}` },
      { kind: 'cancel' },
      { kind: 'expire' },
      { kind: 'settle' },
      { kind: 'reject', reasonCode: 'no' },
    ] as const;
    return event(`x${id}`, fields[kind]!);
  });
const hundred = { ...planned, gross: cny('100'), fee: cny('0'), net: cny('100') };
const eventsOf = (held: readonly { readonly event: OrderEvent<'CNY'> }[]) =>
  held.map(({ event }) => event);

describe('a life folded', () => {
  it('is the same in whatever order its events come, and however often', () => {
    fc.assert(
      fc.property(shuffledLife, ({ draft, order, events, shuffled }) => {
        const folded = foldOrder(draft, shuffled);
        expect(folded.waiting).toEqual([]);
        expect(folded.refused).toEqual([]);
        expect(fillsOf(folded.order).amount).toEqual(folded.order.filled);
        expect(bytes(folded.order)).toBe(bytes(foldOrder(draft, events).order));
        // The same as one event after the other, but for the order in which the events are listed.
        expect(sorted(folded.order)).toEqual(sorted(order));
      }),
    );
  });

  it('is the same in any portions, with what waits given again and storage as JSON in between', () => {
    fc.assert(
      fc.property(shuffledLife, fc.array(fc.integer({ min: 1, max: 5 })), (life, sizes) => {
        const { draft, events, shuffled } = life;
        let [order, waiting, from] = [draft, [] as readonly OrderEvent<'CNY'>[], 0];
        for (let i = 0; from < shuffled.length; i++) {
          const size = sizes[i % Math.max(1, sizes.length)] ?? 1;
          const given = [...waiting, ...shuffled.slice(from, from + size)];
          const folded = foldOrder(order, given);
          expect(folded.refused).toEqual([]);
          // What was applied stays applied.
          const ids = new Set(folded.order.events.map(({ id }) => id));
          expect(order.events.filter(({ id }) => !ids.has(id))).toEqual([]);
          order = JSON.parse(bytes(folded.order)) as Order<'CNY'>;
          waiting = eventsOf(folded.waiting);
          from += size;
        }
        expect(waiting).toEqual([]);
        expect(bytes(order)).toBe(bytes(foldOrder(draft, events).order));
      }),
    );
  });

  it('goes on where steps in order have led', () => {
    fc.assert(
      fc.property(shuffledLife, fc.nat(40), ({ draft, events, shuffled }, cut) => {
        const begun = replayOrder(draft, events.slice(0, cut)).order;
        const { order, waiting } = foldOrder(begun, shuffled);
        expect(waiting).toEqual([]);
        expect(sorted(order)).toEqual(sorted(foldOrder(draft, events).order));
      }),
    );
  });

  it('leads to events that are a life: one after the other they lead to the same order, whatever was given', () => {
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 7 }), (events) => {
        const order = draftOrder(hundred, { idempotencyKey: 'k' });
        const folded = foldOrder(order, [...upToAccepted(order), ...events]).order;
        const { order: replayed, steps } = replayOrder(order, folded.events);
        expect(steps.filter(({ status }) => status !== 'advanced')).toEqual([]);
        expect(replayed).toEqual(folded);
      }),
      { numRuns: 2000 },
    );
  });

  it('does not depend on the order of the list, whatever is in it', () => {
    fc.assert(
      fc.property(shuffledLife, legalLife, fc.nat(40), (one, other, cut) => {
        const foreign = other.events.slice(0, 6);
        const mixed = [...one.shuffled.slice(0, cut), ...foreign];
        const there = foldOrder(one.draft, mixed);
        const back = foldOrder(one.draft, [...mixed].reverse());
        expect(bytes(back)).toBe(bytes(there));
        const count = new Set(mixed.map((event) => bytes(event))).size;
        const { order, waiting, refused } = there;
        expect(order.events.length + waiting.length + refused.length).toBe(count);
      }),
    );
  });
});
