import { type PlainDate, parsePlainDate } from '../dates/index.js';
import { checkObject } from '../errors/index.js';
import { checkUniverse } from './check-universe.js';
import { checkChanges } from './compile/check-state.js';
import { feesOn } from './fees-on.js';
import type { Product } from './product.js';
import { makeUniverse, type ProductUniverse } from './universe.js';

/**
 * A product as it is on a day: with the ratings, charges and status of that day, and without `changes`.
 *
 * What changes later leaves no trace, so a decision of that day can be made again when the bank's file has grown. Where the annual
 * charges are others than those that `fees.annualParts` take apart, the parts are left out, as nobody has stated them.
 *
 * @param asOf the day; a change counts from its own day on.
 * @returns the product itself if it has no changes.
 * @throws AptfolioError `invalid-date` for the path `asOf`; for changes that no compiled product has, with the path.
 *
 * @example
 * ```ts
 * import { productOn } from 'aptfolio/products';
 *
 * const product = {
 *   id: 'A', name: 'Balanced', lookThrough: { BOND: 1 }, issuerRisk: 'R3', distributorRisk: 'R3',
 *   annualFee: 0.01, entryFee: 0, minimumPurchase: '10', step: '0.01', lockUpDays: 0, status: 'open',
 *   changes: [{ from: '2026-06-01', distributorRisk: 'R4' }],
 * } as const;
 * productOn(product, '2026-05-31').distributorRisk; // => 'R3'
 * productOn(product, '2026-06-01').distributorRisk; // => 'R4'
 * ```
 */
export function productOn(product: Product, asOf: PlainDate): Product {
  checkObject(product, 'product');
  return onDay(product, parsePlainDate(asOf, 'asOf'), 'product');
}

/**
 * A universe as it is on a day: each of its products as `productOn` gives it.
 *
 * @returns the universe itself if none of its products has changes.
 * @throws AptfolioError as `checkUniverse` and `productOn`.
 *
 * @example
 * ```ts
 * import { compileProducts, universeOn } from 'aptfolio/products';
 *
 * const universe = compileProducts(
 *   [{
 *     id: 'A', name: 'Balanced', lookThrough: { BOND: 1 }, issuerRisk: 'R3', distributorRisk: 'R3',
 *     annualFee: 0.01, entryFee: 0, minimumPurchase: '10', step: '0.01', lockUpDays: 0, status: 'open',
 *     changes: [{ from: '2026-06-01', status: 'closed' }],
 *   }],
 *   ['BOND'],
 * );
 * universeOn(universe, '2026-07-01').byId.A.status; // => 'closed'
 * ```
 */
export function universeOn(universe: ProductUniverse, asOf: PlainDate): ProductUniverse {
  const { products, assetClasses } = checkUniverse(universe, 'universe');
  const day = parsePlainDate(asOf, 'asOf');
  if (products.every(({ changes }) => changes === undefined)) return universe;
  const onThatDay = products.map((product) => onDay(product, day, `universe.byId.${product.id}`));
  return makeUniverse(assetClasses, onThatDay);
}

function onDay(product: Product, day: PlainDate, path: string): Product {
  if (product.changes === undefined) return product;
  const { changes, fees: _, ...rest } = product;
  const state = { ...rest };
  const checked = checkChanges(changes, `${path}.changes`);
  for (const { from, fees: __, ...change } of checked) {
    if (from <= day) Object.assign(state, change);
  }
  const { fees } = feesOn({ ...product, changes: checked }, day);
  return Object.freeze(fees === undefined ? state : { ...state, fees });
}
