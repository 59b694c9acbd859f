import { describe, expect, it } from 'vitest';
import { formatReason } from '../../../src/evidence/index.js';
import type { Product } from '../../../src/products/index.js';
import { rebalancingMessages } from '../../../src/rebalancing/index.js';
import { decide } from '../simple.js';
import { cny, positionsOf, signed } from '../support.js';

/** 100,000 in bonds and shares, to be brought to their target. */
const from = (
  held: Readonly<Record<string, string>>,
  target: Readonly<Record<string, number>>,
  terms: Readonly<Record<string, Partial<Product>>>,
) =>
  decide({
    account: { positions: positionsOf(held), target },
    policy: { bands: { default: { absolute: 0.005 } } },
    products: terms,
  });

const told = (result: ReturnType<typeof from>, product: string) =>
  result.trades
    .find((trade) => trade.product === product)!
    .reasons.map((reason) => formatReason(rebalancingMessages, reason, 'en'));

describe('what a product’s own terms make of a trade', () => {
  it('is told where more is bought than wanted', () => {
    const result = from(
      { BONDS: '100000.00' },
      { BONDS: 0.96, SHARES: 0.04 },
      { SHARES: { minimumPurchase: '4200' } },
    );
    expect(signed(result.trades)).toEqual({ BONDS: '-4200.00', SHARES: '4200.00' });
    expect(told(result, 'SHARES').slice(0, 2)).toEqual([
      'SHARES: from 0.00% to 4.20% of the portfolio.',
      'SHARES: no less than 4,200.00 CNY of it may be bought, so more is bought than the target asks for.',
    ]);
    expect(told(result, 'BONDS')).toEqual(['BONDS: from 100.00% to 95.80% of the portfolio.']);
  });

  it('is told where more is sold than wanted, or all of it', () => {
    const least = from(
      { BONDS: '85000.00', SHARES: '15000.00' },
      { BONDS: 0.9, SHARES: 0.1 },
      { SHARES: { minimumRedemption: '5500' } },
    );
    expect(signed(least.trades)).toEqual({ BONDS: '5500.00', SHARES: '-5500.00' });
    expect(told(least, 'SHARES')[1]).toBe(
      'SHARES: no less than 5,500.00 CNY of it may be redeemed unless all of it is, so more is sold than is asked for.',
    );
    // Of 100 that are wanted to stay and 600 that may, nothing is nearer.
    const whole = from(
      { BONDS: '90000.00', SHARES: '10000.00' },
      { BONDS: 0.999, SHARES: 0.001 },
      { SHARES: { minimumHolding: '600' } },
    );
    expect(signed(whole.trades)).toMatchObject({ SHARES: '-10000.00' });
    expect(told(whole, 'SHARES')[1]).toBe(
      'SHARES: what would stay is below its minimum holding of 600.00 CNY, so all of it is sold.',
    );
  });

  it('does not explain a trade that they let be smaller', () => {
    // 133, 333 and 333 are wanted. Of any of them 500 could be bought: the terms do not ask for 800 of one.
    const each = { minimumAddition: '500' };
    const { trades } = decide({
      account: {
        positions: positionsOf({ BONDS: '2000.00', GOLD: '1800.00', SHARES: '1800.00' }),
        target: { BONDS: 1 / 3, GOLD: 1 / 3, SHARES: 1 / 3 },
        cash: [cny('800')],
      },
      policy: { bands: { default: { absolute: 0.02 } } },
      products: { BONDS: each, GOLD: each, SHARES: each },
    });
    const bought = (trade: (typeof trades)[number]) => Number(trade.amount.amount);
    const codesOf = ({ reasons }: (typeof trades)[number]) => reasons.map(({ code }) => code);
    const larger = trades.filter((trade) => bought(trade) > 501);
    expect(larger).not.toEqual([]);
    for (const trade of larger) {
      expect(codesOf(trade)).not.toContain('rebalancing.at-least-purchase');
    }
  });

  it('is the reason for what is not sold', () => {
    // 1,000 is to go, and 9,950 of 10,000 must stay.
    const { trades, notTraded } = from(
      { BONDS: '90000.00', SHARES: '10000.00' },
      { BONDS: 0.91, SHARES: 0.09 },
      { SHARES: { minimumHolding: '9950' } },
    );
    expect(signed(trades)).toEqual({ BONDS: '50.00', SHARES: '-50.00' });
    const left = notTraded.find(({ product }) => product === 'SHARES')!;
    expect(left.amount.amount).toBe('950.00');
    expect(left.reasons.map(({ code }) => code)).toEqual(['rebalancing.below-minimum-holding']);
  });

  it('that brings a line out of its range is told so', () => {
    // Of 99 % bonds and 1 % shares 3 % of gold is wanted, of which no less than 5,000 may be bought: some of what is sold for it goes into shares.
    const { reasons, after } = from(
      { BONDS: '99000.00', SHARES: '1000.00' },
      { BONDS: 0.96, SHARES: 0.01, GOLD: 0.03 },
      { GOLD: { minimumPurchase: '5000' } },
    );
    const pushed = reasons.filter(({ code }) => code === 'rebalancing.now-out-of-band');
    const still = reasons.filter(({ code }) => code === 'rebalancing.still-out-of-band');
    const out = after.drift.lines.filter(({ triggered }) => triggered).map(({ id }) => id);
    expect([...pushed, ...still].map(({ parameters }) => parameters.class).sort()).toEqual(
      out.sort(),
    );
    expect(pushed.map(({ parameters }) => parameters.class)).toEqual(['EQUITY']);
  });
});
