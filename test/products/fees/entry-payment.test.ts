import { entryFeeUnits, entryPaymentUnits } from 'aptfolio/products';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectRefusal } from '../support.js';

const entry = (...tiers: readonly object[]) => ({ entryFee: 0, fees: { entry: tiers } }) as never;
const paymentOf = (product: never, net: bigint): bigint => entryPaymentUnits(product, net, 'CNY');

describe('entryPaymentUnits', () => {
  it('adds the fee to what is invested', () => {
    // 131,146.31 × 0.0006 = 78.687786: 78.69, as of the payment of 131,225.
    expect(entryPaymentUnits({ entryFee: 0.0006 }, 13_114_631n, 'CNY')).toBe(13_122_500n);
    expect(paymentOf(entry({ from: '0', flat: '50' }), 1000n)).toBe(6000n);
    expect(paymentOf(entry({ from: '0', rate: 0.01, least: '50' }), 1000n)).toBe(6000n);
    // 10 × 1.01 + 50.
    expect(paymentOf(entry({ from: '0', rate: 0.01, plus: '50' }), 1000n)).toBe(6010n);
    expect(entryPaymentUnits({ entryFee: 0.01 }, 0n, 'CNY')).toBe(0n);
  });

  it('takes a rate inside the payment where that is asked for', () => {
    // 100 / 0.8 = 125, of which 0.2 are 25.
    expect(entryPaymentUnits({ entryFee: 0.2 }, 10_000n, 'CNY', 'inside')).toBe(12_500n);
  });

  it('goes by the tier that the payment reaches', () => {
    const product = entry({ from: '1010', rate: 0.005 }, { from: '0', rate: 0.02 });
    // 990 × 1.02 = 1,009.80 stays below the edge.
    expect(paymentOf(product, 99_000n)).toBe(100_980n);
    // 1,010.02 / 1.005 = 1,004.995 and 1,010.03 / 1.005 = 1,005.005 both come to 1,005.00: the lesser is paid.
    expect(paymentOf(product, 100_500n)).toBe(101_002n);
    // Up to 1,009.99 / 1.02 = 990.19 and from 1,010 / 1.005 = 1,004.98: no payment leaves 995, and the edge is the least that leaves more.
    expect(paymentOf(product, 99_500n)).toBe(101_000n);
  });

  it('takes the lesser of two payments in two tiers', () => {
    // 1,000 are left of 1,010 at 1 %, and of 1,050 at 5 % from 1,020.
    const product = entry({ from: '0', rate: 0.01 }, { from: '1020', rate: 0.05 });
    expect(paymentOf(product, 100_000n)).toBe(101_000n);
  });

  it('is what trying every payment finds', () => {
    const tier = fc.record({
      from: fc.integer({ min: 1, max: 300 }),
      rate: fc.integer({ min: 0, max: 300 }).map((mills) => mills / 1000),
      plus: fc.integer({ min: 0, max: 20 }),
      least: fc.integer({ min: 0, max: 30 }),
    });
    const text = (units: number): string => (units / 100).toFixed(2);
    fc.assert(
      fc.property(
        fc.uniqueArray(tier, { minLength: 1, maxLength: 4, selector: ({ from }) => from }),
        fc.integer({ min: 0, max: 400 }),
        fc.constantFrom('outside', 'inside' as const),
        (tiers, net, side) => {
          const product = entry(
            ...tiers.map(({ from, rate, plus, least }, i) => ({
              ...{ from: i === 0 ? '0' : text(from), rate },
              ...{ plus: text(plus), least: text(least) },
            })),
          );
          const left = Array.from({ length: 1000 }, (_, paid) =>
            Number(BigInt(paid) - entryFeeUnits(product, BigInt(paid), 'CNY', side as 'inside')),
          );
          const exact = left.indexOf(net);
          const paid = entryPaymentUnits(product, BigInt(net), 'CNY', side as 'inside');
          expect(Number(paid)).toBe(exact === -1 ? left.findIndex((one) => one > net) : exact);
        },
      ),
    );
  });

  it('is the least that leaves so much at any one rate', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 0.5, noNaN: true }),
        fc.bigInt({ min: 0n, max: 10n ** 12n }),
        fc.constantFrom('outside', 'inside' as const),
        (entryFee, net, side) => {
          const product = { entryFee };
          const leftOf = (paid: bigint): bigint =>
            paid - entryFeeUnits(product, paid, 'CNY', side as 'inside');
          const paid = entryPaymentUnits(product, net, 'CNY', side as 'inside');
          expect(leftOf(paid)).toBe(net);
          if (paid > 0n) expect(leftOf(paid - 1n)).toBeLessThan(net);
        },
      ),
    );
  });

  it('refuses what is no amount in smallest units, and no product', () => {
    const of =
      (net: unknown, product: unknown = { entryFee: 0.01 }) =>
      () =>
        entryPaymentUnits(product as never, net as never, 'CNY');
    expectRefusal(of(100_000), 'invalid-type', 'net');
    expectRefusal(of(-500n), 'out-of-range', 'net');
    expectRefusal(of(5n, null), 'missing-value', 'product');
  });

  it('refuses a file without a tier for the payment', () => {
    const product = entry({ from: '100', rate: 0.01 });
    expectRefusal(() => paymentOf(product, 100n), 'inconsistent', 'product.fees.entry');
    expectRefusal(() => paymentOf(entry(), 100n), 'inconsistent', 'product.fees.entry');
    const within = 'within' as 'inside';
    expectRefusal(
      () => entryPaymentUnits({ entryFee: 0 }, 100n, 'CNY', within),
      'unknown-value',
      'side',
    );
  });
});
