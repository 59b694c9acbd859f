import { describe, expect, it } from 'vitest';
import type { Lot } from '../../../src/rebalancing/index.js';
import { decide } from '../simple.js';
import { cny, codes, signed } from '../support.js';

/** 30,000 bought for 15,000 long ago, 20,000 bought for 25,000 a month ago. */
const LOTS: readonly Lot[] = [
  { id: 'old', boughtOn: '2020-03-02', value: cny('30000'), cost: cny('15000') },
  { id: 'new', boughtOn: '2026-02-02', value: cny('20000'), cost: cny('25000') },
];

const sell = (method: 'average' | 'fifo', lots = LOTS) =>
  decide({
    account: {
      positions: [
        { product: 'BONDS', value: cny('50000') },
        { product: 'SHARES', value: cny('50000'), lots },
      ],
    },
    products: { SHARES: { lockUpDays: 90 } },
    policy: { lots: { method } },
  });

const gains = (method: 'average' | 'fifo') =>
  sell(method)
    .trades.flatMap(({ lots }) => lots)
    .map(({ lot, gain }) => [lot, gain?.amount]);

describe('lots that cannot be sold', () => {
  it('count in the average cost of those that are', () => {
    // 10,000 of the old lot. All lots cost 40,000 of 50,000: a gain of a fifth. By itself the old lot has a gain of half.
    expect(gains('average')).toEqual([['old', '2000.00']]);
    expect(gains('fifo')).toEqual([['old', '5000.00']]);
  });

  it('are a part of the holding, or all of it', () => {
    const young = LOTS.map((lot) => ({ ...lot, boughtOn: '2026-02-02' as const }));
    const all = sell('fifo', young);
    expect(signed(all.considered)).toEqual({});
    expect(codes(all.outOfReach.find(({ product }) => product === 'SHARES')!)[0]).toBe(
      'rebalancing.holding-locked',
    );
  });
});

describe('the guard of losses', () => {
  const lot = (id: string, boughtOn: Lot['boughtOn'], value: string, cost: string): Lot => ({
    id,
    boughtOn,
    value: cny(value),
    cost: cny(cost),
  });
  const old = lot('old', '2024-01-10', '20000', '25000');
  const mid = lot('mid', '2025-12-01', '20000', '18000');
  const recent = lot('recent', '2026-02-09', '20000', '21000');
  const guarded = (
    lots: readonly Lot[],
    method: 'fifo' | 'lifo' = 'fifo',
    target: Readonly<Record<string, number>> = { BONDS: 0.6, SHARES: 0.4 },
  ) =>
    decide({
      account: {
        positions: [
          { product: 'BONDS', value: cny('40000') },
          { product: 'SHARES', value: cny('60000'), lots },
        ],
        target,
      },
      policy: { lots: { method, washSaleDays: 30 } },
    });
  const sold = (result: ReturnType<typeof guarded>) =>
    result.trades.flatMap(({ lots }) => lots.map((part) => [part.lot, part.amount.amount]));

  it('counts a lot bought lately that stands at a loss itself', () => {
    // 26 USC 1091(a): `recent`, of 21 days before, would replace `old`. It is sold itself, at a loss that nothing replaces.
    const result = guarded([old, mid, recent]);
    expect(sold(result)).toEqual([['mid', '20000.00']]);
  });

  it('does not count a lot that is sold before', () => {
    expect(
      sold(guarded([old, recent, lot('more', '2025-12-01', '20000', '26000')], 'lifo')),
    ).toEqual([['recent', '20000.00']]);
  });

  it('does not count a lot where all of the product goes', () => {
    expect(sold(guarded([old, mid, recent], 'fifo', { BONDS: 1 })).map(([id]) => id)).toEqual([
      'old',
      'mid',
      'recent',
    ]);
  });
});
