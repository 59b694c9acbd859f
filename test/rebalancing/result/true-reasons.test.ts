import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import '../../property-seed.js';
import { formatReason } from '../../../src/evidence/index.js';
import { toMinorUnits } from '../../../src/money/index.js';
import {
  compileRebalancing,
  type Rebalancing,
  rebalance,
  rebalancingMessages,
} from '../../../src/rebalancing/index.js';
import { accounts, DAY, policies, UNIVERSE } from '../random-accounts.js';
import { type Changes, decide } from '../simple.js';
import { cny, dropped, positionsOf, signed } from '../support.js';

/** Products are measured, each band is as wide as is said. */
const of = (
  absolute: number,
  { policy, ...more }: Changes,
  held: Readonly<Record<string, string>>,
  target: Readonly<Record<string, number>>,
): Rebalancing<'CNY'> =>
  decide({
    ...more,
    account: { positions: positionsOf(held), target, ...more.account },
    policy: { measure: 'products', bands: { default: { absolute } }, ...policy },
  });

const reasonsOf = ({ trades }: Rebalancing, id: string) =>
  trades
    .find(({ product }) => product === id)!
    .reasons.filter(({ code }) => code !== 'rebalancing.waits-for-proceeds');

const say = (reason: Parameters<typeof formatReason>[1]): string =>
  formatReason(rebalancingMessages, reason, 'en');

describe('a sale that a cap asks for', () => {
  it('names the cap where it leads below the target', () => {
    // 6,000 of 15,450 are 38.8 %; the target is 37.5 %, no more than 30 % are allowed: 4,635.
    const result = of(
      0.02,
      { policy: { trading: { maxWeight: { BONDS: 0.3 } } } },
      { BONDS: '6000', SHARES: '4000', GOLD: '5450' },
      { BONDS: 0.375, SHARES: 0.4375, GOLD: 0.1875 },
    );
    expect(signed(result.trades).BONDS).toBe('-1365.00');
    expect(reasonsOf(result, 'BONDS').map(say)).toEqual([
      'BONDS: from 38.83% to 30.00% of the portfolio.',
      'BONDS: it may be 30.00% of the portfolio at most.',
    ]);
    // Gold comes down to what the target lets it have, and beyond: no cap has to do with it.
    expect(reasonsOf(result, 'GOLD').map(({ code }) => code)).toEqual(['rebalancing.to-target']);
  });

  it('says so of a group as well', () => {
    // Half of the whole each, 40 % is their target, but 50 % together are allowed: 2,500 each.
    const trading = { groups: [{ id: 'both', members: ['BONDS', 'SHARES'], max: 0.5 }] };
    const result = of(
      0.02,
      { policy: { trading } },
      { BONDS: '5000', SHARES: '5000' },
      { BONDS: 0.4, SHARES: 0.4, GOLD: 0.2 },
    );
    expect(signed(result.trades)).toMatchObject({ BONDS: '-2500.00', SHARES: '-2500.00' });
    for (const id of ['BONDS', 'SHARES']) {
      expect(reasonsOf(result, id).map(({ code }) => code)).toContain('rebalancing.sold-for-caps');
    }
  });
});

