import { describe, expect, it } from 'vitest';
import {
  allocate,
  allocationMessages,
  diversificationFigures,
  maximumDiversification,
} from '../../../src/allocation/index.js';
import { formatReason, type Reason } from '../../../src/evidence/index.js';
import {
  expectNear,
  expectRefusal,
  hasNegativeZero,
  isDeeplyFrozen,
  optimal,
  wrong,
} from '../support.js';
import { diversifiedCases, problemOf, solved } from './cases.js';

describe('maximumDiversification against solutions to 40 digits', () => {
  it.each(diversifiedCases)('has every digit of $name', (one) => {
    const result = solved(problemOf(one));
    expectNear(Object.values(result.weights), one.weights, 1e-12);
    expectNear([result.diversificationRatio as number], [one.ratio], 1e-13);
    // An interior-point method comes within the root of its precision.
    expectNear(Object.values(result.weights), one.conic, 1e-5);
    const { primal, stationarity, complementarity, ridge } = result.certificate;
    expect(Math.max(primal, stationarity, complementarity)).toBeLessThan(1e-13);
    expect(ridge).toBe(0);
  });
});

const THREE = {
  assets: ['BOND', 'EQUITY', 'GOLD'],
  covariance: [
    [0.0025, 0.002, 0],
    [0.002, 0.04, 0.006],
    [0, 0.006, 0.0225],
  ],
};

describe('maximumDiversification as Choueifaty and Coignard have it', () => {
  it('holds two assets in proportion to 1/σ, whatever their correlation', () => {
    for (const correlation of [-0.9, -0.3, 0, 0.5, 0.99]) {
      const covariance = [
        [0.01, 0.02 * correlation],
        [0.02 * correlation, 0.04],
      ];
      const result = solved({ assets: ['A', 'B'], covariance });
      expectNear(Object.values(result.weights), [2 / 3, 1 / 3], 1e-12);
      // (2·σ₁σ₂) / √(2σ₁²σ₂²(1 + ρ)) for weights of σ₂ and σ₁.
      const ratio = Math.sqrt(2 / (1 + correlation));
      expectNear([result.diversificationRatio as number], [ratio], 1e-11 * ratio);
    }
  });

  it('holds assets of equal correlations in proportion to 1/σ', () => {
    const volatilities = [0.05, 0.1, 0.2, 0.4];
    const covariance = volatilities.map((a, i) =>
      volatilities.map((b, j) => (i === j ? a * a : 0.3 * a * b)),
    );
    const result = solved({ assets: ['A', 'B', 'C', 'D'], covariance });
    // 1/σ: 20, 10, 5, 2.5 of 37.5.
    expectNear(Object.values(result.weights), [8 / 15, 4 / 15, 2 / 15, 1 / 15], 1e-13);
  });

  it('does not care for a copy of an asset: duplication invariance', () => {
    const one = solved(THREE);
    const covariance = [0, 1, 2, 2].map((i) =>
      [0, 1, 2, 2].map((j) => THREE.covariance[i]?.[j] as number),
    );
    const two = solved({ assets: ['BOND', 'EQUITY', 'GOLD', 'COPY'], covariance });
    expectNear([two.diversificationRatio as number], [one.diversificationRatio as number], 1e-12);
    const { BOND, EQUITY, GOLD, COPY } = two.weights as Record<string, number>;
    expectNear(
      [BOND as number, EQUITY as number, (GOLD as number) + (COPY as number)],
      Object.values(one.weights),
      1e-12,
    );
  });

  it('correlates equally with everything it holds, and no less with what it does not', () => {
    for (const one of diversifiedCases.filter(({ name }) => name.startsWith('long only'))) {
      const { weights, correlations, diversificationRatio } = solved(problemOf(one));
      const common = 1 / (diversificationRatio as number);
      for (const [asset, correlation] of Object.entries(correlations)) {
        const above = (correlation as number) - common;
        if ((weights[asset] as number) > 0) expect(Math.abs(above)).toBeLessThan(1e-12);
        else expect(above).toBeGreaterThan(-1e-12);
      }
    }
  });

  it('has the ratio that the figures of a portfolio give', () => {
    const result = solved(THREE);
    const figures = diversificationFigures(result.weights, THREE);
    expectNear(
      [result.diversificationRatio as number],
      [figures.diversificationRatio as number],
      1e-14,
    );
  });
});

