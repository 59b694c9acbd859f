import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileProducts, exAnteCosts, type Product } from '../../../src/products/index.js';
import {
  compareAlternatives,
  type SelectionContext,
  selectProducts,
} from '../../../src/selection/index.js';
import { BONDS } from '../screening/products.js';
import { selected } from '../support.js';

const amount = { currency: 'CNY', amount: '100000.00' } as const;
const context = {
  level: 'C3',
  covariance: [
    [0.001, 0],
    [0, 0.04],
  ],
  amount,
} as const satisfies SelectionContext;
const EXPECTED = [0.03, 0.07];
const EQUITY = { lookThrough: { EQUITY: 1 } };
const universeOf = (rows: Readonly<Record<string, Partial<Product>>>) =>
  compileProducts(
    Object.entries(rows).map(([id, row]) => ({ ...BONDS, id, name: id, ...row })),
    ['BOND', 'EQUITY'],
  );

const fees = fc.record({
  annualFee: fc.integer({ min: 0, max: 200 }).map((bp) => bp / 10_000),
  entryFee: fc.integer({ min: 0, max: 150 }).map((bp) => bp / 10_000),
  spread: fc.integer({ min: 0, max: 100 }).map((bp) => bp / 10_000),
  exit: fc.integer({ min: 0, max: 150 }).map((bp) => bp / 10_000),
  late: fc.integer({ min: 0, max: 50 }).map((bp) => bp / 10_000),
  profit: fc.constantFrom(0, 0.1, 0.2),
  hurdle: fc.constantFrom(0, 0.02),
});
type Fees = typeof fees extends fc.Arbitrary<infer T> ? T : never;
const charged = ({ annualFee, entryFee, spread, exit, late, profit, hurdle }: Fees) => ({
  annualFee,
  entryFee,
  fees: {
    halfSpread: spread,
    exit: [
      { fromDays: 0, rate: exit },
      { fromDays: 365, rate: late },
    ],
    performance: { rate: profit, hurdle },
  },
});

describe('costs', () => {
  it('are those of exAnteCosts when nothing is held', () => {
    fc.assert(
      fc.property(fees, fees, fc.integer({ min: 1, max: 99 }), (one, two, percent) => {
        const universe = universeOf({ A: charged(one), B: { ...charged(two), ...EQUITY } });
        const mix = { A: percent / 100, B: 1 - percent / 100 };
        const { selection } = compareAlternatives({ weights: mix }, [], {
          universe,
          target: { BOND: 1 },
          context,
          expectedReturn: EXPECTED,
        });
        const costs = exAnteCosts(mix, universe, {
          amount,
          expectedReturn: 0.05,
          expectedReturns: { A: 0.03, B: 0.07 },
        });
        const yearly = Number(costs.ongoing.amount) + Number(costs.performance.amount);
        const entry = Number(costs.entryFees.amount) + Number(costs.entrySpread.amount);
        // Each figure is rounded to the cent once.
        expect(Math.abs(Number(selection.yearlyCost!.amount) - yearly)).toBeLessThan(0.011);
        expect(Math.abs(Number(selection.entryCost!.amount) - entry)).toBeLessThan(0.021);
      }),
    );
  });

  it('are least among all ways to hold two products of one kind', () => {
    fc.assert(
      fc.property(
        fees,
        fees,
        fc.integer({ min: 0, max: 10 }),
        fc.constantFrom(0.5, 3, 10),
        fc.constantFrom(0, 1),
        (one, two, tenths, years, costAversion) => {
          const rows = { A: charged(one), B: charged(two) };
          const held = tenths / 10;
          const terms = { current: { A: held, B: 1 - held }, horizonYears: years, costAversion };
          const given = { ...context, ...terms, expectedReturn: EXPECTED };
          const found = selected(selectProducts({ BOND: 1 }, universeOf(rows), given)).weights;
          const profit = ({ annualFee, profit: rate, hurdle }: Fees): number =>
            rate * Math.max(0, 1.03 * (1 - annualFee) - 1 - hurdle);
          const over = (share: number, own: number, f: Fees): number => {
            const entry = 1 - (1 - f.spread) / (1 + f.entryFee);
            const out = (rate: number): number => 1 - (1 - f.spread) * (1 - rate);
            const oneOff =
              Math.max(0, share - own) * (entry + out(years < 1 ? f.exit : f.late)) +
              Math.max(0, own - share) * out(Math.max(f.exit, f.late));
            return share * (f.annualFee + profit(f)) + oneOff / years;
          };
          const total = (share: number): number =>
            over(share, held, one) + over(1 - share, 1 - held, two);
          // Costs are straight between nothing, what is held, and all.
          const least = Math.min(total(0), total(held), total(1));
          expect(total(found.A ?? 0)).toBeLessThan(least + 1e-9);
        },
      ),
    );
  });
});
