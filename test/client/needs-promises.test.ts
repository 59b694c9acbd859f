import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectNeeds, type Goal, type Holding, type NeedPolicy } from '../../src/client/index.js';
import { canonicalJson } from '../../src/evidence/index.js';
import { toMinorUnits } from '../../src/money/index.js';
import {
  act,
  cash,
  client,
  cny,
  detect,
  type Facts,
  home,
  missing,
  need,
  rules,
  usd,
  withdrawal,
} from './needs-support.js';
import { AS_OF, expectRefusal, frozenCopy, isDeeplyFrozen, wrong } from './support.js';

describe('idle cash', () => {
  const fund: Holding = { id: 'FUND', kind: 'bond-fund', ...cny('500000.00') };

  it('is none where a goal and a withdrawal call on all of it, and the clash is a need', () => {
    const facts = { goals: [home], plannedWithdrawals: [withdrawal] };
    expect(need(facts, 'idle-cash')).toBeUndefined();
    expect(missing(facts, 'idle-cash')).toBeUndefined();
    // 103,000 − 3,000 − 100,000 leave nothing of the 90,000.
    expect(need(facts, 'withdrawal-liquidity')).toMatchObject({
      id: 'withdrawal-liquidity:w',
      amount: cny('90000.00'),
      withdrawal: 'w',
      date: '2026-03-20',
      required: cny('90000.00'),
      available: cny('0.00'),
      reserve: cny('3000.00'),
      earmarked: cny('100000.00'),
      tied: cny('0.00'),
      holdings: [],
      reason: { code: 'client.need-withdrawal-liquidity', severity: 'warn' },
    });
    expect(act(facts).actions.map(({ action, need: id }) => [action, id])).toEqual([
      ['book-review', 'withdrawal-liquidity:w'],
    ]);
  });

  it('is what is left of it otherwise, and shows what was taken off', () => {
    const facts = {
      holdings: [{ ...cash, amount: '303000.00' }],
      goals: [home],
      plannedWithdrawals: [withdrawal],
    };
    // 303,000 − 3,000 − 100,000 − 90,000
    expect(need(facts, 'idle-cash')).toMatchObject({
      amount: cny('110000.00'),
      liquid: cny('303000.00'),
      reserve: cny('3000.00'),
      earmarked: cny('100000.00'),
      withdrawals: cny('90000.00'),
      withdrawalsUntil: '2027-03-02',
      reason: {
        code: 'client.need-idle-cash-promised',
        parameters: { earmarked: cny('100000.00'), withdrawals: cny('90000.00') },
      },
    });
    expect(need(facts, 'withdrawal-liquidity')).toBeUndefined();
  });

  it('says that nobody knows of withdrawals where nobody said, and has the plain reason', () => {
    expect(need({}, 'idle-cash')).toMatchObject({
      amount: cny('100000.00'),
      earmarked: cny('0.00'),
      withdrawals: null,
      reason: { code: 'client.need-idle-cash' },
    });
    expect(need({ plannedWithdrawals: [] }, 'idle-cash')?.withdrawals).toEqual(cny('0.00'));
  });

  it('takes off no withdrawal whose day has passed, or beyond the policy’s months', () => {
    const amount = (date: string, change: Partial<NeedPolicy> = {}) =>
      need({ plannedWithdrawals: [{ ...withdrawal, date: wrong(date) }] }, 'idle-cash', change)
        ?.amount.amount;
    expect(amount('2026-03-01')).toBe('100000.00');
    expect(amount('2026-03-02')).toBe('10000.00');
    expect(amount('2027-03-02')).toBe('10000.00');
    expect(amount('2027-03-03')).toBe('100000.00');
    expect(amount('2026-06-02', { plannedWithdrawalMonths: 3 })).toBe('10000.00');
    expect(amount('2026-06-03', { plannedWithdrawalMonths: 3 })).toBe('100000.00');
  });

  it('takes money for a goal off once, where the withdrawal pays for that goal', () => {
    const paying = (amount: string) => ({
      holdings: [{ ...cash, amount: '203000.00' }],
      goals: [home],
      plannedWithdrawals: [{ ...withdrawal, ...cny(amount), goal: 'home' }],
    });
    // 203,000 − 3,000 − 100,000, and another 20,000 beyond what is set aside.
    expect(need(paying('90000.00'), 'idle-cash')?.amount).toEqual(cny('100000.00'));
    expect(need(paying('120000.00'), 'idle-cash')).toMatchObject({
      amount: cny('80000.00'),
      withdrawals: cny('20000.00'),
    });
  });

  it('leaves the soonest goal the money that is to be taken out for it', () => {
    const { earmarked: _, ...unset } = home;
    const facts = { goals: [unset], plannedWithdrawals: [{ ...withdrawal, goal: 'home' }] };
    expect(need(facts, 'goal')).toBeUndefined();
    expect(need(facts, 'idle-cash')?.amount).toEqual(cny('10000.00'));
    const other = { goals: [unset], plannedWithdrawals: [withdrawal] };
    expect(need(other, 'goal')?.present).toEqual(cny('10000.00'));
  });

  it('is not known where the money for a goal may lie elsewhere, until somebody says', () => {
    const facts = { holdings: [cash, fund], goals: [home] };
    expect(need(facts, 'idle-cash')).toBeUndefined();
    expect(missing(facts, 'idle-cash')).toEqual(['goals.home.earmarkedIn']);
    const placed = (earmarkedIn: readonly string[], change: Partial<Goal> = {}) => ({
      ...facts,
      goals: [{ ...home, ...change, earmarkedIn }],
    });
    expect(need(placed(['FUND']), 'idle-cash')).toMatchObject({
      amount: cny('100000.00'),
      earmarked: cny('0.00'),
    });
    expect(need(placed(['CASH']), 'idle-cash')).toBeUndefined();
    expect(missing(placed(['CASH']), 'idle-cash')).toBeUndefined();
    // 550,000 of 603,000: at least 50,000 and at most 103,000 of it is cash.
    const both = placed(['FUND', 'CASH'], { earmarked: '550000' });
    expect(missing(both, 'idle-cash')).toEqual(['goals.home.earmarkedIn']);
    // A part that surely is idle is a need: 103,000 − 3,000 − 40,000.
    const small = { holdings: [cash, fund], goals: [{ ...home, earmarked: '40000' }] };
    expect(need(small, 'idle-cash')?.amount).toEqual(cny('60000.00'));
    expect(missing(small, 'idle-cash')).toBeUndefined();
  });

  it('lets another currency pay for its own withdrawals first', () => {
    const dollars: Holding = { id: 'USD', kind: 'deposit', ...usd('5000.00'), availableInDays: 0 };
    const taking = (amount: string, ...holdings: readonly Holding[]) => ({
      holdings: [cash, ...holdings],
      plannedWithdrawals: [{ ...withdrawal, ...usd(amount) }],
    });
    expect(need(taking('5000.00', dollars), 'idle-cash')?.amount).toEqual(cny('100000.00'));
    // 100,000 − 1,000 × 7.1
    expect(need(taking('6000.00', dollars), 'idle-cash')?.amount).toEqual(cny('92900.00'));
  });

  it('is not known without the rate of what is promised, where it matters', () => {
    const euro = { ...withdrawal, currency: 'EUR' as const };
    expect(missing({ plannedWithdrawals: [euro] }, 'idle-cash')).toEqual(['fx.EUR']);
    expect(need({ plannedWithdrawals: [euro] }, 'idle-cash')).toBeUndefined();
    const goals = [{ ...home, currency: 'EUR' as const }];
    expect(missing({ goals }, 'idle-cash')).toEqual(['fx.EUR']);
    const poor = { holdings: [{ ...cash, amount: '2999.00' }], goals };
    expect(missing(poor, 'idle-cash')).toBeUndefined();
    expect(missing({ plannedWithdrawals: [euro] }, 'withdrawal-liquidity')).toEqual(['fx.EUR']);
  });

  it('that is promised repays no dear debt', () => {
    const liabilities = [
      { id: 'CARD', kind: 'credit-card', annualRate: 0.18, ...cny('50000.00') },
    ] as const;
    const change = { expensiveDebt: { cashRate: 0.01 } };
    const facts = { liabilities, plannedWithdrawals: [withdrawal] };
    expect(need(facts, 'expensive-debt', change)?.amount).toEqual(cny('10000.00'));
    const unknown = { liabilities, goals: [home], holdings: [cash, fund] };
    expect(missing(unknown, 'expensive-debt', change)).toEqual(['goals.home.earmarkedIn']);
  });
});

