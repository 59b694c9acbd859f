import { checkObject } from '../errors/index.js';
import { type CurrencyCode, type Money, money, zeroMoney } from '../money/index.js';
import { checkPositiveAmount } from './compile/check-amount.js';
import type { Product } from './product.js';

/** The fields of a product that say which amounts can be redeemed. */
export type RedemptionRule = Pick<Product, 'minimumRedemption' | 'minimumHolding'>;

/** What a redemption that does not take out everything has to keep to. */
export interface RedemptionTerms<C extends CurrencyCode = CurrencyCode> {
  /** The least amount of it; 0 where the product has none. */
  readonly minimum: Money<C>;
  /** What has to stay after it; 0 where the product has none. */
  readonly minimumHolding: Money<C>;
}

/**
 * A product's least redemption and what must stay after one, in a currency; what is finer than the smallest unit counts up.
 *
 * Neither binds who redeems everything.
 *
 * @throws AptfolioError with the path `product.minimumRedemption` or `product.minimumHolding`; `unknown-currency`.
 *
 * @example
 * ```ts
 * import { redemptionTerms } from 'aptfolio/products';
 *
 * redemptionTerms({ minimumRedemption: '100' }, 'CNY').minimum.amount; // => '100.00'
 * redemptionTerms({}, 'CNY').minimum.amount; // => '0.00'
 * ```
 */
export function redemptionTerms<C extends CurrencyCode>(
  product: RedemptionRule,
  currency: C,
): RedemptionTerms<C> {
  const { minimumRedemption, minimumHolding } = checkObject(product, 'product') as RedemptionRule;
  const least = (text: string | undefined, name: keyof RedemptionRule): Money<C> =>
    text === undefined
      ? zeroMoney(currency)
      : money(currency, checkPositiveAmount(text, `product.${name}`), { rounding: 'up' });
  return Object.freeze({
    minimum: least(minimumRedemption, 'minimumRedemption'),
    minimumHolding: least(minimumHolding, 'minimumHolding'),
  });
}
