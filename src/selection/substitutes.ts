import { checkCovariance } from '../market/index.js';
import { inner, multiply } from '../numerics/index.js';
import { findProduct, type Product, type ProductUniverse } from '../products/index.js';
import type { FitTerms } from './fit/fit-terms.js';
import { exposureOf } from './prepare.js';
import { screenProducts } from './screening/screen.js';
import type { ScreeningContext } from './screening/screening-context.js';

/** A product that a client may buy in place of the one that was wanted. */
export interface Substitute {
  readonly product: Product;
  /** Standard deviation of the difference in return to the product wanted, by look-through; annual, decimal fraction. */
  readonly trackingError: number;
}

/**
 * The products open to a client that could stand for one that is not, the most alike first.
 *
 * `wanted` is the product's id; it is never its own substitute. `context` is as for `selectProducts`. Alike is
 * measured by look-through, as the tracking error to the product wanted; of equal ones the lower annual fee comes
 * first, then the lower id. A large tracking error says that nothing suitable comes near. The list is empty when no
 * other product is eligible.
 *
 * Throws `unknown-id` with the path `wanted`, and as `screenProducts` and `checkCovariance` do.
 *
 * @example
 * ```ts
 * import { compileProducts } from 'aptfolio/products';
 * import { findSubstitutes } from 'aptfolio/selection';
 *
 * const terms = { annualFee: 0.008, entryFee: 0, minimumPurchase: '10', step: '0.01', lockUpDays: 0, status: 'open' } as const;
 * const universe = compileProducts(
 *   [
 *     { ...terms, id: 'A', name: 'Bonds', issuerRisk: 'R2', distributorRisk: 'R2', lookThrough: { BOND: 1 } },
 *     { ...terms, id: 'B', name: 'Balanced', issuerRisk: 'R3', distributorRisk: 'R3', lookThrough: { BOND: 0.5, EQUITY: 0.5 } },
 *     { ...terms, id: 'C', name: 'Shares', issuerRisk: 'R4', distributorRisk: 'R4', lookThrough: { EQUITY: 1 } },
 *   ],
 *   ['BOND', 'EQUITY'],
 * );
 * const covariance = [[0, 0], [0, 0.04]];
 * findSubstitutes('C', universe, { level: 'C3', covariance }).map(({ product }) => product.id); // => ['B', 'A']
 * findSubstitutes('C', universe, { level: 'C3', covariance })[0].trackingError; // => 0.1
 * ```
 */
export function findSubstitutes(
  wanted: string,
  universe: ProductUniverse,
  context: ScreeningContext & Pick<FitTerms, 'covariance'>,
): readonly Substitute[] {
  const { eligible } = screenProducts(universe, context);
  const product = findProduct(wanted, universe, 'wanted');
  const size = universe.assetClasses.length;
  const covariance = checkCovariance(context.covariance, 'context.covariance', size);
  const target = exposureOf(product, universe);
  return Object.freeze(
    eligible
      .filter(({ id }) => id !== product.id)
      .map((other) => {
        const rest = exposureOf(other, universe).map((share, k) => share - target[k]!);
        const variance = inner(rest, multiply(covariance, rest));
        return Object.freeze({ product: other, trackingError: Math.sqrt(Math.max(0, variance)) });
      })
      // Sorting keeps the ascending ids of equal ones.
      .sort(
        (a, b) => a.trackingError - b.trackingError || a.product.annualFee - b.product.annualFee,
      ),
  );
}
