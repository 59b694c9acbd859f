import type { CashFlowOptions, CashFlowPolicy, Transaction } from '../../../src/client/index.js';

export const AS_OF = '2026-03-02';
export const window = { from: '2026-01-01', to: '2026-03-01' } as const;
export const options: CashFlowOptions<'CNY'> = { asOf: AS_OF, window, currency: 'CNY' };

/** A policy that says nothing, to be filled by a test. */
export const silent: CashFlowPolicy = {
  incomes: [],
  irregularIncome: { variationAbove: 0.25, monthsWithoutAbove: 0 },
  debtService: [],
  essentialPayments: [],
  essentialShareOfCardSpending: 0,
};

/** A row with whatever a test does not care about filled in; its id is its content unless one is given. */
export function row(fields: Partial<Transaction>): Transaction {
  const filled = {
    bookingDate: '2026-01-15',
    kind: 'payment',
    currency: 'CNY',
    amount: '-100.00',
    ...fields,
  } as const;
  return { id: JSON.stringify(filled), ...filled };
}
