import type { Product } from '../../products/index.js';
import { type DealingView, isMaturity } from './dealing-reasons.js';
import { MOST_DAYS, partOf } from './money-back.js';
import type { ScreeningTerms } from './screening-context.js';

/**
 * Whether a sale of what is held can be ordered, now or on a day that is known. That everything is paid back at maturity is no sale. Without a day
 * the status alone tells.
 */
export function isSellable(product: Product, view: DealingView | undefined): boolean {
  if (view === undefined) return product.status !== 'redemption-suspended';
  for (const sale of view.redemptions(product, 'held')) return !isMaturity(product, sale);
  return false;
}

/**
 * The most that can be bought of a product under its daily limit before its last day of subscription, as a part of what is to be invested; infinite where
 * nothing limits it.
 */
export function mostBought(
  product: Product,
  view: DealingView | undefined,
  terms: ScreeningTerms,
): number {
  const { dailyPurchase, subscription, maturity } = product.dealing ?? {};
  const hasLastDay = subscription !== undefined || maturity !== undefined || product.changes;
  if (dailyPurchase === undefined || !hasLastDay || view === undefined || !terms.amount) {
    return Number.POSITIVE_INFINITY;
  }
  const daily = partOf(product, dailyPurchase, terms);
  let days = 0;
  for (const _ of view.purchases(product)) {
    days++;
    if (days * daily >= 1 || days > MOST_DAYS) return Number.POSITIVE_INFINITY;
  }
  return days * daily;
}
