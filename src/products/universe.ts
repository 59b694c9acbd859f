import {
  AptfolioError,
  at,
  checkInteger,
  checkList,
  checkObject,
  checkOneOf,
  checkRange,
  checkText,
  checkUniqueIds,
} from '../errors/index.js';
import { PRODUCT_STATUSES, type Product } from './product.js';
import { checkPurchaseRule } from './purchase-terms.js';
import { RISK_RATINGS } from './risk.js';

/** A bank's products, checked once and ready for use with millions of clients. */
export interface ProductUniverse {
  /** The asset classes into which products are looked through, in the order given. */
  readonly assetClasses: readonly string[];
  /** The products in ascending order of id, so that the order of the input has no influence. */
  readonly products: readonly Product[];
  /** Each product under its id. */
  readonly byId: Readonly<Record<string, Product>>;
}

/** How far shares may miss 1 through rounding in the bank's file. */
const SHARE_TOLERANCE = 1e-9;

/**
 * Checks a bank's products against its asset classes and makes them ready for use.
 *
 * `products` may be empty. Every field is checked; the shares of a look-through must be known asset
 * classes and sum to 1. The rows are copied, so later changes to these fields have no influence.
 *
 * Throws with the path to the fault, for example `products[3].lookThrough.BOND`.
 *
 * @example
 * ```ts
 * import { compileProducts } from 'aptfolio/products';
 *
 * const universe = compileProducts(
 *   [
 *     {
 *       id: 'P03', name: 'Bond fund', lookThrough: { BOND: 1 }, issuerRisk: 'R2', distributorRisk: 'R2',
 *       annualFee: 0.0038, entryFee: 0.0006, minimumPurchase: '10', step: '0.01', lockUpDays: 0, status: 'open',
 *     },
 *     {
 *       id: 'P01', name: 'Money fund', lookThrough: { CASH: 1 }, issuerRisk: 'R1', distributorRisk: 'R1',
 *       annualFee: 0.0033, entryFee: 0, minimumPurchase: '0.01', step: '0.01', lockUpDays: 0, status: 'open',
 *     },
 *   ],
 *   ['CASH', 'BOND'],
 * );
 * universe.products.map((product) => product.id); // => ['P01', 'P03']
 * universe.byId.P03.name; // => 'Bond fund'
 * ```
 */
export function compileProducts(
  products: readonly Product[],
  assetClasses: readonly string[],
): ProductUniverse {
  const classes = checkAssetClasses(assetClasses);
  // Array.from makes a gap in the list a missing row.
  const rows = Array.from(checkList<Product>(products, 'products'));
  checkUniqueIds(rows, 'products');
  const checked = rows
    .map((row, index) => checkProduct(row, at('products', index), classes))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return Object.freeze({
    assetClasses: Object.freeze([...classes]),
    products: Object.freeze(checked),
    byId: Object.freeze(Object.fromEntries(checked.map((product) => [product.id, product]))),
  });
}

function checkAssetClasses(assetClasses: unknown): ReadonlySet<string> {
  const seen = new Set<string>();
  const names = checkList<unknown>(assetClasses, 'assetClasses', { minLength: 1 });
  Array.from(names).forEach((value, index) => {
    const path = at('assetClasses', index);
    const name = checkText(value, path);
    if (seen.has(name)) {
      throw new AptfolioError('duplicate-id', path, 'an asset class not named before', name);
    }
    seen.add(name);
  });
  return seen;
}

function checkProduct(row: Product, path: string, classes: ReadonlySet<string>): Product {
  checkText(row.name, at(path, 'name'));
  checkOneOf(row.issuerRisk, at(path, 'issuerRisk'), RISK_RATINGS);
  checkOneOf(row.distributorRisk, at(path, 'distributorRisk'), RISK_RATINGS);
  const annualFee = checkRange(row.annualFee, at(path, 'annualFee'), { min: 0, exclusiveMax: 1 });
  const entryFee = checkRange(row.entryFee, at(path, 'entryFee'), { min: 0, exclusiveMax: 1 });
  checkPurchaseRule(row, path);
  const lockUpDays = checkInteger(row.lockUpDays, at(path, 'lockUpDays'), { min: 0 });
  checkOneOf(row.status, at(path, 'status'), PRODUCT_STATUSES);
  const lookThrough = checkShares(row.lookThrough, at(path, 'lookThrough'), classes);
  return Object.freeze({ ...row, lookThrough, annualFee, entryFee, lockUpDays });
}

function checkShares(
  value: unknown,
  path: string,
  classes: ReadonlySet<string>,
): Readonly<Record<string, number>> {
  const shares = checkObject(value, path);
  for (const name of Object.keys(shares)) {
    if (!classes.has(name)) {
      throw new AptfolioError('unknown-id', at(path, name), 'one of the asset classes', name);
    }
  }
  const copy = [...classes]
    .filter((name) => Object.hasOwn(shares, name))
    .map((name) => [name, checkRange(shares[name], at(path, name), { min: 0, max: 1 })] as const);
  const sum = copy.reduce((total, [, share]) => total + share, 0);
  if (Math.abs(sum - 1) > SHARE_TOLERANCE) {
    throw new AptfolioError('inconsistent', path, 'shares that sum to 1', sum);
  }
  return Object.freeze(Object.fromEntries(copy));
}
