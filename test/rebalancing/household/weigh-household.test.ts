import { describe, expect, it } from 'vitest';
import { money } from '../../../src/money/index.js';
import { compileProducts } from '../../../src/products/index.js';
import {
  compileRebalancing,
  type Household,
  type HouseholdAccount,
  type RebalancingPolicy,
  rebalanceHousehold,
} from '../../../src/rebalancing/index.js';
import { codes, signed } from '../support.js';

const cny = (amount: string) => money('CNY', amount);

const account = (
  id: string,
  bonds: string,
  shares: string,
  more: Partial<HouseholdAccount> = {},
): HouseholdAccount => ({
  id,
  currency: 'CNY',
  lastTradeOn: null,
  positions: [
    { product: 'A', value: cny(bonds) },
    { product: 'B', value: cny(shares) },
  ],
  ...more,
});

/** U = 0.03 + 0.03·e − 0.0375·e² by the weight of shares; bonds cost something to buy. */
const run = (
  household: Partial<Household>,
  entryFee = 0.001,
  weighing: RebalancingPolicy['weighing'] = {},
  triggers: RebalancingPolicy['triggers'] = [{ kind: 'band' }],
) => {
  const terms = {
    issuerRisk: 'R3',
    distributorRisk: 'R3',
    annualFee: 0,
    entryFee: 0,
    minimumPurchase: '1',
    step: '0.01',
    lockUpDays: 0,
    status: 'open',
  } as const;
  const universe = compileProducts(
    [
      { ...terms, id: 'A', name: 'Bonds', lookThrough: { BOND: 1 }, entryFee },
      { ...terms, id: 'B', name: 'Shares', lookThrough: { EQUITY: 1 } },
    ],
    ['BOND', 'EQUITY'],
  );
  const rebalancer = compileRebalancing(
    {
      id: 'standard',
      bands: { default: { absolute: 0.05 } },
      triggers,
      utility: {
        assetClasses: ['BOND', 'EQUITY'],
        expectedReturn: [0.03, 0.06],
        covariance: [
          [0, 0],
          [0, 0.04],
        ],
        riskAversion: 1.875,
      },
      weighing: { outOfMarketReturn: 0, ...weighing },
    },
    { universe },
  );
  return rebalanceHousehold(
    {
      id: 'Li',
      currency: 'CNY',
      // Shares are 0.65 of 200,000 and are to be 0.4, with the bonds in account a.
      accounts: [account('a', '50000', '50000'), account('b', '20000', '80000')],
      target: { kind: 'products', weights: { A: 0.6, B: 0.4 } },
      location: { kind: 'ranked', order: { A: ['a', 'b'] } },
      ...household,
    },
    rebalancer,
    { asOf: '2026-03-02' },
  );
};

const tradesOf = ({ shares }: ReturnType<typeof run>) =>
  shares.map(({ result }) => signed(result?.trades ?? []));

