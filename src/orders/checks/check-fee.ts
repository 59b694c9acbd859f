import { makeReason } from '../../evidence/index.js';
import { fromMinorUnits, type Money, toMinorUnits } from '../../money/index.js';
import { entryFeeUnits, type Product, productOn } from '../../products/index.js';
import { termsOfPurchase } from './check-terms.js';
import { arrives, type Charged, exitChargeOf } from './exit-charge-of.js';
import { type Finding, fixed, toAcknowledge } from './finding.js';
import { dayOf, type OrderFacts } from './order-facts.js';

/** Does the product file charge on the order's day what the order says, and does the charge leave anything? */
export function checkFee(facts: OrderFacts): readonly Finding[] {
  const { acquires, redeems, order } = facts;
  if (order.side === 'switch') return checkArrival(redeems!, acquires!, facts);
  const charged =
    redeems === undefined
      ? entryFee(productOn(acquires!, dayOf(facts)), order.gross)
      : exitChargeOf(redeems, facts);
  return [...takesAll(charged, facts), ...differs(charged, facts)];
}

/** Does what a switch leaves after the exit fee, at its least, reach the minimum of what is entered? What is too small before the fee is named as such. */
function checkArrival(left: Product, entered: Product, facts: OrderFacts): readonly Finding[] {
  const all = takesAll(exitChargeOf(left, facts), facts);
  if (all.length > 0) return all;
  const { currency, amount } = facts.order.gross;
  const gross = toMinorUnits(facts.order.gross);
  const { minimum } = termsOfPurchase(entered, facts);
  const least = toMinorUnits(minimum);
  const entering = arrives(facts);
  if (gross < least || entering >= least) return [];
  const parameters = {
    product: entered.id,
    from: left.id,
    amount,
    arrives: fromMinorUnits(currency, entering).amount,
    minimum: minimum.amount,
    currency,
  };
  return [fixed(makeReason('orders.arrives-below-minimum', 'block', parameters))];
}

/** Outside or inside the amount: the order does not say which, and nothing between the two is charged. */
function entryFee(product: Product, gross: Money): Charged & { readonly isEither: true } {
  const of = (side: 'outside' | 'inside'): bigint =>
    entryFeeUnits(product, toMinorUnits(gross), gross.currency, side);
  return { least: of('outside'), most: of('inside'), isEither: true };
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
function differs(
  { least, most, isEither = false }: Charged & { readonly isEither?: boolean },
  { order }: OrderFacts,
): readonly Finding[] {
  const { fee, gross, product } = order;
  if (fee === undefined) return [];
  const stated = toMinorUnits(fee);
  const isBetween = stated > least + 1n && stated < most - 1n;
  if (stated >= least - 1n && stated <= most + 1n && !(isEither && isBetween)) return [];
  const charged = fromMinorUnits(gross.currency, stated > most + 1n ? most : least).amount;
  const parameters = { product, stated: fee.amount, charged, currency: gross.currency };
  return [toAcknowledge(makeReason('orders.fee-differs', 'require', parameters))];
}
