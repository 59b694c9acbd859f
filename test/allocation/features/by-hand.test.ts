import { describe, expect, it } from 'vitest';
import { type AllocationProblem, allocate } from '../../../src/allocation/index.js';
import { expectNear, optimal, ruleOf } from '../support.js';

/** Bonds without risk: with w in equity U(w) = 0.02 + 0.04w − 0.02λw², so U'(w) = 0.04 − 0.04λw and w = 1/λ. */
const TWO = {
  assets: ['BOND', 'EQUITY'],
  expectedReturn: [0.02, 0.06],
  covariance: [
    [0, 0],
    [0, 0.04],
  ],
  objective: { kind: 'utility', riskAversion: 1 },
} as const satisfies AllocationProblem;

/** One asset beside cash that is left outside: U'(w) = 0.06 − 0.16w. */
const ONE = {
  assets: ['EQUITY'],
  expectedReturn: [0.06],
  covariance: [[0.04]],
  objective: { kind: 'utility', riskAversion: 4 },
} as const satisfies AllocationProblem;

const priceOf = (problem: AllocationProblem, rule: string): number =>
  ruleOf(optimal(allocate(problem)), rule).shadowPrice;
const solved = (problem: AllocationProblem): readonly number[] =>
  Object.values(optimal(allocate(problem)).weights);

describe('several taxonomies at once', () => {
  it('meet where each leaves the others room', () => {
    // A + B ≤ 0.5 leaves C at least 0.5, B + C ≤ 0.6 leaves A at least 0.4; the least Σw² has both so, and B the rest.
    const problem = {
      assets: ['A', 'B', 'C'],
      expectedReturn: [0, 0, 0],
      covariance: [
        [0.04, 0, 0],
        [0, 0.04, 0],
        [0, 0, 0.04],
      ],
      objective: { kind: 'minimum-variance' },
      groups: [
        { id: 'class', members: ['A', 'B'], max: 0.5 },
        { id: 'region', members: ['B', 'C'], max: 0.6 },
        { id: 'issuer', members: ['A', 'C'], min: 0.2 },
      ],
    } as const satisfies AllocationProblem;
    const result = optimal(allocate(problem));
    expectNear(Object.values(result.weights), [0.4, 0.1, 0.5], 1e-15);
    // V = 0.04Σw², by weight 0.08w: a unit from C to B gains 0.08(0.5 − 0.1), from A to B 0.08(0.4 − 0.1).
    expectNear(
      result.binding.map(({ shadowPrice }) => shadowPrice),
      [0.032, 0.024],
      1e-15,
    );
    expect(result.binding.map(({ rule }) => rule)).toEqual(['group-max:class', 'group-max:region']);
  });
});

describe('a linear rule', () => {
  it('holds a duration, at a price per year of it', () => {
    // Bonds of 8 years, at most 2 years in all: 25 %. U'(0.25) = 0.02 − 5·0.0016·0.25 = 0.018 per unit, over 8 years.
    const problem: AllocationProblem = {
      assets: ['CASH', 'BOND'],
      expectedReturn: [0.01, 0.03],
      covariance: [
        [0, 0],
        [0, 0.0016],
      ],
      objective: { kind: 'utility', riskAversion: 5 },
      rules: [{ id: 'duration', coefficients: { BOND: 8 }, max: 2 }],
    };
    expectNear(solved(problem), [0.75, 0.25], 1e-15);
    expectNear([priceOf(problem, 'rule-max:duration')], [0.018 / 8], 1e-15);
  });

  it('holds a factor exposure up', () => {
    // 0.5·BOND + 1·EQUITY ≥ 0.8: w ≥ 0.6, where U'(0.6) = 0.04 − 0.16·0.6 = −0.056; a unit of exposure is 2 of w.
    const problem: AllocationProblem = {
      ...TWO,
      objective: { kind: 'utility', riskAversion: 4 },
      rules: [{ id: 'beta', coefficients: { BOND: 0.5, EQUITY: 1 }, min: 0.8 }],
    };
    expectNear(solved(problem), [0.4, 0.6], 1e-15);
    expectNear([priceOf(problem, 'rule-min:beta')], [0.112], 1e-15);
  });
});

