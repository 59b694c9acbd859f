import { AptfolioError } from '../errors/index.js';
import type { Product, ProductUniverse } from '../products/index.js';

/** The product of an id, which must be one of the universe. */
export function knownProduct(id: string, universe: ProductUniverse, path: string): Product {
  const product = Object.hasOwn(universe.byId, id) ? universe.byId[id] : undefined;
  if (product !== undefined) return product;
  throw new AptfolioError('unknown-id', path, 'a product of the universe', id);
}
