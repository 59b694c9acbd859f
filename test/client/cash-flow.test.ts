import { describe, expect, it } from 'vitest';
import { analyseCashFlow, type Transaction } from '../../src/client/index.js';
import { AS_OF, expectRefusal, reading, transactions, wrong } from './support.js';

let next = 0;
const row = (fields: Partial<Transaction>): Transaction => ({
  id: `r${next++}`,
  bookingDate: '2026-01-15',
  kind: 'transfer-in',
  currency: 'CNY',
  amount: '100.00',
  ...fields,
});
const window = { from: '2026-01-01', to: '2026-03-01' } as const;
const options = { asOf: AS_OF, window, currency: 'CNY' } as const;

describe('a cash flow', () => {
  it('ignores own transfers, and takes investments and loans for neither income nor spending', () => {
    const flow = analyseCashFlow(
      [
        row({ kind: 'own-transfer', amount: '500.00' }),
        row({ kind: 'investment', amount: '-300.00' }),
        row({ kind: 'loan', amount: '9000.00' }),
        row({ kind: 'interest', amount: '1.00' }),
        row({ kind: 'fee', amount: '-2.00' }),
        row({ kind: 'cash', amount: '-40.00' }),
      ],
      options,
    );
    expect(flow.incomeTotal?.amount).toBe('1.00');
    expect(flow.expenseTotal?.amount).toBe('42.00');
  });

  it('says nothing about an income that is not there', () => {
    const flow = analyseCashFlow([row({ kind: 'card', amount: '-10.00' })], {
      ...options,
      policy: reading,
    });
    expect(flow).toMatchObject({
      savingsRate: null,
      incomeVariation: null,
      incomeVariationExBonus: null,
      recurringIncomeShare: null,
      debtServiceRatio: null,
      incomeStreams: [],
    });
  });

  it('leaves open what a policy would have to say, and what no row says', () => {
    expect(analyseCashFlow([row({})], options)).toMatchObject({
      recurringIncomeShare: null,
      debtServiceRatio: null,
      essentialMonthly: null,
      incomeStreams: [{ id: 'other', regularity: null }],
    });
    expect(analyseCashFlow([], { ...options, policy: reading }).essentialMonthly).toBe(null);
  });

  it('takes spending below its refunds for none that is essential', () => {
    const flow = analyseCashFlow([row({ kind: 'refund', amount: '50.00' })], {
      ...options,
      policy: reading,
    });
    expect(flow.netCardSpending?.amount).toBe('-50.00');
    expect(flow.essentialMonthly?.amount).toBe('0.00');
  });

  it('rounds a month’s mean once, half-even', () => {
    // 0.05 / 2 = 0.025 → 0.02; 0.7 × 0.05 / 2 = 0.0175 → 0.02.
    const flow = analyseCashFlow(
      [row({ amount: '0.05' }), row({ kind: 'card', amount: '-0.05' })],
      { ...options, policy: reading },
    );
    expect(flow.meanMonthlyIncome?.amount).toBe('0.02');
    expect(flow.essentialMonthly?.amount).toBe('0.02');
  });

  it('converts foreign rows with the rates given', () => {
    const rows = [row({ currency: 'USD', amount: '10.00' }), row({ amount: '29.00' })];
    const fx = { base: 'CNY', rates: { USD: '7.1' } } as const;
    expect(analyseCashFlow(rows, { ...options, fx }).incomeTotal?.amount).toBe('100.00');
  });

  it('leaves rows outside the window out and says how many', () => {
    const rows = [row({ bookingDate: '2025-12-31' }), row({ bookingDate: '2026-03-01' }), row({})];
    const flow = analyseCashFlow(rows, options);
    expect(flow.incomeTotal?.amount).toBe('100.00');
    expect(flow.rows).toMatchObject({ unique: 3, outsideWindow: 2 });
  });

  it('finds the one currency by itself, also beside a row that has none', () => {
    const rows = [row({}), row({ currency: wrong(undefined) })];
    const flow = analyseCashFlow(rows, { asOf: AS_OF, window });
    expect(flow.currency).toBe('CNY');
    expect(flow.failures).toMatchObject([{ row: 1 }]);
  });
});

