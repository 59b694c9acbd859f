import { describe, expect, it } from 'vitest';
import {
  type ClientStatements,
  type ClientView,
  type PlannedWithdrawal,
  type ProfilePolicy,
  profileClient,
} from '../../../src/client/index.js';
import { AS_OF, expectRefusal, policy, score, view, withHoldings, wrong } from '../support.js';

const cny = (amount: string) => ({ currency: 'CNY', amount }) as const;
type Rules = NonNullable<ProfilePolicy['contradictions']>;

const profile = (change: Partial<ClientView<'CNY'>>, rules: Rules = {}) =>
  profileClient({ ...view, ...change }, { ...policy, contradictions: rules }, { asOf: AS_OF });
const said = (statements: ClientStatements, rules: Rules = {}) =>
  profile({ statements }, rules).contradictions;

describe('every contradiction', () => {
  it('brings both pieces of evidence, what is said or assessed first', () => {
    const { holdings } = withHoldings(
      { kind: 'stock', amount: '70.00' },
      { amount: '30.00', availableInDays: 0 },
    );
    const result = profile({
      holdings,
      questionnaire: score({ Q06: 3, Q07: 3, Q08: 3, Q09: 3, Q10: 4, Q11: 1, Q12: 0 }),
      statements: { acceptedLoss: 0 },
    });
    const evidence = Object.fromEntries(
      result.contradictions.map(({ reason, severity, evidence: [first, second] }) => [
        reason.code,
        [severity, first.path, first.value, second.path, second.value],
      ]),
    );
    expect(evidence).toMatchObject({
      'client.no-loss-but-equity': [
        'require',
        'view.statements.acceptedLoss',
        0,
        'view.holdings',
        0.7,
      ],
      'client.tolerance-above-knowledge': [
        'refer',
        'view.questionnaire.dimensions.tolerance.level',
        'C5',
        'view.questionnaire.dimensions.knowledge.level',
        'C1',
      ],
      'client.capacity-without-reserve': [
        'warn',
        'view.questionnaire.dimensions.capacity.level',
        'C4',
        'view.holdings',
        // 30 of essential spending of 23,123.00 a month.
        30 / 23_123,
      ],
    });
    for (const { reason, severity } of result.contradictions) {
      expect(reason.severity).toBe(severity);
    }
  });
});

describe('a stated income against the booked 576,000.00', () => {
  // Further apart than 30 % of the larger: above 576,000 / 0.7 = 822,857.14…, below 576,000 · 0.7 = 403,200.
  it.each([
    ['822857.14', []],
    ['822857.15', ['refer']],
    ['403200.00', []],
    ['403199.99', ['warn']],
    ['0.00', ['warn']],
  ] as const)('of %s is a contradiction of severity %j', (amount, severities) => {
    expect(said({ annualIncome: cny(amount) }).map(({ severity }) => severity)).toEqual(severities);
  });

  it('shows both amounts, in the base currency', () => {
    // 200,000 · 7.1 = 1,420,000.
    const [found] = said({ annualIncome: { currency: 'USD', amount: '200000.00' } });
    expect(found).toMatchObject({
      reason: { code: 'client.income-stated-otherwise' },
      evidence: [
        {
          source: 'statement',
          path: 'view.statements.annualIncome',
          value: cny('1420000.00'),
        },
        { source: 'bookings', path: 'view.transactions', value: cny('576000.00') },
      ],
    });
  });

  it('is not held against it without a rate, or where months have no bookings', () => {
    expect(said({ annualIncome: { currency: 'JPY', amount: '1' } })).toEqual([]);
    const transactions = view.transactions!.filter(({ bookingDate }) => bookingDate > '2025-12-01');
    const statements = { annualIncome: cny('1.00') };
    expect(profile({ statements, transactions }).contradictions).toEqual([]);
    expect(profile({ statements, transactions: [] }).contradictions).toEqual([]);
  });

  it('goes by the bank’s threshold', () => {
    const annualIncome = cny('822857.15');
    expect(said({ annualIncome }, { incomeApart: 0.31 })).toEqual([]);
  });
});

describe('a stated age', () => {
  // Born on 29 February 1988: 38 on 2 March 2026.
  it('may lie a year beside the one by birth date', () => {
    for (const age of [37, 38, 39]) expect(said({ age })).toEqual([]);
    expect(said({ age: 40 })).toMatchObject([
      {
        severity: 'refer',
        reason: { code: 'client.age-stated-otherwise', parameters: { stated: 40, age: 38 } },
        evidence: [{ value: 40 }, { source: 'facts', path: 'view.client.birthDate', value: 38 }],
      },
    ]);
    expect(said({ age: 39 }, { ageYearsApart: 0 })).toHaveLength(1);
  });

  it('as a year of birth has to be the one on file', () => {
    expect(said({ birthYear: 1988 })).toEqual([]);
    expect(said({ birthYear: 1989 })).toMatchObject([
      {
        reason: { code: 'client.birth-year-stated-otherwise', severity: 'refer' },
        evidence: [{ value: 1989 }, { value: '1988-02-29' }],
      },
    ]);
  });
});

