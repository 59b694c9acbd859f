import { AptfolioError, checkText } from '../errors/index.js';
import type { Product } from './product.js';
import type { ProductUniverse } from './universe.js';

/**
 * The product of an id, which must be one of the universe.
 *
 * @param path where the id stands in the caller's input, for the error.
 * @throws AptfolioError `unknown-id` for an id that the universe does not have; `missing-value`, `invalid-type` or
 * `empty` for what is no id.
 *
 * @example
 * ```ts
 * import { compileProducts, findProduct } from 'aptfolio/products';
 *
 * const universe = compileProducts([], ['BOND']);
 * findProduct('P99', universe, 'order.product'); // => throws 'unknown-id', 'order.product'
 * ```
 */
export function findProduct(id: unknown, universe: ProductUniverse, path: string): Product {
  const known = checkText(id, path);
  const product = Object.hasOwn(universe.byId, known) ? universe.byId[known] : undefined;
  if (product !== undefined) return product;
  throw new AptfolioError('unknown-id', path, 'a product of the universe', known);
}
