import { describe, expect, it } from 'vitest';
import { minimiseAt, tracePath } from '../../../src/numerics/index.js';
import {
  atTolerance,
  type ExactFrontier,
  exactFrontiers,
  type KnownPoint,
  largerProblems,
} from '../../allocation/oracles/frontier-fixtures.js';
import { kktResiduals } from '../../allocation/oracles/kkt-residuals.js';
import { expectNear } from '../../allocation/support.js';
import { cornerOf, figuresOf, optimum, pathOf, programOf, weightsAt } from './programs.js';

const solvable = exactFrontiers.flatMap(({ expected, ...problem }) =>
  expected.status === 'optimal' ? [{ ...problem, expected }] : [],
);
const infeasible = exactFrontiers.filter(({ expected }) => expected.status === 'infeasible');

/** Rounding of returns and variances, relative to what they are sums of. */
const CLOSE = 1e-12;
/** Of weights: those that hardly change the variance are less sure. */
const NEAR = 1e-10;

/** Expects figures and, where they are unique, weights. */
function expectPoint(
  problem: Pick<ExactFrontier, 'mean' | 'covariance'>,
  weights: readonly number[],
  point: KnownPoint,
  named = true,
): void {
  const found = figuresOf(problem, weights);
  const gross = Math.max(
    1,
    weights.reduce((sum, w) => sum + Math.abs(w), 0),
  );
  const returns = gross * Math.max(...problem.mean.map(Math.abs));
  const variances = gross * gross * Math.max(...problem.covariance.flat().map(Math.abs));
  if (named) {
    expect(Math.abs(found.return - point.return), `return at λ = ${point.lambda}`).toBeLessThan(
      CLOSE * (returns || 1),
    );
  }
  expect(Math.abs(found.variance - point.variance), `variance at λ = ${point.lambda}`).toBeLessThan(
    CLOSE * (variances || 1),
  );
  if (!named) return;
  point.weights.forEach((w, i) => {
    if (w === null) return;
    expect(Math.abs(weights[i]! - w), `weight ${i} at λ = ${point.lambda}`).toBeLessThan(NEAR);
  });
}

/** Known points, without those that only weights without bounds have: with far bounds they are others. */
function pointsOf({ corners, points, riseAtTheTop }: (typeof solvable)[number]['expected']) {
  const all = [...corners, ...points];
  return riseAtTheTop === 0 ? all : all.filter(({ lambda }) => lambda <= corners[0]!.lambda);
}

/** The path from the highest return, or, where that has no end, from the first corner. */
function knownPath(one: (typeof solvable)[number]): ReturnType<typeof pathOf> {
  const { corners, riseAtTheTop } = one.expected;
  return pathOf(programOf(one), riseAtTheTop === 0 ? {} : { from: corners[0]!.lambda });
}

describe('tracePath on exact frontiers', () => {
  it.each(solvable)('goes through every corner and point of: $name', (one) => {
    const path = knownPath(one);
    for (const point of pointsOf(one.expected)) {
      expectPoint(one, weightsAt(path, point.lambda), point);
    }
  });

  it.each(solvable)('bends only where the exact frontier does: $name', (one) => {
    const { corners, riseAtTheTop } = one.expected;
    const path = knownPath(one);
    const [first, last] = [corners[0]!, corners.at(-1)!];
    if (riseAtTheTop === 0) {
      // Of the changes that bend nothing some may come before the first corner.
      const rounding = CLOSE * first.lambda;
      expect(path.parameters[0]).toBeGreaterThanOrEqual(first.lambda - rounding);
    }
    expect(path.parameters.at(-1)).toBe(0);
    expectNear([path.slopes.at(-1)!], [last.return], CLOSE);
    // Each corner of ours lies on the exact frontier: between two exact corners return and variance are known.
    path.parameters.forEach((t, k) => {
      const next = corners.findIndex(({ lambda }) => lambda <= t);
      const [to, from] = [corners[next]!, corners[next - 1]];
      if (from === undefined && riseAtTheTop !== 0) return;
      const share = from === undefined ? 1 : (from.lambda - t) / (from.lambda - to.lambda);
      const slope = from === undefined ? 0 : (from.return - to.return) / (from.lambda - to.lambda);
      const expected = {
        lambda: t,
        return: from === undefined ? to.return : from.return + share * (to.return - from.return),
        variance: to.variance + slope * (t * t - to.lambda * to.lambda),
        weights: [],
      };
      const weights = cornerOf(path, k);
      // A little off in λ is a little off in return.
      const found = figuresOf(one, weights);
      expectNear([found.return, found.variance], [expected.return, expected.variance], 1e-10);
      expectNear([path.slopes[k]!, path.variances[k]!], [found.return, found.variance], CLOSE);
    });
  });

  it.each(infeasible)('finds nothing where there is nothing: $name', (one) => {
    expect(tracePath(programOf(one)).status).toBe('infeasible');
    expect(minimiseAt(programOf(one), 1).status).toBe('infeasible');
  });
});

describe('minimiseAt on exact frontiers', () => {
  it.each(solvable)('finds every corner and point of: $name', (one) => {
    const program = programOf(one);
    const unique = one.expected.rank === one.n;
    let neighbour: ReturnType<typeof optimum> | undefined;
    for (const point of pointsOf(one.expected)) {
      // At λ = 0 it does not look for the highest return.
      const named = unique || point.lambda > 0;
      const cold = optimum(minimiseAt(program, point.lambda));
      expectPoint(one, [...cold.x], point, named);
      expect(cold.ridge).toBe(0);
      if (neighbour !== undefined) {
        const warm = optimum(minimiseAt(program, point.lambda, { start: neighbour }));
        expectPoint(one, [...warm.x], point, named);
      }
      neighbour = cold;
    }
  });
});

describe('larger problems', () => {
  it.each(largerProblems)('have known optima on the path of: $name', (one) => {
    const program = programOf(one);
    const path = pathOf(program);
    let neighbour: ReturnType<typeof optimum> | undefined;
    for (const point of one.points) {
      expectPoint(one, weightsAt(path, point.lambda), point);
      const cold = optimum(minimiseAt(program, point.lambda));
      expectPoint(one, [...cold.x], point);
      const warm = optimum(
        minimiseAt(program, point.lambda, neighbour === undefined ? {} : { start: neighbour }),
      );
      expectPoint(one, [...warm.x], point);
      neighbour = warm;
    }
  });

  const smaller = largerProblems.filter(({ n }) => n <= 40);
  it.each(smaller)('meet the conditions of an optimum at and between corners of: $name', (one) => {
    const path = pathOf(programOf(one));
    path.parameters.forEach((t, k) => {
      const middle = (t + (path.parameters[k + 1] ?? 0)) / 2;
      for (const lambda of [t, middle]) {
        const residuals = kktResiduals(atTolerance(one, lambda), weightsAt(path, lambda));
        expect(residuals.feasibility, `λ = ${lambda}`).toBeLessThan(1e-13);
        expect(residuals.stationarity, `λ = ${lambda}`).toBeLessThan(1e-11);
      }
    });
  });
});
