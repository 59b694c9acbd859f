import { describe, expect, it } from 'vitest';
import { type Changes, decide } from '../simple.js';
import { cny, dropped, positionsOf, signed } from '../support.js';

/** 50,000 of bonds and of shares, wanted are 60 % and 40 %. */
const least = (minimumRedemption: string, more: Changes = {}) =>
  decide({ ...more, products: { SHARES: { minimumRedemption }, ...more.products } });

describe('the least redemption of a product', () => {
  it('lets a sale pass that is large enough', () => {
    const result = least('10000');
    expect(signed(result.trades)).toEqual({ BONDS: '10000.00', SHARES: '-10000.00' });
    expect(result.certificate).toContainEqual({
      rule: 'minimum-redemption',
      holds: true,
      missedBy: 0,
    });
  });

  it('stops a smaller one, and with it the purchase that it was to pay', () => {
    // At 15,000.01 shares would be below 35 %.
    const result = least('15000.01');
    expect(result.trades).toEqual([]);
    expect(dropped(result).SHARES).toBe('sell 10000.00: rebalancing.below-minimum-redemption');
  });

  it('does not stop a sale of everything', () => {
    const result = least('80000', { account: { target: { BONDS: 1 } } });
    expect(signed(result.trades)).toEqual({ BONDS: '50000.00', SHARES: '-50000.00' });
    expect(result.certificate.every(({ holds }) => holds)).toBe(true);
  });

  it('is sold in full where money must be raised and nothing else is there', () => {
    const result = least('10000', {
      account: {
        positions: positionsOf({ SHARES: '50000' }),
        target: { SHARES: 1 },
        withdrawal: cny('3000'),
      },
    });
    // 10,000 are redeemed for the 3,000; what is over stays money.
    expect(signed(result.trades)).toEqual({ SHARES: '-10000.00' });
    expect(result.cash.after.amount).toBe('7000.00');
    expect(result.certificate.every(({ holds }) => holds)).toBe(true);
  });

  it('is the reason, with the minimum holding, for a sale that neither lets pass: the others come as near as they can without it', () => {
    // 700 of 1,900 shares are to go: 1,200 may not stay, 400 are too little, and all is further than nothing. Of the other 2,100 bonds are to have 2,000 and gold 800: each 350 less.
    const result = least('600', {
      account: {
        positions: positionsOf({ SHARES: '1900.00', GOLD: '2100.00' }),
        target: { BONDS: 0.5, SHARES: 0.3, GOLD: 0.2 },
      },
      products: { SHARES: { minimumRedemption: '600', minimumHolding: '1500' } },
    });
    expect(signed(result.trades)).toEqual({ BONDS: '1650.00', GOLD: '-1650.00' });
    expect(dropped(result).SHARES).toBe('sell 700.00: rebalancing.below-minimum-holding');
  });

  it('lets all be sold, with the minimum holding, where that is nearer than nothing', () => {
    // 1,500 of 1,900 shares are to go: 400 may not stay, and 1,400 are too little. The 400 that go with them are shared by bonds and gold.
    const result = least('1500', {
      account: {
        positions: positionsOf({ SHARES: '1900.00', GOLD: '2100.00' }),
        target: { BONDS: 0.6, SHARES: 0.1, GOLD: 0.3 },
      },
      products: { SHARES: { minimumRedemption: '1500', minimumHolding: '500' } },
    });
    expect(signed(result.trades)).toEqual({
      BONDS: '2600.00',
      GOLD: '-700.00',
      SHARES: '-1900.00',
    });
  });

  it('is in the currency of the product and counts what is finer than its unit up', () => {
    // 10,000.00 are less than 10,000.001, which is 10,000.01 and brings shares inside their band as well.
    expect(signed(least('10000.001').trades).SHARES).toBe('-10000.01');
    expect(signed(least('9999.991').trades).SHARES).toBe('-10000.00');
  });
});
