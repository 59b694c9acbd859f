import { parseMoney } from 'aptfolio/money';
import {
  parseAnswers,
  parseBalanceSheetOptions,
  parseCashFlowPolicy,
  parseClientPolicy,
  parseClientView,
  parseCompletenessPolicy,
  parseGoals,
  parseHoldings,
  parseLiabilities,
  parseOwners,
  parseQuestionnaire,
  parseSavingPlan,
  safeParseAnswers,
  safeParseBalanceSheetOptions,
  safeParseCashFlowPolicy,
  safeParseClientPolicy,
  safeParseClientView,
  safeParseCompletenessPolicy,
  safeParseGoals,
  safeParseHoldings,
  safeParseLiabilities,
  safeParseMoney,
  safeParseOwners,
  safeParseQuestionnaire,
  safeParseSavingPlan,
} from 'aptfolio/schema';
import { cny, fault, type Input, input } from './input.js';

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
const debt = { id: 'l1', kind: 'mortgage', ...cny('900000.00') } as const;
const goal = {
  id: 'flat',
  currency: 'CNY',
  amountToday: '100000.00',
  years: 2,
  inflation: '0.03',
  monthlyContribution: '500.00',
  earmarked: '1000.00',
} as const;
const row = {
  id: 't1',
  bookingDate: '2026-03-02',
  ...cny('-12.50'),
  kind: 'card',
  counterparty: 'SHOP',
  text: 'lunch',
} as const;
const match = [{ counterparty: 'EMP-01', text: 'salary' }];
const cashFlow = {
  incomes: [{ id: 'salary', match, oneOff: false }],
  irregularIncome: { variationAbove: 0.25, monthsWithoutAbove: 0 },
  debtService: match,
  essentialPayments: match,
  essentialShareOfCardSpending: '0.6',
};
const wording = { 'zh-Hans': '甲', 'zh-Hant': '甲', en: 'A' };

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
  questionnaire: input(
    parseQuestionnaire,
    safeParseQuestionnaire,
    [
      {
        id: 'RTQ',
        validMonths: 12,
        bands: [{ from: 0, level: 'C1' }],
        overallWeights: { capacity: 1 },
        mandatory: ['Q01'],
        items: [
          {
            id: 'Q01',
            factor: 'age',
            dimension: 'capacity',
            weight: 1,
            points: [10, 0],
            text: wording,
            options: [wording, wording],
          },
        ],
        levelDimensions: ['capacity'],
        combination: 'lowest',
      },
    ],
    [
      fault(['items', 0, 'text', 'en'], '', 'empty', 'questionnaire.items[0].text.en'),
      fault(['combination'], 'average', 'unknown-value', 'questionnaire.combination'),
    ],
  ),
  answers: input(
    parseAnswers,
    safeParseAnswers,
    [{ Q01: 2, Q02: null }],
    [fault(['Q01'], -1, 'out-of-range', 'answers.Q01')],
  ),
  owners: input(
    parseOwners,
    safeParseOwners,
    [[{ id: 'a', level: 'C2' }]],
    [
      fault([0, 'level'], 2, 'unknown-value', 'owners[0].level'),
      fault([0, 'id'], undefined, 'missing-value', 'owners[0].id'),
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
          consents: { profiling: true, marketing: false },
        },
        baseCurrency: 'CNY',
        fx: { USD: '7.1000' },
        holdings: [holding],
        liabilities: [debt],
        goals: [goal],
        transactions: [row],
        coOwners: [{ id: 'c2', level: 'C2' }],
        statements: { acceptedLoss: 0.1 },
      },
    ],
    [fault(['client', 'birthDate'], '1987-02-29', 'invalid-date', 'view.client.birthDate')],
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
    [fault([0, 'amount'], '9e5', 'invalid-format', 'liabilities[0].amount')],
  ),
  goals: input(
    parseGoals,
    safeParseGoals,
    [[goal]],
    [
      fault([0, 'years'], 2.5, 'invalid-type', 'goals[0].years'),
      fault([0, 'inflation'], undefined, 'missing-value', 'goals[0].inflation'),
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
  'completeness-policy': input(
    parseCompletenessPolicy,
    safeParseCompletenessPolicy,
    [{ fieldWeights: { birthDate: 3 }, threshold: 0.9 }],
    [fault(['threshold'], 90, 'out-of-range', 'policy.threshold')],
  ),
  'cash-flow-policy': input(
    parseCashFlowPolicy,
    safeParseCashFlowPolicy,
    [cashFlow],
    [
      fault(['debtService', 0, 'txt'], 'x', 'unknown-id', 'policy.debtService[0].txt'),
      fault(['irregularIncome'], [], 'invalid-type', 'policy.irregularIncome'),
    ],
  ),
  'balance-sheet-options': input(
    parseBalanceSheetOptions,
    safeParseBalanceSheetOptions,
    [
      {
        essentialMonthly: cny('6000'),
        liquidWithinDays: 3,
        depositInsurance: { limit: cny('500000') },
      },
    ],
    [
      fault(
        ['depositInsurance', 'limit'],
        '500000',
        'invalid-type',
        'options.depositInsurance.limit',
      ),
      fault(['liquidWithin'], 3, 'unknown-id', 'options.liquidWithin'),
    ],
  ),
  'client-policy': input(
    parseClientPolicy,
    safeParseClientPolicy,
    [
      {
        ...cashFlow,
        reserveMonths: { regularIncome: 3, irregularIncome: 6 },
        concentrationMax: { single: 0.2, employer: 0.1 },
        maturityNoticeDays: { notice: 7, plan: 30 },
        stagedSale: { parts: 4, everyMonths: 3 },
        longTermYears: 15,
        liquidWithinDays: 1,
        depositInsurance: { limit: cny('500000') },
        priorities: ['reserve-gap'],
        netReturnByLevel: { C1: 0.01, C2: 0.02, C3: 0.03, C4: 0.04, C5: 0.05 },
        adultAge: 18,
        specialCareAge: 70,
        lifeStages: { retirementAge: 60, yearsBefore: 10, youngUntil: 35 },
        contradictions: { noLossUpTo: 0.02, equityAbove: 0.3, levelsApart: 2 },
      },
    ],
    [
      fault(['priorities', 0], 'fun', 'unknown-value', 'policy.priorities[0]'),
      fault(
        ['reserveMonths', 'regularIncome'],
        -1,
        'out-of-range',
        'policy.reserveMonths.regularIncome',
      ),
    ],
  ),
};