describe('a relative rule', () => {
  // w ≤ m(1 − w) is w ≤ m/(1 + m): 1/3 for m = 0.5, where U' = 0.04 − 0.04/3. dw/dm = 1/(1 + m)².
  const slope = 0.04 - 0.04 / 3;
  it('holds equity at half of bonds, at a price per unit of the multiple', () => {
    const relative = [{ id: 'half', members: ['EQUITY'], of: ['BOND'], max: 0.5 }];
    expectNear(solved({ ...TWO, relative }), [2 / 3, 1 / 3], 1e-15);
    expectNear([priceOf({ ...TWO, relative }, 'relative-max:half')], [slope / 2.25], 1e-14);
  });

  it('is the same the other way round: bonds at twice equity at least', () => {
    // w ≤ 1/(1 + m), by m −1/(1 + m)² = −1/9.
    const relative = [{ id: 'twice', members: ['BOND'], of: ['EQUITY'], min: 2 }];
    expectNear(solved({ ...TWO, relative }), [2 / 3, 1 / 3], 1e-15);
    expectNear([priceOf({ ...TWO, relative }, 'relative-min:twice')], [slope / 9], 1e-14);
  });

  it('may name the same asset on both sides: a share of the whole', () => {
    const relative = [{ id: 'share', members: ['EQUITY'], of: ['BOND', 'EQUITY'], max: 0.4 }];
    expectNear(solved({ ...TWO, relative }), [0.6, 0.4], 1e-15);
    expectNear([priceOf({ ...TWO, relative }, 'relative-max:share')], [0.04 - 0.016], 1e-15);
  });

  it('is worth nothing by the multiple where nothing is held to compare with', () => {
    const relative = [{ id: 'none', members: ['EQUITY'], of: ['BOND'], max: 0.5 }];
    const bounds = { BOND: { max: 0 } };
    const budget = { min: 0, max: 1 };
    const result = optimal(allocate({ ...TWO, relative, bounds, budget }));
    expect(result.weights).toEqual({ BOND: 0, EQUITY: 0 });
    expect(ruleOf(result, 'relative-max:none').shadowPrice).toBe(0);
  });
});

describe('a budget range', () => {
  it.each([
    // U' = 0 at 0.375.
    [{ min: 0, max: 1 }, 0.375, undefined, 0],
    // U'(0.3) = 0.012.
    [{ min: 0, max: 0.3 }, 0.3, 'budget-max', 0.012],
    // U'(0.5) = −0.02.
    [{ min: 0.5, max: 1 }, 0.5, 'budget-min', 0.02],
  ] as const)('%j leaves the rest in cash', (budget, weight, rule, price) => {
    // Room above the budget, so that no bound is met together with it.
    const result = optimal(allocate({ ...ONE, budget, bounds: { EQUITY: { max: 2 } } }));
    expectNear([result.weights.EQUITY as number], [weight], 1e-15);
    expect(result.binding.map((one) => one.rule)).toEqual(rule === undefined ? [] : [rule]);
    if (rule !== undefined) expectNear([ruleOf(result, rule).shadowPrice], [price], 1e-15);
  });
});

describe('short positions', () => {
  // Uncorrelated, λ = 0.5: U'(w) = 0.04 + 0.02(1 − w) − 0.02w = 0.06 − 0.04w, which is 0 at 1.5.
  const free = {
    ...TWO,
    covariance: [
      [0.04, 0],
      [0, 0.04],
    ],
    objective: { kind: 'utility', riskAversion: 0.5 },
    bounds: { BOND: { min: -1 }, EQUITY: { max: 2 } },
  } as const satisfies AllocationProblem;

  it('go as far as it pays', () => {
    expectNear(solved(free), [-0.5, 1.5], 1e-14);
  });

  it('end at a limit on their sum, at U’(1.3) = 0.008', () => {
    expectNear(solved({ ...free, maxShort: 0.3 }), [-0.3, 1.3], 1e-14);
    expectNear([priceOf({ ...free, maxShort: 0.3 }, 'short')], [0.008], 1e-14);
  });

  it('end at 130/30 by the sizes of positions, of which a unit is half a unit of each', () => {
    expectNear(solved({ ...free, maxLeverage: 1.6 }), [-0.3, 1.3], 1e-14);
    expectNear([priceOf({ ...free, maxLeverage: 1.6 }, 'leverage')], [0.004], 1e-14);
  });

  it('need a bound below 0 as well', () => {
    // U'(1) = 0.02: a weight of bonds below 0 would add as much to short positions, and twice as much to sizes.
    const bounds = { EQUITY: { max: 2 } };
    expect(solved({ ...free, bounds, maxShort: 0.3 })).toEqual([0, 1]);
    expectNear([priceOf({ ...free, bounds, maxShort: 0.3 }, 'min:BOND')], [0.02], 1e-15);
  });

  it('are dear for an asset at 0 where the sizes of positions are limited already', () => {
    // Cash outside, at most 0.2 in all sizes: a short position takes as much of it as a long one.
    const sized: AllocationProblem = {
      assets: ['GOOD', 'BAD'],
      expectedReturn: [0.06, -0.01],
      covariance: [
        [0.04, 0],
        [0, 0.04],
      ],
      objective: { kind: 'utility', riskAversion: 4 },
      budget: { min: 0, max: 1 },
      maxLeverage: 0.2,
    };
    // U'(0.2) = 0.06 − 0.16·0.2 = 0.028 is the price of size; BAD would earn 0.01 short, and cost 0.028.
    const result = optimal(allocate(sized));
    expectNear(Object.values(result.weights), [0.2, 0], 1e-15);
    expectNear([ruleOf(result, 'leverage').shadowPrice], [0.028], 1e-15);
    expect(ruleOf(result, 'min:BAD')).toMatchObject({ shadowPrice: 0, unique: false });
  });
});
