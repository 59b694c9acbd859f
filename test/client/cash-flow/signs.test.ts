import { describe, expect, it } from 'vitest';
import {
  analyseCashFlow,
  profileClient,
  TRANSACTION_KINDS,
  type TransactionKind,
} from '../../../src/client/index.js';
import { AS_OF, policy, view } from '../support.js';
import { options, row, silent } from './support.js';

const loan = { ...silent, debtService: [{ purposeCode: 'LOAR' }] };
const salary = row({ kind: 'transfer-in', amount: '1000.00' });

describe('the sign of an amount', () => {
  // Income and spending of 100.00 that came, and of 100.00 that went.
  const meanings: Readonly<Record<TransactionKind, readonly [string, string, string, string]>> = {
    'transfer-in': ['100.00', '0.00', '-100.00', '0.00'],
    interest: ['100.00', '0.00', '0.00', '100.00'],
    payment: ['0.00', '-100.00', '0.00', '100.00'],
    card: ['0.00', '-100.00', '0.00', '100.00'],
    cash: ['0.00', '-100.00', '0.00', '100.00'],
    fee: ['0.00', '-100.00', '0.00', '100.00'],
    refund: ['0.00', '-100.00', '0.00', '100.00'],
    investment: ['0.00', '0.00', '0.00', '0.00'],
    'own-transfer': ['0.00', '0.00', '0.00', '0.00'],
    loan: ['0.00', '0.00', '0.00', '100.00'],
  };

  it.each(TRANSACTION_KINDS)('of the kind %s says where it counts', (kind) => {
    const totals = ['100.00', '-100.00'].flatMap((amount) => {
      const { incomeTotal, expenseTotal } = analyseCashFlow([row({ kind, amount })], options);
      return [incomeTotal?.amount, expenseTotal?.amount];
    });
    expect(totals).toEqual(meanings[kind]);
  });

  it('makes a loan’s repayment spending, and debt service where the policy says so', () => {
    const rows = [salary, row({ kind: 'loan', purposeCode: 'LOAR' })];
    const flow = analyseCashFlow(rows, { ...options, policy: loan });
    expect(flow.debtServiceRatio).toBe(0.1);
    expect(flow.expenseTotal?.amount).toBe('100.00');
    expect(flow.savingsRate).toBe(0.9);
  });

  it('leaves the income as it is where interest is paid', () => {
    const rows = [salary, row({ kind: 'interest', amount: '-30.00' })];
    const flow = analyseCashFlow(rows, { ...options, policy: loan });
    expect([flow.incomeTotal?.amount, flow.expenseTotal?.amount]).toEqual(['1000.00', '30.00']);
    const matched = { ...loan, debtService: [{ kind: 'interest' }] } as const;
    expect(analyseCashFlow(rows, { ...options, policy: matched }).debtServiceRatio).toBe(0.03);
  });

  it('takes more debt service or rent back than was paid for none', () => {
    const back = row({ amount: '500.00', purposeCode: 'LOAR' });
    const rent = { ...loan, essentialPayments: [{ purposeCode: 'LOAR' }] };
    const flow = analyseCashFlow([salary, back], { ...options, policy: rent });
    expect([flow.debtServiceRatio, flow.essentialMonthly?.amount]).toEqual([0, '0.00']);
    const transactions = view.transactions!.map((booking) =>
      booking.text === 'mortgage' ? { ...booking, amount: '8200.00' } : booking,
    );
    const profile = profileClient({ ...view, transactions }, policy, { asOf: AS_OF });
    expect(profile.balanceSheet).toMatchObject({ leverage: { debtServiceRatio: 0 } });
  });
});
