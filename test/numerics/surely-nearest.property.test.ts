import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { surelyNearest } from '../../src/numerics/index.js';

/** amount × numerator / denominator to the nearest whole number, a tie to the even one: long division by hand. */
function halfEven(amount: bigint, numerator: bigint, denominator: bigint): bigint {
  const product = amount * numerator;
  const size = product < 0n ? -product : product;
  const [quotient, rest] = [size / denominator, size % denominator];
  const isUp = 2n * rest > denominator || (2n * rest === denominator && quotient % 2n === 1n);
  const rounded = isUp ? quotient + 1n : quotient;
  return product < 0n ? -rounded : rounded;
}

describe('surelyNearest', () => {
  it('is the nearest whole number, or nothing where doubles cannot tell', () => {
    const amounts = fc.oneof(
      fc.bigInt({ min: -1_000_000_000n, max: 1_000_000_000n }),
      fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }),
    );
    fc.assert(
      fc.property(amounts, fc.nat(2_000_000), (amount, millionths) => {
        const found = surelyNearest((Number(amount) * millionths) / 1e6);
        const expected = halfEven(amount, BigInt(millionths), 1_000_000n);
        expect(found ?? expected).toBe(expected);
      }),
    );
  });

  it('leaves halves, what is nearly one, and what is too large to those who can tell', () => {
    expect(
      [0.5, -1.5, 2.4995, 1e12, -1e12, Number.NaN].map((value) => surelyNearest(value)),
    ).toEqual(Array.from({ length: 6 }, () => undefined));
    expect([0, -0, 0.4, -0.4, 7.51, 999_999_999_999].map((value) => surelyNearest(value))).toEqual([
      0n,
      0n,
      0n,
      0n,
      8n,
      999_999_999_999n,
    ]);
  });
});
