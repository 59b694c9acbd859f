import { describe, expect, it } from 'vitest';
import {
  type AllocationProblem,
  allocate,
  efficientFrontier,
} from '../../../src/allocation/index.js';
import { expectRefusal, optimal, wrong } from '../support.js';

const PROBLEM = {
  assets: ['BOND', 'EQUITY'],
  expectedReturn: [0.02, 0.06],
  covariance: [
    [0.0004, 0],
    [0, 0.04],
  ],
  objective: { kind: 'utility', riskAversion: 4 },
} as const satisfies AllocationProblem;

const RULE = { id: 'duration', coefficients: { BOND: 5 }, max: 4 };
const RELATIVE = { id: 'half', members: ['EQUITY'], of: ['BOND'], max: 0.5 };
const TRADING = { current: { BOND: 0.6, EQUITY: 0.4 } };
const FACTORS = {
  loadings: [[0.1], [1]],
  factorCovariance: [[0.03]],
  specificVariance: [0.0004, 0.01],
};
const BENCHMARK = { BOND: 0.6, EQUITY: 0.4 };
const target = (volatility: unknown) => ({ objective: { kind: 'target-volatility', volatility } });
const sharpe = (risklessReturn: unknown) => ({
  objective: { kind: 'maximum-sharpe', risklessReturn },
});

type Refusal = readonly [object, Parameters<typeof expectRefusal>[1], string];

const withRule = (change: object) => ({ rules: [{ ...RULE, ...change }] });
const withRelative = (change: object) => ({ relative: [{ ...RELATIVE, ...change }] });
const withTrading = (change: object) => ({ trading: { ...TRADING, ...change } });
const withFactors = (change: object) => ({ covariance: { ...FACTORS, ...change } });

