import { describe, expect, it } from 'vitest';
import type { RebalancingAccount, RebalancingPolicy } from '../../../src/rebalancing/index.js';
import { decide } from '../simple.js';
import { cny, codes, expectRefusal, positionsOf, signed, wrong } from '../support.js';

const PRODUCTS = {
  SECOND: { lookThrough: { EQUITY: 1 } },
  THIRD: { lookThrough: { EQUITY: 1 } },
} as const;

const lotsOf = (
  substitutes: Readonly<Record<string, string | readonly string[]>> = { SHARES: 'SECOND' },
  more: object = {},
): NonNullable<RebalancingPolicy['lots']> => ({
  method: 'hifo',
  washSaleDays: 30,
  harvest: { minimumLoss: 0.1, substitutes, ...more },
});

/** Shares were sold at a loss on 2 March; they may be bought back from 2 April on, which is 31 days later. */
const act = (
  amounts: Readonly<Record<string, string>>,
  asOf: '2026-03-10' | '2026-04-01' | '2026-04-02' = '2026-03-10',
  lots: RebalancingPolicy['lots'] = lotsOf(),
  account: Partial<RebalancingAccount<'CNY'>> = {},
) =>
  decide({
    products: PRODUCTS,
    asOf,
    policy: { measure: 'products', lots: lots! },
    account: {
      positions: positionsOf(amounts),
      recentTrades: [{ product: 'SHARES', side: 'sell', on: '2026-03-02', atLoss: true }],
      ...account,
    },
  });

describe('a substitute', () => {
  it('counts for its original while the guard runs', () => {
    for (const asOf of ['2026-03-10', '2026-04-01'] as const) {
      const result = act({ BONDS: '60000.00', SECOND: '40000.00' }, asOf);
      expect(result.decision).toBe('hold');
      expect(result.before.drift.triggered).toEqual([]);
      expect(codes(result)).toContain('rebalancing.stands-in');
    }
  });

  it('gives its place back once the guard is over', () => {
    const result = act({ BONDS: '60000.00', SECOND: '40000.00' }, '2026-04-02');
    expect(signed(result.trades)).toEqual({ SECOND: '-40000.00', SHARES: '40000.00' });
    expect(codes(result)).not.toContain('rebalancing.stands-in');
  });

  it('is brought to the target of its original', () => {
    expect(signed(act({ BONDS: '50000.00', SECOND: '50000.00' }).trades)).toEqual({
      BONDS: '10000.00',
      SECOND: '-10000.00',
    });
    expect(signed(act({ BONDS: '70000.00', SECOND: '30000.00' }).trades)).toEqual({
      BONDS: '-10000.00',
      SECOND: '10000.00',
    });
  });

  it('counts only for what is missing of the original', () => {
    const result = act({ BONDS: '60000.00', SHARES: '25000.00', SECOND: '15000.00' });
    expect(result.decision).toBe('hold');
    const more = act({ BONDS: '50000.00', SHARES: '25000.00', SECOND: '25000.00' });
    expect(signed(more.trades)).toEqual({ BONDS: '10000.00', SECOND: '-10000.00' });
  });

  it('keeps its own target beside', () => {
    const account = { target: { BONDS: 0.5, SHARES: 0.4, SECOND: 0.1 } };
    expect(
      act({ BONDS: '50000.00', SECOND: '50000.00' }, '2026-03-10', lotsOf(), account),
    ).toMatchObject({
      decision: 'hold',
      before: { drift: { triggered: [] } },
    });
  });

  it('shares the target with others that are held, the first choice first', () => {
    const lots = lotsOf({ SHARES: ['SECOND', 'THIRD'] });
    const even = act(
      { BONDS: '60000.00', SECOND: '30000.00', THIRD: '10000.00' },
      '2026-03-10',
      lots,
    );
    expect(even.decision).toBe('hold');
    // 0.3 of 0.4 is taken by the first, 0.1 by the other, of which 0.1 is too much.
    const over = act(
      { BONDS: '50000.00', SECOND: '30000.00', THIRD: '20000.00' },
      '2026-03-10',
      lots,
    );
    expect(signed(over.trades)).toEqual({ BONDS: '10000.00', THIRD: '-10000.00' });
    // 0.1 is missing of both and is bought of the first.
    const under = act(
      { BONDS: '70000.00', SECOND: '20000.00', THIRD: '10000.00' },
      '2026-03-10',
      lots,
    );
    expect(signed(under.trades)).toEqual({ BONDS: '-10000.00', SECOND: '10000.00' });
  });

  it('counts for nothing where no sale at a loss is guarded', () => {
    const account = { recentTrades: [] };
    const result = act({ BONDS: '60000.00', SECOND: '40000.00' }, '2026-03-10', lotsOf(), account);
    expect(signed(result.trades)).toEqual({ SECOND: '-40000.00', SHARES: '40000.00' });
  });
});

describe('losses', () => {
  /** Shares that lost 20,000 of 60,000. */
  const losing = {
    product: 'SHARES',
    value: cny('40000.00'),
    lots: [{ id: 'a', boughtOn: '2024-01-05', value: cny('40000.00'), cost: cny('60000.00') }],
  } as const;
  const harvest = (
    lots: RebalancingPolicy['lots'],
    account: Partial<RebalancingAccount<'CNY'>> = {},
  ) =>
    signed(
      act({}, '2026-03-10', lots, {
        positions: [losing, ...positionsOf({ BONDS: '60000.00' })],
        recentTrades: [],
        ...account,
      }).trades,
    );

  it('are taken from the amount on that is worth it', () => {
    expect(harvest(lotsOf(undefined, { minimumAmount: cny('20000.01') }))).toEqual({});
    expect(harvest(lotsOf(undefined, { minimumAmount: cny('20000.00') }))).toEqual({
      SHARES: '-40000.00',
      SECOND: '40000.00',
    });
  });

  it('go to the first choice that can be bought and spoils no loss', () => {
    const lots = lotsOf({ SHARES: ['SECOND', 'THIRD'] });
    const to = (account: Partial<RebalancingAccount<'CNY'>>) => Object.keys(harvest(lots, account));
    expect(to({})).toEqual(['SECOND', 'SHARES']);
    expect(to({ restrictions: { SECOND: 'locked' } })).toEqual(['SHARES', 'THIRD']);
    const recentTrades = [
      { product: 'SECOND', side: 'sell', on: '2026-02-20', atLoss: true },
    ] as const;
    expect(to({ recentTrades })).toEqual(['SHARES', 'THIRD']);
    expect(to({ recentTrades, restrictions: { THIRD: 'locked' } })).toEqual([]);
  });

  it('have choices that are products, each once', () => {
    const refuse = (
      substitutes: unknown,
      code: 'empty' | 'duplicate-id' | 'inconsistent',
      at: string,
    ) =>
      expectRefusal(
        () => harvest(lotsOf(wrong(substitutes))),
        code,
        `policy.lots.harvest.substitutes.SHARES${at}`,
      );
    refuse({ SHARES: [] }, 'empty', '');
    refuse({ SHARES: ['SECOND', 'SECOND'] }, 'duplicate-id', '[1]');
    refuse({ SHARES: ['SECOND', 'SHARES'] }, 'inconsistent', '[1]');
  });
});
