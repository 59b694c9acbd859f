import { compareMoney, type Money, multiplyMoney, ratioOfMoney } from '../../money/index.js';
import type { Product } from '../../products/index.js';
import { openPurchaseLimits } from '../screening/purchase-limits.js';
import type { ScreeningContext } from '../screening/screening-context.js';
import type { ProductChoice } from './choices.js';
import type { ReadTerms } from './read-terms.js';

/**
 * What may become of each product under the terms; `open` are the ids of those that may be bought, `limitsOfDays` looks up
 * what daily limits set.
 */
export function makeChoices(
  products: readonly Product[],
  open: ReadonlySet<string>,
  terms: ReadTerms,
  { amount, held: ids = [], fx }: ScreeningContext,
  limitsOfDays: (id: string) => DayLimits,
): readonly ProductChoice[] {
  const heldIds = new Set(ids);
  const limitsOf = openPurchaseLimits({ ...(amount && { amount }), ...(fx && { fx }) });
  const shareOf = rememberShares(amount);
  return products.map((product) => {
    const { id } = product;
    const limits = limitsOf(product, heldIds.has(id));
    const held = terms.current.get(id) ?? 0;
    const leastSold = shareOf(limits?.leastSold);
    const stays = terms.locked.get(id) ?? 0;
    // Beside what is locked so little may be left that its sale would be too small.
    const locked = stays > 0 && held - stays < leastSold ? held : stays;
    const { inTime, bought } = limitsOfDays(id);
    const least = terms.minWeightPerProduct;
    const cap = terms.maxWeightOfProduct.get(id) ?? terms.maxWeightPerProduct;
    const most = limits?.most === undefined ? 1 : ratioOfMoney(limits.most, amount!);
    return {
      // What is held is not sold for a day on which money is needed.
      most: Math.max(Math.min(cap, most, Math.max(held, inTime), held + bought), locked),
      inTime,
      bought,
      held,
      locked,
      leastSold,
      leastKept: Math.max(least, shareOf(limits?.leastKept)),
      leastBought: open.has(id) ? Math.max(shareOf(limits?.leastBought), least - held) : undefined,
    };
  });
}

/** Limits that days set, as parts of what is to be invested; infinite where they set none. */
export type DayLimits = Pick<ProductChoice, 'inTime' | 'bought'>;

/** Amounts as parts of the whole; products of equal terms have the very same amounts. */
function rememberShares(whole: Money | undefined): (amount: Money | undefined) => number {
  const known = new Map<Money, number>();
  return (amount) => {
    if (amount === undefined || whole === undefined) return 0;
    const share = known.get(amount) ?? shareFor(amount, whole);
    known.set(amount, share);
    return share;
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
