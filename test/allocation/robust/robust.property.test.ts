import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocateRobustly, type RobustProblem } from '../../../src/allocation/index.js';
import { expectNear, hasNegativeZero, isDeeplyFrozen } from '../support.js';
import { byName, nameOf, solved } from './cases.js';

const hundredths = (min: number, max: number) =>
  fc.integer({ min, max }).map((value) => value / 100);

/** Two factors and a variance of each asset's own; cash is the first asset or none. */
const draw = fc.integer({ min: 2, max: 6 }).chain((size) => {
  const vector = <T>(value: fc.Arbitrary<T>) =>
    fc.array(value, { minLength: size, maxLength: size });
  return fc.record({
    means: vector(fc.integer({ min: -20, max: 120 }).map((value) => value / 1000)),
    loadings: fc.array(vector(hundredths(-20, 20)), { minLength: 2, maxLength: 2 }),
    own: vector(hundredths(1, 8)),
    errors: fc.array(vector(hundredths(-4, 4)), { minLength: 2, maxLength: 2 }),
    ownErrors: vector(fc.integer({ min: 1, max: 30 }).map((value) => value / 10_000)),
    widths: vector(fc.integer({ min: 0, max: 30 }).map((value) => value / 1000)),
    lower: vector(hundredths(-40, 0)),
    riskAversion: fc.integer({ min: 1, max: 12 }),
    radius: fc.integer({ min: 0, max: 60 }).map((value) => value / 20),
    hasCash: fc.boolean(),
    longOnly: fc.boolean(),
    shares: fc.array(vector(fc.integer({ min: 0, max: 20 })), { minLength: 4, maxLength: 4 }),
  });
});
type Draw = Parameters<Parameters<typeof draw.map>[0]>[0];

function matrixOf(
  loadings: readonly (readonly number[])[],
  own: readonly number[],
  hasCash: boolean,
): number[][] {
  return own.map((variance, i) =>
    own.map((_, j) => {
      if (hasCash && (i === 0 || j === 0)) return 0;
      const common = loadings.reduce((sum, row) => sum + (row[i] ?? 0) * (row[j] ?? 0), 0);
      return i === j ? common + variance : common;
    }),
  );
}

function problemFrom(drawn: Draw, kind: 'box' | 'ellipsoid'): RobustProblem {
  const { means, hasCash, longOnly } = drawn;
  const problem = {
    assets: means.map((_, i) => nameOf(i)),
    expectedReturn: means,
    covariance: matrixOf(drawn.loadings, drawn.own, hasCash),
    objective: { kind: 'utility', riskAversion: drawn.riskAversion },
    bounds: byName(drawn.lower.map((min) => ({ min: longOnly ? 0 : min, max: 1.5 }))),
  } as const;
  const halfWidth = byName(drawn.widths.map((width, i) => (hasCash && i === 0 ? 0 : width)));
  const errorCovariance = matrixOf(drawn.errors, drawn.ownErrors, hasCash);
  return kind === 'box'
    ? { ...problem, uncertainty: { kind, halfWidth } }
    : { ...problem, uncertainty: { kind, radius: drawn.radius, errorCovariance } };
}

/** The worst utility of weights, from the data alone. */
function worstUtility(problem: RobustProblem, weights: readonly number[]): number {
  const { uncertainty, expectedReturn, covariance, objective } = problem;
  if (objective.kind !== 'utility') throw new Error(objective.kind);
  const form = (matrix: unknown): number =>
    weights.reduce((sum, a, i) => {
      const row = (matrix as readonly (readonly number[])[])[i] ?? [];
      return sum + a * weights.reduce((own, b, j) => own + b * (row[j] ?? 0), 0);
    }, 0);
  const mean = weights.reduce((sum, weight, i) => sum + weight * (expectedReturn[i] as number), 0);
  const off =
    uncertainty.kind === 'ellipsoid'
      ? uncertainty.radius * Math.sqrt(Math.max(0, form(uncertainty.errorCovariance)))
      : weights.reduce((sum, weight, i) => {
          const width = (uncertainty.halfWidth as Record<string, number>)[nameOf(i)] as number;
          return sum + Math.abs(weight) * width;
        }, 0);
  return mean - off - (objective.riskAversion / 2) * form(covariance);
}

