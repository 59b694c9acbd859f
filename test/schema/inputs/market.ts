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
  rules: [{ id: 'duration', coefficients: { BOND: 7.5, EQUITY: -0.5 }, min: 0, max: 6 }],
  relative: [{ id: 'half', members: ['EQUITY'], of: ['BOND'], min: 0, max: 0.5 }],
  budget: { min: 0.9, max: 1 },
  maxShort: 0,
  maxLeverage: 1.6,
  trading: {
    current: { BOND: 0.5, EQUITY: 0.4 },
    buyCost: 0.002,
    sellCost: { BOND: 0, EQUITY: 0.003 },
    maxTurnover: 0.2,
    frozen: ['BOND'],
  },
  benchmark: { EQUITY: 0.4 },
  maxTrackingError: 0.03,
  risk: 'total',
  priorities: { 'max:EQUITY': 2.5, turnover: 'hard' },
} as const;
const byFactors = {
  loadings: [[0.1], [0.9]],
  factorCovariance: [[0.03]],
  specificVariance: [0.001, 0],
} as const;
const screening = { level: 'C3', maxLockUpDays: 90, amount: cny('1000'), held: ['P01'] } as const;
const policyRules = {
  groups: [{ id: 'real', members: ['EQ', 'GOLD'], min: 0, max: 0.5 }],
  rules: [{ id: 'duration', coefficients: { CASH: 0.25 }, min: 0.1, max: 3 }],
};
const level = { lambda: 4, equityMax: 0.3, ...policyRules };

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
        ...policyRules,
        glidePaths: [
          {
            id: 'education',
            knots: [{ yearsToGoal: 0, lambda: 40, equityMax: 0.1 }],
            equityMayRise: false,
          },
        ],
      },
    ],
    [
      fault(['levels', 'C6'], level, 'unknown-id', 'policy.levels.C6'),
      fault(['groups', 0, 'max'], 1.5, 'out-of-range', 'policy.groups[0].max'),
      fault(
        ['levels', 'C2', 'groups', 0, 'members'],
        [],
        'empty',
        'policy.levels.C2.groups[0].members',
      ),
      fault(
        ['rules', 0, 'coefficients', 'CASH'],
        '5',
        'invalid-type',
        'policy.rules[0].coefficients.CASH',
      ),
      fault(['glidePaths', 0, 'id'], undefined, 'missing-value', 'policy.glidePaths[0].id'),
      fault(['glidePaths', 0, 'knots'], [], 'empty', 'policy.glidePaths[0].knots'),
      fault(
        ['glidePaths', 0, 'knots', 0, 'yearsToGoal'],
        101,
        'out-of-range',
        'policy.glidePaths[0].knots[0].yearsToGoal',
      ),
      fault(
        ['glidePaths', 0, 'knots', 0, 'lambda'],
        0,
        'out-of-range',
        'policy.glidePaths[0].knots[0].lambda',
      ),
    ],
  ),
  'allocation-problem': input(
    parseAllocationProblem,
    safeParseAllocationProblem,
    [
      problem,
      { ...problem, objective: { kind: 'minimum-variance' } },
      { ...problem, objective: { kind: 'target-return', expectedReturn: 0.05 } },
      { ...problem, objective: { kind: 'target-volatility', volatility: 0.1 }, risk: 'active' },
      { ...problem, objective: { kind: 'maximum-sharpe', risklessReturn: 0.01 }, budget: 1 },
      {
        ...problem,
        covariance: byFactors,
        trading: { ...problem.trading, buyCost: { BOND: 0.001, EQUITY: 0 }, sellCost: 0.001 },
      },
    ],
    [
      fault(['objective', 'riskAversion'], 0, 'out-of-range', 'problem.objective.riskAversion'),
      fault(['objective', 'kind'], undefined, 'missing-value', 'problem.objective.kind'),
      fault(['bounds', 'EQUITY', 'maximum'], 1, 'unknown-id', 'problem.bounds.EQUITY.maximum'),
      fault(['covariance', 0], new Float64Array(2), 'invalid-type', 'problem.covariance[0]'),
      fault(['covariance', 0, 0], Number.NaN, 'not-finite', 'problem.covariance[0][0]'),
      fault(['covariance'], null, 'missing-value', 'problem.covariance'),
      fault(
        ['covariance'],
        { ...byFactors, specificVariance: [-0.001, 0] },
        'out-of-range',
        'problem.covariance.specificVariance[0]',
      ),
      fault(
        ['covariance'],
        { ...byFactors, loadings: [[0.1], ['0.9']] },
        'invalid-type',
        'problem.covariance.loadings[1][0]',
      ),
      fault(
        ['covariance'],
        { ...byFactors, factorCovariance: undefined },
        'missing-value',
        'problem.covariance.factorCovariance',
      ),
      fault(
        ['objective'],
        { kind: 'target-volatility', volatility: 0 },
        'out-of-range',
        'problem.objective.volatility',
      ),
      fault(
        ['objective'],
        { kind: 'maximum-sharpe' },
        'missing-value',
        'problem.objective.risklessReturn',
      ),
      fault(
        ['rules', 0, 'coefficients', 'BOND'],
        null,
        'missing-value',
        'problem.rules[0].coefficients.BOND',
      ),
      fault(['rules', 0, 'maximum'], 6, 'unknown-id', 'problem.rules[0].maximum'),
      fault(['relative', 0, 'of'], [], 'empty', 'problem.relative[0].of'),
      fault(['relative', 0, 'id'], undefined, 'missing-value', 'problem.relative[0].id'),
      fault(['budget', 'max'], 0, 'out-of-range', 'problem.budget.max'),
      fault(['budget', 'min'], undefined, 'missing-value', 'problem.budget.min'),
      fault(['budget'], '1', 'invalid-type', 'problem.budget'),
      fault(['budget'], -1, 'out-of-range', 'problem.budget'),
      fault(['maxShort'], -0.1, 'out-of-range', 'problem.maxShort'),
      fault(['maxLeverage'], Number.POSITIVE_INFINITY, 'not-finite', 'problem.maxLeverage'),
      fault(['trading', 'current'], undefined, 'missing-value', 'problem.trading.current'),
      fault(['trading', 'buyCost'], -0.001, 'out-of-range', 'problem.trading.buyCost'),
      fault(['trading', 'sellCost', 'BOND'], '0', 'invalid-type', 'problem.trading.sellCost.BOND'),
      fault(['trading', 'maxTurnover'], -1, 'out-of-range', 'problem.trading.maxTurnover'),
      fault(['trading', 'frozen', 0], '', 'empty', 'problem.trading.frozen[0]'),
      fault(['trading', 'freeze'], ['BOND'], 'unknown-id', 'problem.trading.freeze'),
      fault(['benchmark', 'EQUITY'], true, 'invalid-type', 'problem.benchmark.EQUITY'),
      fault(['maxTrackingError'], 0, 'out-of-range', 'problem.maxTrackingError'),
      fault(['risk'], 'relative', 'unknown-value', 'problem.risk'),
      fault(['priorities', 'turnover'], 'soft', 'unknown-value', 'problem.priorities.turnover'),
      fault(['priorities', 'max:EQUITY'], -1, 'out-of-range', 'problem.priorities["max:EQUITY"]'),
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
