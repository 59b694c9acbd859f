import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compileRebalancing,
  type Rebalancing,
  type RebalancingPolicy,
  rebalance,
} from '../../../src/rebalancing/index.js';
import { accounts, DAY, policies, ROWS, UNIVERSE } from '../random-accounts.js';
import { again, decide } from '../simple.js';
import { cny, codes, positionsOf, signed } from '../support.js';

const bands = { default: { absolute: 0.05 } };

describe('money that finds no purchase', () => {
  it.each(['products', 'classes'] as const)(
    'is not spent on what is far above its band: %s',
    (measure) => {
      const given = (target: Readonly<Record<string, number>>) =>
        decide({
          account: { positions: positionsOf({ BONDS: '2400.00' }), cash: [cny('1900')], target },
          products: { SHARES: { minimumPurchase: '2000' } },
          policy: { bands, measure, funding: 'buy-only' },
        });
      // Bonds are 2,400 of 4,300, 55.8 %, and 1,900 do not buy shares, of which 2,000 is the least. Bonds take them only where they are not above their band.
      expect(signed(given({ BONDS: 0.6, SHARES: 0.4 }).trades)).toEqual({ BONDS: '1900.00' });
      const result = given({ BONDS: 0.4, SHARES: 0.6 });
      expect(signed(result.trades)).toEqual({});
      expect(codes(result)).toContain('rebalancing.money-spared');
    },
  );

  it('goes to the residual product all the same', () => {
    const result = decide({
      account: {
        positions: positionsOf({ BONDS: '2400.00' }),
        cash: [cny('1900')],
        target: { BONDS: 0.4, SHARES: 0.6 },
      },
      products: { SHARES: { minimumPurchase: '2000' } },
      policy: { bands, measure: 'products', funding: 'buy-only', residualProduct: 'BONDS' },
    });
    expect(signed(result.trades)).toEqual({ BONDS: '1900.00' });
  });

  it('is not spent on what has no target', () => {
    // Bonds take no purchase; gold is nobody's, and shares, 3,000 of 10,000, are inside and may stand in.
    const given = (target: Readonly<Record<string, number>>) =>
      signed(
        decide({
          account: {
            positions: positionsOf({ SHARES: '3000.00', GOLD: '100.00', BONDS: '5900.00' }),
            cash: [cny('1000')],
            target,
          },
          products: { BONDS: { status: 'subscription-suspended' } },
          policy: { bands, measure: 'products', funding: 'buy-only' },
        }).trades,
      );
    expect(given({ BONDS: 0.7, SHARES: 0.3 })).toEqual({ SHARES: '1000.00' });
    // Where it has one both take of it: of 41 % 9 points are more than is wanted of them, half of it of each.
    expect(given({ BONDS: 0.68, SHARES: 0.3, GOLD: 0.02 })).toEqual({
      GOLD: '550.00',
      SHARES: '450.00',
    });
  });
});

describe('what has to be sold', () => {
  it('is not turned into what stands above its band by the scope', () => {
    // Bonds may be 20 % at most. Shares are 30 % where 10 % are wanted, and gold is at its most.
    const result = decide({
      account: {
        positions: positionsOf({ BONDS: '30000', SHARES: '30000', GOLD: '40000' }),
        target: { BONDS: 0.45, SHARES: 0.1, GOLD: 0.45 },
      },
      products: { GOLD: { maximumHolding: '40000' } },
      policy: {
        bands,
        measure: 'products',
        scope: { kind: 'breached' },
        trading: { maxWeight: { BONDS: 0.2 } },
      },
    });
    expect(signed(result.trades)).toEqual({ BONDS: '-10000.00' });
    expect(result.cash.after.amount).toBe('10000.00');
  });

  it('is not taken from one product of a class that nobody wants to buy another', () => {
    // 1,300 of 3,130 are paid out. Metal of both kinds has no target and bonds are bought from 2,000 on only, so that nothing is bought.
    const result = decide({
      account: {
        positions: positionsOf({ GOLD: '160.00', SHARES: '2400.00', SILVER: '570.00' }),
        target: { BONDS: 5 / 7, SHARES: 2 / 7 },
        withdrawal: cny('1300'),
      },
      products: { BONDS: { minimumPurchase: '2000' }, SILVER: { lookThrough: { METAL: 1 } } },
      policy: { bands },
    });
    expect(result.trades.every(({ side }) => side === 'sell')).toBe(true);
    const sold = result.trades.reduce((sum, { amount }) => sum + Number(amount.amount), 0);
    expect(sold).toBeCloseTo(1300, 2);
  });
});

