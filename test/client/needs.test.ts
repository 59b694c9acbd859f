import { describe, expect, it } from 'vitest';
import {
  type ClientView,
  detectNeeds,
  type Holding,
  type Need,
  type NeedKind,
  type NeedPolicy,
} from '../../src/client/index.js';
import {
  AS_OF,
  expectRefusal,
  isDeeplyFrozen,
  policy,
  view,
  withHoldings,
  wrong,
} from './support.js';

const detect = (given: ClientView<'CNY'>, change: Partial<NeedPolicy> = {}) =>
  detectNeeds(given, { ...policy, ...change }, { asOf: AS_OF });
const ofKind = (given: ClientView<'CNY'>, kind: NeedKind) =>
  detect(given).needs.filter((one) => one.kind === kind);
const cny = (amount: string) => ({ currency: 'CNY', amount });

function need<K extends NeedKind>(
  given: ClientView<'CNY'>,
  kind: K,
  change: Partial<NeedPolicy> = {},
): Extract<Need<'CNY'>, { kind: K }> {
  const found = detect(given, change).needs.find((one) => one.kind === kind);
  if (found === undefined) throw new Error(`no ${kind}`);
  return found as Extract<Need<'CNY'>, { kind: K }>;
}

describe('a concentration', () => {
  it('of 62 % in one stock is measured, and a staged sale offered beside an immediate one (A5)', () => {
    const given = withHoldings(
      { id: 'STOCK', kind: 'stock', amount: '620000.00' },
      { id: 'CASH', amount: '380000.00', availableInDays: 0 },
    );
    const found = need(given, 'concentration', { stagedSale: { parts: 3, everyMonths: 2 } });
    expect(found).toMatchObject({ issuer: 'STOCK', employer: false, share: 0.62, limit: 0.2 });
    // 620,000 − 0.20 × 1,000,000; in three parts, which add up to it exactly.
    expect(found.amount).toEqual(cny('420000.00'));
    expect(found.options).toMatchObject([
      {
        kind: 'immediate',
        sales: [{ date: '2026-03-02', amount: cny('420000.00'), shareAfter: 0.2 }],
        reason: { code: 'client.sell-at-once' },
      },
      {
        kind: 'staged',
        sales: [
          { date: '2026-03-02', amount: cny('140000.00'), shareAfter: 0.48 },
          { date: '2026-05-02', amount: cny('140000.00'), shareAfter: 0.34 },
          { date: '2026-07-02', amount: cny('140000.00'), shareAfter: 0.2 },
        ],
        reason: { code: 'client.sell-in-stages', parameters: { parts: 3, months: 4 } },
      },
    ]);
  });

  it('exactly at the limit is none, a cent above it is one', () => {
    const at = (stock: string, cash: string) =>
      withHoldings({ kind: 'stock', amount: stock }, { amount: cash });
    expect(ofKind(at('200.00', '800.00'), 'concentration')).toEqual([]);
    expect(need(at('200.01', '799.99'), 'concentration').amount).toEqual(cny('0.01'));
  });

  it('in the employer has a limit of its own, over all of its securities', () => {
    const given = withHoldings(
      { kind: 'stock', amount: '60.00', employer: true },
      { kind: 'bond', amount: '60.00', employer: true },
      { amount: '880.00' },
    );
    expect(need(given, 'concentration')).toMatchObject({
      id: 'concentration:employer',
      limit: 0.1,
      amount: cny('20.00'),
    });
  });

  it('with the largest excess comes first', () => {
    const given = withHoldings(
      { id: 'A', kind: 'stock', amount: '300.00' },
      { id: 'B', kind: 'stock', amount: '400.00' },
      { id: 'C', amount: '300.00' },
    );
    const ids = ofKind(given, 'concentration').map(({ id }) => id);
    expect(ids).toEqual(['concentration:B', 'concentration:A']);
  });
});

