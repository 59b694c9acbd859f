import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RiskBudgetProblem, riskParity } from '../../../src/allocation/index.js';
import { expectNear, hasNegativeZero, isDeeplyFrozen } from '../support.js';
import { problemOf, solved } from './cases.js';

const hundredths = (min: number, max: number) =>
  fc.integer({ min, max }).map((value) => value / 100);

/** Two factors and a variance of each asset's own, so that no combination is without risk. */
const draw = fc.integer({ min: 1, max: 8 }).chain((size) => {
  const vector = <T>(value: fc.Arbitrary<T>) =>
    fc.array(value, { minLength: size, maxLength: size });
  return fc.record({
    loadings: fc.array(vector(hundredths(-30, 30)), { minLength: 2, maxLength: 2 }),
    own: vector(hundredths(1, 10)),
    parts: vector(fc.integer({ min: 1, max: 20 })),
    lower: vector(hundredths(0, 12)),
    upper: vector(hundredths(15, 100)),
  });
});
type Draw = Parameters<Parameters<typeof draw.map>[0]>[0];

function covarianceOf({ loadings, own }: Draw): number[][] {
  return own.map((variance, i) =>
    own.map((_, j) => {
      const common = loadings.reduce((sum, row) => sum + (row[i] ?? 0) * (row[j] ?? 0), 0);
      return i === j ? common + variance : common;
    }),
  );
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

function problemFrom(drawn: Draw): RiskBudgetProblem {
  const budgets = drawn.parts.map((part) => part / sum(drawn.parts));
  return problemOf({ covariance: covarianceOf(drawn), budgets });
}

function boundedFrom(drawn: Draw): RiskBudgetProblem {
  const bounds = drawn.lower.map((min, i) => [min, drawn.upper[i] ?? 1]);
  return { ...problemFrom(drawn), ...problemOf({ covariance: covarianceOf(drawn), bounds }) };
}

function permuted(problem: RiskBudgetProblem): RiskBudgetProblem {
  const matrix = problem.covariance as number[][];
  return {
    ...problem,
    assets: [...problem.assets].reverse(),
    covariance: [...matrix].reverse().map((row) => [...row].reverse()),
  };
}

const bounded = draw.filter(({ lower, upper }) => sum(lower) < 0.99 && sum(upper) > 1.01);

describe('riskParity', () => {
  it('divides the risk as budgeted, long only and without rest', () => {
    fc.assert(
      fc.property(draw, (drawn) => {
        const problem = problemFrom(drawn);
        const result = solved(problem);
        const weights = Object.values(result.weights);
        expect(weights.every((weight) => weight > 0)).toBe(true);
        expectNear([sum(weights)], [1], 1e-14);
        expectNear(
          Object.values(result.riskContributions),
          Object.values(problem.budgets ?? {}),
          1e-12,
        );
        expectNear([result.volatility ** 2], [varianceOf(problem, weights)], 1e-15);
      }),
    );
  });

  it('meets its conditions within bounds, worked out anew', () => {
    fc.assert(
      fc.property(bounded, (drawn) => {
        const problem = boundedFrom(drawn);
        const result = riskParity(problem);
        fc.pre(result.status === 'optimal');
        if (result.status !== 'optimal') return;
        const weights = Object.values(result.weights);
        expectNear([sum(weights)], [1], 1e-12);
        const perBudget = problem.assets.map(
          (asset) => (result.riskContributions[asset] ?? 0) / (problem.budgets?.[asset] ?? 1),
        );
        const at = (bounds: readonly number[]) => weights.map((weight, i) => weight === bounds[i]);
        const [floors, ceilings] = [at(drawn.lower), at(drawn.upper)];
        // What is between its bounds has one ratio of risk to budget; floors have no less, ceilings no more.
        const least = Math.max(...perBudget.filter((_, i) => !floors[i]), -Infinity);
        const most = Math.min(...perBudget.filter((_, i) => !ceilings[i]), Infinity);
        expect(least).toBeLessThanOrEqual(most + 1e-9);
        weights.forEach((weight, i) => {
          expect(weight).toBeGreaterThanOrEqual(drawn.lower[i] ?? 0);
          expect(weight).toBeLessThanOrEqual(drawn.upper[i] ?? 1);
        });
      }),
    );
  });

  it('finds an answer wherever no asset hedges another', () => {
    fc.assert(
      fc.property(bounded, (drawn) => {
        const loadings = drawn.loadings.map((row) => row.map(Math.abs));
        expect(riskParity(boundedFrom({ ...drawn, loadings })).status).toBe('optimal');
      }),
    );
  });

  it('does not mind the order of the assets', () => {
    fc.assert(
      fc.property(bounded, (drawn) => {
        const result = riskParity(boundedFrom(drawn));
        const other = riskParity(permuted(boundedFrom(drawn)));
        expect(other.status).toBe(result.status);
        if (result.status !== 'optimal' || other.status !== 'optimal') return;
        for (const [asset, weight] of Object.entries(result.weights)) {
          expectNear([other.weights[asset] as number], [weight], 1e-10);
        }
      }),
    );
  });

  it('does not mind the scale of returns', () => {
    fc.assert(
      fc.property(draw, fc.constantFrom(1e-8, 1e-4, 1e4, 1e8), (drawn, scale) => {
        const problem = problemFrom(drawn);
        const covariance = (problem.covariance as number[][]).map((row) =>
          row.map((value) => value * scale),
        );
        expectNear(
          Object.values(solved({ ...problem, covariance }).weights),
          Object.values(solved(problem).weights),
          1e-12,
        );
      }),
    );
  });

  it('lets bounds that do not bind have no influence', () => {
    fc.assert(
      fc.property(draw, (drawn) => {
        const problem = problemFrom(drawn);
        const loose = Object.fromEntries(
          Object.entries(solved(problem).weights).map(([asset, weight]) => [
            asset,
            { min: weight / 2, max: Math.min(1, weight * 2) },
          ]),
        );
        expect(solved({ ...problem, bounds: loose }).weights).toEqual(solved(problem).weights);
      }),
    );
  });

  it('leaves its argument alone, is frozen, has no −0 and survives JSON', () => {
    fc.assert(
      fc.property(bounded, (drawn) => {
        const problem = boundedFrom(drawn);
        const before = JSON.stringify(problem);
        const result = riskParity(problem);
        expect(JSON.stringify(problem)).toBe(before);
        expect(isDeeplyFrozen(result)).toBe(true);
        expect(hasNegativeZero(result)).toBe(false);
        expect(JSON.parse(JSON.stringify(result))).toEqual(result);
        expect(riskParity(JSON.parse(before))).toEqual(result);
      }),
    );
  });
});

function varianceOf(problem: RiskBudgetProblem, weights: readonly number[]): number {
  const matrix = problem.covariance as number[][];
  return sum(
    weights.map((weight, i) => weight * sum(weights.map((w, j) => w * (matrix[i]?.[j] ?? 0)))),
  );
}
