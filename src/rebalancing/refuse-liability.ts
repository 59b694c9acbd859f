import { AptfolioError } from '../errors/index.js';
import { isLiability, type Product } from '../products/index.js';

/** Refuses money owed where an investment is meant: it counts against what a client has, and nobody buys it. */
export function refuseLiability<T extends Product>(product: T, path: string): T {
  if (!isLiability(product)) return product;
  const expected = 'an investment; money owed belongs to the balance sheet';
  throw new AptfolioError('inconsistent', path, expected, product.id);
}
