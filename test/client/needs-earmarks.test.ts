import { describe, expect, it } from 'vitest';
import type { Goal, Holding } from '../../src/client/index.js';
import {
  act,
  cash,
  cny,
  detect,
  type Facts,
  home,
  missing,
  need,
  usd,
  withdrawal,
} from './needs-support.js';

const fund = (amount: string): Holding => ({ id: 'F', kind: 'bond-fund', ...cny(amount) });
const goal = (id: string, more: Partial<Goal> = {}): Goal => ({
  ...home,
  id,
  amountToday: '400000',
  years: 3,
  earmarked: '300000',
  ...more,
});
const presents = (facts: Facts) =>
  detect(facts).needs.flatMap((one) =>
    one.kind === 'goal'
      ? [[one.goal, one.present?.amount, one.shortfall?.amount, one.reason.code]]
      : [],
  );
const COVERED = 'client.need-goal';
const NOT_COVERED = 'client.earmark-not-covered';

describe('what is set aside', () => {
  it('counts once where two goals name one holding, for the sooner goal, then the lower id', () => {
    const inF = { earmarkedIn: ['F'] };
    const both = [goal('a', inF), goal('b', inF)];
    expect(presents({ holdings: [fund('300000.00')], goals: both })).toEqual([
      ['a', '300000.00', '100000.00', COVERED],
      ['b', '0.00', '400000.00', NOT_COVERED],
    ]);
    const sooner = [goal('a', inF), goal('b', { ...inF, years: 2 })];
    expect(presents({ holdings: [fund('300000.00')], goals: sooner })).toEqual([
      ['b', '300000.00', '100000.00', COVERED],
      ['a', '0.00', '400000.00', NOT_COVERED],
    ]);
  });

  it('is no more than the holding is worth, and says what is not there', () => {
    const facts = { holdings: [fund('100000.00')], goals: [goal('a', { earmarkedIn: ['F'] })] };
    expect(presents(facts)).toEqual([['a', '100000.00', '300000.00', NOT_COVERED]]);
    expect(need(facts, 'goal')?.reason).toMatchObject({
      severity: 'require',
      parameters: { earmarked: cny('300000.00'), uncovered: cny('200000.00') },
    });
  });

  it('is shared out over all holdings where none is named', () => {
    const holdings = [{ ...cash, amount: '200000.00' }];
    expect(presents({ holdings, goals: [goal('a'), goal('b')] })).toEqual([
      ['a', '200000.00', '200000.00', NOT_COVERED],
      ['b', '0.00', '400000.00', NOT_COVERED],
    ]);
  });

  it('does not lie in an account below zero', () => {
    const holdings = [{ ...cash, amount: '-50.00' }];
    expect(presents({ holdings, goals: [goal('a', { earmarkedIn: ['CASH'] })] })).toEqual([
      ['a', '0.00', '400000.00', NOT_COVERED],
    ]);
  });

  it('moves over where a later goal has no other holding', () => {
    const holdings = [fund('300000.00'), { ...fund('300000.00'), id: 'G' }];
    for (const earmarkedIn of [['F', 'G'], undefined]) {
      const { earmarkedIn: _, ...any } = goal('a');
      const first = earmarkedIn === undefined ? any : { ...any, earmarkedIn };
      const codes = presents({ holdings, goals: [first, goal('b', { earmarkedIn: ['F'] })] });
      expect(codes.map(([, present]) => present)).toEqual(['300000.00', '300000.00']);
    }
  });

  it('is not known where the holding has no rate', () => {
    const yen: Holding = { id: 'F', kind: 'bond-fund', currency: 'JPY', amount: '9' };
    const facts = { holdings: [yen], goals: [goal('a', { earmarkedIn: ['F'] })] };
    expect(need(facts, 'goal')).toMatchObject({ present: null, shortfall: null });
    expect(need(facts, 'goal')?.missing).toContain('fx.JPY');
  });

  it('in another currency counts at its rate', () => {
    const dollars: Holding = { id: 'F', kind: 'bond-fund', ...usd('10000.00') };
    expect(presents({ holdings: [dollars], goals: [goal('a', { earmarkedIn: ['F'] })] })).toEqual([
      // 10,000 × 7.1
      ['a', '71000.00', '329000.00', NOT_COVERED],
    ]);
  });
});

describe('a withdrawal for a goal', () => {
  const term: Holding = {
    id: 'TD',
    kind: 'term-deposit',
    ...cny('100000.00'),
    maturity: '2027-01-01',
  };
  const out = { ...withdrawal, ...cny('100000.00'), date: '2026-06-01', goal: 'g' } as const;
  const g = { ...home, id: 'g', earmarkedIn: ['TD'] };
  const facts = { holdings: [cash, term], goals: [g], plannedWithdrawals: [out] };

  it('does not find what is tied up beyond its day, and then no other cash is idle', () => {
    expect(need(facts, 'withdrawal-liquidity')).toMatchObject({
      amount: cny('100000.00'),
      required: cny('100000.00'),
      available: cny('100000.00'),
      holdings: ['TD'],
      reason: { code: 'client.need-withdrawal-earmark' },
    });
    expect(need(facts, 'idle-cash')).toBeUndefined();
    expect(missing(facts, 'idle-cash')).toBeUndefined();
  });

  it('finds what is free by its day', () => {
    const early = { ...facts, holdings: [cash, { ...term, maturity: '2026-06-01' as const }] };
    expect(need(early, 'withdrawal-liquidity')).toBeUndefined();
    // 103,000 − 3,000: the term deposit pays.
    expect(need(early, 'idle-cash')?.amount).toEqual(cny('100000.00'));
  });

  it('does not find what is not there', () => {
    const thin = {
      holdings: [cash, { ...fund('1000.00'), availableInDays: 2 }],
      goals: [{ ...g, earmarked: '300000', earmarkedIn: ['F'] }],
      plannedWithdrawals: [{ ...out, amount: '300000.00' }],
    };
    expect(need(thin, 'withdrawal-liquidity')?.amount).toEqual(cny('299000.00'));
    expect(need(thin, 'idle-cash')).toBeUndefined();
  });

  it('takes the same money only once', () => {
    const twice = {
      holdings: [cash, { ...fund('100000.00'), availableInDays: 2 }],
      goals: [{ ...g, earmarkedIn: ['F'] }],
      plannedWithdrawals: [out, { ...out, id: 'x' }],
    };
    // The fund pays one; 103,000 − 3,000 pay the other.
    expect(need(twice, 'withdrawal-liquidity')).toBeUndefined();
    expect(need(twice, 'idle-cash')).toBeUndefined();
  });
});

describe('idle cash that repays a debt', () => {
  it('does not fund the goal as well', () => {
    const { earmarked: _, ...open } = goal('a');
    const facts: Facts = {
      holdings: [{ ...cash, amount: '364262.00' }],
      liabilities: [{ id: 'L', kind: 'consumer-loan', ...cny('300000.00'), annualRate: 0.15 }],
      goals: [open],
    };
    const change = { expensiveDebt: { cashRate: 0 }, netReturnByLevel: { C3: 0.02 } };
    // 364,262 − 3,000 − 300,000; 400,000 − 61,262.
    expect(need(facts, 'goal', change)).toMatchObject({
      present: cny('61262.00'),
      shortfall: cny('338738.00'),
    });
    expect(
      act(facts, change).needs.map(({ need: { id, amount } }) => [id, amount.amount]),
    ).toContainEqual(['expensive-debt:L', '300000.00']);
  });
});
