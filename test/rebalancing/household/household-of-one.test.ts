import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromMinorUnits, toMinorUnits } from '../../../src/money/index.js';
import { compileProducts, type Product } from '../../../src/products/index.js';
import {
  compileRebalancing,
  type HouseholdAccount,
  type RebalancingPolicy,
  rebalance,
  rebalanceHousehold,
} from '../../../src/rebalancing/index.js';
import { account, TERMS } from './capped.js';

const MIX = {
  CASH: { CASH: 1 },
  BOND: { BOND: 1 },
  EVEN: { BOND: 0.5, EQUITY: 0.5 },
  EQUITY: { EQUITY: 1 },
};
type Id = keyof typeof MIX;
const IDS = Object.keys(MIX) as readonly Id[];
const asOf = '2026-03-02';

interface Given {
  readonly holder: HouseholdAccount<'CNY'>;
  readonly weights: Readonly<Record<Id, number>>;
  readonly status?: Partial<Record<Id, Product['status']>>;
  readonly policy?: Partial<RebalancingPolicy<'CNY'>>;
}

/** What an account holds afterwards by itself, and as a household of one; in hundredths. */
const bothWays = ({ holder, weights, status = {}, policy = {} }: Given) => {
  const products = IDS.map((id) => ({
    ...TERMS,
    id,
    name: id,
    lookThrough: MIX[id],
    status: status[id] ?? 'open',
  }));
  const rebalancer = compileRebalancing<'CNY'>(
    { id: 'one', bands: { default: { absolute: 0.05 } }, ...policy },
    { universe: compileProducts(products, ['CASH', 'BOND', 'EQUITY']) },
  );
  const alone = rebalance<'CNY'>({ ...holder, target: weights }, rebalancer, { asOf });
  const target = { kind: 'products', weights } as const;
  const family = { id: 'Li', currency: 'CNY', accounts: [holder], target } as const;
  const shared = rebalanceHousehold<'CNY'>(family, rebalancer, { asOf });
  return [alone, shared].map(({ after }) =>
    IDS.map((id) => {
      const value = after.values[id];
      return value === undefined ? 0 : Number(toMinorUnits(value));
    }),
  ) as [number[], number[]];
};

describe('a household of one account', () => {
  const given: Given = {
    holder: account('1', { CASH: '20000', EQUITY: '80000' }),
    weights: { CASH: 0.35, BOND: 0.2, EVEN: 0.04, EQUITY: 0.41 },
    status: { BOND: 'subscription-suspended' },
  };

  it('comes to its classes by what stands in for a product that cannot be bought', () => {
    // Wanted are 0.35 cash, 0.20 + 0.02 bonds, 0.02 + 0.41 equity. Without the bond product 0.44 of the mixed one has the bonds, and 0.21 of equity beside it
    // the equity.
    const [alone, shared] = bothWays(given);
    expect(alone).toEqual([3_500_000, 0, 4_400_000, 2_100_000]);
    expect(shared).toEqual(alone);
  });

  it('spreads it evenly over the others where products are measured', () => {
    // 0.2 is left for three: 0.0667 more of each is the least sum of squares.
    const [alone, shared] = bothWays({ ...given, policy: { measure: 'products' } });
    [4_166_667, 0, 1_066_667, 4_766_667].forEach((value, i) => {
      expect(Math.abs(alone[i]! - value)).toBeLessThanOrEqual(1);
      expect(Math.abs(shared[i]! - value)).toBeLessThanOrEqual(1);
    });
  });

  const cents = fc.oneof(fc.constant(0n), fc.bigInt({ min: 0n, max: 10_000_000n }));
  const cases = fc.record({
    held: fc.tuple(cents, cents, cents, cents),
    cash: cents,
    parts: fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9), fc.integer({ min: 1, max: 9 })),
    status: fc.dictionary(
      fc.constantFrom(...IDS),
      fc.constantFrom('subscription-suspended' as const, 'redemption-suspended' as const),
      { maxKeys: 2 },
    ),
    measure: fc.constantFrom('classes' as const, 'products' as const),
    funding: fc.constantFrom('full' as const, 'buy-only' as const),
  });

  it('is brought where the account by itself is', () => {
    fc.assert(
      fc.property(cases, ({ held, cash, parts, status, measure, funding }) => {
        const sum = parts.reduce((a, b) => a + b, 0);
        const holder: HouseholdAccount<'CNY'> = {
          ...account('1', {}),
          positions: IDS.map((product, i) => ({ product, value: fromMinorUnits('CNY', held[i]!) })),
          cash: [fromMinorUnits('CNY', cash)],
        };
        const weights = Object.fromEntries(
          IDS.map((id, i) => [id, parts[i]! / sum]),
        ) as Given['weights'];
        const [alone, shared] = bothWays({ holder, weights, status, policy: { measure, funding } });
        alone.forEach((value, i) => {
          expect(Math.abs(shared[i]! - value)).toBeLessThanOrEqual(3);
        });
      }),
      { numRuns: 400 },
    );
  });
});
