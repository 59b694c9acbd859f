import { describe, expect, it } from 'vitest';
import { formatReason } from '../../../src/evidence/index.js';
import type { Product } from '../../../src/products/index.js';
import {
  compileRebalancing,
  type Lot,
  planStages,
  rebalanceHousehold,
  rebalancingMessages,
} from '../../../src/rebalancing/index.js';
import { ACCOUNT, type Changes, decide, MONDAY, POLICY, products } from '../simple.js';
import { cny, codes, positionsOf, signed } from '../support.js';

const TUESDAY = '2026-03-03';

/** Shares of which 40 % of each redemption is carried out on a day, with further terms. */
const cut = (
  on: typeof MONDAY | typeof TUESDAY | '2026-06-08',
  dealing: Product['dealing'] = {},
  acceptedShare = 0.4,
): Readonly<Record<string, Partial<Product>>> => ({
  SHARES: { dealing: { ...dealing, gates: [{ on, acceptedShare }] } },
});

/** Of 100,000 in equal parts 10,000 go from shares to bonds. */
const run = (terms: NonNullable<Changes['products']>, changes: Changes = {}) =>
  decide({ ...changes, products: terms });

const outOfReach = (result: ReturnType<typeof decide>) =>
  result.outOfReach.find(({ product }) => product === 'SHARES');

