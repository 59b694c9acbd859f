import { describe, expect, it } from 'vitest';
import { analyseCashFlow, type Transaction } from '../../../src/client/index.js';
import { expectRefusal } from '../../refusal.js';
import { wrong } from '../support.js';
import { AS_OF, row, silent } from './support.js';

const YEAR = { from: '2025-03-01', to: '2026-03-01' } as const;
const analyse = (rows: readonly Transaction[], more: object = {}) =>
  analyseCashFlow(rows, { asOf: AS_OF, window: YEAR, currency: 'CNY', policy: silent, ...more });
const salary = (bookingDate: string, amount = '300.00') =>
  row({ kind: 'transfer-in', amount, bookingDate: bookingDate as '2026-01-15' });

describe('months before the history begins', () => {
  const rows = [salary('2025-12-08'), salary('2026-02-08', '600.00')];

  it('are not months without income', () => {
    const flow = analyse(rows);
    // December, January, February: 900 / 3, and one of three months without.
    expect(flow).toMatchObject({
      historyFrom: '2025-12-01',
      monthsCovered: 3,
      monthsObserved: 2,
      meanMonthlyIncome: { amount: '300.00' },
      incomeStreams: [{ monthsWithout: 1 }],
    });
    // 300, 0 and 600: the standard deviation is √60000.
    expect(flow.incomeVariation).toBeCloseTo(Math.sqrt(60000) / 300, 12);
    expect(flow.months).toHaveLength(12);
    expect(flow.months[8]).toEqual({ month: '2025-11', income: null, expense: null });
    expect(flow.months[10]).toMatchObject({ month: '2026-01', income: { amount: '0.00' } });
    expect(flow.incomeStreams[0]?.monthly.map((amount) => amount?.amount ?? null)).toEqual([
      ...Array.from({ length: 9 }, () => null),
      '300.00',
      '0.00',
      '600.00',
    ]);
  });

  it('end where somebody says that the bookings begin, and a month cut short is left out', () => {
    const whole = analyse(rows, { historyFrom: '2025-09-01' });
    // 900 / 6.
    expect(whole).toMatchObject({ monthsCovered: 6, meanMonthlyIncome: { amount: '150.00' } });
    const cut = analyse(rows, { historyFrom: '2025-12-02' });
    expect(cut).toMatchObject({
      historyFrom: '2025-12-02',
      monthsCovered: 2,
      incomeTotal: { amount: '600.00' },
      meanMonthlyIncome: { amount: '300.00' },
      rows: { unique: 2, outsideWindow: 1 },
    });
  });

  it('end before the window where bookings are older than it', () => {
    const flow = analyse([salary('2024-01-08'), ...rows]);
    // 900 / 12.
    expect(flow).toMatchObject({
      historyFrom: '2024-01-01',
      monthsCovered: 12,
      meanMonthlyIncome: { amount: '75.00' },
    });
  });

  it.each([
    ['no booking', [], {}],
    ['a history that begins after the window', rows, { historyFrom: '2026-03-02' }],
  ] as const)(
    'are all there is with %s: nothing is known, not even that nothing came in',
    (_, given, more) => {
      expect(analyse(given, more)).toMatchObject({
        monthsCovered: 0,
        meanMonthlyIncome: null,
        meanMonthlyExpense: null,
        essentialMonthly: null,
        savingsRate: null,
        trend: { income: { status: 'insufficient', months: 0, needed: 12 } },
      });
    },
  );

  it('are refused from a day that does not exist', () => {
    const act = (historyFrom: unknown) => () => analyse(rows, { historyFrom: wrong(historyFrom) });
    expectRefusal(act('2025-02-29'), 'invalid-date', 'options.historyFrom');
    expectRefusal(act(20250301), 'invalid-type', 'options.historyFrom');
  });
});

