import { describe, expect, it } from 'vitest';
import { formatReason, type Locale } from '../../../src/evidence/index.js';
import { rebalancingMessages } from '../../../src/rebalancing/index.js';
import { type Changes, decide } from '../simple.js';
import { cny, positionsOf, signed } from '../support.js';

const texts = (changes: Changes, language: Locale = 'en') =>
  decide(changes).trades.flatMap(({ reasons }) =>
    reasons.map((reason) => formatReason(rebalancingMessages, reason, language)),
  );

/** 5,000 in all. */
const account = {
  positions: positionsOf({ BONDS: '2500.00', SHARES: '2500.00' }),
  target: { BONDS: 0.5, SHARES: 0.5 },
};

describe('why something is sold', () => {
  it('is told by its weights before and after', () => {
    // 1,000 of 4,000 that stay are missing: from 62.5 % to 50 % each.
    const changes = { account: { ...account, cash: [cny('-1000')] }, policy: { triggers: [] } };
    expect(texts(changes)).toEqual([
      'BONDS: from 62.50% to 50.00% of the portfolio, to raise money.',
      'SHARES: from 62.50% to 50.00% of the portfolio, to raise money.',
    ]);
  });

  const owing = { account: { ...account, cash: [cny('-6000')] } };

  it('is told by its amount where more is owed than there is, as nothing has a weight', () => {
    expect(signed(decide(owing).trades)).toEqual({ BONDS: '-2500.00', SHARES: '-2500.00' });
    expect(texts(owing)).toEqual([
      'BONDS: 2,500.00 CNY is sold to raise money; nothing is left to invest.',
      'SHARES: 2,500.00 CNY is sold to raise money; nothing is left to invest.',
    ]);
    expect(texts(owing, 'zh-Hans')[0]).toContain('卖出');
    expect(texts(owing, 'zh-Hant')[0]).toContain('賣出');
  });

  it('is told so as well where all that there is is to be kept as money', () => {
    const kept = { account, policy: { cash: { floor: cny('5000') } } };
    expect(texts(kept)[0]).toBe(
      'BONDS: 2,500.00 CNY is sold to raise money; nothing is left to invest.',
    );
  });
});

describe('a sale after which the product has more weight', () => {
  it('is told by its amount, as the fees of another purchase make the whole smaller', () => {
    // 20,010 of gold at 105 % of its worth cost 952.86, so that 10,000 of shares are 10.10 % of 99,047.14, and 10,010 were 10.01 % of 100,000.
    const changes: Changes = {
      products: { GOLD: { entryFee: 0.05 } },
      account: {
        positions: positionsOf({ BONDS: '70000.00', SHARES: '10010.00', GOLD: '19990.00' }),
        target: { BONDS: 0.5, SHARES: 0.1, GOLD: 0.4 },
      },
    };
    expect(texts(changes)).toContain(
      'SHARES: 10.00 CNY is sold; as costs make the portfolio smaller, its weight goes from 10.01% to 10.10% all the same.',
    );
    expect(texts(changes, 'zh-Hans').join()).toContain('SHARES：卖出10.00 CNY');
    expect(texts(changes, 'zh-Hant').join()).toContain('SHARES：賣出10.00 CNY');
  });
});

describe('the weights of a trade', () => {
  it('tell how far the product was from its target, and how far it still is', () => {
    // 3,000 and 2,000 of 5,000 are 10 points beside a half, with bands of 5 points.
    const positions = positionsOf({ BONDS: '3000.00', SHARES: '2000.00' });
    const { trades } = decide({ account: { ...account, positions } });
    const told = trades.map(({ product, weightBefore, targetWeight, drift, weightAfter }) => ({
      product,
      weightBefore,
      targetWeight,
      drift: Number(drift.toFixed(12)),
      weightAfter,
    }));
    expect(told).toEqual([
      { product: 'BONDS', weightBefore: 0.6, targetWeight: 0.5, drift: 0.1, weightAfter: 0.5 },
      { product: 'SHARES', weightBefore: 0.4, targetWeight: 0.5, drift: -0.1, weightAfter: 0.5 },
    ]);
  });
});
