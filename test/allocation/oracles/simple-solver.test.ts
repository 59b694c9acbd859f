import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leastByEnumeration } from '../../numerics/enumeration.js';
import {
  atTolerance,
  exactFrontiers,
  type KnownPoint,
  largerProblems,
} from './frontier-fixtures.js';
import { interiorPoint } from './interior-point.js';
import { dot, type SimpleProblem } from './simple-problem.js';
import { kktResiduals, objectiveOf, simpleSolve } from './simple-solver.js';

const solvable = exactFrontiers.flatMap(({ expected, ...problem }) =>
  expected.status === 'optimal' ? [{ ...problem, expected }] : [],
);
const infeasible = exactFrontiers.filter(({ expected }) => expected.status === 'infeasible');

/** Deviation of a value that weights alone decide, relative to the size of the objective’s terms. */
function gapOf(value: number, { variance, lambda, ...point }: KnownPoint): number {
  const known = variance / 2 - lambda * point.return;
  return Math.abs(value - known) / Math.max(variance, Math.abs(lambda * point.return), 1e-6);
}

/** Every third entry, since all take long. */
function thirdsOf<T>(list: readonly T[]): readonly T[] {
  return list.filter((_, k) => k % 3 === 1);
}

describe('the simple solver', () => {
  it.each(solvable)('finds the exact optima of: $name', (one) => {
    for (const point of one.expected.points) {
      const problem = atTolerance(one, point.lambda);
      const found = simpleSolve(problem);
      const closeness = found?.method === 'enumeration' ? 1e-11 : 1e-8;
      expect(gapOf(found?.objective ?? Number.NaN, point)).toBeLessThan(closeness);
      // At λ = 0 the solver does not look for the highest return.
      const named = one.expected.uniqueWeights && (one.expected.rank === one.n || point.lambda > 0);
      if (found?.method !== 'enumeration' || !named) continue;
      found.weights.forEach((w, i) => {
        expect(w).toBeCloseTo(point.weights[i] as number, 8);
      });
    }
  });

  it.each(infeasible)('finds nothing where there is nothing: $name', (one) => {
    expect(simpleSolve(atTolerance(one, 1))).toBeUndefined();
  });

  it.each(largerProblems)('comes by an interior point to the optima of: $name', (one) => {
    for (const point of thirdsOf(one.points)) {
      const problem = atTolerance(one, point.lambda);
      const weights = interiorPoint(problem);
      const value = weights === undefined ? Number.NaN : objectiveOf(problem, weights);
      expect(gapOf(value, point), `${point.lambda}`).toBeLessThan(1e-7);
    }
  });

  it('agrees with the enumeration that looks at every set of limits', () => {
    const number = (min: number, max: number) =>
      fc.integer({ min: 100 * min, max: 100 * max }).map((x) => x / 100);
    const problems = fc.integer({ min: 1, max: 3 }).chain((n) => {
      const vector = (min: number, max: number) =>
        fc.array(number(min, max), { minLength: n, maxLength: n });
      return fc.record({
        loadings: fc.array(vector(-1, 1), { minLength: n, maxLength: n }),
        linear: vector(-1, 1),
        normal: vector(-1, 1),
        limit: number(0, 1),
      });
    });
    fc.assert(
      fc.property(problems, ({ loadings, linear, normal, limit }) => {
        const n = linear.length;
        const covariance = loadings.map((a) => loadings.map((b) => dot(a, b)));
        const ones = linear.map(() => 1);
        const least = leastByEnumeration({
          hessian: Float64Array.from(covariance.flat()),
          linear: Float64Array.from(linear),
          equalities: { matrix: Float64Array.from(ones), rhs: Float64Array.of(1) },
          inequalities: { matrix: Float64Array.from(normal), rhs: Float64Array.of(limit) },
          lower: new Float64Array(n),
          upper: Float64Array.from(ones),
        });
        const rows = [
          { coefficients: ones, min: 1, max: 1 },
          { coefficients: normal, max: limit },
        ];
        const lower = linear.map(() => 0);
        const found = simpleSolve({ covariance, linear, rows, lower, upper: ones });
        expect(found === undefined).toBe(least === undefined);
        if (found !== undefined) expect(found.objective).toBeCloseTo(least as number, 7);
      }),
    );
  });
});

describe('the residuals of Karush, Kuhn and Tucker', () => {
  it.each(largerProblems)('are nothing but rounding at the optima of: $name', (one) => {
    for (const { lambda, weights } of thirdsOf(one.points)) {
      const { feasibility, stationarity } = kktResiduals(atTolerance(one, lambda), weights);
      expect(feasibility).toBeLessThan(1e-12);
      expect(stationarity, `${lambda}`).toBeLessThan(1e-12);
    }
  });

  it.each(solvable)('are nothing but rounding at the exact optima of: $name', (one) => {
    for (const { lambda, weights } of [...one.expected.corners, ...one.expected.points]) {
      if (!weights.every((w) => w !== null)) continue;
      const { feasibility, stationarity } = kktResiduals(atTolerance(one, lambda), weights);
      expect(feasibility).toBeLessThan(1e-12);
      expect(stationarity, `${lambda}`).toBeLessThan(1e-12);
    }
  });

  it('see a shift of a ten-thousandth between two assets', () => {
    const one = largerProblems[0]!;
    const { lambda, weights } = one.points[2]!;
    const inside = weights.flatMap((w, i) =>
      w > one.lower[i]! + 0.001 && w < one.upper[i]! - 0.001 ? [i] : [],
    );
    const moved = weights.map((w, i) =>
      i === inside[0] ? w + 1e-4 : i === inside[1] ? w - 1e-4 : w,
    );
    const { feasibility, stationarity } = kktResiduals(atTolerance(one, lambda), moved);
    expect(Math.max(feasibility, stationarity)).toBeGreaterThan(1e-6);
  });

  it('see weights beyond a bound and weights that miss the budget', () => {
    const problem: SimpleProblem = {
      covariance: [
        [1, 0],
        [0, 1],
      ],
      linear: [0, 0],
      rows: [{ coefficients: [1, 1], min: 1, max: 1 }],
      lower: [0, 0],
      upper: [0.6, 1],
    };
    // By hand: the least variance is at a half each.
    expect(kktResiduals(problem, [0.5, 0.5]).feasibility).toBe(0);
    expect(kktResiduals(problem, [0.5, 0.5]).stationarity).toBeLessThan(1e-15);
    expect(kktResiduals(problem, [0.7, 0.3]).feasibility).toBeCloseTo(0.1, 12);
    expect(kktResiduals(problem, [0.5, 0.4]).feasibility).toBeCloseTo(0.1, 12);
    // Gradient (0.6, 0.4): half of their difference cannot be carried by the budget; the cap pushes the other way.
    expect(kktResiduals(problem, [0.6, 0.4]).stationarity).toBeCloseTo(0.1 / 0.6, 12);
  });
});
