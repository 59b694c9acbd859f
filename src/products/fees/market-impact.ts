import { AptfolioError, checkObject } from '../../errors/index.js';
import { type Money, money, parseMoney, ratioOfMoney } from '../../money/index.js';
import { checkPositiveAmount } from '../compile/check-amount.js';
import type { Product } from '../product.js';

/** The fields of a product that say what large orders cost. */
export type ImpactRule = Pick<Product, 'currency' | 'fees'>;

/**
 * What an order moves the price against the client: coefficient × √(amount / daily volume), 0 for a product of which nothing is known.
 *
 * @param amount what is bought or sold, at least 0, in the product's currency.
 * @returns a decimal fraction of the amount, on top of half the spread; of amounts far above the volume it may be 1 and more.
 * @throws AptfolioError as `parseMoney`; `currency-mismatch` for another currency than the product's.
 *
 * Source: Grinold and Kahn, Active Portfolio Management (2nd ed., 2000), chapter 16; see `MarketImpact`.
 *
 * @example
 * ```ts
 * import { money } from 'aptfolio/money';
 * import { impactRate } from 'aptfolio/products';
 *
 * const product = { fees: { impact: { coefficient: 0.02, dailyVolume: '1000000' } } };
 * impactRate(product, money('CNY', '10000')); // => 0.002
 * ```
 */
export function impactRate(product: ImpactRule, amount: Money): number {
  const { currency, fees } = checkObject(product, 'product') as ImpactRule;
  const traded = parseMoney(amount, 'amount', { sign: 'not-negative' });
  if (currency !== undefined && currency !== traded.currency) {
    throw new AptfolioError('currency-mismatch', 'amount.currency', currency, traded.currency);
  }
  if (fees?.impact === undefined) return 0;
  const { coefficient, dailyVolume } = fees.impact;
  const text = checkPositiveAmount(dailyVolume, 'product.fees.impact.dailyVolume');
  const volume = money(traded.currency, text, { rounding: 'up' });
  return coefficient * Math.sqrt(ratioOfMoney(traded, volume));
}
