import { describe, expect, it } from 'vitest';
import {
  type ClientView,
  detectNeeds,
  type Need,
  type NeedKind,
  type NeedPolicy,
  type Transaction,
} from '../../src/client/index.js';
import fixture from '../fixtures/client/needs/needs.json' with { type: 'json' };
import {
  AS_OF,
  expectRefusal,
  isDeeplyFrozen,
  policy,
  score,
  view,
  withHoldings,
  wrong,
} from './support.js';

const cny = (amount: string) => ({ currency: 'CNY' as const, amount });
const detect = (given: ClientView<'CNY'>, change: Partial<NeedPolicy>) =>
  detectNeeds(given, { ...policy, ...change }, { asOf: AS_OF });

function need<K extends NeedKind>(
  given: ClientView<'CNY'>,
  kind: K,
  change: Partial<NeedPolicy>,
): Extract<Need<'CNY'>, { kind: K }> | undefined {
  const found = detect(given, change).needs.find((one) => one.kind === kind);
  return found as Extract<Need<'CNY'>, { kind: K }> | undefined;
}

const missing = (given: ClientView<'CNY'>, kind: NeedKind, change: Partial<NeedPolicy>) =>
  detect(given, change).undetermined.find((one) => one.kind === kind)?.missing;

/** A year of a salary and a rent on the tenth, and nothing else. */
function yearOf(salary: string, rent: string): readonly Transaction[] {
  return Array.from({ length: 12 }, (_, index) => {
    const year = index < 10 ? 2025 : 2026;
    const month = String(((index + 2) % 12) + 1).padStart(2, '0');
    const bookingDate = `${year}-${month}-10` as Transaction['bookingDate'];
    return [
      { id: `s${index}`, bookingDate, kind: 'transfer-in', text: 'salary', ...cny(salary) },
      { id: `r${index}`, bookingDate, kind: 'payment', text: 'rent', ...cny(`-${rent}`) },
    ] as const;
  }).flat();
}

const reading: Partial<NeedPolicy> = {
  incomes: [{ id: 'salary', match: [{ text: 'salary' }] }],
  essentialPayments: [{ text: 'rent' }],
};

describe('the needs that a bank has rules for', () => {
  it.each(fixture.cases.map((one, index) => [index, one] as const))(
    'come to the figures of an implementation of its own, case %i',
    (_, { facts, policy: rules, expected }) => {
      const { salary, rent, dependants, ...lists } = facts;
      const given = {
        ...view,
        ...lists,
        client: {
          ...view.client,
          dependants: Array.from({ length: dependants }, () => ({ age: 7 })),
        },
        transactions: yearOf(salary, rent),
      };
      const { needs } = detect(wrong(given), wrong({ ...reading, ...rules }));
      const kinds = ['protection-gap', 'expensive-debt', 'currency-exposure', 'goal-liquidity'];
      const found = needs
        .filter(({ kind }) => kinds.includes(kind))
        .flatMap((one) => [
          [one.id, one.amount.amount] as const,
          ...(one.kind === 'expensive-debt'
            ? [[`saving:${one.debt}`, one.yearlySaving.amount] as const]
            : []),
        ]);
      expect(Object.fromEntries(found)).toEqual(expected);
    },
  );

  it('are not looked for without a rule', () => {
    const { needs, undetermined } = detect(view, {});
    expect(needs.map(({ kind }) => kind)).toEqual([
      'idle-cash',
      'goal',
      'concentration',
      'maturity',
      'long-term-goal',
    ]);
    expect(undetermined).toEqual([]);
  });
});

