import {
  parseActionPolicy,
  parseBalanceSheetOptions,
  parseCashFlowOptions,
  parseCashFlowPolicy,
  parseClientPolicy,
  parseCompletenessPolicy,
  parsePurposePolicy,
  safeParseActionPolicy,
  safeParseBalanceSheetOptions,
  safeParseCashFlowOptions,
  safeParseCashFlowPolicy,
  safeParseClientPolicy,
  safeParseCompletenessPolicy,
  safeParsePurposePolicy,
} from 'aptfolio/schema';
import { cny, fault, type Input, input } from './input.js';

const match = [
  {
    counterparty: 'EMP-01',
    text: 'salary',
    kind: 'transfer-in',
    purposeCode: 'SALA',
    bankTransactionCode: 'PMNT-RCDT',
  },
] as const;
const cashFlow = {
  incomes: [{ id: 'salary', match, oneOff: false }],
  irregularIncome: { variationAbove: 0.25, monthsWithoutAbove: 0 },
  debtService: match,
  essentialPayments: match,
  essentialShareOfCardSpending: '0.6',
  categories: [{ category: 'housing', match }],
  noEssentialSpending: 'unknown',
  ownTransfers: { withinDays: 3, ownCounterparties: ['CLIENT'], ownPurposeCodes: ['INTP'] },
} as const;
const protection = {
  incomeYears: 10,
  incomeShare: 0.6,
  debtShare: 1,
  goalPurposes: ['education', 'home'],
  liquidShare: 0.5,
} as const;
const rule = {
  months: 12,
  consequences: [
    { kind: 'adviser-call' },
    { kind: 'longer-consideration' },
    { kind: 'extra-warning' },
    { kind: 'legal-representative' },
    { kind: 'cap', level: 'C3' },
  ],
} as const;
const client = {
  ...cashFlow,
  reserveMonths: { regularIncome: 3, irregularIncome: 6 },
  concentrationMax: { single: 0.2, employer: 0.1 },
  maturityNoticeDays: { notice: 7, plan: 30 },
  stagedSale: { parts: 4, everyMonths: 3 },
  longTermYears: 15,
  liquidWithinDays: 1,
  plannedWithdrawalMonths: 12,
  depositInsurance: { limit: cny('500000') },
  expensiveDebt: { spread: 0.01, cashRate: 0.002, kinds: ['credit-card'] },
  protection: { life: protection, illness: protection },
  currencyExposureMax: { single: 0.25, total: 0.4 },
  assessmentNoticeDays: 30,
  goalLiquidityMonths: 24,
  priorities: ['reserve-gap', 'protection-gap'],
  netReturnByLevel: { C1: 0.01, C2: 0.02, C3: 0.03, C4: 0.04, C5: 0.05 },
  adultAge: 18,
  specialCareAge: 70,
  implausibleAgeAbove: 115,
  lifeStages: { retirementAge: 60, yearsBefore: 10, youngUntil: 35 },
  contradictions: {
    noLossUpTo: 0.02,
    equityAbove: 0.3,
    levelsApart: 2,
    incomeApart: 0.25,
    ageYearsApart: 0,
    horizonYearsApart: 3,
    withdrawalsApart: 0.2,
    expectedReturnAbove: 0.04,
  },
  revealedPreference: {
    equityBands: [
      { level: 'C2', equityUpTo: 0.2 },
      { level: 'C5', equityUpTo: 1 },
    ],
    levelsApart: 1,
    panicSalesFrom: 2,
    panicToleranceFrom: 'C4',
  },
  care: {
    rules: {
      minor: { ...rule, months: null },
      'age-65': rule,
      'advanced-age': rule,
      health: rule,
      bereavement: rule,
      'job-loss': rule,
      divorce: rule,
      caring: rule,
      'sole-income': rule,
      'low-resilience': rule,
      'first-investment': rule,
      'limited-capability': rule,
    },
    advancedAge: 80,
    lowResilienceBelowMonths: 1.5,
  },
} as const;

