import { renamePaths } from '../../errors/index.js';
import { hashOrders } from '../life/draft-order.js';
import type { PlannedOrder } from '../life/order.js';
import type { OrderToCheck } from './order-to-check.js';

/** Gives the hash of the orders that are checked together, see `hashOrders`; `undefined` where one lacks what a plan says of it. */
export type PlanHash = () => string | undefined;

/**
 * Hashes orders once, when the hash is first asked for.
 *
 * @param names how the caller writes `orders`, or its first order.
 */
export function planHash(
  orders: readonly OrderToCheck[],
  names: Readonly<Record<string, string>>,
): PlanHash {
  let found: { readonly hash: string | undefined } | undefined;
  return () => {
    found ??= {
      hash: orders.every(isPlanned)
        ? renamePaths(names, () => hashOrders(orders as readonly PlannedOrder[]))
        : undefined,
    };
    return found.hash;
  };
}

/** Whether an order has all that a plan says of it, so that it can be compared to the cent. */
export function isPlanned(order: object): order is PlannedOrder {
  const parts = order as Partial<PlannedOrder>;
  return (['fee', 'net', 'day', 'funding'] as const).every((name) => parts[name] !== undefined);
}
