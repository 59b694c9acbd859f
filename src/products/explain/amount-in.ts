import { type CurrencyCode, type Money, money } from '../../money/index.js';

/** An amount for a text: money, or the bare number where no currency is known. */
export type Amount = Money | string;

/** A product's decimal text in its currency; what is finer than the smallest unit counts up. */
export function amountIn(currency: CurrencyCode | undefined, text: string): Amount {
  return currency === undefined ? text : money(currency, text, { rounding: 'up' });
}
