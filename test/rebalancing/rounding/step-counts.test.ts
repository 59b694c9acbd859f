import { describe, expect, it } from 'vitest';
import { type Changes, decide } from '../simple.js';
import { cny, positionsOf, signed } from '../support.js';

type Policy = NonNullable<Changes['policy']>;

const MIXED = { MIXED: {} };

/** Products measured one by one, each allowed so far from its target. */
const within = (absolute: number, more: Policy = {}): Policy => ({
  measure: 'products',
  bands: { default: { absolute } },
  ...more,
});

const inSteps = (amountStep: string): Policy => ({ trading: { amountStep } });

/** So many whole units at a price. */
const unitsOf = (product: string, units: string, price: string) => ({
  product,
  units,
  price: cny(price),
});

const WHOLE = { unitStep: '1' };

describe('a sale in steps', () => {
  it('leaves what is less than a step where it is not to be sold whole', () => {
    // Target 6 % of 10,500 is 630, so that 9,870 are to be sold: 10,000 leave 500, which is 4.8 %.
    const result = decide({
      account: {
        positions: positionsOf({ BONDS: '10500.00' }),
        target: { BONDS: 0.06, SHARES: 0.94 },
      },
      policy: within(0.03, inSteps('1000')),
    });
    expect(signed(result.trades)).toEqual({ BONDS: '-10000.00', SHARES: '10000.00' });
    expect(result.after.drift.triggered).toEqual([]);
  });

  it('is one of all where a step less leaves too much', () => {
    // To the edge 3 % of 103,000 stay, 3,090: 35,000 leave 3,296.38, and only all of it is a step more.
    const result = decide({
      products: MIXED,
      account: {
        positions: positionsOf({ SHARES: '30000.00', MIXED: '38296.38', BONDS: '34703.62' }),
        target: { SHARES: 0.7, BONDS: 0.3 },
      },
      policy: within(0.03, {
        ...inSteps('5000'),
        residualProduct: 'BONDS',
        destination: { kind: 'edge' },
      }),
    });
    expect(signed(result.trades).MIXED).toBe('-38296.38');
    expect(result.after.drift.triggered).toEqual([]);
  });
});

describe('money that comes to whole steps', () => {
  it('is all placed where free money makes it up, a cent more or not', () => {
    // 1,800 of shares and 200 of money pay for 500 and 1,500: a sale of 1,900 would leave a step.
    for (const [cash, left] of [
      ['200', '0.00'],
      ['200.01', '0.01'],
    ] as const) {
      const result = decide({
        products: MIXED,
        account: {
          positions: positionsOf({ MIXED: '1960.62', BONDS: '582.81', SHARES: '2659.59' }),
          target: { MIXED: 6 / 13, BONDS: 5 / 13, SHARES: 2 / 13 },
          cash: [cny(cash)],
        },
        policy: within(0.1, inSteps('100')),
      });
      expect(signed(result.trades)).toEqual({
        MIXED: '500.00',
        BONDS: '1500.00',
        SHARES: '-1800.00',
      });
      expect(result.cash.after.amount).toBe(left);
    }
  });

  it('is not passed by a step where it is to be paid out', () => {
    // 19,000 + 4,000 + 3,000 − 16,000 are the 10,000.
    const result = decide({
      products: MIXED,
      account: {
        positions: positionsOf({
          MIXED: '9919.33',
          BONDS: '44718.48',
          SHARES: '20020.19',
          GOLD: '10418.31',
        }),
        target: { MIXED: 10 / 29, BONDS: 10 / 29, SHARES: 6 / 29, GOLD: 3 / 29 },
        withdrawal: cny('10000'),
      },
      policy: within(0.02, inSteps('1000')),
    });
    expect(result.cash.after.amount).toBe('0.00');
    expect(result.after.drift.triggered).toEqual([]);
  });
});

describe('a purchase that its most weight cuts', () => {
  it('is paid by no larger sale than it needs', () => {
    // 35 % of 1,962.12 less the 88.19 held leave room for 598.55 of bonds: 500. 500 of gold and 250 of money pay for it, and 200 more.
    const result = decide({
      products: { MIXED: {}, OTHER: {} },
      account: {
        positions: positionsOf({
          MIXED: '112.56',
          BONDS: '88.19',
          GOLD: '944.91',
          OTHER: '566.46',
        }),
        target: { MIXED: 0.125, BONDS: 1 / 3, SHARES: 1 / 24, GOLD: 5 / 24, OTHER: 7 / 24 },
        cash: [cny('250')],
      },
      policy: within(0.1, { trading: { amountStep: '100', maxWeight: { BONDS: 0.35 } } }),
    });
    expect(signed(result.trades).BONDS).toBe('500.00');
    expect(Number(result.cash.after.amount)).toBeLessThan(100);
  });
});

