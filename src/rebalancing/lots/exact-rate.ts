import { divideHalfEven } from '../account/exact.js';

/** A rate as whole numbers: numerator / denominator. */
export interface ExactRate {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** A finite rate below 10^21 in size, as its shortest decimal text says it: 0.005 is 5 / 1000. */
export function exactRate(rate: number): ExactRate {
  const [digits = '', exponent = '0'] = String(rate).split('e');
  const [whole = '', fraction = ''] = digits.split('.');
  const places = fraction.length - Number(exponent);
  return { numerator: BigInt(whole + fraction), denominator: 10n ** BigInt(places) };
}

/** The amount × rate, half-even. */
export function amountAtRate(amount: bigint, rate: number): bigint {
  if (rate === 0) return 0n;
  const { numerator, denominator } = exactRate(rate);
  return divideHalfEven(amount * numerator, denominator);
}
