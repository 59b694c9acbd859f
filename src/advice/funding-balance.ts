import { type CurrencyCode, type Money, money } from '../money/index.js';
import type { AdviceRequest } from './request.js';

/** What the deposit that pays has; the request has been checked to name one in the base currency. */
export function fundingBalance<C extends CurrencyCode>({
  view,
  funding,
}: AdviceRequest<C>): Money<C> {
  return money(view.baseCurrency, view.holdings.find(({ id }) => id === funding)!.amount);
}
