import { describe, expect, it } from 'vitest';
import { again, type Changes, decide } from '../simple.js';
import { cny, dropped, positionsOf, signed } from '../support.js';

describe('a residual product with a least redemption', () => {
  it('is sold once, at its least, and the purchase follows', () => {
    // Of 5,250 shares are to have 1,575, which is 1,425 less: 1,500 may be sold, and bonds take as much.
    const changes: Changes = {
      account: {
        positions: positionsOf({ SHARES: '3000.00', BONDS: '2250.00' }),
        target: { SHARES: 0.3, BONDS: 0.7 },
      },
      policy: { residualProduct: 'SHARES', bands: { default: { absolute: 0.1 } } },
      products: { SHARES: { minimumRedemption: '1500' } },
    };
    const result = decide(changes);
    expect(signed(result.trades)).toEqual({ SHARES: '-1500.00', BONDS: '1500.00' });
    expect(result.cash.after.amount).toBe('0.00');
    expect(again(result, changes).decision).toBe('hold');
  });

  it('is not sold at all where too little of it is to pay for a purchase: that is made of the money there is', () => {
    // Of 6,600 bonds are to have 1,800 and shares 4,800. 1,640 are there and the 160 missing are below 500, the least: 2,140 would be 32 % of bonds, 1,640 are 25 %.
    const result = decide({
      account: {
        positions: positionsOf({ SHARES: '4960.00' }),
        target: { SHARES: 8 / 11, BONDS: 3 / 11 },
        cash: [cny('1840.00')],
      },
      policy: {
        residualProduct: 'SHARES',
        cash: { target: cny('200') },
        bands: { default: { absolute: 0.02 } },
      },
      products: { SHARES: { minimumRedemption: '500' } },
    });
    expect(signed(result.trades)).toEqual({ BONDS: '1640.00' });
    expect(result.cash.after.amount).toBe('200.00');
    expect(dropped(result).SHARES).toBe('sell 160.00: rebalancing.below-minimum-redemption');
  });
});

describe('a residual product that is to be bought', () => {
  it('is not sold in place of a sale that would be below the least trade', () => {
    // Of 4,430 less the 300 to be kept SHARES are to be 3,304: 696 less. GOLD cannot be bought for the 396 beyond the 300. SHARES give the least trade then, not GOLD, which is below its target.
    const result = decide({
      account: {
        positions: positionsOf({ SHARES: '4000', GOLD: '430' }),
        target: { SHARES: 0.8, GOLD: 0.2 },
      },
      products: { GOLD: { minimumPurchase: '2000' } },
      policy: {
        measure: 'products',
        bands: { default: { absolute: 0.02 } },
        residualProduct: 'GOLD',
        cash: { target: cny('300') },
        trading: { minimumTrade: { amount: cny('500') } },
      },
    });
    expect(signed(result.trades)).toEqual({ SHARES: '-500.00' });
    expect(result.cash.after.amount).toBe('500.00');
  });

  const bands = { default: { absolute: 0.03 } };

  it('in steps, is bought in the number of them that brings everything inside', () => {
    // 1,450 are wanted: 1,000 would be 80 % and 20 %, 1,500 are 70 % and 30 %.
    const changes: Changes = {
      account: {
        positions: positionsOf({ BONDS: '5000.00' }),
        target: { BONDS: 0.71, SHARES: 0.29 },
      },
      policy: { residualProduct: 'SHARES', bands },
      products: { SHARES: { minimumPurchase: '500', step: '500' } },
    };
    const result = decide(changes);
    expect(signed(result.trades)).toEqual({ BONDS: '-1500.00', SHARES: '1500.00' });
    expect(result.after.drift.triggered).toEqual([]);
    expect(again(result, changes).decision).toBe('hold');
  });

  it('is bought at its minimum where money is raised as well', () => {
    // Of the 4,900 that stay each is to have 2,450: 450 are too little of shares, 500 are 51 %.
    const result = decide({
      account: {
        positions: positionsOf({ BONDS: '3000.00', SHARES: '2000.00' }),
        target: { BONDS: 0.5, SHARES: 0.5 },
        withdrawal: cny('100'),
      },
      policy: { residualProduct: 'SHARES', bands },
      products: { SHARES: { minimumPurchase: '500' } },
    });
    expect(signed(result.trades)).toEqual({ BONDS: '-600.00', SHARES: '500.00' });
    expect(result.after.drift.triggered).toEqual([]);
  });
});

describe('a residual product among no more trades than agreed', () => {
  const decideWith = (products: NonNullable<Changes['products']>) =>
    decide({
      account: {
        positions: positionsOf({ BONDS: '5000.00', SHARES: '5000.00' }),
        target: { BONDS: 0.2, SHARES: 0.55, GOLD: 0.25 },
      },
      policy: { residualProduct: 'SHARES', trading: { maxTrades: 2 } },
      products,
    });

  it('is the one that is not traded where its own trade is the smallest', () => {
    // Bonds are to give 3,000, gold to get 2,500 and shares 500: without shares bonds give 2,500.
    expect(signed(decideWith({}).trades)).toEqual({ BONDS: '-2500.00', GOLD: '2500.00' });
  });

  it('takes nothing of what steps of the others leave then', () => {
    // Gold in steps of 400: 2,400 would leave 2,600 of bonds, more than 25 %; with 2,800 these are 22 %, gold 28 % and shares 50 %, all inside.
    const result = decideWith({ GOLD: { minimumPurchase: '400', step: '400' } });
    expect(signed(result.trades)).toEqual({ BONDS: '-2800.00', GOLD: '2800.00' });
    expect(result.after.drift.triggered).toEqual([]);
  });
});

it('a residual product sold at its least to raise money spares what was sold beside it', () => {
  // 600 are to be raised and 1,500 is the least of shares: with them no bond need be sold.
  const result = decide({
    account: {
      positions: positionsOf({ SHARES: '3000.00', BONDS: '350.00' }),
      target: { BONDS: 1 },
      withdrawal: cny('600'),
    },
    policy: { residualProduct: 'SHARES', triggers: [] },
    products: { SHARES: { minimumRedemption: '1500' } },
  });
  expect(signed(result.trades)).toEqual({ SHARES: '-1500.00' });
  expect(result.cash.after.amount).toBe('900.00');
});