const KINDS = ['box', 'ellipsoid'] as const;

describe.each(KINDS)('allocateRobustly within a %s', (kind) => {
  it('finds and proves a portfolio that no other beats', () => {
    fc.assert(
      fc.property(draw, (drawn) => {
        const problem = problemFrom(drawn, kind);
        const result = solved(problem);
        const weights = Object.values(result.weights);
        const { primal, stationarity, complementarity } = result.certificate;
        expect(Math.max(primal, stationarity, complementarity)).toBeLessThan(1e-11);
        expect(result.objectiveValue).toBeCloseTo(worstUtility(problem, weights), 13);
        for (const shares of drawn.shares) {
          const total = shares.reduce((sum, share) => sum + share, 0);
          if (total === 0) continue;
          const others = shares.map((share) => share / total);
          for (const step of [1, 0.1, 0.001]) {
            const mix = weights.map((weight, i) => weight + step * ((others[i] ?? 0) - weight));
            expect(worstUtility(problem, mix)).toBeLessThan(result.objectiveValue + 1e-13);
          }
        }
      }),
    );
  });

  it('does not depend on the order of the assets, changes nothing and freezes', () => {
    fc.assert(
      fc.property(draw, (drawn) => {
        const problem = problemFrom(drawn, kind);
        const before = JSON.stringify(problem);
        const result = solved(problem);
        expect(JSON.stringify(problem)).toBe(before);
        expect(isDeeplyFrozen(result)).toBe(true);
        expect(hasNegativeZero(result)).toBe(false);
        expect(JSON.parse(JSON.stringify(result))).toEqual(result);
        const reversed = solved(reversedOf(problem));
        expectNear([reversed.objectiveValue], [result.objectiveValue], 1e-13);
        expectNear([reversed.worstReturn], [result.worstReturn], 1e-9);
      }),
    );
  });

  it('is worth no more with more uncertainty, and never more than without', () => {
    fc.assert(
      fc.property(draw, fc.integer({ min: 0, max: 9 }), (drawn, tenths) => {
        const more = solved(problemFrom(drawn, kind));
        const share = tenths / 10;
        const fewer = {
          ...drawn,
          radius: drawn.radius * share,
          widths: drawn.widths.map((width) => width * share),
        };
        const less = solved(problemFrom(fewer, kind));
        expect(more.objectiveValue).toBeLessThan(less.objectiveValue + 1e-13);
        expect(more.worstReturn).toBeLessThan(more.expectedReturn + 1e-15);
      }),
    );
  });

  it('names worst returns under which the portfolio is no better than itself: a saddle point', () => {
    fc.assert(
      fc.property(draw, (drawn) => {
        const problem = problemFrom({ ...drawn, longOnly: true }, kind);
        const { worstExpectedReturns, weights, worstReturn } = solved(problem);
        const mean = Object.entries(worstExpectedReturns).reduce((sum, [asset, value]) => {
          return sum + value * (weights[asset] as number);
        }, 0);
        expectNear([mean], [worstReturn], 1e-15);
        // Under these returns without any uncertainty the same portfolio is the best.
        const settled = allocateRobustly({
          ...problem,
          expectedReturn: Object.values(worstExpectedReturns),
          uncertainty: { kind: 'box', halfWidth: 0 },
        } as RobustProblem);
        if (settled.status !== 'optimal') throw new Error(settled.status);
        expectNear([settled.objectiveValue], [solved(problem).objectiveValue], 1e-12);
      }),
    );
  });
});

function reversedOf(problem: RobustProblem): RobustProblem {
  const flip = (matrix: unknown): number[][] =>
    [...(matrix as number[][])].reverse().map((row) => [...row].reverse());
  const { uncertainty } = problem;
  return {
    ...problem,
    assets: [...problem.assets].reverse(),
    expectedReturn: [...problem.expectedReturn].reverse(),
    covariance: flip(problem.covariance),
    uncertainty:
      uncertainty.kind === 'box'
        ? uncertainty
        : { ...uncertainty, errorCovariance: flip(uncertainty.errorCovariance) },
  } as RobustProblem;
}
