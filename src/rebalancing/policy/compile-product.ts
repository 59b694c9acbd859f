import type { CurrencyCode } from '../../money/index.js';
import type { Product } from '../../products/index.js';
import { type Decimal, readDecimal } from '../account/exact.js';
import { expectedReturnOf, type Utility } from '../utility.js';

/** A product with everything about it that does not depend on an account. */
export interface CompiledProduct {
  readonly product: Product;
  /** Place in the universe. */
  readonly place: number;
  /** Share of each asset class, in the universe's order. */
  readonly exposures: Float64Array;
  /** Σ × exposures, so that a covariance with another product is one inner product; the exposures themselves without a utility. */
  readonly pull: Float64Array;
  /** Of the classes inside, annual, before charges; 0 without a utility. */
  readonly expectedReturn: number;
  readonly currency: CurrencyCode | undefined;
  readonly minimumPurchase: Decimal;
  readonly minimumAddition: Decimal;
  readonly step: Decimal;
  readonly minimumHolding: Decimal | undefined;
  readonly minimumRedemption: Decimal | undefined;
  readonly maximumHolding: Decimal | undefined;
  readonly unitStep: Decimal | undefined;
  readonly halfSpread: number;
  /** SHA-256 of the product, for the hash of what a decision was made of. */
  readonly hash: string;
}

/** Works out what of a product does not depend on an account. */
export function compileProduct(
  product: Product,
  place: number,
  assetClasses: readonly string[],
  utility: Utility | undefined,
  hash: string,
): CompiledProduct {
  const exposures = Float64Array.from(assetClasses, (id) => product.lookThrough[id] ?? 0);
  const read = (text: string | undefined, field: string): Decimal | undefined =>
    text === undefined
      ? undefined
      : readDecimal(text, `universe.byId.${product.id}.${field}`, 'any');
  const minimumPurchase = read(product.minimumPurchase, 'minimumPurchase')!;
  return {
    product,
    place,
    exposures,
    pull: utility === undefined ? exposures : timesCovariance(utility, exposures),
    expectedReturn: utility === undefined ? 0 : expectedReturnOf(utility, exposures),
    currency: product.currency,
    minimumPurchase,
    minimumAddition: read(product.minimumAddition, 'minimumAddition') ?? minimumPurchase,
    step: read(product.step, 'step')!,
    minimumHolding: read(product.minimumHolding, 'minimumHolding'),
    minimumRedemption: read(product.minimumRedemption, 'minimumRedemption'),
    maximumHolding: read(product.maximumHolding, 'maximumHolding'),
    unitStep: read(product.unitStep, 'unitStep'),
    halfSpread: product.fees?.halfSpread ?? 0,
    hash,
  };
}

function timesCovariance({ covariance, size }: Utility, exposures: Float64Array): Float64Array {
  const pull = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    let sum = 0;
    for (let j = 0; j < size; j++) sum += covariance[i * size + j]! * exposures[j]!;
    pull[i] = sum;
  }
  return pull;
}
