import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  analyseCashFlow,
  type CashFlowOptions,
  type CashFlowPolicy,
  type Transaction,
} from '../../../src/client/index.js';
import { isDeeplyFrozen, wrong } from '../support.js';
import { AS_OF, options, row, silent } from './support.js';

const policy: CashFlowPolicy = {
  ...silent,
  incomes: [
    { id: 'salary', match: [{ text: 'salary' }] },
    { id: 'dividend', match: [{ purposeCode: 'DIVD' }] },
  ],
  debtService: [{ purposeCode: 'LOAR' }],
  essentialPayments: [{ purposeCode: 'RENT' }],
  essentialShareOfCardSpending: 0.5,
  categories: [
    { category: 'rent', match: [{ purposeCode: 'RENT' }] },
    { category: 'food', match: [{ text: 'food' }] },
  ],
};
const analyse = (rows: readonly unknown[], more: Partial<CashFlowOptions<'CNY'>> = {}) =>
  analyseCashFlow<'CNY'>(wrong(rows), { ...options, policy, ...more });

/** Two months of 4,000 in, 3,000 of rent and 100 of food. */
const usual: readonly Transaction[] = (['2026-01-10', '2026-02-10'] as const).flatMap(
  (bookingDate) => [
    row({ bookingDate, kind: 'transfer-in', amount: '4000.00', text: 'salary' }),
    row({ bookingDate, amount: '-3000.00', purposeCode: 'RENT' }),
    row({ bookingDate, kind: 'card', amount: '-100.00', text: 'food' }),
  ],
);
const whole = analyse(usual);

describe('a year of rent in a currency without a rate', () => {
  const rows = Array.from({ length: 12 }, (_, month) => {
    const bookingDate = `${month < 2 ? 2026 : 2025}-${String(month + 1).padStart(2, '0')}-05`;
    const of = (fields: object) => row({ ...fields, bookingDate: bookingDate as '2026-01-05' });
    return [
      of({ kind: 'transfer-in', currency: 'EUR', amount: '4000.00', text: 'salary' }),
      of({ currency: 'USD', amount: '-3000.00', purposeCode: 'RENT' }),
      of({ kind: 'card', currency: 'EUR', amount: '-100.00', text: 'food' }),
    ];
  }).flat();
  const of = (rates: object) =>
    analyseCashFlow(rows, { asOf: AS_OF, policy, currency: 'EUR', fx: { base: 'EUR', rates } });

  it('is not a rent of 0', () => {
    expect(of({})).toMatchObject({
      completeness: 'incomplete',
      missing: { income: [], spending: ['fx.USD'], essential: ['fx.USD'] },
      observed: { income: { amount: '48000.00' }, expense: { amount: '1200.00' } },
      incomeTotal: { amount: '48000.00' },
      meanMonthlyIncome: { amount: '4000.00' },
      expenseTotal: null,
      meanMonthlyExpense: null,
      savingsRate: null,
      essentialMonthly: null,
      incomeVariation: 0,
      recurringIncomeShare: 1,
      debtServiceRatio: 0,
      netCardSpending: { amount: '1200.00' },
      trend: { income: { slope: 0 }, expense: { status: 'incomplete' } },
    });
    expect(of({}).months[0]).toMatchObject({ income: { amount: '4000.00' }, expense: null });
    expect(of({}).trend.saving).toEqual({ status: 'incomplete' });
  });

  it('counts with one', () => {
    // 3,000 × 0.9 + 0.5 × 100, and (4,000 − 2,700 − 100) / 4,000.
    expect(of({ USD: '0.9' })).toMatchObject({
      completeness: 'complete',
      missing: { income: [], spending: [], essential: [] },
      essentialMonthly: { amount: '2750.00' },
      savingsRate: 0.3,
    });
  });

  it('is listed among the categories, and nothing is a share of an unknown whole', () => {
    expect(of({}).categories?.spending).toMatchObject([
      {
        category: 'food',
        completeness: 'complete',
        net: { amount: '1200.00' },
        meanMonthly: { amount: '100.00' },
        share: null,
      },
      { category: 'rent', completeness: 'incomplete', bookings: 0, meanMonthly: null, share: null },
    ]);
    expect(of({}).categories?.income).toMatchObject([{ completeness: 'complete', share: 1 }]);
  });

  it('names the rate that is missing, also where it is that of the figures', () => {
    const fx = { base: 'USD', rates: { JPY: '0.0066' } } as const;
    const given = analyseCashFlow([row({ currency: 'USD' }), row({ currency: 'GBP' })], {
      ...options,
      fx,
    });
    expect(given.missing.spending).toEqual(['fx.CNY', 'fx.GBP']);
  });
});