describe('a reserve', () => {
  const cash = (amount: string) => withHoldings({ amount, availableInDays: 0 });

  it('that is too small is a need of its own', () => {
    // Six months of 23,123 are 138,738.
    expect(need(cash('100000.00'), 'reserve-gap')).toMatchObject({
      amount: cny('38738.00'),
      reserve: cny('138738.00'),
      liquid: cny('100000.00'),
      months: 6,
    });
    expect(detect(cash('138738.00')).needs).toEqual([]);
  });

  it('is three months where every income is regular', () => {
    const salaried = {
      ...cash('100000.00'),
      transactions: view.transactions!.filter(({ text }) => text !== 'freelance'),
    };
    // Three months of 23,123 are 69,369.
    expect(need(salaried, 'idle-cash')).toMatchObject({
      amount: cny('30631.00'),
      months: 3,
      irregularIncomes: [],
      reason: { code: 'client.need-idle-cash' },
    });
  });

  it('is the longer one for somebody without any income', () => {
    const spending = view.transactions!.filter(({ kind }) => kind !== 'transfer-in');
    const given = { ...cash('100000.00'), transactions: spending };
    expect(need(given, 'reserve-gap').months).toBe(6);
  });
});

describe('an overdraft', () => {
  it('comes before everything else', () => {
    const given = withHoldings({ id: 'A', amount: '-10.50' }, { id: 'B', amount: '100.00' });
    expect(detect(given).needs[0]).toMatchObject({
      rank: 1,
      kind: 'overdraft',
      amount: cny('10.50'),
      accounts: ['A'],
    });
  });
});

describe('a maturity', () => {
  const term = (maturity: `${number}-${number}-${number}`, fields = {}) =>
    withHoldings({ kind: 'term-deposit', amount: '10.00', maturity, ...fields });

  it('is to be planned for within 90 days, and to be told within 30', () => {
    // From 2 March: 30 days to 1 April, 90 to 31 May.
    expect(need(term('2026-04-01'), 'maturity').urgency).toBe('notice');
    expect(need(term('2026-04-02'), 'maturity').urgency).toBe('plan');
    expect(need(term('2026-05-31'), 'maturity').urgency).toBe('plan');
    expect(ofKind(term('2026-06-01'), 'maturity')).toEqual([]);
    expect(detect(term('2026-06-01')).maturities).toMatchObject([{ days: 91, interest: null }]);
  });

  it('that has passed is not forgotten', () => {
    expect(need(term('2026-03-01'), 'maturity')).toMatchObject({
      urgency: 'passed',
      reason: { code: 'client.need-maturity-passed', severity: 'warn' },
      maturity: { days: -1 },
    });
  });

  it('brings simple interest by days where its term is no whole number of months', () => {
    const fields = { start: '2026-01-10', annualRate: 0.0365, amount: '1000.00' } as const;
    // 10 January to 2 April is 82 days: 1,000 × 0.0365 × 82 / 365 = 8.20.
    const odd = need(term('2026-04-02', fields), 'maturity');
    expect(odd.maturity.interest).toEqual(cny('8.20'));
    // Three months: 1,000 × 0.0365 / 4 = 9.125, to the even cent.
    const even = need(term('2026-04-10', fields), 'maturity');
    expect(even.maturity.interest).toEqual(cny('9.12'));
  });

  it('without a term has an interest that nobody knows; of one day the lower id comes first', () => {
    const fields = { kind: 'term-deposit', amount: '10.00', maturity: '2026-04-01' } as const;
    const given = withHoldings({ ...fields, id: 'B', annualRate: 0.01 }, { ...fields, id: 'A' });
    expect(detect(given).maturities).toMatchObject([
      { holding: 'A', interest: null },
      { holding: 'B', interest: null },
    ]);
  });

  it('in another currency is worth its principal in the base currency', () => {
    const found = need(term('2026-04-01', { currency: 'USD' }), 'maturity');
    expect(found.amount).toEqual(cny('71.00'));
    expect(found.maturity.principal).toEqual({ currency: 'USD', amount: '10.00' });
  });
});

