import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type QuadraticProgram, solveQp } from '../../src/numerics/index.js';
import { leastByEnumeration } from './enumeration.js';
import { expectClose, type Optimum, optimalityResidual } from './support.js';

/** Small whole numbers and halves: rows coincide, corners are shared, ties abound. */
const coarse = fc.integer({ min: -4, max: 4 }).map((value) => value / 2);
const fine = fc
  .double({ min: -2, max: 2, noNaN: true })
  .map((value) => Math.round(value * 1e6) / 1e6);

/** FF' has the rank of its number of factors: 0 makes a linear program, few a flat one, many a strict one. */
function hessianOf(factors: readonly (readonly number[])[], n: number): Float64Array {
  const hessian = new Float64Array(n * n);
  for (const factor of factors) {
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) hessian[i * n + j]! += factor[i]! * factor[j]!;
    }
  }
  return hessian;
}

const rowsOf = (n: number, entry: fc.Arbitrary<number>, most: number) =>
  fc
    .array(fc.tuple(fc.array(entry, { minLength: n, maxLength: n }), entry), { maxLength: most })
    .map((rows) => ({
      matrix: Float64Array.from(rows.flatMap(([row]) => row)),
      rhs: Float64Array.from(rows, ([, rhs]) => rhs),
    }));

/** Programs whose variables all have two bounds, so that they have a minimum unless they are infeasible. */
function boxed(most: number, entry: fc.Arbitrary<number>): fc.Arbitrary<QuadraticProgram> {
  return fc.integer({ min: 1, max: most }).chain((n) => {
    const vector = fc.array(entry, { minLength: n, maxLength: n });
    return fc.record({
      hessian: fc.array(vector, { maxLength: n + 1 }).map((factors) => hessianOf(factors, n)),
      linear: vector.map((entries) => Float64Array.from(entries)),
      equalities: rowsOf(n, entry, Math.min(2, n)),
      inequalities: rowsOf(n, entry, 3),
      lower: vector.map((entries) => Float64Array.from(entries, (value) => -Math.abs(value))),
      upper: vector.map((entries) => Float64Array.from(entries, (value) => Math.abs(value))),
    });
  });
}

describe('any program within bounds', () => {
  for (const [name, entry] of Object.entries({ coarse, fine })) {
    it(`has the minimum that trying every corner finds (${name} numbers)`, () => {
      fc.assert(
        fc.property(boxed(3, entry), (program) => {
          const expected = leastByEnumeration(program);
          const result = solveQp(program);
          expect(result.status).toBe(expected === undefined ? 'infeasible' : 'optimal');
          if (expected === undefined) return;
          expectClose((result as Optimum).objective + 100, expected + 100, 1e-9);
        }),
        { numRuns: 300 },
      );
    });

    it(`is proved optimal by its multipliers, or infeasible (${name} numbers)`, () => {
      fc.assert(
        fc.property(boxed(12, entry), (program) => {
          const result = solveQp(program);
          expect(['optimal', 'infeasible']).toContain(result.status);
          if (result.status !== 'optimal') return;
          expect(optimalityResidual(program, result)).toBeLessThan(1e-11);
        }),
        { numRuns: 300 },
      );
    });
  }
});
