import { makeReason } from '../../evidence/index.js';
import { fromMinorUnits, type Money, toMinorUnits } from '../../money/index.js';
import { type Finding, fixed } from './finding.js';
import { heldUnits, type OrderFacts, redeemedBy } from './order-facts.js';
import { availableIn } from './read-context.js';
import { roundingOfUnits } from './rounding-of-units.js';

/** Is there enough money on the day of the order, or enough of the holding, open orders taken off? Sales of units may exceed it by what rounding adds to them. */
export function checkFunds(facts: OrderFacts): readonly Finding[] {
  const { order, context, redeems } = facts;
  const { gross } = order;
  const { currency, amount } = gross;
  if (redeems === undefined) {
    const money = moneyOn(facts, order.orderOn ?? context.asOf);
    if (toMinorUnits(gross) <= money) return [];
    const parameters = { amount, available: fromMinorUnits(currency, money).amount, currency };
    return [fixed(makeReason('orders.insufficient-funds', 'block', parameters))];
  }
  const { id } = redeems;
  const going = openSum(facts, (open) => redeemedBy(open) === id);
  const held = heldUnits(context, id, currency) - going;
  if (toMinorUnits(gross) <= held + roundingOfUnits(facts, 1)) return [];
  const parameters = { product: id, amount, held: fromMinorUnits(currency, held).amount, currency };
  return [fixed(makeReason('orders.insufficient-holding', 'block', parameters))];
}

/** Free money in the order's currency on a day, in smallest units: with what is booked by then, less what open purchases take. */
export function moneyOn(facts: OrderFacts, day: OrderFacts['context']['asOf']): bigint {
  const { order, context } = facts;
  const { currency } = order.gross;
  const there = availableIn(context.available, currency);
  const booked = (context.receivables ?? [])
    .filter(({ amount, on }) => amount.currency === currency && on <= day)
    .reduce((sum, { amount }) => sum + toMinorUnits(amount), 0n);
  const taken = openSum(facts, (open) => open.side === 'buy');
  return (there === undefined ? 0n : toMinorUnits(there)) + booked - taken;
}

/** What open orders that are not reserved come to, the order itself apart. */
function openSum(
  { context, order }: OrderFacts,
  counts: (open: OrderFacts['context']['openOrders'][number]) => boolean,
): bigint {
  return context.openOrders
    .filter((open) => open.reserved !== true && open.id !== order.id && counts(open))
    .filter((open) => (open.gross as Money).currency === order.gross.currency)
    .reduce((sum, open) => sum + toMinorUnits(open.gross), 0n);
}
