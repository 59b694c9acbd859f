import { describe, expect, it } from 'vitest';
import { again, type Changes, decide } from '../simple.js';
import { cny, codes, positionsOf, signed } from '../support.js';

/** Bonds and shares in whole units, gold to the cent, together 10,000. */
const inUnits = (
  bonds: { readonly units: number; readonly price: number; readonly target: number },
  shares: { readonly units: number; readonly price: number; readonly target: number },
): Changes => {
  const row = (product: string, { units, price }: { units: number; price: number }) => ({
    product,
    units: `${units}`,
    price: cny(`${price}`),
  });
  const gold = 10_000 - bonds.units * bonds.price - shares.units * shares.price;
  return {
    account: {
      positions: [row('BONDS', bonds), row('SHARES', shares), ...positionsOf({ GOLD: `${gold}` })],
      target: {
        BONDS: bonds.target,
        SHARES: shares.target,
        GOLD: 1 - bonds.target - shares.target,
      },
    },
    products: { BONDS: { unitStep: '1' }, SHARES: { unitStep: '1' } },
  };
};

describe('a product in whole units of which less than half a unit is wanted', () => {
  it('is bought where all together come nearer to the target by it', () => {
    // Wanted: 290 of bonds in units of 600, 1,400 of shares in units of 1,000, −1,690 of gold. One unit of each misses by 310, −400 and 90, squares
    // 264,200; without the bonds by −290, −400 and 690, 720,200; two of shares without bonds by −290, 600 and −310, 540,200.
    const result = decide(
      inUnits({ units: 5, price: 600, target: 0.329 }, { units: 2, price: 1000, target: 0.34 }),
    );
    expect(signed(result.trades)).toEqual({
      BONDS: '600.00',
      SHARES: '1000.00',
      GOLD: '-1600.00',
    });
    const bonds = result.trades.find(({ product }) => product === 'BONDS')!;
    expect(codes(bonds)).toContain('rebalancing.evens-steps');
    expect(result.notTraded.map(({ product }) => product)).not.toContain('BONDS');
  });

  it('is sold where that is nearer, and stays there', () => {
    // Wanted: 50 of bonds in units of 200, 1,100 of shares in units of 1,500, −1,150 of gold. A unit of shares and one of bonds less miss by 400, −250 and −150,
    // squares 245,000; bonds as they are by 400, −50 and −350, 285,000; two units of bonds less by 400, −450 and 50, 365,000.
    const changes = inUnits(
      { units: 15, price: 200, target: 0.305 },
      { units: 1, price: 1500, target: 0.26 },
    );
    const result = decide(changes);
    expect(signed(result.trades)).toEqual({
      BONDS: '-200.00',
      SHARES: '1500.00',
      GOLD: '-1300.00',
    });
    const bonds = result.trades.find(({ product }) => product === 'BONDS')!;
    expect(codes(bonds)).toContain('rebalancing.evens-steps');
    expect(again(result, changes).trades).toEqual([]);
  });
});

describe('the fewest trades', () => {
  it('are more where units leave something out of its band', () => {
    // Of 11,636: 27.9 % of bonds for 20 and 22.0 % of shares for 33.3. Two units of bonds at 812 pay a unit of shares at 1,279, and leave bonds at 14.0 %, out by 6
    // points; one unit of bonds and 467 of gold bring them to 20.9, 33.0 and 46.1 %.
    const result = decide({
      account: {
        positions: [
          { product: 'BONDS', units: '4', price: cny('812') },
          { product: 'SHARES', units: '2', price: cny('1279') },
          ...positionsOf({ GOLD: '5830' }),
        ],
        target: { BONDS: 0.2, SHARES: 1 / 3, GOLD: 7 / 15 },
      },
      products: { BONDS: { unitStep: '1' }, SHARES: { unitStep: '1' } },
      policy: { trading: { fewestTrades: true } },
    });
    expect(signed(result.trades)).toEqual({
      BONDS: '-812.00',
      SHARES: '1279.00',
      GOLD: '-467.00',
    });
    expect(result.after.drift.triggered).toEqual([]);
    expect(codes(result)).toContain('rebalancing.steps-need-more');
  });

  it('do not claim to bring everything back where units leave something out', () => {
    // A unit of shares is nearly a third of everything; 44 % are wanted.
    const result = decide({
      account: {
        positions: [
          { product: 'BONDS', units: '5', price: cny('378') },
          ...positionsOf({ GOLD: '2253' }),
        ],
        prices: { SHARES: cny('1339') },
        target: { BONDS: 1 / 18, SHARES: 4 / 9, GOLD: 0.5 },
      },
      products: { BONDS: { unitStep: '1' }, SHARES: { unitStep: '1' } },
      policy: { trading: { fewestTrades: true } },
    });
    expect(codes(result)).toContain('rebalancing.still-out-of-band');
    expect(codes(result)).not.toContain('rebalancing.fewest-trades');
  });
});

