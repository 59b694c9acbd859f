import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Changes, decide } from '../simple.js';
import { cny, positionsOf, signed } from '../support.js';

/** Bonds in tens of 5.70, 720 of them, and 10,000 of shares; all trades in thousands by agreement. */
const inTens = (more: Changes): Changes => ({
  ...more,
  account: {
    positions: [
      { product: 'BONDS', units: '720', price: cny('5.70') },
      ...positionsOf({ SHARES: '10000.00' }),
    ],
    target: { BONDS: 0.2, SHARES: 0.8 },
    ...more.account,
  },
  products: { BONDS: { unitStep: '10' } },
});

describe('money that is only raised, where no trigger looks at bands', () => {
  const raise = ({ policy, ...more }: Changes) =>
    decide({
      ...more,
      policy: { triggers: [], bands: { default: { absolute: 0.1 } }, ...policy },
    });

  it('sells no step more than it takes for what comes inside its band by it', () => {
    // Of 15,000 that stay, shares are 8,400, 56 %, a point above the band; 500 more would bring them to 52.7 %, and nobody asks for it.
    const result = raise({
      policy: { trading: { amountStep: '500' } },
      account: {
        withdrawal: cny('4500'),
        positions: positionsOf({ BONDS: '3300.00', SHARES: '12900.00', GOLD: '3300.00' }),
        target: { BONDS: 0.275, SHARES: 0.45, GOLD: 0.275 },
      },
    });
    expect(signed(result.trades)).toEqual({ SHARES: '-4500.00' });
  });

  it('sells no unit more than it takes for what leads nearer to the target', () => {
    // 29 bonds of 104.70 and 7 shares of 790.89 are 8,572.53; 3,429.01 of them stay, of which a quarter are to be bonds. 4 shares and 19 bonds, 5,152.86, pay
    // the 5,143.52; 3 shares and 27 bonds as well, which leads further away. With 20 bonds their 942.30 would be nearer to 857.25 than 1,047.00 are.
    const result = raise({
      account: {
        withdrawal: cny('5143.52'),
        positions: [
          { product: 'BONDS', units: '29', price: cny('104.70') },
          { product: 'SHARES', units: '7', price: cny('790.89') },
        ],
        target: { BONDS: 0.25, SHARES: 0.75 },
      },
      products: { BONDS: { unitStep: '1' }, SHARES: { unitStep: '1' } },
    });
    expect(signed(result.trades)).toEqual({ BONDS: '-1989.30', SHARES: '-3163.56' });
    expect(result.cash.after.amount).toBe('9.34');
  });
});

