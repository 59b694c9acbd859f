import { AptfolioError, checkRange } from '../../errors/index.js';
import { surelyNearest } from '../../numerics/index.js';

/** Rates count to the fifteenth digit behind the point: as many as a double between 1 and 2 holds. */
export const RATE_SCALE: bigint = 1_000_000_000_000_000n;
const SCALE = 1e15;

/** Checks an amount of at least 0 in smallest units. */
export function checkUnits(value: unknown, path: string): bigint {
  if (typeof value !== 'bigint') {
    throw new AptfolioError('invalid-type', path, 'a bigint of smallest units', value);
  }
  if (value >= 0n) return value;
  throw new AptfolioError('out-of-range', path, 'an amount of at least 0', value);
}

/** Checks the rate of a charge, from 0 to below 1. */
export function checkRate(rate: number, path: string): number {
  // The usual case without a range made for it, because this runs for each trade.
  return rate >= 0 && rate < 1 ? rate : checkRange(rate, path, { min: 0, exclusiveMax: 1 });
}

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
