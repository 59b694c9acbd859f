import type { OrderContext } from './order-context.js';
import { type OrderFacts, redeemedBy } from './order-facts.js';
import type { OrderToCheck } from './order-to-check.js';

/**
 * What sales of units may come to beyond what they are taken out of, or fall short of it, by rounding alone, in smallest units: half a
 * unit for each of them and for each amount that they are compared with. None where the order is for money.
 *
 * @param amounts how many amounts are compared with, such as the holding.
 */
export function roundingOfUnits(
  { order, context }: Pick<OrderFacts, 'order' | 'context'>,
  amounts: number,
): bigint {
  if (order.units === undefined) return 0n;
  return BigInt(Math.floor((1 + salesOfUnits(order, context) + amounts) / 2));
}

/** How many other open orders redeem units of the same product. */
function salesOfUnits(order: OrderToCheck, { openOrders }: OrderContext): number {
  const product = redeemedBy(order);
  return openOrders.filter(
    (open) => open.units !== undefined && open.id !== order.id && redeemedBy(open) === product,
  ).length;
}