describe('a household that weighs', () => {
  it('does not say of an account that it is brought to its share where nothing is traded', () => {
    // It would cost more than it brings. Account b holds its share, as bonds are to lie in account a.
    const result = run({}, 0.01);
    expect(result.decision).toBe('hold');
    expect(result.shares.map(({ result: own }) => codes(own!))).toEqual([
      ['rebalancing.weighed-in-household'],
      ['rebalancing.share-held'],
    ]);
    const traded = run({});
    expect(codes(traded.shares[1]!.result!)).toEqual(['rebalancing.share-held']);
  });

  it('trades what the whole gains by, though an account by itself would lose', () => {
    const result = run({});
    // Account a goes from half shares to none, which by itself is a loss: 0.03 − 0.035625.
    expect(tradesOf(result)).toEqual([{ A: '50000.00', B: '-50000.00' }, {}]);
    expect(Number(result.shares[0]!.result!.gain!.amount)).toBe(-562.5);
    expect(codes(result.shares[0]!.result!)).toContain('rebalancing.weighed-in-household');
    // The whole: (0.036 − 0.03365625) × 200,000, and 50,000 − 50,000 / 1.001.
    expect(result).toMatchObject({
      decision: 'trade',
      weighing: { gain: cny('468.75'), cost: cny('49.95') },
    });
    expect(result.weighing!.utilityBefore).toBeCloseTo(0.03365625, 12);
    expect(result.weighing!.utilityAfter).toBeCloseTo(0.036, 12);
    expect(codes(result)).toEqual([
      'rebalancing.household-met',
      'rebalancing.out-of-band',
      'rebalancing.out-of-band',
      'rebalancing.gain-above-cost',
    ]);
  });

  it('holds as a whole where that costs more', () => {
    const result = run({}, 0.01);
    // 50,000 − 50,000 / 1.01
    expect(result).toMatchObject({
      decision: 'hold',
      weighing: { gain: cny('468.75'), cost: cny('495.05') },
    });
    expect(tradesOf(result)).toEqual([{}, {}]);
    expect(signed(result.shares[0]!.result!.considered)).toEqual({
      A: '50000.00',
      B: '-50000.00',
    });
    expect(codes(result)).toContain('rebalancing.cost-above-gain');
  });

  it('trades all the same where the policy always does, and shows both numbers', () => {
    const result = run({}, 0.01, { gate: 'always' });
    expect(result).toMatchObject({ decision: 'trade', weighing: { cost: cny('495.05') } });
    expect(codes(result)).toContain('rebalancing.cost-accepted');
  });

  it('raises money in any case and counts it on neither side', () => {
    const accounts = [
      account('a', '50000', '50000'),
      account('b', '20000', '80000', { withdrawal: cny('10000') }),
    ];
    const result = run({ accounts }, 0.05);
    expect(result.decision).toBe('trade');
    expect(result.shares[0]!.result!.decision).toBe('hold');
    // 190,000 stay: 114,000 of bonds, 100,000 of them in account a; so b is to have 14,000 and 76,000, and gives what it has beyond.
    expect(signed(result.shares[1]!.result!.trades)).toEqual({ A: '-6000.00', B: '-4000.00' });
    // Before: 126,000 of shares. After: 76,000. 50,000 − 50,000 / 1.05 is the cost.
    const worth = (e: number) => 0.03 + 0.03 * e - 0.0375 * e * e;
    const { utilityBefore, utilityAfter, gain, cost } = result.weighing!;
    expect(utilityBefore).toBeCloseTo(worth(126 / 190), 12);
    expect(utilityAfter).toBeCloseTo(worth(0.4), 12);
    expect(Number(gain.amount)).toBeCloseTo((worth(0.4) - worth(126 / 190)) * 190_000, 2);
    expect(cost.amount).toBe('2380.95');
  });

  it('counts what location costs less, where it is given as costs', () => {
    const accounts = [account('a', '50000', '50000'), account('b', '50000', '50000')];
    const target = { kind: 'products', weights: { A: 0.5, B: 0.5 } } as const;
    const location = { kind: 'costs', costs: { A: { a: 0, b: 0.01 } } } as const;
    // The same classes as before; 50,000 of bonds no longer cost 1 %, and buying 50,000 of them costs 50,000 − 50,000 / 1.001.
    // No class has drifted, so that it takes an agreed day to look at it.
    const review = [{ kind: 'calendar', anchor: '2026-03-02', everyMonths: 6 }] as const;
    const saved = run({ accounts, target, location }, 0.001, {}, review);
    expect(saved).toMatchObject({
      decision: 'trade',
      weighing: { gain: cny('500'), cost: cny('49.95') },
    });
    // A mere preference is no gain.
    const ranked = run({ accounts, target }, 0.001, {}, review);
    expect(ranked).toMatchObject({ decision: 'hold', weighing: { gain: cny('0') } });
  });

  it('says nothing of gain and cost where nothing was to be traded', () => {
    const accounts = [account('a', '60000', '0'), account('b', '0', '40000')];
    const result = run({ accounts });
    expect(result).toMatchObject({
      decision: 'hold',
      weighing: { gain: cny('0'), cost: cny('0') },
    });
    expect(codes(result)).toEqual(['rebalancing.household-met', 'rebalancing.within-bands']);
  });
});
