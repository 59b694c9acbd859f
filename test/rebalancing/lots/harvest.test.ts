import { describe, expect, it } from 'vitest';
import { addDays, type PlainDate } from '../../../src/dates/index.js';
import { formatReason, LOCALES } from '../../../src/evidence/index.js';
import { harvestLosses } from '../../../src/rebalancing/lots/harvest.js';
import type { LotState } from '../../../src/rebalancing/lots/lot-state.js';
import { lotMessages } from '../../../src/rebalancing/lots/messages.js';
import {
  type RecentTrade,
  washSaleOnPurchase,
  washSaleOnSale,
} from '../../../src/rebalancing/lots/wash-sale.js';

const AS_OF: PlainDate = '2026-03-31';

const lot = (
  id: string,
  value: bigint,
  cost?: bigint,
  boughtOn: PlainDate = '2025-01-10',
): LotState => ({
  id,
  boughtOn,
  value,
  ...(cost === undefined ? {} : { cost }),
  exitRate: 0,
});

const POLICY = {
  harvest: { minimumLoss: 0.05, substitutes: { A: ['B'], B: ['C'], C: ['B'] } },
  washSaleDays: 30,
};

const trade = (
  product: string,
  side: 'buy' | 'sell',
  days: number,
  atLoss?: boolean,
): RecentTrade => ({
  product,
  side,
  on: addDays(AS_OF, days),
  ...(atLoss === undefined ? {} : { atLoss }),
});

const options = (...recentTrades: RecentTrade[]) => ({ asOf: AS_OF, recentTrades });

const A = { product: 'A', lots: [lot('x', 950n, 1000n), lot('y', 951n, 1000n), lot('z', 900n)] };

describe('harvestLosses', () => {
  it('takes the lots whose loss is at least the share of their cost', () => {
    const { harvests, left } = harvestLosses([A], POLICY, options());
    expect(harvests).toMatchObject([
      {
        product: 'A',
        substitute: 'B',
        lots: ['x'],
        value: 950n,
        loss: 50n,
        reason: {
          code: 'rebalancing.loss-harvested',
          parameters: { product: 'A', substitute: 'B', loss: 0.05 },
        },
      },
    ]);
    expect(left).toEqual([]);
  });

  it('finds nothing where the policy does not ask for it', () => {
    expect(harvestLosses([A], { washSaleDays: 30 }, options())).toEqual({ harvests: [], left: [] });
  });

  it('takes no gain for a loss, and leaves alone what is worth nothing', () => {
    const even = {
      product: 'A',
      lots: [lot('x', 1000n, 1000n), lot('y', 1001n, 1000n), lot('0', 0n, 1000n)],
    };
    const anyLoss = { ...POLICY, harvest: { ...POLICY.harvest, minimumLoss: 0 } };
    expect(harvestLosses([even], anyLoss, options())).toEqual({ harvests: [], left: [] });
  });

  it('keeps a loss for which no substitute is named', () => {
    const { harvests, left } = harvestLosses([{ ...A, product: 'Z' }], POLICY, options());
    expect(harvests).toEqual([]);
    expect(left).toMatchObject([
      { product: 'Z', lots: ['x'], reason: { code: 'rebalancing.no-substitute' } },
    ]);
  });

  it('keeps a loss that a purchase near would spoil', () => {
    const { harvests, left } = harvestLosses([A], POLICY, options(trade('A', 'buy', -30)));
    expect(harvests).toEqual([]);
    expect(left).toMatchObject([
      {
        reason: {
          code: 'rebalancing.loss-would-be-spoilt',
          // Bought on 1 March; 31 days later is 1 April.
          parameters: { product: 'A', tradedOn: '2026-03-01', days: 30, from: '2026-04-01' },
        },
      },
    ]);
    expect(harvestLosses([A], POLICY, options(trade('A', 'buy', -31))).harvests).toHaveLength(1);
    const off = { harvest: POLICY.harvest };
    expect(harvestLosses([A], off, options(trade('A', 'buy', -1))).harvests).toHaveLength(1);
  });

  it('keeps a loss that a young lot that stays would spoil, but not one that goes', () => {
    const young = lot('young', 990n, 1000n, '2026-03-20');
    const spoilt = harvestLosses([{ ...A, lots: [...A.lots, young] }], POLICY, options());
    expect(spoilt.left).toMatchObject([{ lots: ['x'] }]);
    const locked = harvestLosses([{ ...A, locked: [young] }], POLICY, options());
    expect(locked.left).toMatchObject([{ lots: ['x'] }]);
    const goes = { ...young, value: 900n };
    const both = harvestLosses([{ ...A, lots: [...A.lots, goes] }], POLICY, options());
    expect(both.harvests).toMatchObject([{ lots: ['x', 'young'], value: 1850n, loss: 150n }]);
  });

  it('keeps a loss whose substitute was sold at a loss near', () => {
    const left = (atLoss?: boolean) =>
      harvestLosses([A], POLICY, options(trade('B', 'sell', -5, atLoss))).left;
    expect(left(true)).toMatchObject([{ reason: { code: 'rebalancing.would-spoil-loss' } }]);
    // Whether it was at a loss is not known.
    expect(left(undefined)).toHaveLength(1);
    expect(left(false)).toEqual([]);
  });

  it('never lets two products take each other’s place on one day', () => {
    const losing = (product: string) => ({ product, lots: [lot('x', 900n, 1000n)] });
    // A → B, so B is bought and keeps its loss; C → B stands.
    const found = harvestLosses([losing('C'), losing('B'), losing('A')], POLICY, options());
    expect(found.harvests.map(({ product }) => product)).toEqual(['A', 'C']);
    expect(found.left.map(({ product }) => product)).toEqual(['B']);
  });
});