describe('a planned withdrawal', () => {
  const term: Holding = {
    id: 'TERM',
    kind: 'term-deposit',
    ...cny('30000.00'),
    maturity: '2026-03-21',
  };
  const little = { ...cash, amount: '63000.00' };

  it('has the first call on what is free, the soonest before the others', () => {
    const plannedWithdrawals = [
      withdrawal,
      { id: 'a', date: '2026-03-21', ...cny('20000.00') },
      { id: 'b', date: '2026-03-19', ...cny('10000.00') },
    ] as const;
    const facts = { holdings: [little, term], plannedWithdrawals };
    const { needs } = detect(facts);
    // 60,000 are free; b takes 10,000, w 50,000 of 90,000; a then has the 30,000 that come free on its day.
    expect(
      needs.flatMap((one) =>
        one.kind === 'withdrawal-liquidity' ? [[one.withdrawal, one.amount.amount]] : [],
      ),
    ).toEqual([['w', '40000.00']]);
    expect(need(facts, 'withdrawal-liquidity')).toMatchObject({
      available: cny('50000.00'),
      tied: cny('30000.00'),
      holdings: ['TERM'],
    });
    // What is tied up can be freed; the rest is not there.
    expect(
      act(facts).actions.find(({ need: id }) => id === 'withdrawal-liquidity:w'),
    ).toMatchObject({ action: 'free-up-money', amount: cny('30000.00') });
  });

  it('is none to the cent where enough is free, and claims no goal’s money that may lie elsewhere', () => {
    const covered = (amount: string) => ({
      plannedWithdrawals: [{ ...withdrawal, ...cny(amount) }],
    });
    expect(need(covered('100000.00'), 'withdrawal-liquidity')).toBeUndefined();
    expect(need(covered('100000.01'), 'withdrawal-liquidity')?.amount).toEqual(cny('0.01'));
    const elsewhere = {
      ...covered('100000.00'),
      holdings: [cash, { id: 'FUND', kind: 'bond-fund', ...cny('100000.00') }] as const,
      goals: [home],
    };
    expect(need(elsewhere, 'withdrawal-liquidity')).toBeUndefined();
  });

  it('is not known without the reserve', () => {
    const { transactions: _, ...without } = client({ plannedWithdrawals: [withdrawal] });
    const { undetermined } = detectNeeds(without, rules, { asOf: AS_OF });
    expect(undetermined.find(({ kind }) => kind === 'withdrawal-liquidity')?.missing).toEqual([
      'essentialMonthly',
    ]);
  });

  it('and what is set aside for later goals leave a goal due soon less', () => {
    const { earmarked: _, ...unset } = home;
    const bond: Holding = { id: 'BOND', kind: 'bond', ...cny('90000.00') };
    const later = { ...home, id: 'later', years: 9, earmarked: '20000', earmarkedIn: ['CASH'] };
    const tied = (facts: Facts) =>
      need({ holdings: [cash, bond], ...facts }, 'goal-liquidity', { goalLiquidityMonths: 12 });
    expect(tied({ goals: [unset] })).toBeUndefined();
    const crowded = { goals: [unset, later], plannedWithdrawals: [withdrawal] };
    // 103,000 − 3,000 − 20,000 − 90,000 leave nothing; 90,000 of the 100,000 are tied up.
    expect(tied(crowded)).toMatchObject({ available: cny('0.00'), amount: cny('90000.00') });
    expect(tied({ goals: [unset, later] })).toMatchObject({
      available: cny('80000.00'),
      amount: cny('20000.00'),
    });
    const own = { goals: [unset], plannedWithdrawals: [{ ...withdrawal, goal: 'home' }] };
    expect(tied(own)).toBeUndefined();
  });
});

