import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileMeanVariance, meanVarianceWeights } from '../../../src/allocation/index.js';
import { kktResiduals, objectiveOf, simpleSolve } from '../oracles/simple-solver.js';
import { expectNear } from '../support.js';
import {
  arraysOf,
  type Corners,
  cornersOf,
  type Frontier,
  inner,
  varianceOf,
  weightsAt,
} from './arrays.js';
import { anyProblem, definiteProblem, share, smallProblem } from './drawn.js';

const RUNS = { numRuns: 200 };

/** The problem at a risk tolerance, as the oracles take it. */
const atTolerance = (problem: Frontier, lambda: number) => ({
  ...problem,
  linear: problem.mean.map((m) => 0 - lambda * m),
});

/** Every corner's λ, and those halfway to the next. */
function tolerancesOf({ riskTolerances }: Corners): number[] {
  return [...riskTolerances].flatMap((t, k) => [t, (t + (riskTolerances[k + 1] ?? t)) / 2]);
}

/** Return and variance at a risk tolerance; the variance is relative to the largest there is. */
function figuresAt(problem: Frontier, line: Corners, lambda: number): number[] {
  const weights = weightsAt(line, lambda);
  const unit = Math.max(...problem.covariance.flat().map(Math.abs)) || 1;
  const size = Math.max(...problem.mean.map(Math.abs)) || 1;
  return [inner(problem.mean, weights) / size, varianceOf(problem.covariance, weights) / unit];
}

/** Whether no entry of the gradient is more than rounding. */
function isFlat({ mean, covariance }: Frontier, weights: readonly number[], lambda: number) {
  const largest = Math.max(...covariance.flat().map(Math.abs));
  return covariance.every(
    (row, i) => Math.abs(inner(row, weights) - lambda * mean[i]!) < 1e-14 * largest,
  );
}

describe('the corners of a frontier', () => {
  it('and what lies halfway between them meet the conditions of an optimum', () => {
    fc.assert(
      fc.property(anyProblem, (problem) => {
        const line = cornersOf(arraysOf(problem));
        for (const lambda of tolerancesOf(line)) {
          const weights = weightsAt(line, lambda);
          const residuals = kktResiduals(atTolerance(problem, lambda), weights);
          expect(residuals.feasibility).toBeLessThan(1e-12);
          // Where risk and tolerance are nothing, the gradient is nothing but rounding.
          if (isFlat(problem, weights, lambda)) continue;
          expect(residuals.stationarity, `λ = ${lambda}`).toBeLessThan(1e-11);
        }
      }),
      RUNS,
    );
  });

  it('fall in risk tolerance, return and variance, down to 0', () => {
    fc.assert(
      fc.property(anyProblem, (problem) => {
        const { riskTolerances, expectedReturns, variances, count } = cornersOf(arraysOf(problem));
        expect(riskTolerances[count - 1]).toBe(0);
        for (let k = 1; k < count; k++) {
          expect(riskTolerances[k]).toBeLessThanOrEqual(riskTolerances[k - 1]!);
          expect(expectedReturns[k]! - expectedReturns[k - 1]!).toBeLessThan(1e-14);
          expect(variances[k]! - variances[k - 1]!).toBeLessThan(1e-14);
        }
      }),
      RUNS,
    );
  });

  it('say return and variance as their weights do', () => {
    fc.assert(
      fc.property(anyProblem, (problem) => {
        const line = cornersOf(arraysOf(problem));
        line.riskTolerances.forEach((_, k) => {
          const size = problem.mean.length;
          const weights = [...line.weights.subarray(k * size, (k + 1) * size)];
          expectNear([line.expectedReturns[k]!], [inner(problem.mean, weights)], 1e-15);
          const own = varianceOf(problem.covariance, weights);
          expectNear([line.variances[k]!], [own], 1e-15 + line.ridge * inner(weights, weights));
        });
      }),
      RUNS,
    );
  });

  it('end at the least variance, with the highest return that it allows', () => {
    fc.assert(
      fc.property(anyProblem, (problem) => {
        const line = cornersOf(arraysOf(problem));
        const compiled = compileMeanVariance(arraysOf(problem));
        const least = meanVarianceWeights(compiled, { riskTolerance: 0 });
        if (least.status !== 'optimal') throw new Error(least.status);
        const end = line.count - 1;
        const variance = varianceOf(problem.covariance, [...least.weights]);
        expectNear([line.variances[end]!], [variance], 1e-14);
        // A little tolerance gains at most so much return: less risk cannot be given up for it.
        const tiny = 1e-6;
        const nearly = meanVarianceWeights(compiled, { riskTolerance: tiny });
        if (nearly.status !== 'optimal') throw new Error(nearly.status);
        const gained = inner(problem.mean, [...nearly.weights]) - line.expectedReturns[end]!;
        const risked = varianceOf(problem.covariance, [...nearly.weights]) - variance;
        expect(gained).toBeGreaterThan(-1e-12);
        // Along the frontier risk rises by at most 2λ for a unit of return: from a lower return it would rise less.
        expect(risked).toBeLessThan(2 * tiny * Math.max(gained, 0) + 1e-16);
      }),
      RUNS,
    );
  });
});

