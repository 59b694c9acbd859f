import { describe, expectTypeOf, it } from 'vitest';
import type { Money } from '../../../src/money/index.js';
import {
  checkRelease,
  fillsOf,
  foldOrder,
  type Order,
  type OrderEvent,
  replayOrder,
} from '../../../src/orders/index.js';
import { draft } from '../support.js';

describe('the types of an order’s life', () => {
  it('keep the currency', () => {
    expectTypeOf(foldOrder(draft, []).order).toEqualTypeOf<Order<'CNY'>>();
    expectTypeOf(foldOrder(draft, []).waiting[0]!.event).toEqualTypeOf<OrderEvent<'CNY'>>();
    expectTypeOf(replayOrder(draft, []).order).toEqualTypeOf<Order<'CNY'>>();
    expectTypeOf(fillsOf(draft).amount).toEqualTypeOf<Money<'CNY'>>();
    expectTypeOf(checkRelease(draft, []).proceeds).toEqualTypeOf<Money<'CNY'>>();
  });

  it('ask every kind of event for its own fields', () => {
    // @ts-expect-error a reversal names its fill
    const bust: OrderEvent = { id: 'x', at: 't', kind: 'bust' };
    // @ts-expect-error an answer names its request
    const refused: OrderEvent = { id: 'x', at: 't', kind: 'cancel-refused' };
    expectTypeOf([bust, refused]).toExtend<OrderEvent[]>();
  });

  it('make the reader look at the status before the reason', () => {
    const [step] = replayOrder(draft, []).steps;
    // @ts-expect-error there may be no reason
    step?.reason;
  });
});
