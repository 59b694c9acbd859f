import { makeReason } from '../../evidence/index.js';
import { fromMinorUnits, type Money, toMinorUnits } from '../../money/index.js';
import type { Product } from '../../products/index.js';
import { wholeRedemption } from '../planning/dealing-slices.js';
import { moneyOn } from './check-funds.js';
import { backOn } from './check-terms.js';
import { type Finding, fixed } from './finding.js';
import type { OrderFacts } from './order-facts.js';
import { unitsIn } from './units-in.js';

/** Does enough money stay within reach for the day on which it is needed? What cannot be converted is not counted. */
export function checkLiquidity(facts: OrderFacts): readonly Finding[] {
  const { order, context, acquires } = facts;
  const { moneyNeededOn: on, moneyNeeded } = context;
  if (acquires === undefined || on === null || moneyNeeded === undefined) return [];
  const { currency } = order.gross;
  const needed = inCurrency(moneyNeeded, facts);
  const money = moneyOn(facts, on) - (order.side === 'buy' ? toMinorUnits(order.gross) : 0n);
  const holdings = holdingsBy(facts, on);
  const back = backOn(facts, acquires);
  const again = back !== undefined && back <= on ? toMinorUnits(order.gross) : 0n;
  const reach = money + holdings + again;
  if (needed !== undefined && reach >= needed) return [];
  const parameters = {
    available: fromMinorUnits(currency, reach).amount,
    needed: moneyNeeded.amount,
    neededIn: moneyNeeded.currency,
    on,
    currency,
  };
  return [fixed(makeReason('orders.money-needed', 'block', parameters))];
}

/** What of the holdings can be had back by a day; of a switch what is left of the product that it leaves. */
function holdingsBy(facts: OrderFacts, day: OrderFacts['context']['asOf']): bigint {
  const { context, order, desk, redeems } = facts;
  const { holdings, universe, lots, calendar } = context;
  return Object.entries(holdings).reduce((sum, [id, value]) => {
    if (desk === undefined || calendar === undefined) return sum;
    const product = universe.byId[id] as Product;
    const parts = lots?.[id] ?? [{ boughtOn: undefined, value }];
    const free = parts.reduce((all, part) => {
      const dealing = wholeRedemption(product, { desk, calendar }, part.boughtOn);
      if (dealing.status === 'never' || dealing.settlesOn > day) return all;
      return all + (inCurrency(part.value, facts) ?? 0n);
    }, 0n);
    const leaves = redeems?.id === id ? toMinorUnits(order.gross) : 0n;
    return sum + (free > leaves ? free - leaves : 0n);
  }, 0n);
}

/** Smallest units of the order's currency; `undefined` without a rate. */
function inCurrency(money: Money, { order, context }: OrderFacts): bigint | undefined {
  return unitsIn(money, order.gross.currency, context.fx);
}
