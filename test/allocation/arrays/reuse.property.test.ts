import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AllocationWorkspace,
  compileMeanVariance,
  createWorkspace,
  criticalLine,
  type MeanVarianceArrays,
  type MeanVarianceSolution,
  meanVarianceWeights,
} from '../../../src/allocation/index.js';
import { objectiveOf } from '../oracles/simple-solver.js';
import { expectNear } from '../support.js';
import { arraysOf } from './arrays.js';
import { anyProblem, type Drawn } from './drawn.js';

type Optimal = Extract<MeanVarianceSolution, { status: 'optimal' }>;

function solved(
  arrays: MeanVarianceArrays,
  options: Parameters<typeof meanVarianceWeights>[1],
): Optimal {
  const found = meanVarianceWeights(compileMeanVariance(arrays), options);
  if (found.status !== 'optimal') throw new Error(found.status);
  return found;
}

/** Everything that can be asked of a problem. */
function answersOf(arrays: MeanVarianceArrays, workspace?: AllocationWorkspace) {
  const compiled = compileMeanVariance(arrays);
  const room = workspace === undefined ? {} : { workspace };
  return [
    criticalLine(compiled, room),
    ...[0, 0.05, 3].map((riskTolerance) =>
      meanVarianceWeights(compiled, { riskTolerance, ...room }),
    ),
  ];
}

/** Typed arrays as lists, bit by bit: −0 is not 0. */
function bytesOf(value: unknown): string {
  return JSON.stringify(value, (_, entry) => {
    if (!ArrayBuffer.isView(entry)) return entry;
    return [...new Uint8Array(entry.buffer, entry.byteOffset, entry.byteLength)];
  });
}

/** No weights meet a rule of this one. */
const impossible = {
  expectedReturn: Float64Array.of(0.1, 0.2, 0.3),
  covariance: Float64Array.of(0.04, 0, 0, 0, 0.04, 0, 0, 0, 0.04),
  upper: Float64Array.of(0.3, 0.3, 0.3),
};

/** Not positive semi-definite: a correlation of −2. */
const concave = {
  expectedReturn: Float64Array.of(0.1, 0.2),
  covariance: Float64Array.of(0.01, -0.02, -0.02, 0.01),
};

describe('the array forms', () => {
  it('leave their arguments as they were and answer with the same bytes twice', () => {
    fc.assert(
      fc.property(anyProblem, (problem) => {
        const arrays = arraysOf(problem);
        const before = bytesOf(arrays);
        const first = answersOf(arrays);
        expect(bytesOf(answersOf(arrays))).toBe(bytesOf(first));
        expect(bytesOf(arrays)).toBe(before);
      }),
    );
  });

  it('give the bytes of a fresh workspace in a used one, whatever it was used for', () => {
    fc.assert(
      fc.property(fc.array(anyProblem, { minLength: 2, maxLength: 5 }), (problems) => {
        const workspace = createWorkspace();
        for (const problem of problems) {
          const arrays = arraysOf(problem);
          expect(bytesOf(answersOf(arrays, workspace))).toBe(bytesOf(answersOf(arrays)));
          const refused = criticalLine(compileMeanVariance(impossible), { workspace });
          expect(refused.status).toBe('infeasible');
          expect(() => criticalLine(compileMeanVariance(concave), { workspace })).toThrow();
        }
        const [first] = problems.map(arraysOf);
        expect(bytesOf(answersOf(first!, workspace))).toBe(bytesOf(answersOf(first!)));
      }),
    );
  });

  it('return frozen records that share nothing with the workspace', () => {
    fc.assert(
      fc.property(anyProblem, anyProblem, (problem, other) => {
        const workspace = createWorkspace();
        const answers = answersOf(arraysOf(problem), workspace);
        const before = bytesOf(answers);
        answersOf(arraysOf(other), workspace);
        answersOf(arraysOf(problem), workspace);
        expect(bytesOf(answers)).toBe(before);
        expect(answers.every(Object.isFrozen)).toBe(true);
      }),
    );
  });

  it('have no −0 among weights, returns and variances', () => {
    fc.assert(
      fc.property(anyProblem, (problem) => {
        for (const answer of answersOf(arraysOf(problem))) {
          const lists = Object.values(answer).filter((value) => value instanceof Float64Array);
          expect(lists.flatMap((list) => [...list]).some((x) => Object.is(x, -0))).toBe(false);
        }
      }),
    );
  });
});

describe('a start', () => {
  const tolerance = fc.constantFrom(0, 0.02, 0.3, 5);

  /** Expects the optimum that is found without a start. */
  function expectSame(problem: Drawn, lambda: number, warm: Optimal): void {
    const cold = solved(arraysOf(problem), { riskTolerance: lambda });
    const at = { ...problem, linear: problem.mean.map((m) => 0 - lambda * m) };
    const [own, other] = [warm, cold].map(({ weights }) => objectiveOf(at, [...weights]));
    expectNear([own!], [other!], 1e-12 * (1 + lambda));
    expect(warm.residual).toBeLessThan(1e-9);
    if (problem.definite) expectNear([...warm.weights], [...cold.weights], 1e-9);
  }

  it('from the solution itself needs no change', () => {
    fc.assert(
      fc.property(anyProblem, tolerance, (problem, lambda) => {
        const arrays = arraysOf(problem);
        const { support } = solved(arrays, { riskTolerance: lambda });
        const again = solved(arrays, { riskTolerance: lambda, start: support });
        expectSame(problem, lambda, again);
        if (problem.definite) expect(again.iterations).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('from another risk tolerance or other returns leads to the same optimum', () => {
    fc.assert(
      fc.property(anyProblem, tolerance, tolerance, (problem, from, lambda) => {
        const arrays = arraysOf(problem);
        const { support } = solved(arrays, { riskTolerance: from });
        expectSame(problem, lambda, solved(arrays, { riskTolerance: lambda, start: support }));
        const mean = [...problem.mean].reverse();
        const turned = { ...problem, mean };
        const expectedReturn = Float64Array.from(mean);
        const options = { riskTolerance: lambda, expectedReturn, start: support };
        expectSame(turned, lambda, solved(arrays, options));
      }),
    );
  });

  it('from another problem, of the same size or not, leads to the same optimum', () => {
    fc.assert(
      fc.property(anyProblem, anyProblem, tolerance, (problem, other, lambda) => {
        const { support } = solved(arraysOf(other), { riskTolerance: lambda });
        const warm = solved(arraysOf(problem), { riskTolerance: lambda, start: support });
        expectSame(problem, lambda, warm);
      }),
      { numRuns: 300 },
    );
  });

  it('that is wrong altogether leads to the same optimum', () => {
    const codes = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(anyProblem, codes, tolerance, (problem, random, lambda) => {
        const size = problem.mean.length;
        const { support } = solved(arraysOf(problem), { riskTolerance: 1 });
        const start = {
          x: support.x,
          standing: Int8Array.from(random.slice(0, size)),
          rowStanding: Int8Array.from(random.slice(size, size + problem.rows.length)),
        };
        const warm = solved(arraysOf(problem), { riskTolerance: lambda, start });
        expectSame(problem, lambda, warm);
      }),
      { numRuns: 300 },
    );
  });
});