/** How a bank reads a client. */
export const POLICIES: Readonly<Record<string, Input>> = {
  'completeness-policy': input(
    parseCompletenessPolicy,
    safeParseCompletenessPolicy,
    [{ fieldWeights: { birthDate: 3 }, threshold: 0.9 }],
    [fault(['threshold'], 90, 'out-of-range', 'policy.threshold')],
  ),
  'purpose-policy': input(
    parsePurposePolicy,
    safeParsePurposePolicy,
    [
      {
        purposes: {
          'high-risk-advice': {
            fieldWeights: { 'client.birthDate': 3, experience: 1 },
            threshold: 0.6,
            required: ['experience'],
            maxAge: { experience: { months: 6 }, holdings: { days: 30 } } as never,
            minConfidence: 0.8,
          },
        },
      },
    ],
    [
      fault(
        ['purposes', 'high-risk-advice', 'maxAge', 'experience'],
        { months: 6, days: 3 },
        'unknown-id',
        'policy.purposes["high-risk-advice"].maxAge.experience.days',
      ),
      fault(['purposes', 'advice'], null, 'missing-value', 'policy.purposes.advice'),
      fault(
        ['purposes', 'high-risk-advice', 'minConfidence'],
        80,
        'out-of-range',
        'policy.purposes["high-risk-advice"].minConfidence',
      ),
    ],
  ),
  'cash-flow-policy': input(
    parseCashFlowPolicy,
    safeParseCashFlowPolicy,
    [cashFlow],
    [
      fault(['debtService', 0, 'txt'], 'x', 'unknown-id', 'policy.debtService[0].txt'),
      fault(['irregularIncome'], [], 'invalid-type', 'policy.irregularIncome'),
      fault(['categories', 0, 'name'], 'rent', 'unknown-id', 'policy.categories[0].name'),
      fault(['noEssentialSpending'], 'zero', 'unknown-value', 'policy.noEssentialSpending'),
      fault(['ownTransfers', 'withinDays'], '3', 'invalid-type', 'policy.ownTransfers.withinDays'),
      fault(
        ['essentialPayments', 0, 'kind'],
        'rent',
        'unknown-value',
        'policy.essentialPayments[0].kind',
      ),
    ],
  ),
  'cash-flow-options': input(
    parseCashFlowOptions,
    safeParseCashFlowOptions,
    [
      {
        asOf: '2026-03-02',
        currency: 'CNY',
        window: { from: '2025-03-01', to: '2026-03-01' },
        historyFrom: '2024-01-15',
        policy: cashFlow,
        fx: { base: 'CNY', rates: { USD: '7.1000' } },
        balances: [{ account: 'A1', date: '2026-02-28', ...cny('-20.00') }],
      },
    ],
    [
      fault(['asOf'], undefined, 'missing-value', 'options.asOf'),
      fault(['window', 'to'], undefined, 'missing-value', 'options.window.to'),
      fault(['historyFrom'], '2024-02-30', 'invalid-date', 'options.historyFrom'),
      fault(['balances', 0, 'account'], '', 'empty', 'options.balances[0].account'),
      fault(['policy', 'incomes'], undefined, 'missing-value', 'options.policy.incomes'),
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
        asOf: '2026-03-02',
        liquiditySteps: [
          { id: 'day', withinDays: 1 },
          { id: 'year', withinDays: 365 },
        ],
        debtServiceRatio: 1.2,
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
      fault(['liquiditySteps'], [], 'empty', 'options.liquiditySteps'),
      fault(['debtServiceRatio'], Infinity, 'not-finite', 'options.debtServiceRatio'),
    ],
  ),
  'client-policy': input(
    parseClientPolicy,
    safeParseClientPolicy,
    [client],
    [
      fault(['priorities', 0], 'fun', 'unknown-value', 'policy.priorities[0]'),
      fault(
        ['reserveMonths', 'regularIncome'],
        -1,
        'out-of-range',
        'policy.reserveMonths.regularIncome',
      ),
      fault(['protection', 'fire'], protection, 'unknown-id', 'policy.protection.fire'),
      fault(
        ['protection', 'life', 'incomeShare'],
        60,
        'out-of-range',
        'policy.protection.life.incomeShare',
      ),
      fault(
        ['expensiveDebt', 'kinds', 0],
        'card',
        'unknown-value',
        'policy.expensiveDebt.kinds[0]',
      ),
      fault(['contradictions', 'ageApart'], 1, 'unknown-id', 'policy.contradictions.ageApart'),
      fault(
        ['revealedPreference', 'equityBands'],
        [],
        'empty',
        'policy.revealedPreference.equityBands',
      ),
      fault(['care', 'rules', 'grief'], rule, 'unknown-id', 'policy.care.rules.grief'),
      fault(
        ['care', 'rules', 'health', 'consequences', 0, 'kind'],
        'cap',
        'missing-value',
        'policy.care.rules.health.consequences[0].level',
      ),
      fault(
        ['care', 'rules', 'health', 'consequences', 0, 'kind'],
        'call',
        'unknown-value',
        'policy.care.rules.health.consequences[0].kind',
      ),
      fault(
        ['care', 'rules', 'health', 'months'],
        undefined,
        'missing-value',
        'policy.care.rules.health.months',
      ),
    ],
  ),
  'action-policy': input(
    parseActionPolicy,
    safeParseActionPolicy,
    [
      {
        ...client,
        contact: {
          perNeed: { contacts: 1, days: 30 },
          inAll: { contacts: 0, days: 90 },
          coolingOffDays: 180,
          serviceKinds: ['overdraft', 'maturity'],
        },
      },
    ],
    [
      fault(['contact'], undefined, 'missing-value', 'policy.contact'),
      fault(
        ['contact', 'perNeed', 'contacts'],
        0,
        'out-of-range',
        'policy.contact.perNeed.contacts',
      ),
      fault(
        ['contact', 'serviceKinds', 0],
        'service',
        'unknown-value',
        'policy.contact.serviceKinds[0]',
      ),
      fault(['stagedSale', 'parts'], 0, 'out-of-range', 'policy.stagedSale.parts'),
    ],
  ),
};
