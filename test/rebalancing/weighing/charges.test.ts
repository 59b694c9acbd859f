import { describe, expect, it } from 'vitest';
import { money } from '../../../src/money/index.js';
import { exAnteCosts } from '../../../src/products/index.js';
import {
  compileRebalancing,
  type RebalancingPolicy,
  rebalanceHousehold,
  type UtilityInputs,
} from '../../../src/rebalancing/index.js';
import { type Changes, decide, MONDAY, products } from '../simple.js';
import { act, expectRefusal, positionsOf, wrong } from '../support.js';

/** U(w) = 0.03·b + 0.06·e + 0.02·m − 0.001·b² − 0.03·e² − 0.03·m². */
const UTILITY: UtilityInputs = {
  assetClasses: ['BOND', 'EQUITY', 'METAL'],
  expectedReturn: [0.03, 0.06, 0.02],
  covariance: [
    [0.001, 0, 0],
    [0, 0.03, 0],
    [0, 0, 0.03],
  ],
  riskAversion: 2,
};
const NET: UtilityInputs = { ...UTILITY, charges: 'annual' };

/** Bonds at 0.9 that are to be 0.6. */
const ACCOUNT: Changes['account'] = {
  positions: positionsOf({ BONDS: '90000.00', SHARES: '10000.00' }),
};
const FEES: Changes['products'] = { BONDS: { annualFee: 0.002 }, SHARES: { annualFee: 0.03 } };
const policyOf = (utility: UtilityInputs): Partial<RebalancingPolicy<'CNY'>> => ({
  utility,
  weighing: { outOfMarketReturn: 0 },
});

