import type { PlainDate } from '../../dates/index.js';
import type { PastOrder } from './order-context.js';
import { type OrderFacts, redeemedBy } from './order-facts.js';

/** What is known of an order of one day. */
export type OrderOfDay = Pick<PastOrder, 'product' | 'side' | 'from' | 'gross'>;

/**
 * The other orders of a day that are known: past ones, and open ones unless they stand among the past ones under their id. An open order
 * whose day is not known may be of any.
 */
export function ordersOfDay({ order, context }: OrderFacts, day: PlainDate): readonly OrderOfDay[] {
  const { history = [], openOrders } = context;
  const listed = new Set(history.map(({ id }) => id));
  const open = openOrders
    .filter(({ id, orderOn = day }) => id !== order.id && !listed.has(id) && orderOn === day)
    .map((one): OrderOfDay => {
      const { product, side, gross } = one;
      const from = side === 'switch' ? redeemedBy(one) : undefined;
      return { product, side, gross, ...(from === undefined ? {} : { from }) };
    });
  return [...history.filter(({ on }) => on === day), ...open];
}
