import { makeReason, type Reason } from '../../evidence/index.js';
import { convertMoney, money, multiplyMoney, ratioOfMoney } from '../../money/index.js';
import type { Product } from '../../products/index.js';
import type { ScreeningTerms } from '../screening/screening-context.js';

/** Ratios may miss a whole number of days by rounding. */
const ROUNDING = 1e-9;

/** Products of which so much is to be bought that their daily limit spreads it over several days; nothing without an amount. */
export function purchasesOverDays(
  products: readonly Product[],
  bought: Float64Array,
  { amount, fx }: ScreeningTerms,
): readonly Reason[] {
  if (amount === undefined) return [];
  return products.flatMap((product, i) => {
    const limit = product.dealing?.dailyPurchase;
    if (limit === undefined || !(bought[i]! > 0)) return [];
    const { currency = amount.currency, name } = product;
    const own = money(currency, limit, { rounding: 'down' });
    // Without a rate the product would not be open.
    const daily = currency === amount.currency ? own : convertMoney(own, amount.currency, fx!);
    const payment = multiplyMoney(amount, bought[i]!, { rounding: 'half-even' });
    const days = Math.ceil(ratioOfMoney(payment, daily) - ROUNDING);
    if (days <= 1) return [];
    return [makeReason('selection.bought-over-days', 'info', { name, days, daily })];
  });
}