describe('money raised from whole units', () => {
  it('goes by them, and not by the step of the policy', () => {
    // 150 are two tens of 57 and a part of a third: 171.
    const result = decide(
      inTens({
        account: { withdrawal: cny('150') },
        policy: { bands: { default: { absolute: 0.5 } }, trading: { amountStep: '1000' } },
      }),
    );
    expect(signed(result.trades)).toEqual({ BONDS: '-171.00' });
    expect(result.cash.after.amount).toBe('21.00');
  });

  it('passes no budget that it fits in by them', () => {
    // 2 % of 13,956.29 twice are 558.25; three tens raise the 147.71 that are missing.
    const result = decide(
      inTens({
        policy: {
          cash: { floor: cny('147.71') },
          trading: { amountStep: '1000', maxTurnover: 0.02 },
        },
      }),
    );
    const traded = result.trades.reduce((sum, { amount }) => sum + Number(amount.amount), 0);
    expect(traded).toBeLessThanOrEqual(558.25);
    expect(result.certificate.filter(({ holds }) => !holds)).toEqual([]);
    expect(Number(result.cash.after.amount)).toBeGreaterThanOrEqual(147.71);
  });

  it('is paid by what can pay it to the cent where a lot would leave much of it', () => {
    // Bonds stand 5,500 − 4 % of 76,362 = 2,445.52 above their target; a lot of shares is 13,681.
    const result = decide({
      account: {
        positions: [
          ...positionsOf({ BONDS: '5500.00', MIXED: '44000.00' }),
          { product: 'SHARES', units: '200', price: cny('136.81') },
        ],
        target: { BONDS: 0.04, SHARES: 0.28, MIXED: 0.68 },
        cash: [cny('-500')],
      },
      products: {
        SHARES: { unitStep: '100' },
        MIXED: { lookThrough: { BOND: 0.35, EQUITY: 0.65 } },
      },
      policy: { bands: { default: { absolute: 0.1 } } },
    });
    expect(signed(result.trades)).toEqual({ BONDS: '-500.00' });
    expect(result.after.drift.triggered).toEqual([]);
  });

  it('is raised by fewer of them where these are enough, and what is left buys what can be bought to the cent', () => {
    // Half of 27,480 is 13,740. 300 units leave 27,480 of bonds and are 13,740 off twice; 200 are 38,320, pay 30,000 and 8,320 of bonds, and are 5,420 off
    // twice; 100 do not pay it.
    const result = decide({
      account: {
        positions: [{ product: 'SHARES', units: '300', price: cny('191.60') }],
        target: { BONDS: 0.5, SHARES: 0.5 },
        withdrawal: cny('30000'),
      },
      products: { SHARES: { unitStep: '100' } },
      policy: { bands: { default: { absolute: 0.02 } } },
    });
    expect(signed(result.trades)).toEqual({ BONDS: '8320.00', SHARES: '-38320.00' });
    expect(result.cash.after.amount).toBe('0.00');
    expect(result.cash.withdrawal).toEqual(cny('30000'));
  });

  it('is raised by the number of lots that leads nearest, whichever it is', () => {
    const amounts = fc.record({
      bonds: fc.integer({ min: 0, max: 20_000 }),
      lots: fc.integer({ min: 1, max: 9 }),
      lot: fc.integer({ min: 300, max: 3000 }),
      share: fc.integer({ min: 10, max: 90 }),
      // More than the band of money, so that everything is rebalanced.
      part: fc.double({ min: 0.15, max: 0.8, noNaN: true }),
    });
    fc.assert(
      fc.property(amounts, ({ bonds, lots, lot, share, part }) => {
        const paid = Math.round((bonds + lots * lot) * part);
        const whole = bonds + lots * lot - paid;
        const target = { BONDS: 1 - share / 100, SHARES: share / 100 };
        // What is at its target stays there, and takes no rest.
        if (Math.abs(bonds - target.BONDS * whole) < 1) return;
        const judge = (shares: number) => {
          const apart = Math.abs(shares - target.SHARES * whole);
          return { shares, apart, isOut: apart > 0.05 * whole + 0.03 };
        };
        // Bonds take what the lots leave, so that both are equally far off.
        const all = Array.from({ length: 60 }, (_, count) => judge(count * lot));
        const possible = all.filter(({ shares }) => shares <= whole);
        const best = Math.min(...possible.map(({ apart }) => apart));
        const result = decide({
          account: {
            positions: [
              ...positionsOf({ BONDS: `${bonds}.00` }),
              { product: 'SHARES', units: `${lots}`, price: cny(`${lot}`) },
            ],
            target,
            withdrawal: cny(`${paid}`),
          },
          products: { SHARES: { unitStep: '1' } },
        });
        expect(result.cash.withdrawal).toEqual(cny(`${paid}`));
        // Of bonds that are above their band already nothing is bought, and what lots leave stays money.
        if (bonds > (target.BONDS + 0.05) * whole) {
          expect(Number(signed(result.trades).BONDS ?? 0)).toBeLessThanOrEqual(0);
          return;
        }
        const found = judge(Number(result.after.values.SHARES?.amount ?? 0));
        expect(found.apart).toBeLessThanOrEqual(best + 0.03);
        expect(Number(result.cash.after.amount)).toBeLessThanOrEqual(0.03);
      }),
      { numRuns: 300 },
    );
  });
});

describe('what is above its most', () => {
  it('comes down to it by the nearest number of whole units', () => {
    // 30 % of 17,796.80 is 5,339.04: 2,057.76 must go, 55.9 units of 36.80.
    const result = decide({
      account: {
        positions: [
          { product: 'BONDS', units: '201', price: cny('36.80') },
          ...positionsOf({ SHARES: '10400.00' }),
        ],
        target: { BONDS: 1 },
        restrictions: { SHARES: 'sell-only' },
      },
      products: { BONDS: { unitStep: '1' } },
      policy: { trading: { maxWeight: { BONDS: 0.3, SHARES: 0.4 } } },
    });
    const sale = result.trades.find(({ product }) => product === 'BONDS');
    expect(sale).toMatchObject({ side: 'sell', units: '56' });
    expect(result.certificate.filter(({ holds }) => !holds)).toEqual([]);
  });

  it('comes down to it beside money that is raised', () => {
    // Of 400 that stay 120 may be bonds; 120 of gold and no shares, which are bought in thousands only.
    const result = decide({
      account: {
        positions: positionsOf({ BONDS: '1000.00' }),
        target: { BONDS: 0.5, GOLD: 0.2, SHARES: 0.3 },
        withdrawal: cny('600'),
      },
      products: { SHARES: { minimumPurchase: '0.01', step: '1000' } },
      policy: {
        bands: { default: { absolute: 0.01 } },
        trading: { maxWeight: { BONDS: 0.3 } },
      },
    });
    expect(Number(result.after.values.BONDS!.amount)).toBeLessThanOrEqual(120);
    expect(signed(result.trades).SHARES).toBeUndefined();
  });
});