describe('a stated horizon', () => {
  it('may go two years beyond the soonest open goal, education in 11 years', () => {
    expect(said({ horizonYears: 13 })).toEqual([]);
    expect(said({ horizonYears: 13.5 })).toMatchObject([
      {
        severity: 'refer',
        reason: {
          code: 'client.horizon-beyond-goal',
          parameters: { stated: 13.5, goal: 'education', years: 11 },
        },
        evidence: [{ value: 13.5 }, { source: 'goals', path: 'view.goals', value: 11 }],
      },
    ]);
    expect(said({ horizonYears: 13.5 }, { horizonYearsApart: 3 })).toEqual([]);
  });

  it('is not held against goals that are met, or where there are none', () => {
    const goals = view.goals.map((goal) => ({ ...goal, earmarked: '9000000.00' }));
    const statements = { horizonYears: 90 };
    const savings = { id: 'SAVINGS', kind: 'bond-fund', ...cny('90000000.00') } as const;
    const holdings = [...view.holdings, savings];
    expect(profile({ statements, goals, holdings }).contradictions).toEqual([]);
    expect(profile({ statements, goals: [] }).contradictions).toEqual([]);
  });

  it('counts a goal whose day has come as one of no years', () => {
    const goal = { ...view.goals[0]!, years: -1 };
    const found = profile({ statements: { horizonYears: 3 }, goals: [goal] }).contradictions;
    expect(found).toMatchObject([{ reason: { parameters: { years: 0 } } }]);
  });
});

describe('a stated need for money', () => {
  const plan = (amount: string, date: PlannedWithdrawal['date'] = '2026-06-01', id = 'a') =>
    ({ id, date, ...cny(amount) }) as const;
  const planned = (...plannedWithdrawals: readonly PlannedWithdrawal[]) =>
    profile({ statements: { liquidityNeed: cny('90.00') }, plannedWithdrawals }).contradictions;

  it('may leave out a tenth of what is planned within twelve months', () => {
    // 90 of 100 leaves out exactly a tenth.
    expect(planned(plan('100.00'))).toEqual([]);
    expect(planned(plan('100.01'))).toMatchObject([
      {
        severity: 'refer',
        reason: { code: 'client.withdrawals-beyond-need' },
        evidence: [
          { path: 'view.statements.liquidityNeed', value: cny('90.00') },
          { source: 'plans', path: 'view.plannedWithdrawals', value: cny('100.01') },
        ],
      },
    ]);
  });

  it('counts withdrawals from the day on through the same day of next year', () => {
    const parts = (first: PlannedWithdrawal['date'], last: PlannedWithdrawal['date']) =>
      planned(plan('60.00', first), plan('60.00', last, 'b')).length;
    expect(parts('2026-03-02', '2027-03-02')).toBe(1);
    expect(parts('2026-03-01', '2027-03-02')).toBe(0);
    expect(parts('2026-03-02', '2027-03-03')).toBe(0);
  });

  it('contradicts nothing where more is said than planned, nothing planned, or a rate missing', () => {
    expect(planned(plan('1.00'))).toEqual([]);
    expect(planned()).toEqual([]);
    expect(said({ liquidityNeed: cny('0.00') })).toEqual([]);
    const yen = { id: 'y', date: '2026-06-01', currency: 'JPY', amount: '9999999' } as const;
    expect(planned(plan('100.01'), yen)).toEqual([]);
  });

  it('of nothing is contradicted by any plan', () => {
    const found = profile({
      statements: { liquidityNeed: cny('0.00') },
      plannedWithdrawals: [plan('0.01')],
    });
    expect(found.contradictions).toHaveLength(1);
  });
});

describe('no loss and a high return', () => {
  it('do not go together', () => {
    expect(said({ acceptedLoss: 0, expectedReturn: 0.03 }, { equityAbove: 1 })).toEqual([]);
    expect(said({ acceptedLoss: 0.01, expectedReturn: 0.08 })).toEqual([]);
    expect(said({ expectedReturn: 0.08 })).toEqual([]);
    const found = said({ acceptedLoss: 0, expectedReturn: 0.0301 }, { equityAbove: 1 });
    expect(found).toMatchObject([
      {
        severity: 'require',
        reason: { code: 'client.no-loss-but-return' },
        evidence: [
          { path: 'view.statements.acceptedLoss', value: 0 },
          { path: 'view.statements.expectedReturn', value: 0.0301 },
        ],
      },
    ]);
    const lenient = { equityAbove: 1, expectedReturnAbove: 0.05 };
    expect(said({ acceptedLoss: 0, expectedReturn: 0.05 }, lenient)).toEqual([]);
  });
});

