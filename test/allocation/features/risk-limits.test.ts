import { describe, expect, it } from 'vitest';
import { type AllocationProblem, allocate } from '../../../src/allocation/index.js';
import { expectNear, infeasible, optimal, ruleOf } from '../support.js';

/** Bonds without risk: with w in equity the return is 0.02 + 0.04w and the volatility 0.2w. */
const TWO = {
  assets: ['BOND', 'EQUITY'],
  expectedReturn: [0.02, 0.06],
  covariance: [
    [0, 0],
    [0, 0.04],
  ],
  objective: { kind: 'utility', riskAversion: 1 },
} as const satisfies AllocationProblem;

const benchmark = { BOND: 0.7, EQUITY: 0.3 };
const equityOf = (problem: AllocationProblem): number =>
  optimal(allocate(problem)).weights.EQUITY as number;

describe('a benchmark', () => {
  it('reports how far a portfolio is from it', () => {
    const bounds = { EQUITY: { max: 0.5 } };
    expectNear(
      [optimal(allocate({ ...TWO, bounds, benchmark })).trackingError as number],
      [0.2 * 0.2],
      1e-16,
    );
    expect(optimal(allocate({ ...TWO, bounds }))).not.toHaveProperty('trackingError');
  });

  it('is what active risk is measured from', () => {
    // 0.04 − λ·0.04(w − 0.3) = 0 at w = 0.3 + 1/λ.
    const objective = { kind: 'utility', riskAversion: 4 } as const;
    const result = optimal(allocate({ ...TWO, objective, benchmark, risk: 'active' }));
    expectNear(
      [result.weights.EQUITY as number, result.trackingError as number],
      [0.55, 0.05],
      1e-15,
    );
    // The objective counts the active risk, `volatility` stays that of the portfolio.
    expectNear(
      [result.objectiveValue, result.volatility],
      [0.02 + 0.04 * 0.55 - 2 * 0.0025, 0.11],
      1e-15,
    );
  });

  it('is held where only the deviation from it counts', () => {
    const objective = { kind: 'minimum-variance' } as const;
    const result = optimal(allocate({ ...TWO, objective, benchmark, risk: 'active' }));
    expectNear(Object.values(result.weights), [0.7, 0.3], 1e-15);
    expect(result.trackingError).toBe(0);
  });

  it('may lie outside of what the rules allow', () => {
    const objective = { kind: 'minimum-variance' } as const;
    const bounds = { EQUITY: { max: 0.2 } };
    const result = optimal(allocate({ ...TWO, objective, benchmark, risk: 'active', bounds }));
    expect(result.weights.EQUITY).toBe(0.2);
    // V = 0.04(w − 0.3)²: 0.08·0.1.
    expectNear([ruleOf(result, 'max:EQUITY').shadowPrice], [0.008], 1e-15);
  });
});

describe('a limit on the tracking error', () => {
  it('holds utility back, at a price per unit of tracking error', () => {
    // 0.2·|w − 0.3| ≤ 0.02: w ≤ 0.4, where U'(w) = 0.04 − 0.04·0.4 = 0.024 and a unit of tracking error is 5 of w.
    const result = optimal(allocate({ ...TWO, benchmark, maxTrackingError: 0.02 }));
    expectNear([result.weights.EQUITY as number], [0.4], 1e-14);
    expectNear([result.trackingError as number], [0.02], 1e-15);
    expectNear([ruleOf(result, 'tracking-error').shadowPrice], [0.12], 1e-13);
  });

  it('holds the least variance back', () => {
    // Down to w = 0.2: V = 0.04w² falls by 0.016 per unit of w, 0.08 per unit of tracking error.
    const objective = { kind: 'minimum-variance' } as const;
    const result = optimal(allocate({ ...TWO, objective, benchmark, maxTrackingError: 0.02 }));
    expectNear([result.weights.EQUITY as number], [0.2], 1e-14);
    expectNear([ruleOf(result, 'tracking-error').shadowPrice], [0.08], 1e-13);
  });

  it('costs nothing where it does not bind, and is then not named', () => {
    // The target wants w ≥ 0.375, 0.015 from the benchmark.
    const objective = { kind: 'target-return', expectedReturn: 0.035 } as const;
    const result = optimal(allocate({ ...TWO, objective, benchmark, maxTrackingError: 0.02 }));
    expectNear([result.trackingError as number], [0.015], 1e-15);
    expect(result.binding.map(({ rule }) => rule)).toEqual(['target-return']);
  });

  it('prices the rules beside it at what it leaves them', () => {
    // Of A and B only A may be reduced by the cap: see features.py for more. Here the cap alone binds.
    const result = optimal(
      allocate({ ...TWO, benchmark, maxTrackingError: 0.02, bounds: { EQUITY: { max: 0.35 } } }),
    );
    expect(result.weights.EQUITY).toBe(0.35);
    expectNear([ruleOf(result, 'max:EQUITY').shadowPrice], [0.04 - 0.04 * 0.35], 1e-15);
  });

  it.each([
    // A cap at 0.3 is 0.06 from a benchmark at 0.6.
    [{ bounds: { EQUITY: { max: 0.3 } } }, 0.6, 0.06, ['max:EQUITY', 'tracking-error']],
    // A target of 0.05 wants w ≥ 0.75, 0.09 from 0.3.
    [
      { objective: { kind: 'target-return', expectedReturn: 0.05 } },
      0.3,
      0.09,
      ['target-return', 'tracking-error'],
    ],
  ] as const)('out of reach names what is in the way: %j', (rules, equity, least, names) => {
    const result = infeasible(
      allocate({
        ...TWO,
        ...rules,
        benchmark: { BOND: 1 - equity, EQUITY: equity },
        maxTrackingError: 0.02,
      }),
    );
    expect(result.conflicting).toEqual(names);
    expect(result.reasons.map(({ code }) => code)).toEqual([
      'allocation.tracking-error-unreachable',
    ]);
    expectNear([result.reasons[0]?.parameters.least as number], [least], 1e-15);
  });

  it('that can just be met leaves one portfolio, and has no price', () => {
    const bounds = { EQUITY: { max: 0.3 } };
    const least = 0.2 * (0.6 - 0.3);
    const result = allocate({
      ...TWO,
      bounds,
      benchmark: { BOND: 0.4, EQUITY: 0.6 },
      maxTrackingError: least,
    });
    expect(optimal(result).weights.EQUITY).toBe(0.3);
    expect(JSON.stringify(result)).not.toMatch(/null/);
  });

  it('does not hide rules that contradict each other without it', () => {
    const bounds = { BOND: { max: 0.3 }, EQUITY: { max: 0.3 } };
    const result = infeasible(allocate({ ...TWO, bounds, benchmark, maxTrackingError: 0.02 }));
    expect(result.conflicting).toEqual(['max:BOND', 'max:EQUITY', 'budget']);
  });
});

