import { AptfolioError, checkText } from '../../errors/index.js';
import { surelyNearest } from '../../numerics/index.js';

/** Exact decimal text taken apart: `digits / 10^scale`. */
export interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

const FORM = /^(0|[1-9]\d{0,29})(?:\.(\d{1,18}))?$/;

/** Reads decimal text of at least 0; `positive` refuses 0 as well. */
export function readDecimal(value: unknown, path: string, sign: 'positive' | 'any'): Decimal {
  const text = checkText(value, path);
  const short = readShort(text);
  if (short !== undefined && (short.digits > 0n || sign === 'any')) return short;
  const match = FORM.exec(text);
  if (match === null) {
    const negative = /^-\d/.test(text);
    const expected = 'decimal text of at least 0 such as 1234.50';
    throw new AptfolioError(negative ? 'out-of-range' : 'invalid-format', path, expected, text);
  }
  const fraction = match[2] ?? '';
  const digits = BigInt(match[1] + fraction);
  if (digits === 0n && sign === 'positive') {
    throw new AptfolioError('out-of-range', path, 'an amount above 0', text);
  }
  return { digits, scale: fraction.length };
}

/** So many characters have at most 15 digits, which a double holds exactly. */
const MOST_CHARACTERS = 15;

const ZERO = 48;
const POINT = 46;

/** Reads decimal text of few characters, as nearly all is, without taking it apart; nothing for what is none. */
function readShort(text: string): Decimal | undefined {
  const { length } = text;
  if (length > MOST_CHARACTERS) return undefined;
  let digits = 0;
  let point = length;
  for (let i = 0; i < length; i++) {
    const digit = text.charCodeAt(i) - ZERO;
    if (digit >= 0 && digit <= 9) digits = digits * 10 + digit;
    else if (digit === POINT - ZERO && point === length) point = i;
    else return undefined;
  }
  const isWhole = point > 0 && (point === 1 || text.charCodeAt(0) !== ZERO);
  if (!isWhole || point === length - 1) return undefined;
  return { digits: BigInt(digits), scale: point === length ? 0 : length - point - 1 };
}

/** Writes `digits / 10^scale` without zeros at its end. */
export function writeDecimal(digits: bigint, scale: number): string {
  if (scale === 0) return digits.toString();
  const text = digits.toString().padStart(scale + 1, '0');
  const fraction = text.slice(text.length - scale).replace(/0+$/, '');
  const whole = text.slice(0, text.length - scale);
  return fraction === '' ? whole : `${whole}.${fraction}`;
}

/** The digits of a decimal at a finer or equal scale. */
export function atScale({ digits, scale }: Decimal, wanted: number): bigint {
  return digits * powerOfTen(wanted - scale);
}

/** A decimal in units of 10^-wanted, what is finer counted up or down. */
export function inUnits(value: Decimal, wanted: number, rounding: 'up' | 'down'): bigint {
  if (value.scale <= wanted) return atScale(value, wanted);
  const divisor = powerOfTen(value.scale - wanted);
  return rounding === 'up' ? divideUp(value.digits, divisor) : value.digits / divisor;
}

/** The powers that scales of amounts, units and prices come to. */
const POWERS: readonly bigint[] = Array.from(
  { length: 40 },
  (_, exponent) => 10n ** BigInt(exponent),
);

/** 10^exponent, for exponents of at least 0. */
export function powerOfTen(exponent: number): bigint {
  return POWERS[exponent] ?? 10n ** BigInt(exponent);
}

/** Quotient to the nearest whole number, a tie to the even one; the divisor is above 0. */
export function divideHalfEven(value: bigint, divisor: bigint): bigint {
  if (divisor === 1n) return value;
  const quotient = value / divisor;
  const rest = value - quotient * divisor;
  const twice = 2n * (rest < 0n ? -rest : rest);
  if (twice < divisor || (twice === divisor && quotient % 2n === 0n)) return quotient;
  return value < 0n ? quotient - 1n : quotient + 1n;
}

/** Quotient of two numbers of at least 0, rounded up. */
export function divideUp(value: bigint, divisor: bigint): bigint {
  return (value + divisor - 1n) / divisor;
}

/** Digits of a weight or rate that count: what lies behind them is the noise of solving. */
const WEIGHT_SCALE = 1e12;
export const RATE_UNITS = 1_000_000_000_000n;

/** A decimal fraction in units of 10^-12. */
export function rateUnits(rate: number): bigint {
  return BigInt(Math.round(rate * WEIGHT_SCALE));
}

/** A share of an amount, half-even to the smallest unit. */
export function shareOf(amount: bigint, share: number): bigint {
  const near = (Number(amount) * Math.round(share * WEIGHT_SCALE)) / WEIGHT_SCALE;
  return surelyNearest(near) ?? divideHalfEven(amount * rateUnits(share), RATE_UNITS);
}

/** A share of an amount of at least 0, rounded down to the smallest unit. */
export function floorShareOf(amount: bigint, share: number): bigint {
  return (amount * rateUnits(share)) / RATE_UNITS;
}

/** a / b as a double; both may be far above what a double holds exactly. */
export function ratio(a: bigint, b: bigint): number {
  return Number(a) / Number(b) + 0;
}

/** The size of an amount without its sign. */
export function sizeOf(value: bigint): bigint {
  return value < 0n ? -value : value;
}

/** The smaller of two amounts. */
export function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

/** The larger of two amounts. */
export function most(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}

/** How two amounts are ordered. */
export function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Units times price in smallest units, half-even. */
export function valueOfUnits(
  units: bigint,
  unitScale: number,
  price: Decimal,
  digits: number,
): bigint {
  const finer = unitScale + price.scale - digits;
  const product = units * price.digits;
  return finer <= 0 ? product * powerOfTen(-finer) : divideHalfEven(product, powerOfTen(finer));
}