describe('facts that name others', () => {
  it('are refused where those are not there', () => {
    const goals = [home, { ...home, id: 'car', earmarkedIn: ['CASH', 'GONE'] }];
    expectRefusal(() => detect({ goals }), 'unknown-id', 'view.goals[1].earmarkedIn');
    const plannedWithdrawals = [withdrawal, { ...withdrawal, id: 'x', goal: 'boat' }];
    expectRefusal(
      () => detect({ plannedWithdrawals }),
      'unknown-id',
      'view.plannedWithdrawals[1].goal',
    );
  });

  it.each([
    [{ goals: [{ ...home, earmarkedIn: 'CASH' }] }, 'invalid-type', 'view.goals[0].earmarkedIn'],
    [{ goals: [{ ...home, earmarkedIn: [''] }] }, 'empty', 'view.goals[0].earmarkedIn[0]'],
    [
      { plannedWithdrawals: [{ ...withdrawal, goal: 1 }] },
      'invalid-type',
      'view.plannedWithdrawals[0].goal',
    ],
  ] as const)('are refused where they are none: %o', (facts, code, path) => {
    expectRefusal(() => detect(wrong(facts)), code, path);
  });

  it('of the policy have months in whole numbers', () => {
    for (const months of [-1, 1.5, Number.NaN, 601]) {
      const change = { plannedWithdrawalMonths: months };
      expect(() => detect({}, change)).toThrow('policy.plannedWithdrawalMonths');
    }
  });
});

