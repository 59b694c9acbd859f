import { describe, expect, it } from 'vitest';
import { money } from '../../../src/money/index.js';
import { outOfMarketCost } from '../../../src/rebalancing/weighing/out-of-market-cost.js';
import { expectRefusal } from '../../refusal.js';

describe('outOfMarketCost', () => {
  it.each([
    // 100,000 · 0.05 · 3/365 = 41.0958…
    ['CNY', '100000.00', 3, 0.05, '41.10'],
    // 73.00 · 0.05 · 1/365 = 0.01 exactly; half of it, 0.005, goes to the even 0.00.
    ['CNY', '73.00', 1, 0.05, '0.01'],
    ['CNY', '36.50', 1, 0.05, '0.00'],
    // 109.50 · 0.05 / 365 = 0.015 → 0.02.
    ['CNY', '109.50', 1, 0.05, '0.02'],
    ['JPY', '1000000', 10, 0.0365, '1000'],
    ['CNY', '100000.00', 0, 0.05, '0.00'],
    ['CNY', '100000.00', 3, 0, '0.00'],
    ['CNY', '100000.00', 3, -0.05, '0.00'],
  ] as const)(
    'is for %s %s over %i days at %d a year %s',
    (currency, amount, days, yearlyReturn, cost) => {
      expect(outOfMarketCost(money(currency, amount), { days, yearlyReturn })).toEqual({
        currency,
        amount: cost,
      });
    },
  );

  it('stays exact where a double would not', () => {
    // 10^25 · 0.0365 · 1/365 = 10^21.
    const amount = money('CNY', `1${'0'.repeat(25)}.00`);
    expect(outOfMarketCost(amount, { days: 1, yearlyReturn: 0.0365 }).amount).toBe(
      `1${'0'.repeat(21)}.00`,
    );
  });

  it('refuses by field', () => {
    const ask =
      (change: object, amount = '1') =>
      () =>
        outOfMarketCost(money('CNY', amount), { days: 1, yearlyReturn: 0.05, ...change });
    expectRefusal(ask({ days: 1.5 }), 'invalid-type', 'time.days');
    expectRefusal(ask({ days: -1 }), 'out-of-range', 'time.days');
    expectRefusal(ask({ yearlyReturn: -1 }), 'out-of-range', 'time.yearlyReturn');
    expectRefusal(ask({ yearlyReturn: Number.NaN }), 'not-finite', 'time.yearlyReturn');
    expectRefusal(ask({}, '-1'), 'out-of-range', 'amount.amount');
  });
});
