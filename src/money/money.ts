import { AptfolioError, at, checkObject } from '../errors/index.js';
import { type CurrencyCode, checkCurrency, digitsOf, minorDigits } from './currency.js';
import {
  type Decimal,
  type DecimalLike,
  matchDecimal,
  type RoundingMode,
  type RoundingOptions,
  readDecimal,
  readDecimalText,
  roundingMode,
} from './decimal.js';
import { writtenAmount } from './written-units.js';

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

/** The most digits an amount may have before the point. */
const MAX_DIGITS = 30;
const LARGEST = `an amount of at most ${MAX_DIGITS} digits before the point`;

/**
 * Makes an amount of money.
 *
 * Without a `rounding` the amount must fit the currency's smallest unit; nothing is cut off silently.
 *
 * @param currency ISO 4217 code.
 * @param amount decimal text, a finite number or a bigint, in units of the currency.
 * @param options `rounding`: how to bring a finer amount to the smallest unit.
 * @throws AptfolioError `unknown-currency`, `invalid-format`, `not-finite`, or `out-of-range` for an
 * amount too fine for the currency or of more than 30 digits before the point.
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
  const mode = roundingMode(options);
  const digits = minorDigits(currency);
  if (options.rounding === undefined && value.decimalPlaces() > digits) {
    throw new AptfolioError('out-of-range', 'amount', fineness(currency, digits), amount);
  }
  return compose(currency, wholeUnits(value, digits, mode), 'amount');
}

/**
 * Zero in a currency.
 *
 * @throws AptfolioError `unknown-currency`.
 *
 * @example
 * ```ts
 * import { zeroMoney } from 'aptfolio/money';
 *
 * zeroMoney('KWD'); // => { currency: 'KWD', amount: '0.000' }
 * ```
 */
export function zeroMoney<C extends CurrencyCode>(currency: C): Money<C> {
  return compose(currency, 0n, 'units');
}

/**
 * The amount in the currency's smallest units.
 *
 * @throws AptfolioError as `parseMoney`.
 *
 * @example
 * ```ts
 * import { money, toMinorUnits } from 'aptfolio/money';
 *
 * toMinorUnits(money('CNY', '12.34')) === 1234n; // => true
 * ```
 */
export function toMinorUnits(money: Money, path = 'money'): bigint {
  const { currency, amount } = checkObject(money, path);
  const digits = digitsOf(currency);
  const written = digits === undefined ? undefined : writtenAmount(amount, digits);
  if (written !== undefined) return BigInt(written);
  const code = checkCurrency(currency, at(path, 'currency'));
  return readMinorUnits(code, amount, at(path, 'amount'));
}

/**
 * Money from a whole number of the currency's smallest units.
 *
 * @throws AptfolioError `unknown-currency`, `invalid-type` for what is no bigint, or `out-of-range`
 * beyond 30 digits before the point.
 *
 * @example
 * ```ts
 * import { fromMinorUnits } from 'aptfolio/money';
 *
 * fromMinorUnits('CNY', 5n); // => { currency: 'CNY', amount: '0.05' }
 * ```
 */
export function fromMinorUnits<C extends CurrencyCode>(currency: C, units: bigint): Money<C> {
  const digits = minorDigits(currency);
  if (units === undefined || units === null) {
    throw new AptfolioError('missing-value', 'units', 'a bigint', units);
  }
  if (typeof units !== 'bigint') {
    throw new AptfolioError('invalid-type', 'units', 'a bigint', units);
  }
  return write(currency, units, digits, 'units');
}

/**
 * The amount as a floating-point number: for ratios, charts and statistics, never for a ledger.
 *
 * @throws AptfolioError as `parseMoney`.
 *
 * @example
 * ```ts
 * import { money, moneyToNumber } from 'aptfolio/money';
 *
 * moneyToNumber(money('CNY', '12.34')); // => 12.34
 * ```
 */
export function moneyToNumber(money: Money, path = 'money'): number {
  toMinorUnits(money, path);
  return Number(money.amount) + 0;
}

/** Exact decimal value of an amount. */
export function toDecimal(money: Money, path: string): Decimal {
  toMinorUnits(money, path);
  return readDecimalText(money.amount, at(path, 'amount'));
}

/** Rounds a decimal to the currency's smallest unit; `path` is what an error names. */
export function fromDecimal<C extends CurrencyCode>(
  currency: C,
  value: Decimal,
  options: RoundingOptions,
  path = 'result',
): Money<C> {
  const units = wholeUnits(value, minorDigits(currency), roundingMode(options));
  return compose(currency, units, path);
}

const MINUS = 45;

/** The digits of whole units; a number is written several times as fast as a bigint, and nearly all amounts are safe as one. */
function textOf(units: bigint): string {
  const number = Number(units);
  return Number.isSafeInteger(number) ? String(number) : units.toString();
}

/** Writes an amount; every amount of the library is made here. */
export function compose<C extends CurrencyCode>(
  currency: C,
  units: bigint,
  path = 'result',
): Money<C> {
  return write(currency, units, minorDigits(currency), path);
}

function write<C extends CurrencyCode>(
  currency: C,
  units: bigint,
  digits: number,
  path: string,
): Money<C> {
  const text = textOf(units);
  const isNegative = text.charCodeAt(0) === MINUS;
  const magnitude = (isNegative ? text.slice(1) : text).padStart(digits + 1, '0');
  if (magnitude.length > MAX_DIGITS + digits) {
    throw new AptfolioError('out-of-range', path, LARGEST, `${units} smallest units`);
  }
  const point = magnitude.length - digits;
  const written =
    digits === 0 ? magnitude : `${magnitude.slice(0, point)}.${magnitude.slice(point)}`;
  return Object.freeze({ currency, amount: isNegative ? `-${written}` : written });
}

function wholeUnits(value: Decimal, digits: number, mode: RoundingMode): bigint {
  const text = value.toDecimalPlaces(digits, mode).toFixed(digits);
  return BigInt(text.replace('.', ''));
}

/** The common path of every sum and comparison: text to whole units, without a decimal object. */
export function readMinorUnits(currency: CurrencyCode, amount: unknown, path: string): bigint {
  const digits = minorDigits(currency);
  const written = writtenAmount(amount, digits);
  if (written !== undefined) return BigInt(written);
  const [sign, whole, fraction] = matchDecimal(amount, path);
  if (fraction.length > digits && /[1-9]/.test(fraction.slice(digits))) {
    throw new AptfolioError('out-of-range', path, fineness(currency, digits), amount);
  }
  if (whole.length > MAX_DIGITS) throw new AptfolioError('out-of-range', path, LARGEST, amount);
  return BigInt(sign + whole + fraction.slice(0, digits).padEnd(digits, '0'));
}

function fineness(currency: CurrencyCode, digits: number): string {
  return `at most ${digits} digits after the point for ${currency}`;
}
