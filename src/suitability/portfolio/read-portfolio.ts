import {
  AptfolioError,
  at,
  checkBoolean,
  checkList,
  checkObject,
  checkOneOf,
  checkRange,
  checkText,
  checkUniqueIds,
} from '../../errors/index.js';
import { checkCovariance } from '../../market/index.js';
import { checkCurrency, type Money, parseMoney } from '../../money/index.js';
import { readRating } from '../read-rating.js';
import type {
  PortfolioCovariance,
  PortfolioHolding,
  PortfolioOrder,
  PortfolioProduct,
} from './portfolio.js';

/** A product as it was checked. */
export interface ReadProduct extends Omit<PortfolioProduct, 'issuerRisk' | 'sellerRisk'> {
  /** The higher of the two ratings; absent where it is not certain which is. */
  readonly rating?: number;
}

/** Checks products. */
export function readProducts(
  products: readonly PortfolioProduct[],
): ReadonlyMap<string, ReadProduct> {
  const path = 'portfolio.products';
  checkUniqueIds(products, path);
  return new Map(products.map((row, index) => [row.id, readProduct(row, at(path, index))]));
}

function readProduct(row: PortfolioProduct, path: string): ReadProduct {
  const { id, currency, issuer, issuerRisk, sellerRisk, liquid, ofEmployer, lookThrough } = row;
  const rating = higherRating(
    [issuerRisk, sellerRisk].map((one, index) =>
      one === undefined
        ? undefined
        : readRating(one, at(path, index === 0 ? 'issuerRisk' : 'sellerRisk')),
    ),
  );
  if (issuer !== undefined && issuer !== null) checkText(issuer, at(path, 'issuer'));
  if (liquid !== undefined) checkBoolean(liquid, at(path, 'liquid'));
  if (ofEmployer !== undefined) checkBoolean(ofEmployer, at(path, 'ofEmployer'));
  if (lookThrough !== undefined) checkShares(lookThrough, at(path, 'lookThrough'));
  return {
    id,
    currency: checkCurrency(currency, at(path, 'currency')),
    ...(issuer === undefined ? {} : { issuer }),
    ...(rating === undefined ? {} : { rating }),
    ...(liquid === undefined ? {} : { liquid }),
    ...(ofEmployer === undefined ? {} : { ofEmployer }),
    ...(lookThrough === undefined ? {} : { lookThrough }),
  };
}

/** The higher of two; one alone is certain only where nothing can be higher. */
function higherRating(ratings: readonly (number | undefined)[]): number | undefined {
  const known = ratings.filter((rating) => rating !== undefined);
  const highest = Math.max(0, ...known);
  return known.length === ratings.length || highest === 5 ? highest : undefined;
}

/** How far shares may miss 1 through rounding. */
const SHARE_TOLERANCE = 1e-9;

function checkShares(value: unknown, path: string): void {
  const shares = Object.entries(checkObject(value, path)).map(([name, share]) =>
    checkRange(share, at(path, name), { min: 0, max: 1 }),
  );
  const sum = shares.reduce((total, share) => total + share, 0);
  if (Math.abs(sum - 1) <= SHARE_TOLERANCE) return;
  throw new AptfolioError('inconsistent', path, 'shares that sum to 1', sum);
}

/** Checks holdings; each must be of one of the products. */
export function readHoldings(
  holdings: readonly PortfolioHolding[],
  products: ReadonlyMap<string, ReadProduct>,
): readonly PortfolioHolding[] {
  const path = 'portfolio.holdings';
  checkUniqueIds(holdings, path);
  return holdings.map(({ id, product, value }, index) => {
    const where = at(path, index);
    productOf(product, products, at(where, 'product'));
    if (value === null) return { id, product, value };
    return { id, product, value: parseMoney(value, at(where, 'value'), { sign: 'not-negative' }) };
  });
}

/** An order whose products are known. */
export interface ReadOrder {
  readonly side: PortfolioOrder['side'];
  readonly product: ReadProduct;
  readonly amount: Money;
  /** The holding that pays, or that takes the proceeds. */
  readonly other: PortfolioHolding;
}

/** Checks an order against holdings and products. */
export function readOrder(
  order: PortfolioOrder,
  holdings: readonly PortfolioHolding[],
  products: ReadonlyMap<string, ReadProduct>,
): ReadOrder {
  const path = 'portfolio.order';
  const given = checkObject(order, path);
  const side = checkOneOf(given.side, at(path, 'side'), ['buy', 'switch', 'sell'] as const);
  const field = side === 'sell' ? 'to' : 'from';
  const id = checkText(given[field], at(path, field));
  const other = holdings.find((holding) => holding.id === id);
  if (other === undefined) {
    throw new AptfolioError('unknown-id', at(path, field), 'one of the holdings', id);
  }
  const product = productOf(given.product, products, at(path, 'product'));
  if (other.product === product.id) {
    throw new AptfolioError('inconsistent', at(path, field), 'a holding of another product', id);
  }
  const amount = parseMoney(given.amount, at(path, 'amount'), { sign: 'positive' });
  return { side, product, amount, other };
}

function productOf(
  id: unknown,
  products: ReadonlyMap<string, ReadProduct>,
  path: string,
): ReadProduct {
  const product = products.get(checkText(id, path));
  if (product === undefined) throw new AptfolioError('unknown-id', path, 'one of the products', id);
  return product;
}

/** A covariance that was checked, row-major. */
export interface ReadCovariance {
  readonly ids: readonly string[];
  readonly matrix: Float64Array;
}

/** Checks a covariance: symmetric, positive semi-definite, a row for each id. */
export function readCovariance(value: PortfolioCovariance): ReadCovariance {
  const path = 'portfolio.covariance';
  const { ids, matrix } = checkObject(value, path) as unknown as PortfolioCovariance;
  const names = checkList<string>(ids, at(path, 'ids'), { minLength: 1 }).map((id, index) =>
    checkText(id, at(at(path, 'ids'), index)),
  );
  const twice = names.findIndex((id, index) => names.indexOf(id) !== index);
  if (twice >= 0) {
    const where = at(at(path, 'ids'), twice);
    throw new AptfolioError('duplicate-id', where, 'an id not used before', names[twice]);
  }
  return { ids: names, matrix: checkCovariance(matrix, at(path, 'matrix'), names.length) };
}
