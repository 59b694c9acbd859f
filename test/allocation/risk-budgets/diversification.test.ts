import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  diversificationFigures,
  equalWeight,
  groupRiskBudgets,
  inverseVariance,
  inverseVolatility,
} from '../../../src/allocation/index.js';
import { expectNear, isDeeplyFrozen } from '../support.js';
import { solved } from './cases.js';

const RISKS = {
  assets: ['A', 'B'],
  covariance: [
    [0.09, 0],
    [0, 0.16],
  ],
};

describe('diversificationFigures', () => {
  it('has the ratio of Choueifaty and Coignard', () => {
    // (0.5·0.3 + 0.5·0.4) / √(0.25·0.09 + 0.25·0.16) = 0.35 / 0.25.
    const figures = diversificationFigures({ A: 0.5, B: 0.5 }, RISKS);
    expectNear([figures.diversificationRatio as number], [1.4], 1e-15);
    expectNear([figures.effectiveHoldings], [2], 1e-15);
    // Contributions 9 : 16, so that 25² / (9² + 16²) = 625/337.
    expectNear([figures.effectiveBets as number], [625 / 337], 1e-15);
    expect(isDeeplyFrozen(figures)).toBe(true);
  });

  it('is √n for n independent assets under inverse volatility, with n bets', () => {
    const covariance = [0.01, 0.04, 0.09, 0.16].map((v, i) =>
      [0, 1, 2, 3].map((j) => (i === j ? v : 0)),
    );
    const risks = { assets: ['A', 'B', 'C', 'D'], covariance };
    const result = inverseVolatility(risks);
    if (result.status !== 'allocated') throw new Error(result.status);
    const figures = diversificationFigures(result.weights, risks);
    expectNear(
      [figures.diversificationRatio as number, figures.effectiveBets as number],
      [2, 4],
      1e-14,
    );
  });

  it('is 1 for one asset, and for assets that move as one', () => {
    const one = diversificationFigures({ A: 3, B: 0 }, RISKS);
    expect(one).toEqual({ diversificationRatio: 1, effectiveHoldings: 1, effectiveBets: 1 });
    const alike = {
      assets: ['A', 'B'],
      covariance: [
        [0.01, 0.02],
        [0.02, 0.04],
      ],
    };
    expectNear(
      [diversificationFigures({ A: 1, B: 1 }, alike).diversificationRatio as number],
      [1],
      1e-14,
    );
  });

  it('has no ratio where there is no risk', () => {
    const hedge = {
      assets: ['A', 'B'],
      covariance: [
        [0.04, -0.04],
        [-0.04, 0.04],
      ],
    };
    expect(diversificationFigures({ A: 0.5, B: 0.5 }, hedge)).toEqual({
      diversificationRatio: null,
      effectiveHoldings: 2,
      effectiveBets: null,
    });
  });

  it('does not mind the scale of weights, and lies between 1 and n holdings', () => {
    const weight = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(weight, weight, (a, b) => {
        fc.pre(a + b > 0);
        const figures = diversificationFigures({ A: a, B: b }, RISKS);
        const scaled = diversificationFigures({ A: a / 128, B: b / 128 }, RISKS);
        expectNear([scaled.effectiveHoldings], [figures.effectiveHoldings], 1e-14);
        expect(figures.effectiveHoldings).toBeGreaterThanOrEqual(1 - 1e-15);
        expect(figures.effectiveHoldings).toBeLessThanOrEqual(2 + 1e-15);
        expect(figures.diversificationRatio).toBeGreaterThanOrEqual(1 - 1e-14);
      }),
    );
  });
});

describe('simple weights', () => {
  it('are 1/n, 1/σ and 1/σ²', () => {
    expect(equalWeight(RISKS)).toMatchObject({ status: 'allocated', weights: { A: 0.5, B: 0.5 } });
    const weightsOf = (result: ReturnType<typeof inverseVariance>) =>
      result.status === 'allocated' ? Object.values(result.weights) : [];
    expectNear(weightsOf(inverseVolatility(RISKS)), [4 / 7, 3 / 7], 1e-15);
    expectNear(weightsOf(inverseVariance(RISKS)), [16 / 25, 9 / 25], 1e-15);
  });

  it('come with their risk', () => {
    const { volatility, riskContributions } = equalWeight(RISKS);
    expectNear([volatility], [0.25], 1e-16);
    expectNear(Object.values(riskContributions), [9 / 25, 16 / 25], 1e-15);
  });

  it('by risk are unattainable where an asset has none', () => {
    const cash = {
      assets: ['CASH', 'A'],
      covariance: [
        [0, 0],
        [0, 0.04],
      ],
    };
    expect(inverseVolatility(cash)).toMatchObject({ status: 'unattainable', assets: ['CASH'] });
    expect(inverseVariance(cash)).toMatchObject({ status: 'unattainable', assets: ['CASH'] });
    expect(equalWeight(cash).weights).toEqual({ CASH: 0.5, A: 0.5 });
  });

  it('hold for variances as small as doubles can be', () => {
    const tiny = {
      assets: ['A', 'B'],
      covariance: [
        [1e-309, 0],
        [0, 1e-309],
      ],
    };
    expect(inverseVariance(tiny)).toMatchObject({ weights: { A: 0.5, B: 0.5 } });
  });
});

describe('groupRiskBudgets', () => {
  it('makes a group bring its budget', () => {
    const budgets = groupRiskBudgets([
      { id: 'bonds', budget: 0.4, members: ['X', 'Y'] },
      { id: 'equity', budget: 0.6, members: ['Z'] },
    ]);
    expect(budgets).toEqual({ X: 0.2, Y: 0.2, Z: 0.6 });
    const covariance = [
      [0.01, 0.004, 0.002],
      [0.004, 0.02, 0.005],
      [0.002, 0.005, 0.09],
    ];
    const { riskContributions } = solved({ assets: ['X', 'Y', 'Z'], covariance, budgets });
    expectNear([(riskContributions.X ?? 0) + (riskContributions.Y ?? 0)], [0.4], 1e-14);
  });

  it('splits by given shares, which may be 0', () => {
    const shares = { X: 0.25, Y: 0.75, Z: 0 };
    const group = { id: 'all', budget: 1, members: ['X', 'Y', 'Z'], shares };
    expect(groupRiskBudgets([group])).toEqual(shares);
  });
});