describe('a day on which only a part of each redemption is carried out', () => {
  it('is counted on for nothing, and the next day is named', () => {
    const result = run(cut(MONDAY));
    expect(signed(result.considered)).toEqual({});
    expect(outOfReach(result)).toMatchObject({
      reachableOn: TUESDAY,
      reasons: [
        {
          code: 'rebalancing.pro-rata-day',
          parameters: { product: 'SHARES', amount: cny('10000.00'), on: MONDAY, share: 0.4 },
        },
      ],
    });
    expect(result.certificate.filter(({ holds }) => !holds)).toEqual([]);
  });

  it('is a day as any other where all of it is carried out', () => {
    const whole = { BONDS: '10000.00', SHARES: '-10000.00' };
    expect(signed(run(cut(MONDAY, {}, 1)).trades)).toEqual(whole);
    expect(signed(run(cut(TUESDAY)).trades)).toEqual(whole);
  });

  it('is the dealing day, not the day of the order', () => {
    // Ordered one business day before: Monday's order deals on Tuesday, Tuesday's on Wednesday.
    expect(signed(run(cut(MONDAY, { redemptionNotice: 1 })).trades).SHARES).toBe('-10000.00');
    const result = run(cut(TUESDAY, { redemptionNotice: 1 }));
    expect(signed(result.considered)).toEqual({});
    expect(outOfReach(result)).toMatchObject({
      reachableOn: TUESDAY,
      reasons: [{ parameters: { on: TUESDAY, share: 0.4 } }],
    });
  });

  it('is passed over among the days of a limit', () => {
    // 6,000 of 10,000 on Monday; nothing is counted on of Tuesday; the rest on Wednesday.
    const result = run(cut(TUESDAY, { dailyRedemption: '6000' }));
    expect(signed(result.trades).SHARES).toBe('-6000.00');
    expect(outOfReach(result)?.reachableOn).toBe('2026-03-04');
  });

  describe('of lots', () => {
    const lot = (id: string, boughtOn: Lot['boughtOn']): Lot => ({
      id,
      boughtOn,
      value: cny('25000'),
      cost: cny('20000'),
    });
    const withLots = (
      lots: readonly Lot[],
      terms: NonNullable<Changes['products']>,
      target = { BONDS: 1 },
    ) =>
      run(terms, {
        account: {
          positions: [
            { product: 'BONDS', value: cny('50000') },
            { product: 'SHARES', value: cny('50000'), lots },
          ],
          target,
        },
      });

    it('holds back those that are free and those that would be free on it', () => {
      // 180 days after 2025-12-10 is Monday 2026-06-08; the older lot is free today.
      const lots = [lot('a', '2025-01-06'), lot('b', '2025-12-10')];
      const lockUp = (on: Parameters<typeof cut>[0]) => ({
        SHARES: { ...cut(on).SHARES, lockUpDays: 180 },
      });
      const later = withLots(lots, lockUp('2026-06-08'));
      expect(signed(later.trades).SHARES).toBe('-25000.00');
      expect(outOfReach(later)?.reachableOn).toBe('2026-06-09');
      const today = withLots(lots, lockUp(MONDAY));
      expect(signed(today.considered)).toEqual({});
      expect(outOfReach(today)?.reachableOn).toBe('2026-06-08');
      expect(codes(outOfReach(today)!)).toContain('rebalancing.pro-rata-day');
    });

    it('leaves those that roll over to the end of their next term', () => {
      // Bought 28 days before Monday: the term ends today, the next one 28 days later, on Monday 2026-03-30.
      const result = withLots(
        [lot('a', '2026-02-02'), lot('b', '2026-02-02')],
        cut(MONDAY, { rollingTerm: { days: 28 } }),
      );
      expect(signed(result.considered)).toEqual({});
      expect(outOfReach(result)?.reachableOn).toBe('2026-03-30');
    });
  });

  it('raises no money: another product does, or the next day', () => {
    const account = { withdrawal: cny('10000') };
    const policy = { triggers: [] };
    const other = run(cut(MONDAY), { account, policy });
    expect(signed(other.trades)).toEqual({ BONDS: '-10000.00' });
    expect(other.certificate.every(({ holds }) => holds)).toBe(true);
    // Ordered on Tuesday, the money is there on Wednesday.
    const alone = { ...account, positions: positionsOf({ SHARES: '50000' }) };
    const { withdrawal, trades } = run(cut(MONDAY), { account: alone, policy });
    expect(trades).toEqual([]);
    expect(withdrawal).toMatchObject({
      paid: cny('0.00'),
      possible: cny('0.00'),
      coverableOn: '2026-03-04',
    });
  });

  it('is left to the stages after it', () => {
    // 63,000 of 90,000 are to go in three stages, of which the first cannot be made.
    const rebalancer = compileRebalancing<'CNY'>(POLICY, { universe: products(cut(MONDAY)) });
    const { stages } = planStages(
      {
        ...ACCOUNT,
        positions: positionsOf({ SHARES: '90000' }),
        target: { BONDS: 0.7, SHARES: 0.3 },
      },
      rebalancer,
      { days: [MONDAY, '2026-06-01', '2026-09-01'] },
    );
    const half = { BONDS: '31500.00', SHARES: '-31500.00' };
    expect(stages.map(({ trades }) => signed(trades))).toEqual([{}, half, half]);
  });

  it('counts in a household as in an account', () => {
    const rebalancer = compileRebalancing(POLICY, { universe: products(cut(MONDAY)) });
    const household = {
      id: 'Li',
      currency: 'CNY',
      accounts: [
        {
          id: 'a',
          currency: 'CNY',
          positions: positionsOf({ SHARES: '50000' }),
          lastTradeOn: null,
        },
        {
          id: 'b',
          currency: 'CNY',
          positions: positionsOf({ BONDS: '30000' }),
          cash: [cny('20000')],
          lastTradeOn: null,
        },
      ],
      target: { kind: 'products', weights: { BONDS: 0.6, SHARES: 0.4 } },
    } as const;
    // Shares are 10,000 too much and cannot be sold today: the free money buys bonds, and that is all.
    const result = rebalanceHousehold(household, rebalancer, { asOf: MONDAY });
    const trades = result.shares.map(({ result: own }) => own && signed(own.trades));
    expect(trades).toEqual([{}, { BONDS: '20000.00' }]);
    expect(result.certificate.every(({ holds }) => holds)).toBe(true);
  });

  it('is told in three languages', () => {
    const [reason] = outOfReach(run(cut(MONDAY)))!.reasons;
    const say = (locale: 'en' | 'zh-Hans' | 'zh-Hant') =>
      formatReason(rebalancingMessages, reason!, locale);
    expect(say('en')).toBe(
      'SHARES: on 2026-03-02 only 40.0% of each redemption is carried out, and the contract says what becomes of the rest. So 10,000.00 CNY is not redeemed on that day.',
    );
    expect(say('zh-Hans')).toContain('SHARES：2026-03-02每笔赎回仅按40.0%的比例办理');
    expect(say('zh-Hant')).toContain('SHARES：2026-03-02每筆贖回僅按40.0%的比例辦理');
  });
});
