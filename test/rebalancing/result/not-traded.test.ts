import { describe, expect, it } from 'vitest';
import type { Rebalancing } from '../../../src/rebalancing/index.js';
import { decide } from '../simple.js';
import { act, cny, positionsOf } from '../support.js';

const reasonOf = ({ notTraded }: Rebalancing, id: string) =>
  notTraded.find(({ product }) => product === id)?.reasons[0];

describe('a product that is not traded', () => {
  it('is at its target, or the reason says that it was solved around', () => {
    // P09 is 60 % and held for 180 days; nothing is wanted of it. What it keeps the others from is no fault of theirs.
    const result = act({
      account: {
        positions: [
          {
            product: 'P09',
            value: cny('60000'),
            lots: [{ id: 'lot', boughtOn: '2026-08-03', value: cny('60000') }],
          },
          { product: 'P06', value: cny('40000') },
        ],
      },
    });
    expect(result.outOfReach.map(({ product }) => product)).toEqual(['P09']);
    expect(reasonOf(result, 'P09')?.code).toBe('rebalancing.holding-locked');
    const untouched = result.notTraded.filter(({ product }) => product !== 'P09');
    const around = untouched.filter(({ product }) => (result.after.weights[product] ?? 0) === 0);
    expect(around.length).toBeGreaterThan(0);
    for (const { product, side, amount } of around) {
      const target = result.instruction.target[product]!;
      expect(reasonOf(result, product)).toMatchObject({
        code: 'rebalancing.solved-around',
        parameters: { product, target, weight: 0 },
      });
      // What the target asks for is not bought.
      expect(side).toBe('buy');
      expect(Math.abs(Number(amount.amount) - target * 100_000)).toBeLessThan(0.02);
    }
  });

  it('is where it should be if it is at its target', () => {
    const result = decide({
      account: {
        positions: positionsOf({ BONDS: '40000.00', SHARES: '40000.00', GOLD: '20000.00' }),
        target: { BONDS: 0.5, SHARES: 0.3, GOLD: 0.2 },
      },
    });
    expect(reasonOf(result, 'GOLD')?.code).toBe('rebalancing.at-destination');
  });

  it('is left as it is where only money is raised though more would be due', () => {
    const utility = {
      assetClasses: ['BOND', 'EQUITY', 'METAL'],
      expectedReturn: [0.03, 0.03, 0.03],
      covariance: [
        [0, 0, 0],
        [0, 0.0004, 0],
        [0, 0, 0.0004],
      ],
      riskAversion: 1,
    };
    const result = decide({
      account: { withdrawal: cny('1000') },
      products: { BONDS: { entryFee: 0.02 } },
      policy: { utility },
    });
    // 50,000 of 99,000, the target is 0.6.
    const reason = reasonOf(result, 'BONDS');
    expect(reason?.code).toBe('rebalancing.left-as-it-is');
    expect(reason?.parameters).toMatchObject({ product: 'BONDS', target: 0.6 });
    expect(reason?.parameters?.weight).toBeCloseTo(50_000 / 99_000, 12);
  });

  it('is in order where only money is raised and nothing has left its band', () => {
    // 58,000 of 99,000 against 0.6.
    const result = decide({
      account: {
        positions: positionsOf({ BONDS: '58000.00', SHARES: '42000.00' }),
        withdrawal: cny('1000'),
      },
    });
    expect(reasonOf(result, 'BONDS')?.code).toBe('rebalancing.at-destination');
  });

  it('is not bought from nothing where only free money may buy', () => {
    const result = decide({
      account: { withdrawal: cny('1000') },
      policy: { funding: 'buy-only' },
    });
    expect(result.trades.map(({ product, side }) => [product, side])).toEqual([['SHARES', 'sell']]);
    expect(reasonOf(result, 'BONDS')?.code).toBe('rebalancing.no-free-money');
  });
});

