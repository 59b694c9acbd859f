import { describe, expect, it } from 'vitest';
import type { ProductFees } from '../../../src/products/index.js';
import type { Lot } from '../../../src/rebalancing/index.js';
import { decide } from '../simple.js';
import { cny } from '../support.js';

const sell = (exit: ProductFees['exit'], lots?: readonly Lot[]) =>
  decide({
    account: {
      positions: [
        { product: 'BONDS', value: cny('40000') },
        { product: 'SHARES', value: cny('60000'), ...(lots === undefined ? {} : { lots }) },
      ],
    },
    products: { SHARES: { fees: { exit: exit! } } },
    // What is sold leads to 40 of what is left after the charges; a residual keeps the sale's own amount in view.
    policy: { residualProduct: 'BONDS' },
  }).trades.find(({ product }) => product === 'SHARES')!;

const lot = (id: string, boughtOn: Lot['boughtOn']): Lot => ({
  id,
  boughtOn,
  value: cny('10000'),
});
const LOTS = [
  lot('a', '2026-02-25'),
  lot('b', '2026-02-25'),
  lot('c', '2026-02-25'),
  lot('d', '2026-03-01'),
  lot('e', '2026-03-01'),
  lot('f', '2026-03-01'),
];

describe('exit fees with sums', () => {
  it('count the least of a tier once a redemption, not once a lot', () => {
    // Five days held: 0.1 % of what is sold, some 20,000, is about 20.00; at least 50.00 for all of it.
    const trade = sell([{ fromDays: 0, rate: 0.001, least: '50' }], LOTS);
    expect(trade.costs.exit.amount).toBe('50.00');
    const fees = trade.lots.map(({ exitFee }) => Number(exitFee.amount));
    expect(fees.length).toBeGreaterThan(1);
    expect(fees.reduce((sum, fee) => sum + fee, 0)).toBeCloseTo(50, 10);
  });

  it('are the dearest that there is where the lots are not known', () => {
    const tiers = [
      { fromDays: 0, rate: 0.015 },
      { fromDays: 365, rate: 0 },
    ];
    const byRate = sell(tiers);
    const share = Number(byRate.costs.exit.amount) / Number(byRate.amount.amount);
    expect(share).toBeCloseTo(0.015, 6);
    const bySum = sell([
      { fromDays: 0, rate: 0, plus: '30' },
      { fromDays: 365, rate: 0, plus: '70' },
    ]);
    expect(bySum.costs.exit.amount).toBe('70.00');
  });
});
