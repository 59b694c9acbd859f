import {
  parseAllocationPolicy,
  parseAllocationProblem,
  parseAssumptions,
  parseCalendar,
  parseFxRates,
  parseReturnHistory,
  parseScreeningContext,
  parseSelectionContext,
  safeParseAllocationPolicy,
  safeParseAllocationProblem,
  safeParseAssumptions,
  safeParseCalendar,
  safeParseFxRates,
  safeParseReturnHistory,
  safeParseScreeningContext,
  safeParseSelectionContext,
} from 'aptfolio/schema';
import { citation, cny, fault, type Input, input } from './input.js';

const covariance = [
  [0.001, 0],
  [0, 0.04],
];
const problem = {
  assets: ['BOND', 'EQUITY'],
  expectedReturn: [0.03, 0.07],
  covariance,
  objective: { kind: 'utility', riskAversion: 4 },
  bounds: { EQUITY: { min: 0.1, max: 0.6 } },
  groups: [{ id: 'risky', members: ['EQUITY'], min: 0, max: 0.5 }],
  budget: 1,
} as const;
const screening = { level: 'C3', maxLockUpDays: 90, amount: cny('1000'), held: ['P01'] } as const;
const level = { lambda: 4, equityMax: 0.3 };

export const MARKET: Readonly<Record<string, Input>> = {
  'fx-rates': input(
    parseFxRates,
    safeParseFxRates,
    [{ base: 'CNY', rates: { USD: '7.1000', HKD: '0.9080' } }],
    [
      fault(['base'], 'RMB', 'unknown-value', 'fx.base'),
      fault(['rates', 'USD'], 7.1, 'invalid-type', 'fx.rates.USD'),
      fault(['rates', 'RMB'], '1', 'unknown-id', 'fx.rates.RMB'),
    ],
  ),
  calendar: input(
    parseCalendar,
    safeParseCalendar,
    [
      {
        id: 'CN-example',
        covers: { from: '2026-01-01', to: '2027-01-01' },
        weekend: [6, 7],
        holidays: ['2026-05-01'],
        workdays: ['2026-05-09'],
      },
    ],
    [
      fault(['holidays', 0], '2026-02-30', 'invalid-date', 'calendar.holidays[0]'),
      fault(['weekend', 0], 0, 'unknown-value', 'calendar.weekend[0]'),
      fault(['weekend'], [1, 2, 3, 4, 5, 6, 7], 'too-long', 'calendar.weekend'),
    ],
  ),
  assumptions: input(
    parseAssumptions,
    safeParseAssumptions,
    [
      {
        asOf: '2026-03-02',
        source: 'the bank',
        author: 'the committee',
        validFrom: '2026-03-02',
        validUntil: '2027-03-01',
        horizonYears: 10,
        currency: 'CNY',
        returnKind: 'geometric',
        assetClasses: ['BOND'],
        expectedReturn: [0.03],
        volatility: [0.05],
        correlation: [[1]],
        classDetails: {
          BOND: { note: 'government bonds', citations: [citation], currency: 'USD', hedged: true },
        },
      },
    ],
    [
      fault(['correlation', 0, 0], 1.5, 'out-of-range', 'assumptions.correlation[0][0]'),
      fault(['validUntil'], '2027-02-29', 'invalid-date', 'assumptions.validUntil'),
      fault(['horizonYears'], 0, 'out-of-range', 'assumptions.horizonYears'),
      fault(['currency'], 'RMB', 'unknown-value', 'assumptions.currency'),
      fault(['returnKind'], 'log', 'unknown-value', 'assumptions.returnKind'),
      fault(
        ['classDetails', 'BOND', 'hedged'],
        'yes',
        'invalid-type',
        'assumptions.classDetails.BOND.hedged',
      ),
    ],
  ),
  'return-history': input(
    parseReturnHistory,
    safeParseReturnHistory,
    [{ assets: ['BOND'], periods: [2024, '2025'], returns: [[0.031], [0.026]] }],
    [
      fault(['returns', 1, 0], Number.NaN, 'not-finite', 'history.returns[1][0]'),
      fault(['periods', 0], true, 'invalid-type', 'history.periods[0]'),
      fault(['assets'], [], 'empty', 'history.assets'),
    ],
  ),
  'allocation-policy': input(
    parseAllocationPolicy,
    safeParseAllocationPolicy,
    [
      {
        lower: { CASH: 0.05 },
        upper: { GOLD: 0.1 },
        equityClasses: ['EQ'],
        levels: { C1: level, C2: level, C3: level, C4: level, C5: level },
      },
    ],
    [fault(['levels', 'C6'], level, 'unknown-id', 'policy.levels.C6')],
  ),
  'allocation-problem': input(
    parseAllocationProblem,
    safeParseAllocationProblem,
    [
      problem,
      { ...problem, objective: { kind: 'minimum-variance' } },
      { ...problem, objective: { kind: 'target-return', expectedReturn: 0.05 } },
    ],
    [
      fault(['objective', 'riskAversion'], 0, 'out-of-range', 'problem.objective.riskAversion'),
      fault(['objective', 'kind'], undefined, 'missing-value', 'problem.objective.kind'),
      fault(['bounds', 'EQUITY', 'maximum'], 1, 'unknown-id', 'problem.bounds.EQUITY.maximum'),
      fault(['covariance', 0], new Float64Array(2), 'invalid-type', 'problem.covariance[0]'),
    ],
  ),
  'screening-context': input(
    parseScreeningContext,
    safeParseScreeningContext,
    [screening],
    [
      fault(['level'], undefined, 'missing-value', 'context.level'),
      fault(['maxLockUpDays'], 1e300, 'out-of-range', 'context.maxLockUpDays'),
    ],
  ),
  'selection-context': input(
    parseSelectionContext,
    safeParseSelectionContext,
    [{ ...screening, covariance, maxWeightPerProduct: 0.4 }],
    [
      fault(['maxWeightPerProduct'], 0, 'out-of-range', 'context.maxWeightPerProduct'),
      fault(['covariance'], 0.04, 'invalid-type', 'context.covariance'),
    ],
  ),
};