describe('a product without a minimum in large steps', () => {
  const into = (cash: string) =>
    signed(
      decide({
        account: {
          positions: positionsOf({ BONDS: '600.00' }),
          cash: [cny(cash)],
          target: { BONDS: 0.6, SHARES: 0.4 },
        },
        products: { SHARES: { minimumPurchase: '0.01', step: '1000' } },
      }).trades,
    );

  it('is not bought for a cent', () => {
    // 400 are wanted of 1,000; and 1,040 of 2,600, of which 1,000.01 can be had.
    expect(into('400').SHARES).toBeUndefined();
    expect(into('2000').SHARES).toBe('1000.01');
  });
});

describe('money that is raised where terms do not allow just what is lacking', () => {
  const raise = ({ policy, ...more }: Changes) =>
    decide({ ...more, policy: { triggers: [], measure: 'products', ...policy } });

  it('takes all of the residual product where nothing else pays', () => {
    // 300 of 870 would leave 570, less than 600.
    const result = raise({
      account: {
        positions: positionsOf({ SHARES: '870.00' }),
        target: { SHARES: 1 },
        withdrawal: cny('300'),
      },
      products: { SHARES: { minimumHolding: '600' } },
      policy: { residualProduct: 'SHARES' },
    });
    expect(signed(result.trades)).toEqual({ SHARES: '-870.00' });
    expect(result.cash.withdrawal.amount).toBe('300.00');
  });

  it('takes the least redemption of the residual product, once', () => {
    const result = raise({
      account: {
        positions: positionsOf({ SHARES: '5000.00' }),
        target: { SHARES: 1 },
        withdrawal: cny('300'),
      },
      products: { SHARES: { minimumRedemption: '500' } },
      policy: { residualProduct: 'SHARES' },
    });
    expect(signed(result.trades)).toEqual({ SHARES: '-500.00' });
    expect(result.cash.after.amount).toBe('200.00');
  });

  it.each(['SHARES', undefined])(
    'takes what another product can give to the fen: %s',
    (residualProduct) => {
      const result = raise({
        account: {
          positions: positionsOf({ SHARES: '5000.00', BONDS: '5000.00' }),
          target: { SHARES: 0.5, BONDS: 0.5 },
          withdrawal: cny('300'),
        },
        products: { SHARES: { minimumRedemption: '500' } },
        policy: residualProduct === undefined ? {} : { residualProduct },
      });
      expect(signed(result.trades)).toEqual({ BONDS: '-300.00' });
    },
  );

  it('takes it from what stands above its target first', () => {
    // Gold is wanted by nobody, shares as well, but no less than 500 of these may be sold.
    const result = raise({
      account: {
        positions: positionsOf({ BONDS: '1700.00', GOLD: '680.00', SHARES: '3100.00' }),
        target: { BONDS: 1 },
        withdrawal: cny('10'),
      },
      products: { SHARES: { minimumRedemption: '500' } },
    });
    expect(signed(result.trades)).toEqual({ GOLD: '-10.00' });
  });

  it('takes from another what a minimum holding keeps back', () => {
    // 200 of shares leave their 700; all 900 would leave 600 of money that nobody needs.
    const result = raise({
      account: {
        positions: positionsOf({ SHARES: '900.00', BONDS: '900.00' }),
        target: { SHARES: 1 / 7, BONDS: 6 / 7 },
        withdrawal: cny('300'),
      },
      products: { SHARES: { minimumHolding: '700' } },
    });
    expect(signed(result.trades)).toEqual({ BONDS: '-100.00', SHARES: '-200.00' });
  });

  it('takes no product that cannot give all of it where trades are few', () => {
    // Of bonds 200 may be sold on a day: with one trade only shares pay the 300, 500 of them at least.
    const result = raise({
      account: {
        positions: positionsOf({ SHARES: '5000.00', BONDS: '5000.00' }),
        target: { SHARES: 0.4, BONDS: 0.6 },
        withdrawal: cny('300'),
      },
      products: {
        SHARES: { minimumRedemption: '500' },
        BONDS: { dealing: { dailyRedemption: '200' } },
      },
      policy: { trading: { maxTrades: 1 } },
    });
    expect(signed(result.trades)).toEqual({ SHARES: '-500.00' });
    expect(result.cash.withdrawal.amount).toBe('300.00');
  });
});
