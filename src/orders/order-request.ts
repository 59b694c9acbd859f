import { AptfolioError, at, checkObject, checkRange, checkText } from '../errors/index.js';
import {
  type CurrencyCode,
  type Money,
  multiplyMoney,
  parseAmount,
  parseMoney,
  toMinorUnits,
} from '../money/index.js';
import {
  checkUniverse,
  findProduct,
  type ProductUniverse,
  purchaseTerms,
} from '../products/index.js';
import type { OrderTerms } from './place-amount.js';

/** What is to be invested, and how. */
export interface OrderRequest<C extends CurrencyCode = CurrencyCode> {
  /** What leaves the funding holding, fees included; above zero. */
  readonly amount: Money<C>;
  /** Share of each product, decimal fractions of at least 0 that sum to 1. */
  readonly weights: Readonly<Record<string, number>>;
  readonly universe: ProductUniverse;
  /** The product that takes what rounding leaves over. */
  readonly residualProduct: string;
  /** Every other order is a multiple of this, decimal text: '1' for whole yuan. */
  readonly amountStep: string;
  /** The holding that pays. */
  readonly funding: string;
  /** Most that may be ordered of a product on one day, decimal text by product id. */
  readonly dailyLimits?: Readonly<Record<string, string>>;
  /** Starts the orders' ids. Default 'plan'. */
  readonly id?: string;
}

/** A request whose every part has been checked, with amounts in smallest units. */
export interface ReadRequest<C extends CurrencyCode> {
  readonly amount: Money<C>;
  readonly universe: ProductUniverse;
  /** Weight × amount, rounded down, by ascending product id. */
  readonly shares: readonly { readonly product: string; readonly share: bigint }[];
  readonly residualProduct: string;
  readonly amountStep: bigint;
  readonly funding: string;
  readonly id: string;
  termsOf(product: string): OrderTerms;
}

/** Digits of a weight that count: what lies behind them is the noise of solving. */
const WEIGHT_SCALE = 1e12;
const SUM_TOLERANCE = 1e-6;

/** Checks a request and works out what each product's share of the amount is. */
export function readRequest<C extends CurrencyCode>(request: OrderRequest<C>): ReadRequest<C> {
  checkObject(request, 'request');
  const amount = parseMoney(request.amount, 'request.amount', { sign: 'positive' }) as Money<C>;
  const { currency } = amount;
  const universe = checkUniverse(request.universe, 'request.universe');
  const residual = findProduct(request.residualProduct, universe, 'request.residualProduct');
  const limits = readLimits(request, currency);
  return {
    amount,
    universe,
    shares: readShares(request, amount),
    residualProduct: residual.id,
    amountStep: readUnits(request.amountStep, currency, 'request.amountStep'),
    funding: checkText(request.funding, 'request.funding'),
    id: request.id === undefined ? 'plan' : checkText(request.id, 'request.id'),
    termsOf: (product) => {
      const { minimum, step } = purchaseTerms(universe.byId[product]!, currency);
      const dailyLimit = limits.get(product);
      return { minimum: toMinorUnits(minimum), step: toMinorUnits(step), dailyLimit };
    },
  };
}

function readShares<C extends CurrencyCode>(
  { weights, universe }: OrderRequest<C>,
  amount: Money<C>,
): ReadRequest<C>['shares'] {
  let sum = 0;
  let left = toMinorUnits(amount);
  const ids = Object.keys(checkObject(weights, 'request.weights')).sort();
  const shares = ids.map((id) => {
    const path = at('request.weights', id);
    const product = findProduct(id, universe, path).id;
    const weight = checkRange(weights[id], path, { min: 0, max: 1 });
    sum += weight;
    const clean = Math.round(weight * WEIGHT_SCALE) / WEIGHT_SCALE;
    const exact = toMinorUnits(multiplyMoney(amount, clean, { rounding: 'down' }));
    // Weights that sum to a little over 1 must not order more than there is.
    const share = exact < left ? exact : left;
    left -= share;
    return { product, share };
  });
  if (Math.abs(sum - 1) > SUM_TOLERANCE) {
    throw new AptfolioError('inconsistent', 'request.weights', 'weights that sum to 1', sum);
  }
  return shares;
}

function readLimits<C extends CurrencyCode>(
  { dailyLimits, universe }: OrderRequest<C>,
  currency: C,
): ReadonlyMap<string, bigint> {
  if (dailyLimits === undefined) return new Map();
  const limits = checkObject(dailyLimits, 'request.dailyLimits');
  return new Map(
    Object.keys(limits).map((id) => {
      const path = at('request.dailyLimits', id);
      return [findProduct(id, universe, path).id, readUnits(limits[id], currency, path)];
    }),
  );
}

function readUnits(amount: unknown, currency: CurrencyCode, path: string): bigint {
  return toMinorUnits(parseAmount(amount, currency, path, { sign: 'positive' }));
}