describe('what is not worth its cost', () => {
  const utility = {
    assetClasses: ['BOND', 'EQUITY', 'METAL'],
    expectedReturn: [0.03, 0.03, 0.03],
    covariance: [
      [0, 0, 0],
      [0, 0.0004, 0],
      [0, 0, 0.0004],
    ],
    riskAversion: 1,
  };
  const dear = { products: { BONDS: { entryFee: 0.02 } }, policy: { utility } } as const;
  const named = ({ notTraded }: Rebalancing) =>
    notTraded.map(({ product, side, amount, reasons }) => [
      product,
      side,
      amount.amount,
      reasons.map(({ code }) => code),
    ]);

  it('is named with all of it on a day without trades', () => {
    // 50,000 of each, the targets are 60,000 and 40,000.
    const result = decide(dear);
    expect([result.decision, result.considered.length]).toEqual(['hold', 2]);
    expect(named(result)).toEqual([
      ['BONDS', 'buy', '10000.00', ['rebalancing.left-as-it-is']],
      ['SHARES', 'sell', '10000.00', ['rebalancing.left-as-it-is']],
    ]);
    // Nothing is traded, so that both stay where they are.
    expect(reasonOf(result, 'SHARES')?.parameters).toEqual({
      product: 'SHARES',
      target: 0.4,
      weight: 0.5,
    });
  });

  it('is named beside what must be done, and what stays out of its band with it', () => {
    const result = decide({ ...dear, account: { withdrawal: cny('1000') } });
    // 99,000 stay: 59,400 − 50,000 of bonds would be bought, and as much more of shares sold than the 1,000.
    expect(result.trades.map(({ product, amount }) => [product, amount.amount])).toEqual([
      ['SHARES', '1000.00'],
    ]);
    expect(named(result)).toEqual([
      ['BONDS', 'buy', '9400.00', ['rebalancing.left-as-it-is']],
      ['SHARES', 'sell', '9400.00', ['rebalancing.left-as-it-is']],
    ]);
    const out = result.reasons.filter(({ code }) => code === 'rebalancing.still-out-of-band');
    expect(out.map(({ parameters }) => parameters?.class)).toEqual(['BOND', 'EQUITY']);
  });

  it('does not hide what cannot be bought at all', () => {
    // Bonds cannot be bought, so that raising the money is all that can be done, whatever it is weighed with.
    const closed = {
      account: { withdrawal: cny('1000') },
      products: { BONDS: { status: 'subscription-suspended' } },
    } as const;
    const { reasons, notTraded, outOfReach, trades } = decide(closed);
    expect(named(decide(closed))).toEqual([
      ['BONDS', 'buy', '9400.00', expect.arrayContaining(['rebalancing.no-subscription'])],
    ]);
    const weighed = decide({ ...closed, policy: { utility } });
    expect(weighed).toMatchObject({ reasons, notTraded, outOfReach });
    expect(weighed.trades.map(({ amount }) => amount)).toEqual(trades.map(({ amount }) => amount));
  });

  it('does not hide what is closed beside what could be traded', () => {
    // 20,000 of gold are wanted and cannot be bought; the bonds could, and are not worth their fee.
    const result = decide({
      ...dear,
      account: {
        target: { BONDS: 0.6, SHARES: 0.2, GOLD: 0.2 },
        restrictions: { GOLD: 'locked' },
        withdrawal: cny('1000'),
      },
    });
    expect(reasonOf(result, 'GOLD')?.code).toBe('rebalancing.locked');
    expect(reasonOf(result, 'BONDS')?.code).toBe('rebalancing.left-as-it-is');
  });
});

describe('whole units of which less than half a lot is wanted', () => {
  it('do not fit their steps, and are below no minimum', () => {
    // Of 60,000 shares are to be 28,000: 2,000 of a lot of 10,000.
    const result = decide({
      account: {
        positions: [
          ...positionsOf({ BONDS: '16000.00', GOLD: '14000.00' }),
          { product: 'SHARES', units: '300', price: cny('100') },
        ],
        target: { BONDS: 22 / 60, SHARES: 28 / 60, GOLD: 10 / 60 },
      },
      products: { SHARES: { unitStep: '100' } },
    });
    expect(reasonOf(result, 'SHARES')?.code).toBe('rebalancing.cut-to-step');
  });
});

describe('a sale whose purchase is not made', () => {
  it('is below no minimum if all of it would not be', () => {
    // Of 10,030 all trades may be 5 %: about 500 of bonds are to be sold, five times the least trade, for shares, of which 1,000 is the least.
    const { trades, notTraded } = decide({
      account: {
        positions: positionsOf({ BONDS: '10000.00' }),
        cash: [cny('30')],
        target: { BONDS: 0.5, SHARES: 0.5 },
      },
      products: { SHARES: { minimumPurchase: '1000' } },
      policy: {
        residualProduct: 'BONDS',
        trading: { maxTurnover: 0.05, minimumTrade: { amount: cny('100') } },
      },
    });
    expect(trades).toEqual([]);
    const codes = notTraded
      .filter(({ product }) => product === 'BONDS')
      .flatMap(({ reasons }) => reasons.map(({ code }) => code));
    expect(codes).toEqual(['rebalancing.reduced', 'rebalancing.turnover']);
  });
});
