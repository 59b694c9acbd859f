import { surelyNearest } from '../../numerics/index.js';
import { divideHalfEven, powerOfTen } from '../account/exact.js';

/** A rate as whole numbers: numerator / denominator. */
export interface ExactRate {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

const MOST_PLACES = 8;
const MOST_DIGITS = 1e15;

/** A finite rate below 10^21 in size, as its shortest decimal text says it: 0.005 is 5 / 1000. */
export function exactRate(rate: number): ExactRate {
  // Where so few digits give the double, they are its shortest text.
  for (let places = 0, scale = 1; places <= MOST_PLACES; places++, scale *= 10) {
    const digits = Math.round(rate * scale);
    if (digits / scale !== rate || Math.abs(digits) > MOST_DIGITS) continue;
    return { numerator: BigInt(digits), denominator: powerOfTen(places) };
  }
  const text = String(rate);
  const end = text.indexOf('e');
  const digits = end === -1 ? text : text.slice(0, end);
  const exponent = end === -1 ? 0 : Number(text.slice(end + 1));
  const point = digits.indexOf('.');
  if (point === -1) return { numerator: BigInt(digits), denominator: powerOfTen(-exponent) };
  const fraction = digits.slice(point + 1);
  return {
    numerator: BigInt(digits.slice(0, point) + fraction),
    denominator: powerOfTen(fraction.length - exponent),
  };
}

/** The amount × rate, half-even. */
export function amountAtRate(amount: bigint, rate: number): bigint {
  if (rate === 0) return 0n;
  const sure = surelyNearest(Number(amount) * rate);
  if (sure !== undefined) return sure;
  const { numerator, denominator } = exactRate(rate);
  return divideHalfEven(amount * numerator, denominator);
}
