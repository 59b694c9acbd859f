import { toMinorUnits } from '../../money/index.js';
import type { Product } from '../../products/index.js';
import { smaller } from '../planning/exact.js';
import { exitCharges, type RedeemedPart } from '../planning/exit-charge.js';
import { dayOf, type OrderFacts, redeemedBy } from './order-facts.js';
import type { OpenOrder } from './order-to-check.js';

/** The least and the most that the file charges, in smallest units of the order's currency. */
export interface Charged {
  readonly least: bigint;
  readonly most: bigint;
}

/** The exit fee by the holding times of what is sold, the earliest bought first; any of the file's where they are not known. */
export function exitChargeOf(product: Product, facts: OrderFacts): Charged {
  const { order, desk } = facts;
  const { currency } = order.gross;
  const orderOn = dayOf(facts);
  const dealsOn = order.dealsOn ?? desk?.next(product, 'sell').dealsOn ?? orderOn;
  return exitCharges(product, partsOf(product, facts), currency, { orderOn, dealsOn });
}

/** The most that a switch puts into the product it enters. */
export function arrives(facts: OrderFacts): bigint {
  return toMinorUnits(facts.order.gross) - exitChargeOf(facts.redeems!, facts).least;
}

/** What a sale pays out: what the order says, or else the least that the file's exit fee leaves. */
export function paidOut(facts: OrderFacts): bigint {
  const { gross, net, fee } = facts.order;
  if (net !== undefined) return toMinorUnits(net);
  const charged = fee === undefined ? exitChargeOf(facts.redeems!, facts).most : toMinorUnits(fee);
  return toMinorUnits(gross) - charged;
}

/** What an order takes out of which lot, once the open sales given before it have theirs; what no lot accounts for has no day. */
function partsOf({ id }: Product, { order, context }: OrderFacts): readonly RedeemedPart[] {
  const { currency } = order.gross;
  const sales = openBefore(context.openOrders, order.id).filter(
    (one) => one.reserved !== true && redeemedBy(one) === id && one.gross.currency === currency,
  );
  let taken = sales.reduce((sum, { gross }) => sum + toMinorUnits(gross), 0n);
  let open = toMinorUnits(order.gross);
  const parts: RedeemedPart[] = [];
  const lots = (context.lots?.[id] ?? []).filter(({ value }) => value.currency === currency);
  for (const { boughtOn, value } of [...lots].sort(byDay)) {
    const gone = smaller(taken, toMinorUnits(value));
    const amount = smaller(open, toMinorUnits(value) - gone);
    if (amount > 0n) parts.push({ boughtOn, amount });
    taken -= gone;
    open -= amount;
  }
  return open > 0n ? [...parts, { amount: open }] : parts;
}

/** The open orders, or of an order that is one of them those before it. */
function openBefore(orders: readonly OpenOrder[], id: string): readonly OpenOrder[] {
  const place = orders.findIndex((one) => one.id === id);
  return place === -1 ? orders : orders.slice(0, place);
}

function byDay(a: { readonly boughtOn: string }, b: { readonly boughtOn: string }): number {
  return a.boughtOn < b.boughtOn ? -1 : a.boughtOn > b.boughtOn ? 1 : 0;
}