describe('a gain', () => {
  it('is that of returns before charges where nothing else is said', () => {
    // 0.6·0.03 + 0.4·0.06 − 0.36·0.001 − 0.16·0.03 = 0.03684; 0.9·0.03 + 0.1·0.06 − 0.81·0.001 − 0.01·0.03 = 0.03189.
    for (const utility of [UTILITY, { ...UTILITY, charges: 'none' } as const]) {
      const result = decide({ account: ACCOUNT, products: FEES, policy: policyOf(utility) });
      expect([result.decision, result.gain?.amount]).toEqual(['trade', '495.00']);
    }
  });

  it('is net of annual charges where they count', () => {
    // Charges rise from 0.9·0.002 + 0.1·0.03 = 0.0048 to 0.6·0.002 + 0.4·0.03 = 0.0132: 495 − 840.
    const result = decide({ account: ACCOUNT, products: FEES, policy: policyOf(NET) });
    expect([result.decision, result.gain?.amount]).toEqual(['hold', '-345.00']);
    expect(result.utilityBefore).toBeCloseTo(0.02709, 12);
    expect(result.utilityAfter).toBeCloseTo(0.02364, 12);
  });

  it('is in the certainty-equivalent even where nothing is to be traded', () => {
    const account = { positions: positionsOf({ BONDS: '60000.00', SHARES: '40000.00' }) };
    const result = decide({ account, products: FEES, policy: policyOf(NET) });
    expect(result.utilityBefore).toBeCloseTo(0.02364, 12);
  });

  it('is what a cheaper product of the same class saves', () => {
    // 40,000 from 2 % to 0.1 % a year.
    const terms = {
      SHARES: { annualFee: 0.02 },
      INDEX: { annualFee: 0.001, lookThrough: { EQUITY: 1 } },
    };
    const account = {
      positions: positionsOf({ BONDS: '60000.00', SHARES: '40000.00' }),
      target: { BONDS: 0.6, INDEX: 0.4 },
    };
    const change = (utility: UtilityInputs) =>
      decide({
        account,
        products: terms,
        policy: { ...policyOf(utility), measure: 'products' },
      });
    expect([change(UTILITY).decision, change(UTILITY).gain?.amount]).toEqual(['hold', '0.00']);
    expect([change(NET).decision, change(NET).gain?.amount]).toEqual(['trade', '760.00']);
  });

  it('counts the performance fee that is to be expected, as the ex-ante costs do', () => {
    // (1.06 × 0.99 − 1 − 0.02) × 0.2 = 0.00588 beside 0.01, on 0.1 and on 0.4 of 100,000.
    const terms = {
      SHARES: { annualFee: 0.01, fees: { performance: { rate: 0.2, hurdle: 0.02 } } },
    };
    const gain = (utility: UtilityInputs) =>
      Number(decide({ account: ACCOUNT, products: terms, policy: policyOf(utility) }).gain?.amount);
    const yearly = (shares: number) => {
      const costs = exAnteCosts({ BONDS: 1 - shares, SHARES: shares }, products(terms), {
        amount: money('CNY', '100000'),
        expectedReturn: 0.03,
        expectedReturns: { SHARES: 0.06 },
      });
      return Number(costs.ongoing.amount) + Number(costs.performance.amount);
    };
    expect(yearly(0.4)).toBeCloseTo(635.2, 10);
    expect(gain(UTILITY) - gain(NET)).toBeCloseTo(yearly(0.4) - yearly(0.1), 2);
    expect(gain(UTILITY) - gain(NET)).toBeCloseTo(476.4, 2);
  });

  it('counts the charges of the day', () => {
    const terms = {
      ...FEES,
      SHARES: { annualFee: 0.03, changes: [{ from: MONDAY, annualFee: 0.002 }] } as const,
    };
    const net = (asOf: '2026-02-27' | typeof MONDAY) =>
      decide({ account: ACCOUNT, products: terms, policy: policyOf(NET), asOf }).gain?.amount;
    expect(net('2026-02-27')).toBe('-345.00');
    expect(net(MONDAY)).toBe('495.00');
  });

  it('of a household is net of the charges of all its accounts', () => {
    const gain = (utility: UtilityInputs) => {
      const rebalancer = compileRebalancing(
        { id: 'p', bands: { default: { absolute: 0.05 } }, ...policyOf(utility) },
        { universe: products(FEES) },
      );
      const accounts = [
        { id: 'a', amounts: { BONDS: '50000.00' } },
        { id: 'b', amounts: { BONDS: '40000.00', SHARES: '10000.00' } },
      ].map(({ id, amounts }) => ({
        id,
        currency: 'CNY' as const,
        lastTradeOn: null,
        positions: positionsOf(amounts as Record<string, string>),
      }));
      const target = { kind: 'products', weights: { BONDS: 0.6, SHARES: 0.4 } } as const;
      const household = { id: 'h', currency: 'CNY', accounts, target } as const;
      return rebalanceHousehold(household, rebalancer, { asOf: MONDAY }).weighing;
    };
    expect(gain(UTILITY)?.gain.amount).toBe('495.00');
    expect(gain(NET)?.gain.amount).toBe('-345.00');
    expect(gain(NET)?.utilityBefore).toBeCloseTo(0.02709, 12);
  });
});

describe('what money misses between sale and purchase', () => {
  it('is the return of the target after charges where they count', () => {
    // 30,000 are out for a day. The target earns 0.042 a year before and 0.0288 after charges: 30,000 × 0.042 / 365 = 3.452, 30,000 × 0.0288 / 365 = 2.367.
    const missed = (utility: UtilityInputs) =>
      decide({ account: ACCOUNT, products: FEES, policy: { utility } }).costs.outOfMarket.amount;
    expect(missed(UTILITY)).toBe('3.45');
    expect(missed(NET)).toBe('2.37');
  });
});

describe('a policy', () => {
  it('that names other charges is refused', () => {
    expectRefusal(
      () => decide({ policy: policyOf({ ...UTILITY, charges: wrong('all') }) }),
      'unknown-value',
      'policy.utility.charges',
    );
  });

  it('counts the charges of the scenario only where it says so', () => {
    expect(act().gain?.amount).toBe('453.60');
  });
});
