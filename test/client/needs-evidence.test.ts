import { describe, expect, it } from 'vitest';
import {
  clientMessages,
  detectNeeds,
  type Goal,
  type Holding,
  type Liability,
  profileClient,
  requiredReturn,
} from '../../src/client/index.js';
import { formatReason, LOCALES } from '../../src/evidence/index.js';
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
  withdrawal,
} from './needs-support.js';
import { AS_OF, expectRefusal, view, wrong } from './support.js';

describe('an overdraft that says what it costs', () => {
  const change = { expensiveDebt: { cashRate: 0.01 } };
  const account = (fields: Partial<Holding>): Holding => ({
    id: 'OD',
    kind: 'deposit',
    ...cny('-1000.00'),
    ...fields,
  });
  const card: Liability = { id: 'CARD', kind: 'credit-card', annualRate: 0.2, ...cny('120000.00') };

  it('is an expensive debt, as an account and as a liability', () => {
    const holdings = [cash, account({ annualRate: '0.18' })];
    const row = { id: 'OD', kind: 'overdraft', annualRate: '0.16', ...cny('500.00') } as const;
    const { needs } = detect({ holdings, liabilities: [row] }, change);
    // 1,000 × (0.18 − 0.01) and 500 × (0.16 − 0.01)
    expect(needs.filter(({ kind }) => kind === 'expensive-debt')).toMatchObject([
      {
        id: 'expensive-debt:account:OD',
        debt: 'OD',
        debtKind: 'overdraft',
        rate: 0.18,
        yearlySaving: cny('170.00'),
      },
      { id: 'expensive-debt:OD', debtKind: 'overdraft', rate: 0.16, yearlySaving: cny('75.00') },
    ]);
  });

  it('comes before dearer debts, and without a rate keeps nobody from the others', () => {
    const rated = { holdings: [cash, account({ annualRate: '0.18' })], liabilities: [card] };
    const ids = (facts: Facts) =>
      detect(facts, change).needs.flatMap((one) =>
        one.kind === 'expensive-debt' ? [[one.id, one.amount.amount]] : [],
      );
    expect(ids(rated)).toEqual([
      ['expensive-debt:account:OD', '1000.00'],
      // 100,000 − 1,000
      ['expensive-debt:CARD', '99000.00'],
    ]);
    const unrated = { holdings: [cash, account({})], liabilities: [card] };
    expect(ids(unrated)).toEqual([['expensive-debt:CARD', '99000.00']]);
    expect(missing(unrated, 'expensive-debt', change)).toEqual(['holdings.OD.annualRate']);
  });

  it('is repaid once', () => {
    const { actions, needs } = act({ holdings: [cash, account({ annualRate: '0.18' })] }, change);
    expect(actions.map(({ action, need: id, amount }) => [action, id, amount.amount])).toEqual([
      ['repay-debt', 'overdraft', '1000.00'],
      ['invest-idle-cash', 'idle-cash', '99000.00'],
    ]);
    expect(needs.find((one) => one.need.kind === 'expensive-debt')?.suppressions).toMatchObject([
      { kind: 'same-debt', until: null, reason: { code: 'client.same-debt' } },
    ]);
  });
});

describe('a concentration in the employer', () => {
  const held = (stock: Partial<Holding>) => ({
    holdings: [
      { id: 'S', kind: 'stock', ...cny('150.00'), issuer: 'EMP AG', ...stock },
      { id: 'B', kind: 'bond', ...cny('150.00'), issuer: 'EMP AG' },
      { id: 'C', kind: 'deposit', ...cny('700.00') },
    ] as readonly Holding[],
  });
  const change = { concentrationMax: { single: 0.2, employer: 0.2 } };

  it('does not vanish once it is known that the issuer is the employer', () => {
    expect(need(held({}), 'concentration', change)?.amount).toEqual(cny('100.00'));
    expect(need(held({ employer: true }), 'concentration', change)).toMatchObject({
      id: 'concentration:employer',
      share: 0.3,
      amount: cny('100.00'),
      holdings: ['B', 'S'],
    });
  });
});