describe('a row that could not be used', () => {
  const amount = { amount: 'x' };
  const nulls = (flow: object) =>
    Object.entries(flow)
      .filter(([, value]) => value === null)
      .map(([name]) => name)
      .sort();
  const before = nulls(whole);
  const withheld = (broken: unknown, more = {}) =>
    nulls(analyse([...usual, broken], more)).filter((name) => !before.includes(name));
  const spending = ['expenseTotal', 'meanMonthlyExpense', 'savingsRate'];
  const income = [
    'debtServiceRatio',
    'incomeTotal',
    'incomeVariation',
    'incomeVariationExBonus',
    'meanMonthlyIncome',
    'recurringIncomeShare',
    'savingsRate',
  ];
  const all = [...new Set([...spending, ...income, 'essentialMonthly', 'netCardSpending'])].sort();

  it.each([
    ['a card payment', { kind: 'card' }, [...spending, 'essentialMonthly', 'netCardSpending']],
    ['rent', { purposeCode: 'RENT' }, [...spending, 'essentialMonthly']],
    ['a repayment', { purposeCode: 'LOAR' }, [...spending, 'debtServiceRatio']],
    ['a payment for nothing in particular', {}, spending],
    ['a charge', { kind: 'fee' }, spending],
    ['a salary', { kind: 'transfer-in', text: 'salary' }, income],
    ['an investment', { kind: 'investment' }, []],
    ['a labelled transfer', { kind: 'own-transfer' }, []],
    ['interest, in or out', { kind: 'interest' }, [...spending, ...income]],
    ['a loan, taken or repaid', { kind: 'loan' }, spending],
  ])('withholds what it could change: %s without an amount', (_, fields, expected) => {
    const broken = { ...row(wrong(fields)), ...amount };
    expect(withheld(broken)).toEqual([...new Set(expected)].sort());
  });

  it.each([
    ['null', null],
    ['no object', 'row'],
    ['no kind', { ...row({}), kind: 'gift' }],
    ['no date and no kind', { ...row({}), kind: undefined, bookingDate: '2026-02-30' }],
  ])('withholds all where it may be anything: %s', (_, broken) => {
    const flow = analyse([...usual, broken]);
    expect(withheld(broken)).toEqual(all);
    expect(flow.missing).toEqual({
      income: ['transactions'],
      spending: ['transactions'],
      essential: ['transactions'],
    });
    expect(flow.observed.income).toEqual(whole.incomeTotal);
    expect(flow.incomeStreams[0]).toMatchObject({ regularity: null, total: null, variation: null });
  });

  it('whose texts cannot be read may be essential, and debt service', () => {
    const broken = { ...row({}), text: 7 };
    expect(withheld(broken)).toEqual([...spending, 'debtServiceRatio', 'essentialMonthly'].sort());
    const card = { ...row({ kind: 'card' }), counterparty: 7 };
    expect(analyse([...usual, card]).categories?.spending.map((c) => c.completeness)).toEqual([
      'incomplete',
      'incomplete',
    ]);
  });

  it('leaves the other months alone, and those outside the window everything', () => {
    const broken = (bookingDate: string) => ({ ...row({ kind: 'card' }), ...amount, bookingDate });
    expect(analyse([...usual, broken('2026-02-03')]).months).toMatchObject([
      { expense: { amount: '3100.00' }, income: { amount: '4000.00' } },
      { expense: null, income: { amount: '4000.00' } },
    ]);
    expect(analyse([...usual, broken('2026-02-30')]).months.map((m) => m.expense)).toEqual([
      null,
      null,
    ]);
    const early = analyse([...usual, broken('2025-12-31')]);
    expect(early).toMatchObject({ completeness: 'complete', savingsRate: whole.savingsRate });
    // What is dated after today cannot have been booked in the window.
    expect(analyse([...usual, broken('2026-03-03')]).completeness).toBe('complete');
    expect(analyse([...usual, broken('2026-03-01')]).completeness).toBe('complete');
  });

  it('does not begin the history, and in the window leaves the totals open all the same', () => {
    const year = { from: '2025-03-01', to: '2026-03-01' } as const;
    const rent = row({ bookingDate: '2025-12-05', currency: 'USD', purposeCode: 'RENT' });
    const flow = analyse([...usual, rent], { window: year });
    expect(flow).toMatchObject({ historyFrom: '2026-01-01', monthsCovered: 2, monthsObserved: 2 });
    // 8,000 / 2.
    expect(flow.meanMonthlyIncome?.amount).toBe('4000.00');
    expect(flow.months[9]).toMatchObject({ income: null, expense: null });
    expect(flow).toMatchObject({ expenseTotal: null, essentialMonthly: null });
    expect(flow.missing).toEqual({ income: [], spending: ['fx.USD'], essential: ['fx.USD'] });
    const from = analyse([...usual, rent], { window: year, historyFrom: '2026-01-01' });
    expect(from.completeness).toBe('complete');
  });

  it('without a date leaves nothing known where no other row says when the history begins', () => {
    const flow = analyse([{ ...row({}), bookingDate: '2026-02-30' }]);
    expect(flow).toMatchObject({
      completeness: 'incomplete',
      monthsCovered: 0,
      incomeTotal: { amount: '0.00' },
      expenseTotal: null,
    });
  });

  it('withholds only its own income, if it is known which', () => {
    const abroad = { currency: 'USD', amount: '9.00', bookingDate: '2026-02-03' } as const;
    const dividend = row({ kind: 'interest', purposeCode: 'DIVD', ...abroad });
    expect(analyse([...usual, dividend]).incomeStreams).toMatchObject([
      {
        id: 'dividend',
        regularity: null,
        total: null,
        monthly: [{ amount: '0.00' }, null],
        monthsWithout: null,
      },
      { id: 'salary', regularity: 'regular', total: { amount: '8000.00' } },
    ]);
    expect(analyse([...usual, dividend]).missing).toEqual({
      income: ['fx.USD'],
      spending: [],
      essential: [],
    });
  });

  it('of two contents under one id withholds what either could change', () => {
    const twice = [row({ id: 'x', kind: 'card' }), row({ id: 'x', purposeCode: 'LOAR' })];
    const flow = analyse([...usual, ...twice]);
    expect(flow.missing.spending).toEqual(['transactions']);
    expect([flow.netCardSpending, flow.debtServiceRatio]).toEqual([null, null]);
    expect(flow.incomeTotal?.amount).toBe('8000.00');
    expect(flow.rows).toMatchObject({ given: 8, unique: 6, duplicates: 0 });
  });

  it('with a rate missing and another content under its id takes both out', () => {
    const twice = [row({ id: 'x', currency: 'USD' }), row({ id: 'x' })];
    const flow = analyse([...usual, ...twice]);
    expect(flow.failures.map(({ issues }) => issues[0]?.code)).toEqual([
      'missing-rate',
      'duplicate-id',
    ]);
    expect(flow.observed.expense).toEqual(whole.expenseTotal);
    expect(flow.missing.spending).toEqual(['transactions']);
  });

  it('may be the other side of a transfer that seems to be a payment', () => {
    const rule = { ...policy, ownTransfers: {} };
    const out = row({ account: 'A', amount: '-700.00', bookingDate: '2026-01-30' });
    const broken = (fields: object) => ({
      ...row({ kind: 'transfer-in', account: 'B', bookingDate: '2026-02-01' }),
      ...amount,
      ...fields,
    });
    const months = (fields: object) =>
      analyse([...usual, out, broken(fields)], { policy: rule }).months.map(
        ({ expense }) => expense?.amount ?? null,
      );
    expect(months({})).toEqual([null, null]);
    expect(months({ bookingDate: '2026-02-20' })).toEqual(['3800.00', null]);
    expect(months({ text: 'salary' })).toEqual(['3800.00', '3100.00']);
    expect(months({ account: undefined })).toEqual(['3800.00', '3100.00']);
  });

  it('is never 0: every figure is that of the whole, or null', () => {
    const faults = [
      { currency: 'USD' },
      { amount: 'x' },
      { amount: undefined },
      { bookingDate: '2026-02-30' },
      { kind: 'gift' },
      { text: 7 },
      { account: 7 },
      { id: '' },
    ];
    const names = all as readonly (keyof typeof whole)[];
    fc.assert(
      fc.property(
        fc.subarray([...usual.keys()], { minLength: 1 }),
        fc.constantFrom(...faults),
        (places, fault) => {
          const rows = usual.map((given, index) =>
            places.includes(index) ? { ...given, ...fault } : given,
          );
          const flow = analyse(rows);
          for (const name of names) expect([null, whole[name]]).toContainEqual(flow[name]);
          for (const [index, month] of flow.months.entries()) {
            expect([null, whole.months[index]?.income]).toContainEqual(month.income);
            expect([null, whole.months[index]?.expense]).toContainEqual(month.expense);
          }
          expect(flow.completeness).toBe('incomplete');
        },
      ),
      { numRuns: 200 },
    );
  });

  it('changes no byte by its place, and leaves a frozen result that survives JSON', () => {
    const rows = [...usual, null, { ...row({}), ...amount }, row({ currency: 'USD' })];
    const { failures: _, ...figures } = analyse(rows);
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
        const { failures: __, ...found } = analyse(shuffled);
        expect(JSON.stringify(found)).toBe(JSON.stringify(figures));
      }),
      { numRuns: 50 },
    );
    expect(isDeeplyFrozen(analyse(rows))).toBe(true);
    expect(JSON.parse(JSON.stringify(figures))).toEqual(figures);
  });
});

describe('essential spending', () => {
  const salary = usual.filter(({ kind }) => kind === 'transfer-in');
  const none = { ...policy, noEssentialSpending: 'none' } as const;

  it.each([
    ['only income', []],
    ['nothing but a charge', [row({ kind: 'fee', amount: '-2.00' })]],
  ])('of somebody with %s is not known, unless the bank says that it is none', (_, more) => {
    const flow = analyse([...salary, ...more]);
    expect(flow.essentialMonthly).toBe(null);
    expect(flow.missing).toEqual({ income: [], spending: [], essential: ['spending'] });
    expect(flow.completeness).toBe('complete');
    const said = analyse([...salary, ...more], { policy: none });
    expect([said.essentialMonthly?.amount, said.missing.essential]).toEqual(['0.00', []]);
  });

  it('stays unknown without any row, and with one that could not be used', () => {
    expect(analyse([], { policy: none }).essentialMonthly).toBe(null);
    const rent = row({ currency: 'USD', purposeCode: 'RENT' });
    expect(analyse([...salary, rent], { policy: none })).toMatchObject({
      essentialMonthly: null,
      missing: { essential: ['fx.USD'] },
    });
  });
});