describe('the size of the portfolio', () => {
  it('only scales with the budget where no cap is in the way', () => {
    const one = solved(THREE);
    const half = solved({ ...THREE, budget: 0.5 });
    expectNear(
      Object.values(half.weights),
      Object.values(one.weights).map((weight) => weight / 2),
      1e-13,
    );
    expectNear([half.diversificationRatio as number], [one.diversificationRatio as number], 1e-13);
  });

  it('changes the ratio where a cap in absolute terms is', () => {
    const bounds = { BOND: { max: 0.4 } };
    const full = solved({ ...THREE, bounds });
    const half = solved({ ...THREE, bounds, budget: 0.5 });
    expect(half.diversificationRatio).toBeGreaterThan((full.diversificationRatio as number) + 0.01);
  });

  it('is the largest that the budget allows where several are equally good', () => {
    const { weights } = solved({ ...THREE, budget: { min: 0, max: 1 } });
    expectNear([Object.values(weights).reduce((sum, weight) => sum + weight, 0)], [1], 1e-13);
    expectNear(Object.values(weights), Object.values(solved(THREE).weights), 1e-12);
  });

  it('leaves no cash where cash is an asset', () => {
    const covariance = [[0, 0, 0, 0], ...THREE.covariance.map((row) => [0, ...row])];
    const result = solved({ assets: ['CASH', ...THREE.assets], covariance });
    expectNear(Object.values(result.weights), [0, ...Object.values(solved(THREE).weights)], 1e-12);
    expect(result.correlations.CASH).toBeNull();
  });

  it('is the largest for the highest Sharpe ratio too', () => {
    const problem = {
      ...THREE,
      expectedReturn: [0.021, 0.063, 0.037],
      budget: { min: 0, max: 1 },
      objective: { kind: 'maximum-sharpe', risklessReturn: 0 },
    } as const;
    const { weights } = optimal(allocate(problem));
    expectNear([Object.values(weights).reduce((sum, weight) => sum + weight, 0)], [1], 1e-13);
  });
});

