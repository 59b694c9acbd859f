import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minimiseAt } from '../../../src/numerics/index.js';
import { kktResiduals } from '../../allocation/oracles/kkt-residuals.js';
import { expectNear } from '../../allocation/support.js';
import {
  cornerOf,
  type Frontier,
  figuresOf,
  optimum,
  pathOf,
  programOf,
  weightsAt,
} from './programs.js';

const RUNS = { numRuns: 300 };
const whole = (min: number, max: number) => fc.integer({ min, max });

const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, x, i) => sum + x * b[i]!, 0);

/** Long only and fully invested, of low rank, with a group that may be tight; means and variances have their own units. */
const problems = whole(2, 9).chain((size) => {
  const vector = <T>(value: fc.Arbitrary<T>) =>
    fc.array(value, { minLength: size, maxLength: size });
  return fc
    .record({
      mean: vector(whole(-3, 12)),
      loadings: fc.array(vector(whole(-4, 6)), { minLength: 1, maxLength: 4 }),
      members: vector(whole(0, 1)),
      cap: fc.constantFrom(0.2, 0.5, 1),
      most: fc.constantFrom(1, 0.5),
      equality: fc.boolean(),
    })
    .filter(({ members, most }) => {
      // Room for a group between 0.2 and 1, and for the rest.
      const inside = dot(members, members);
      return most * inside >= 1 && most * (size - inside) >= 1;
    })
    .map(({ mean, loadings, members, cap, most, equality }): Frontier => {
      const ones = mean.map(() => 1);
      return {
        mean,
        covariance: mean.map((_, i) =>
          mean.map((__, j) =>
            dot(
              loadings.map((row) => row[i]!),
              loadings.map((row) => row[j]!),
            ),
          ),
        ),
        rows: [
          { coefficients: ones, min: 1, max: 1 },
          { coefficients: members, min: equality ? cap : null, max: cap },
        ],
        lower: mean.map(() => 0),
        upper: mean.map(() => most),
      };
    });
});

const rescaled = (problem: Frontier, risk: number, gain: number, shift = 0): Frontier => ({
  ...problem,
  covariance: problem.covariance.map((row) => row.map((x) => x * risk)),
  mean: problem.mean.map((m) => shift + m * gain),
});

/** Expects the conditions of an optimum at every corner and halfway to the next. */
function expectOptimal(problem: Frontier): void {
  const path = pathOf(programOf(problem));
  path.parameters.forEach((t, k) => {
    for (const lambda of [t, (t + (path.parameters[k + 1] ?? 0)) / 2]) {
      const weights = weightsAt(path, lambda);
      const { covariance, mean } = problem;
      const residuals = kktResiduals(
        { ...problem, linear: mean.map((m) => 0 - lambda * m) },
        weights,
      );
      expect(residuals.feasibility).toBeLessThan(1e-12);
      const largest = Math.max(...covariance.flat().map(Math.abs));
      const held = weights.map(Math.abs);
      const terms = Math.max(
        ...covariance.map((row, i) => Math.abs(lambda * mean[i]!) + dot(row.map(Math.abs), held)),
      );
      // Near a portfolio without risk all terms are small, but weights are still rounded.
      const rest = residuals.stationarity * terms;
      expect(rest, `λ = ${lambda}`).toBeLessThanOrEqual(1e-10 * terms + 1e-13 * largest);
    }
  });
}

describe('a path', () => {
  it('is optimal throughout, whatever the units of returns and risks', () => {
    const units = fc.constantFrom(1e-12, 1e-6, 1e-3, 1, 1e6);
    fc.assert(
      fc.property(problems, units, units, (problem, risk, gain) => {
        expectOptimal(rescaled(problem, risk, gain));
      }),
      RUNS,
    );
  });

  it('is that of the differences where all returns are nearly the same', () => {
    const nearly = fc.constantFrom(1e-4, 1e-7, 1e-9, 1e-11, 1e-13);
    fc.assert(
      fc.property(problems, nearly, (problem, gain) => {
        // Near 0.3 a difference of two numbers is exact.
        const near = rescaled(problem, 1, gain, 0.3);
        const apart = { ...near, mean: near.mean.map((m) => m - 0.3) };
        const [path, plain] = [pathOf(programOf(near)), pathOf(programOf(apart))];
        const tolerances = [...plain.parameters].flatMap((t, k) => [
          t,
          (t + (plain.parameters[k + 1] ?? 0)) / 2,
        ]);
        const size = Math.max(...problem.covariance.flat().map(Math.abs)) || 1;
        for (const t of tolerances) {
          const [own, other] = [
            figuresOf(apart, weightsAt(path, t)),
            figuresOf(apart, weightsAt(plain, t)),
          ];
          expectNear([own.variance / size], [other.variance / size], 1e-9);
          expectNear([own.return / gain], [other.return / gain], 1e-9 * size * 12);
        }
      }),
      RUNS,
    );
  });

  it('is optimal where some returns differ by rounding', () => {
    fc.assert(
      fc.property(problems, fc.constantFrom(1e-15, 1e-13, 1e-12, 1e-11, 1e-9), (problem, noise) => {
        const mean = problem.mean.map((m, i) => Math.round(m / 4) + noise * (((i * 7) % 5) - 2));
        expectOptimal({ ...problem, mean });
      }),
      RUNS,
    );
  });

  it('ends at the highest return that the least variance allows', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const path = pathOf(programOf(problem));
        const end = figuresOf(problem, cornerOf(path, path.parameters.length - 1));
        // Found by another way, for nearly no tolerance: from an efficient end it costs variance to gain return, λ a unit.
        const lambda = 1e-6;
        const next = figuresOf(problem, [...optimum(minimiseAt(programOf(problem), lambda)).x]);
        const gain = next.return - end.return;
        expect(gain).toBeGreaterThan(-1e-11);
        expect(next.variance - end.variance).toBeGreaterThan(0.1 * lambda * gain - 1e-13);
      }),
      RUNS,
    );
  });

  it('keeps rows apart whose variables hardly differ in risk', () => {
    // Rank 1, and an equality on one asset of hardly any risk: the rows' equations are nearly the same.
    const exposures = [2.2, -0.4, 0.0004, -0.1, -0.9, -1.3];
    expectOptimal({
      mean: [0.8, 0.4, 0.7, -1, -2.5, 0.5],
      covariance: exposures.map((a) => exposures.map((b) => a * b)),
      rows: [
        { coefficients: [1, 1, 1, 1, 1, 1], min: 1, max: 1 },
        { coefficients: [1, 1, 0, 1, 1, 0], max: 0.9 },
        { coefficients: [0, 0, 1, 0, 0, 0], min: 0.3, max: 0.3 },
        { coefficients: [-0.5, -0.5, -0.5, 1, 1, 0], max: 0.9 },
      ],
      lower: exposures.map(() => 0),
      upper: exposures.map(() => 1),
    });
  });
});