describe('a protection gap', () => {
  const protection = { life: { incomeYears: 10, incomeShare: 0.6 } } as const;
  const family: ClientView<'CNY'> = {
    ...withHoldings({ amount: '50000.00', availableInDays: 0 }),
    client: { ...view.client, dependants: [{ age: 7 }] },
    liabilities: [{ id: 'M', kind: 'mortgage', ...cny('900000.00') }],
    goals: [
      {
        id: 'school',
        purpose: 'education',
        currency: 'CNY',
        amountToday: '200000.00',
        years: 11,
        inflation: 0.03,
      },
      {
        id: 'boat',
        purpose: 'other',
        currency: 'CNY',
        amountToday: '80000.00',
        years: 3,
        inflation: 0,
      },
    ],
    cover: [{ id: 'T', kind: 'life', ...cny('300000.00') }],
    transactions: yearOf('20000.00', '5000.00'),
  };
  const rules = { ...reading, protection };

  it('is what the family needs less what is there, with its parts', () => {
    // 10 × 0.6 × 240,000 = 1,440,000; + 900,000 + 200,000 = 2,540,000; − 300,000 − 50,000 = 2,190,000.
    expect(need(family, 'protection-gap', rules)).toMatchObject({
      id: 'protection-gap:life',
      amount: cny('2190000.00'),
      required: cny('2540000.00'),
      parts: { income: cny('1440000.00'), debts: cny('900000.00'), goals: cny('200000.00') },
      covered: cny('300000.00'),
      liquid: cny('50000.00'),
      reason: { code: 'client.need-life-cover', severity: 'warn' },
    });
  });

  it('is none to the cent where cover is enough', () => {
    const covered = (amount: string) => ({
      ...family,
      cover: [{ id: 'T', kind: 'life' as const, ...cny(amount) }],
    });
    expect(need(covered('2490000.00'), 'protection-gap', rules)).toBeUndefined();
    expect(need(covered('2489999.99'), 'protection-gap', rules)?.amount).toEqual(cny('0.01'));
  });

  it('replaces no income on the death of somebody without dependants, but on an illness', () => {
    const alone = { ...family, client: { ...view.client, dependants: [] } };
    // 900,000 + 200,000 − 300,000 − 50,000
    expect(need(alone, 'protection-gap', rules)?.amount).toEqual(cny('750000.00'));
    const illness = { illness: { incomeYears: 1, debtShare: 0, goalPurposes: [] } } as const;
    // 240,000 − 50,000: life cover pays for no illness.
    expect(need(alone, 'protection-gap', { ...reading, protection: illness })?.amount).toEqual(
      cny('190000.00'),
    );
  });

  it('is not known without what it rests on, and says what that is', () => {
    const { cover: _, ...noCover } = family;
    const { dependants: __, ...client } = family.client;
    const [school, boat] = family.goals;
    const { purpose: ___, ...vague } = boat!;
    expect(missing(noCover, 'protection-gap', rules)).toEqual(['cover']);
    expect(missing({ ...family, client }, 'protection-gap', rules)).toEqual(['client.dependants']);
    expect(missing({ ...family, goals: [school!, vague] }, 'protection-gap', rules)).toEqual([
      'goals.boat.purpose',
    ]);
    const short = { ...family, transactions: family.transactions!.slice(2) };
    expect(missing(short, 'protection-gap', rules)).toEqual(['annualIncome']);
    const foreign = { ...family, cover: [{ id: 'T', kind: 'life', currency: 'JPY', amount: '1' }] };
    expect(missing(wrong(foreign), 'protection-gap', rules)).toEqual(['fx.JPY']);
    expect(need(noCover, 'protection-gap', rules)).toBeUndefined();
  });

  it('asks for no income where none is to be replaced', () => {
    const { transactions: _, ...without } = family;
    const debtsOnly = { protection: { life: { incomeYears: 0, goalPurposes: [] } } } as const;
    // 900,000 − 300,000 − 50,000
    expect(need(without, 'protection-gap', debtsOnly)?.amount).toEqual(cny('550000.00'));
  });

  it('counts cover that is listed twice once, and refuses two contents for one id', () => {
    const twice = { ...family, cover: [...family.cover!, ...family.cover!] };
    expect(detect(twice, rules)).toEqual(detect(family, rules));
    const torn = { ...family, cover: [...family.cover!, { ...family.cover![0]!, amount: '1.00' }] };
    expectRefusal(() => detect(torn, rules), 'duplicate-id', 'view.cover[0].id');
  });
});

