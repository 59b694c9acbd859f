import { describe, expect, it } from 'vitest';
import {
  advanceOrder,
  type Order,
  type OrderEvent,
  replayOrder,
} from '../../../src/orders/index.js';
import {
  accepted,
  advanced,
  cny,
  draft,
  event,
  expectRefusal,
  upToAccepted,
  wrong,
} from '../support.js';

const request = (id: string) => event(id, { kind: 'cancel-request' });
const refused = (id: string, of: string) =>
  event(id, { kind: 'cancel-refused', request: of, reasonCode: 'in-execution' });
const cancelled = (id: string, of: string) => event(id, { kind: 'cancel', request: of });
const fill = (id: string, amount: string) => event(id, { kind: 'fill', amount: cny(amount) });
const settle = event('s', { kind: 'settle' });

const reasonOf = (order: Order<'CNY'>, one: OrderEvent<'CNY'>): string | undefined => {
  const step = advanceOrder(order, one);
  return step.status === 'illegal' ? step.reason.code : undefined;
};

describe('a request to cancel', () => {
  it('leaves the order where it is, and a fill on the way still counts', () => {
    const asked = advanced(accepted, [request('r1')]);
    expect([asked.state, asked.pendingCancel]).toEqual(['accepted', 'r1']);
    const partly = advanced(asked, [fill('f1', '225')]);
    expect([partly.state, partly.pendingCancel]).toEqual(['partly-filled', 'r1']);
    const over = advanced(partly, [cancelled('x', 'r1')]);
    expect([over.state, over.filled.amount]).toEqual(['cancelled', '225.00']);
    expect('pendingCancel' in over).toBe(false);
    expect(advanced(over, [settle]).filled.amount).toBe('225.00');
  });

  it('is refused when everything is carried out before it arrives', () => {
    const asked = advanced(accepted, [request('r1'), fill('f1', '131225')]);
    expect([asked.state, asked.pendingCancel]).toEqual(['filled', 'r1']);
    expect(reasonOf(asked, cancelled('x', 'r1'))).toBe('orders.event-too-late');
    const answered = advanced(asked, [refused('n1', 'r1')]);
    expect('pendingCancel' in answered).toBe(false);
    expect(advanced(answered, [settle]).state).toBe('settled');
  });

  it('may be made again once the first is answered, not before', () => {
    const asked = advanced(accepted, [request('r1')]);
    expect(reasonOf(asked, request('r2'))).toBe('orders.cancel-pending');
    const again = advanced(asked, [refused('n1', 'r1'), request('r2')]);
    expect(again.pendingCancel).toBe('r2');
    expect(reasonOf(again, refused('n2', 'r1'))).toBe('orders.reference-closed');
  });

  it('has lost its object when the order ends otherwise', () => {
    const asked = advanced(accepted, [request('r1')]);
    for (const bare of [{ kind: 'expire' }, { kind: 'cancel' }] as const) {
      expect('pendingCancel' in advanced(asked, [event('x', bare)])).toBe(false);
    }
  });

  it('needs an order that the other side has', () => {
    const confirmed = advanced(draft, upToAccepted(draft).slice(0, 2));
    expect(reasonOf(confirmed, request('r1'))).toBe('orders.event-too-early');
    const over = advanced(accepted, [event('x', { kind: 'expire' })]);
    expect(reasonOf(over, request('r1'))).toBe('orders.event-too-late');
  });

  it('is waited for by its answer', () => {
    expect(reasonOf(accepted, refused('n1', 'r1'))).toBe('orders.event-too-early');
    expect(reasonOf(accepted, cancelled('x', 'r1'))).toBe('orders.event-too-early');
    expect(reasonOf(accepted, cancelled('x', 'e4'))).toBe('orders.wrong-reference');
  });

  it('repeated changes nothing', () => {
    const events = [request('r1'), request('r1'), refused('n1', 'r1'), refused('n1', 'r1')];
    const { steps, order } = replayOrder(accepted, events);
    expect(steps.map(({ status }) => status)).toEqual([
      ...['advanced', 'repeated', 'advanced', 'repeated'],
    ]);
    expect(order.events).toHaveLength(6);
  });

  it('is kept through storage', () => {
    const asked = JSON.parse(JSON.stringify(advanced(accepted, [request('r1')]))) as Order<'CNY'>;
    expect(advanced(asked, [cancelled('x', 'r1')]).state).toBe('cancelled');
    const damaged = wrong({ ...asked, pendingCancel: 5 });
    expectRefusal(() => advanceOrder(damaged, settle), 'invalid-type', 'order.pendingCancel');
  });

  it.each([
    ['an answer to nothing', { kind: 'cancel-refused' }, 'missing-value', 'event.request'],
    [
      'a cancellation with an empty request',
      { kind: 'cancel', request: '' },
      'empty',
      'event.request',
    ],
    ['a reversal of nothing', { kind: 'bust' }, 'missing-value', 'event.fill'],
  ] as const)('refuses %s', (_, bare, code, path) => {
    expectRefusal(() => advanceOrder(accepted, event('x', wrong(bare))), code, path);
  });
});
