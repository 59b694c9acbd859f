import { surelyNearest } from '../../numerics/index.js';

/** Rates count to the fifteenth digit behind the point: as many as a double between 1 and 2 holds. */
export const RATE_SCALE: bigint = 1_000_000_000_000_000n;
const SCALE = 1e15;

/** amount × rate in smallest units, half-even; the rate at least 0. */
export function timesRate(amount: bigint, rate: number): bigint {
  const near = (Number(amount) * Math.round(rate * SCALE)) / SCALE;
  return surelyNearest(near) ?? divideHalfEven(amount * scaled(rate), RATE_SCALE);
}

/** amount / rate in smallest units, half-even; the rate above 0 and up to 2. */
export function overRate(amount: bigint, rate: number): bigint {
  const near = (Number(amount) * SCALE) / Math.round(rate * SCALE);
  return surelyNearest(near) ?? divideHalfEven(amount * RATE_SCALE, scaled(rate));
}

/** The quotient's nearest whole number, a tie to the even one; the divisor is above 0. */
export function divideHalfEven(dividend: bigint, divisor: bigint): bigint {
  if (dividend < 0n) return -divideHalfEven(-dividend, divisor);
  const quotient = dividend / divisor;
  const twice = 2n * (dividend - quotient * divisor);
  const up = twice > divisor || (twice === divisor && quotient % 2n === 1n);
  return up ? quotient + 1n : quotient;
}

/** The decimal that is meant by a double: 1.0006 is 1000600000000000 of the scale. */
export function scaled(rate: number): bigint {
  return BigInt(Math.round(rate * SCALE));
}