describe('a target volatility', () => {
  const at = (volatility: number) => ({ kind: 'target-volatility', volatility }) as const;

  it('buys the highest return at that risk, at a price per unit of volatility', () => {
    // 0.2w = 0.05; the return rises by 0.04/0.2 per unit of volatility.
    const result = optimal(allocate({ ...TWO, objective: at(0.05) }));
    expectNear([result.weights.EQUITY as number, result.objectiveValue], [0.25, 0.03], 1e-15);
    expectNear([ruleOf(result, 'target-volatility').shadowPrice], [0.2], 1e-14);
    expect(result.reasons.map(({ code }) => code)).toEqual([
      'allocation.target-volatility-binding',
    ]);
  });

  it.each([0.2, 0.3, 100])('of %d is more than the highest return needs', (volatility) => {
    const result = optimal(allocate({ ...TWO, objective: at(volatility) }));
    expect(result.weights).toEqual({ BOND: 0, EQUITY: 1 });
    expect(result.binding.map(({ rule }) => rule)).toEqual(['min:BOND', 'max:EQUITY']);
  });

  it('prices the rules in units of return, also where it does not bind', () => {
    // A unit of the cap moves a unit from 0.02 to 0.06.
    const result = optimal(
      allocate({ ...TWO, objective: at(0.3), bounds: { EQUITY: { max: 0.5 } } }),
    );
    expectNear([ruleOf(result, 'max:EQUITY').shadowPrice], [0.04], 1e-16);
  });

  it('has the only portfolio there is, and prices from a linear program', () => {
    // All bounds and the budget leave one portfolio; to loosen either cap gains a switch between the assets.
    const result = optimal(
      allocate({
        ...TWO,
        objective: at(0.3),
        bounds: { BOND: { max: 0.5 }, EQUITY: { max: 0.5 } },
      }),
    );
    expect(result.weights).toEqual({ BOND: 0.5, EQUITY: 0.5 });
    expectNear([ruleOf(result, 'max:EQUITY').shadowPrice], [0.04], 1e-16);
    expect(ruleOf(result, 'max:BOND').shadowPrice).toBe(0);
  });

  it('below the least there is cannot be met', () => {
    const bounds = { EQUITY: { min: 0.5 } };
    const result = infeasible(allocate({ ...TWO, objective: at(0.05), bounds }));
    expect(result.conflicting).toEqual(['min:EQUITY', 'target-volatility']);
    expect(result.reasons).toMatchObject([
      { code: 'allocation.target-volatility-unreachable', severity: 'block' },
    ]);
    expectNear([result.reasons[0]?.parameters.least as number], [0.1], 1e-15);
  });

  it('at the least there is has the price of going up, where a rule keeps it from going down', () => {
    const result = optimal(
      allocate({ ...TWO, objective: at(0.1), bounds: { EQUITY: { min: 0.5 } } }),
    );
    expectNear([result.weights.EQUITY as number], [0.5], 1e-15);
    expectNear([ruleOf(result, 'target-volatility').shadowPrice], [0.2], 1e-14);
  });

  it('at the least there is has no price where the first bit of risk would buy without end', () => {
    // Least at 0.8 to 0.2, a variance of 0.0064 + 0.0016; there the return rises at no risk of the first order.
    const covariance = [
      [0.01, 0],
      [0, 0.04],
    ];
    const result = allocate({ ...TWO, covariance, objective: at(Math.sqrt(0.008)) });
    expectNear([optimal(result).weights.EQUITY as number], [0.2], 1e-7);
    expect(JSON.stringify(result)).not.toMatch(/null/);
  });

  it('is an active one where risk is active', () => {
    expectNear(
      [equityOf({ ...TWO, objective: at(0.05), benchmark, risk: 'active' })],
      [0.3 + 0.25],
      1e-14,
    );
  });
});

