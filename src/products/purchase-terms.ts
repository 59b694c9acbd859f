import { checkBoolean, checkObject } from '../errors/index.js';
import {
  type CurrencyCode,
  fromMinorUnits,
  type Money,
  money,
  parseMoney,
  toMinorUnits,
  zeroMoney,
} from '../money/index.js';
import { checkAmount, checkPositiveAmount } from './compile/check-amount.js';
import type { Product } from './product.js';

/** The fields of a product that say which amounts can be bought. */
export type PurchaseRule = Pick<Product, 'minimumPurchase' | 'step' | 'minimumAddition'>;

/** Who buys. */
export interface PurchaseOptions {
  /** Whether the client holds the product already, so that `minimumAddition` counts. Default false. */
  readonly held?: boolean;
}

/** A product's minimum and step as money. */
export interface PurchaseTerms<C extends CurrencyCode = CurrencyCode> {
  readonly minimum: Money<C>;
  /** Above 0. */
  readonly step: Money<C>;
}

/**
 * A product's least purchase and its step in a currency; what is finer than the smallest unit counts up.
 *
 * @param options `held` for a further purchase by somebody who holds the product already.
 * @throws AptfolioError with the path `product.minimumPurchase`, `product.minimumAddition` or `product.step`; `unknown-currency`.
 *
 * @example
 * ```ts
 * import { purchaseTerms } from 'aptfolio/products';
 *
 * const { minimum, step } = purchaseTerms({ minimumPurchase: '1000', step: '0.001' }, 'CNY');
 * minimum.amount; // => '1000.00'
 * step.amount; // => '0.01'
 * const product = { minimumPurchase: '1000', minimumAddition: '100', step: '1' };
 * purchaseTerms(product, 'CNY', { held: true }).minimum.amount; // => '100.00'
 * ```
 */
export function purchaseTerms<C extends CurrencyCode>(
  product: PurchaseRule,
  currency: C,
  options: PurchaseOptions = {},
): PurchaseTerms<C> {
  const { minimumPurchase, step, minimumAddition } = checkPurchaseRule(product, 'product');
  const least = isHeld(options) ? (minimumAddition ?? minimumPurchase) : minimumPurchase;
  return Object.freeze({
    minimum: money(currency, least, { rounding: 'up' }),
    step: money(currency, step, { rounding: 'up' }),
  });
}

function isHeld(options: PurchaseOptions): boolean {
  const { held } = checkObject(options, 'options');
  return held === undefined ? false : checkBoolean(held, 'options.held');
}

/**
 * The largest purchase of at most `limit` that a product allows: its minimum and whole steps above it.
 *
 * @returns zero if `limit` is below the minimum.
 * @throws AptfolioError as `purchaseTerms`; as `parseMoney` for the path `limit`.
 *
 * @example
 * ```ts
 * import { money } from 'aptfolio/money';
 * import { largestPurchase } from 'aptfolio/products';
 *
 * const product = { minimumPurchase: '1500', step: '1000' };
 * largestPurchase(product, money('CNY', '4000')).amount; // => '3500.00'
 * largestPurchase(product, money('CNY', '1499.99')).amount; // => '0.00'
 * ```
 */
export function largestPurchase<C extends CurrencyCode>(
  product: PurchaseRule,
  limit: Money<C>,
  options: PurchaseOptions = {},
): Money<C> {
  const { currency } = parseMoney(limit, 'limit') as Money<C>;
  const { minimum, step } = purchaseTerms(product, currency, options);
  const most = toMinorUnits(limit);
  const above = most - toMinorUnits(minimum);
  if (above < 0n) return zeroMoney(currency);
  return fromMinorUnits(currency, most - (above % toMinorUnits(step)));
}

/** Checks that minimums and step are decimal amounts, the step and the minimum of an addition above 0. */
export function checkPurchaseRule(product: unknown, path: string): PurchaseRule {
  const { minimumPurchase, step, minimumAddition } = checkObject(product, path);
  return {
    minimumPurchase: checkAmount(minimumPurchase, `${path}.minimumPurchase`),
    step: checkPositiveAmount(step, `${path}.step`),
    ...(minimumAddition === undefined
      ? {}
      : { minimumAddition: checkPositiveAmount(minimumAddition, `${path}.minimumAddition`) }),
  };
}
