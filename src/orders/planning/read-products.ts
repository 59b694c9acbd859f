import { AptfolioError, at, checkList, checkObject } from '../../errors/index.js';
import {
  type CurrencyCode,
  checkCurrency,
  parseAmount,
  parseMoneyIn,
  parseQuantity,
  toMinorUnits,
} from '../../money/index.js';
import {
  findProduct,
  isLiability,
  type Product,
  type ProductUniverse,
} from '../../products/index.js';
import type { OrderingRules, OrderRequest, ReadRequest } from './order-request.js';

/** The product of an id, which must be one that can be ordered. */
export function findAsset(id: unknown, universe: ProductUniverse, path: string): Product {
  return refuseLiability(findProduct(id, universe, path), path);
}

/** Refuses money owed: nobody buys it, and it is repaid, not sold. */
export function refuseLiability(product: Product, path: string): Product {
  if (!isLiability(product)) return product;
  throw new AptfolioError('inconsistent', path, 'no money owed, which is not ordered', product.id);
}

/** Checks what is held, with its value or by id alone. */
export function readHeld(
  held: OrderRequest['held'],
  universe: ProductUniverse,
  currency: CurrencyCode,
): ReadRequest<CurrencyCode>['held'] {
  const path = 'request.held';
  if (held === undefined) return new Map();
  if (Array.isArray(held)) {
    const ids = checkList<string>(held, path);
    return new Map(ids.map((id, i) => [findProduct(id, universe, at(path, i)).id, undefined]));
  }
  return new Map(
    Object.entries(checkObject(held, path)).map(([id, value]) => {
      const where = at(path, id);
      const product = findProduct(id, universe, where);
      const own = product.currency ?? currency;
      return [id, toMinorUnits(parseMoneyIn(value, own, where, { sign: 'not-negative' }))];
    }),
  );
}

/** Checks prices by product id. */
export function readPrices(
  prices: OrderingRules['prices'],
  universe: ProductUniverse,
  currency: CurrencyCode,
  path: string,
): ReadonlyMap<string, bigint> {
  if (prices === undefined) return new Map();
  return new Map(
    Object.entries(checkObject(prices, path)).map(([id, price]) => {
      const where = at(path, id);
      const product = findProduct(id, universe, where);
      return [product.id, readPrice(price, product.currency ?? currency, where)];
    }),
  );
}

/** Checks a price, which is scaled. */
export function readPrice(price: unknown, currency: CurrencyCode, path: string): bigint {
  const given = checkObject(price, path);
  if (checkCurrency(given.currency, at(path, 'currency')) !== currency) {
    throw new AptfolioError('currency-mismatch', at(path, 'currency'), currency, given.currency);
  }
  return parseQuantity(given.amount, at(path, 'amount'), { sign: 'positive' });
}

/** Checks daily limits by product id, in smallest units. */
export function readLimits(
  dailyLimits: OrderingRules['dailyLimits'],
  universe: ProductUniverse,
  currency: CurrencyCode,
  path: string,
): ReadonlyMap<string, bigint> {
  if (dailyLimits === undefined) return new Map();
  const limits = checkObject(dailyLimits, path);
  return new Map(
    Object.keys(limits).map((id) => {
      const where = at(path, id);
      const product = findProduct(id, universe, where);
      return [product.id, readUnits(limits[id], product.currency ?? currency, where)];
    }),
  );
}

/** Checks an amount above 0, in smallest units. */
export function readUnits(amount: unknown, currency: CurrencyCode, path: string): bigint {
  return toMinorUnits(parseAmount(amount, currency, path, { sign: 'positive' }));
}
