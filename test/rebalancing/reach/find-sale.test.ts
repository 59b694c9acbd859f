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