describe('a questionnaire', () => {
  const reason = (severity: 'block' | 'require' | 'refer' | 'info') => ({
    code: 'questionnaire.answer-missing',
    severity,
    parameters: { item: 'Q1' },
    citations: [],
  });
  const stopped = (...severities: Parameters<typeof reason>[0][]) =>
    profile({
      questionnaire: wrong({
        status: 'stopped',
        findings: [],
        assessedOn: AS_OF,
        reasons: severities.map(reason),
        definition: { id: 'f' },
      }),
    });

  it('that stopped gives no level and closes the gate, with its reasons', () => {
    const result = stopped('refer');
    expect(result).toMatchObject({ status: 'blocked', confidence: 'low', risk: { level: null } });
    expect(result.reasons.map(({ code, severity }) => [code, severity])).toEqual([
      ['questionnaire.answer-missing', 'refer'],
      ['client.no-level', 'block'],
    ]);
    expect(stopped('block').reasons.map(({ code }) => code)).toEqual([
      'questionnaire.answer-missing',
    ]);
    expect(stopped().status).toBe('blocked');
  });

  it('that gives a level hands its own reasons on: a block closes, a duty is asked for', () => {
    const scored = (severity: Parameters<typeof reason>[0]) =>
      profile({ questionnaire: { ...score(), reasons: [reason(severity)] } });
    expect(scored('block').status).toBe('blocked');
    for (const severity of ['require', 'refer'] as const) {
      expect(scored(severity)).toMatchObject({ status: 'open', reasons: [{ severity }] });
    }
  });

  it('on a scale of points has dimensions without a level, and contradicts nothing with them', () => {
    const result = score();
    const points = Object.fromEntries(
      Object.entries(result.dimensions).map(([name, one]) => [
        name,
        { ...one, score: 137, level: null },
      ]),
    );
    const found = profile({ questionnaire: wrong({ ...result, dimensions: points }) });
    expect(found.risk).toMatchObject({ level: 'C3', capacity: 137, tolerance: 137 });
    expect(found.preference.stated).toEqual({ level: 'C3', tolerance: null });
    expect(found.contradictions).toEqual([]);
  });
});

describe('broken statements', () => {
  it.each([
    ['a list', [], 'invalid-type', 'view.statements'],
    ['null', { age: null }, 'missing-value', 'view.statements.age'],
    ['half a year', { age: 38.5 }, 'invalid-type', 'view.statements.age'],
    [
      'a year of birth in words',
      { birthYear: '1988' },
      'invalid-type',
      'view.statements.birthYear',
    ],
    ['NaN years', { horizonYears: Number.NaN }, 'not-finite', 'view.statements.horizonYears'],
    [
      'an endless return',
      { expectedReturn: Number.POSITIVE_INFINITY },
      'not-finite',
      'view.statements.expectedReturn',
    ],
    ['a number for an income', { annualIncome: 5 }, 'invalid-type', 'view.statements.annualIncome'],
    [
      'an income below 0',
      { annualIncome: cny('-1.00') },
      'out-of-range',
      'view.statements.annualIncome.amount',
    ],
    [
      'a need in no currency',
      { liquidityNeed: { currency: 'RMB', amount: '1.00' } },
      'unknown-currency',
      'view.statements.liquidityNeed.currency',
    ],
  ] as const)('are refused: %s', (_, statements, code, path) => {
    expectRefusal(() => said(wrong(statements)), code, path);
  });

  const row = { id: 'a', date: '2026-06-01', ...cny('1.00') };
  it.each([
    ['no list', {}, 'invalid-type', 'view.plannedWithdrawals'],
    ['no row', [null], 'missing-value', 'view.plannedWithdrawals[0]'],
    [
      'one id for two withdrawals',
      [row, { ...row, ...cny('2.00') }],
      'duplicate-id',
      'view.plannedWithdrawals[0].id',
    ],
    [
      'no such day',
      [{ ...row, date: '2026-06-31' }],
      'invalid-date',
      'view.plannedWithdrawals[0].date',
    ],
    ['nothing', [{ ...row, amount: '0.00' }], 'out-of-range', 'view.plannedWithdrawals[0].amount'],
  ] as const)('of plans are refused: %s', (_, plannedWithdrawals, code, path) => {
    expectRefusal(() => profile({ plannedWithdrawals: wrong(plannedWithdrawals) }), code, path);
  });

  it.each([
    ['incomeApart', 1.1, 'out-of-range'],
    ['withdrawalsApart', 'a tenth', 'invalid-type'],
    ['expectedReturnAbove', Number.NaN, 'not-finite'],
    ['horizonYearsApart', 0.5, 'invalid-type'],
    ['ageYearsApart', null, 'missing-value'],
  ] as const)('of a policy are refused: %s of %s', (field, value, code) => {
    const act = () => profile({}, { [field]: wrong(value) });
    expectRefusal(act, code, `policy.contradictions.${field}`);
  });
});