describe('the wash-sale guard', () => {
  const facts = (washSaleDays: number | undefined, ...recentTrades: RecentTrade[]) => ({
    recentTrades,
    on: AS_OF,
    washSaleDays,
  });

  it('blocks a purchase near a sale at a loss until the days are over', () => {
    const sold = [
      trade('A', 'sell', -40, true),
      trade('A', 'sell', -10, true),
      trade('A', 'sell', -2, false),
    ];
    // Sold on 21 March; 31 days later is 21 April.
    expect(washSaleOnPurchase('A', facts(30, ...sold))).toMatchObject({
      from: '2026-04-21',
      reason: { code: 'rebalancing.would-spoil-loss', severity: 'warn' },
    });
    expect(washSaleOnPurchase('B', facts(30, ...sold))).toBeUndefined();
    expect(washSaleOnPurchase('A', facts(9, ...sold))).toBeUndefined();
  });

  it('is off where no days are given', () => {
    const trades = [trade('A', 'sell', 0, true), trade('A', 'buy', 0)];
    expect(washSaleOnPurchase('A', facts(undefined, ...trades))).toBeUndefined();
    expect(washSaleOnSale('A', [{ boughtOn: AS_OF }], facts(undefined, ...trades))).toBeUndefined();
  });

  it('counts a purchase of today even for a guard of no days', () => {
    expect(washSaleOnSale('A', [], facts(0, trade('A', 'buy', 0)))).toMatchObject({
      from: '2026-04-01',
    });
    expect(washSaleOnSale('A', [], facts(0, trade('A', 'buy', -1)))).toBeUndefined();
  });

  it('has its words in every language', () => {
    const { reason } = washSaleOnSale('A', [], facts(30, trade('A', 'buy', -3)))!;
    expect(formatReason(lotMessages, reason, 'en')).toBe(
      'A: a purchase of the same product falls on 2026-03-28. A sale at a loss in the 30-day period before or after a purchase does not lower tax; from 2026-04-28 it does again.',
    );
    for (const locale of LOCALES)
      expect(formatReason(lotMessages, reason, locale)).toContain('2026-04-28');
  });
});