describe('an expensive debt', () => {
  const expensiveDebt = {};
  const debtor = (...liabilities: readonly object[]): ClientView<'CNY'> =>
    wrong({
      ...withHoldings({
        id: 'CASH',
        amount: '25000.00',
        availableInDays: 0,
        annualRate: '0.01',
      }),
      transactions: yearOf('20000.00', '5000.00'),
      liabilities: liabilities.map((row, index) => ({
        id: `L${index}`,
        kind: 'credit-card',
        ...cny('4000.00'),
        ...row,
      })),
    });
  const rules = { ...reading, expensiveDebt };

  it('is repaid from idle cash, the dearest first, and never from the reserve', () => {
    // Idle: 25,000 − 3 × 5,000 = 10,000. First 8,000 at 18 %, then 2,000 of 4,000 at 6 %.
    const { needs } = detect(
      debtor({ annualRate: 0.06 }, { annualRate: 0.18, amount: '8000.00' }, { annualRate: 0.05 }),
      rules,
    );
    expect(needs.filter(({ kind }) => kind === 'expensive-debt')).toMatchObject([
      // 8,000 × (0.18 − 0.01) = 1,360
      { id: 'expensive-debt:L1', amount: cny('8000.00'), yearlySaving: cny('1360.00'), rate: 0.18 },
      // 2,000 × (0.06 − 0.01) = 100
      {
        id: 'expensive-debt:L0',
        amount: cny('2000.00'),
        owed: cny('4000.00'),
        yearlySaving: cny('100.00'),
      },
    ]);
  });

  it('costs more than the cash and the spread; as much is not more', () => {
    const at = (annualRate: string) =>
      need(debtor({ annualRate }), 'expensive-debt', {
        ...reading,
        expensiveDebt: { spread: 0.06 },
      });
    // In doubles 0.01 + 0.06 is a little less than 0.07.
    expect(at('0.07')).toBeUndefined();
    expect(at('0.0700000001')?.amount).toEqual(cny('4000.00'));
  });

  it('is held against the best rate of the cash', () => {
    const given = debtor({ annualRate: '0.03' });
    const better = { ...given.holdings[0]!, id: 'MMF', kind: 'money-fund', annualRate: '0.03' };
    const rich = { ...given, holdings: [...given.holdings, better] };
    expect(need(wrong(rich), 'expensive-debt', rules)).toBeUndefined();
  });

  it('is no mortgage, unless the bank says so', () => {
    const given = debtor({ kind: 'mortgage', annualRate: 0.04 });
    expect(need(given, 'expensive-debt', rules)).toBeUndefined();
    const kinds = ['mortgage'] as const;
    const wider = { ...reading, expensiveDebt: { kinds } };
    expect(need(given, 'expensive-debt', wider)?.debt).toBe('L0');
  });

  it('is not known without its rate, that of the cash, or the reserve', () => {
    expect(missing(debtor({}), 'expensive-debt', rules)).toEqual(['liabilities.L0.annualRate']);
    const given = debtor({ annualRate: 0.18 });
    const { annualRate: _, ...silent } = given.holdings[0]!;
    const quiet = { ...given, holdings: [silent] };
    expect(missing(quiet, 'expensive-debt', rules)).toEqual(['holdings.CASH.annualRate']);
    const assumed = { ...reading, expensiveDebt: { cashRate: 0.01 } };
    expect(need(quiet, 'expensive-debt', assumed)?.cashRate).toBe(0.01);
    const { transactions: __, ...without } = given;
    expect(missing(without, 'expensive-debt', rules)).toEqual(['essentialMonthly']);
    const foreign = debtor({ annualRate: 0.18, currency: 'JPY', amount: '1' });
    expect(missing(foreign, 'expensive-debt', rules)).toEqual(['fx.JPY']);
  });

  it('is none where there is no idle cash', () => {
    const given = { ...debtor({ annualRate: 0.18 }), holdings: [] };
    const result = detect(given, rules);
    expect(result.needs.filter(({ kind }) => kind === 'expensive-debt')).toEqual([]);
    expect(result.undetermined).toEqual([]);
  });
});

describe('a currency exposure', () => {
  const held = withHoldings(
    { id: 'C', amount: '600.00' },
    { id: 'U', currency: 'USD', amount: '50.00' },
    { id: 'H', currency: 'HKD', amount: '50.00' },
  );
  // 355.00 and 45.40 of 1,000.40 in all.

  it('is what lies above the limit of one currency', () => {
    expect(need(held, 'currency-exposure', { currencyExposureMax: { single: 0.2 } })).toMatchObject(
      {
        id: 'currency-exposure:USD',
        currencies: ['USD'],
        value: cny('355.00'),
        // 355.00 − 200.08
        amount: cny('154.92'),
        limit: 0.2,
      },
    );
  });

  it('of all currencies counts only what the single limits leave', () => {
    const both = { currencyExposureMax: { single: 0.2, total: 0.22 } };
    const { needs } = detect(held, both);
    // 200.08 + 45.40 − 220.08 (0.22 × 1,000.40 = 220.088, down)
    expect(needs.map(({ id, amount }) => [id, amount.amount])).toEqual(
      expect.arrayContaining([
        ['currency-exposure:USD', '154.92'],
        ['currency-exposure:all', '25.40'],
      ]),
    );
  });

  it('is reduced by debts in the currency, and by no mortgage', () => {
    const limits = { currencyExposureMax: { single: 0.2 } };
    const owing = (kind: string) =>
      wrong({ ...held, liabilities: [{ id: 'D', kind, currency: 'USD', amount: '50.00' }] });
    expect(need(owing('margin-loan'), 'currency-exposure', limits)).toBeUndefined();
    expect(need(owing('mortgage'), 'currency-exposure', limits)?.amount).toEqual(cny('154.92'));
  });

  it('is not known without a rate', () => {
    const given = withHoldings({ currency: 'JPY', amount: '5' });
    expect(missing(given, 'currency-exposure', { currencyExposureMax: {} })).toEqual(['fx.JPY']);
  });
});

