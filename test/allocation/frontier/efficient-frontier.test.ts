import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { efficientFrontier } from '../../../src/allocation/index.js';
import { inner, varianceOf } from '../arrays/arrays.js';
import { anyProblem } from '../arrays/drawn.js';
import { exactFrontiers } from '../oracles/frontier-fixtures.js';
import { expectNear, expectRefusal, hasNegativeZero, isDeeplyFrozen, wrong } from '../support.js';
import { frontierOf, namedProblem, weightsAt } from './named.js';

/** Those that can be said by name: bounds for every asset, and a budget from above 0. */
const sayable = exactFrontiers.filter(
  ({ lower, upper, rows }) =>
    [...lower, ...upper].every((bound) => bound !== null) &&
    rows[0]?.kind === 'budget' &&
    rows[0].min !== null,
);
const solvable = sayable.flatMap(({ expected, ...problem }) =>
  expected.status === 'optimal' ? [{ ...problem, expected }] : [],
);
const infeasible = sayable.filter(({ expected }) => expected.status === 'infeasible');

describe('efficientFrontier', () => {
  it.each(solvable)('has the exact corners of: $name', (one) => {
    const { mean, covariance, expected } = one;
    const frontier = frontierOf(namedProblem(one));
    for (const point of [...expected.corners, ...expected.points]) {
      const weights = weightsAt(frontier, point.lambda);
      expectNear([inner(mean, weights)], [point.return], 1e-12);
      expectNear([varianceOf(covariance, weights)], [point.variance], 1e-12);
      point.weights.forEach((w, i) => {
        if (w !== null) expectNear([weights[i]!], [w], 1e-10);
      });
    }
    const { primal, stationarity, complementarity, ridge } = frontier.certificate;
    expect(Math.max(primal, stationarity, complementarity)).toBeLessThan(1e-12);
    expect(ridge).toBe(0);
    expect(frontier.corners.at(-1)?.riskTolerance).toBe(0);
  });

  it.each(infeasible)('says which rules are in the way of: $name', (one) => {
    const result = efficientFrontier(namedProblem(one));
    expect(result.status).toBe('infeasible');
    expect('conflicting' in result && result.conflicting.length).toBeGreaterThan(0);
  });

  it('is frozen, free of −0, survives JSON and leaves its argument alone', () => {
    fc.assert(
      fc.property(anyProblem, (drawn) => {
        const problem = namedProblem(drawn);
        const before = JSON.stringify(problem);
        const frontier = frontierOf(problem);
        expect(JSON.stringify(problem)).toBe(before);
        expect(isDeeplyFrozen(frontier)).toBe(true);
        expect(hasNegativeZero(frontier)).toBe(false);
        expect(JSON.parse(JSON.stringify(frontier))).toEqual(frontier);
        expect(JSON.stringify(efficientFrontier(JSON.parse(before)))).toBe(
          JSON.stringify(frontier),
        );
      }),
    );
  });

  it('has figures that follow from the weights, and weights within the rules', () => {
    fc.assert(
      fc.property(anyProblem, (drawn) => {
        const { mean, covariance, lower, upper, rows } = drawn;
        for (const corner of frontierOf(namedProblem(drawn)).corners) {
          const weights = Object.values(corner.weights);
          expectNear([corner.expectedReturn], [inner(mean, weights)], 1e-15);
          expectNear([corner.volatility ** 2], [varianceOf(covariance, weights)], 1e-15);
          weights.forEach((w, i) => {
            expect(w).toBeGreaterThanOrEqual(lower[i]! - 1e-15);
            expect(w).toBeLessThanOrEqual(upper[i]! + 1e-15);
          });
          for (const { coefficients, min, max } of rows) {
            const value = inner(coefficients, weights);
            expect(value).toBeGreaterThan((min ?? Number.NEGATIVE_INFINITY) - 1e-12);
            expect(value).toBeLessThan((max ?? Number.POSITIVE_INFINITY) + 1e-12);
          }
        }
      }),
    );
  });

  it('is one corner where the safest portfolio has the highest return', () => {
    // By hand: uncorrelated, so the least variance is held in proportion to 1/0.01 and 1/0.04.
    const alike = frontierOf({
      assets: ['A', 'B'],
      expectedReturn: [0.03, 0.03],
      covariance: [
        [0.01, 0],
        [0, 0.04],
      ],
    });
    expect(alike.corners).toHaveLength(1);
    expect(alike.corners[0]?.riskTolerance).toBe(0);
    expectNear(Object.values(alike.corners[0]?.weights ?? {}), [0.8, 0.2], 1e-15);
    const only = frontierOf({ assets: ['A'], expectedReturn: [0.05], covariance: [[0.04]] });
    expect(only.corners.map(({ weights }) => weights)).toEqual([{ A: 1 }]);
    const riskless = frontierOf({
      assets: ['A', 'B'],
      expectedReturn: [0.01, 0.02],
      covariance: [
        [0, 0],
        [0, 0],
      ],
    });
    expect(riskless.corners).toEqual([
      { riskTolerance: 0, expectedReturn: 0.02, volatility: 0, weights: { A: 0, B: 1 } },
    ]);
  });

  it('refuses what is no problem, by path', () => {
    const MARKET = {
      assets: ['A', 'B'],
      expectedReturn: [0.02, 0.06],
      covariance: [
        [0.01, 0],
        [0, 0.04],
      ],
    };
    const act = (change: object) => () => efficientFrontier(wrong({ ...MARKET, ...change }));
    expectRefusal(() => efficientFrontier(wrong(null)), 'missing-value', 'problem');
    expectRefusal(() => efficientFrontier(wrong(undefined)), 'missing-value', 'problem');
    expectRefusal(() => efficientFrontier(wrong('A')), 'invalid-type', 'problem');
    expectRefusal(act({ assets: [] }), 'empty', 'problem.assets');
    expectRefusal(act({ assets: null }), 'missing-value', 'problem.assets');
    expectRefusal(act({ assets: ['A', 'A'] }), 'duplicate-id', 'problem.assets[1]');
    expectRefusal(act({ expectedReturn: [0.02] }), 'length-mismatch', 'problem.expectedReturn');
    expectRefusal(
      act({ expectedReturn: [0.02, Number.NaN] }),
      'not-finite',
      'problem.expectedReturn[1]',
    );
    expectRefusal(
      act({ expectedReturn: [Number.POSITIVE_INFINITY, 0] }),
      'not-finite',
      'problem.expectedReturn[0]',
    );
    expectRefusal(act({ covariance: null }), 'missing-value', 'problem.covariance');
    expectRefusal(
      act({
        covariance: [
          [0.01, 0.02],
          [0.02, 0.01],
        ],
      }),
      'not-positive-definite',
      'problem.covariance',
    );
    expectRefusal(act({ maxTrackingError: 0.1 }), 'inconsistent', 'problem.maxTrackingError');
  });
});