describe('a goal', () => {
  const goals = (...list: readonly object[]) => ({
    ...view,
    goals: list.map((goal, index) => ({
      id: `g${index}`,
      currency: 'CNY' as const,
      amountToday: '1000000.00',
      years: 5,
      inflation: 0,
      ...goal,
    })),
  });

  it('that is the soonest without money of its own gets the idle cash, the others nothing', () => {
    const { needs } = detect(goals({ years: 9 }, { years: 7 }, { years: 3, earmarked: '5.00' }));
    const present = needs.flatMap((one) =>
      one.kind === 'goal' ? [[one.goal, one.present?.amount]] : [],
    );
    expect(present).toEqual([
      ['g2', '5.00'],
      // What is set aside for g2 may lie in the same cash: 341,262 − 5.
      ['g1', '341257.00'],
      ['g0', '0.00'],
    ]);
  });

  it('that is met already is no need', () => {
    const met = detect(goals({ earmarked: '1000000.00' }));
    expect(met.needs.filter(({ kind }) => kind === 'goal')).toEqual([]);
  });

  it('whose day has come says what is missing', () => {
    expect(need(goals({ years: 0, earmarked: '400000.00' }), 'goal').required).toMatchObject({
      status: 'no-time-left',
      shortfall: cny('600000.00'),
    });
  });

  it('is a long-term one from fifteen years on, or what the policy says', () => {
    expect(need(goals({ years: 15 }), 'long-term-goal').goal).toBe('g0');
    expect(need(goals({ years: 14 }), 'goal').goal).toBe('g0');
    expect(need(goals({ years: 15 }), 'goal', { longTermYears: 20 }).goal).toBe('g0');
  });

  it('beyond the level turns into save more, later, or less, and never raises the level', () => {
    const change = { netReturnByLevel: { C3: 0.0332 } };
    const found = need(view, 'goal', change);
    // The figures of test/fixtures/client/required-return.json, first case.
    expect(found.required).toMatchObject({
      withinReach: false,
      options: {
        more: { monthlyContribution: cny('5645.62') },
        later: { years: 12, target: cny('1425760.89') },
        less: { target: cny('1361137.36') },
      },
    });
  });

  it('in another currency is converted', () => {
    const found = need(goals({ currency: 'USD', amountToday: '100000.00' }), 'goal');
    expect(found.amount).toEqual(cny('710000.00'));
  });
});

describe('what is not known', () => {
  it('is neither a need nor its absence: a missing rate (A7)', () => {
    const given = withHoldings(
      { id: 'A', kind: 'stock', amount: '900.00' },
      { id: 'B', currency: 'JPY', amount: '1000', availableInDays: 0, maturity: '2026-03-20' },
    );
    const goals = [
      { id: 'g', currency: 'EUR', amountToday: '1.00', years: 2, inflation: 0 },
    ] as const;
    const depositInsurance = { limit: { currency: 'CNY', amount: '500000.00' } } as const;
    const result = detect({ ...given, goals }, { depositInsurance });
    expect(result.needs).toEqual([]);
    expect(result.undetermined.map(({ kind, missing }) => [kind, missing])).toEqual([
      ['reserve-gap', ['fx.JPY']],
      ['goal', ['fx.EUR']],
      ['concentration', ['fx.JPY']],
      ['maturity', ['fx.JPY']],
      ['deposit-insurance', ['fx.JPY']],
    ]);
  });

  it('of a rate matters only where the rest does not settle it', () => {
    const yen = { id: 'B', currency: 'JPY', amount: '1000', availableInDays: 0 } as const;
    const kinds = (...holdings: readonly Partial<Holding>[]) =>
      detect(withHoldings(...holdings)).undetermined.map(({ kind }) => kind);
    // The reserve is 6 × 23,123.00 = 138,738.00.
    const enough = { id: 'A', amount: '138738.00', availableInDays: 0 };
    expect(kinds({ ...enough, amount: '138737.99' }, yen)).toContain('reserve-gap');
    expect(kinds(enough, yen)).not.toContain('reserve-gap');
    expect(kinds({ ...enough, amount: '1.00' }, { ...yen, kind: 'stock' })).not.toContain(
      'reserve-gap',
    );
    expect(kinds(yen)).not.toContain('overdraft');
    expect(kinds({ ...yen, amount: '-1000' })).toContain('overdraft');
  });

  it('is named where there are no bookings', () => {
    const { transactions: _, ...without } = view;
    const result = detect(without);
    expect(result.undetermined.map(({ kind, missing }) => [kind, missing])).toEqual([
      ['reserve-gap', ['essentialMonthly']],
      ['idle-cash', ['essentialMonthly']],
    ]);
    expect(result.needs.find(({ kind }) => kind === 'goal')).toMatchObject({
      present: null,
      required: null,
    });
  });
});

