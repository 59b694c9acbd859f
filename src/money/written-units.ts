import { type CurrencyCode, minorDigits } from './currency.js';

/** So many characters have at most 15 digits, which a double holds exactly. */
const MOST_CHARACTERS = 15;

const ZERO = 48;
const POINT = 46;
const MINUS = 45;

/**
 * A reader of the smallest units of money that is written as the library writes it, which nearly all is: as a double, and without taking the
 * text apart. For sums over millions of amounts; others take `toMinorUnits`.
 *
 * @param currency ISO 4217 code of the currency that the amounts should be in.
 * @returns a function of anything that returns a whole number of at most 15 digits, never `-0`; `undefined` for whatever is written otherwise,
 * is longer, or is no money of this currency, and is still to be checked.
 * @throws AptfolioError `unknown-currency` with path `currency`.
 *
 * @example
 * ```ts
 * import { writtenUnitsIn } from 'aptfolio/money';
 *
 * const unitsOf = writtenUnitsIn('CNY');
 * unitsOf({ currency: 'CNY', amount: '-12.34' }); // => -1234
 * unitsOf({ currency: 'CNY', amount: '12.3' }); // => undefined
 * unitsOf({ currency: 'USD', amount: '12.34' }); // => undefined
 * ```
 */
export function writtenUnitsIn(currency: CurrencyCode): (value: unknown) => number | undefined {
  // Looked up once: it takes a good part of the time of reading an amount.
  const digits = minorDigits(currency);
  return (value) => writtenUnits(value, currency, digits);
}

/** The smallest units of money in a currency with so many digits behind the point. */
export function writtenUnits(
  value: unknown,
  currency: CurrencyCode,
  digits: number,
): number | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { currency: given, amount } = value as { currency?: unknown; amount?: unknown };
  return given === currency ? writtenAmount(amount, digits) : undefined;
}

/** The same of its amount. */
export function writtenAmount(amount: unknown, digits: number): number | undefined {
  if (typeof amount !== 'string') return undefined;
  const { length } = amount;
  if (length > MOST_CHARACTERS) return undefined;
  const first = amount.charCodeAt(0) === MINUS ? 1 : 0;
  const point = digits === 0 ? length : length - digits - 1;
  if (point <= first || (digits > 0 && amount.charCodeAt(point) !== POINT)) return undefined;
  if (point > first + 1 && amount.charCodeAt(first) === ZERO) return undefined;
  let units = 0;
  for (let i = first; i < point; i++) {
    const digit = amount.charCodeAt(i) - ZERO;
    if (digit >>> 0 > 9) return undefined;
    units = units * 10 + digit;
  }
  for (let i = point + 1; i < length; i++) {
    const digit = amount.charCodeAt(i) - ZERO;
    if (digit >>> 0 > 9) return undefined;
    units = units * 10 + digit;
  }
  if (first === 0) return units;
  // The library writes zero without a sign.
  return units === 0 ? undefined : -units;
}