const CASES: readonly Refusal[] = [
  [target(undefined), 'missing-value', 'objective.volatility'],
  [target(0), 'out-of-range', 'objective.volatility'],
  [target(-0.1), 'out-of-range', 'objective.volatility'],
  [target(Number.NaN), 'not-finite', 'objective.volatility'],
  [target(Number.POSITIVE_INFINITY), 'not-finite', 'objective.volatility'],
  [target('0.1'), 'invalid-type', 'objective.volatility'],
  [sharpe(undefined), 'missing-value', 'objective.risklessReturn'],
  [sharpe(null), 'missing-value', 'objective.risklessReturn'],
  [sharpe(Number.NaN), 'not-finite', 'objective.risklessReturn'],
  [{ rules: {} }, 'invalid-type', 'rules'],
  [{ rules: [null] }, 'missing-value', 'rules[0]'],
  [withRule({ id: '' }), 'empty', 'rules[0].id'],
  [withRule({ coefficients: undefined }), 'missing-value', 'rules[0].coefficients'],
  [withRule({ coefficients: [5, 0] }), 'invalid-type', 'rules[0].coefficients'],
  [withRule({ coefficients: { GOLD: 1 } }), 'unknown-id', 'rules[0].coefficients.GOLD'],
  [withRule({ coefficients: { BOND: null } }), 'missing-value', 'rules[0].coefficients.BOND'],
  [withRule({ coefficients: { BOND: Number.NaN } }), 'not-finite', 'rules[0].coefficients.BOND'],
  [withRule({ max: '3' }), 'invalid-type', 'rules[0].max'],
  [withRule({ min: Number.NEGATIVE_INFINITY }), 'not-finite', 'rules[0].min'],
  [withRule({ min: 5 }), 'inconsistent', 'rules[0]'],
  [{ rules: [RULE, RULE] }, 'duplicate-id', 'rules[1].id'],
  [{ relative: 'half' }, 'invalid-type', 'relative'],
  [withRelative({ id: undefined }), 'missing-value', 'relative[0].id'],
  [withRelative({ members: [] }), 'empty', 'relative[0].members'],
  [withRelative({ of: [] }), 'empty', 'relative[0].of'],
  [withRelative({ of: undefined }), 'missing-value', 'relative[0].of'],
  [withRelative({ of: ['GOLD'] }), 'unknown-id', 'relative[0].of[0]'],
  [withRelative({ of: ['BOND', 'BOND'] }), 'duplicate-id', 'relative[0].of[1]'],
  [withRelative({ max: Number.NaN }), 'not-finite', 'relative[0].max'],
  [withRelative({ min: 0.6 }), 'inconsistent', 'relative[0]'],
  [{ relative: [RELATIVE, RELATIVE] }, 'duplicate-id', 'relative[1].id'],
  [{ budget: {} }, 'missing-value', 'budget.min'],
  [{ budget: { min: 0.5 } }, 'missing-value', 'budget.max'],
  [{ budget: { min: -0.1, max: 1 } }, 'out-of-range', 'budget.min'],
  [{ budget: { min: 0, max: 0 } }, 'out-of-range', 'budget.max'],
  [{ budget: { min: 0, max: Number.POSITIVE_INFINITY } }, 'not-finite', 'budget.max'],
  [{ budget: { min: 1, max: 0.5 } }, 'inconsistent', 'budget'],
  [{ budget: [0, 1] }, 'invalid-type', 'budget'],
  [{ budget: '1' }, 'invalid-type', 'budget'],
  [{ maxShort: -0.1 }, 'out-of-range', 'maxShort'],
  [{ maxShort: null }, 'missing-value', 'maxShort'],
  [{ maxShort: Number.NaN }, 'not-finite', 'maxShort'],
  [{ maxLeverage: -1 }, 'out-of-range', 'maxLeverage'],
  [{ maxLeverage: '1.6' }, 'invalid-type', 'maxLeverage'],
  [{ maxLeverage: Number.POSITIVE_INFINITY }, 'not-finite', 'maxLeverage'],
  [{ trading: null }, 'missing-value', 'trading'],
  [{ trading: [] }, 'invalid-type', 'trading'],
  [withTrading({ current: undefined }), 'missing-value', 'trading.current'],
  [withTrading({ current: { GOLD: 1 } }), 'unknown-id', 'trading.current.GOLD'],
  [withTrading({ current: { BOND: Number.NaN } }), 'not-finite', 'trading.current.BOND'],
  [withTrading({ current: { BOND: '1' } }), 'invalid-type', 'trading.current.BOND'],
  [withTrading({ buyCost: -0.001 }), 'out-of-range', 'trading.buyCost'],
  [withTrading({ buyCost: Number.NaN }), 'not-finite', 'trading.buyCost'],
  [withTrading({ buyCost: '0' }), 'invalid-type', 'trading.buyCost'],
  [withTrading({ buyCost: null }), 'missing-value', 'trading.buyCost'],
  [withTrading({ buyCost: { BOND: 0.001 } }), 'missing-value', 'trading.buyCost.EQUITY'],
  [withTrading({ sellCost: { BOND: 0, EQUITY: -1 } }), 'out-of-range', 'trading.sellCost.EQUITY'],
  [
    withTrading({ sellCost: { BOND: 0, EQUITY: 0, GOLD: 0 } }),
    'unknown-id',
    'trading.sellCost.GOLD',
  ],
  [withTrading({ maxTurnover: -0.1 }), 'out-of-range', 'trading.maxTurnover'],
  [withTrading({ maxTurnover: Number.POSITIVE_INFINITY }), 'not-finite', 'trading.maxTurnover'],
  [withTrading({ frozen: 'BOND' }), 'invalid-type', 'trading.frozen'],
  [withTrading({ frozen: ['GOLD'] }), 'unknown-id', 'trading.frozen[0]'],
  [withTrading({ frozen: ['BOND', 'BOND'] }), 'duplicate-id', 'trading.frozen[1]'],
  [{ benchmark: [0.6, 0.4] }, 'invalid-type', 'benchmark'],
  [{ benchmark: { GOLD: 1 } }, 'unknown-id', 'benchmark.GOLD'],
  [{ benchmark: { BOND: Number.NaN } }, 'not-finite', 'benchmark.BOND'],
  [{ maxTrackingError: 0.02 }, 'missing-value', 'benchmark'],
  [{ benchmark: BENCHMARK, maxTrackingError: 0 }, 'out-of-range', 'maxTrackingError'],
  [{ benchmark: BENCHMARK, maxTrackingError: Number.NaN }, 'not-finite', 'maxTrackingError'],
  [
    { benchmark: BENCHMARK, maxTrackingError: 0.1, risk: 'active' },
    'inconsistent',
    'maxTrackingError',
  ],
  [
    { benchmark: BENCHMARK, maxTrackingError: 0.1, ...target(0.1) },
    'inconsistent',
    'maxTrackingError',
  ],
  [
    { benchmark: BENCHMARK, maxTrackingError: 0.1, ...sharpe(0.01) },
    'inconsistent',
    'maxTrackingError',
  ],
  [{ risk: 'active' }, 'missing-value', 'benchmark'],
  [{ risk: 'relative' }, 'unknown-value', 'risk'],
  [withFactors({ loadings: [[0.1]] }), 'length-mismatch', 'covariance.loadings'],
  [withFactors({ loadings: [[0.1], [1, 2]] }), 'length-mismatch', 'covariance.loadings[1]'],
  [withFactors({ loadings: [[0.1], [Number.NaN]] }), 'not-finite', 'covariance.loadings[1][0]'],
  [withFactors({ loadings: [[0.1], null] }), 'missing-value', 'covariance.loadings[1]'],
  [withFactors({ loadings: 'B' }), 'invalid-type', 'covariance.loadings'],
  [withFactors({ factorCovariance: undefined }), 'missing-value', 'covariance.factorCovariance'],
  [withFactors({ factorCovariance: [[-1]] }), 'out-of-range', 'covariance.factorCovariance[0][0]'],
  [
    withFactors({ factorCovariance: [[1, 0]] }),
    'length-mismatch',
    'covariance.factorCovariance[0]',
  ],
  [withFactors({ specificVariance: [0.01] }), 'length-mismatch', 'covariance.specificVariance'],
  [withFactors({ specificVariance: [0, -1] }), 'out-of-range', 'covariance.specificVariance[1]'],
  [withFactors({ specificVariance: undefined }), 'missing-value', 'covariance.specificVariance'],
  [{ covariance: { factorCovariance: [[1]] } }, 'invalid-type', 'covariance'],
  [{ priorities: [] }, 'invalid-type', 'priorities'],
  [{ priorities: { 'max:GOLD': 1 } }, 'unknown-id', 'priorities["max:GOLD"]'],
  [{ priorities: { turnover: 1 } }, 'unknown-id', 'priorities.turnover'],
  [{ priorities: { budget: -1 } }, 'out-of-range', 'priorities.budget'],
  [{ priorities: { budget: Number.NaN } }, 'not-finite', 'priorities.budget'],
  [{ priorities: { budget: 'soft' } }, 'invalid-type', 'priorities.budget'],
  [{ priorities: { budget: null } }, 'missing-value', 'priorities.budget'],
];