describe('the highest Sharpe ratio', () => {
  /** Uncorrelated, with excess returns of 0.01 and 0.05 and variances of 0.01 and 0.04: 1 to 1.25. */
  const risky = {
    ...TWO,
    covariance: [
      [0.01, 0],
      [0, 0.04],
    ],
    objective: { kind: 'maximum-sharpe', risklessReturn: 0.01 },
  } as const satisfies AllocationProblem;

  it('weighs excess returns by variances', () => {
    const result = optimal(allocate(risky));
    expectNear(Object.values(result.weights), [4 / 9, 5 / 9], 1e-15);
    // √(0.01²/0.01 + 0.05²/0.04).
    expectNear([result.objectiveValue], [Math.sqrt(0.0725)], 1e-15);
    expect(result.binding).toEqual([]);
  });

  it('prices a cap per unit of the ratio', () => {
    // At w = 0.4: excess 0.026, volatility 0.1, by w 0.04 and 0.1: (0.04·0.1 − 0.026·0.1)/0.01.
    const result = optimal(allocate({ ...risky, bounds: { EQUITY: { max: 0.4 } } }));
    expectNear([result.objectiveValue], [0.26], 1e-15);
    expectNear([ruleOf(result, 'max:EQUITY').shadowPrice], [0.14], 1e-14);
  });

  it.each([0.06, 0.1])('does not exist where nothing earns more than %d', (risklessReturn) => {
    const objective = { kind: 'maximum-sharpe', risklessReturn } as const;
    const result = infeasible(allocate({ ...risky, objective }));
    expect(result.conflicting).toEqual(['maximum-sharpe']);
    expect(result.reasons.map(({ code }) => code)).toEqual(['allocation.no-excess-return']);
  });

  it('does not exist either where costs eat up what is earned', () => {
    const trading = { current: {}, buyCost: 0.05 };
    const result = infeasible(allocate({ ...risky, trading }));
    expect(result.conflicting).toEqual(['maximum-sharpe']);
  });

  it('is where everything earns the highest return, if that is so far above the riskless one', () => {
    const objective = { kind: 'maximum-sharpe', risklessReturn: 0.055 } as const;
    expect(optimal(allocate({ ...risky, objective })).weights).toEqual({ BOND: 0, EQUITY: 1 });
  });

  it('is that of the risky part where cash earns the riskless return', () => {
    // Any mix of cash and equity has 0.04/0.2; the one without cash is taken.
    const objective = { kind: 'maximum-sharpe', risklessReturn: 0.02 } as const;
    const result = optimal(allocate({ ...TWO, objective }));
    expectNear([result.objectiveValue], [0.2], 1e-14);
    expect(result.weights).toEqual({ BOND: 0, EQUITY: 1 });
  });

  it.each([0.01, 0.019])('has no end where cash earns more than the %d given', (risklessReturn) => {
    const objective = { kind: 'maximum-sharpe', risklessReturn } as const;
    const result = infeasible(allocate({ ...TWO, objective }));
    expect(result.conflicting).toEqual(['maximum-sharpe']);
    expect(result.reasons.map(({ code }) => code)).toEqual(['allocation.riskless-excess-return']);
  });

  it('does not depend on the units of return, risk or money', () => {
    const { weights } = optimal(allocate(risky));
    const scaled = optimal(
      allocate({
        ...risky,
        expectedReturn: [0.02 * 12, 0.06 * 12],
        covariance: [
          [0.01 * 7, 0],
          [0, 0.04 * 7],
        ],
        budget: 3,
        objective: { kind: 'maximum-sharpe', risklessReturn: 0.01 * 12 * 3 },
      }),
    );
    expectNear(
      Object.values(scaled.weights),
      Object.values(weights).map((weight) => 3 * weight),
      1e-14,
    );
    expectNear([scaled.objectiveValue], [Math.sqrt(0.0725) * (12 / Math.sqrt(7))], 1e-14);
  });
});
