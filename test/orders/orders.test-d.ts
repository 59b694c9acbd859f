import { describe, expectTypeOf, it } from 'vitest';
import type { Money } from '../../src/money/index.js';
import {
  advanceOrder,
  checkOrder,
  draftOrder,
  type OrderEvent,
  type OrderToCheck,
  planOrders,
} from '../../src/orders/index.js';
import { buy, cny, context, draft, planned, request } from './support.js';

describe('order types', () => {
  it('keep the currency from the request to the last order', () => {
    const plan = planOrders(request);
    if (plan.status === 'planned') {
      expectTypeOf(plan.totalGross).toEqualTypeOf<Money<'CNY'>>();
      expectTypeOf(draftOrder(plan.orders[0]!).filled).toEqualTypeOf<Money<'CNY'>>();
    }
  });

  it('make the reader look at the status before the orders', () => {
    const plan = planOrders(request);
    // @ts-expect-error there may be no orders
    plan.orders;
    const step = advanceOrder(draft, { id: 'x', at: 't', kind: 'settle' });
    // @ts-expect-error there may be no reason
    step.reason;
  });

  it('take a planned order or a draft for a check as it is', () => {
    expectTypeOf(planned).toExtend<OrderToCheck<'CNY'>>();
    expectTypeOf(draft).toExtend<OrderToCheck<'CNY'>>();
  });

  it('know that only a switch leaves a product', () => {
    // @ts-expect-error a switch says what it leaves
    const none: OrderToCheck = { id: 'x', side: 'switch', product: 'P03', gross: cny('1') };
    expectTypeOf(none).toExtend<OrderToCheck>();
  });

  it('refuse money of two currencies', () => {
    const dollars = { currency: 'USD', amount: '1.00' } as const;
    // @ts-expect-error the order is in CNY
    checkOrder(buy('P03'), { ...context, available: dollars });
    // @ts-expect-error the order is in CNY
    advanceOrder(draft, { id: 'x', at: 't', kind: 'fill', amount: dollars });
  });

  it('ask every kind of event for its own fields', () => {
    // @ts-expect-error a fill has an amount
    const fill: OrderEvent = { id: 'x', at: 't', kind: 'fill' };
    // @ts-expect-error a rejection has a reason
    const reject: OrderEvent = { id: 'x', at: 't', kind: 'reject' };
    expectTypeOf([fill, reject]).toExtend<OrderEvent[]>();
  });
});