describe('whole units', () => {
  it('of which nothing is to stay are all sold where others lack the money', () => {
    // With 3,000 overdrawn, all 26 of bonds, 16 of gold, 24 of mixed funds and 2 of shares leave 41.84, and everything inside.
    const result = decide({
      products: { MIXED: WHOLE, BONDS: WHOLE, SHARES: WHOLE, GOLD: WHOLE },
      account: {
        positions: [
          unitsOf('BONDS', '26', '564.14'),
          unitsOf('SHARES', '8', '4337.50'),
          unitsOf('GOLD', '26', '1348.80'),
        ],
        prices: { MIXED: cny('1022.15') },
        target: { MIXED: 5 / 17, SHARES: 9 / 17, GOLD: 3 / 17 },
        cash: [cny('-3000')],
      },
      policy: within(0.02),
    });
    expect(signed(result.trades).BONDS).toBe('-14667.64');
    expect(result.after.drift.triggered).toEqual([]);
  });

  it('are sold one by one of each where only an overdraft must be paid', () => {
    // Nothing is bought: 1 and 2 bring 3,269.54, more than the 600, and bonds stay nearer to their 9,173 than with 3 of them.
    const result = decide({
      products: { MIXED: WHOLE, BONDS: WHOLE, SHARES: WHOLE },
      account: {
        positions: [
          unitsOf('MIXED', '1', '493.40'),
          unitsOf('BONDS', '9', '1388.07'),
          unitsOf('SHARES', '9', '548.94'),
        ],
        target: { BONDS: 9 / 17, SHARES: 8 / 17 },
        cash: [cny('-600')],
      },
      policy: within(0.05, { funding: 'sell-only' }),
    });
    expect(signed(result.trades)).toEqual({ MIXED: '-493.40', BONDS: '-2776.14' });
  });

  it('are bought for money that would be too much, though another purchase waits for it', () => {
    // 1,031.32 would stay, 6.6 % of 15,598.03; a second one of bonds at 744.48 leaves 286.84.
    const result = decide({
      products: { MIXED: WHOLE, BONDS: WHOLE, SHARES: WHOLE, GOLD: WHOLE },
      account: {
        positions: [
          unitsOf('MIXED', '2', '386.83'),
          unitsOf('BONDS', '3', '744.48'),
          unitsOf('SHARES', '9', '784.41'),
          unitsOf('GOLD', '8', '465.03'),
        ],
        target: { MIXED: 4 / 17, BONDS: 4 / 17, SHARES: 4 / 17, GOLD: 5 / 17 },
        cash: [cny('1811')],
      },
      policy: within(0.05),
    });
    expect(result.after.drift.triggered).toEqual([]);
  });

  it('are sought as many at a time as others come to', () => {
    // 4 of mixed funds for 5,110.16 leave money for 7 of bonds once 1 of shares is sold: with 10 and 2, shares are below their 31.8 %.
    const result = decide({
      products: { MIXED: WHOLE, BONDS: WHOLE, SHARES: WHOLE },
      account: {
        positions: [
          unitsOf('BONDS', '6', '486.60'),
          unitsOf('SHARES', '6', '1494.03'),
          ...positionsOf({ GOLD: '6434.74' }),
        ],
        prices: { MIXED: cny('1277.54') },
        target: { MIXED: 5 / 19, BONDS: 7 / 19, SHARES: 7 / 19 },
        cash: [cny('1000')],
      },
      policy: within(0.05),
    });
    expect(result.after.drift.triggered).toEqual([]);
  });

  it('are not sold at the next look for a purchase that the first could not make', () => {
    // After 12 at 34.94 and 1 at 132.55, 82.51 are too little for another.
    const result = decide({
      products: { BONDS: WHOLE, SHARES: WHOLE },
      account: {
        positions: [unitsOf('BONDS', '12', '34.94'), unitsOf('SHARES', '1', '132.55')],
        target: { BONDS: 2 / 3, SHARES: 1 / 3 },
        cash: [cny('82.51')],
      },
      policy: within(0.03),
    });
    expect(result.trades).toEqual([]);
  });
});

describe('a residual product that is not held', () => {
  it('changes nothing about how money is raised', () => {
    const sales = [undefined, 'REST'].map((residualProduct) => {
      const result = decide({
        products: {
          GOLD: { ...WHOLE, status: 'redemption-suspended' },
          BONDS: { ...WHOLE, lookThrough: { BOND: 0.6, EQUITY: 0.4 } },
          SHARES: WHOLE,
          COINS: { ...WHOLE, lookThrough: { METAL: 1 } },
          REST: { lookThrough: { BOND: 0.6, EQUITY: 0.4 } },
        },
        account: {
          positions: [
            unitsOf('GOLD', '10', '574.78'),
            unitsOf('BONDS', '52', '125.62'),
            unitsOf('SHARES', '14', '521.70'),
            unitsOf('COINS', '1', '1146.18'),
          ],
          target: { GOLD: 4 / 11, BONDS: 3 / 11, SHARES: 4 / 11 },
          cash: [cny('100')],
          withdrawal: cny('2000'),
        },
        policy: {
          bands: { default: { absolute: 0.03 } },
          cash: { floor: cny('200') },
          triggers: [],
          ...(residualProduct === undefined ? {} : { residualProduct }),
        },
      });
      return signed(result.trades);
    });
    // 13 × 125.62 + 521.70 = 2,154.76 for the 2,100 that are missing.
    expect(sales[0]).toEqual({ BONDS: '-1633.06', SHARES: '-521.70' });
    expect(sales[1]).toEqual(sales[0]);
  });
});
