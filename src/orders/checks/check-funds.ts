import type { PlainDate } from '../../dates/index.js';
import { makeReason } from '../../evidence/index.js';
import { fromMinorUnits, type Money, toMinorUnits } from '../../money/index.js';
import { smaller } from '../planning/exact.js';
import { paidOut } from './exit-charge-of.js';
import { type Finding, fixed } from './finding.js';
import { heldUnits, type OrderFacts, redeemedBy } from './order-facts.js';
import type { OpenOrder } from './order-to-check.js';
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
  const going = openIn(facts).filter((open) => redeemedBy(open) === id);
  const held = heldUnits(context, id, currency) - sumOf(going.map((open) => open.gross));
  if (toMinorUnits(gross) <= held + roundingOfUnits(facts, 1)) return [];
  const parameters = { product: id, amount, held: fromMinorUnits(currency, held).amount, currency };
  return [fixed(makeReason('orders.insufficient-holding', 'block', parameters))];
}

/**
 * Free money in the order's currency from a day on, in smallest units: with what is booked by then, less what open purchases take by then; no
 * more of it than open purchases of later days leave, for which what is booked until then counts too.
 */
export function moneyOn(facts: OrderFacts, day: PlainDate): bigint {
  const purchases = openIn(facts).filter(({ side }) => side === 'buy');
  const later = purchases.flatMap(({ orderOn = day }) => (orderOn > day ? orderOn : []));
  return [day, ...later].map((until) => leftUntil(until, day, purchases, facts)).reduce(smaller);
}

/** What open purchases up to a later day leave of the money that is there on a day. */
function leftUntil(
  until: PlainDate,
  day: PlainDate,
  purchases: readonly OpenOrder[],
  facts: OrderFacts,
): bigint {
  const { available, receivables = [] } = facts.context;
  const { currency } = facts.order.gross;
  const there = availableIn(available, currency);
  const own = receivables.filter(({ amount }) => amount.currency === currency);
  const booked = own.filter(({ on }) => on <= day).map(({ amount }) => amount);
  const coming = own.filter(({ on }) => on > day && on <= until).map(({ amount }) => amount);
  const taking = purchases.filter(({ orderOn = day }) => orderOn <= until);
  const waiting = taking.filter(({ orderOn = day }) => orderOn > day);
  const [told, awaited] = [sumOf(coming), awaitedBy(waiting, until, facts)];
  return (
    (there === undefined ? 0n : toMinorUnits(there)) +
    sumOf(booked) +
    // What sales bring may be told as money that will be booked, and must not count twice.
    (told > awaited ? told : awaited) -
    sumOf(taking.map(({ gross }) => gross))
  );
}

/** What open sales bring by a day for the purchases that wait for them. */
function awaitedBy(waiting: readonly OpenOrder[], day: PlainDate, facts: OrderFacts): bigint {
  const { openOrders, universe } = facts.context;
  const ids = new Set(waiting.flatMap(({ after = [] }) => after));
  const brought = openOrders
    .filter(({ id, side, settlesOn = day }) => side === 'sell' && ids.has(id) && settlesOn <= day)
    .filter(
      ({ gross, product }) =>
        gross.currency === facts.order.gross.currency && Object.hasOwn(universe.byId, product),
    )
    .map((order) => paidOut({ ...facts, order, redeems: universe.byId[order.product] }));
  const most = sumOf(waiting.flatMap(({ after, gross }) => (after === undefined ? [] : gross)));
  return smaller(
    brought.reduce((sum, one) => sum + one, 0n),
    most,
  );
}

/** The other open orders in the order's currency that are not reserved. */
function openIn({ context, order }: OrderFacts): readonly OpenOrder[] {
  return context.openOrders.filter(
    ({ reserved, id, gross }) =>
      reserved !== true && id !== order.id && gross.currency === order.gross.currency,
  );
}

function sumOf(amounts: readonly Money[]): bigint {
  return amounts.reduce((sum, amount) => sum + toMinorUnits(amount), 0n);
}