describe('a goal that asks for a return', () => {
  const school: Goal = {
    id: 'school',
    currency: 'CNY',
    amountToday: '500000.00',
    years: 10,
    inflation: 0,
    monthlyContribution: '1000.00',
    earmarked: '80000',
  };

  it('names what is missing to say what else would do, and what is lacking', () => {
    // 500,000 − 80,000 − 120 × 1,000
    expect(need({ goals: [school] }, 'goal')).toMatchObject({
      shortfall: cny('300000.00'),
      missing: ['policy.netReturnByLevel.C3'],
    });
    expect(
      act({ goals: [school] }).actions.find(({ need: id }) => id === 'goal:school'),
    ).toMatchObject({
      action: 'book-review',
      amount: cny('300000.00'),
      reason: {
        code: 'client.do-book-review-unknown',
        parameters: { missing: ['policy.netReturnByLevel.C3'] },
      },
    });
    const change = { netReturnByLevel: { C3: 0.03 } };
    expect(need({ goals: [school] }, 'goal', change)?.missing).toEqual([]);
    const { questionnaire: _, ...without } = client({ goals: [school] });
    const [found] = detectNeeds(without, rules, { asOf: AS_OF }).needs.filter(
      ({ kind }) => kind === 'goal',
    );
    expect(found).toMatchObject({ missing: ['questionnaire'] });
  });

  it('names nothing where no return is needed, and what hides the money otherwise', () => {
    const saved = { ...school, monthlyContribution: '4000.00' };
    expect(need({ goals: [saved] }, 'goal')).toMatchObject({ missing: [], shortfall: cny('0.00') });
    const { earmarked: _, ...open } = school;
    const { transactions: __, ...without } = client({ goals: [open] });
    const change = { ...rules, netReturnByLevel: { C3: 0.03 } };
    expect(detectNeeds(without, change, { asOf: AS_OF }).needs).toMatchObject([
      { kind: 'goal', present: null, shortfall: null, missing: ['essentialMonthly'] },
    ]);
  });

  it('never comes back with a negative zero', () => {
    const plan = {
      present: cny('1.00'),
      monthlyContribution: cny('0.00'),
      years: 2,
      target: cny('2.00'),
    };
    const result = requiredReturn(plan, { achievableReturn: -0 });
    if (result.status !== 'found') throw new Error(result.status);
    expect(result.options?.achievableReturn).toBe(0);
  });
});

describe('the words for promises', () => {
  it('are there for every reason', () => {
    const account: Holding = { id: 'OD', kind: 'deposit', ...cny('-10.00'), annualRate: 0.2 };
    const change = { expensiveDebt: { cashRate: 0.01 } };
    const facts = { goals: [home], plannedWithdrawals: [withdrawal] };
    const rich = { ...cash, amount: '303000.00' };
    const unknown = { goals: [{ ...home, amountToday: '500000.00' }] };
    const results = [
      act(facts),
      act({ ...facts, holdings: [rich, account] }, change),
      act(unknown),
    ];
    const reasons = results.flatMap(({ actions, needs }) => [
      ...actions.map(({ reason }) => reason),
      ...needs.flatMap((one) => [one.need, ...one.suppressions].map(({ reason }) => reason)),
    ]);
    expect(reasons.map(({ code }) => code)).toEqual(
      expect.arrayContaining([
        'client.need-withdrawal-liquidity',
        'client.need-idle-cash-promised',
        'client.do-book-review-unknown',
        'client.same-debt',
      ]),
    );
    for (const reason of reasons) {
      for (const locale of LOCALES) {
        expect(formatReason(clientMessages, reason, locale)).not.toMatch(/[{}]|undefined|NaN/);
      }
    }
  });
});

describe('co-owners', () => {
  const levelOf = (...coOwners: readonly unknown[]) =>
    profileClient({ ...client({}), coOwners: wrong(coOwners) }, rules, { asOf: AS_OF }).risk.level;
  const owner = { id: 'b', level: 'C2' };

  it('who are listed twice count once', () => {
    expect(levelOf(owner, { ...owner })).toBe('C2');
    expect(levelOf({ ...owner, name: 'x' }, owner)).toBe('C2');
  });

  it('are refused with two levels, none, or the client’s own id', () => {
    const torn = { ...owner, level: 'C4' };
    expectRefusal(() => levelOf(owner, torn), 'duplicate-id', 'view.coOwners[0].id');
    expectRefusal(() => levelOf(null), 'missing-value', 'view.coOwners[0]');
    expectRefusal(() => levelOf({ id: 'b' }), 'missing-value', 'view.coOwners[0].level');
    expectRefusal(() => levelOf({ level: 'C2' }), 'missing-value', 'view.coOwners[0].id');
    const self = { ...owner, id: view.client.id };
    expectRefusal(() => levelOf(self), 'duplicate-id', 'view.coOwners[0].id');
  });
});