describe('a class above its band', () => {
  const MIXED = { lookThrough: { BOND: 0.6, METAL: 0.4 } };
  it('comes further above it by what is bought for one far below', () => {
    // Shares have no target, and gold itself cannot be bought. Of m mixed, 0.6 m − 0.12 of bonds are too many, 0.88 − 0.4 m of metal and 1 − m of shares are amiss:
    // squared they are least at 1.52 m = 1.424. Out of their bands are then 39, 46 and 1 %, of 13, 63 and 45 before.
    const given = {
      account: {
        positions: positionsOf({ SHARES: '50000.00', MIXED: '50000.00' }),
        target: { GOLD: 0.8, MIXED: 0.2 },
      },
      products: { MIXED, GOLD: { status: 'subscription-suspended' as const } },
      policy: { bands },
    };
    const result = decide(given);
    expect(signed(result.trades)).toEqual({ MIXED: '43684.21', SHARES: '-43684.21' });
  });

  it('does not for money that would only be idle', () => {
    const result = decide({
      account: {
        positions: positionsOf({ MIXED: '70000.00' }),
        cash: [cny('30000')],
        target: { GOLD: 0.5, SHARES: 0.2, BONDS: 0.3 },
      },
      products: {
        MIXED: { lookThrough: { BOND: 0.95, METAL: 0.05 } },
        GOLD: { status: 'subscription-suspended' },
        SHARES: { status: 'subscription-suspended' },
      },
      policy: { bands, funding: 'buy-only' },
    });
    expect(signed(result.trades)).toEqual({});
    expect(codes(result)).toContain('rebalancing.money-spared');
  });
});

const IN_CLASSES = new Map(ROWS.map(({ id, lookThrough }) => [id, lookThrough]));

/** What classes, or products, lie outside their bands together; money is none. */
const outBy = ({ drift }: Rebalancing<'CNY'>['before']): number =>
  drift.lines
    .filter(({ kind }) => kind !== 'cash')
    .reduce(
      (sum, { current, below, above }) => sum + Math.max(0, below - current, current - above),
      0,
    );

/** What is bought but of what takes the rest. */
const boughtIn = ({ trades }: Rebalancing<'CNY'>, { residualProduct }: RebalancingPolicy<'CNY'>) =>
  trades.filter(({ side, product }) => side === 'buy' && product !== residualProduct);

/** Policies that take no losses, for which substitutes are bought that nobody wants. */
const withoutLosses = policies.map(({ lots, ...policy }) => policy);

/** Those that let all be traded that is sought. */
const unlimited = withoutLosses.map((policy) => {
  const { maxTrades, maxTurnover, gainBudget, taxBudget, ...trading } = policy.trading ?? {};
  return { ...policy, trading };
});

describe('random accounts', () => {
  it('buy nothing of what stands above its band, or has no target, where products are measured', () => {
    fc.assert(
      fc.property(accounts, withoutLosses, (account, random) => {
        const policy = { ...random, measure: 'products' } as const;
        const rebalancer = compileRebalancing<'CNY'>(policy, { universe: UNIVERSE });
        const result = rebalance(account, rebalancer, { asOf: DAY });
        const bought = new Set(boughtIn(result, policy).map(({ product }) => product));
        for (const { id, triggered, drift, target } of result.before.drift.lines) {
          if (target === 0 || (triggered && drift > 0))
            expect([id, bought.has(id)]).toEqual([id, false]);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('bring no class further above its band but where classes together are no more out of theirs', () => {
    fc.assert(
      fc.property(accounts, unlimited, (account, random) => {
        const policy = { ...random, measure: 'classes' } as const;
        const rebalancer = compileRebalancing<'CNY'>(policy, { universe: UNIVERSE });
        const result = rebalance(account, rebalancer, { asOf: DAY });
        if (result.decision === 'hold') return;
        const bought = boughtIn(result, policy);
        const after = new Map(result.after.drift.lines.map(({ id, current }) => [id, current]));
        const isFurther = result.before.drift.lines.some(({ id, triggered, drift, current }) => {
          const isBought = bought.some(({ product }) => (IN_CLASSES.get(product)?.[id] ?? 0) > 0);
          // Fees make what is left a larger part of less; and of what is in steps a step is nothing.
          return isBought && triggered && drift > 0 && after.get(id)! > current + 0.003;
        });
        if (isFurther) expect(outBy(result.after)).toBeLessThan(outBy(result.before) + 0.003);
      }),
      { numRuns: 100 },
    );
  });
});

describe('a class above its band of which less is held afterwards', () => {
  it('has one product bought for another at once, as their targets ask for', () => {
    // Bonds stay at 40 of 155, 25.81 % instead of 33 %, and of the 7.19 points that are missing both other classes take half: equity comes from 95 to 50.60 %,
    // gold to 23.60 %. In equity 12 and 35 % take half of that each: 13.80 and 36.80 %, which are 21,387.50 and 57,037.50.
    const changes = {
      products: { FUND: { lookThrough: { EQUITY: 1 } } },
      policy: { bands },
      account: {
        positions: positionsOf({ BONDS: '40000', SHARES: '55000', GOLD: '20000', FUND: '40000' }),
        target: { BONDS: 0.33, SHARES: 0.12, GOLD: 0.2, FUND: 0.35 },
        restrictions: { BONDS: 'locked' as const },
      },
    };
    const result = decide(changes);
    expect(signed(result.trades)).toEqual({
      SHARES: '-33612.50',
      GOLD: '16575.00',
      FUND: '17037.50',
    });
    expect(again(result, changes).decision).toBe('hold');
  });
});
