import { describe, expect, it } from 'vitest';
import {
  allocate,
  allocateRobustly,
  efficientFrontier,
  portfolioAtRiskAversion,
  type RobustProblem,
} from '../../../src/allocation/index.js';
import { solveSystem } from '../oracles/simple-problem.js';
import { expectNear, hasNegativeZero, isDeeplyFrozen, optimal } from '../support.js';
import { byName, nameOf, problemOf, type RobustCase, robustCases, solved } from './cases.js';

describe('allocateRobustly against solutions to 40 digits', () => {
  it.each(robustCases)('has every digit of $name', (one) => {
    const result = solved(problemOf(one));
    expectNear(Object.values(result.weights), one.weights, 1e-13);
    const { primal, stationarity, complementarity, ridge } = result.certificate;
    expect(Math.max(primal, stationarity, complementarity)).toBeLessThan(1e-14);
    expect(ridge).toBe(0);
    expect(isDeeplyFrozen(result)).toBe(true);
    expect(hasNegativeZero(result)).toBe(false);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  it.each(robustCases)('is as good as what a conic solver finds for $name', (one) => {
    const { objectiveValue, weights } = solved(problemOf(one));
    expectNear([objectiveValue], [worstUtility(one, Object.values(weights))], 1e-15);
    // The solver breaks its rules by up to 1e-9.
    expectNear([objectiveValue], [worstUtility(one, one.conic)], 1e-9);
  });
});

/** The worst utility of weights, from the data alone. */
function worstUtility(one: RobustCase, weights: readonly number[]): number {
  const form = (matrix: readonly (readonly number[])[]): number =>
    weights.reduce(
      (sum, a, i) =>
        sum + weights.reduce((row, b, j) => row + a * b * (matrix[i]?.[j] as number), 0),
      0,
    );
  const { trading, halfWidth, errorCovariance, radius } = one;
  let value = (-one.riskAversion / 2) * form(one.covariance);
  weights.forEach((weight, i) => {
    value += weight * (one.mean[i] as number) - Math.abs(weight) * (halfWidth?.[i] ?? 0);
    if (trading === undefined) return;
    const trade = weight - (trading.current[i] as number);
    value -= trade > 0 ? trade * trading.buyCost : -trade * trading.sellCost;
  });
  return errorCovariance === undefined
    ? value
    : value - (radius ?? 0) * Math.sqrt(Math.max(0, form(errorCovariance)));
}

describe('errors in proportion to the risks', () => {
  it.each(robustCases.filter(({ name }) => name.includes('in proportion')))(
    'lead down the efficient frontier: $name',
    (one) => {
      const problem = problemOf(one);
      const result = solved(problem);
      // Ω = Σ/64: κ√(w'Ωw) is κσ/8, whose slope in the variance is κ/(16σ): a risk aversion of κ/(8σ) more.
      const riskAversion = one.riskAversion + (one.radius as number) / (8 * result.volatility);
      const { uncertainty: _, ...plain } = problem;
      const other = optimal(allocate({ ...plain, objective: { kind: 'utility', riskAversion } }));
      expectNear(Object.values(result.weights), Object.values(other.weights), 1e-12);
      const { objective: __, ...rest } = plain;
      const frontier = efficientFrontier(rest);
      if (frontier.status !== 'corners') throw new Error(frontier.status);
      const point = portfolioAtRiskAversion(frontier, riskAversion);
      expectNear(Object.values(result.weights), Object.values(point.weights), 1e-11);
    },
  );
});

const boxes = robustCases.filter(({ kind }) => kind === 'box');

describe('a box', () => {
  it('takes the lower ends where nothing may be short', () => {
    for (const one of boxes.filter(({ lower }) => lower.every((min) => min === 0))) {
      const { uncertainty: _, ...plain } = problemOf(one);
      const expectedReturn = one.mean.map((mean, i) => mean - (one.halfWidth?.[i] as number));
      const other = optimal(
        allocate({
          ...plain,
          expectedReturn,
          objective: { kind: 'utility', riskAversion: one.riskAversion },
        }),
      );
      const result = solved(problemOf(one));
      expectNear(Object.values(result.weights), Object.values(other.weights), 1e-14);
      expectNear([result.worstReturn], [other.expectedReturn], 1e-15);
      expect(result.worstExpectedReturns).toEqual(byName(expectedReturn));
    }
  });

  it('takes the upper end of what is short', () => {
    const result = solved(
      problemOf(boxes.find(({ name }) => name === 'box with shorts, 8 assets') as RobustCase),
    );
    const one = boxes.find(({ name }) => name === 'box with shorts, 8 assets') as RobustCase;
    let shorts = 0;
    one.mean.forEach((mean, i) => {
      const width = one.halfWidth?.[i] as number;
      const isShort = (result.weights[nameOf(i)] as number) < 0;
      if (isShort) shorts++;
      expect(result.worstExpectedReturns[nameOf(i)]).toBe(isShort ? mean + width : mean - width);
    });
    expect(shorts).toBeGreaterThan(0);
  });

  it('serves the other objectives, whose returns are then the worst', () => {
    const one = boxes.find(({ name }) => name === 'box, 5 assets') as RobustCase;
    const problem = problemOf(one);
    const expectedReturn = one.mean.map((mean, i) => mean - (one.halfWidth?.[i] as number));
    for (const objective of [
      { kind: 'minimum-variance' },
      { kind: 'target-return', expectedReturn: 0.02 },
      { kind: 'target-volatility', volatility: 0.15 },
      { kind: 'maximum-sharpe', risklessReturn: 0.001 },
    ] as const) {
      const result = solved({ ...problem, objective } as RobustProblem);
      const { uncertainty: _, ...plain } = problem;
      const other = optimal(allocate({ ...plain, expectedReturn, objective }));
      expectNear(Object.values(result.weights), Object.values(other.weights), 1e-12);
      expectNear([result.objectiveValue], [other.objectiveValue], 1e-13);
      expectNear([result.worstReturn], [other.expectedReturn], 1e-14);
    }
  });

  it('takes one half width for all', () => {
    const { uncertainty: _, ...plain } = problemOf(boxes[0] as RobustCase);
    const all = byName((boxes[0] as RobustCase).mean.map(() => 0.01));
    const one = { ...plain, uncertainty: { kind: 'box', halfWidth: 0.01 } } as RobustProblem;
    const each = { ...plain, uncertainty: { kind: 'box', halfWidth: all } } as RobustProblem;
    expect(allocateRobustly(one)).toEqual(allocateRobustly(each));
  });
});

const cashCases = robustCases.filter(({ smallestError }) => smallestError !== undefined);

describe('an ellipsoid', () => {
  it('puts the worst returns on its surface, where they cost κ standard errors', () => {
    const shelled = robustCases.filter(
      ({ name, kind }) => kind === 'ellipsoid' && !name.includes('cash'),
    );
    for (const one of shelled) {
      const result = solved(problemOf(one));
      const distance = distanceOf(one, result.worstExpectedReturns, 0);
      expectNear([distance / (one.radius as number)], [1], 1e-9);
      const cost = result.trading?.cost ?? 0;
      const atWorst = one.mean.reduce((sum, _, i) => {
        const asset = nameOf(i);
        const mean = result.worstExpectedReturns[asset] as number;
        return sum + (result.weights[asset] as number) * mean;
      }, -cost);
      expectNear([result.worstReturn], [atWorst], 1e-15);
    }
  });

  it.each(cashCases)('holds $name by the smallest error that proves it', (one) => {
    const result = solved(problemOf(one));
    expect(result.weights[nameOf(0)]).toBe(1);
    const distance = distanceOf(one, result.worstExpectedReturns, 1);
    expectNear([distance], [one.smallestError as number], 1e-8);
    // Under these returns nothing is better than cash, and what the error was needed for is as good.
    const excess = one.mean.slice(1).map((_, i) => {
      return (result.worstExpectedReturns[nameOf(i + 1)] as number) - (one.mean[0] as number);
    });
    expect(Math.max(...excess)).toBeLessThan(1e-12);
    expect(result.reasons.map(({ code }) => code)).toContain('allocation.without-error');
    expect(result.binding.every(({ unique }) => !unique)).toBe(true);
  });

  it('goes over from some risk to none where the radius reaches the smallest error', () => {
    const one = cashCases[1] as RobustCase;
    const edge = one.smallestError as number;
    const riskyAt = (radius: number): number =>
      1 - (solved(problemOf({ ...one, radius })).weights.a0 as number);
    expect(riskyAt(edge * (1 + 1e-6))).toBe(0);
    for (const below of [1e-1, 1e-2, 1e-3, 1e-4]) {
      const risky = riskyAt(edge * (1 - below));
      expect(risky).toBeGreaterThan(0);
      expect(risky).toBeLessThan(20 * below);
    }
  });

  it('leaves everything in cash outside the assets where the budget lets it', () => {
    const one = robustCases.find(({ name }) => name === 'ellipsoid, 3 assets') as RobustCase;
    const at = (radius: number) =>
      solved({ ...problemOf({ ...one, radius }), budget: { min: 0, max: 1 } });
    // Nothing is as good as the best direction only from the length of the means in the metric of Ω on.
    const image = solveSystem(one.errorCovariance ?? [], one.mean) as readonly number[];
    const longest = Math.sqrt(
      one.mean.reduce((sum, mean, i) => sum + mean * (image[i] as number), 0),
    );
    expectNear(Object.values(at(longest * 1.001).weights), [0, 0, 0], 1e-80);
    const some = Object.values(at(0.5).weights).reduce((sum, weight) => sum + weight, 0);
    expect(some).toBeGreaterThan(0);
  });

  it('holds what bears no error where shorts are allowed and trading costs', () => {
    const problem = {
      assets: ['CASH', 'BOND', 'EQUITY'],
      expectedReturn: [0.02, 0.03, 0.06],
      covariance: [
        [0, 0, 0],
        [0, 0.0025, 0.001],
        [0, 0.001, 0.04],
      ],
      objective: { kind: 'utility', riskAversion: 4 },
      bounds: { CASH: { max: 3 }, BOND: { min: -1 }, EQUITY: { min: -1 } },
      maxLeverage: 3,
      trading: { current: { CASH: 0.5, EQUITY: 0.5 }, sellCost: 0.001 },
    } as const;
    const errorCovariance = [
      [0, 0, 0],
      [0, 0.0001, 0],
      [0, 0, 0.0016],
    ];
    const at = (radius: number) =>
      solved({ ...problem, uncertainty: { kind: 'ellipsoid', radius, errorCovariance } });
    // Excess over cash: 0.01/0.01 = 1 and, as the sale of equity is saved, 0.041/0.04 = 1.025 standard errors: √2.050625 together.
    const edge = Math.sqrt(1 + 1.025 * 1.025);
    const none = at(edge * 1.0001);
    expectNear(Object.values(none.weights), [1, 0, 0], 1e-14);
    expect(none.reasons.map(({ code }) => code)).toContain('allocation.without-error');
    expect(at(edge * 0.999).weights.EQUITY).toBeGreaterThan(0);
  });

  it('takes errors by factors', () => {
    const one = robustCases.find(({ name }) => name === 'ellipsoid, 3 assets') as RobustCase;
    const { uncertainty: _, ...plain } = problemOf(one);
    const errorCovariance = {
      loadings: [[0.01], [0.02], [0.03]],
      factorCovariance: [[1]],
      specificVariance: [0.0001, 0.0002, 0.0003],
    };
    const matrix = [0.01, 0.02, 0.03].map((a, i) =>
      [0.01, 0.02, 0.03].map((b, j) => a * b + (i === j ? 0.0001 * (i + 1) : 0)),
    );
    const of = (error: unknown): RobustProblem =>
      ({
        ...plain,
        uncertainty: { kind: 'ellipsoid', radius: 1, errorCovariance: error },
      }) as RobustProblem;
    expectNear(
      Object.values(solved(of(errorCovariance)).weights),
      Object.values(solved(of(matrix)).weights),
      1e-12,
    );
  });

  it('prices a group by what loosening it adds to the worst utility', () => {
    for (const one of robustCases.filter(({ name }) => name.includes('caps and a group'))) {
      const { binding } = solved(problemOf(one));
      const price = binding.find(({ rule }) => rule === 'group-max:even')?.shadowPrice;
      if (price === undefined || one.group === undefined) continue;
      const group = one.group;
      const valueAt = (max: number): number =>
        solved(problemOf({ ...one, group: { ...group, max } })).objectiveValue;
      const slope = (valueAt(group.max + 1e-5) - valueAt(group.max - 1e-5)) / 2e-5;
      expectNear([price], [slope], 1e-8);
    }
  });
});

/** √((μ − estimate)'Ω⁻¹(μ − estimate)) over the assets from the first whose return may be off. */
function distanceOf(
  { mean, errorCovariance }: RobustCase,
  worst: Readonly<Record<string, number>>,
  first: number,
): number {
  const gap = mean.map((value, i) => (worst[nameOf(i)] as number) - value).slice(first);
  const matrix = (errorCovariance ?? []).slice(first).map((row) => row.slice(first));
  const image = solveSystem(matrix, gap);
  return Math.sqrt(gap.reduce((sum, value, i) => sum + value * (image?.[i] as number), 0));
}

describe('without uncertainty', () => {
  it.each(robustCases)('is what allocate finds: $name', (one) => {
    const { uncertainty: _, ...plain } = problemOf(one);
    const none = [
      { kind: 'box', halfWidth: 0 },
      { kind: 'ellipsoid', radius: 0, errorCovariance: one.covariance },
    ] as const;
    const other = optimal(allocate(plain));
    for (const uncertainty of none) {
      const result = solved({ ...plain, uncertainty } as RobustProblem);
      expectNear(Object.values(result.weights), Object.values(other.weights), 1e-12);
      expectNear([result.worstReturn], [result.expectedReturn], 1e-15);
    }
  });
});
