import { AptfolioError, checkNumber } from '../../errors/index.js';

/** A decimal number without any rounding: digits / 10^places. */
export interface ExactDecimal {
  readonly digits: bigint;
  readonly places: number;
}

const FORM = /^(-?)(\d{1,40})(?:\.(\d{1,40}))?(?:e([+-]\d{1,2}))?$/;

/**
 * Reads decimal text, or a number by its shortest decimal text.
 *
 * In whole numbers and not with decimal.js, so that who allocates without lots need not load that.
 */
export function readExact(value: unknown, path: string): ExactDecimal {
  if (typeof value === 'bigint') return { digits: value, places: 0 };
  const text = typeof value === 'string' ? value : String(checkNumber(value, path));
  const found = FORM.exec(text);
  if (found === null) throw new AptfolioError('invalid-format', path, 'decimal text', value);
  const [, sign, whole, fraction = '', exponent = '0'] = found;
  const digits = BigInt(`${sign}${whole}${fraction}`);
  const places = fraction.length - Number(exponent);
  return places >= 0 ? { digits, places } : { digits: digits * tenTo(-places), places: 0 };
}

/** 10^places. */
export function tenTo(places: number): bigint {
  return BigInt(`1${'0'.repeat(places)}`);
}

/** The whole number of units of 10^−places that is nearest; a tie to the even one. */
export function roundTo({ digits, places }: ExactDecimal, wanted: number): bigint {
  if (places <= wanted) return digits * tenTo(wanted - places);
  const divisor = tenTo(places - wanted);
  const size = digits < 0n ? -digits : digits;
  const whole = size / divisor;
  const twice = 2n * (size % divisor);
  const up = twice > divisor || (twice === divisor && whole % 2n === 1n);
  const rounded = up ? whole + 1n : whole;
  return digits < 0n ? -rounded : rounded;
}

/** The product. */
export function timesExact(a: ExactDecimal, b: ExactDecimal): ExactDecimal {
  return { digits: a.digits * b.digits, places: a.places + b.places };
}

/** The nearest double, but for the last digit. */
export function toNumber({ digits, places }: ExactDecimal): number {
  return Number(`${digits}e-${places}`);
}

/** The sum. */
export function plusExact(a: ExactDecimal, b: ExactDecimal): ExactDecimal {
  const places = Math.max(a.places, b.places);
  const digits = a.digits * tenTo(places - a.places) + b.digits * tenTo(places - b.places);
  return { digits, places };
}

/** The largest whole number of units of 10^−places that is not above. */
export function floorTo({ digits, places }: ExactDecimal, wanted: number): bigint {
  if (places <= wanted) return digits * tenTo(wanted - places);
  const divisor = tenTo(places - wanted);
  const whole = digits / divisor;
  return whole * divisor > digits ? whole - 1n : whole;
}

/** Digits after the point of a quotient: far more than a double keeps. */
const QUOTIENT = 40;

/** The double nearest to the quotient of two numbers, the second above 0. */
export function quotientOf(a: ExactDecimal, b: ExactDecimal): number {
  const digits = (a.digits * tenTo(b.places + QUOTIENT)) / (b.digits * tenTo(a.places));
  return toNumber({ digits, places: QUOTIENT }) + 0;
}
