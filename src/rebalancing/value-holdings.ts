import { at, checkList, checkObject, checkRange, checkText } from '../errors/index.js';
import {
  addMoney,
  type CurrencyCode,
  type Money,
  multiplyMoney,
  parseMoneyIn,
  subtractMoney,
  sumMoney,
} from '../money/index.js';
import { neumaierSum } from '../numerics/index.js';
import { findProduct, type Product, type ProductUniverse } from '../products/index.js';
import { readHoldings } from './holdings.js';
import { refuseLiability } from './refuse-liability.js';

/** Money that came in during the period, into one product. */
export interface Addition<C extends CurrencyCode = CurrencyCode> {
  /** The product's id. */
  readonly product: string;
  /** What was paid in altogether. */
  readonly amount: Money<C>;
  /** What it earned until the valuation, after fees; decimal fraction of `amount`. */
  readonly periodReturn: number;
}

/** What happened since the opening values were taken. */
export interface ValuationOptions<C extends CurrencyCode = CurrencyCode> {
  /** Return of each asset class over the period, before product fees, decimal fraction. */
  readonly classReturns: Readonly<Record<string, number>>;
  /** The period's length in years, for the annual fees: 0.5 deducts half of them. */
  readonly feeYears: number;
  readonly additions?: readonly Addition<C>[];
}

/** How one holding came from its opening to its closing value. */
export interface ValuationLine<C extends CurrencyCode = CurrencyCode> {
  readonly product: string;
  readonly opening: Money<C>;
  /** Look-through times class returns, less the period's fee; decimal fraction. */
  readonly periodReturn: number;
  /** What the markets added; `opening + market − annualFee` is `closing`, exactly. */
  readonly market: Money<C>;
  readonly annualFee: Money<C>;
  readonly closing: Money<C>;
}

/** Holdings at their value on a later day. */
export interface HoldingsValuation<C extends CurrencyCode = CurrencyCode> {
  /** The opening holdings, by ascending product id. */
  readonly lines: readonly ValuationLine<C>[];
  /** Closing value of the opening holdings. */
  readonly closing: Money<C>;
  /** What was paid in. */
  readonly paidIn: Money<C>;
  /** What of the additions' closing value was earned. */
  readonly earnedOnAdditions: Money<C>;
  /** Value by product, additions included. */
  readonly values: Readonly<Record<string, Money<C>>>;
  readonly total: Money<C>;
}

/**
 * Values holdings from the returns of the asset classes inside them.
 *
 * A product returns Σ share × class return − annual fee × `feeYears`. Values and fees are rounded
 * half-even to the currency's smallest unit, product by product.
 *
 * @param holdings opening value by product id, all in one currency.
 * @throws AptfolioError `unknown-id` for a product that the universe does not have, `missing-value`
 * for a class return that a holding needs, `inconsistent` for money owed, `currency-mismatch`, with the path.
 *
 * @example
 * ```ts
 * import { money } from 'aptfolio/money';
 * import { compileProducts } from 'aptfolio/products';
 * import { valueHoldings } from 'aptfolio/rebalancing';
 *
 * const universe = compileProducts(
 *   [{
 *     id: 'A', name: 'Balanced', lookThrough: { BOND: 0.5, EQUITY: 0.5 }, issuerRisk: 'R3', distributorRisk: 'R3',
 *     annualFee: 0.01, entryFee: 0, minimumPurchase: '10', step: '0.01', lockUpDays: 0, status: 'open',
 *   }],
 *   ['BOND', 'EQUITY'],
 * );
 * const classReturns = { BOND: 0.02, EQUITY: 0.08 };
 * const result = valueHoldings({ A: money('CNY', '1000') }, universe, { classReturns, feeYears: 0.5 });
 * result.lines[0].periodReturn; // => 0.045
 * result.total.amount; // => '1045.00'
 * ```
 */
export function valueHoldings<C extends CurrencyCode>(
  holdings: Readonly<Record<string, Money<C>>>,
  universe: ProductUniverse,
  options: ValuationOptions<C>,
): HoldingsValuation<C> {
  const { currency, held } = readHoldings(holdings, universe, 'holdings');
  checkObject(options, 'options');
  const feeYears = checkRange(options.feeYears, 'options.feeYears', { min: 0 });
  const returns = checkObject(options.classReturns, 'options.classReturns');
  const lines = held.map(({ product, value }) => valueLine(product, value, returns, feeYears));
  const additions = readAdditions(options.additions ?? [], universe, currency);

  const values: Record<string, Money<C>> = {};
  for (const line of lines) values[line.product] = line.closing;
  for (const { product, closing } of additions) {
    const before = values[product];
    values[product] = before === undefined ? closing : addMoney(before, closing);
  }
  const closing = sumMoney(
    currency,
    lines.map((line) => line.closing),
  );
  const added = sumMoney(
    currency,
    additions.map((addition) => addition.closing),
  );
  const paidIn = sumMoney(
    currency,
    additions.map((addition) => addition.amount),
  );
  return Object.freeze({
    lines: Object.freeze(lines),
    closing,
    paidIn,
    earnedOnAdditions: subtractMoney(added, paidIn),
    values: Object.freeze(values),
    total: addMoney(closing, added),
  });
}

function valueLine<C extends CurrencyCode>(
  product: Product,
  opening: Money<C>,
  returns: Readonly<Record<string, unknown>>,
  feeYears: number,
): ValuationLine<C> {
  const parts = Object.entries(product.lookThrough)
    .filter(([, share]) => share > 0)
    .map(([id, share]) => {
      const path = at('options.classReturns', id);
      return share * checkRange(returns[id], path, { min: -1 });
    });
  const feeRate = cleanRate(product.annualFee * feeYears);
  const periodReturn = cleanRate(neumaierSum(parts) - feeRate);
  const closing = multiplyMoney(opening, cleanRate(1 + periodReturn), { rounding: 'half-even' });
  const annualFee = multiplyMoney(opening, feeRate, { rounding: 'half-even' });
  const market = addMoney(subtractMoney(closing, opening), annualFee);
  return Object.freeze({ product: product.id, opening, periodReturn, market, annualFee, closing });
}

/** Takes the last digits of float arithmetic away, so that they cannot decide a rounding to the cent. */
function cleanRate(rate: number): number {
  return Math.round(rate * 1e14) / 1e14 + 0;
}

function readAdditions<C extends CurrencyCode>(
  additions: readonly Addition<C>[],
  universe: ProductUniverse,
  currency: C,
): readonly (Addition<C> & { readonly closing: Money<C> })[] {
  return checkList<Addition<C>>(additions, 'options.additions').map((addition, i) => {
    const path = at('options.additions', i);
    checkObject(addition, path);
    const product = checkText(addition.product, at(path, 'product'));
    refuseLiability(findProduct(product, universe, at(path, 'product')), at(path, 'product'));
    const amount = parseMoneyIn(addition.amount, currency, at(path, 'amount'));
    const periodReturn = checkRange(addition.periodReturn, at(path, 'periodReturn'), { min: -1 });
    const growth = cleanRate(1 + periodReturn);
    const closing = multiplyMoney(amount, growth, { rounding: 'half-even' });
    return { product, amount, periodReturn, closing };
  });
}