describe('a history', () => {
  const card = row({ kind: 'card', amount: '-1000.00', bookingDate: '2026-02-01' });
  const essential = { policy: { ...silent, essentialShareOfCardSpending: 1 } };
  const alone = {
    completeness: 'complete',
    historyFrom: '2026-02-01',
    monthsCovered: 1,
    essentialMonthly: { amount: '1000.00' },
  };

  it.each([
    ['a booking without a rate', { kind: 'card', currency: 'JPY', amount: '-1' }, '2025-01-05'],
    ['a broken amount', { kind: 'card', amount: 'x' }, '2025-01-05'],
    ['an investment', { kind: 'investment' }, '2025-01-05'],
    ['an investment in the window', { kind: 'investment' }, '2025-06-05'],
    ['a labelled own transfer', { kind: 'own-transfer' }, '2025-06-05'],
    ['a booking decades before all others', { kind: 'card' }, '2006-02-02'],
    ['a booking more than two years before', { kind: 'card' }, '2024-01-31'],
  ] as const)('is not begun by %s', (_, fields, bookingDate) => {
    const early = wrong({ ...row(wrong(fields)), bookingDate }) as Transaction;
    expect(analyse([card, early], essential)).toMatchObject(alone);
    expect(analyse([early, card], essential)).toMatchObject(alone);
  });

  it('is not begun by own transfers that nobody labelled', () => {
    const day = { bookingDate: '2025-06-05' } as const;
    const own = [
      row({ ...day, account: 'A' }),
      row({ ...day, account: 'B', kind: 'transfer-in', amount: '100.00' }),
    ];
    const policy = { ...essential.policy, ownTransfers: {} };
    expect(analyse([card, ...own], { policy })).toMatchObject(alone);
  });

  it('is begun by a booking two years before the next', () => {
    const early = row({ kind: 'card', amount: '-200.00', bookingDate: '2024-02-01' });
    expect(analyse([card, early], essential)).toMatchObject({
      historyFrom: '2024-02-01',
      monthsCovered: 12,
    });
  });

  it.each(['0026-02-02', '1969-12-31'] as const)(
    'knows that a booking of %s has a wrong date, and may belong anywhere',
    (bookingDate) => {
      const flow = analyse([card, row({ kind: 'card', bookingDate })], essential);
      expect(flow).toMatchObject({
        completeness: 'incomplete',
        monthsCovered: 1,
        essentialMonthly: null,
        missing: { essential: ['transactions'] },
        failures: [
          { row: 1, issues: [{ code: 'out-of-range', path: 'transactions[1].bookingDate' }] },
        ],
      });
    },
  );

  it('is not looked for before 1970, and 1970 is a date', () => {
    const old = row({ kind: 'card', bookingDate: '1970-01-01' });
    expect(analyse([card, old], essential)).toMatchObject({ ...alone, failures: [] });
  });
});

/** A salary on the first of each month up to February 2026, by the amount that a month's number gives. */
function monthly(months: number, amountOf: (index: number, calendarMonth: number) => number) {
  const first = 2026 * 12 + 1 - (months - 1);
  return Array.from({ length: months }, (_, index) => {
    const [year, month] = [Math.floor((first + index) / 12), ((first + index) % 12) + 1];
    const date = `${year}-${String(month).padStart(2, '0')}-01`;
    return salary(date, amountOf(index, month).toFixed(2));
  });
}
const years = (count: number) => ({ window: { from: `${2026 - count}-03-01`, to: '2026-03-01' } });

describe('a trend', () => {
  it('is the slope per month, whatever a single month does', () => {
    // Up by 10 a month, but for one bonus of 90,000.
    const rows = monthly(12, (index) => (index === 5 ? 90000 : 1000 + 10 * index));
    const { income, saving, expense } = analyse(rows).trend;
    expect(income).toMatchObject({
      status: 'measured',
      slope: 10,
      direction: 'rising',
      months: 12,
    });
    expect(saving).toEqual(income);
    expect(expense).toMatchObject({ slope: 0, direction: 'unclear' });
  });

  it('falls, or is unclear', () => {
    const falling = analyse(monthly(12, (index) => 5000 - 20 * index)).trend.income;
    expect(falling).toMatchObject({ slope: -20, direction: 'falling' });
    const swinging = analyse(monthly(12, (index) => 1000 + (index % 2) * 500)).trend.income;
    expect(swinging).toMatchObject({ direction: 'unclear' });
  });

  it('is not drawn through less than a year', () => {
    expect(analyse(monthly(11, () => 1000)).trend.income).toEqual({
      status: 'insufficient',
      months: 11,
      needed: 12,
    });
  });

  it('is in units of the currency, also where it has no cents', () => {
    const rows = monthly(12, (index) => 1000 + 7 * index).map((given) => ({
      ...given,
      currency: 'JPY' as const,
      amount: given.amount.replace('.00', ''),
    }));
    const { income } = analyseCashFlow(rows, { asOf: AS_OF, window: YEAR }).trend;
    expect(income).toMatchObject({ slope: 7 });
  });
});

describe('seasons', () => {
  it('are ratios of calendar months to the mean', () => {
    // 1,000 a month, and 13,000 in January: 24,000 a year, 2,000 a month.
    const rows = monthly(24, (_, month) => (month === 1 ? 13000 : 1000));
    expect(analyse(rows, years(2)).seasonality.income).toEqual({
      status: 'measured',
      indices: [6.5, ...Array.from({ length: 11 }, () => 0.5)],
      years: 2,
    });
  });

  it('rest on whole years, so that each calendar month counts as often', () => {
    // Ten months more at a tenth of the amount would pull their calendar months down.
    const rows = monthly(34, (index, month) => (index < 10 ? 100 : month === 1 ? 13000 : 1000));
    expect(analyse(rows, years(3)).seasonality.income).toMatchObject({
      indices: [6.5, ...Array.from({ length: 11 }, () => 0.5)],
      years: 2,
    });
  });

  it('are not claimed from less than two years, nor of nothing', () => {
    const { seasonality } = analyse(
      monthly(23, () => 1000),
      years(2),
    );
    expect(seasonality.income).toEqual({ status: 'insufficient', months: 23, needed: 24 });
    const whole = analyse(
      monthly(24, () => 1000),
      years(2),
    ).seasonality;
    expect(whole.expense).toEqual({ status: 'no-amount' });
  });
});
