import { type CurrencyCode, type Money, minorDigits } from '../../money/index.js';

/** So many characters have at most 15 digits, which a double holds exactly. */
const MOST_CHARACTERS = 15;

const ZERO = 48;
const POINT = 46;
const MINUS = 45;

/**
 * The smallest units of an amount that is written as the library writes it, which nearly all are, as a double and without taking the text apart;
 * `undefined` for any other value, which is still to be checked. Amounts come by the million.
 */
export function writtenUnits(value: unknown, currency: CurrencyCode): number | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { currency: given, amount } = value as Money;
  if (given !== currency || typeof amount !== 'string') return undefined;
  const { length } = amount;
  if (length > MOST_CHARACTERS) return undefined;
  const first = amount.charCodeAt(0) === MINUS ? 1 : 0;
  const digits = minorDigits(currency);
  const point = digits === 0 ? length : length - digits - 1;
  if (point <= first || (digits > 0 && amount.charCodeAt(point) !== POINT)) return undefined;
  if (point > first + 1 && amount.charCodeAt(first) === ZERO) return undefined;
  let units = 0;
  for (let i = first; i < length; i++) {
    if (i === point) continue;
    const digit = amount.charCodeAt(i) - ZERO;
    if (!(digit >= 0 && digit <= 9)) return undefined;
    units = units * 10 + digit;
  }
  return first === 0 ? units : 0 - units;
}
