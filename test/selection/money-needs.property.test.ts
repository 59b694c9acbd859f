import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileProducts } from '../../src/products/index.js';
import { type SelectionContext, selectProducts } from '../../src/selection/index.js';
import { BONDS } from './screening/products.js';

const amount = { currency: 'CNY', amount: '1000.00' } as const;
/** Monday; what is ordered to be redeemed on Tuesday the 3rd is paid on the 4th, and so on. */
const asOf = '2026-03-02';
/** By the 6th three days of redemption of what is bought are paid, by the 10th five; what is held can be redeemed on the 2nd already. */
const DAYS = [
  { on: '2026-03-06', redemptions: 3 },
  { on: '2026-03-10', redemptions: 5 },
] as const;

const row = fc.record({
  annualFee: fc.integer({ min: 1, max: 60 }).map((bp) => bp / 10_000),
  /** Tenths of the money that one day lets out; 0 for no limit. */
  daily: fc.constantFrom(0, 0, 0.05, 0.1),
  lockUpDays: fc.constantFrom(0, 0, 6, 400),
  held: fc.integer({ min: 0, max: 3 }).map((tenths) => tenths / 10),
  locked: fc.boolean(),
});

/** All ways to share out 20 parts among products. */
function* shares(left: number, products: number): Iterable<readonly number[]> {
  if (products === 1) yield [left];
  else {
    for (let part = 0; part <= left; part++) {
      for (const rest of shares(left - part, products - 1)) yield [part, ...rest];
    }
  }
}

describe('money needed on days', () => {
  it('is there, at the least cost that enumeration finds', () => {
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 3, maxLength: 3 }),
        fc.integer({ min: 0, max: 8 }),
        fc.integer({ min: 0, max: 8 }),
        (rows, first, second) => {
          const needs = [first / 20, second / 20];
          const universe = compileProducts(
            rows.map(({ annualFee, daily, lockUpDays }, i) => ({
              ...BONDS,
              id: `P${i}`,
              minimumPurchase: '0.01',
              annualFee,
              lockUpDays,
              ...(daily > 0 && { dealing: { dailyRedemption: String(1000 * daily) } }),
            })),
            ['BOND'],
          );
          const lockedOf = ({ held, locked }: (typeof rows)[number]) => (locked ? held : 0);
          const by = (of: (one: (typeof rows)[number]) => number) =>
            Object.fromEntries(rows.map((one, i) => [`P${i}`, of(one)]));
          const context = {
            level: 'C3',
            covariance: [[0.001]],
            asOf,
            amount,
            current: by(({ held }) => held),
            locked: by(lockedOf),
            moneyNeeded: DAYS.flatMap(({ on }, k) =>
              needs[k]! > 0
                ? [{ on, amount: { currency: 'CNY', amount: String(1000 * needs[k]!) } }]
                : [],
            ),
          } as SelectionContext;
          const isPaid = (weights: readonly number[]): boolean =>
            DAYS.every(({ redemptions }, k) => {
              const needed = needs.slice(0, k + 1).reduce((sum, one) => sum + one, 0);
              const back = rows.reduce((sum, one, i) => {
                const kept = Math.min(one.held, weights[i]!);
                const bought = weights[i]! - kept;
                // Six days after Monday the 2nd is Sunday the 8th: sold on the 9th, paid on the 10th.
                const days = one.lockUpDays === 0 ? redemptions : one.lockUpDays === 6 ? k : 0;
                const limit = (number: number): number =>
                  one.daily === 0 ? 1 : one.daily * number;
                const out = days === 0 ? 0 : Math.min(bought, limit(days));
                return sum + Math.min(limit(redemptions + 1), kept - lockedOf(one) + out);
              }, 0);
              return back >= needed - 1e-9;
            });
          let least = Number.POSITIVE_INFINITY;
          for (const parts of shares(20, rows.length)) {
            const weights = parts.map((part) => part / 20);
            if (rows.some((one, i) => weights[i]! < lockedOf(one) - 1e-12)) continue;
            if (!isPaid(weights)) continue;
            least = Math.min(
              least,
              weights.reduce((sum, weight, i) => sum + weight * rows[i]!.annualFee, 0),
            );
          }
          const result = selectProducts({ BOND: 1 }, universe, context);
          if (result.status !== 'selected') {
            expect([result.status, least]).toEqual(['infeasible', Number.POSITIVE_INFINITY]);
            return;
          }
          const weights = rows.map((_, i) => result.weights[`P${i}`] ?? 0);
          expect(isPaid(weights)).toBe(true);
          expect(result.weightedFee).toBeLessThan(least + 1e-9);
        },
      ),
      { numRuns: 150 },
    );
  });
});