describe('what maximumDiversification returns', () => {
  it('says so where risks cancel out', () => {
    const covariance = [
      [0.01, -0.02],
      [-0.02, 0.04],
    ];
    const result = solved({ assets: ['A', 'B'], covariance });
    expectNear(Object.values(result.weights), [2 / 3, 1 / 3], 1e-13);
    expect(result.diversificationRatio).toBeNull();
    expect(result.correlations).toEqual({ A: null, B: null });
    expect(result.reasons.map(({ code }) => code)).toEqual(['allocation.diversified-without-risk']);
  });

  it('says so where there is no risk to diversify', () => {
    const result = maximumDiversification({ assets: ['A'], covariance: [[0]] });
    expect(result).toMatchObject({
      status: 'infeasible',
      conflicting: ['maximum-diversification'],
      reasons: [{ code: 'allocation.nothing-to-diversify' }],
    });
  });

  it('says so where every portfolio is short of more volatility than it holds', () => {
    // A at −1.5 and B at 2.5 have a ratio of (−1.5·0.2 + 2.5·0.1)/√(0.09 + 0.0625) = −0.128: risk there is.
    const result = maximumDiversification({
      assets: ['A', 'B'],
      covariance: [
        [0.04, 0],
        [0, 0.01],
      ],
      bounds: { A: { min: -2, max: -1.5 }, B: { max: 3 } },
    });
    expect(result).toMatchObject({
      status: 'infeasible',
      conflicting: ['maximum-diversification'],
      reasons: [{ code: 'allocation.no-positive-diversification' }],
    });
    const text = formatReason(allocationMessages, result.reasons[0] as Reason, 'en');
    expect(text).toContain('short positions');
  });

  it('writes the ratio for people, and says why cash is not held', () => {
    const covariance = [[0, 0, 0, 0], ...THREE.covariance.map((row) => [0, ...row])];
    const { reasons, diversificationRatio } = solved({
      assets: ['CASH', ...THREE.assets],
      covariance,
    });
    const texts = reasons.map((reason) => formatReason(allocationMessages, reason, 'en'));
    const ratio = (diversificationRatio as number).toFixed(2);
    expect(texts[0]).toContain(`come to ${ratio} times that of the portfolio`);
    expect(texts.slice(1)).toEqual([
      'CASH is not held: it has no risk, so that holding it does not spread the risk any further.',
    ]);
  });

  it('names rules that contradict each other', () => {
    const bounds = { BOND: { min: 0.7 }, GOLD: { min: 0.5 } };
    expect(maximumDiversification({ ...THREE, bounds })).toMatchObject({
      status: 'infeasible',
      // Without its floor EQUITY could be sold short to make room.
      conflicting: ['min:BOND', 'min:EQUITY', 'min:GOLD', 'budget'],
    });
  });

  it('prices a cap by what loosening it adds to the ratio', () => {
    const ratioAt = (max: number): number =>
      solved({ ...THREE, bounds: { BOND: { max } } }).diversificationRatio as number;
    const { binding } = solved({ ...THREE, bounds: { BOND: { max: 0.4 } } });
    expect(binding.map(({ rule }) => rule)).toEqual(['max:BOND']);
    const slope = (ratioAt(0.4 + 1e-5) - ratioAt(0.4 - 1e-5)) / 2e-5;
    expectNear([binding[0]?.shadowPrice as number], [slope], 1e-7);
  });

  it('explains what is not held without a word on returns', () => {
    const covariance = [
      [0.01, 0.019],
      [0.019, 0.04],
    ];
    const problem = { assets: ['A', 'B', 'C'], covariance: [] as number[][] };
    // C is mostly A and B together.
    problem.covariance = [
      [...(covariance[0] as number[]), 0.0145],
      [...(covariance[1] as number[]), 0.0295],
      [0.0145, 0.0295, 0.0225],
    ];
    const result = solved(problem);
    expect(result.weights.C).toBe(0);
    const reason = result.reasons.find(({ code }) => code === 'allocation.not-diversifying');
    expect(reason?.parameters.subject).toBe('C');
    const text = formatReason(allocationMessages, reason as Reason, 'en');
    expect(text).toContain('C is not held: it moves too much with the portfolio');
  });

  it('reports turnover, keeps its rules and is frozen', () => {
    const trading = { current: { BOND: 0.2, EQUITY: 0.4, GOLD: 0.4 }, maxTurnover: 0.1 };
    const result = solved({ ...THREE, trading });
    expectNear([result.turnover as number], [0.1], 1e-13);
    expect(result.binding.map(({ rule }) => rule)).toEqual(['turnover']);
    expect(isDeeplyFrozen(result)).toBe(true);
    expect(hasNegativeZero(result)).toBe(false);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });
});

describe('bad input of maximumDiversification', () => {
  it('is refused with its path', () => {
    expectRefusal(() => maximumDiversification(wrong(null)), 'missing-value', 'problem');
    expectRefusal(() => maximumDiversification(wrong({})), 'missing-value', 'problem.assets');
    const twice = { ...THREE, assets: ['BOND', 'BOND', 'GOLD'] };
    expectRefusal(() => maximumDiversification(twice), 'duplicate-id', 'problem.assets[1]');
    const broken = { assets: ['A'], covariance: [[Number.NaN]] };
    expectRefusal(() => maximumDiversification(broken), 'not-finite', 'problem.covariance[0][0]');
    const crossed = { ...THREE, bounds: { BOND: { min: 0.5, max: 0.4 } } };
    expectRefusal(() => maximumDiversification(crossed), 'inconsistent', 'problem.bounds.BOND');
  });

  it('is what needs returns', () => {
    const cases = [
      [{ expectedReturn: [0.1, 0.1, 0.1] }, 'problem.expectedReturn'],
      [{ objective: { kind: 'minimum-variance' } }, 'problem.objective'],
      [{ benchmark: { BOND: 1 } }, 'problem.benchmark'],
      [{ risk: 'active' }, 'problem.risk'],
      [{ maxTrackingError: 0.1 }, 'problem.maxTrackingError'],
      [{ trading: { current: {}, buyCost: 0.01 } }, 'problem.trading.buyCost'],
      [{ trading: { current: {}, sellCost: 0 } }, 'problem.trading.sellCost'],
    ] as const;
    for (const [part, path] of cases) {
      const problem = wrong({ ...THREE, ...part });
      expectRefusal(() => maximumDiversification(problem), 'inconsistent', path);
    }
  });
});
