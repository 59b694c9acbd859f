import { AptfolioError, at, checkNumber, checkObject, checkRange } from '../errors/index.js';
import { checkUniverse } from './check-universe.js';
import type { Product } from './product.js';
import { isLiability } from './product-type.js';
import type { ProductUniverse } from './universe.js';

/**
 * What a portfolio of products holds in each asset class.
 *
 * `weights` gives each product's share under its id, decimal fractions of at least 0; products that
 * are not named count as 0. The result has every asset class of the universe, also those at 0.
 *
 * Throws `unknown-id` for a product that the universe does not have, `out-of-range` for a negative weight, and `inconsistent` for a
 * loan, which is owed and no part of what is held.
 *
 * @example
 * ```ts
 * import { compileProducts, lookThrough } from 'aptfolio/products';
 *
 * const terms = {
 *   issuerRisk: 'R3', distributorRisk: 'R3', annualFee: 0.008, entryFee: 0.001,
 *   minimumPurchase: '10', step: '0.01', lockUpDays: 0, status: 'open',
 * } as const;
 * const universe = compileProducts(
 *   [
 *     { ...terms, id: 'A', name: 'Balanced', lookThrough: { BOND: 0.5, EQUITY: 0.5 } },
 *     { ...terms, id: 'B', name: 'Bonds', lookThrough: { BOND: 1 } },
 *   ],
 *   ['BOND', 'EQUITY'],
 * );
 * lookThrough({ A: 0.4, B: 0.6 }, universe); // => { BOND: 0.8, EQUITY: 0.2 }
 * ```
 */
export function lookThrough(
  weights: Readonly<Record<string, number>>,
  universe: ProductUniverse,
): Readonly<Record<string, number>> {
  const held = weighted(weights, universe);
  const exposures = universe.assetClasses.map((assetClass) => {
    let sum = 0;
    for (const { product, weight } of held) sum += weight * shareOf(product, assetClass);
    return [assetClass, sum] as const;
  });
  return Object.freeze(Object.fromEntries(exposures));
}

function shareOf({ id, lookThrough }: Product, assetClass: string): number {
  if (!Object.hasOwn(lookThrough, assetClass)) return 0;
  const share = lookThrough[assetClass];
  if (Number.isFinite(share)) return share as number;
  // A universe from a store may be damaged.
  return checkNumber(share, at(at(at('universe.byId', id), 'lookThrough'), assetClass));
}

/** A product with its share of a portfolio. */
export interface WeightedProduct {
  readonly product: Product;
  readonly weight: number;
}

function weigh(product: Product, weight: number): WeightedProduct {
  if (weight === 0 || !isLiability(product)) return { product, weight };
  const expected = '0, because a loan counts against what a client has';
  throw new AptfolioError('inconsistent', at('weights', product.id), expected, weight);
}

/** The products with a weight, in the universe's order whatever the order of the keys. */
export function weighted(
  weights: Readonly<Record<string, number>>,
  universe: ProductUniverse,
): readonly WeightedProduct[] {
  const known = checkUniverse(universe, 'universe').byId;
  const given = checkObject(weights, 'weights');
  const shares = new Map<string, number>();
  for (const id of Object.keys(given)) {
    const path = at('weights', id);
    if (!Object.hasOwn(known, id)) {
      throw new AptfolioError('unknown-id', path, 'a product of the universe', id);
    }
    shares.set(id, checkRange(given[id], path, { min: 0 }));
  }
  return universe.products
    .filter((product) => shares.has(product.id))
    .map((product) => weigh(product, shares.get(product.id)!));
}
