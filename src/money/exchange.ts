import { AptfolioError, at, checkList, checkObject } from '../errors/index.js';
import { type CurrencyCode, checkCurrency, isCurrencyCode } from './currency.js';
import { type Decimal, readDecimal } from './decimal.js';
import { fromDecimal, type Money, type RoundingOptions, toDecimal, zeroMoney } from './money.js';

/** Exchange rates against one base: `rates.USD` units of the base for one dollar. */
export interface FxRates {
  readonly base: CurrencyCode;
  /** Decimal text above 0. The base itself needs no entry. */
  readonly rates: Readonly<Partial<Record<CurrencyCode, string>>>;
}

/**
 * Converts an amount with given rates, through their base where neither side is the base.
 *
 * @param fx the rates; a missing one is an error, never 0 or 1.
 * @throws AptfolioError `missing-rate` with the path `fx.rates.JPY`, `out-of-range` for a rate that is
 * not above 0, or as `parseMoney`.
 *
 * @example
 * ```ts
 * import { convertMoney, money } from 'aptfolio/money';
 *
 * const fx = { base: 'CNY', rates: { USD: '7.1000', HKD: '0.9080' } } as const;
 * convertMoney(money('USD', '20000'), 'CNY', fx).amount; // => '142000.00'
 * convertMoney(money('USD', '1'), 'HKD', fx).amount; // => '7.82'
 * convertMoney(money('JPY', '1'), 'CNY', fx); // => throws 'missing-rate'
 * ```
 */
export function convertMoney<C extends CurrencyCode>(
  amount: Money,
  currency: C,
  fx: FxRates,
  options: RoundingOptions = {},
): Money<C> {
  checkCurrency(currency, 'currency');
  return fromDecimal(currency, exactly(amount, 'money', currency, fx), options);
}

/** A total, or the currencies for which no rate was given. */
export type TotalResult<C extends CurrencyCode = CurrencyCode> =
  | { readonly status: 'complete'; readonly total: Money<C> }
  | { readonly status: 'missing-rate'; readonly missing: readonly CurrencyCode[] };

/**
 * The total of amounts in several currencies, or the rates that are missing for it.
 *
 * Amounts are converted exactly, summed, and rounded once, half-even. If one rate is missing there is
 * no total: an incomplete one would be taken for the whole.
 *
 * @returns `complete`, or `missing-rate` with the codes in alphabetical order.
 * @throws AptfolioError for malformed amounts or rates, with the path.
 *
 * @example
 * ```ts
 * import { money, totalIn } from 'aptfolio/money';
 *
 * const fx = { base: 'CNY', rates: { USD: '7.1000' } } as const;
 * const amounts = [money('CNY', '100'), money('USD', '10'), money('JPY', '500')];
 * totalIn('CNY', amounts.slice(0, 2), fx); // => { status: 'complete', total: { currency: 'CNY', amount: '171.00' } }
 * totalIn('CNY', amounts, fx); // => { status: 'missing-rate', missing: ['JPY'] }
 * ```
 */
export function totalIn<C extends CurrencyCode>(
  currency: C,
  amounts: readonly Money[],
  fx: FxRates,
): TotalResult<C> {
  checkCurrency(currency, 'currency');
  const missing = new Set<CurrencyCode>();
  let sum = toDecimal(zeroMoney(currency), 'total');
  checkList<Money>(amounts, 'amounts').forEach((amount, index) => {
    const path = at('amounts', index);
    toDecimal(amount, path);
    const absent = [amount.currency, currency].filter(
      (code) => amount.currency !== currency && rateOf(code, fx) === undefined,
    );
    for (const code of absent) missing.add(code);
    if (absent.length === 0) sum = sum.plus(exactly(amount, path, currency, fx));
  });
  if (missing.size > 0) {
    return Object.freeze({ status: 'missing-rate', missing: Object.freeze([...missing].sort()) });
  }
  return Object.freeze({ status: 'complete', total: fromDecimal(currency, sum, {}) });
}

function exactly(amount: Money, path: string, currency: CurrencyCode, fx: FxRates): Decimal {
  const value = toDecimal(amount, path);
  if (amount.currency === currency) return value;
  const [from, to] = [requireRate(amount.currency, fx), requireRate(currency, fx)];
  return value.times(from).dividedBy(to);
}

function requireRate(currency: CurrencyCode, fx: FxRates): Decimal {
  const rate = rateOf(currency, fx);
  if (rate !== undefined) return rate;
  const expected = `a rate: units of ${fx.base} for one ${currency}`;
  throw new AptfolioError('missing-rate', at('fx.rates', currency), expected);
}

function rateOf(currency: CurrencyCode, fx: FxRates): Decimal | undefined {
  const { base, rates } = checkObject(fx, 'fx');
  checkCurrency(base, 'fx.base');
  if (currency === base) return readDecimal('1', 'fx.base');
  const given = checkObject(rates, 'fx.rates');
  if (!isCurrencyCode(currency) || given[currency] === undefined || given[currency] === null) {
    return undefined;
  }
  const rate = readDecimal(given[currency], at('fx.rates', currency));
  if (!rate.greaterThan(0)) {
    const path = at('fx.rates', currency);
    throw new AptfolioError('out-of-range', path, 'a rate above 0', given[currency]);
  }
  return rate;
}
