import type { PlainDate } from '../dates/index.js';
import type { Product } from './product.js';
import type { ProductFees } from './product-fees.js';

/** What a product charges on a day. */
export interface FeesOfDay {
  readonly annualFee: number;
  readonly fees: ProductFees | undefined;
}

/**
 * The annual fee and the fees of a day. Parts of the annual fee are left out where they were stated of another annual fee, as nobody
 * has named those of this one.
 */
export function feesOn(
  product: Pick<Product, 'annualFee' | 'fees' | 'changes'>,
  day: PlainDate,
): FeesOfDay {
  let { annualFee, fees } = product;
  let stated = annualFee;
  // A universe from a store may be in disorder.
  const changes = [...(product.changes ?? [])].sort((a, b) => (a.from < b.from ? -1 : 1));
  for (const change of changes) {
    if (change.from > day) break;
    annualFee = change.annualFee ?? annualFee;
    if (change.fees !== undefined) [fees, stated] = [change.fees, annualFee];
  }
  return { annualFee, fees: annualFee === stated ? fees : withoutParts(fees) };
}

function withoutParts(fees: ProductFees | undefined): ProductFees | undefined {
  if (fees?.annualParts === undefined) return fees;
  const { annualParts: _, ...kept } = fees;
  return Object.freeze(kept);
}
