import { describe, expect, it } from 'vitest';
import { type Changes, decide } from '../simple.js';
import { cny, positionsOf } from '../support.js';

const signedOf = ({ trades }: ReturnType<typeof decide>) =>
  Object.fromEntries(
    trades.map(({ product, side, amount }) => [
      product,
      side === 'buy' ? amount.amount : `-${amount.amount}`,
    ]),
  );

const FEW = (changes: Changes, trading: object = {}, within = 0.05): Changes => ({
  ...changes,
  policy: {
    measure: 'products',
    bands: { default: { absolute: within } },
    ...changes.policy,
    trading: { fewestTrades: true, ...trading },
  },
});

describe('the fewest trades', () => {
  it('bring down what is above its most weight', () => {
    // 34 % of bonds may be 30; shares are to be 40 and gold 30 %. What bonds must give is 400, and no two trades bring all three into their bands with that.
    const result = decide(
      FEW(
        {
          account: {
            positions: positionsOf({ BONDS: '3400', SHARES: '2600', GOLD: '4000' }),
            target: { BONDS: 0.3, SHARES: 0.4, GOLD: 0.3 },
          },
        },
        { maxWeight: { BONDS: 0.3 } },
      ),
    );
    expect(signedOf(result)).toEqual({ BONDS: '-400.00', GOLD: '-1000.00', SHARES: '1400.00' });
  });

  it('use money that may stay where that takes fewer of them', () => {
    // Of 10,000 bonds are 54.5 and shares 42.5 %, 3 % are free. 300 of shares are 45.5 %; without them it takes a sale beside the purchase.
    const result = decide(
      FEW({
        account: {
          positions: positionsOf({ BONDS: '5450', SHARES: '4250' }),
          cash: [cny('300')],
          target: { BONDS: 0.5, SHARES: 0.5 },
        },
      }),
    );
    expect(signedOf(result)).toEqual({ SHARES: '300.00' });
  });

  it('leave money in its band where using all of it would take more of them', () => {
    // Of 10,000 6.5 % are free, and 5 % may be. Five products have 18.7 % each of 20: none of them takes 6.5 %, which would be 25.2. With x of one of them
    // (x − 1.3)² + (6.5 − x)² is least at 3.9.
    const ids = ['BONDS', 'GOLD', 'N1', 'N2', 'SHARES'];
    const result = decide(
      FEW({
        account: {
          positions: positionsOf(Object.fromEntries(ids.map((id) => [id, '1870']))),
          cash: [cny('650')],
          target: Object.fromEntries(ids.map((id) => [id, 0.2])),
        },
        products: { N1: {}, N2: {} },
      }),
    );
    expect(signedOf(result)).toEqual({ BONDS: '390.00' });
    expect(result.after.drift.triggered).toEqual([]);
  });

  it('are made at their minimum where less of them would do', () => {
    // Of 15,500 bonds are wanted to be 48 to 52 %, which takes 2,440 or more. Sales of 1,500 at least: of shares, 25.8 % of 16.67, and of gold, 41.9 of 33.33. Both are
    // needed, and their 3,000 make bonds 51.6, shares 16.1 and gold 32.3 %. More of either would put bonds or the other out: all is decided.
    const result = decide(
      FEW(
        {
          account: {
            positions: positionsOf({ BONDS: '5000', SHARES: '4000', GOLD: '6500' }),
            target: { BONDS: 1 / 2, SHARES: 1 / 6, GOLD: 1 / 3 },
          },
        },
        { minimumTrade: { amount: cny('1500') } },
        0.02,
      ),
    );
    expect(signedOf(result)).toEqual({ BONDS: '3000.00', GOLD: '-1500.00', SHARES: '-1500.00' });
    expect(result.after.drift.triggered).toEqual([]);
    expect(result.reasons.map(({ code }) => code)).toContain('rebalancing.fewest-trades');
  });

  it('leave what must stay of a holding, and buy the residual product at its minimum', () => {
    // Of 10,000 shares are to be 10 to 20 % and at least 1,500 of them stay; bonds are to be 45 to 55 %. To 15 and 49 % it takes 2,700.
    const kept = decide(
      FEW(
        {
          account: {
            positions: positionsOf({ BONDS: '2200', GOLD: '3600', SHARES: '4200' }),
            target: { BONDS: 0.55, GOLD: 0.35, SHARES: 0.1 },
          },
          products: { SHARES: { minimumHolding: '1500' } },
        },
        {},
        0.1,
      ),
    );
    expect(signedOf(kept)).toEqual({ BONDS: '2700.00', SHARES: '-2700.00' });
    // 43 % of bonds are to be 45 to 55: no less than 800 may be bought, which makes 51.
    const residual = decide(
      FEW({
        account: {
          positions: positionsOf({ BONDS: '4300', SHARES: '5700' }),
          target: { BONDS: 0.5, SHARES: 0.5 },
        },
        products: { BONDS: { minimumPurchase: '800' } },
        policy: { residualProduct: 'BONDS' },
      }),
    );
    expect(signedOf(residual)).toEqual({ BONDS: '800.00', SHARES: '-800.00' });
  });

  it('say of what they do without that it is not needed, not that it is at its target', () => {
    // Bonds as a class are short by 10 points; that NOTES, a bond too, has none of its 30 % does not matter.
    const result = decide({
      account: {
        positions: positionsOf({ BONDS: '50000', SHARES: '50000' }),
        target: { BONDS: 0.3, NOTES: 0.3, SHARES: 0.4 },
      },
      products: { NOTES: {} },
      policy: { trading: { fewestTrades: true } },
    });
    expect(result.trades).toHaveLength(2);
    const traded = new Set(result.trades.map(({ product }) => product));
    const left = ['BONDS', 'NOTES'].find((product) => !traded.has(product))!;
    const entry = result.notTraded.find(({ product }) => product === left);
    expect(entry?.reasons.map(({ code }) => code)).toEqual(['rebalancing.not-among-fewest']);
  });
});
