import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DiversificationProblem } from '../../../src/allocation/index.js';
import { expectNear, hasNegativeZero, isDeeplyFrozen } from '../support.js';
import { nameOf, solved } from './cases.js';

const hundredths = (min: number, max: number) =>
  fc.integer({ min, max }).map((value) => value / 100);

/** Two factors and a variance of each asset's own. */
const draw = fc.integer({ min: 2, max: 7 }).chain((size) => {
  const vector = <T>(value: fc.Arbitrary<T>) =>
    fc.array(value, { minLength: size, maxLength: size });
  return fc.record({
    loadings: fc.array(vector(hundredths(-30, 30)), { minLength: 2, maxLength: 2 }),
    own: vector(hundredths(1, 10)),
    upper: vector(hundredths(50, 100)),
    shares: fc.array(vector(fc.integer({ min: 0, max: 20 })), { minLength: 4, maxLength: 4 }),
  });
});
type Draw = Parameters<Parameters<typeof draw.map>[0]>[0];

function problemFrom({ loadings, own, upper }: Draw): DiversificationProblem {
  return {
    assets: own.map((_, i) => nameOf(i)),
    covariance: own.map((variance, i) =>
      own.map((_, j) => {
        const common = loadings.reduce((sum, row) => sum + (row[i] ?? 0) * (row[j] ?? 0), 0);
        return i === j ? common + variance : common;
      }),
    ),
    bounds: Object.fromEntries(upper.map((max, i) => [nameOf(i), { max }])),
  };
}

function ratioOf({ covariance }: DiversificationProblem, weights: readonly number[]): number {
  const rows = covariance as readonly (readonly number[])[];
  let [gross, variance] = [0, 0];
  weights.forEach((a, i) => {
    gross += a * Math.sqrt(rows[i]?.[i] as number);
    weights.forEach((b, j) => {
      variance += a * b * (rows[i]?.[j] as number);
    });
  });
  return gross / Math.sqrt(variance);
}

describe('maximumDiversification', () => {
  it('finds and proves a portfolio that no other beats', () => {
    fc.assert(
      fc.property(draw, (drawn) => {
        const problem = problemFrom(drawn);
        const { weights, diversificationRatio, certificate } = solved(problem);
        const found = Object.values(weights);
        expectNear([diversificationRatio as number], [ratioOf(problem, found)], 1e-12);
        const { primal, stationarity, complementarity } = certificate;
        expect(Math.max(primal, stationarity, complementarity)).toBeLessThan(1e-12);
        for (const shares of drawn.shares) {
          const total = shares.reduce((sum, share) => sum + share, 0);
          if (shares.some((share, i) => share / total > (drawn.upper[i] ?? 1))) continue;
          for (const step of [1, 0.1, 0.001]) {
            const mix = found.map(
              (weight, i) => weight + step * ((shares[i] ?? 0) / total - weight),
            );
            if (total > 0)
              expect(ratioOf(problem, mix)).toBeLessThan((diversificationRatio as number) + 1e-12);
          }
        }
      }),
    );
  });

  it('does not depend on the order of the assets, nor on the unit of risk; changes nothing and freezes', () => {
    fc.assert(
      fc.property(draw, (drawn) => {
        const problem = problemFrom(drawn);
        const before = JSON.stringify(problem);
        const result = solved(problem);
        expect(JSON.stringify(problem)).toBe(before);
        expect(isDeeplyFrozen(result)).toBe(true);
        expect(hasNegativeZero(result)).toBe(false);
        expect(JSON.parse(JSON.stringify(result))).toEqual(result);
        const rows = problem.covariance as readonly (readonly number[])[];
        const other = solved({
          ...problem,
          assets: [...problem.assets].reverse(),
          covariance: [...rows]
            .reverse()
            .map((row) => [...row].reverse().map((value) => value / 12)),
        });
        for (const [asset, weight] of Object.entries(result.weights)) {
          expectNear([other.weights[asset] as number], [weight], 1e-9);
        }
      }),
    );
  });
});