describe('the order of needs', () => {
  it('is the bank’s where it has one', () => {
    const { needs } = detect(view, { priorities: ['maturity', 'long-term-goal'] });
    expect(needs.map(({ kind }) => kind)).toEqual([
      'maturity',
      'long-term-goal',
      'idle-cash',
      'goal',
      'concentration',
    ]);
    expect(needs.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5]);
  });

  it('has deposits beyond the guarantee after maturities', () => {
    const depositInsurance = { limit: { currency: 'CNY', amount: '500000.00' } } as const;
    // 362,000 + 300,000 + 142,000 − 500,000
    expect(need(view, 'deposit-insurance', { depositInsurance })).toMatchObject({
      rank: 5,
      amount: cny('304000.00'),
    });
  });

  it('is frozen with everything in it', () => {
    expect(isDeeplyFrozen(detect(view, { netReturnByLevel: { C3: 0.03 } }))).toBe(true);
  });
});

describe('broken input for needs', () => {
  it.each([
    ['no policy', null, 'missing-value', 'policy'],
    [
      'no reserve',
      { ...policy, reserveMonths: undefined },
      'missing-value',
      'policy.reserveMonths',
    ],
    [
      'months that are not whole',
      { ...policy, reserveMonths: { regularIncome: 3, irregularIncome: 6.5 } },
      'invalid-type',
      'policy.reserveMonths.irregularIncome',
    ],
    [
      'a limit above 1',
      { ...policy, concentrationMax: { single: 2, employer: 0.1 } },
      'out-of-range',
      'policy.concentrationMax.single',
    ],
    [
      'a notice after the plan',
      { ...policy, maturityNoticeDays: { notice: 91, plan: 90 } },
      'inconsistent',
      'policy.maturityNoticeDays.notice',
    ],
    [
      'a sale in no part',
      { ...policy, stagedSale: { parts: 0, everyMonths: 1 } },
      'out-of-range',
      'policy.stagedSale.parts',
    ],
    [
      'an unknown priority',
      { ...policy, priorities: ['fun'] },
      'unknown-value',
      'policy.priorities[0]',
    ],
    [
      'a priority twice',
      { ...policy, priorities: ['goal', 'goal'] },
      'duplicate-id',
      'policy.priorities[1]',
    ],
    [
      'an unknown level',
      { ...policy, netReturnByLevel: { C9: 0.1 } },
      'unknown-value',
      'policy.netReturnByLevel',
    ],
    [
      'a guarantee in dollars',
      { ...policy, depositInsurance: { limit: { currency: 'USD', amount: '1.00' } } },
      'currency-mismatch',
      'policy.depositInsurance.limit.currency',
    ],
    [
      'the client file’s words for irregular',
      { ...policy, irregularIncome: 'above 0.25' },
      'invalid-type',
      'policy.irregularIncome',
    ],
  ] as const)('is refused: %s', (_, given, code, path) => {
    expectRefusal(() => detectNeeds(view, wrong(given), { asOf: AS_OF }), code, path);
  });

  it.each([
    ['no view', undefined, 'missing-value', 'view'],
    ['no base currency', { ...view, baseCurrency: 'RMB' }, 'unknown-currency', 'view.baseCurrency'],
    ['a rate of 0', { ...view, fx: { USD: '0' } }, 'out-of-range', 'view.fx.USD'],
    [
      'a broken holding',
      { ...view, holdings: [{ id: 'x' }] },
      'missing-value',
      'view.holdings[0].kind',
    ],
    [
      'one id for two goals',
      { ...view, goals: [view.goals[0], { ...view.goals[0], years: 3 }] },
      'duplicate-id',
      'view.goals[0].id',
    ],
    [
      'bookings that are no list',
      { ...view, transactions: {} },
      'invalid-type',
      'view.transactions',
    ],
  ] as const)('is refused: %s', (_, given, code, path) => {
    expectRefusal(() => detectNeeds(wrong(given), policy, { asOf: AS_OF }), code, path);
  });

  it('is refused without a day', () => {
    expectRefusal(() => detectNeeds(view, policy, wrong({})), 'missing-value', 'options.asOf');
    expectRefusal(() => detectNeeds(view, policy, wrong(null)), 'missing-value', 'options');
  });
});

describe('a policy with −0 or a hole', () => {
  it('reads −0 as 0', () => {
    const zeros = (zero: number): Partial<NeedPolicy> => ({
      reserveMonths: { regularIncome: zero, irregularIncome: zero },
      concentrationMax: { single: zero, employer: zero },
    });
    expect(detect(view, zeros(-0))).toEqual(detect(view, zeros(0)));
  });

  it('refuses a hole in the incomes', () => {
    const act = () => detect(view, { incomes: wrong(new Array(1)) });
    expectRefusal(act, 'missing-value', 'policy.incomes[0]');
  });
});
