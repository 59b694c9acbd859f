import { AptfolioError, at, checkList, checkObject, checkText } from '../errors/index.js';
import { checkEvery } from './compile/check-every.js';
import { checkProduct } from './compile/check-product.js';
import { resolveContents } from './compile/resolve-contents.js';
import type { Product } from './product.js';

/** A bank's products, checked once and ready for use with millions of clients. */
export interface ProductUniverse {
  /** The asset classes into which products are looked through, in the order given. */
  readonly assetClasses: readonly string[];
  /** The products in ascending order of id, so that the order of the input has no influence. */
  readonly products: readonly Product[];
  /** Each product under its id. */
  readonly byId: Readonly<Record<string, Product>>;
}

/**
 * Checks a bank's products against its asset classes and makes them ready for use.
 *
 * `products` may be empty. Every field is checked, and inside `fees`, `dealing`, `targetMarket`, `issuerReturns` and `changes` unknown fields are refused. Beside
 * them a row keeps columns of the bank's own, so the misspelt name of an optional field (`dealings`) passes for one of these. Funds
 * inside funds, to any depth, are looked through: in the universe every product's `lookThrough` has classes alone that sum to 1, and its
 * `currencies` and `issuers` hold what the products inside bring. Tiers, windows and gates come out in ascending order. The rows
 * are copied, so later changes to these fields have no influence. What has been compiled compiles to the same.
 *
 * @param assetClasses the classes that a look-through may name; at least one.
 * @throws AptfolioError with the first fault of every row at fault in its `issues`, each with its path, for example
 * `products[3].lookThrough.BOND`; what is wrong with funds inside funds is told once every row is right by itself. For funds that contain each
 * other `inconsistent`, for example at `products[3].contains.F2`, with the whole circle in the message.
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
  const known = { assetClasses: classes, indexOf: firstOfEachId(rows) };
  const checked: Product[] = [];
  checkEvery(rows.keys(), (index) => {
    const path = at('products', index);
    const id = checkText(checkObject(rows[index], path).id, `${path}.id`);
    if (known.indexOf.get(id) !== index) {
      throw new AptfolioError('duplicate-id', `${path}.id`, 'an id not used before', id);
    }
    checked.push(checkProduct(rows[index] as Product, path, known));
  });
  return makeUniverse([...classes], resolveContents(checked, known));
}

/** The place of the first row of each id; what is no id is refused with its row. */
function firstOfEachId(rows: readonly unknown[]): ReadonlyMap<string, number> {
  const indexOf = new Map<string, number>();
  for (const [index, row] of rows.entries()) {
    const { id } = (row ?? {}) as Partial<Product>;
    if (id !== undefined && !indexOf.has(id)) indexOf.set(id, index);
  }
  return indexOf;
}

/** Puts checked products together, in ascending order of id. */
export function makeUniverse(
  assetClasses: readonly string[],
  products: readonly Product[],
): ProductUniverse {
  const sorted = [...products].sort((a, b) => (a.id < b.id ? -1 : 1));
  return Object.freeze({
    assetClasses: Object.freeze([...assetClasses]),
    products: Object.freeze(sorted),
    byId: Object.freeze(Object.fromEntries(sorted.map((product) => [product.id, product]))),
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
