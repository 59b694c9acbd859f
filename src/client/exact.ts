import { AptfolioError, checkRange } from '../errors/index.js';
import { type CurrencyCode, fromMinorUnits, type Money, toMinorUnits } from '../money/index.js';

/** A decimal fraction as whole numbers: numerator / scale. */
export interface ExactFraction {
  readonly numerator: bigint;
  readonly scale: bigint;
}

const FORM = /^(\d{1,12})(?:\.(\d{1,20}))?$/;

/** Reads a decimal fraction of at least 0, as text or as a number whose shortest text counts. */
export function exactFraction(value: unknown, path: string): ExactFraction {
  const text = typeof value === 'string' ? value : decimalText(checkRange(value, path, { min: 0 }));
  const match = FORM.exec(text);
  if (match === null) {
    const expected = 'a decimal fraction of at least 0 such as 0.0110';
    throw new AptfolioError('invalid-format', path, expected, value);
  }
  const [, whole = '', fraction = ''] = match;
  return { numerator: BigInt(whole + fraction), scale: integerPower(10n, fraction.length) };
}

/** Below a millionth the shortest text has an exponent. */
function decimalText(value: number): string {
  return value < 1e-6 ? value.toFixed(20) : String(value);
}

/** A whole number to a whole power of at least 0. */
export function integerPower(base: bigint, exponent: number): bigint {
  let result = 1n;
  for (let i = 0; i < exponent; i++) result *= base;
  return result;
}

/** The amount × numerator / denominator (above 0), rounded once to the smallest unit. */
export function scaleMoney<C extends CurrencyCode>(
  amount: Money<C>,
  numerator: bigint,
  denominator: bigint,
  rounding: QuotientRounding = 'half-even',
): Money<C> {
  const product = toMinorUnits(amount) * numerator;
  return fromMinorUnits(amount.currency, roundedQuotient(product, denominator, rounding));
}

/** How a quotient becomes a whole number. */
export type QuotientRounding = 'half-even' | 'floor';

/** The quotient of whole numbers, the denominator above 0, as a whole number. */
export function roundedQuotient(
  numerator: bigint,
  denominator: bigint,
  rounding: QuotientRounding = 'half-even',
): bigint {
  const cut = numerator / denominator;
  const floor = numerator < cut * denominator ? cut - 1n : cut;
  const twice = 2n * (numerator - floor * denominator);
  if (rounding === 'floor' || twice < denominator) return floor;
  const isTieOnEven = twice === denominator && floor % 2n === 0n;
  return isTieOnEven ? floor : floor + 1n;
}
