import { makeReason } from '../../evidence/index.js';
import { fromMinorUnits, toMinorUnits } from '../../money/index.js';
import { mostOn, type Product } from '../../products/index.js';
import { unitsOf } from './check-terms.js';
import { type Finding, fixed, withoutHistory } from './finding.js';
import { dayOf, type OrderFacts } from './order-facts.js';
import { type OrderOfDay, ordersOfDay } from './orders-of-day.js';
import { unitsIn } from './units-in.js';

/** Do the products' limits of one day allow it, with what was ordered before? */
export function checkDailyLimits(facts: OrderFacts): readonly Finding[] {
  const { acquires, redeems } = facts;
  return [
    ...(acquires === undefined ? [] : checkLimit(facts, acquires, 'buy')),
    ...(redeems === undefined ? [] : checkLimit(facts, redeems, 'sell')),
  ];
}

function checkLimit(facts: OrderFacts, product: Product, side: 'buy' | 'sell'): readonly Finding[] {
  const { order, context, desk } = facts;
  const day = dayOf(facts);
  const dealing = desk?.next(product, side);
  const dealsOn = dealing === undefined || dealing.status === 'never' ? day : dealing.dealsOn;
  const { gross } = order;
  const { currency } = gross;
  const most = unitsOf(mostOn(product, side, dealsOn), currency);
  if (most === undefined) return [];
  const amounts = ordersOfDay(facts, day)
    .filter((one) => mayCount(one, product.id, side))
    .map((one) =>
      side === 'sell' && isVague(one) ? undefined : unitsIn(one.gross, currency, context.fx),
    );
  const sum = amounts.reduce<bigint>((all, one) => all + (one ?? 0n), toMinorUnits(gross));
  const limit = fromMinorUnits(currency, most).amount;
  if (sum > most) {
    const parameters = {
      product: product.id,
      sum: fromMinorUnits(currency, sum).amount,
      limit,
      currency,
    };
    return [fixed(makeReason('orders.above-daily-limit', 'block', parameters))];
  }
  if (context.history !== undefined && !amounts.includes(undefined)) return [];
  const parameters = { product: product.id, limit, currency };
  return [withoutHistory(makeReason('orders.daily-limit-open', 'block', parameters))];
}

/** Whether an order buys or redeems a product: a switch enters the one and leaves the other. */
function mayCount(one: OrderOfDay, id: string, side: 'buy' | 'sell'): boolean {
  if (side === 'buy') return one.side !== 'sell' && one.product === id;
  if (one.side === 'sell') return one.product === id;
  return one.side === 'switch' && (one.from === id || isVague(one));
}

/** A switch of which nobody says what it left. */
function isVague({ side, from }: OrderOfDay): boolean {
  return side === 'switch' && from === undefined;
}
