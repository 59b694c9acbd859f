import { describe, expect, it } from 'vitest';
import {
  type AllocationProblem,
  allocate,
  efficientFrontier,
  type FactorCovariance,
} from '../../../src/allocation/index.js';
import { expectNear, optimal } from '../support.js';
import { featureCases } from './cases.js';

const byFactors = featureCases.filter(({ problem }) => 'loadings' in problem.covariance);

/** B·F·B' + D, written out. */
function expanded(given: FactorCovariance): number[][] {
  const { loadings, specificVariance } = given;
  const factors = given.factorCovariance as readonly (readonly number[])[];
  return loadings.map((a, i) =>
    loadings.map((b, j) => {
      let sum = i === j ? specificVariance[i]! : 0;
      a.forEach((x, f) => {
        b.forEach((y, g) => {
          sum += x * factors[f]![g]! * y;
        });
      });
      return sum;
    }),
  );
}

/** Many assets with three factors, by a rule that anyone can follow. */
function wide(size: number): AllocationProblem {
  const numbers = Array.from({ length: size }, (_, i) => i);
  const swing = (i: number, step: number): number => ((i * step) % 17) / 17 - 0.5;
  return {
    assets: numbers.map((i) => `a${i}`),
    expectedReturn: numbers.map((i) => 0.05 + 0.04 * swing(i, 7)),
    covariance: {
      loadings: numbers.map((i) => [1 + 0.4 * swing(i, 3), swing(i, 5), swing(i, 11)]),
      factorCovariance: [
        [0.03, 0.002, 0],
        [0.002, 0.008, -0.001],
        [0, -0.001, 0.006],
      ],
      specificVariance: numbers.map((i) => 0.02 + 0.03 * (swing(i, 13) + 0.5)),
    },
    objective: { kind: 'utility', riskAversion: 5 },
    bounds: Object.fromEntries(numbers.map((i) => [`a${i}`, { max: 0.1 }])),
    groups: [{ id: 'first', members: numbers.slice(0, 40).map((i) => `a${i}`), max: 0.25 }],
  };
}

/** The longest `Float64Array` that is made while something runs. */
function longestArray(run: () => void): number {
  const original = globalThis.Float64Array;
  let longest = 0;
  globalThis.Float64Array = new Proxy(original, {
    construct(target, args, called) {
      const made = Reflect.construct(target, args, called === proxy ? target : called);
      longest = Math.max(longest, made.length);
      return made;
    },
  });
  const proxy = globalThis.Float64Array;
  try {
    run();
  } finally {
    globalThis.Float64Array = original;
  }
  return longest;
}

describe('a covariance by factors', () => {
  it('is risk as a hand calculation has it', () => {
    // One factor of variance 0.04 with loadings 1 and 0.5, and variances of 0.01 and 0.02 of their own:
    // Σ = [[0.05, 0.02], [0.02, 0.03]]; the least variance is at weights as 0.03 − 0.02 to 0.05 − 0.02.
    const result = optimal(
      allocate({
        assets: ['A', 'B'],
        expectedReturn: [0, 0],
        covariance: {
          loadings: [[1], [0.5]],
          factorCovariance: [[0.04]],
          specificVariance: [0.01, 0.02],
        },
        objective: { kind: 'minimum-variance' },
      }),
    );
    expectNear(Object.values(result.weights), [0.25, 0.75], 1e-15);
    expectNear([result.objectiveValue], [0.05 / 16 + (0.04 * 3) / 16 + (0.03 * 9) / 16], 1e-16);
  });

  it.each([...byFactors.map(({ problem }) => problem), wide(150)])(
    'is the same as the matrix that it stands for (%#)',
    (problem) => {
      const covariance = expanded(problem.covariance as FactorCovariance);
      const one = optimal(allocate(problem));
      const other = optimal(allocate({ ...problem, covariance }));
      expectNear(Object.values(one.weights), Object.values(other.weights), 1e-10);
      expectNear(
        [one.expectedReturn, one.volatility, one.objectiveValue],
        [other.expectedReturn, other.volatility, other.objectiveValue],
        1e-12,
      );
      expectNear(
        one.binding.map(({ shadowPrice }) => shadowPrice),
        other.binding.map(({ shadowPrice }) => shadowPrice),
        1e-10,
      );
      expect(one.binding.map(({ rule }) => rule)).toEqual(other.binding.map(({ rule }) => rule));
    },
  );

  it('has the same frontier', () => {
    const { objective: _, ...problem } = wide(60);
    const covariance = expanded(problem.covariance as FactorCovariance);
    const one = efficientFrontier(problem);
    const other = efficientFrontier({ ...problem, covariance });
    if (one.status !== 'corners' || other.status !== 'corners') throw new Error('no corners');
    expect(one.corners).toHaveLength(other.corners.length);
    one.corners.forEach((corner, k) => {
      const { riskTolerance, weights } = other.corners[k]!;
      expectNear([corner.riskTolerance], [riskTolerance], 1e-10);
      expectNear(Object.values(corner.weights), Object.values(weights), 1e-10);
    });
  });

  it('is never written out', () => {
    const size = 600;
    const problem = wide(size);
    expect(longestArray(() => allocate(problem))).toBeLessThan(size * 60);
    // The same count of a matrix that is written out.
    const covariance = expanded(problem.covariance as FactorCovariance);
    expect(longestArray(() => allocate({ ...problem, covariance }))).toBeGreaterThanOrEqual(
      size * size,
    );
  });

  it('may have factors without risk, a singular covariance of them, or none at all', () => {
    const problem = {
      assets: ['A', 'B'],
      expectedReturn: [0, 0],
      objective: { kind: 'minimum-variance' },
    } as const;
    const specificVariance = [0.01, 0.03];
    for (const [loadings, factorCovariance] of [
      [[[0], [0]], [[0.04]]],
      [
        [
          [1, -1],
          [2, -2],
        ],
        [
          [0.04, 0.04],
          [0.04, 0.04],
        ],
      ],
      [[[], []], []],
    ] as const) {
      const covariance = { loadings, factorCovariance, specificVariance };
      // What the factors add cancels out: by variances 3 to 1.
      expectNear(
        Object.values(optimal(allocate({ ...problem, covariance })).weights),
        [0.75, 0.25],
        1e-15,
      );
    }
  });
});
