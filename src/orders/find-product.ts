import { AptfolioError, checkText } from '../errors/index.js';
import type { Product, ProductUniverse } from '../products/index.js';

/** The product of an id, which must be known. */
export function findProduct(id: unknown, universe: ProductUniverse, path: string): Product {
  const known = checkText(id, path);
  const product = Object.hasOwn(universe.byId, known) ? universe.byId[known] : undefined;
  if (product !== undefined) return product;
  throw new AptfolioError('unknown-id', path, 'a product of the universe', known);
}
