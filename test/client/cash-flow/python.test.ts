import { describe, expect, it } from 'vitest';
import {
  analyseCashFlow,
  type CashFlowPolicy,
  type Transaction,
} from '../../../src/client/index.js';
import expected from '../../fixtures/client/cash-flow/expected.json' with { type: 'json' };
import rows from '../../fixtures/client/cash-flow/rows.json' with { type: 'json' };

const policy: CashFlowPolicy = {
  incomes: [
    { id: 'salary', match: [{ purposeCode: 'SALA' }] },
    { id: 'bonus', match: [{ purposeCode: 'BONU' }], oneOff: true },
  ],
  irregularIncome: { variationAbove: 0.25, monthsWithoutAbove: 0 },
  debtService: [{ purposeCode: 'LOAR' }],
  essentialPayments: [{ purposeCode: 'RENT' }, { text: 'car loan' }],
  essentialShareOfCardSpending: '0.6',
  categories: [
    { category: 'salary', match: [{ purposeCode: 'SALA' }] },
    { category: 'bonus', match: [{ purposeCode: 'BONU' }] },
    { category: 'books', match: [{ text: 'Books' }] },
    { category: 'shop', match: [{ counterparty: 'SHOP-9' }] },
    { category: 'housing', match: [{ purposeCode: 'RENT' }, { purposeCode: 'ELEC' }] },
    { category: 'card', match: [{ bankTransactionCode: 'PMNT-CCRD' }] },
    { category: 'charges', match: [{ kind: 'fee' }] },
  ],
  ownTransfers: { withinDays: 3 },
};
const flow = analyseCashFlow(rows as unknown as readonly Transaction[], {
  asOf: expected.asOf as '2026-03-20',
  window: expected.window as { from: '2023-03-01'; to: '2026-03-01' },
  historyFrom: expected.historyFrom as '2023-05-17',
  currency: 'CNY',
  fx: { base: 'CNY', rates: expected.rates },
  balances: expected.balances as never,
  policy,
});
const cny = (amount: string) => ({ currency: 'CNY', amount });

describe('a cash flow over three years, worked out with pandas, scipy and fractions as well', () => {
  it('uses each booking once and leaves out months that the history does not cover', () => {
    expect(flow.failures).toEqual([]);
    expect(flow.rows.given).toBe(expected.given);
    expect(flow.rows.unique).toBe(expected.unique);
    expect(flow.monthsCovered).toBe(expected.monthsCovered);
    const before = ['2023-03', '2023-04', '2023-05'].map((month) => ({
      month,
      income: null,
      expense: null,
    }));
    const covered = expected.months.map(({ month, income, expense }) => ({
      month,
      income: cny(income),
      expense: cny(expense),
    }));
    expect(flow.months).toEqual([...before, ...covered]);
  });

  it('adds up to the cent', () => {
    expect(flow.incomeTotal).toEqual(cny(expected.incomeTotal));
    expect(flow.expenseTotal).toEqual(cny(expected.expenseTotal));
    expect(flow.meanMonthlyIncome).toEqual(cny(expected.meanMonthlyIncome));
    expect(flow.meanMonthlyExpense).toEqual(cny(expected.meanMonthlyExpense));
    expect(flow.netCardSpending).toEqual(cny(expected.netCardSpending));
    expect(flow.essentialMonthly).toEqual(cny(expected.essentialMonthly));
  });

  it('measures saving, variation and debt service', () => {
    expect(flow.savingsRate).toBeCloseTo(expected.savingsRate, 14);
    expect(flow.incomeVariation).toBeCloseTo(expected.incomeVariation, 12);
    expect(flow.debtServiceRatio).toBeCloseTo(expected.debtServiceRatio, 14);
  });

  it.each(['income', 'spending'] as const)('tells the categories of %s apart', (side) => {
    const wanted = expected.categories[side].map((category) => ({
      ...category,
      completeness: 'complete',
      gross: cny(category.gross),
      refunds: cny(category.refunds),
      net: cny(category.net),
      meanMonthly: cny(category.meanMonthly),
      share: expect.closeTo(category.share, 14),
    }));
    expect(flow.categories?.[side]).toEqual(wanted);
  });

  it('finds the own transfers and what cannot be told apart', () => {
    expect(flow.ownTransfers).toEqual(expected.ownTransfers);
  });

  it.each(['income', 'expense', 'saving'] as const)(
    'draws the trend of %s as scipy does',
    (name) => {
      const { slope, low, high } = expected.trend[name];
      expect(flow.trend[name]).toMatchObject({
        status: 'measured',
        slope: expect.closeTo(slope, 9),
        interval: { low: expect.closeTo(low, 9), high: expect.closeTo(high, 9), confidence: 0.95 },
        months: 33,
      });
    },
  );

  it('says which way income goes', () => {
    // The salary rises by 130 a month.
    expect(flow.trend.income).toMatchObject({ direction: 'rising' });
  });

  it.each(['income', 'expense'] as const)('measures the seasons of %s over two years', (name) => {
    expect(flow.seasonality[name]).toEqual({
      status: 'measured',
      indices: expected.seasonality[name].map((index) => expect.closeTo(index, 12)),
      years: 2,
    });
  });

  it('follows the accounts day by day', () => {
    expect(flow.accounts).toEqual(expected.accounts);
  });
});
