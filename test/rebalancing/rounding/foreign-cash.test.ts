import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { money } from '../../../src/money/index.js';
import { compileProducts } from '../../../src/products/index.js';
import { compileRebalancing, rebalance } from '../../../src/rebalancing/index.js';

const PRODUCT = {
  issuerRisk: 'R2',
  distributorRisk: 'R2',
  annualFee: 0,
  entryFee: 0,
  step: '0.01',
  minimumPurchase: '0.01',
  lockUpDays: 0,
  status: 'open',
} as const;

function planned(dollars: string, step: string, residualProduct: string | undefined) {
  const products = [
    { ...PRODUCT, id: 'CASH', name: 'cash fund', lookThrough: { CASH: 1 } },
    { ...PRODUCT, id: 'SHARES', name: 'shares', step, lookThrough: { EQUITY: 1 } },
    { ...PRODUCT, id: 'GOLD', name: 'gold', lookThrough: { GOLD: 1 } },
  ];
  const rebalancer = compileRebalancing(
    {
      id: 'policy',
      measure: 'products',
      bands: { default: { absolute: 0.02 } },
      ...(residualProduct !== undefined && { residualProduct }),
    },
    { universe: compileProducts(products, ['CASH', 'EQUITY', 'GOLD']) },
  );
  const account = {
    id: 'account',
    currency: 'CNY',
    positions: [{ product: 'CASH', value: money('CNY', '340000.00') }],
    cash: [money('USD', dollars)],
    fx: { base: 'CNY', rates: { USD: '7.1' } },
    target: { CASH: 0.3, SHARES: 0.33, GOLD: 0.37 },
  } as const;
  return rebalance(account, rebalancer, { asOf: '2026-09-01' });
}

describe('money of another currency that pays for purchases', () => {
  // Changing it may give up to a cent of a dollar less than it counts: no purchase is given up for that.
  it('is invested, whatever takes the rest and in whatever steps', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100_000, max: 9_000_000 }),
        fc.constantFrom('0.01', '1', '100'),
        fc.constantFrom(undefined, 'CASH', 'SHARES', 'GOLD'),
        (cents, step, residual) => {
          const result = planned((cents / 100).toFixed(2), step, residual);
          const bought = result.trades.filter(({ side }) => side === 'buy');
          expect(bought.map(({ product }) => product).sort()).toEqual(['GOLD', 'SHARES']);
          // A cent of a dollar is 0.08 yuan at most, each trade is rounded to the fen, and less than a step may be left.
          expect(Number(result.cash.after.amount)).toBeGreaterThanOrEqual(0);
          expect(Number(result.cash.after.amount)).toBeLessThan(Number(step) + 0.3);
          expect(result.certificate.every(({ holds }) => holds)).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});