describe('an expiring assessment', () => {
  const expiring = (assessedOn: `${number}-${number}-${number}`, assessmentNoticeDays = 30) =>
    need({ ...view, questionnaire: score({}, assessedOn) }, 'assessment-expiring', {
      assessmentNoticeDays,
    });

  it('is one that counts for thirty more days at most', () => {
    // Twelve months from 1 April 2025 end on 1 April 2026, 30 days after 2 March.
    expect(expiring('2025-04-01')).toMatchObject({
      amount: cny('0.00'),
      validThrough: '2026-04-01',
      days: 30,
      reason: { code: 'client.need-assessment-expiring', severity: 'info' },
    });
    expect(expiring('2025-04-02')).toBeUndefined();
    expect(expiring('2025-03-02')?.days).toBe(0);
  });

  it('is none once it has expired: that closes a gate', () => {
    expect(expiring('2025-03-01')).toBeUndefined();
  });

  it('is not known without an assessment', () => {
    const { questionnaire: _, ...without } = view;
    expect(missing(without, 'assessment-expiring', { assessmentNoticeDays: 30 })).toEqual([
      'questionnaire',
    ]);
  });
});

describe('a goal whose money is tied up', () => {
  const saver = (holdings: readonly object[], ...goals: readonly object[]): ClientView<'CNY'> =>
    wrong({
      ...withHoldings(...holdings),
      transactions: yearOf('20000.00', '5000.00'),
      goals: goals.map((goal, index) => ({
        id: `g${index}`,
        ...{ currency: 'CNY', amountToday: '30000.00', years: 1, inflation: 0 },
        ...goal,
      })),
    });
  const rules = { ...reading, goalLiquidityMonths: 12 };
  const cash = { id: 'CASH', amount: '25000.00', availableInDays: 0 };

  it('has what must be freed in time, beyond the reserve', () => {
    const bond = { id: 'BOND', kind: 'bond', amount: '90000.00', maturity: '2027-03-03' };
    // 25,000 − 15,000 are free; 30,000 − 10,000 are tied up one day too long.
    expect(need(saver([cash, bond], {}), 'goal-liquidity', rules)).toMatchObject({
      id: 'goal-liquidity:g0',
      goal: 'g0',
      date: '2027-03-02',
      amount: cny('20000.00'),
      required: cny('30000.00'),
      available: cny('10000.00'),
      holdings: ['BOND'],
    });
    const inTime = { ...bond, maturity: '2027-03-02' };
    expect(need(saver([cash, inTime], {}), 'goal-liquidity', rules)).toBeUndefined();
    const breakable = { ...bond, breakable: true };
    expect(need(saver([cash, breakable], {}), 'goal-liquidity', rules)).toBeUndefined();
  });

  it('is no matter of liquidity where the money is not there at all', () => {
    expect(need(saver([cash], {}), 'goal-liquidity', rules)).toBeUndefined();
    const little = { id: 'BOND', kind: 'bond', amount: '500.00' };
    expect(need(saver([cash, little], {}), 'goal-liquidity', rules)?.amount).toEqual(cny('500.00'));
  });

  it('waits until it is due soon, and counts the saving until then', () => {
    const bond = { id: 'BOND', kind: 'bond', amount: '90000.00' };
    expect(need(saver([cash, bond], { years: 2 }), 'goal-liquidity', rules)).toBeUndefined();
    // 30,000 − 12 × 500 − 10,000
    const saving = saver([cash, bond], { monthlyContribution: '500.00' });
    expect(need(saving, 'goal-liquidity', rules)?.amount).toEqual(cny('14000.00'));
  });

  it('is not known without the reserve or a rate', () => {
    const given = saver([cash], { currency: 'EUR' });
    expect(missing(given, 'goal-liquidity', rules)).toEqual(['fx.EUR']);
    const { transactions: _, ...without } = saver([cash], {});
    expect(missing(without, 'goal-liquidity', rules)).toEqual(['essentialMonthly']);
  });
});

