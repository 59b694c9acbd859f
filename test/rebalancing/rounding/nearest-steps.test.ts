import { describe, expect, it } from 'vitest';
import { type Changes, decide } from '../simple.js';
import { cny, positionsOf, signed } from '../support.js';

const half = { BONDS: 0.5, SHARES: 0.5 };

/** Shares in hundreds at a price, and bonds of 2,000, half and half as the target. */
const lots = (units: string, price: string, more: Changes = {}): Changes => ({
  ...more,
  account: {
    positions: [
      ...positionsOf({ BONDS: '2000.00' }),
      { product: 'SHARES', units, price: cny(price) },
    ],
    target: half,
    ...more.account,
  },
  products: { SHARES: { unitStep: '100' }, ...more.products },
});

const EAGER = { bands: { default: { absolute: 0.001 } } } as const;

/** 500 units are left of 900, and 4,148 are bought. */
const heldAfter = [
  ...positionsOf({ BONDS: '6148.00' }),
  { product: 'SHARES', units: '500', price: cny('10.37') },
];

describe('whole units sold', () => {
  it('are those nearest to what is wanted, with and without a product that takes the rest', () => {
    // 800 × 10.37 = 8,296, and half of 10,296 is 5,148: 3,148 are 303.6 units. 300 bring 3,111, of which bonds are bought: 5,185 and 5,111.
    for (const policy of [{}, { residualProduct: 'BONDS' }]) {
      const result = decide(lots('800', '10.37', { policy }));
      expect(signed(result.trades)).toEqual({ BONDS: '3111.00', SHARES: '-3111.00' });
      expect(result.cash.after.amount).toBe('0.00');
      expect(result.after.drift.triggered).toEqual([]);
      expect(result.fit).toBe('inexact');
    }
  });

  it('are more than wanted where that is nearer, and what they bring is invested', () => {
    // 900 × 10.37 = 9,333 and half of 11,333 is 5,666.50: 3,666.50 are 353.6 units. 400 bring 4,148, 300 bring 3,111.
    for (const policy of [{}, { residualProduct: 'BONDS' }]) {
      const result = decide(lots('900', '10.37', { policy }));
      expect(signed(result.trades)).toEqual({ BONDS: '4148.00', SHARES: '-4148.00' });
      expect(result.fit).toBe('inexact');
      // What is left is nearest too.
      const next = lots('500', '10.37', { policy, account: { positions: heldAfter } });
      expect(decide({ ...next, policy: { ...policy, ...EAGER } }).considered).toEqual([]);
    }
  });

  it('fit the whole units that are bought', () => {
    // 3,148 of each are wanted: 300 × 10.37 pay 300 × 10, and 111 are less than a hundred of either.
    const result = decide(
      lots('800', '10.37', {
        account: {
          positions: [
            { product: 'BONDS', units: '200', price: cny('10') },
            { product: 'SHARES', units: '800', price: cny('10.37') },
          ],
        },
        products: { BONDS: { unitStep: '100' } },
      }),
    );
    expect(signed(result.trades)).toEqual({ BONDS: '3000.00', SHARES: '-3111.00' });
    expect(result.cash.after.amount).toBe('111.00');
  });

  it('of which nothing is wanted but less than half of the least number are none', () => {
    // Half of 4,900 is 2,450: of 29 × 100 = 2,900 shares 450 are wanted, 4.5 of 10 units.
    const result = decide(
      lots('29', '100', { products: { SHARES: { unitStep: '10' } }, policy: EAGER }),
    );
    expect(result.considered).toEqual([]);
    // Of 31 it is 550 of 1,000: nearer than none, and bonds get all of it.
    const more = decide(
      lots('31', '100', { products: { SHARES: { unitStep: '10' } }, policy: EAGER }),
    );
    expect(signed(more.trades)).toEqual({ BONDS: '1000.00', SHARES: '-1000.00' });
  });

  it('are exactly those that are wanted where they come out even', () => {
    // 800 × 10 and 2,000: 300 of 3,000.
    const result = decide(lots('800', '10'));
    expect(signed(result.trades)).toEqual({ BONDS: '3000.00', SHARES: '-3000.00' });
    expect(result.fit).toBe('exact');
  });

  it('still raise all that is to be paid', () => {
    // Half of 4,796 is 2,398: 5,898 of shares go, 568.7 units, and as 500 would pay 5,185 it is 600.
    const result = decide(
      lots('800', '10.37', {
        account: { withdrawal: cny('5500') },
        products: { BONDS: { status: 'subscription-suspended' } },
      }),
    );
    expect(result.trades.find(({ product }) => product === 'SHARES')?.units).toBe('600');
    expect(result.cash.withdrawal).toEqual(cny('5500'));
  });
});

describe('sales that pay for steps', () => {
  const steps = { SHARES: { step: '1000', minimumPurchase: '1000' } };

  it('come to what is bought', () => {
    // 3,888 are wanted of each: 4,000 are nearer than 3,000.
    const result = decide({
      account: { positions: positionsOf({ BONDS: '8888.00', SHARES: '1112.00' }), target: half },
      products: steps,
    });
    expect(signed(result.trades)).toEqual({ BONDS: '-4000.00', SHARES: '4000.00' });
    expect(result.cash.after.amount).toBe('0.00');
  });

  it('come to it with the tax that they cost', () => {
    // Of what is sold (8,888 − 4,000) / 8,888 = 55 % is gain, taxed with 40 %: 22 %. 3,846.05 pay 3,000 of shares and 846.05 of tax: 5,041.95 and 4,112, of
    // 9,153.95, are 55.1 % and 44.9 %. 4,000 would leave 3,759.9 and 5,112, 42.4 % and 57.6 %.
    const lot = { id: 'a', boughtOn: '2025-06-01', value: cny('8888'), cost: cny('4000') } as const;
    const result = decide({
      account: {
        positions: [
          { product: 'BONDS', value: cny('8888'), lots: [lot] },
          ...positionsOf({ SHARES: '1112.00' }),
        ],
        target: half,
      },
      products: steps,
      policy: { lots: { method: 'hifo', tax: { shortTermRate: 0.4, longTermRate: 0.2 } } },
    });
    const sold = -Number(signed(result.trades).BONDS);
    expect(signed(result.trades).SHARES).toBe('3000.00');
    const share = (0.4 * 4888) / 8888;
    expect(Math.abs(sold - 3000 / (1 - share))).toBeLessThanOrEqual(0.1);
    expect(Number(result.cash.after.amount)).toBeLessThanOrEqual(0.1);
  });
});

describe('steps at the edge of a band', () => {
  it('come to the next that is inside, with what the purchase is charged', () => {
    // SHARES must come to 53 %. Of 93,329.13 a purchase of 11,420 is charged 11.41 (0.1 % of what is invested): 49,457.02 of 93,317.72
    // are 52.9985 %; 11,430 are charged 11.42: 49,467.01 of 93,317.71 are 53.0092 %.
    for (const scope of ['breached', 'whole'] as const) {
      const result = decide({
        products: {
          BONDS: { step: '1' },
          SHARES: { minimumPurchase: '10', step: '10', entryFee: 0.001 },
        },
        policy: { measure: 'products', destination: { kind: 'edge' }, scope: { kind: scope } },
        account: {
          positions: positionsOf({ BONDS: '55280.70', SHARES: '38048.43' }),
          target: { BONDS: 0.42, SHARES: 0.58 },
        },
      });
      expect(signed(result.trades)).toEqual({ BONDS: '-11430.00', SHARES: '11430.00' });
      expect(result.after.drift.triggered).toEqual([]);
    }
  });
});