describe('broken rows', () => {
  const faults: readonly (readonly [string, unknown, string, string])[] = [
    [
      'a date that does not exist',
      row({ bookingDate: '2026-02-30' }),
      'invalid-date',
      '.bookingDate',
    ],
    [
      'a record from the future',
      row({ bookingDate: '2026-03-03' }),
      'out-of-range',
      '.bookingDate',
    ],
    [
      'a currency without a rate',
      row({ currency: 'JPY', amount: '100' }),
      'missing-rate',
      '.currency',
    ],
    ['an unknown currency', row({ currency: wrong('XXY') }), 'unknown-currency', '.currency'],
    ['too fine an amount', row({ amount: '1.001' }), 'out-of-range', '.amount'],
    ['an amount that is a number', row({ amount: wrong(1) }), 'invalid-type', '.amount'],
    ['an amount that is not one', row({ amount: 'NaN' }), 'invalid-format', '.amount'],
    ['an unknown kind', row({ kind: wrong('gift') }), 'unknown-value', '.kind'],
    ['no id', row({ id: '' }), 'empty', '.id'],
    ['null', null, 'missing-value', ''],
  ];

  it.each(faults)(
    'with %s are failures with row and path, and the rest is kept',
    (_, bad, code, path) => {
      const flow = analyseCashFlow([row({}), wrong(bad), row({})], options);
      expect(flow.observed.income.amount).toBe('200.00');
      expect(flow.failures).toMatchObject([
        { row: 1, issues: [{ code, path: `transactions[1]${path}` }] },
      ]);
    },
  );

  it('with one id and two contents are all refused, because nobody can tell which is right', () => {
    const rows = [row({ id: 'x' }), row({}), row({ id: 'x', amount: '7.00' })];
    const flow = analyseCashFlow(rows, options);
    expect(flow.observed.income.amount).toBe('100.00');
    expect(flow.failures).toMatchObject([
      { row: 0, issues: [{ code: 'duplicate-id', path: 'transactions[0].id' }] },
      { row: 2, issues: [{ code: 'duplicate-id', path: 'transactions[2].id' }] },
    ]);
  });
});

describe('options of a cash flow', () => {
  const analyse = (change: object) => () =>
    analyseCashFlow(transactions, wrong({ asOf: AS_OF, policy: reading, ...change }));
  const withPolicy = (change: object) => ({ policy: { ...reading, ...change } });

  it.each([
    ['no day', { asOf: undefined }, 'missing-value', 'options.asOf'],
    ['a day that does not exist', { asOf: '2026-02-29' }, 'invalid-date', 'options.asOf'],
    [
      'half a month',
      { window: { from: '2026-01-15', to: '2026-03-01' } },
      'inconsistent',
      'options.window.from',
    ],
    ['no month', { window: { from: '2026-01-01', to: '2026-01-01' } }, 'empty', 'options.window'],
    [
      'a month that is not over',
      { window: { from: '2026-03-01', to: '2026-04-01' } },
      'inconsistent',
      'options.window.to',
    ],
    ['an unknown currency', { currency: 'ZZZ' }, 'unknown-currency', 'options.currency'],
    [
      'a rate of 0',
      { fx: { base: 'CNY', rates: { USD: '0' } } },
      'out-of-range',
      'options.fx.rates.USD',
    ],
    ['a policy that is none', { policy: 3 }, 'invalid-type', 'options.policy'],
    [
      'a match without a field',
      withPolicy({ debtService: [{}] }),
      'empty',
      'options.policy.debtService[0]',
    ],
    [
      'a share above 1',
      withPolicy({ essentialShareOfCardSpending: 1.1 }),
      'out-of-range',
      'options.policy.essentialShareOfCardSpending',
    ],
    [
      'a share below 0',
      withPolicy({ essentialShareOfCardSpending: -0.1 }),
      'out-of-range',
      'options.policy.essentialShareOfCardSpending',
    ],
    [
      'another word for none',
      withPolicy({ noEssentialSpending: 'zero' }),
      'unknown-value',
      'options.policy.noEssentialSpending',
    ],
    [
      'an income twice',
      withPolicy({ incomes: [reading.incomes[0], reading.incomes[0]] }),
      'duplicate-id',
      'options.policy.incomes[1].id',
    ],
    [
      'an income called other',
      withPolicy({ incomes: [{ id: 'other', match: [] }] }),
      'duplicate-id',
      'options.policy.incomes[0].id',
    ],
    [
      'a rule with NaN',
      withPolicy({ irregularIncome: { variationAbove: Number.NaN, monthsWithoutAbove: 0 } }),
      'not-finite',
      'options.policy.irregularIncome.variationAbove',
    ],
  ] as const)('are refused: %s', (_, change, code, path) => {
    expectRefusal(analyse(change), code, path);
  });

  it('must name the currency where the rows have several, or none', () => {
    const rows = [row({}), row({ currency: 'USD' })];
    const act = (given: readonly Transaction[]) => () => analyseCashFlow(given, { asOf: AS_OF });
    expectRefusal(act(rows), 'missing-value', 'options.currency');
    expectRefusal(act([]), 'missing-value', 'options.currency');
    expectRefusal(act(wrong(null)), 'missing-value', 'transactions');
  });

  it('may leave the currency to the rates, so that a client without rows has an analysis', () => {
    const fx = { base: 'EUR', rates: { USD: '0.9' } } as const;
    for (const change of [{ fx }, { currency: 'EUR' } as const]) {
      expect(analyseCashFlow([], { asOf: AS_OF, policy: reading, ...change })).toMatchObject({
        currency: 'EUR',
        completeness: 'complete',
        monthsCovered: 0,
        incomeTotal: { currency: 'EUR', amount: '0.00' },
        meanMonthlyIncome: null,
        essentialMonthly: null,
        missing: { income: [], spending: [], essential: ['spending'] },
      });
    }
    const rows = [row({ currency: 'EUR' }), row({ currency: 'USD' })];
    expect(analyseCashFlow(rows, { asOf: AS_OF, fx }).currency).toBe('EUR');
    expect(analyseCashFlow([row({})], { asOf: AS_OF, fx }).currency).toBe('CNY');
  });
});
