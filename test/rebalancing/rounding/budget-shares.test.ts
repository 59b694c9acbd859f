import { describe, expect, it } from 'vitest';
import { decide } from '../simple.js';
import { cny, dropped, positionsOf, signed } from '../support.js';

/** 6,600 of shares are all to go, and bonds to take them and 2,100 of free money; trades of 30 % of 9,300, 2,790, are agreed at most, or of another share. */
const limited = (minimumRedemption: string, maxTurnover = 0.15) =>
  decide({
    account: {
      positions: positionsOf({ BONDS: '600.00', SHARES: '6600.00' }),
      target: { BONDS: 1 },
      cash: [cny('2100')],
    },
    policy: { trading: { maxTurnover } },
    products: { SHARES: { minimumRedemption }, BONDS: { minimumPurchase: '1000' } },
  });

describe('a sale that is too small at the share that a budget leaves', () => {
  it('does not keep free money from being invested', () => {
    // Trades of 2,790 where 15,300 are wanted: of 6,600 sold go 1,203.53, less than 1,500. The 2,100 alone are less than 2,790.
    const result = limited('1500');
    expect(signed(result.trades)).toEqual({ BONDS: '2100.00' });
    expect(result.cash.after.amount).toBe('0.00');
    expect(result.certificate.every(({ holds }) => holds)).toBe(true);
    expect(dropped(result).SHARES).toMatch(/^sell 6600\.00: rebalancing\.below-minimum-redemption/);
    expect(result.reasons.map(({ code }) => code)).not.toContain(
      'rebalancing.turnover-caps-trades',
    );
  });

  it('leaves to purchases what the budget allows', () => {
    // 20 % of 9,300.
    const { trades, certificate } = limited('1500', 0.1);
    expect(trades.map(({ side, product }) => `${side} ${product}`)).toEqual(['buy BONDS']);
    expect(Math.abs(Number(trades[0]!.amount.amount) - 1860)).toBeLessThan(0.02);
    expect(certificate.every(({ holds }) => holds)).toBe(true);
  });

  it('is made where it is large enough', () => {
    // 6,600 and 8,700 times 2,790 / 15,300.
    const { BONDS, SHARES } = signed(limited('1200').trades);
    expect(Math.abs(Number(BONDS) - 1586.47)).toBeLessThan(0.02);
    expect(Math.abs(Number(SHARES) + 1203.53)).toBeLessThan(0.02);
  });
});
