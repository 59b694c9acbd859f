import { AptfolioError } from '../../errors/index.js';
import { type Money, ratioOfMoney } from '../../money/index.js';
import type { Product } from '../../products/index.js';
import type { ScreeningTerms } from '../screening/screening-context.js';
import type { ReadTerms } from './read-terms.js';

/** The part of a payment that each product takes on entry; all 0 where entry fees are no part of the objective. */
export function entryShares(
  products: readonly Product[],
  { costAversion, horizonYears }: ReadTerms,
  { amount }: ScreeningTerms,
): Float64Array {
  if (costAversion === 0 || horizonYears === undefined) return new Float64Array(products.length);
  return Float64Array.from(products, (product) => entryShareOf(product, amount));
}

/**
 * The part of a payment that a product takes on entry, e / (1 + e) for a rate e outside the amount invested.
 *
 * Of several tiers the dearest rate counts, since what is bought is a part of the amount and may fall into any. Where there are flat
 * fees alone the dearest is taken as a part of the whole amount.
 */
export function entryShareOf({ id, entryFee, fees }: Product, amount: Money | undefined): number {
  const tiers = fees?.entry;
  if (tiers === undefined) return shareOfRate(entryFee);
  const rates = tiers.flatMap((tier) => ('rate' in tier ? [tier.rate] : []));
  if (rates.length > 0) return shareOfRate(Math.max(...rates));
  if (amount === undefined) {
    const expected = `an amount, as ${id} charges a flat entry fee`;
    throw new AptfolioError('missing-value', 'context.amount', expected);
  }
  const { currency } = amount;
  const shares = tiers.flatMap((tier) =>
    'flat' in tier ? [ratioOfMoney({ currency, amount: tier.flat }, amount)] : [],
  );
  return Math.min(1, Math.max(...shares));
}

function shareOfRate(rate: number): number {
  return rate / (1 + rate);
}
