import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bisectRisk } from '../../../src/allocation/hierarchical/bisect.js';
import {
  type AssetRisks,
  type HierarchicalAllocation,
  type HierarchicalOptions,
  hierarchicalRiskParity,
  inverseVariance,
} from '../../../src/allocation/index.js';
import fixture from '../../fixtures/allocation/hierarchical.json' with { type: 'json' };
import { expectNear, hasNegativeZero, isDeeplyFrozen } from '../support.js';

const nameOf = (i: number): string => `a${String(i).padStart(2, '0')}`;
const risksOf = (covariance: readonly (readonly number[])[]): AssetRisks => ({
  assets: covariance.map((_, i) => nameOf(i)),
  covariance,
});

function allocated(risks: AssetRisks, options?: HierarchicalOptions): HierarchicalAllocation {
  const result = hierarchicalRiskParity(risks, options);
  if (result.status !== 'allocated') throw new Error(JSON.stringify(result));
  return result;
}

describe('the example of López de Prado (2016)', () => {
  const { covariance, order, hierarchical, inverseVariance: simple } = fixture.paper;
  const risks = risksOf(covariance);

  it('has the printed weights and order', () => {
    const result = allocated(risks);
    const percents = Object.values(result.weights).map((weight) => weight * 100);
    expectNear(percents, hierarchical, 0.005);
    expect(result.clusterOrder).toEqual(order.map((asset) => nameOf(asset - 1)));
  });

  it('has the printed inverse-variance weights', () => {
    const result = inverseVariance(risks);
    if (result.status !== 'allocated') throw new Error(result.status);
    const percents = Object.values(result.weights).map((weight) => weight * 100);
    expectNear(percents, simple, 0.005);
  });
});

interface Case {
  readonly linkage: string;
  readonly distance: string;
  readonly merges: readonly (readonly number[])[];
  readonly order: readonly number[];
  readonly weights: readonly number[];
  readonly pyportfolioopt?: readonly number[];
  readonly riskfolio?: readonly number[];
}
const cases = fixture.markets.flatMap(({ covariance, cases: own }) =>
  (own as readonly Case[]).map((one) => ({ ...one, covariance, size: covariance.length })),
);

describe('hierarchicalRiskParity against scipy, PyPortfolioOpt and Riskfolio-Lib', () => {
  it.each(cases)('agrees on $size assets by $linkage linkage of $distance', (one) => {
    const result = allocated(risksOf(one.covariance), {
      linkage: one.linkage,
      distance: one.distance,
    } as HierarchicalOptions);
    expect(result.clusterOrder).toEqual(one.order.map(nameOf));
    const idOf = (part: string | number) =>
      typeof part === 'number' ? part + one.size : Number(part.slice(1));
    result.merges.forEach(({ left, right, height, size }, k) => {
      const [a, b, distance, count] = one.merges[k] as [number, number, number, number];
      expect([idOf(left), idOf(right), size]).toEqual([a, b, count]);
      expectNear([height], [distance], 1e-13);
    });
    const weights = Object.values(result.weights);
    expectNear(weights, one.weights, 1e-14);
    if (one.pyportfolioopt !== undefined) expectNear(weights, one.pyportfolioopt, 1e-14);
    if (one.riskfolio !== undefined) expectNear(weights, one.riskfolio, 1e-14);
  });
});

describe('hierarchicalRiskParity', () => {
  it('holds one asset alone', () => {
    const result = allocated({ assets: ['A'], covariance: [[0.04]] });
    expect(result).toMatchObject({ weights: { A: 1 }, merges: [], clusterOrder: ['A'] });
  });

  it('is inverse variance for two assets', () => {
    const risks = {
      assets: ['A', 'B'],
      covariance: [
        [0.09, 0.01],
        [0.01, 0.01],
      ],
    };
    expectNear(Object.values(allocated(risks).weights), [0.1, 0.9], 1e-15);
  });

  it('merges ties by name: all alike are taken in their order', () => {
    const covariance = [0, 1, 2, 3].map((i) => [0, 1, 2, 3].map((j) => (i === j ? 0.04 : 0.01)));
    const result = allocated({ assets: ['D', 'B', 'C', 'A'], covariance });
    expect(result.merges.map(({ left, right }) => [left, right])).toEqual([
      ['A', 'B'],
      ['C', 0],
      ['D', 1],
    ]);
    expectNear(Object.values(result.weights), [0.25, 0.25, 0.25, 0.25], 1e-15);
  });

  it('is unattainable with assets that have no risk', () => {
    const risks = {
      assets: ['CASH', 'A'],
      covariance: [
        [0, 0],
        [0, 0.04],
      ],
    };
    const result = hierarchicalRiskParity(risks);
    expect(result).toMatchObject({ status: 'unattainable', assets: ['CASH'] });
    // There are no budgets of risk and no limits here that could be changed.
    expect(result.status === 'unattainable' && result.reasons).toMatchObject([
      { code: 'allocation.no-weight-without-risk', parameters: { assets: ['CASH'] } },
    ]);
    expect(inverseVariance(risks)).toMatchObject({
      status: 'unattainable',
      reasons: [{ code: 'allocation.no-weight-without-risk' }],
    });
  });

  it('keeps assets apart that hedge each other, and splits two of them evenly', () => {
    const covariance = [
      [0.04, -0.04],
      [-0.04, 0.04],
    ];
    const two = hierarchicalRiskParity({ assets: ['A', 'B'], covariance });
    expect(two).toMatchObject({ weights: { A: 0.5, B: 0.5 }, volatility: 0 });
  });
});

