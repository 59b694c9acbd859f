import { addDays } from '../../dates/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';
import { toMinorUnits } from '../../money/index.js';
import { type Product, redemptionTerms } from '../../products/index.js';
import { amountText, offLot, openUnits } from './check-terms.js';
import { type Finding, fixed } from './finding.js';
import { heldUnits, type OrderFacts, redeemedBy } from './order-facts.js';
import { roundingOfUnits } from './rounding-of-units.js';

/** Does what stays reach its least, and are the lots free? Units are rounded order by order, which neither leaves nor takes anything. */
export function checkRedemption(facts: OrderFacts): readonly Finding[] {
  const { order, context, redeems } = facts;
  if (redeems === undefined) return [];
  const { gross } = order;
  const { currency, amount } = gross;
  const held = heldUnits(context, redeems.id, currency);
  const going = openUnits(facts, (open) => !open.reserved && redeemedBy(open) === redeems.id);
  const left = held - going - toMinorUnits(gross);
  const stays = left > roundingOfUnits(facts, 1);
  const found: Reason[] = [];
  const terms = redemptionTerms(redeems, currency);
  const least = toMinorUnits(terms.minimum);
  if (stays && toMinorUnits(gross) < least) {
    const parameters = { product: redeems.id, amount, minimum: terms.minimum.amount, currency };
    found.push(makeReason('orders.below-minimum-redemption', 'block', parameters));
  }
  const minimum = toMinorUnits(terms.minimumHolding);
  if (stays && left + roundingOfUnits(facts, 2) < minimum) {
    const parameters = {
      product: redeems.id,
      left: amountText(left, gross),
      minimum: amountText(minimum, gross),
      currency,
    };
    found.push(makeReason('orders.below-minimum-holding', 'block', parameters));
  }
  if (order.side === 'sell' && stays) found.push(...offLot(redeems, order.units));
  const lots = context.lots?.[redeems.id] ?? [];
  const free = freeUnits(facts, redeems);
  const asked = toMinorUnits(gross) + going - roundingOfUnits(facts, lots.length);
  if (free !== undefined && free < asked) {
    const parameters = { product: redeems.id, amount, free: amountText(free, gross), currency };
    found.push(makeReason('orders.lots-locked', 'block', parameters));
  }
  return found.map(fixed);
}

/** What of the lots can be redeemed by an order of this day; `undefined` where no lots are given. */
function freeUnits({ context, order, desk }: OrderFacts, product: Product): bigint | undefined {
  const lots = context.lots?.[product.id];
  if (lots === undefined) return undefined;
  const { currency } = order.gross;
  const day = order.orderOn ?? context.asOf;
  return lots.reduce((sum, { boughtOn, value }) => {
    if (value.currency !== currency || boughtOn > day) return sum;
    const isFree =
      desk === undefined
        ? product.dealing === undefined && addDays(boughtOn, product.lockUpDays) <= day
        : desk.next(product, 'sell', boughtOn).status === 'now';
    return isFree ? sum + toMinorUnits(value) : sum;
  }, 0n);
}
