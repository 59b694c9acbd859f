import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromMinorUnits, sumMoney, toMinorUnits } from '../../../src/money/index.js';
import {
  advanceOrder,
  type Order,
  type OrderEvent,
  replayOrder,
} from '../../../src/orders/index.js';
import { cny, draft, event } from '../support.js';

const cents = (least: number, most: number) =>
  fc.integer({ min: least, max: most }).map((units) => fromMinorUnits('CNY', BigInt(units)).amount);

const bare = fc.oneof(
  fc.constantFrom('allowed' as const, 'blocked' as const).map((status) => ({
    kind: 'check' as const,
    status,
  })),
  fc.constant({ kind: 'confirm' as const }),
  fc
    .constantFrom(draft.idempotencyKey, 'other')
    .map((idempotencyKey) => ({ kind: 'submit' as const, idempotencyKey })),
  cents(1, 14_000_000).map((amount) => ({ kind: 'fill' as const, amount: cny(amount) })),
  fc.constant({ kind: 'reject' as const, reasonCode: 'no' }),
  fc.constantFrom(
    { kind: 'accept' as const },
    { kind: 'settle' as const },
    { kind: 'cancel' as const },
    { kind: 'expire' as const },
  ),
);

/** Random streams, most of which begin with a regular life so that fills are reached. */
const stream: fc.Arbitrary<readonly OrderEvent<'CNY'>[]> = fc
  .record({ regular: fc.nat(4), rest: fc.array(fc.tuple(fc.nat(12), bare), { maxLength: 15 }) })
  .map(({ regular, rest }) => [
    ...[
      event('a', { kind: 'check', status: 'allowed' }),
      event('b', { kind: 'confirm' }),
      event('c', { kind: 'submit', idempotencyKey: draft.idempotencyKey }),
      event('d', { kind: 'accept' }),
    ].slice(0, regular),
    ...rest.map(([id, one]) => event(`e${id}`, one)),
  ]);

const bytes = (value: unknown): string => JSON.stringify(value);

describe('a stream of events', () => {
  it('gives the same replayed as folded one by one, with storage as JSON in between', () => {
    fc.assert(
      fc.property(stream, (events) => {
        let order: Order<'CNY'> = draft;
        const steps = events.map((one) => {
          const step = advanceOrder(order, one);
          order = JSON.parse(bytes(step.order)) as Order<'CNY'>;
          const { status } = step;
          const reason = step.status === 'illegal' ? { reason: step.reason } : {};
          return { status, state: order.state, ...reason };
        });
        const replay = replayOrder(draft, events);
        expect(bytes(replay.order)).toBe(bytes(order));
        expect(replay.steps).toEqual(steps);
      }),
    );
  });

  it('gives the same when every event comes twice', () => {
    fc.assert(
      fc.property(stream, (events) => {
        const twice = events.flatMap((one) => [one, one]);
        const replay = replayOrder(draft, twice);
        expect(bytes(replay.order)).toBe(bytes(replayOrder(draft, events).order));
        for (let i = 1; i < twice.length; i += 2) {
          expect(replay.steps[i]?.status).not.toBe('advanced');
        }
      }),
    );
  });

  it('fills the sum of the fills that counted, never more than the order, and submits once', () => {
    fc.assert(
      fc.property(stream, (events) => {
        const { order, steps } = replayOrder(draft, events);
        const counted = events.filter((_, i) => steps[i]?.status === 'advanced');
        const fills = counted.flatMap((one) => (one.kind === 'fill' ? [one.amount] : []));
        expect(order.filled).toEqual(sumMoney('CNY', fills));
        const [filled, gross] = [toMinorUnits(order.filled), toMinorUnits(order.gross)];
        expect(filled).toBeLessThanOrEqual(gross);
        if (order.state === 'filled') expect(filled).toBe(gross);
        if (order.state === 'rejected') expect(filled).toBe(0n);
        if (order.state === 'settled') expect(filled).toBeGreaterThan(0n);
        expect(order.events).toEqual(counted);
        expect(counted.filter(({ kind }) => kind === 'submit').length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('never changes an order that it does not advance', () => {
    fc.assert(
      fc.property(stream, (events) => {
        let order: Order<'CNY'> = draft;
        for (const one of events) {
          const step = advanceOrder(order, one);
          if (step.status === 'advanced') expect(step.order).not.toBe(order);
          else expect(step.order).toBe(order);
          order = step.order;
        }
      }),
    );
  });
});
