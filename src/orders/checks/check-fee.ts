import { makeReason } from '../../evidence/index.js';
import { fromMinorUnits, type Money, toMinorUnits } from '../../money/index.js';
import { entryFeeUnits, type Product } from '../../products/index.js';
import { smaller } from '../planning/exact.js';
import { exitCharges, type RedeemedPart } from '../planning/exit-charge.js';
import { dayOf, termsOfPurchase } from './check-terms.js';
import { type Finding, fixed, toAcknowledge } from './finding.js';
import type { OrderFacts } from './order-facts.js';

/** Does the product file charge what the order says, and does the charge leave anything? */
export function checkFee(facts: OrderFacts): readonly Finding[] {
  const { acquires, redeems, order } = facts;
  if (order.side === 'switch') return checkArrival(redeems!, acquires!, facts);
  const charged =
    redeems === undefined ? entryFee(acquires!, order.gross) : exitFee(redeems, facts);
  return [...takesAll(charged, facts), ...differs(charged, facts)];
}

/** Does what a switch leaves after the exit fee, at its least, reach the minimum of what is entered? What is too small before the fee is named as such. */
function checkArrival(left: Product, entered: Product, facts: OrderFacts): readonly Finding[] {
  const charged = exitFee(left, facts);
  const all = takesAll(charged, facts);
  if (all.length > 0) return all;
  const { currency, amount } = facts.order.gross;
  const gross = toMinorUnits(facts.order.gross);
  const { minimum } = termsOfPurchase(entered, facts);
  const least = toMinorUnits(minimum);
  const arrives = gross - charged.least;
  if (gross < least || arrives >= least) return [];
  const parameters = {
    product: entered.id,
    from: left.id,
    amount,
    arrives: fromMinorUnits(currency, arrives).amount,
    minimum: minimum.amount,
    currency,
  };
  return [fixed(makeReason('orders.arrives-below-minimum', 'block', parameters))];
}

/** The least and the most that the file charges. */
interface Charged {
  readonly least: bigint;
  readonly most: bigint;
}

/** Outside or inside the amount: the order does not say which. */
function entryFee(product: Product, gross: Money): Charged {
  const of = (side: 'outside' | 'inside'): bigint =>
    entryFeeUnits(product, toMinorUnits(gross), gross.currency, side);
  return { least: of('outside'), most: of('inside') };
}

/** By the holding times of what is sold, the earliest bought first; any of the file's where they are not known. */
function exitFee(product: Product, facts: OrderFacts): Charged {
  const { order, desk } = facts;
  const { currency } = order.gross;
  const dealsOn = order.dealsOn ?? desk?.next(product, 'sell').dealsOn ?? dayOf(facts);
  return exitCharges(product, partsOf(product, facts), currency, dealsOn);
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

/** Whatever the holding times, nothing would be left. */
function takesAll(
  { least }: Charged,
  { order: { gross, product: entered }, redeems }: OrderFacts,
): readonly Finding[] {
  const product = redeems?.id ?? entered;
  if (least < toMinorUnits(gross)) return [];
  const fee = fromMinorUnits(gross.currency, least).amount;
  const parameters = { product, fee, currency: gross.currency };
  return [fixed(makeReason('orders.fee-takes-all', 'block', parameters))];
}

/** A fee may be agreed with the client, who then has to know of it; a unit apart is rounding. */
function differs({ least, most }: Charged, { order }: OrderFacts): readonly Finding[] {
  const { fee, gross, product } = order;
  if (fee === undefined) return [];
  const stated = toMinorUnits(fee);
  if (stated >= least - 1n && stated <= most + 1n) return [];
  const charged = fromMinorUnits(gross.currency, stated < least ? least : most).amount;
  const parameters = { product, stated: fee.amount, charged, currency: gross.currency };
  return [toAcknowledge(makeReason('orders.fee-differs', 'require', parameters))];
}
