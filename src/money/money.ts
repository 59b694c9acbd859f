import { AptfolioError, at, checkObject } from '../errors/index.js';
import { type CurrencyCode, checkCurrency, minorDigits } from './currency.js';
import {
  type Decimal,
  type DecimalLike,
  type Rounding,
  readDecimal,
  roundingMode,
} from './decimal.js';

/**
 * An amount of money: plain, frozen, JSON-safe.
 *
 * `amount` is exact decimal text with as many digits after the point as the currency's smallest unit:
 * `{ currency: 'CNY', amount: '1234.50' }`, `{ currency: 'JPY', amount: '1234' }`. Anything that has these
 * two fields is money, so a holding or a transaction can be passed as it is.
 */
export interface Money<C extends CurrencyCode = CurrencyCode> {
  readonly currency: C;
  readonly amount: string;
}

/** How a result is brought to the currency's smallest unit. */
export interface RoundingOptions {
  /** Default `half-even`. */
  readonly rounding?: Rounding;
}

/** The most digits an amount may have before the point. */
const MAX_DIGITS = 30;

/**
 * Makes an amount of money.
 *
 * Without a `rounding` the amount must fit the currency's smallest unit; nothing is cut off silently.
 *
 * @param currency ISO 4217 code.
 * @param amount decimal text, a finite number or a bigint, in units of the currency.
 * @param options `rounding`: how to bring a finer amount to the smallest unit.
 * @throws AptfolioError `unknown-currency`, `invalid-format`, `not-finite`, or `out-of-range` for an
 * amount too fine for the currency or of more than 30 digits.
 *
 * @example
 * ```ts
 * import { money } from 'aptfolio/money';
 *
 * money('CNY', '1234.5'); // => { currency: 'CNY', amount: '1234.50' }
 * money('JPY', 1234); // => { currency: 'JPY', amount: '1234' }
 * money('CNY', '0.125', { rounding: 'half-even' }).amount; // => '0.12'
 * money('CNY', '0.125'); // => throws 'out-of-range'
 * ```
 */
export function money<C extends CurrencyCode>(
  currency: C,
  amount: DecimalLike,
  options: RoundingOptions = {},
): Money<C> {
  checkCurrency(currency, 'currency');
  const value = readDecimal(amount, 'amount');
  if (options.rounding === undefined && value.decimalPlaces() > minorDigits(currency)) {
    const expected = `at most ${minorDigits(currency)} digits after the point for ${currency}`;
    throw new AptfolioError('out-of-range', 'amount', expected, amount);
  }
  return fromDecimal(currency, value, options);
}

/**
 * Checks that a value is money and returns it in canonical form.
 *
 * @param path where it stands in the caller's input, for the error.
 * @throws AptfolioError as `money`, with the path to the fault.
 */
export function parseMoney(value: unknown, path = 'money'): Money {
  const { currency, amount } = checkObject(value, path);
  const code = checkCurrency(currency, at(path, 'currency'));
  return fromMinorUnits(code, readMinorUnits(code, amount, at(path, 'amount')));
}

/** Zero in a currency. */
export function zeroMoney<C extends CurrencyCode>(currency: C): Money<C> {
  return fromMinorUnits(currency, 0n);
}

/**
 * The amount in the currency's smallest units.
 *
 * @example
 * ```ts
 * import { money, toMinorUnits } from 'aptfolio/money';
 *
 * toMinorUnits(money('CNY', '12.34')) === 1234n; // => true
 * ```
 */
export function toMinorUnits(amount: Money, path = 'money'): bigint {
  const object = checkObject(amount, path);
  const currency = checkCurrency(object.currency, at(path, 'currency'));
  return readMinorUnits(currency, object.amount, at(path, 'amount'));
}

/**
 * Money from a whole number of the currency's smallest units.
 *
 * @throws AptfolioError `unknown-currency`, or `out-of-range` beyond 30 digits.
 */
export function fromMinorUnits<C extends CurrencyCode>(currency: C, units: bigint): Money<C> {
  const digits = minorDigits(currency);
  if (typeof units !== 'bigint') {
    throw new AptfolioError('invalid-type', 'units', 'a bigint', units);
  }
  const magnitude = (units < 0n ? -units : units).toString().padStart(digits + 1, '0');
  if (magnitude.length > MAX_DIGITS + digits) {
    throw new AptfolioError('out-of-range', 'amount', `at most ${MAX_DIGITS} digits`);
  }
  const whole = magnitude.slice(0, magnitude.length - digits);
  const fraction = digits === 0 ? '' : `.${magnitude.slice(magnitude.length - digits)}`;
  return Object.freeze({ currency, amount: `${units < 0n ? '-' : ''}${whole}${fraction}` });
}

/**
 * The amount as a floating-point number: for ratios, charts and statistics, never for a ledger.
 *
 * @example
 * ```ts
 * import { money, moneyToNumber } from 'aptfolio/money';
 *
 * moneyToNumber(money('CNY', '12.34')); // => 12.34
 * ```
 */
export function moneyToNumber(amount: Money, path = 'money'): number {
  toMinorUnits(amount, path);
  return Number(amount.amount) + 0;
}

/** Exact decimal value of an amount. */
export function toDecimal(amount: Money, path: string): Decimal {
  toMinorUnits(amount, path);
  return readDecimal(amount.amount, at(path, 'amount'));
}

/** Rounds a decimal to the currency's smallest unit. */
export function fromDecimal<C extends CurrencyCode>(
  currency: C,
  value: Decimal,
  options: RoundingOptions,
): Money<C> {
  const digits = minorDigits(currency);
  const mode = roundingMode(options.rounding, 'options.rounding');
  const text = value.toDecimalPlaces(digits, mode).toFixed(digits);
  return fromMinorUnits(currency, BigInt(text.replace('.', '')));
}

const FORM = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?$/;

/** The common path of every sum and comparison: text to whole units, without a decimal object. */
function readMinorUnits(currency: CurrencyCode, amount: unknown, path: string): bigint {
  const digits = minorDigits(currency);
  const match = typeof amount === 'string' && amount.length <= 2 * MAX_DIGITS && FORM.exec(amount);
  if (!match) {
    const value = readDecimal(amount, path);
    throw new AptfolioError('invalid-type', path, 'the amount as decimal text', value.toString());
  }
  const [, sign = '', whole = '', fraction = ''] = match;
  if (fraction.length > digits && /[1-9]/.test(fraction.slice(digits))) {
    const expected = `at most ${digits} digits after the point for ${currency}`;
    throw new AptfolioError('out-of-range', path, expected, amount);
  }
  if (whole.length > MAX_DIGITS) {
    throw new AptfolioError('out-of-range', path, `at most ${MAX_DIGITS} digits`, amount);
  }
  return BigInt(sign + whole + fraction.slice(0, digits).padEnd(digits, '0'));
}
