import { toMinorUnits } from '../../money/index.js';
import type { Product } from '../../products/index.js';
import { smaller } from '../planning/exact.js';
import { exitCharges, type RedeemedPart } from '../planning/exit-charge.js';
import { dayOf, type OrderFacts } from './order-facts.js';

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

/** What an order takes out of which lot; what no lot accounts for has no day. */
function partsOf({ id }: Product, { order, context }: OrderFacts): readonly RedeemedPart[] {
  const { currency } = order.gross;
  let open = toMinorUnits(order.gross);
  const parts: RedeemedPart[] = [];
  const lots = (context.lots?.[id] ?? []).filter(({ value }) => value.currency === currency);
  for (const { boughtOn, value } of [...lots].sort(byDay)) {
    const amount = smaller(open, toMinorUnits(value));
    if (amount > 0n) parts.push({ boughtOn, amount });
    open -= amount;
  }
  return open > 0n ? [...parts, { amount: open }] : parts;
}

function byDay(a: { readonly boughtOn: string }, b: { readonly boughtOn: string }): number {
  return a.boughtOn < b.boughtOn ? -1 : a.boughtOn > b.boughtOn ? 1 : 0;
}
