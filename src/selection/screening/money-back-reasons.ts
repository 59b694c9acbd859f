import type { PlainDate } from '../../dates/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';
import { multiplyMoney, ratioOfMoney } from '../../money/index.js';
import type { Product } from '../../products/index.js';
import type { DealingView } from './dealing-reasons.js';
import { isLimited, openMoneyBack } from './money-back.js';
import type { LimitsOf } from './purchase-limits.js';
import type { ReadContext } from './read-context.js';

/** What tells when a product can be left again, and what its least purchase is. */
interface Outlook {
  readonly view: DealingView;
  readonly limitsOf: LimitsOf;
}

/** Why money would not be back on the day on which it is needed; nothing where it cannot be put in at all. */
export function againstReturn(
  product: Product,
  read: ReadContext,
  outlook: Outlook,
): readonly Reason[] {
  const { view } = outlook;
  const needed = read.given.moneyNeededOn;
  if (needed === undefined || view.purchase(product).status === 'never') return [];
  const wayOut = view.wayOut(product);
  if (wayOut.status === 'never') {
    return [makeReason('selection.money-not-back', 'block', { needed }), ...wayOut.reasons];
  }
  if (wayOut.settlesOn > needed) {
    const parameters = { back: wayOut.settlesOn, needed };
    return [makeReason('selection.money-back-too-late', 'block', parameters), ...wayOut.reasons];
  }
  return isLimited(product) ? againstDailyLimit(product, read, outlook, needed) : [];
}

/** Redemptions that are limited by day must let out the least purchase in time; how much more may be bought is for the fit. */
function againstDailyLimit(
  product: Product,
  { given, held }: ReadContext,
  { view, limitsOf }: Outlook,
  needed: PlainDate,
): readonly Reason[] {
  const { amount } = given;
  if (amount === undefined) {
    return [makeReason('selection.daily-limit-unmeasured', 'block', { needed })];
  }
  const minimum = limitsOf(product, held.has(product.id))?.leastBought;
  // Without a rate nothing can be said, and that stands against the product by itself.
  if (minimum === undefined) return [];
  const back = openMoneyBack(view, given);
  const least = ratioOfMoney(minimum, amount);
  const most = back.mostBy(product, needed);
  if (most > 0 && most >= least) return [];
  const all = back.allOn(product, least);
  if (all === undefined) return [makeReason('selection.money-not-back', 'block', { needed })];
  const parameters = {
    needed,
    minimum,
    back: all,
    most: multiplyMoney(amount, most, { rounding: 'down' }),
  };
  return [makeReason('selection.money-back-too-slowly', 'block', parameters)];
}
