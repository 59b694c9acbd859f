import { parseMoney } from 'aptfolio/money';
import {
  parseClientView,
  parseGoals,
  parseHoldings,
  parseLiabilities,
  parseSavingPlan,
  parseTransactions,
  safeParseClientView,
  safeParseGoals,
  safeParseHoldings,
  safeParseLiabilities,
  safeParseMoney,
  safeParseSavingPlan,
} from 'aptfolio/schema';
import { cny, fault, type Input, input, part, rowsInput } from './input.js';
import { QUESTIONNAIRE } from './questionnaire.js';

const holding = {
  id: 'h1',
  kind: 'term-deposit',
  ...cny('1000.00'),
  availableInDays: 90,
  start: '2026-01-01',
  maturity: '2026-04-01',
  termDays: 90,
  annualRate: '0.0135',
  breakable: true,
  employer: false,
  issuer: 'BANK',
  bank: 'BANK-2',
  equityShare: 0,
} as const;
const debt = {
  id: 'l1',
  kind: 'mortgage',
  ...cny('900000.00'),
  annualRate: 0.031,
  secured: true,
} as const;
const goal = {
  id: 'flat',
  purpose: 'home',
  currency: 'CNY',
  amountToday: '100000.00',
  years: 2,
  inflation: '0.03',
  monthlyContribution: '500.00',
  earmarked: '1000.00',
  earmarkedIn: ['h1'],
} as const;
const booking = {
  id: 't1',
  bookingDate: '2026-03-02',
  ...cny('-12.50'),
  kind: 'card',
  counterparty: 'SHOP',
  text: 'lunch',
  account: 'A1',
  purposeCode: 'GDDS',
  bankTransactionCode: 'PMNT-CCRD-POSD',
} as const;

/** Every part of a view but the client. */
export const parts = {
  baseCurrency: 'CNY',
  fx: { USD: '7.1000' },
  holdings: [holding],
  liabilities: [debt],
  goals: [goal],
  cover: [{ id: 'v1', kind: 'life', ...cny('500000.00') }],
  transactions: [booking],
  historyFrom: '2025-01-01',
  questionnaire: part(QUESTIONNAIRE, 'questionnaire-result'),
  coOwners: [{ id: 'c2', level: 'C2' }],
  statements: {
    acceptedLoss: 0.1,
    expectedReturn: -0.01,
    annualIncome: cny('384000.00'),
    birthYear: 1988,
    age: 38,
    horizonYears: 7.5,
    liquidityNeed: cny('20000.00'),
  },
  plannedWithdrawals: [{ id: 'w1', date: '2026-09-01', ...cny('20000.00'), goal: 'flat' }],
  behaviour: { panicSales: 1 },
} as const;

export const CLIENT: Readonly<Record<string, Input>> = {
  money: input(
    parseMoney,
    safeParseMoney,
    [cny('12.50')],
    [
      fault(['amount'], 12.5, 'invalid-type', 'money.amount'),
      fault(['currency'], 'RMB', 'unknown-currency', 'money.currency'),
    ],
  ),
  'client-view': input(
    parseClientView,
    safeParseClientView,
    [
      {
        client: {
          id: 'c1',
          birthDate: '1988-02-29',
          status: 'active',
          retired: false,
          dependants: [{ age: 7 }],
          circumstances: [{ kind: 'bereavement', since: '2025-11-20', until: '2026-11-20' }],
          consents: { profiling: true, marketing: false },
        },
        ...parts,
      },
    ],
    [
      fault(['client', 'birthDate'], '1987-02-29', 'invalid-date', 'view.client.birthDate'),
      fault(
        ['client', 'circumstances', 0, 'kind'],
        'sad',
        'unknown-value',
        'view.client.circumstances[0].kind',
      ),
      fault(['baseCurrency'], 'RMB', 'unknown-value', 'view.baseCurrency'),
      fault(['cover', 0, 'amount'], 5e5, 'invalid-type', 'view.cover[0].amount'),
      fault(['cover', 0, 'kind'], 'fire', 'unknown-value', 'view.cover[0].kind'),
      fault(['statements', 'age'], 38.5, 'invalid-type', 'view.statements.age'),
      fault(
        ['statements', 'expectedReturn'],
        Number.NaN,
        'not-finite',
        'view.statements.expectedReturn',
      ),
      fault(
        ['statements', 'annualIncome'],
        '384000',
        'invalid-type',
        'view.statements.annualIncome',
      ),
      fault(
        ['plannedWithdrawals', 0, 'date'],
        '2026-09-31',
        'invalid-date',
        'view.plannedWithdrawals[0].date',
      ),
      fault(['behaviour', 'panicSales'], -1, 'out-of-range', 'view.behaviour.panicSales'),
      fault(['questionnaire', 'status'], 'done', 'unknown-value', 'view.questionnaire.status'),
    ],
  ),
  transactions: rowsInput(
    parseTransactions,
    [[booking]],
    [
      fault([0, 'bookingDate'], '2026-02-30', 'invalid-date', 'transactions[0].bookingDate'),
      fault([0, 'account'], 7, 'invalid-type', 'transactions[0].account'),
      fault([0, 'kind'], 'POSD', 'unknown-value', 'transactions[0].kind'),
      fault([], null, 'missing-value', 'transactions'),
      fault([], {}, 'invalid-type', 'transactions'),
    ],
  ),
  holdings: input(
    parseHoldings,
    safeParseHoldings,
    [[holding]],
    [
      fault([0, 'kind'], 'cash', 'unknown-value', 'holdings[0].kind'),
      fault([0, 'annualRate'], '1.35%', 'invalid-format', 'holdings[0].annualRate'),
      fault([0, 'annualRate'], Infinity, 'not-finite', 'holdings[0].annualRate'),
    ],
  ),
  liabilities: input(
    parseLiabilities,
    safeParseLiabilities,
    [[debt]],
    [
      fault([0, 'amount'], '9e5', 'invalid-format', 'liabilities[0].amount'),
      fault([0, 'secured'], 'house', 'invalid-type', 'liabilities[0].secured'),
    ],
  ),
  goals: input(
    parseGoals,
    safeParseGoals,
    [[goal]],
    [
      fault([0, 'years'], 2.5, 'invalid-type', 'goals[0].years'),
      fault([0, 'inflation'], undefined, 'missing-value', 'goals[0].inflation'),
      fault([0, 'purpose'], 'yacht', 'unknown-value', 'goals[0].purpose'),
    ],
  ),
  'saving-plan': input(
    parseSavingPlan,
    safeParseSavingPlan,
    [
      {
        present: cny('1000'),
        monthlyContribution: cny('50'),
        years: 3,
        target: cny('4000'),
        inflation: 0.02,
      },
    ],
    [
      fault(['target'], '4000', 'invalid-type', 'plan.target'),
      fault(['years'], null, 'missing-value', 'plan.years'),
    ],
  ),
};