describe('broken rules and facts', () => {
  const refuses = (change: object, code: 'out-of-range' | 'invalid-type', path: string) =>
    expectRefusal(() => detect(view, wrong(change)), code, path);

  it.each([
    ['expensiveDebt', { spread: Number.NaN }, 'not-finite', 'policy.expensiveDebt.spread'],
    ['expensiveDebt', { spread: -0.1 }, 'out-of-range', 'policy.expensiveDebt.spread'],
    ['expensiveDebt', { kinds: ['fun'] }, 'unknown-value', 'policy.expensiveDebt.kinds[0]'],
    ['expensiveDebt', null, 'missing-value', 'policy.expensiveDebt'],
    ['protection', { pets: {} }, 'unknown-value', 'policy.protection'],
    ['protection', { life: {} }, 'missing-value', 'policy.protection.life.incomeYears'],
    [
      'protection',
      { life: { incomeYears: Number.POSITIVE_INFINITY } },
      'not-finite',
      'policy.protection.life.incomeYears',
    ],
    [
      'protection',
      { life: { incomeYears: 1, debtShare: 2 } },
      'out-of-range',
      'policy.protection.life.debtShare',
    ],
    [
      'protection',
      { life: { incomeYears: 1, goalPurposes: [''] } },
      'empty',
      'policy.protection.life.goalPurposes[0]',
    ],
    ['currencyExposureMax', { single: 1.5 }, 'out-of-range', 'policy.currencyExposureMax.single'],
    ['currencyExposureMax', { total: '0.5' }, 'invalid-type', 'policy.currencyExposureMax.total'],
    ['assessmentNoticeDays', 1.5, 'invalid-type', 'policy.assessmentNoticeDays'],
    ['goalLiquidityMonths', -1, 'out-of-range', 'policy.goalLiquidityMonths'],
  ] as const)('are refused: %s %o', (field, value, code, path) => {
    expectRefusal(() => detect(view, wrong({ [field]: value })), code, path);
  });

  it.each([
    [{}, 'invalid-type', 'view.cover'],
    [[null], 'missing-value', 'view.cover[0]'],
    [[{ id: 'a', kind: 'pet', ...cny('1.00') }], 'unknown-value', 'view.cover[0].kind'],
    [[{ id: 'a', kind: 'life', ...cny('-1.00') }], 'out-of-range', 'view.cover[0].amount'],
    [[{ id: '', kind: 'life', ...cny('1.00') }], 'empty', 'view.cover[0].id'],
  ] as const)('are refused: cover %o', (cover, code, path) => {
    expectRefusal(() => detect(wrong({ ...view, cover }), {}), code, path);
  });

  it('are refused: a purpose that is none', () => {
    const goals = [{ ...view.goals[0], purpose: 'fun' }];
    const act = () => detect(wrong({ ...view, goals }), {});
    expectRefusal(act, 'unknown-value', 'view.goals[0].purpose');
  });

  it('read −0 as 0', () => {
    const zeros = (zero: number): Partial<NeedPolicy> => ({
      expensiveDebt: { spread: zero, cashRate: zero },
      currencyExposureMax: { single: zero, total: zero },
      assessmentNoticeDays: zero,
      goalLiquidityMonths: zero,
    });
    expect(detect(view, zeros(-0))).toEqual(detect(view, zeros(0)));
    refuses(
      { currencyExposureMax: { single: -0.1 } },
      'out-of-range',
      'policy.currencyExposureMax.single',
    );
  });

  it('leave every result frozen', () => {
    const all: Partial<NeedPolicy> = {
      expensiveDebt: { cashRate: 0 },
      protection: { life: { incomeYears: 1, goalPurposes: [] } },
      currencyExposureMax: { single: 0.1 },
      assessmentNoticeDays: 400,
      goalLiquidityMonths: 36,
    };
    expect(isDeeplyFrozen(detect({ ...view, cover: [] }, all))).toBe(true);
  });
});
