import { AptfolioError, at, checkObject, checkText } from '../errors/index.js';
import {
  type CurrencyCode,
  fromMinorUnits,
  type Money,
  money,
  parseMoney,
  toMinorUnits,
  zeroMoney,
} from '../money/index.js';
import type { Product } from './product.js';

/** The fields of a product that say which amounts can be bought. */
export type PurchaseRule = Pick<Product, 'minimumPurchase' | 'step'>;

/** A product's minimum and step as money. */
export interface PurchaseTerms<C extends CurrencyCode = CurrencyCode> {
  readonly minimum: Money<C>;
  /** Above 0. */
  readonly step: Money<C>;
}

/**
 * A product's least purchase and its step in a currency; what is finer than the smallest unit counts up.
 *
 * @throws AptfolioError with the path `product.minimumPurchase` or `product.step`; `unknown-currency`.
 *
 * @example
 * ```ts
 * import { purchaseTerms } from 'aptfolio/products';
 *
 * const { minimum, step } = purchaseTerms({ minimumPurchase: '1000', step: '0.001' }, 'CNY');
 * minimum.amount; // => '1000.00'
 * step.amount; // => '0.01'
 * ```
 */
export function purchaseTerms<C extends CurrencyCode>(
  product: PurchaseRule,
  currency: C,
): PurchaseTerms<C> {
  const { minimumPurchase, step } = checkPurchaseRule(product, 'product');
  return Object.freeze({
    minimum: money(currency, minimumPurchase, { rounding: 'up' }),
    step: money(currency, step, { rounding: 'up' }),
  });
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
): Money<C> {
  const { currency } = parseMoney(limit, 'limit') as Money<C>;
  const { minimum, step } = purchaseTerms(product, currency);
  const most = toMinorUnits(limit);
  const above = most - toMinorUnits(minimum);
  if (above < 0n) return zeroMoney(currency);
  return fromMinorUnits(currency, most - (above % toMinorUnits(step)));
}

const AMOUNT = /^\d{1,18}(\.\d{1,12})?$/;

/** Checks that minimum and step are decimal amounts, the step above 0. */
export function checkPurchaseRule(product: unknown, path: string): PurchaseRule {
  const given = checkObject(product, path);
  const minimumPurchase = checkAmount(given.minimumPurchase, at(path, 'minimumPurchase'));
  const step = checkAmount(given.step, at(path, 'step'));
  if (!/^[0.]+$/.test(step)) return { minimumPurchase, step };
  throw new AptfolioError('out-of-range', at(path, 'step'), 'an amount above 0', step);
}

function checkAmount(value: unknown, path: string): string {
  const text = checkText(value, path);
  if (AMOUNT.test(text)) return text;
  throw new AptfolioError('invalid-format', path, 'a decimal amount such as "1000.00"', text);
}
