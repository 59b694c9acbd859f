import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Product } from '../../../src/products/index.js';
import { decide } from '../simple.js';
import { cny } from '../support.js';

/** A product of an account: what is held in cents, its part of the target, and its terms. */
interface Line {
  readonly held: number;
  readonly part: number;
  readonly terms: Partial<
    Pick<Product, 'minimumRedemption' | 'minimumHolding' | 'minimumPurchase' | 'dealing'>
  >;
}

const amounts = fc.constantFrom('500', '1500');

const lines: fc.Arbitrary<readonly Line[]> = fc
  .array(
    fc.record({
      held: fc.oneof(fc.constant(0), fc.integer({ min: 10_00, max: 5000_00 })),
      part: fc.integer({ min: 0, max: 8 }),
      terms: fc.record(
        {
          minimumRedemption: amounts,
          minimumHolding: amounts,
          minimumPurchase: amounts,
          dealing: fc.constant({ dailyRedemption: '800' }),
        },
        { requiredKeys: [] },
      ),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .filter((all) => all.some(({ held }) => held > 0) && all.some(({ part }) => part > 0));

/** The most, in cents, that one sale of a product can bring. */
function mostSold({ held, terms }: Line): number {
  const limit = terms.dealing === undefined ? Number.POSITIVE_INFINITY : 800_00;
  if (held <= limit) return held;
  const part = Math.min(limit, held - 100 * Number(terms.minimumHolding ?? 0));
  return part >= 100 * Number(terms.minimumRedemption ?? 0) ? Math.max(part, 0) : 0;
}

/** The most, in cents, that any set of so many sales can bring. */
function mostRaised(all: readonly Line[], maxTrades: number): number {
  let most = 0;
  for (let set = 0; set < 1 << all.length; set++) {
    const sold = all.filter((_, i) => (set >> i) % 2 === 1);
    if (sold.length > maxTrades) continue;
    most = Math.max(
      most,
      sold.reduce((sum, line) => sum + mostSold(line), 0),
    );
  }
  return most;
}

describe('a withdrawal', () => {
  it('is paid wherever some set of sales pays it, and else says what the best of them brings', () => {
    fc.assert(
      fc.property(
        lines,
        fc.integer({ min: 1, max: 120 }),
        fc.constantFrom(0, 100_00, 500_00),
        fc.constantFrom(1, 1, 2, 9),
        fc.nat(4),
        fc.boolean(),
        fc.boolean(),
        fc.constantFrom('full', 'cash-first', 'buy-only', 'sell-only'),
        (all, percent, cash, maxTrades, residual, fewestTrades, isOnly, funding) => {
          const ids = all.map((_, i) => `P${i}`);
          const total = all.reduce((sum, { held }) => sum + held, 0);
          const asked = Math.max(1, Math.round((total * percent) / 100));
          const parts = all.reduce((sum, { part }) => sum + part, 0);
          const money = (cents: number) => cny((cents / 100).toFixed(2));
          const result = decide({
            account: {
              positions: all.flatMap(({ held }, i) =>
                held === 0 ? [] : [{ product: ids[i]!, value: money(held) }],
              ),
              target: Object.fromEntries(
                all.flatMap(({ part }, i) => (part === 0 ? [] : [[ids[i]!, part / parts]])),
              ),
              cash: [money(cash)],
              withdrawal: money(asked),
            },
            products: Object.fromEntries(all.map(({ terms }, i) => [ids[i]!, terms])),
            policy: {
              measure: 'products',
              trading: { maxTrades, fewestTrades },
              funding,
              ...(isOnly && { triggers: [] }),
              ...(residual < all.length && { residualProduct: ids[residual]! }),
            },
          });
          const most = cash + mostRaised(all, maxTrades);
          const cents = (amount: string) => Math.round(100 * Number(amount));
          expect(cents(result.withdrawal!.paid.amount)).toBe(most >= asked ? asked : 0);
          expect(cents(result.withdrawal!.possible.amount)).toBe(Math.min(asked, most));
          expect(result.trades.length).toBeLessThanOrEqual(maxTrades);
        },
      ),
      { numRuns: 400 },
    );
  });
});