describe('a frontier', () => {
  it('keeps its weights when covariances are scaled, and its λ is scaled with them', () => {
    const scales = fc.constantFrom(1e-6, 1e-3, 0.1, 7, 1e3, 1e6);
    fc.assert(
      fc.property(anyProblem, scales, (problem, c) => {
        const line = cornersOf(arraysOf(problem));
        const covariance = problem.covariance.map((row) => row.map((x) => c * x));
        const scaled = cornersOf(arraysOf({ ...problem, covariance }));
        for (const lambda of tolerancesOf(line)) {
          expectNear(
            figuresAt(problem, scaled, c * lambda),
            figuresAt(problem, line, lambda),
            1e-9,
          );
          if (!problem.definite || lambda === 0) continue;
          expectNear(weightsAt(scaled, c * lambda), weightsAt(line, lambda), 1e-9);
        }
      }),
      RUNS,
    );
  });

  it('keeps its weights when returns are scaled, and moved where all is invested', () => {
    const scales = fc.constantFrom(1e-6, 0.01, 3, 1e3, 1e6);
    fc.assert(
      fc.property(anyProblem, scales, fc.constantFrom(0, -0.02, 0.5), (problem, a, move) => {
        const b = problem.full ? move : 0;
        const line = cornersOf(arraysOf(problem));
        const mean = problem.mean.map((m) => a * (m + b));
        const moved = cornersOf(arraysOf({ ...problem, mean }));
        for (const lambda of tolerancesOf(line)) {
          expectNear(figuresAt(problem, moved, lambda / a), figuresAt(problem, line, lambda), 1e-9);
        }
      }),
      RUNS,
    );
  });

  it('does not depend on the order of the assets', () => {
    fc.assert(
      fc.property(anyProblem, fc.nat(), (problem, turn) => {
        const size = problem.mean.length;
        // Reversed and turned: every asset at another place.
        const order = problem.mean.map((_, i) => (2 * size - 1 - i + turn) % size);
        const reordered = {
          mean: order.map((i) => problem.mean[i]!),
          covariance: order.map((i) => order.map((j) => problem.covariance[i]![j]!)),
          lower: order.map((i) => problem.lower[i]!),
          upper: order.map((i) => problem.upper[i]!),
          rows: problem.rows.map((row) => ({
            ...row,
            coefficients: order.map((i) => row.coefficients[i]!),
          })),
        };
        const line = cornersOf(arraysOf(problem));
        const other = cornersOf(arraysOf(reordered));
        for (const lambda of tolerancesOf(line)) {
          expectNear(figuresAt(reordered, other, lambda), figuresAt(problem, line, lambda), 1e-10);
          if (!problem.definite) continue;
          const weights = weightsAt(line, lambda);
          const expected = order.map((i) => weights[i]!);
          expectNear(weightsAt(other, lambda), expected, 1e-9);
        }
      }),
      RUNS,
    );
  });

  it('never holds an asset that another one beats, and is as without it', () => {
    fc.assert(
      fc.property(definiteProblem, fc.nat(), (problem, pick) => {
        // The same covariances as asset b, and as much again of its own variance; a lower return. Wherever it is held, b would
        // be better: the rules treat both alike, and b has no cap.
        const b = pick % problem.mean.length;
        const free = { ...problem, upper: problem.upper.map((u, i) => (i === b ? 2 : u)) };
        const variance = problem.covariance[b]![b]!;
        const beaten = {
          mean: [...problem.mean, problem.mean[b]! - 0.001],
          covariance: [
            ...problem.covariance.map((row) => [...row, row[b]!]),
            [...problem.covariance[b]!, 2 * variance],
          ],
          lower: [...problem.lower, 0],
          upper: [...free.upper, 1],
          rows: problem.rows.map((row) => ({
            ...row,
            coefficients: [...row.coefficients, row.coefficients[b]!],
          })),
        };
        const line = cornersOf(arraysOf(free));
        const more = cornersOf(arraysOf(beaten));
        for (const lambda of tolerancesOf(more)) {
          expectNear(weightsAt(more, lambda), [...weightsAt(line, lambda), 0], 1e-9);
        }
      }),
      RUNS,
    );
  });

  it('is the same when an asset is split into two alike', () => {
    fc.assert(
      fc.property(anyProblem, fc.nat(), (problem, pick) => {
        const a = pick % problem.mean.length;
        const halved = (bounds: readonly (number | null)[]) => [
          ...bounds.map((bound, i) => (i === a ? bound! / 2 : bound)),
          bounds[a]! / 2,
        ];
        const split = {
          mean: [...problem.mean, problem.mean[a]!],
          covariance: [
            ...problem.covariance.map((row) => [...row, row[a]!]),
            [...problem.covariance[a]!, problem.covariance[a]![a]!],
          ],
          lower: halved(problem.lower),
          upper: halved(problem.upper),
          rows: problem.rows.map((row) => ({
            ...row,
            coefficients: [...row.coefficients, row.coefficients[a]!],
          })),
        };
        const line = cornersOf(arraysOf(problem));
        const other = cornersOf(arraysOf(split));
        for (const lambda of [...tolerancesOf(line), ...tolerancesOf(other)]) {
          expectNear(figuresAt(split, other, lambda), figuresAt(problem, line, lambda), 1e-9);
        }
      }),
      RUNS,
    );
  });
});

