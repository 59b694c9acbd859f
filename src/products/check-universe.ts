import { AptfolioError, at, checkList, checkObject } from '../errors/index.js';
import type { ProductUniverse } from './universe.js';

/**
 * Checks that a value has the shape of a universe from `compileProducts`, and returns it.
 *
 * It may come from a store or from code without types. `path` names it in errors.
 *
 * @throws AptfolioError `missing-value` or `invalid-type` with the path to what is not there or damaged:
 * `universe`, `universe.byId`, `universe.products[3]`.
 *
 * @example
 * ```ts
 * import { checkUniverse, compileProducts } from 'aptfolio/products';
 *
 * checkUniverse(compileProducts([], ['CASH']), 'universe').assetClasses; // => ['CASH']
 * checkUniverse({ assetClasses: ['CASH'], products: [] }, 'universe');
 * // => throws 'missing-value', 'universe.byId'
 * ```
 */
export function checkUniverse(universe: ProductUniverse, path: string): ProductUniverse {
  checkObject(universe, path);
  const byId = checkObject(universe.byId, at(path, 'byId'));
  checkList(universe.assetClasses, at(path, 'assetClasses'), { minLength: 1 });
  const products = checkList<unknown>(universe.products, at(path, 'products'));
  // Paths are written only for what is damaged, because this runs for each client.
  const index = products.findIndex((product) => !isProduct(product));
  if (index !== -1) refuse(products[index], at(at(path, 'products'), index));
  const damaged = Object.keys(byId).find((id) => !isProduct(byId[id]));
  if (damaged !== undefined) refuse(byId[damaged], at(at(path, 'byId'), damaged));
  return universe;
}

function isProduct(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { id, lookThrough, annualFee, entryFee } = value as Readonly<Record<string, unknown>>;
  if (typeof id !== 'string' || !Number.isFinite(annualFee) || !Number.isFinite(entryFee)) {
    return false;
  }
  return typeof lookThrough === 'object' && lookThrough !== null;
}

function refuse(product: unknown, path: string): never {
  checkObject(product, path);
  throw new AptfolioError('invalid-type', path, 'a product made by compileProducts', product);
}
