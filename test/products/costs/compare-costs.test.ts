import { type Money, money, sumMoney } from 'aptfolio/money';
import {
  COST_KINDS,
  compareCosts,
  compileProducts,
  exAnteCosts,
  type ProductUniverse,
} from 'aptfolio/products';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bondFund, expectRefusal, isDeeplyFrozen, wrong } from '../support.js';

const exit = [
  { fromDays: 0, rate: 0.01 },
  { fromDays: 730, rate: 0 },
];
const universe: ProductUniverse = compileProducts(
  [
    bondFund({ id: 'A', annualFee: 0.012, entryFee: 0.01 }),
    bondFund({ id: 'B', annualFee: 0.004, entryFee: 0, fees: { exit, halfSpread: 0.0013 } }),
    bondFund({ id: 'C', annualFee: 0.009, fees: { performance: { rate: 0.2, hurdle: 0.01 } } }),
  ],
  ['BOND'],
);
const options = { amount: money('CNY', '98765.43'), expectedReturn: 0.05, years: 1 };

describe('compareCosts', () => {
  it('shows a cheaper portfolio line by line', () => {
    const before = exAnteCosts({ A: 1 }, universe, options);
    const after = exAnteCosts({ A: 0.5, B: 0.5 }, universe, options);
    const change = compareCosts(before, after);
    // A year's charges: 98,765.43 × 0.012 = 1,185.19; half of that and 98,765.43 × 0.002 = 197.53: 592.59 + 197.53.
    expect(change.ongoing).toEqual({
      before: money('CNY', '1185.19'),
      after: money('CNY', '790.12'),
      difference: money('CNY', '-395.07'),
    });
    expect(change.lines.map(({ product, weight }) => [product, weight.difference])).toEqual([
      ['A', -0.5],
      ['B', 0.5],
    ]);
    expect(change.lines[1]?.ongoing.before.amount).toBe('0.00');
    expect(change.reductionInYield.difference).toBeLessThan(0);
    expect(isDeeplyFrozen(change)).toBe(true);
  });

  it('shows a product’s new terms', () => {
    const dearer = compileProducts(
      [bondFund({ id: 'A', annualFee: 0.015, entryFee: 0.01 })],
      ['BOND'],
    );
    const change = compareCosts(
      exAnteCosts({ A: 1 }, universe, options),
      exAnteCosts({ A: 1 }, dearer, options),
    );
    expect(change.annualFeeRate.difference).toBeCloseTo(0.003, 15);
    // 98,765.43 × (0.01 / 1.01 + 0.012) = 2,163.06 and 98,765.43 × (0.01 / 1.01 + 0.015) = 2,459.36.
    expect(change.firstYear.difference.amount).toBe('296.30');
    expect(change.overHolding.entry.difference.amount).toBe('0.00');
  });

  it('has differences that add up exactly, over kinds and over products', () => {
    const weights = fc.tuple(fc.nat(50), fc.nat(50)).map(([a, b]) => ({
      A: a / 100,
      B: b / 100,
      C: (100 - a - b) / 100,
    }));
    const amounts = fc.integer({ min: 1, max: 10 ** 9 });
    fc.assert(
      fc.property(
        weights,
        weights,
        amounts,
        fc.integer({ min: 1, max: 8 }),
        (one, two, units, years) => {
          const amount = { currency: 'CNY', amount: (units / 100).toFixed(2) } as const;
          const change = compareCosts(
            exAnteCosts(one, universe, { ...options, amount, years }),
            exAnteCosts(two, universe, { ...options, amount, years }),
          );
          const sum = (parts: readonly Money<'CNY'>[]): string => sumMoney('CNY', parts).amount;
          for (const { overHolding } of [change, ...change.lines]) {
            const kinds = COST_KINDS.map((kind) => overHolding[kind].difference);
            expect(sum(kinds)).toBe(overHolding.total.difference.amount);
          }
          for (const kind of [...COST_KINDS, 'total'] as const) {
            const lines = change.lines.map(({ overHolding }) => overHolding[kind].difference);
            expect(sum(lines)).toBe(change.overHolding[kind].difference.amount);
          }
          const yearly = change.lines.map(({ ongoing }) => ongoing.difference);
          expect(sum(yearly)).toBe(change.ongoing.difference.amount);
        },
      ),
    );
  });

  it('refuses another currency, another period, and what are no costs', () => {
    const costs = exAnteCosts({ A: 1 }, universe, options);
    const dollars = exAnteCosts({ A: 1 }, universe, { ...options, amount: money('USD', '1') });
    const longer = exAnteCosts({ A: 1 }, universe, { ...options, years: 2 });
    const path = 'after.firstYear.currency';
    expectRefusal(() => compareCosts(costs, wrong(dollars)), 'currency-mismatch', path);
    expectRefusal(() => compareCosts(costs, longer), 'inconsistent', 'after.years');
    expectRefusal(() => compareCosts(wrong(null), costs), 'missing-value', 'before');
    expectRefusal(() => compareCosts(costs, wrong(undefined)), 'missing-value', 'after');
    expectRefusal(() => compareCosts(wrong({}), costs), 'missing-value', 'before.firstYear');
  });
});
