import { addMoney, money } from 'aptfolio/money';
import { entryFeeOf, entryFeeUnits, splitEntryFee } from 'aptfolio/products';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import oracle from '../../fixtures/products/fees/fees.json' with { type: 'json' };
import expected from '../../fixtures/scenario/expected.json' with { type: 'json' };
import { expectRefusal, universe, wrong } from '../support.js';

describe('splitEntryFee', () => {
  it.each(expected.orders)('splits the sample order of $product to the cent', (order) => {
    const { entryFee } = universe.byId[order.product]!;
    const { net, fee } = splitEntryFee(money('CNY', order.gross), entryFee);
    expect([net.amount, fee.amount]).toEqual([order.net, order.fee]);
  });

  it('rounds half-even to the unit, as exact fractions do', () => {
    for (const { currency, gross, rate, net } of oracle.entry) {
      expect(splitEntryFee(money(wrong(currency), gross), rate).net.amount).toBe(net);
    }
  });

  it('adds up to the payment, whatever the rate', () => {
    fc.assert(
      fc.property(
        fc.bigInt(0n, 10n ** 12n),
        fc.double({ min: 0, max: 0.2, noNaN: true }),
        (units, rate) => {
          const gross = money('CNY', `${units}`);
          const { net, fee } = splitEntryFee(gross, rate);
          expect(addMoney(net, fee)).toEqual(gross);
        },
      ),
    );
  });

  it('refuses a rate outside of [0, 1) and what is no money', () => {
    const one = money('CNY', '1');
    for (const rate of [-0.01, 1]) {
      expectRefusal(() => splitEntryFee(one, rate), 'out-of-range', 'rate');
    }
    expectRefusal(() => splitEntryFee(one, Number.NaN), 'not-finite', 'rate');
    expectRefusal(() => splitEntryFee(wrong(1), 0), 'invalid-type', 'money');
  });
});

describe('entryFeeOf', () => {
  // The steps of a mainland equity fund's front-end load: by the amount subscribed, the fee included.
  const fees = {
    entry: [
      { from: '5000000', flat: '1000' },
      { from: '0', rate: 0.015 },
      { from: '2000000', rate: 0.005 },
      { from: '1000000', rate: 0.01 },
    ],
  } as const;
  const feeOf = (gross: string): string =>
    entryFeeOf({ entryFee: 0.9, fees }, money('CNY', gross)).fee.amount;

  it('takes the highest tier that the payment reaches, whatever their order', () => {
    // 50,000 / 1.015 = 49,261.08; 999,999.99 / 1.015 = 985,221.67; 1,000,000 / 1.01 = 990,099.01; 4,999,999.99 / 1.005 = 4,975,124.37.
    expect(feeOf('0')).toBe('0.00');
    expect(feeOf('50000')).toBe('738.92');
    expect(feeOf('999999.99')).toBe('14778.32');
    expect(feeOf('1000000')).toBe('9900.99');
    expect(feeOf('4999999.99')).toBe('24875.62');
    expect(feeOf('5000000')).toBe('1000.00');
  });

  it('takes a flat sum, and never more than the payment', () => {
    const flat = { entryFee: 0, fees: { entry: [{ from: '0', flat: '100' }] } };
    expect(entryFeeOf(flat, money('HKD', '100.01')).net.amount).toBe('0.01');
    expect(entryFeeOf(flat, money('HKD', '99.99'))).toEqual({
      status: 'fee-takes-all',
      gross: money('HKD', '99.99'),
      net: money('HKD', '0'),
      fee: money('HKD', '99.99'),
    });
  });

  it('is the one rate of a product without tiers', () => {
    for (const product of universe.products) {
      const gross = money('CNY', '131225');
      expect(entryFeeOf(product, gross)).toEqual(splitEntryFee(gross, product.entryFee));
    }
  });

  it('is the same in smallest units', () => {
    expect(entryFeeUnits({ entryFee: 0, fees }, 5_000_000n, 'CNY')).toBe(73_892n);
  });

  it('is refused of what is no amount in smallest units, and of no product', () => {
    const of =
      (gross: unknown, product: unknown = { entryFee: 0.01 }) =>
      () =>
        entryFeeUnits(wrong(product), wrong(gross), 'CNY');
    expectRefusal(of(100_000), 'invalid-type', 'gross');
    expectRefusal(of(-500n), 'out-of-range', 'gross');
    expectRefusal(of(5n, null), 'missing-value', 'product');
  });

  it('refuses a debt, a rate that is none, and tiers that do not reach down', () => {
    const one = money('CNY', '1');
    const tier = (entry: unknown) => () => entryFeeOf(wrong({ entryFee: 0, fees: { entry } }), one);
    expectRefusal(() => entryFeeOf(wrong(undefined), one), 'missing-value', 'product');
    const debt = money('CNY', '-1');
    expectRefusal(() => entryFeeOf({ entryFee: 0 }, debt), 'out-of-range', 'gross.amount');
    expectRefusal(() => entryFeeOf({ entryFee: 1 }, one), 'out-of-range', 'product.entryFee');
    expectRefusal(() => entryFeeOf(wrong({}), one), 'missing-value', 'product.entryFee');
    expectRefusal(tier([{ from: '1.01', rate: 0 }]), 'inconsistent', 'product.fees.entry');
    expectRefusal(tier([]), 'inconsistent', 'product.fees.entry');
    expectRefusal(tier([{ from: '0', rate: -1 }]), 'out-of-range', 'product.fees.entry[0].rate');
    expectRefusal(tier([{ from: '0', flat: 'x' }]), 'invalid-format', 'product.fees.entry[0].flat');
  });
});