describe('bisectRisk', () => {
  it('has nothing to split by where both halves are without risk', () => {
    const hedge = [0.04, -0.04, -0.04, 0.04];
    const covariance = new Float64Array(16);
    [0, 1].forEach((i) => {
      [0, 1].forEach((j) => {
        covariance[i * 4 + j] = hedge[i * 2 + j] as number;
        covariance[(i + 2) * 4 + j + 2] = hedge[i * 2 + j] as number;
      });
    });
    expect(bisectRisk(covariance, [0, 1, 2, 3])).toEqual({
      status: 'riskless',
      members: [0, 1, 2, 3],
    });
    expect(bisectRisk(covariance, [0, 2, 1, 3]).status).toBe('split');
  });
});

const draw = fc.integer({ min: 1, max: 9 }).chain((size) => {
  const step = fc.integer({ min: -3, max: 3 });
  return fc.record({
    loadings: fc.array(fc.tuple(step, step), { minLength: size, maxLength: size }),
    order: fc.shuffledSubarray([...Array(size).keys()], { minLength: size, maxLength: size }),
    linkage: fc.constantFrom('single', 'average', 'complete', 'ward'),
  });
});

describe('hierarchicalRiskParity, whatever the input', () => {
  // Few and whole loadings, so that ties are common.
  const risksFrom = (loadings: readonly (readonly [number, number])[]) =>
    risksOf(
      loadings.map(([a, b], i) =>
        loadings.map(([c, d], j) => 0.01 * (a * c + b * d) + (i === j ? 0.01 : 0)),
      ),
    );

  it('is long only, sums to 1, frozen, without −0, and survives JSON', () => {
    fc.assert(
      fc.property(draw, ({ loadings, linkage }) => {
        const risks = risksFrom(loadings);
        const before = JSON.stringify(risks);
        const result = allocated(risks, { linkage } as HierarchicalOptions);
        const weights = Object.values(result.weights);
        expect(weights.every((weight) => weight > 0)).toBe(true);
        expectNear([weights.reduce((a, b) => a + b, 0)], [1], 1e-14);
        expect([...result.clusterOrder].sort()).toEqual(risks.assets);
        expect(result.merges).toHaveLength(risks.assets.length - 1);
        expect(isDeeplyFrozen(result)).toBe(true);
        expect(hasNegativeZero(result)).toBe(false);
        expect(JSON.stringify(risks)).toBe(before);
        expect(JSON.parse(JSON.stringify(result))).toEqual(result);
      }),
    );
  });

  it('gives the same to the last digit in whatever order the assets come', () => {
    fc.assert(
      fc.property(draw, ({ loadings, order, linkage }) => {
        const risks = risksFrom(loadings);
        const matrix = risks.covariance as number[][];
        const shuffled = {
          assets: order.map((i) => risks.assets[i] as string),
          covariance: order.map((i) => order.map((j) => matrix[i]?.[j] as number)),
        };
        const options = { linkage } as HierarchicalOptions;
        const [first, second] = [allocated(risks, options), allocated(shuffled, options)];
        expect(second.weights).toEqual(first.weights);
        expect(second.merges).toEqual(first.merges);
        expect(second.clusterOrder).toEqual(first.clusterOrder);
      }),
    );
  });

  it('never joins nearer clusters later', () => {
    fc.assert(
      fc.property(draw, ({ loadings, linkage }) => {
        const { merges } = allocated(risksFrom(loadings), { linkage } as HierarchicalOptions);
        merges.slice(1).forEach(({ height }, k) => {
          expect(height).toBeGreaterThanOrEqual((merges[k]?.height as number) - 1e-12);
        });
      }),
    );
  });
});