describe('what is not traded', () => {
  it('is at no target of its own where only what has left its band moves', () => {
    // Bonds are 30 % as a class, which is their target, though none of it is that of the product that is held.
    const result = decide({
      account: {
        positions: positionsOf({ BONDS: '3000', SHARES: '5000', GOLD: '2000' }),
        target: { NOTES: 0.3, SHARES: 0.35, GOLD: 0.35 },
      },
      products: { NOTES: {} },
      policy: { funding: 'sell-only', scope: { kind: 'breached' } },
    });
    expect(signed(result.trades)).toEqual({ SHARES: '-1500.00' });
    expect(result.notTraded.map(({ reasons }) => say(reasons[0]!))).toEqual([
      'BONDS stays at 30.00%, its target is 0.00%: by what the policy measures, what it moves and where its money comes from, no trade of it is asked for.',
      'GOLD: nothing is bought by agreement.',
      'NOTES: nothing is bought by agreement.',
    ]);
  });

  it('is not said to be at its target where its target is nothing and all of it stays', () => {
    // Of 13,000 bonds are 8,000, which take what the others leave.
    const { notTraded } = of(
      0.02,
      { policy: { funding: 'sell-only', scope: { kind: 'breached', absorbedBy: 'BONDS' } } },
      { BONDS: '8000', SHARES: '5000' },
      { SHARES: 1 },
    );
    const told = notTraded.flatMap(({ product, reasons }) =>
      product === 'BONDS' ? reasons.map(({ code }) => code) : [],
    );
    expect(told).not.toContain('rebalancing.at-destination');
  });

  it('is a part of a step, and below no minimum, where the product has none', () => {
    // All the money, 369.43 of 1,130, is wanted; the first purchase is a step of 500.
    const result = of(
      0.02,
      {
        account: { cash: [cny('369.43')] },
        products: { GOLD: { minimumPurchase: '0.01', step: '500' } },
        policy: { funding: 'buy-only' },
      },
      { BONDS: '760.57' },
      { BONDS: 760.57 / 1130, GOLD: 369.43 / 1130 },
    );
    expect(dropped(result).GOLD).toBe('buy 369.43: rebalancing.cut-to-step');
    expect(result.notTraded.find(({ product }) => product === 'GOLD')!.forSize).toBe(true);
  });

  it('is less than what would leave the minimum holding, and no part of a step', () => {
    // 800 may go today, but 1,500 must stay of 1,877.03: 377.03, and no trade is below 500.
    const result = of(
      0.05,
      {
        products: { SHARES: { minimumHolding: '1500', dealing: { dailyRedemption: '800' } } },
        policy: { funding: 'sell-only', trading: { minimumTrade: { amount: cny('500') } } },
      },
      { BONDS: '2000', SHARES: '1877.03' },
      { BONDS: 0.8, SHARES: 0.2 },
    );
    expect(signed(result.trades)).toEqual({});
    expect(dropped(result).SHARES).toContain('rebalancing.below-minimum-holding');
    expect(dropped(result).SHARES).not.toContain('rebalancing.cut-to-step');
  });

  it('is below no minimum where only what there is for it is', () => {
    // Shares can be sold from 1,500 on, so that of gold 20 are left for the bonds, of which 500 may be bought.
    const result = of(
      0.02,
      {
        account: { cash: [cny('-300')] },
        products: { BONDS: { minimumPurchase: '500' }, SHARES: { minimumRedemption: '1500' } },
        policy: { residualProduct: 'BONDS', trading: { fewestTrades: true } },
      },
      { SHARES: '1780', GOLD: '320' },
      { BONDS: 6 / 13, SHARES: 7 / 13 },
    );
    expect(signed(result.trades)).toEqual({ GOLD: '-300.00' });
    expect(dropped(result).BONDS).toContain('rebalancing.arrives-below-minimum');
  });

  it('is not said to be out of reach where another way than was found might come there', () => {
    // Cash is the class of bonds and gold here: both could be traded against each other at any time.
    const result = decide({
      account: {
        positions: positionsOf({ BONDS: '3000', SHARES: '3500', NOTES: '1350', GOLD: '2000' }),
        target: { BONDS: 7 / 16, SHARES: 6 / 16, NOTES: 3 / 16 },
      },
      products: {
        GOLD: { lookThrough: { BOND: 1 } },
        NOTES: { lookThrough: { METAL: 1 }, minimumAddition: '800' },
      },
      policy: { bands: { default: { absolute: 0.03 } } },
    });
    const told = result.notTraded.flatMap(({ reasons }) => reasons.map(say)).join('\n');
    expect(told).not.toContain('out of reach');
    expect(told).not.toContain('BONDS is at its target');
  });

  it('is told once where a cap stands in the way of two parts of it', () => {
    // Half of 4,000 is wanted; 30 % together are 1,200, and as near to the target as can be is 600 each.
    const result = of(
      0.1,
      {
        policy: {
          residualProduct: 'SHARES',
          trading: { groups: [{ id: 'both', members: ['BONDS', 'SHARES'], max: 0.3 }] },
        },
      },
      { BONDS: '4000' },
      { BONDS: 0.5, SHARES: 0.5 },
    );
    expect(dropped(result).SHARES).toBe('buy 1400.00: rebalancing.max-weight-of-group');
  });

  it('is no rest of rounding', () => {
    // Money must be raised, and what is sold for it differs by a unit from what a part of all trades asks for.
    const result = of(
      0.02,
      {
        account: { cash: [cny('-300')] },
        policy: { trading: { maxTurnover: 0.15 }, cash: { target: { share: 0.03 } } },
      },
      { SHARES: '6000' },
      { BONDS: 0.5, SHARES: 0.5 },
    );
    const told = result.notTraded.map(({ product, reasons }) => [
      product,
      ...reasons.map(({ code }) => code),
    ]);
    expect(told).toEqual([
      ['BONDS', 'rebalancing.turnover'],
      ['SHARES', 'rebalancing.turnover'],
    ]);
  });
});

