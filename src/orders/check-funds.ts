import { makeReason, type Reason } from '../evidence/index.js';
import { compareMoney } from '../money/index.js';
import type { OrderFacts } from './order-facts.js';

/** Is there enough money to pay, or enough of the holding to redeem? */
export function checkFunds({ order, context, redeems }: OrderFacts): readonly Reason[] {
  const { gross } = order;
  const { currency, amount } = gross;
  if (redeems === undefined) {
    if (compareMoney(gross, context.available) <= 0) return [];
    const parameters = { amount, available: context.available.amount, currency };
    return [makeReason('orders.insufficient-funds', 'block', parameters)];
  }
  const { id } = redeems;
  const held = Object.hasOwn(context.holdings, id) ? context.holdings[id] : undefined;
  if (held !== undefined && compareMoney(gross, held) <= 0) return [];
  const parameters = { product: id, amount, held: held?.amount ?? '0', currency };
  return [makeReason('orders.insufficient-holding', 'block', parameters)];
}
