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
export function shareOf(amount: bigint, rate: number): bigint {
  if (rate === 0) return 0n;
  const { numerator, denominator } = exactRate(rate);
  return halfEven(amount * numerator, denominator);
}

/** A quotient of whole numbers, the denominator above 0, to the nearest whole number, a tie to the even one. */
export function halfEven(numerator: bigint, denominator: bigint): bigint {
  const cut = numerator / denominator;
  const floor = numerator < cut * denominator ? cut - 1n : cut;
  const twice = 2n * (numerator - floor * denominator);
  if (twice < denominator) return floor;
  return twice === denominator && floor % 2n === 0n ? floor : floor + 1n;
}
