import { describe, expect, it } from 'vitest';
import {
  allocate,
  costOfRules,
  efficientFrontier,
  portfolioAtVolatility,
  problemForLevel,
} from '../../src/allocation/index.js';
import {
  assumptions,
  expectNear,
  expectRefusal,
  isDeeplyFrozen,
  optimal,
  policy,
  wrong,
} from './support.js';

const TWO = {
  assets: ['BOND', 'EQUITY'],
  expectedReturn: [0.02, 0.06],
  covariance: [
    [0.01, 0],
    [0, 0.04],
  ],
  objective: { kind: 'utility', riskAversion: 1 },
} as const;

function costsOf(problem: Parameters<typeof costOfRules>[0]) {
  const result = costOfRules(problem);
  if (result.status !== 'optimal') throw new Error(result.status);
  return result;
}

describe('costOfRules', () => {
  it('is the return given up at the same risk, and the risk borne at the same return', () => {
    const { costs } = costsOf({ ...TWO, bounds: { EQUITY: { max: 0.1 } } });
    // With 10 % equity: variance 0.81 · 0.01 + 0.01 · 0.04 = 0.0085, return 0.024. The same variance with
    // x equity: 0.05x² − 0.02x + 0.01 = 0.0085, x = 0.3: return 0.032. Least variance is at x = 0.2
    // (return 0.028, variance 0.008): nothing efficient earns as little as 0.024, so that is what is borne.
    expect(costs.map(({ rule, bound }) => [rule, bound])).toEqual([['max:EQUITY', 0.1]]);
    expectNear([costs[0]?.expectedReturn as number], [0.008], 1e-15);
    expectNear([costs[0]?.volatility as number], [Math.sqrt(0.0085) - Math.sqrt(0.008)], 1e-15);
  });

  it('compares the scenario’s level C3 with the frontier without its equity cap', () => {
    const problem = problemForLevel(assumptions, policy, 'C3');
    const { costs, portfolio } = costsOf(problem);
    const equity = costs.find(({ rule }) => rule === 'group-max:equity');
    const { objective: _, groups: __, ...free } = problem;
    const frontier = efficientFrontier(free);
    if (frontier.status !== 'corners') throw new Error(frontier.status);
    const answer = portfolioAtVolatility(frontier, portfolio.volatility);
    if (answer.status !== 'found') throw new Error(answer.status);
    const better = answer.portfolio.expectedReturn - portfolio.expectedReturn;
    expect(better).toBeGreaterThan(0);
    expectNear([equity?.expectedReturn as number], [better], 1e-14);
    expect(optimal(allocate(problem))).toEqual(portfolio);
  });

  it('lists every kind of rule that costs something, the dearest first, with a reason each', () => {
    const result = costsOf({
      ...TWO,
      assets: ['BOND', 'EQUITY', 'GOLD'],
      expectedReturn: [0.02, 0.06, 0.058],
      covariance: [
        [0.01, 0, 0],
        [0, 0.04, 0],
        [0, 0, 0.03],
      ],
      bounds: { GOLD: { max: 0.05 } },
      groups: [{ id: 'shares', members: ['EQUITY'], max: 0.1 }],
    });
    expect(result.costs.map(({ rule }) => rule).sort()).toEqual(['group-max:shares', 'max:GOLD']);
    const returns = result.costs.map(({ expectedReturn }) => expectedReturn);
    expect(returns).toEqual([...returns].sort((a, b) => b - a));
    expect(result.reasons.map(({ code }) => code)).toEqual(
      result.costs.map(() => 'allocation.rule-cost'),
    );
    expect(isDeeplyFrozen(result)).toBe(true);
  });

  it('leaves out defaults, targets and rules that cost nothing', () => {
    expect(costsOf(TWO).costs).toEqual([]);
    const objective = { kind: 'target-return', expectedReturn: 0.05 } as const;
    expect(costsOf({ ...TWO, objective }).costs).toEqual([]);
    expect(costsOf({ ...TWO, bounds: { EQUITY: { max: 1 } } }).costs).toEqual([]);
  });

  it('measures turnover and frozen holdings, net of costs', () => {
    const current = { BOND: 1 };
    const { costs } = costsOf({ ...TWO, trading: { current, maxTurnover: 0.1, buyCost: 0.001 } });
    expect(costs.map(({ rule }) => rule)).toEqual(['turnover']);
    // As above, but equity is bought at 0.001: 0.2 more of it earns 0.2 · (0.04 − 0.001) more.
    expectNear([costs[0]?.expectedReturn as number], [0.2 * 0.039], 1e-15);
    const frozen = costsOf({
      ...TWO,
      trading: { current: { BOND: 0.9, EQUITY: 0.1 }, frozen: ['EQUITY'] },
    });
    expect(frozen.costs.map(({ rule }) => rule)).toEqual(['frozen:EQUITY']);
    expectNear([frozen.costs[0]?.expectedReturn as number], [0.008], 1e-15);
  });

  it('passes on what is infeasible, and asks for a problem with a frontier', () => {
    expect(
      costOfRules({ ...TWO, bounds: { BOND: { max: 0.1 }, EQUITY: { max: 0.1 } } }).status,
    ).toBe('infeasible');
    expectRefusal(() => costOfRules(wrong(null)), 'missing-value', 'problem');
    expectRefusal(
      () => costOfRules({ ...TWO, benchmark: { BOND: 1 }, maxTrackingError: 0.01 }),
      'inconsistent',
      'problem.maxTrackingError',
    );
  });
});