describe('the residual product', () => {
  it('is kept by a cap, and not by want of money, from what is left over', () => {
    // Turnover of 15 % lets 1,200 be traded of 4,000; of the proceeds nothing goes to what the group has too much of.
    const result = of(
      0.1,
      {
        policy: {
          residualProduct: 'SHARES',
          trading: {
            maxTurnover: 0.15,
            groups: [{ id: 'both', members: ['BONDS', 'SHARES'], max: 0.3 }],
          },
        },
      },
      { BONDS: '4000' },
      { BONDS: 0.5, SHARES: 0.5 },
    );
    expect(Number(result.cash.after.amount)).toBeGreaterThan(1000);
    const told = result.notTraded.flatMap(({ reasons }) => reasons.map(({ code }) => code));
    expect(told).toContain('rebalancing.within-caps');
    expect(told).not.toContain('rebalancing.nothing-left');
  });
});

describe('a least purchase', () => {
  const buying = (target: Readonly<Record<string, number>>) =>
    decide({
      account: { positions: positionsOf({ SHARES: '10000' }), target },
      products: {
        BONDS: { minimumPurchase: '1000', step: '500' },
        NOTES: { minimumPurchase: '20000' },
      },
      policy: { bands: { default: { absolute: 0.02 } } },
    });
  const codesOf = (result: Rebalancing<'CNY'>) =>
    reasonsOf(result, 'BONDS').map(({ code }) => code);

  it('explains why no less is bought', () => {
    // 900 are wanted: the least is 1,000.
    const result = buying({ BONDS: 0.09, SHARES: 0.91 });
    expect(signed(result.trades).BONDS).toBe('1000.00');
    expect(codesOf(result)).toContain('rebalancing.at-least-purchase');
  });

  it('explains no purchase that is larger by a step, as in place of another of its class', () => {
    // 900 are wanted, and 600 of what cannot be bought.
    const result = buying({ BONDS: 0.09, NOTES: 0.06, SHARES: 0.85 });
    expect(signed(result.trades).BONDS).toBe('1500.00');
    expect(codesOf(result)).not.toContain('rebalancing.at-least-purchase');
  });
});

describe('the reasons of random accounts', () => {
  it('are true of the numbers beside them', () => {
    fc.assert(
      fc.property(accounts, policies, (account, policy) => {
        const rebalancer = compileRebalancing<'CNY'>(policy, { universe: UNIVERSE });
        const result = rebalance(account, rebalancer, { asOf: DAY });
        const { drift } = result.after;
        for (const { product, amount, side, reasons } of result.notTraded) {
          const codes = reasons.map(({ code }) => code);
          // No side without an amount, and none that is the rounding of a share.
          if (side !== undefined) expect(toMinorUnits(amount)).toBeGreaterThan(0n);
          // What is out of its own band is at no target, and near none.
          const isOut = policy.measure === 'products' && drift.triggered.includes(product);
          if (isOut && result.decision === 'trade') {
            const line = drift.lines.find(({ id }) => id === product)!;
            const isOff = line.current < line.below || line.current > line.above;
            if (isOff) expect(codes, product).not.toContain('rebalancing.at-destination');
          }
          // One sentence a reason.
          const told = codes.filter((code) => !code.startsWith('products.'));
          expect(new Set(told).size, told.join()).toBe(told.length);
        }
      }),
      { numRuns: 60 },
    );
  });
});
