import { AptfolioError, at, checkObject, checkText } from '../errors/index.js';
import type { Product, ProductUniverse } from '../products/index.js';

/** Checks that a value is a compiled universe, as far as orders need it. */
export function checkUniverse(universe: ProductUniverse, path: string): ProductUniverse {
  checkObject(universe, path);
  checkObject(universe.byId, at(path, 'byId'));
  return universe;
}

/** The product of an id, which must be known. */
export function findProduct(id: unknown, universe: ProductUniverse, path: string): Product {
  const known = checkText(id, path);
  const product = Object.hasOwn(universe.byId, known) ? universe.byId[known] : undefined;
  if (product !== undefined) return product;
  throw new AptfolioError('unknown-id', path, 'a product of the universe', known);
}
