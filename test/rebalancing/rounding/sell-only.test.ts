import { describe, expect, it } from 'vitest';
import { decide } from '../simple.js';
import { cny, positionsOf, signed } from '../support.js';

const positions = [
  { product: 'BONDS', value: cny('60000') },
  {
    product: 'SHARES',
    value: cny('40000'),
    lots: [{ id: 'a', boughtOn: '2025-12-01' as const, value: cny('40000'), cost: cny('30000') }],
  },
];
const target = { BONDS: 0.8, SHARES: 0.2 };

describe('where nothing is bought', () => {
  it('limits hold for what is sold beyond the money that must be raised', () => {
    // 99,000 are invested after the withdrawal; a turnover of 2 % is 2 × 1,980 = 3,960 of sales, of which 1,000 must be in any case.
    const turnover = decide({
      account: { positions, target, withdrawal: cny('1000') },
      policy: { funding: 'sell-only', trading: { maxTurnover: 0.02 } },
    });
    const sold = -Number(signed(turnover.trades).SHARES);
    expect(sold).toBeLessThanOrEqual(3960);
    expect(sold).toBeGreaterThan(3950);
  });

  it('a budget of tax holds, too', () => {
    // A quarter of what is sold is gain, taxed with 20 %: a tax of 200 allows sales of 4,000.
    const lots = { method: 'fifo', tax: { shortTermRate: 0.2, longTermRate: 0.1 } } as const;
    const taxed = decide({
      account: { positions, target, withdrawal: cny('1000') },
      policy: { funding: 'sell-only', lots, trading: { taxBudget: cny('200') } },
    });
    const sold = -Number(signed(taxed.trades).SHARES);
    expect(sold).toBeLessThanOrEqual(4000.1);
    expect(sold).toBeGreaterThan(3990);
  });

  it('the gain counts what a most weight makes go', () => {
    // Sold to 35 and 20 of 100: U = 0.05 × 0.35 + 0.065 × 0.2 − 5 × (0.35² × 0.0016 + 0.2² × 0.0324) = 0.02304; before,
    // 0.05 × 0.6 + 0.065 × 0.4 − 5 × (0.6² × 0.0016 + 0.4² × 0.0324) = 0.0272. So 0.00416 of 100,000 are lost.
    const result = decide({
      account: { positions: positionsOf({ BONDS: '60000.00', SHARES: '40000.00' }), target },
      policy: {
        measure: 'products',
        funding: 'sell-only',
        trading: { maxWeight: { BONDS: 0.35 } },
        utility: {
          assetClasses: ['BOND', 'EQUITY', 'METAL'],
          expectedReturn: [0.05, 0.065, 0],
          covariance: [
            [0.0016, 0, 0],
            [0, 0.0324, 0],
            [0, 0, 1],
          ],
          riskAversion: 10,
        },
      },
    });
    expect(result.gain?.amount).toBe('-416.00');
    expect(result.decision).toBe('hold');
  });
});
