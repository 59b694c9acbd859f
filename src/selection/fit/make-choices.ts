import { compareMoney, type Money, multiplyMoney, ratioOfMoney } from '../../money/index.js';
import type { Product } from '../../products/index.js';
import { purchaseLimits } from '../screening/purchase-limits.js';
import type { ScreeningContext } from '../screening/screening-context.js';
import type { ProductChoice } from './choices.js';
import type { ReadTerms } from './read-terms.js';

/** What may become of a product under the terms. */
export function choiceOf(
  product: Product,
  mayBeBought: boolean,
  terms: ReadTerms,
  context: ScreeningContext,
): ProductChoice {
  const { id } = product;
  const held = terms.current.get(id) ?? 0;
  const locked = terms.locked.get(id) ?? 0;
  const limits = purchaseLimits(product, context, held > 0);
  const part = (amount: Money | undefined): number =>
    amount === undefined || context.amount === undefined ? 0 : shareFor(amount, context.amount);
  const most = Math.min(
    terms.maxWeightOfProduct.get(id) ?? terms.maxWeightPerProduct,
    limits.most === undefined || context.amount === undefined
      ? 1
      : ratioOfMoney(limits.most, context.amount),
  );
  const least = terms.minWeightPerProduct;
  return {
    most: Math.max(most, locked),
    held,
    locked,
    leastKept: Math.max(least, part(limits.leastKept)),
    leastBought: mayBeBought ? Math.max(part(limits.leastBought), least - held) : undefined,
  };
}

/** The least weight whose part of the whole, rounded down, is not below an amount. */
function shareFor(amount: Money, whole: Money): number {
  let weight = ratioOfMoney(amount, whole);
  while (compareMoney(multiplyMoney(whole, weight, { rounding: 'floor' }), amount) < 0) {
    weight *= 1 + Number.EPSILON;
  }
  return Math.min(1, weight);
}
