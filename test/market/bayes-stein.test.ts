import { describe, expect, it } from 'vitest';
import { bayesSteinReturns, checkCovariance } from '../../src/market/index.js';
import means from '../fixtures/market/means.json' with { type: 'json' };
import { annualReturns, expectAllClose, expectRefusal, isDeeplyFrozen, wrong } from './support.js';

const { returns } = annualReturns();
const fourAssets = returns.slice(-20).map((row) => row.slice(0, 4));

describe('bayesSteinReturns', () => {
  it.each([
    ['98 years of eight series', returns, means.bayesStein.allYears],
    ['20 years of four', fourAssets, means.bayesStein.fourAssets],
  ] as const)('agrees with Jorion’s formulas in 60 digits on %s', (_, rows, expected) => {
    const estimate = bayesSteinReturns(rows);
    expectAllClose(estimate.target, expected.target, 1e-11);
    expectAllClose(estimate.shrinkage, expected.shrinkage, 1e-11);
    expectAllClose(estimate.expectedReturn, expected.expectedReturn, 1e-12);
    expectAllClose(estimate.covariance, expected.covariance, 1e-12);
    expect(isDeeplyFrozen(estimate)).toBe(true);
  });

  it('shrinks wholly where all means are equal', () => {
    // Two assets that take turns: equal means of 0.02. With T = 6, N = 2 and an infinite λ the covariance gains 11'/(T·1'Σ⁻¹1).
    const rows = [
      [0.01, 0.03],
      [0.03, 0.01],
      [0.02, 0.03],
      [0.03, 0.02],
      [0.01, 0.02],
      [0.02, 0.01],
    ];
    const { expectedReturn, shrinkage, covariance } = bayesSteinReturns(rows);
    expectAllClose(expectedReturn, [0.02, 0.02]);
    expectAllClose(shrinkage, 1);
    // S: sums of squares 4e-4, of products −2e-4, over 5; Σ = S·5/2, [[2e-4, −1e-4], [−1e-4, 2e-4]]; 1/(1'Σ⁻¹1) = 5e-5; /6 added.
    expectAllClose(
      covariance,
      [
        [2e-4 + 5e-5 / 6, -1e-4 + 5e-5 / 6],
        [-1e-4 + 5e-5 / 6, 2e-4 + 5e-5 / 6],
      ],
      1e-15,
    );
  });

  it('annualises all but the shrinkage, and ends in a covariance', () => {
    const year = bayesSteinReturns(fourAssets);
    const twelve = bayesSteinReturns(
      fourAssets.map((row) => row.map((value) => value / 12)),
      { periodsPerYear: 12 },
    );
    expectAllClose(twelve.expectedReturn, year.expectedReturn, 1e-12);
    expectAllClose(twelve.shrinkage, year.shrinkage, 1e-11);
    expectAllClose(
      twelve.covariance,
      year.covariance.map((row) => row.map((value) => value / 12)),
      1e-12,
    );
    expect(() => checkCovariance(year.covariance, 'S', 4)).not.toThrow();
  });

  it('names the fault', () => {
    const act = (rows: unknown) => () => bayesSteinReturns(wrong(rows));
    expectRefusal(act(undefined), 'missing-value', 'returns');
    expectRefusal(act(fourAssets.slice(0, 6)), 'length-mismatch', 'returns');
    expectRefusal(act([...fourAssets, [0, 0, 0, Number.NaN]]), 'not-finite', 'returns[20][3]');
    expectRefusal(act(fourAssets.map(([a]) => [a, a])), 'not-positive-definite', 'returns');
    expectRefusal(act(fourAssets.map(([a]) => [a, 0])), 'not-positive-definite', 'returns');
  });
});