describe('what steps leave', () => {
  it('is taken by others where the residual product cannot be bought', () => {
    // 10 of gold are wanted and cannot be had, so that bonds and shares want 50,505 and 49,495: 9,495 of shares, in thousands 9,000.
    const result = decide({
      account: {
        positions: positionsOf({ BONDS: '60000', SHARES: '40000', GOLD: '1000' }),
        target: { BONDS: 0.5, SHARES: 0.49, GOLD: 0.01 },
      },
      products: {
        SHARES: { step: '1000', minimumPurchase: '1000' },
        GOLD: { status: 'subscription-suspended' },
      },
      policy: { residualProduct: 'GOLD' },
    });
    expect(signed(result.trades)).toEqual({ BONDS: '-9000.00', SHARES: '9000.00' });
  });

  it('does not keep a product above its most', () => {
    // 8,000 of shares are wanted, and steps let 6,000 be bought; bonds come down to 30 % all the same, and 1,000 stay money.
    const result = decide({
      account: {
        positions: positionsOf({ BONDS: '10000' }),
        target: { BONDS: 0.2, SHARES: 0.8 },
      },
      products: { SHARES: { step: '6000', minimumPurchase: '6000' } },
      policy: { trading: { maxWeight: { BONDS: 0.3 } } },
    });
    expect(signed(result.trades)).toEqual({ BONDS: '-7000.00', SHARES: '6000.00' });
    expect(result.cash.after.amount).toBe('1000.00');
  });

  it('is sold beside what raises money', () => {
    // 128,000 stay after the withdrawal; 400 units at 160.87 are 64,348 or 50.3 % of them, 300 are 37.7 %.
    const result = decide({
      account: {
        positions: positionsOf({ SHARES: '278000' }),
        prices: { BONDS: cny('160.87') },
        target: { BONDS: 0.5, SHARES: 0.5 },
        withdrawal: cny('150000'),
      },
      products: { BONDS: { unitStep: '100' } },
      policy: { bands: { default: { absolute: 0.02 } } },
    });
    expect(signed(result.trades)).toEqual({ BONDS: '64348.00', SHARES: '-214348.00' });
  });
});

describe('a limit of the day', () => {
  it('leaves no money idle that a stand-in in steps can take', () => {
    // Gold takes 1,000 a day; of the other 4,000 the stand-in takes 3,901 or 4,001, and with 4,001 gold takes 999.
    const result = decide({
      account: {
        positions: positionsOf({ MIXED: '25100.00' }),
        cash: [cny('5000')],
        target: { GOLD: 0.2, MIXED: 0.8 },
      },
      products: {
        GOLD: { dealing: { dailyPurchase: '1000' } },
        MIXED: { lookThrough: { BOND: 0.5, EQUITY: 0.5 }, step: '100' },
      },
      policy: { bands: { default: { absolute: 0.02 } } },
    });
    expect(signed(result.trades)).toEqual({ GOLD: '999.00', MIXED: '4001.00' });
    expect(result.cash.after.amount).toBe('0.00');
  });
});

describe('a residual product in whole units', () => {
  it('is traded as any other', () => {
    // 300 units of 134.69 are 40,407; 30 % of it is 12,122.10: 200 are sold, of which one lot stays, and 33.3 % is inside.
    const account = {
      positions: [{ product: 'SHARES', units: '300', price: cny('134.69') }],
      target: { BONDS: 0.6, GOLD: 0.1, SHARES: 0.3 },
    };
    for (const policy of [{}, { residualProduct: 'SHARES' }]) {
      const result = decide({ account, products: { SHARES: { unitStep: '100' } }, policy });
      expect(signed(result.trades).SHARES).toBe('-26938.00');
      expect(result.cash.after.amount).toBe('0.00');
      expect(result.after.drift.triggered).toEqual([]);
    }
  });
});

describe('a sale to the cent where trading is limited', () => {
  it('does not turn into a purchase of what stands above its band, whatever whole units leave over', () => {
    // Of 10,000 gold is 35 %, at most 34 % are in order, and 500 of it are to be sold. The one share, 4,500, goes, as at most 2,000 of it may be held; two bonds,
    // 5,800, are nearest to 5,000. The 700 that are left stay money, and no gold is sold for them.
    const result = decide({
      account: {
        positions: [
          { product: 'SHARES', units: '1', price: cny('4500') },
          ...positionsOf({ GOLD: '3500.00' }),
        ],
        cash: [cny('2000')],
        prices: { BONDS: cny('2900') },
        target: { BONDS: 0.5, SHARES: 0.2, GOLD: 0.3 },
      },
      policy: {
        bands: { default: { absolute: 0.04 } },
        trading: { maxWeight: { SHARES: 0.2 }, maxTurnover: 1 },
      },
      products: { BONDS: { unitStep: '1' }, SHARES: { unitStep: '1' } },
    });
    expect(signed(result.trades)).toEqual({ BONDS: '5800.00', SHARES: '-4500.00' });
    expect(result.cash.after.amount).toBe('700.00');
  });
});
