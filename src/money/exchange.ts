import { AptfolioError, at, checkList, checkObject } from '../errors/index.js';
import { type CurrencyCode, checkCurrency } from './currency.js';
import { type Decimal, type RoundingOptions, readDecimalText } from './decimal.js';
import { fromDecimal, type Money, toDecimal, zeroMoney } from './money.js';

/** Exchange rates against one base: `rates.USD` units of the base for one dollar. */
export interface FxRates {
  readonly base: CurrencyCode;
  /** Decimal text above 0. The base itself needs no entry; if it has one, it is 1. */
  readonly rates: Readonly<Partial<Record<CurrencyCode, string>>>;
}

/**
 * Converts an amount with given rates, through their base where neither side is the base, and rounds
 * it once from the exact result.
 *
 * @param fx the rates; a missing one is an error, never 0 or 1. An amount that already is in the
 * currency needs none.
 * @param options `rounding`, default `half-even`.
 * @throws AptfolioError `missing-rate` with the path `fx.rates.JPY`, `out-of-range` for a rate that is
 * not above 0, `inconsistent` for a base that is not worth 1, or as `parseMoney`.
 *
 * @example
 * ```ts
 * import { convertMoney, money } from 'aptfolio/money';
 *
 * const fx = { base: 'CNY', rates: { USD: '7.1000', HKD: '0.9080' } } as const;
 * convertMoney(money('USD', '20000'), 'CNY', fx).amount; // => '142000.00'
 * convertMoney(money('USD', '1'), 'HKD', fx).amount; // => '7.82'
 * convertMoney(money('JPY', '1'), 'CNY', fx); // => throws 'missing-rate', 'fx.rates.JPY'
 * ```
 */
export function convertMoney<C extends CurrencyCode>(
  money: Money,
  currency: C,
  fx: FxRates,
  options: RoundingOptions = {},
): Money<C> {
  const value = toDecimal(money, 'money');
  checkCurrency(currency, 'currency');
  const rateOf = readRates(fx);
  if (money.currency === (currency as CurrencyCode)) return fromDecimal(currency, value, options);
  const inBase = value.times(required(money.currency, fx, rateOf));
  return fromDecimal(currency, inBase.dividedBy(required(currency, fx, rateOf)), options);
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
  let own = toDecimal(zeroMoney(currency), 'total');
  let inBase = own;
  const rateOf = readRates(fx);
  const missing = new Set<CurrencyCode>();
  for (const [index, amount] of checkList<Money>(amounts, 'amounts').entries()) {
    const value = toDecimal(amount, at('amounts', index));
    if (amount.currency === (currency as CurrencyCode)) {
      own = own.plus(value);
      continue;
    }
    const rate = rateOf(amount.currency);
    if (rate === undefined) missing.add(amount.currency);
    else inBase = inBase.plus(value.times(rate));
    if (rateOf(currency) === undefined) missing.add(currency);
  }
  if (missing.size > 0) {
    return Object.freeze({ status: 'missing-rate', missing: Object.freeze([...missing].sort()) });
  }
  // The one division comes last, over one denominator, so that the sum it rounds is exact.
  const rate = rateOf(currency);
  const sum = rate === undefined ? own : own.times(rate).plus(inBase).dividedBy(rate);
  return Object.freeze({ status: 'complete', total: fromDecimal(currency, sum, {}) });
}

/** The value of one unit of a currency in the base, `undefined` if no rate was given. */
type RateOf = (currency: CurrencyCode) => Decimal | undefined;

function readRates(fx: FxRates): RateOf {
  const { base, rates } = checkObject(fx, 'fx');
  checkCurrency(base, 'fx.base');
  const given = checkObject(rates, 'fx.rates');
  return (currency) => {
    const path = at('fx.rates', currency);
    const text = given[currency] ?? (currency === base ? '1' : undefined);
    if (text === undefined) return undefined;
    const rate = readDecimalText(text, path);
    if (!rate.greaterThan(0)) {
      throw new AptfolioError('out-of-range', path, 'a rate above 0', text);
    }
    if (currency === base && !rate.equals(1)) {
      throw new AptfolioError('inconsistent', path, 'no rate for the base, or 1', text);
    }
    return rate;
  };
}

function required(currency: CurrencyCode, fx: FxRates, rateOf: RateOf): Decimal {
  const rate = rateOf(currency);
  if (rate !== undefined) return rate;
  const expected = `a rate: units of ${fx.base} for one ${currency}`;
  throw new AptfolioError('missing-rate', at('fx.rates', currency), expected);
}
