import { AptfolioError, at, checkObject } from '../errors/index.js';
import {
  type CurrencyCode,
  isPositive,
  type Money,
  parseMoney,
  parseMoneyIn,
  ratioOfMoney,
  sumMoney,
} from '../money/index.js';
import {
  checkUniverse,
  findProduct,
  lookThrough,
  type Product,
  type ProductUniverse,
} from '../products/index.js';
import { refuseLiability } from './refuse-liability.js';

/** A product and what is held of it. */
export interface Held<C extends CurrencyCode> {
  readonly product: Product;
  readonly value: Money<C>;
}

/** Checked holdings of one currency, by ascending product id. */
export interface ReadHoldings<C extends CurrencyCode> {
  readonly currency: C;
  readonly held: readonly Held<C>[];
  readonly total: Money<C>;
}

/**
 * What holdings amount to in each asset class, as shares of their total value.
 *
 * @param holdings value by product id, all in one currency, together above zero.
 * @returns every asset class of the universe with its weight, decimal fraction; they sum to 1.
 * @throws AptfolioError `unknown-id`, `inconsistent` for money owed, `currency-mismatch`, `out-of-range` for a negative value or a
 * total of zero, with the path.
 *
 * @example
 * ```ts
 * import { money } from 'aptfolio/money';
 * import { compileProducts } from 'aptfolio/products';
 * import { classWeights } from 'aptfolio/rebalancing';
 *
 * const terms = {
 *   issuerRisk: 'R2', distributorRisk: 'R2', annualFee: 0, entryFee: 0,
 *   minimumPurchase: '10', step: '0.01', lockUpDays: 0, status: 'open',
 * } as const;
 * const universe = compileProducts(
 *   [
 *     { ...terms, id: 'A', name: 'Cash', lookThrough: { CASH: 1 } },
 *     { ...terms, id: 'B', name: 'Mixed', lookThrough: { CASH: 0.5, BOND: 0.5 } },
 *   ],
 *   ['CASH', 'BOND'],
 * );
 * classWeights({ A: money('CNY', '300'), B: money('CNY', '700') }, universe);
 * // => { CASH: 0.65, BOND: 0.35 }
 * ```
 */
export function classWeights<C extends CurrencyCode>(
  holdings: Readonly<Record<string, Money<C>>>,
  universe: ProductUniverse,
): Readonly<Record<string, number>> {
  return lookThrough(weighHoldings(holdings, universe, 'holdings').weights, universe);
}

/** Holdings with the weight of each product; together they must be worth something. */
export function weighHoldings<C extends CurrencyCode>(
  holdings: Readonly<Record<string, Money<C>>>,
  universe: ProductUniverse,
  path: string,
): ReadHoldings<C> & { readonly weights: Readonly<Record<string, number>> } {
  const read = readHoldings(holdings, universe, path);
  const { held, total } = read;
  if (!isPositive(total)) {
    throw new AptfolioError('out-of-range', path, 'a total value above 0', total.amount);
  }
  const weights = held.map(({ product, value }) => [product.id, ratioOfMoney(value, total)]);
  return { ...read, weights: Object.fromEntries(weights) };
}

/** Reads holdings of at least zero each. */
export function readHoldings<C extends CurrencyCode>(
  holdings: Readonly<Record<string, Money<C>>>,
  universe: ProductUniverse,
  path: string,
): ReadHoldings<C> {
  checkObject(holdings, path);
  checkUniverse(universe, 'universe');
  const ids = Object.keys(holdings).sort();
  if (ids.length === 0) throw new AptfolioError('empty', path, 'at least one holding');
  const currency = parseMoney(holdings[ids[0]!], at(path, ids[0]!)).currency as C;
  const held = ids.map((id) => {
    const where = at(path, id);
    const product = refuseLiability(findProduct(id, universe, where), where);
    const value = parseMoneyIn(holdings[id], currency, where, { sign: 'not-negative' });
    return { product, value };
  });
  return {
    currency,
    held,
    total: sumMoney(
      currency,
      held.map((one) => one.value),
    ),
  };
}
