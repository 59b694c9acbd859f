import { scaled } from '../../numerics/index.js';

/** The number digits · 2^−scale, exactly. */
export interface Dyadic {
  readonly digits: bigint;
  readonly scale: number;
}

/** 2^64: multiplying by it is exact and takes 64 binary places at once. */
const STEP = 18446744073709552000;

/** The real sum of doubles as one exact number. */
export function dyadicSum(parts: readonly number[]): Dyadic {
  const all = parts.map(dyadicOf);
  const scale = Math.max(0, ...all.map((part) => part.scale));
  const digits = all.reduce((sum, part) => sum + (part.digits << BigInt(scale - part.scale)), 0n);
  return { digits, scale };
}

function dyadicOf(value: number): Dyadic {
  let whole = value;
  let scale = 0;
  while (!Number.isInteger(whole)) {
    whole *= STEP;
    scale += 64;
  }
  return { digits: BigInt(whole), scale };
}

/** Quotients get so many binary digits, and one that says whether more follow: rounding to 53 then is rounding once. */
const QUOTIENT_BITS = 66;

/**
 * The double nearest to numerator / (denominator · 2^scale).
 *
 * @param denominator above 0.
 */
export function roundedRatio(numerator: bigint, denominator: bigint, scale: number): number {
  const size = numerator < 0n ? -numerator : numerator;
  const shift = QUOTIENT_BITS - bitsOf(size) + bitsOf(denominator);
  const above = shift > 0 ? size << BigInt(shift) : size;
  const below = shift < 0 ? denominator << BigInt(-shift) : denominator;
  const quotient = above / below;
  const more = quotient * below === above ? 0n : 1n;
  const result = scaled(Number(quotient * 2n + more), -scale - shift - 1);
  return numerator < 0n ? -result : result;
}

/** Binary digits, at most three too many. */
function bitsOf(size: bigint): number {
  return size.toString(16).length * 4;
}
