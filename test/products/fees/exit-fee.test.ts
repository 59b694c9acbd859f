import { money } from 'aptfolio/money';
import { exitFeeOf, exitFeeUnits, exitRate } from 'aptfolio/products';
import { describe, expect, it } from 'vitest';
import oracle from '../../fixtures/products/fees/fees.json' with { type: 'json' };
import { expectRefusal, wrong } from '../support.js';

// A mainland open-end fund: 1.5 % below 7 days, as the rules on liquidity risk of 2017, article 23, ask for at least.
const fees = {
  exit: [
    { fromDays: 365, rate: 0 },
    { fromDays: 0, rate: 0.015 },
    { fromDays: 30, rate: 0.005 },
    { fromDays: 7, rate: 0.0075 },
  ],
};

describe('exitRate', () => {
  it('falls with the days held, from the very day of each tier', () => {
    const rates = [0, 6, 7, 29, 30, 364, 365, 10_000].map((days) => exitRate({ fees }, days));
    expect(rates).toEqual([0.015, 0.015, 0.0075, 0.0075, 0.005, 0.005, 0, 0]);
  });

  it('is 0 for a product that charges nothing', () => {
    expect(exitRate({}, 0)).toBe(0);
    expect(exitRate({ fees: {} }, 0)).toBe(0);
  });

  it('refuses days that are no count, and tiers that do not reach down', () => {
    expectRefusal(() => exitRate({ fees }, -1), 'out-of-range', 'heldDays');
    expectRefusal(() => exitRate({}, 0.5), 'invalid-type', 'heldDays');
    expectRefusal(() => exitRate({}, Number.NaN), 'not-finite', 'heldDays');
    expectRefusal(() => exitRate({}, wrong(undefined)), 'missing-value', 'heldDays');
    const late = { fees: { exit: [{ fromDays: 1, rate: 0 }] } };
    expectRefusal(() => exitRate(late, 0), 'inconsistent', 'product.fees.exit');
  });
});

describe('exitFeeOf', () => {
  it('takes the rate of the amount redeemed', () => {
    // 12,345.67 × 0.0075 = 92.592525.
    expect(exitFeeOf({ fees }, money('CNY', '12345.67'), 10)).toEqual({
      status: 'split',
      gross: money('CNY', '12345.67'),
      net: money('CNY', '12253.08'),
      fee: money('CNY', '92.59'),
    });
  });

  it('rounds half-even to the unit, as exact fractions do', () => {
    for (const { units, rate, fee } of oracle.exit) {
      expect(exitFeeUnits(BigInt(units), rate)).toBe(BigInt(fee));
    }
  });

  it('refuses a rate that is none, with its place', () => {
    const one = money('CNY', '100');
    const file = (tier: object) => wrong({ fees: { exit: [{ fromDays: 9, rate: 0 }, tier] } });
    const path = 'product.fees.exit[1].rate';
    for (const [tier, code] of [
      [{ fromDays: 0, rte: 0.01 }, 'missing-value'],
      [{ fromDays: 0, rate: 2 }, 'out-of-range'],
      [{ fromDays: 0, rate: 1 }, 'out-of-range'],
      [{ fromDays: 0, rate: -1 }, 'out-of-range'],
      [{ fromDays: 0, rate: Number.NaN }, 'not-finite'],
    ] as const) {
      expectRefusal(() => exitFeeOf(file(tier), one, 3), code, path);
      expectRefusal(() => exitRate(file(tier), 3), code, path);
    }
    expectRefusal(() => exitRate(wrong(null), 3), 'missing-value', 'product');
  });

  it('refuses a debt and what is no money', () => {
    const debt = money('CNY', '-1');
    expectRefusal(() => exitFeeOf({ fees }, debt, 1), 'out-of-range', 'amount.amount');
    expectRefusal(() => exitFeeOf({ fees }, wrong(5), 1), 'invalid-type', 'amount');
    expectRefusal(() => exitFeeOf(wrong(null), debt, 1), 'missing-value', 'product');
  });
});
