import { describe, expect, it } from 'vitest';
import { decide } from '../simple.js';
import { cny, codes, positionsOf, signed } from '../support.js';

const sharesOf = (boughtOn: '2026-02-23' | '2025-02-28', cost: string) => ({
  positions: [
    ...positionsOf({ BONDS: '50000.00' }),
    {
      product: 'SHARES',
      value: cny('50000.00'),
      lots: [{ id: 'one', boughtOn, value: cny('50000.00'), cost: cny(cost) }],
    },
  ],
});

describe('a sale that deals on a later day', () => {
  // Saturday; what is ordered then deals on Monday 2 March.
  const asOf = '2026-02-28';

  it('pays the exit fee of that day', () => {
    // From Monday 23 February to Saturday 5 days, to Monday 7: the fee has ended.
    const exit = [
      { fromDays: 0, rate: 0.015 },
      { fromDays: 7, rate: 0 },
    ];
    const result = decide({
      account: sharesOf('2026-02-23', '50000.00'),
      products: { SHARES: { fees: { exit } } },
      asOf,
    });
    const sale = result.trades.find(({ side }) => side === 'sell')!;
    expect(sale.dealsOn).toBe('2026-03-02');
    expect(sale.lots[0]!.heldDays).toBe(7);
    expect(sale.costs.exit.amount).toBe('0.00');
    expect(signed(result.trades)).toEqual({ BONDS: '10000.00', SHARES: '-10000.00' });
  });

  it('is taxed by the term of that day', () => {
    // From 28 February 2025 to Saturday 365 days, which is short, to Monday 367.
    const tax = { shortTermRate: 0.3, longTermRate: 0 };
    const result = decide({
      account: sharesOf('2025-02-28', '40000.00'),
      policy: { lots: { method: 'fifo', tax } },
      products: {},
      asOf,
    });
    // Bonds have no known cost, but they are only bought.
    const sale = result.trades.find(({ side }) => side === 'sell')!;
    expect(sale.lots[0]).toMatchObject({ heldDays: 367, term: 'long' });
    expect(result.costs.tax.amount).toBe('0.00');
  });
});

describe('a tax budget with nothing left', () => {
  it('leaves no sale whose tax is only rounded to nothing', () => {
    // A fifth of each sale is gain: of 0.05 it is 0.01, whose tax of 0.003 rounds to 0.
    const result = decide({
      account: sharesOf('2025-02-28', '40000.00'),
      policy: {
        lots: { method: 'fifo', tax: { shortTermRate: 0.3, longTermRate: 0.3 } },
        trading: { taxBudget: cny('0.00') },
      },
    });
    expect(result.decision).toBe('hold');
    expect(result.considered).toEqual([]);
    expect(codes(result)).toContain('rebalancing.tax-budget-caps-trades');
  });
});

describe('an urgent event', () => {
  it('that acts today does not say that something else would have to wait', () => {
    // The band would wait until 30 days after 20 February; the market event does not.
    const policy = {
      triggers: [{ kind: 'band' }, { kind: 'event', events: ['crash'] }],
      pacing: { minimumDays: 30 },
    } as const;
    const account = { lastTradeOn: '2026-02-20', events: ['crash'] } as const;
    const result = decide({ account, policy });
    expect(result.decision).toBe('trade');
    expect(codes(result)).toEqual(['rebalancing.event']);
    const quiet = decide({ account: { lastTradeOn: '2026-02-20' }, policy });
    expect(quiet.decision).toBe('hold');
    expect(codes(quiet)).toContain('rebalancing.waits-until');
  });
});