describe('a problem with a fault in its rules', () => {
  it.each(CASES)('is refused with the place of the fault: %j %s', (fault, code, path) => {
    expectRefusal(() => allocate(wrong({ ...PROBLEM, ...fault })), code, `problem.${path}`);
  });

  it.each(CASES.filter(([fault]) => !('objective' in fault)))(
    'is refused as a frontier too: %j',
    (fault) => {
      const { objective: _, ...rest } = PROBLEM;
      expect(() => efficientFrontier(wrong({ ...rest, ...fault }))).toThrow();
    },
  );
});

describe('priorities', () => {
  it('may name every rule that the problem has, and change nothing while all rules can hold', () => {
    const problem = {
      ...PROBLEM,
      bounds: { BOND: { min: 0.1 }, EQUITY: { max: 0.5 } },
      groups: [{ id: 'all', members: ['BOND', 'EQUITY'], max: 1 }],
      rules: [RULE],
      relative: [RELATIVE],
      maxShort: 0,
      maxLeverage: 1,
      trading: { ...TRADING, maxTurnover: 0.3, frozen: [] },
    } as const;
    const priorities = {
      'min:BOND': 2,
      'max:BOND': 'hard',
      'max:EQUITY': 0,
      'group-max:all': 1,
      'rule-max:duration': 3.5,
      'relative-max:half': 'hard',
      short: 1,
      leverage: 1,
      turnover: 'hard',
      budget: 5,
    } as const;
    expect(optimal(allocate({ ...problem, priorities }))).toEqual(optimal(allocate(problem)));
  });

  it('name a target, a range of the budget and what is frozen too', () => {
    const problem = {
      ...PROBLEM,
      objective: { kind: 'target-return', expectedReturn: 0.03 },
      budget: { min: 0.5, max: 1 },
      trading: { ...TRADING, frozen: ['BOND'] },
      priorities: { 'target-return': 1, 'budget-min': 1, 'budget-max': 'hard', 'frozen:BOND': 2 },
    } as const;
    expect(optimal(allocate(problem)).weights.BOND).toBe(0.6);
  });
});

describe('an empty list of rules', () => {
  it('is no rule', () => {
    const nothing = { groups: [], rules: [], relative: [], priorities: {}, bounds: {} };
    expect(allocate({ ...PROBLEM, ...nothing })).toEqual(allocate(PROBLEM));
  });

  it('is a rule without limits either', () => {
    const free = {
      groups: [{ id: 'g', members: ['BOND'] }],
      rules: [{ id: 'r', coefficients: { BOND: 5 } }],
      relative: [{ id: 'q', members: ['BOND'], of: ['EQUITY'] }],
    };
    expect(allocate({ ...PROBLEM, ...free })).toEqual(allocate(PROBLEM));
  });
});