describe('weights at a risk tolerance', () => {
  it('are on the frontier', () => {
    fc.assert(
      fc.property(anyProblem, share, (problem, part) => {
        const line = cornersOf(arraysOf(problem));
        const compiled = compileMeanVariance(arraysOf(problem));
        for (const lambda of [part * line.riskTolerances[0]!, 0.01, 1]) {
          const found = meanVarianceWeights(compiled, { riskTolerance: lambda });
          if (found.status !== 'optimal') throw new Error(found.status);
          const at = atTolerance(problem, lambda);
          const expected = objectiveOf(at, weightsAt(line, lambda));
          expectNear([objectiveOf(at, [...found.weights])], [expected], 1e-13 * (1 + lambda));
          if (problem.definite) expectNear([...found.weights], weightsAt(line, lambda), 1e-9);
        }
      }),
      RUNS,
    );
  });

  it('are as good as those of a solver that tries every set of limits', () => {
    const tolerance = fc.constantFrom(0, 0.01, 0.1, 1, 10);
    fc.assert(
      fc.property(smallProblem, tolerance, (problem, lambda) => {
        const compiled = compileMeanVariance(arraysOf(problem));
        const found = meanVarianceWeights(compiled, { riskTolerance: lambda });
        if (found.status !== 'optimal') throw new Error(found.status);
        const at = atTolerance(problem, lambda);
        const simple = simpleSolve(at);
        if (simple === undefined) throw new Error('no solution to compare with');
        const closeness = simple.method === 'enumeration' ? 1e-11 : 1e-8;
        // The other solver may break a rule a little, and is the better by as much as that earns.
        const { feasibility } = kktResiduals(at, simple.weights);
        const earned = 10 * lambda * feasibility * Math.max(...problem.mean.map(Math.abs));
        expectNear(
          [objectiveOf(at, [...found.weights])],
          [simple.objective],
          closeness * (1 + lambda) + earned,
        );
      }),
      { numRuns: 2000 },
    );
  });
});
