import { describe, expect, it } from 'vitest';
import type { RebalancingPolicy } from '../../../src/rebalancing/index.js';
import { decide } from '../simple.js';
import { cny, signed } from '../support.js';

/** 50,000 of shares with a gain of 20,000, 20,000 of bonds and of credit and 10,000 of gold, a quarter wanted of each. */
const bought = (trading: RebalancingPolicy<'CNY'>['trading'], more = {}) => {
  const held = (product: string, value: string, cost: string) => ({
    product,
    value: cny(value),
    lots: [{ id: '1', boughtOn: '2025-06-02' as const, value: cny(value), cost: cny(cost) }],
  });
  const result = decide({
    account: {
      positions: [
        held('SHARES', '50000', '30000'),
        held('BONDS', '20000', '20000'),
        held('CREDIT', '20000', '20000'),
        held('GOLD', '10000', '10000'),
      ],
      target: { SHARES: 0.25, BONDS: 0.25, CREDIT: 0.25, GOLD: 0.25 },
    },
    products: { CREDIT: {} },
    policy: {
      measure: 'products',
      lots: { method: 'hifo', tax: { shortTermRate: 0.5, longTermRate: 0.5 } },
      ...(trading && { trading }),
      ...more,
    },
  });
  expect(result.certificate.every(({ holds }) => holds)).toBe(true);
  return signed(result.trades);
};

describe('what charges take where a limit scales all trades', () => {
  it('comes out of all purchases alike', () => {
    // A fifth of what is sold is tax: 1,000 of 5,000. All but that are worth 99,000, and a quarter of it 24,750: 4,750, 4,750 and 14,750 are
    // missing, of which 4,000 buy 16.494845 %: 783.51, 783.51 and 2,432.99.
    const trades = bought({ taxBudget: cny('1000') });
    expect(Number(trades.SHARES)).toBeCloseTo(-5000, 0);
    expect(Math.abs(Number(trades.BONDS) - 783.51)).toBeLessThan(0.1);
    expect(Math.abs(Number(trades.CREDIT) - 783.51)).toBeLessThan(0.1);
    expect(Math.abs(Number(trades.GOLD) - 2432.99)).toBeLessThan(0.1);
  });

  it('does so under a limit of turnover, which counts the mean of both sides', () => {
    const trades = bought({ maxTurnover: 0.05 });
    const sold = -Number(trades.SHARES);
    const [bonds, credit, gold] = [trades.BONDS, trades.CREDIT, trades.GOLD].map(Number);
    expect(bonds! + credit! + gold!).toBeCloseTo(0.8 * sold, 1);
    // A quarter of all but the tax is wanted of each.
    const quarter = (100_000 - 0.2 * sold) / 4;
    expect(gold! / bonds!).toBeCloseTo((quarter - 10_000) / (quarter - 20_000), 3);
    expect(credit).toBeCloseTo(bonds!, 1);
  });

  it('comes out of the product that takes the rest last of all', () => {
    const trades = bought({ taxBudget: cny('1000') }, { residualProduct: 'CREDIT' });
    expect(Math.abs(Number(trades.BONDS) - 783.51)).toBeLessThan(0.1);
    expect(Math.abs(Number(trades.GOLD) - 2432.99)).toBeLessThan(0.1);
  });
});
