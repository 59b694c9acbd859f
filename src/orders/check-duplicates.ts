import { makeReason, type Reason } from '../evidence/index.js';
import { equalsMoney } from '../money/index.js';
import type { OrderToCheck } from './order-context.js';
import type { OrderFacts } from './order-facts.js';

/** Has this order, or one just like it, been placed already? */
export function checkDuplicates({ order, context }: OrderFacts): readonly Reason[] {
  const same = context.openOrders.find((open) => isSame(open, order));
  if (same !== undefined) {
    const parameters = { order: order.id, other: same.id };
    return [makeReason('orders.already-placed', 'block', parameters)];
  }
  const twin = context.openOrders.find((open) => isTwin(open, order));
  if (twin === undefined) return [];
  const parameters = { order: order.id, other: twin.id };
  return [makeReason('orders.looks-like-duplicate', 'require', parameters)];
}

function isSame(open: OrderToCheck, order: OrderToCheck): boolean {
  const { idempotencyKey: key } = order;
  return open.id === order.id || (key !== undefined && open.idempotencyKey === key);
}

function isTwin(open: OrderToCheck, order: OrderToCheck): boolean {
  return (
    open.product === order.product &&
    open.side === order.side &&
    leaves(open) === leaves(order) &&
    open.gross.currency === order.gross.currency &&
    equalsMoney(open.gross, order.gross)
  );
}

function leaves(order: OrderToCheck): string | undefined {
  return order.side === 'switch' ? order.from : undefined;
}
