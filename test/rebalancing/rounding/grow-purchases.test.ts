import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Product } from '../../../src/products/index.js';
import { again, type Changes, decide, MONDAY } from '../simple.js';
import { cny, positionsOf, signed } from '../support.js';

/** An account of 100,000 in bonds, with the target of half bonds and two more products. */
const into = (
  shares: number,
  products: Readonly<Record<string, Partial<Product>>>,
  policy: Changes['policy'] = {},
  account: Changes['account'] = {},
) =>
  decide({
    account: {
      positions: positionsOf({ BONDS: '100000.00' }),
      target: { BONDS: 1 - shares - 0.2, SHARES: shares, GOLD: 0.2 },
      ...account,
    },
    products,
    policy,
  });

describe('a purchase that steps have cut more than half of one off', () => {
  const steps = { SHARES: { step: '1000', minimumPurchase: '1000' } };

  it('grows by one where the residual product takes more than its own', () => {
    // 27,800 of shares are wanted: 27,000 leave 800 in bonds, 28,000 take 200 of them.
    const result = into(0.278, steps, { residualProduct: 'BONDS' });
    expect(signed(result.trades)).toEqual({
      BONDS: '-48000.00',
      GOLD: '20000.00',
      SHARES: '28000.00',
    });
  });

  it('stays where the next step lies further away', () => {
    // 27,400: 27,000 are nearer than 28,000.
    const result = into(0.274, steps, { residualProduct: 'BONDS' });
    expect(signed(result.trades).SHARES).toBe('27000.00');
  });

  it('grows by whole units', () => {
    // 27,800 are 27.8 units of 1,000.
    const result = into(
      0.278,
      { SHARES: { unitStep: '1' } },
      { residualProduct: 'BONDS' },
      { prices: { SHARES: cny('1000') } },
    );
    expect(result.trades.find(({ product }) => product === 'SHARES')).toMatchObject({
      units: '28',
      amount: cny('28000'),
    });
  });

  it('grows for money that is left over where no product takes it', () => {
    const result = decide({
      account: {
        positions: positionsOf({ BONDS: '60000.00', SHARES: '40000.00' }),
        cash: [cny('9700')],
      },
      products: {
        BONDS: { step: '1000', minimumPurchase: '1000' },
        SHARES: { step: '1000', minimumPurchase: '1000' },
      },
      policy: { measure: 'products' },
    });
    // Bonds want 5,820, shares 3,880: 5,000 and 3,000 fit, and 1,700 are left. Shares miss most and come to 4,000; 700 are less than a step.
    expect(signed(result.trades)).toEqual({ BONDS: '5000.00', SHARES: '4000.00' });
    expect(result.cash.after.amount).toBe('700.00');
  });

  it.each<[string, Changes['policy'], Readonly<Record<string, Partial<Product>>>]>([
    ['the most weight', { trading: { maxWeight: { SHARES: 0.2785 } } }, steps],
    [
      'a cap on a group',
      { trading: { groups: [{ id: 'g', members: ['SHARES'], max: 0.2785 }] } },
      steps,
    ],
    ['turnover', { trading: { maxTurnover: 0.4785 } }, steps],
    [
      'a limit of the day',
      {},
      { SHARES: { ...steps.SHARES, dealing: { dailyPurchase: '27900' } } },
    ],
    ['the most that may be held', {}, { SHARES: { ...steps.SHARES, maximumHolding: '27900' } }],
  ])('stays within %s', (_name, policy, products) => {
    const result = into(0.278, products, { residualProduct: 'BONDS', ...policy });
    expect(signed(result.trades).SHARES).toBe('27000.00');
    expect(result.certificate.filter(({ holds }) => !holds)).toEqual([]);
  });

  it('does not sell the residual product that is bought otherwise, as all would wait for the proceeds', () => {
    // 27,900 of money: 27,800 are wanted of shares and 100 of bonds. 28,000 of shares would be nearer, and 100 of bonds would be sold for them.
    const result = decide({
      account: {
        positions: positionsOf({ BONDS: '72100.00' }),
        cash: [cny('27900')],
        target: { BONDS: 0.722, SHARES: 0.278 },
      },
      products: steps,
      policy: { residualProduct: 'BONDS' },
    });
    expect(signed(result.trades)).toEqual({ BONDS: '900.00', SHARES: '27000.00' });
  });

  it('stays where something is still out of its band, as the next look would sell what it has grown by', () => {
    // OLD keeps 20 of 100, and bonds and shares, wanted 40 and 60, are short by 10 each: 30 and 50. 100 and steps of 1,000 come to 49,100 of shares, or to
    // 50,100, of which the next look would sell 100. It does not add 100 of the 900 that are missing either, less than a step.
    const changes: Changes = {
      account: {
        positions: positionsOf({ BONDS: '80000.00', OLD: '20000.00' }),
        target: { BONDS: 0.4, SHARES: 0.6 },
        restrictions: { OLD: 'locked' },
      },
      products: {
        SHARES: { step: '1000', minimumPurchase: '100' },
        OLD: { lookThrough: { METAL: 1 } },
      },
      policy: { measure: 'products', residualProduct: 'BONDS' },
    };
    const first = decide(changes);
    expect(signed(first.trades)).toEqual({ BONDS: '-49100.00', SHARES: '49100.00' });
    expect(again(first, changes).trades).toEqual([]);
    // Where so little is not sold, it grows.
    const trading = { minimumTrade: { amount: cny('200') } };
    const rough = { ...changes, policy: { ...changes.policy, trading } };
    const grown = decide(rough);
    expect(signed(grown.trades)).toEqual({ BONDS: '-50100.00', SHARES: '50100.00' });
    expect(again(grown, rough).trades).toEqual([]);
  });

  it.each([
    [0.039, '6000.00'],
    [0.02, '7000.00'],
  ])('does not make another purchase wait for proceeds: shares of %d', (shares, gold) => {
    // 10,000 of money pay 6,000 of gold, of 6,700 that are wanted, and 3,900 of shares today, and 20,000 from OLD pay bonds tomorrow. 7,000 of gold would leave
    // 3,000 today.
    const result = decide({
      account: {
        positions: positionsOf({ BONDS: '70000.00', OLD: '20000.00' }),
        cash: [cny('10000')],
        target: { BONDS: 0.933 - shares, GOLD: 0.067, SHARES: shares },
      },
      products: { GOLD: steps.SHARES, OLD: {} },
      policy: { measure: 'products', residualProduct: 'BONDS' },
    });
    expect(signed(result.trades).GOLD).toBe(gold);
    const day = result.trades.find(({ product }) => product === 'SHARES')?.orderOn;
    expect(day).toBe(MONDAY);
  });

  it.each([
    ['classes', '27000.00'],
    ['products', '28000.00'],
  ] as const)(
    'stays where what is measured, %s, would be further from the target',
    (measure, shares) => {
      // Wanted are 5,100 of old shares, of which pairs of units leave 6,000; 27,800 of shares; 12,900 of gold, of which steps leave 12,000; 54,200 of bonds.
      // With 27,000 of shares equity is 100 too much, gold 900 too little, bonds 800 too much: 1,800 apart. With 28,000 equity is 1,100 too much and
      // bonds 200 too little: 2,200 apart; by product it is 900 + 800 + 900 + 800 = 3,400 before and 900 + 200 + 900 + 200 = 2,200 after.
      const result = decide({
        account: {
          positions: [
            ...positionsOf({ BONDS: '90000.00' }),
            { product: 'OLD', units: '10', price: cny('1000') },
          ],
          target: { BONDS: 0.542, GOLD: 0.129, OLD: 0.051, SHARES: 0.278 },
        },
        products: {
          ...steps,
          GOLD: { step: '2000', minimumPurchase: '2000' },
          OLD: { unitStep: '2', lookThrough: { EQUITY: 1 } },
        },
        policy: { measure, residualProduct: 'BONDS' },
      });
      expect(signed(result.trades)).toMatchObject({
        GOLD: '12000.00',
        OLD: '-4000.00',
        SHARES: shares,
      });
    },
  );

  it('leaves none that one more step would bring nearer, and the whole with it', () => {
    const part = fc.integer({ min: 1, max: 100 });
    const step = fc.constantFrom(100, 700, 3000);
    fc.assert(
      fc.property(part, part, part, step, step, fc.nat(20_000), (a, b, c, x, y, cash) => {
        const sum = a + b + c;
        const target = { BONDS: a / sum, SHARES: b / sum, GOLD: c / sum };
        const row = (size: number) => ({ step: `${size}`, minimumPurchase: `${size}` });
        const sizes: Readonly<Record<string, number>> = { SHARES: x, GOLD: y };
        const result = decide({
          account: {
            positions: positionsOf({ BONDS: '90000.00', SHARES: '5000.00', GOLD: '5000.00' }),
            cash: [cny(`${cash}`)],
            target,
          },
          products: { SHARES: row(x), GOLD: row(y) },
          policy: { residualProduct: 'BONDS' },
        });
        const whole = 100_000 + cash;
        const held = (id: string) => Number(result.after.values[id]?.amount ?? 0);
        const over = (id: keyof typeof target) => held(id) - target[id] * whole;
        const bonds = Number(signed(result.trades).BONDS ?? 0);
        for (const { product, side } of result.trades) {
          const size = sizes[product];
          if (side === 'sell' || size === undefined) continue;
          // Bonds are not sold for it if they are not sold anyway, and no more of them than there are.
          if ((bonds >= 0 && bonds < size) || held('BONDS') < size) continue;
          const apart = over(product as keyof typeof target);
          // A step more of the product and less of bonds brings either the product no nearer or both together.
          const isNearer = Math.abs(apart + size) < Math.abs(apart) - 0.02;
          const now = Math.abs(apart) + Math.abs(over('BONDS'));
          const then = Math.abs(apart + size) + Math.abs(over('BONDS') - size);
          expect(isNearer && then < now - 0.02).toBe(false);
        }
      }),
      { numRuns: 150 },
    );
  });
});
