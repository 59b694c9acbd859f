import { describe, expect, it } from 'vitest';
import { formatReason } from '../../../src/evidence/index.js';
import { rebalancingMessages } from '../../../src/rebalancing/index.js';
import { again, type Changes, decide } from '../simple.js';
import { cny, positionsOf, signed } from '../support.js';

const told = ({ trades }: ReturnType<typeof decide>): readonly string[] =>
  trades.flatMap(({ reasons }) =>
    reasons.map((reason) => formatReason(rebalancingMessages, reason, 'en')),
  );

describe('money that is raised alone', () => {
  it('is no more than a withdrawal takes, though more is to be kept than there is', () => {
    // 4 are there and 5 are asked for: 1 is missing. With 5 nothing is sold, so that with 4 the 3,000 to be kept are no reason to sell them either.
    const withCash = (cash: string, policy: Changes['policy'] = { triggers: [] }) =>
      decide({
        account: { cash: [cny(cash)], withdrawal: cny('5') },
        policy: { cash: { target: cny('3000') }, ...policy },
      });
    expect(signed(withCash('5').trades)).toEqual({});
    const result = withCash('4');
    expect(signed(result.trades)).toEqual({ SHARES: '-1.00' });
    expect(result.cash.after.amount).toBe('0.00');
    // Where something is due, they are filled up: (100,000 + 4 − 5 − 3,000) · 0.6 and 0.4.
    expect(signed(withCash('4', {}).trades)).toEqual({ BONDS: '8199.40', SHARES: '-11200.40' });
  });

  it('fills money up to its floor, not to its target', () => {
    const result = decide({
      account: { cash: [cny('50')] },
      policy: { triggers: [], cash: { floor: cny('100'), target: cny('3000') } },
    });
    expect(signed(result.trades)).toEqual({ SHARES: '-50.00' });
    expect(result.cash.after.amount).toBe('100.00');
  });

  it('is raised by the least that a product lets be sold where a purchase is given up', () => {
    // Of the two trades that would bring all to its target one may be made. What it is to pay is 200; no less than 1,500 may be redeemed.
    const result = decide({
      account: {
        positions: positionsOf({ SHARES: '5000', GOLD: '3000' }),
        target: { BONDS: 8 / 12, SHARES: 1 / 12, GOLD: 3 / 12 },
        withdrawal: cny('200'),
      },
      products: { SHARES: { minimumRedemption: '1500' } },
      policy: { measure: 'products', trading: { maxTrades: 1 } },
    });
    expect(signed(result.trades)).toEqual({ SHARES: '-1500.00' });
  });

  it('comes from what need be sold least of what stands above its target', () => {
    // 200 of 5,000 is asked for. GOLD is most above its target, but no less than 1,500 of it may be redeemed; of SHARES, with no target, 500 is the least trade. NOTES, below their target, are kept.
    const changes: Changes = {
      account: {
        positions: positionsOf({ NOTES: '1000', SHARES: '1000', GOLD: '3000' }),
        target: { NOTES: 0.7, GOLD: 0.3 },
        withdrawal: cny('200'),
      },
      products: { NOTES: {}, GOLD: { minimumRedemption: '1500' } },
      policy: {
        measure: 'products',
        triggers: [],
        trading: { minimumTrade: { amount: cny('500') } },
      },
    };
    const result = decide(changes);
    expect(signed(result.trades)).toEqual({ SHARES: '-500.00' });
    expect(result.cash.after.amount).toBe('300.00');
    // GOLD alone stands above its target: its least goes, though of the others less would do.
    const target = { NOTES: 0.6, SHARES: 0.3, GOLD: 0.1 };
    const alone = decide({ ...changes, account: { ...changes.account, target } });
    expect(signed(alone.trades)).toEqual({ GOLD: '-1500.00' });
  });

  it('is told of the residual product as of any other', () => {
    const one = (residualProduct?: string) =>
      decide({
        account: {
          positions: positionsOf({ BONDS: '5000' }),
          target: { BONDS: 1 },
          withdrawal: cny('300'),
        },
        products: { BONDS: { minimumRedemption: '500' } },
        policy: { triggers: [], ...(residualProduct !== undefined && { residualProduct }) },
      });
    const result = one('BONDS');
    expect(signed(result.trades)).toEqual({ BONDS: '-500.00' });
    expect(told(result)).toEqual([
      'BONDS: from 106.38% to 95.74% of the portfolio, to raise money.',
      'BONDS: no less than 500.00 CNY of it may be redeemed unless all of it is, so more is sold than is asked for.',
    ]);
    expect(told(one())).toEqual(told(result));
  });

  it('comes from the product that can give it where one trade may be made', () => {
    const result = decide({
      account: {
        positions: positionsOf({ BONDS: '3000', SHARES: '7400' }),
        target: { BONDS: 2 / 3, SHARES: 1 / 3 },
        withdrawal: cny('6000'),
      },
      policy: { triggers: [], residualProduct: 'BONDS', trading: { maxTrades: 1 } },
    });
    expect(signed(result.trades)).toEqual({ SHARES: '-6000.00' });
    expect(result.withdrawal?.paid.amount).toBe('6000.00');
  });

  it('comes from what gives its least before what can only be sold whole', () => {
    // The 300 are less than the 500 of bonds that may be redeemed; of shares, which are below their minimum already, it would be all 1,100.
    const least = decide({
      account: {
        positions: positionsOf({ BONDS: '1000', SHARES: '1100' }),
        target: { BONDS: 0.5, SHARES: 0.5 },
        withdrawal: cny('300'),
      },
      products: { BONDS: { minimumRedemption: '500' }, SHARES: { minimumHolding: '1500' } },
      policy: { triggers: [] },
    });
    expect(signed(least.trades)).toEqual({ BONDS: '-500.00' });
    // As where the policy has a least trade.
    const trade = decide({
      account: {
        positions: positionsOf({ BONDS: '4000', SHARES: '1170' }),
        target: { BONDS: 0.8, SHARES: 0.2 },
        withdrawal: cny('100'),
      },
      products: { SHARES: { minimumRedemption: '1500' } },
      policy: { trading: { minimumTrade: { amount: cny('500') } } },
    });
    expect(signed(trade.trades)).toEqual({ BONDS: '-500.00' });
  });

  it('comes from what nobody wants, sold whole, before all of the only product in the target', () => {
    // 1,000 would leave 330 of at least 500 of bonds: 830 are not enough, and 1,330 as much too much as 1,320 of shares.
    const result = decide({
      account: {
        positions: positionsOf({ BONDS: '1330', SHARES: '1320' }),
        target: { BONDS: 1 },
        withdrawal: cny('1000'),
      },
      products: { BONDS: { minimumHolding: '500' }, SHARES: { minimumRedemption: '1500' } },
      policy: { measure: 'products', triggers: [] },
    });
    expect(signed(result.trades)).toEqual({ SHARES: '-1320.00' });
    expect(result.withdrawal?.paid.amount).toBe('1000.00');
  });
});

