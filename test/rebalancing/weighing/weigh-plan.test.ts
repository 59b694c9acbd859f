import { describe, expect, it } from 'vitest';
import type { RebalancingPolicy, UtilityInputs } from '../../../src/rebalancing/index.js';
import { decide } from '../simple.js';
import { act, cny, codes, positionsOf, signed } from '../support.js';

/** U(w) = 0.03 + 0.03·e − 0.01·m − 0.0375·(e² + m²), by the weights of shares and gold. */
const UTILITY: UtilityInputs = {
  assetClasses: ['BOND', 'EQUITY', 'METAL'],
  expectedReturn: [0.03, 0.06, 0.02],
  covariance: [
    [0, 0, 0],
    [0, 0.04, 0],
    [0, 0, 0.04],
  ],
  riskAversion: 1.875,
};
const worth = (e: number, m = 0) => 0.03 + 0.03 * e - 0.01 * m - 0.0375 * (e * e + m * m);

const POLICY: Partial<RebalancingPolicy<'CNY'>> = {
  utility: UTILITY,
  weighing: { outOfMarketReturn: 0 },
};

describe('the gain', () => {
  const gainOf = (policy: Partial<RebalancingPolicy<'CNY'>>, account = {}) =>
    Number(decide({ account, policy: { ...POLICY, ...policy } }).gain?.amount);

  it('is that of the target where it is reached', () => {
    // Shares from 0.5 to 0.4: (0.036 − 0.035625) × 100,000.
    expect(gainOf({})).toBe(37.5);
  });

  it('is that of what a limit of turnover leaves', () => {
    // 5,000 of the 10,000 may be traded, so shares go to 0.45: (0.03590625 − 0.035625) × 100,000 = 28.125.
    expect(Math.abs(gainOf({ trading: { maxTurnover: 0.05 } }) - 28.125)).toBeLessThan(0.01);
  });

  it('is that of the trades that their number or their size leaves', () => {
    const account = {
      positions: positionsOf({ BONDS: '40000.00', SHARES: '36000.00', GOLD: '24000.00' }),
      target: { BONDS: 0.6, SHARES: 0.25, GOLD: 0.15 },
    };
    const all = (worth(0.25, 0.15) - worth(0.36, 0.24)) * 100_000;
    // Gold stays at 0.24, and bonds take what shares give.
    const some = (worth(0.25, 0.24) - worth(0.36, 0.24)) * 100_000;
    const few = { residualProduct: 'BONDS', weighing: { gate: 'always' } } as const;
    expect(gainOf(few, account)).toBeCloseTo(all, 2);
    expect(gainOf({ ...few, trading: { maxTrades: 2 } }, account)).toBeCloseTo(some, 2);
    const minimumTrade = { amount: cny('10000') };
    expect(gainOf({ ...few, trading: { minimumTrade } }, account)).toBeCloseTo(some, 2);
  });

  it('in the scenario falls with the turnover that is allowed', () => {
    const gains = [1, 0.05, 0.02, 0].map((maxTurnover) =>
      Number(act({ policy: { trading: { maxTurnover } } }).gain?.amount),
    );
    expect(gains[0]).toBe(453.6);
    expect(gains).toEqual([...gains].sort((a, b) => b - a));
    expect(gains[1]).toBeLessThan(400);
    expect(gains.at(-1)).toBe(0);
  });
});

describe('where money must be raised', () => {
  // 99,000 stay. Raising 1,000 from shares leaves 49,000 / 99,000 = 0.494949… of them, the target is 0.4. The means are the same, so
  // the improvement beyond raising is 0.0375 × (0.494949…² − 0.16) × 99,000 = 315.47. Bonds are bought for 59,400 − 50,000 = 9,400.
  const withdraw = (entryFee: number, gate: 'gain' | 'always' = 'gain') =>
    decide({
      account: { withdrawal: cny('1000') },
      products: { BONDS: { entryFee } },
      policy: {
        utility: { ...UTILITY, expectedReturn: [0.03, 0.03, 0.03] },
        weighing: { outOfMarketReturn: 0, gate },
      },
    });

  it('the rest is traded too if what it brings beyond that is above its cost', () => {
    const result = withdraw(0.001);
    expect(signed(result.trades)).toEqual({ BONDS: '9400.00', SHARES: '-10400.00' });
    const { code, parameters } = result.reasons.at(-1)!;
    // 9,400 − 9,400 / 1.001
    expect(code).toBe('rebalancing.more-than-must-be');
    expect(parameters).toEqual({ gain: cny('315.47'), cost: cny('9.39'), years: 1 });
  });

  it('only that is traded if not, and the figures of the rest are named', () => {
    const result = withdraw(0.05);
    expect(result.decision).toBe('trade');
    expect(signed(result.trades)).toEqual({ SHARES: '-1000.00' });
    expect(result.costs.total.amount).toBe('0.00');
    const { code, parameters } = result.reasons.at(-1)!;
    // 9,400 − 9,400 / 1.05
    expect(code).toBe('rebalancing.only-money-raised');
    expect(parameters).toEqual({ gain: cny('315.47'), cost: cny('447.62'), years: 1 });
    expect(codes(result)).not.toContain('rebalancing.cost-above-gain');
  });

  it('the gate always trades the rest, and says that it costs more', () => {
    const result = withdraw(0.05, 'always');
    expect(signed(result.trades)).toEqual({ BONDS: '9400.00', SHARES: '-10400.00' });
    expect(codes(result).at(-1)).toBe('rebalancing.cost-accepted');
  });

  it('nothing is weighed where nothing else may be traded', () => {
    const result = decide({
      account: { withdrawal: cny('1000') },
      policy: { ...POLICY, funding: 'buy-only' },
    });
    expect(signed(result.trades)).toEqual({ SHARES: '-1000.00' });
    expect(codes(result).at(-1)).toBe('rebalancing.withdrawal-raised');
  });

  it('is weighed without what would be kept beyond the floor and is not raised', () => {
    // 1,000 are raised: 1,052.63 of shares bring them and cost 52.63. Of 100,000, 3,000 would be kept: 97,000, then 96,947.37, are to be invested, and more is.
    const u = (bonds: number, shares: number) =>
      0.03 * bonds + 0.06 * shares - 0.0375 * shares * shares;
    const before = u(20_000 / 97_000, 80_000 / 97_000);
    const after = u(20_000 / 96_947.37, 78_947.37 / 96_947.37);
    const result = decide({
      account: {
        positions: positionsOf({ BONDS: '20000.00', SHARES: '80000.00' }),
        target: { BONDS: 0.3, SHARES: 0.7 },
      },
      products: { SHARES: { fees: { exit: [{ fromDays: 0, rate: 0.05 }] } } },
      policy: { ...POLICY, cash: { floor: cny('1000'), target: cny('3000') } },
    });
    expect(signed(result.trades)).toEqual({ SHARES: '-1052.63' });
    expect(result.utilityBefore).toBeCloseTo(before, 10);
    expect(result.utilityAfter).toBeCloseTo(after, 10);
    expect(Number(result.gain?.amount)).toBeCloseTo((after - before) * 97_000, 1);
  });
});