describe('any promises', () => {
  const cents = fc.integer({ min: 0, max: 20_000_000 });
  const text = (value: number) =>
    `${Math.floor(value / 100)}.${String(value % 100).padStart(2, '0')}`;
  const facts = fc
    .record({
      cash: cents,
      fund: cents,
      earmarked: fc.array(cents, { maxLength: 3 }),
      withdrawals: fc.array(fc.record({ cents, days: fc.integer({ min: 2, max: 28 }) }), {
        maxLength: 3,
      }),
    })
    .map(({ earmarked, withdrawals, ...held }) => ({
      holdings: [
        { ...cash, ...cny(text(held.cash)) },
        { id: 'FUND', kind: 'bond-fund' as const, ...cny(text(held.fund)) },
      ],
      goals: earmarked.map((sum, index) => ({ ...home, id: `g${index}`, earmarked: text(sum) })),
      plannedWithdrawals: withdrawals.map((row, index) => ({
        id: `w${index}`,
        date: wrong(`2026-03-${String(row.days).padStart(2, '0')}`) as '2026-03-20',
        ...cny(text(row.cents + 1)),
      })),
    }));
  const idleOf = (given: Facts) => {
    const found = need(given, 'idle-cash');
    return found === undefined ? 0n : toMinorUnits(found.amount);
  };

  it('leave no unit of cash idle that is promised, and take none off twice', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const all = (rows: readonly { readonly amount: string }[]) =>
          rows.reduce((sum, { amount }) => sum + toMinorUnits(cny(amount)), 0n);
        const [own] = given.holdings;
        const set = all(given.goals.map(({ earmarked }) => ({ amount: earmarked })));
        const held = toMinorUnits(own!);
        const left = held - 300_000n - (set < held ? set : held) - all(given.plannedWithdrawals);
        expect(idleOf(given)).toBe(left > 0n ? left : 0n);
      }),
      { numRuns: 40 },
    );
  });

  it('give the same bytes in any order and listed twice, frozen, and leave the facts alone', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const once = detect(frozenCopy(given));
        const again = detect({
          holdings: [...given.holdings].reverse(),
          goals: [...given.goals, ...given.goals].reverse(),
          plannedWithdrawals: [...given.plannedWithdrawals, ...given.plannedWithdrawals].reverse(),
        });
        expect(canonicalJson(again)).toBe(canonicalJson(once));
        expect(isDeeplyFrozen(once)).toBe(true);
        expect(JSON.parse(JSON.stringify(once))).toEqual(once);
      }),
      { numRuns: 20 },
    );
  });
});