describe('money that is raised where what is above its target is sold all the same', () => {
  it('leaves nothing of that because a least redemption brings more than was wanted', () => {
    // Of 3,000 less 300, GOLD is to be 7 / 12, 1,575: 425 less, of which no less than 500 may be redeemed. SHARES have no target. What 500 brings beyond 425 is no reason to keep 75 of them.
    const changes: Changes = {
      account: {
        positions: positionsOf({ GOLD: '2000', SHARES: '1000' }),
        target: { BONDS: 5 / 12, GOLD: 7 / 12 },
        withdrawal: cny('300'),
      },
      products: { GOLD: { minimumRedemption: '500' } },
      policy: { measure: 'products', funding: 'sell-only', bands: { default: { absolute: 0.03 } } },
    };
    const first = decide(changes);
    expect(signed(first.trades)).toEqual({ GOLD: '-500.00', SHARES: '-1000.00' });
    expect(first.cash.after.amount).toBe('1200.00');
    const { withdrawal: _, ...account } = changes.account!;
    expect(again(first, { ...changes, account }).trades).toEqual([]);
  });

  it('is kept where a sale of all of another product brings their class down to its target', () => {
    // Of 5,500 less 500, bonds are to be 2,000 of the 4,000 there are: 1,500 less of BONDS, which would leave too little of them, so that all 2,000 go, and 500 less of NOTES, which stay.
    const result = decide({
      account: {
        positions: positionsOf({ BONDS: '2000', NOTES: '2000', SHARES: '1500' }),
        target: { BONDS: 0.1, NOTES: 0.3, SHARES: 0.6 },
        withdrawal: cny('500'),
      },
      products: { BONDS: { minimumHolding: '1500' }, NOTES: {} },
      policy: { funding: 'sell-only', bands: { default: { absolute: 0.03 } } },
    });
    expect(signed(result.trades)).toEqual({ BONDS: '-2000.00' });
  });
});
