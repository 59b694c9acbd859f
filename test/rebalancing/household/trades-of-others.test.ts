import { describe, expect, it } from 'vitest';
import type { PlainDate } from '../../../src/dates/index.js';
import { compileRebalancing, rebalanceHousehold } from '../../../src/rebalancing/index.js';
import { MONDAY, POLICY, products } from '../simple.js';
import { cny, codes, positionsOf, signed } from '../support.js';

const REVIEW = { kind: 'calendar', anchor: MONDAY, everyMonths: 6 } as const;

/** One account is to give up its shares, at a loss of 10,000, and the other to buy as many. */
function swap(washSaleDays: number | undefined, recent: object = {}) {
  const lot = {
    id: 'l',
    boughtOn: '2025-01-06',
    value: cny('50000.00'),
    cost: cny('60000.00'),
  } as const;
  const lots = { method: 'fifo', ...(washSaleDays === undefined ? {} : { washSaleDays }) } as const;
  const household = rebalanceHousehold(
    {
      id: 'pair',
      currency: 'CNY',
      accounts: [
        {
          id: 'a',
          currency: 'CNY',
          positions: [{ product: 'SHARES', value: cny('50000.00'), lots: [lot] }],
          lastTradeOn: null,
        },
        {
          id: 'b',
          currency: 'CNY',
          positions: positionsOf({ BONDS: '50000.00' }),
          lastTradeOn: null,
          ...recent,
        },
      ],
      target: { kind: 'products', weights: { BONDS: 0.5, SHARES: 0.5 } },
      location: { kind: 'ranked', order: { SHARES: ['b', 'a'] } },
    },
    // Nothing has drifted: a review on an agreed day brings things where they belong.
    compileRebalancing({ ...POLICY, lots, triggers: [REVIEW] }, { universe: products() }),
    { asOf: MONDAY },
  );
  return household.shares.map(({ result }) => result!);
}

describe('the wash-sale guard of a household', () => {
  it('does not let one account buy today what another sells today at a loss', () => {
    const free = swap(undefined);
    expect(free.map(({ trades }) => signed(trades))).toEqual([
      { BONDS: '50000.00', SHARES: '-50000.00' },
      { BONDS: '-50000.00', SHARES: '50000.00' },
    ]);
    const [a, b] = swap(30);
    expect(signed(a!.trades)).toEqual({ BONDS: '50000.00', SHARES: '-50000.00' });
    // All of account b was to become shares: nothing is left to trade.
    expect(signed(b!.trades)).toEqual({});
    const shares = b!.notTraded.find(({ product }) => product === 'SHARES')!;
    expect(codes(shares)).toContain('rebalancing.wash-sale');
  });

  it('knows the purchases of the other accounts', () => {
    // Ten days before, within 30: the loss would be spoilt. Within 9 it is not.
    const recentTrades = [{ product: 'SHARES', side: 'buy', on: '2026-02-20' }];
    const [guarded] = swap(30, { recentTrades });
    expect(signed(guarded!.trades)).toEqual({});
    const [open] = swap(9, { recentTrades });
    expect(signed(open!.trades)).toEqual({ BONDS: '50000.00', SHARES: '-50000.00' });
    // So does a lot of then.
    const lots = [
      { id: 'x', boughtOn: '2025-02-20', value: cny('40000.00') },
      { id: 'y', boughtOn: '2026-02-20', value: cny('10000.00') },
    ];
    const positions = [{ product: 'SHARES', value: cny('50000.00'), lots }];
    const [held] = swap(30, { positions });
    expect(held!.trades.filter(({ side }) => side === 'sell')).toEqual([]);
  });
});

describe('a substitute in a household', () => {
  const sold = { product: 'SHARES', side: 'sell', on: MONDAY, atLoss: true } as const;
  const lot = {
    id: 'l',
    boughtOn: '2026-03-03',
    value: cny('40000.00'),
    cost: cny('40000.00'),
  } as const;
  const look = (asOf: PlainDate) =>
    rebalanceHousehold(
      {
        id: 'pair',
        currency: 'CNY',
        // One account sold its shares at a loss, and the other holds what stands in for them.
        accounts: [
          {
            id: 'a',
            currency: 'CNY',
            positions: positionsOf({ BONDS: '60000.00' }),
            lastTradeOn: MONDAY,
            recentTrades: [sold],
          },
          {
            id: 'b',
            currency: 'CNY',
            positions: [{ product: 'OTHER', value: cny('40000.00'), lots: [lot] }],
            lastTradeOn: MONDAY,
          },
        ],
        target: { kind: 'products', weights: { BONDS: 0.6, SHARES: 0.4 } },
      },
      compileRebalancing(
        {
          ...POLICY,
          measure: 'products',
          lots: {
            method: 'fifo',
            washSaleDays: 30,
            harvest: { minimumLoss: 0.1, substitutes: { SHARES: ['OTHER'] } },
          },
        },
        { universe: products({ OTHER: { lookThrough: { EQUITY: 1 } } }) },
      ),
      { asOf },
    );

  it('counts for what no account may buy back while the guard runs', () => {
    const during = look('2026-03-10');
    expect(during.decision).toBe('hold');
    expect(during.before.drift.portfolioDrift).toBeCloseTo(0, 12);
    expect(codes(during)).toContain('rebalancing.stands-in');
    // 2 March and 30 days is 1 April.
    const later = look('2026-04-02');
    expect(later.fired.map(({ kind }) => kind)).toEqual(['band']);
    expect(signed(later.shares[1]!.result!.trades)).toEqual({
      OTHER: '-40000.00',
      SHARES: '40000.00',
    });
  });
});
