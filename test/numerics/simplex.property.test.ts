import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LinearProgram, solveLp, solveQp } from '../../src/numerics/index.js';
import { leastByEnumeration } from './enumeration.js';
import { proofResidual } from './linear-proof.js';

const INFINITE = Number.POSITIVE_INFINITY;

/** Small whole numbers and halves: rows coincide, corners are shared, ties abound. */
const coarse = fc.integer({ min: -4, max: 4 }).map((value) => value / 2);
const fine = fc
  .double({ min: -2, max: 2, noNaN: true })
  .map((value) => Math.round(value * 1e6) / 1e6);
/** The other methods measure breaches absolutely, so these have none too small for them. */
const tenths = fc.integer({ min: -20, max: 20 }).map((value) => value / 10);

/** Limits from a to b, to a, from a, at a, or none. */
function limitsOf(entry: fc.Arbitrary<number>): fc.Arbitrary<readonly [number, number]> {
  return fc.tuple(entry, entry, fc.integer({ min: 0, max: 5 })).map(([a, b, kind]) => {
    if (kind === 0) return [a, a];
    if (kind === 1) return [a, INFINITE];
    if (kind === 2) return [-INFINITE, a];
    if (kind === 3) return [-INFINITE, INFINITE];
    return [Math.min(a, b), Math.max(a, b)];
  });
}

function boxesOf(entry: fc.Arbitrary<number>): fc.Arbitrary<readonly [number, number]> {
  return fc.tuple(entry, entry).map(([a, b]) => [Math.min(a, b), Math.max(a, b)]);
}

type Limits = fc.Arbitrary<readonly [number, number]>;

function programs(
  most: { readonly n: number; readonly m: number },
  entry: fc.Arbitrary<number>,
  rowLimits: Limits,
  bounds: Limits,
): fc.Arbitrary<LinearProgram> {
  const exactly = <T>(one: fc.Arbitrary<T>, length: number) =>
    fc.array(one, { minLength: length, maxLength: length });
  return fc
    .tuple(fc.integer({ min: 1, max: most.n }), fc.integer({ min: 0, max: most.m }))
    .chain(([n, m]) =>
      fc
        .tuple(exactly(entry, n), exactly(entry, m * n), exactly(rowLimits, m), exactly(bounds, n))
        .map(([cost, matrix, rows, columns]) => ({
          cost: Float64Array.from(cost),
          rows: {
            matrix: Float64Array.from(matrix),
            lower: Float64Array.from(rows, ([low]) => low),
            upper: Float64Array.from(rows, ([, high]) => high),
          },
          lower: Float64Array.from(columns, ([low]) => low),
          upper: Float64Array.from(columns, ([, high]) => high),
        })),
    );
}

/** The same program as a quadratic one without curvature. */
function asQuadratic({ cost, rows, lower, upper }: LinearProgram) {
  const n = cost.length;
  const matrix: number[] = [];
  const rhs: number[] = [];
  rows.lower.forEach((low, i) => {
    const row = [...rows.matrix.subarray(i * n, i * n + n)];
    if (rows.upper[i]! < INFINITE) {
      matrix.push(...row);
      rhs.push(rows.upper[i]!);
    }
    if (low > -INFINITE) {
      matrix.push(...row.map((entry) => -entry));
      rhs.push(-low);
    }
  });
  return {
    hessian: new Float64Array(n * n),
    linear: cost,
    inequalities: { matrix: Float64Array.from(matrix), rhs: Float64Array.from(rhs) },
    lower,
    upper,
  };
}

function objectiveOf(program: LinearProgram): number | string {
  const result = solveLp(program);
  return result.status === 'optimal' ? result.objective : result.status;
}

function expectSame(found: number | string, expected: number | string): void {
  if (typeof expected === 'string' || typeof found === 'string') expect(found).toBe(expected);
  else expect(Math.abs(found - expected)).toBeLessThan(1e-9 * (1 + Math.abs(expected)));
}

describe('any linear program', () => {
  for (const [name, entry] of Object.entries({ coarse, fine })) {
    const any = programs({ n: 12, m: 8 }, entry, limitsOf(entry), limitsOf(entry));

    it(`is solved with a proof that the program alone confirms (${name} numbers)`, () => {
      fc.assert(
        fc.property(any, (program) => {
          expect(proofResidual(program, solveLp(program))).toBeLessThan(1e-11);
        }),
        { numRuns: 1000 },
      );
    });

    it(`has the same minimum in any order of rows and variables (${name} numbers)`, () => {
      fc.assert(
        fc.property(any, fc.infiniteStream(fc.nat()), (program, stream) => {
          const n = program.cost.length;
          const shuffled = (length: number) =>
            Array.from({ length }, (_, i) => ({ i, key: stream.next().value }))
              .sort((a, b) => a.key - b.key)
              .map(({ i }) => i);
          const [rows, columns] = [shuffled(program.rows.lower.length), shuffled(n)];
          const pick = (vector: Float64Array, order: readonly number[]) =>
            Float64Array.from(order, (i) => vector[i]!);
          const matrix = rows.flatMap((i) => columns.map((j) => program.rows.matrix[i * n + j]!));
          const other = {
            cost: pick(program.cost, columns),
            rows: {
              matrix: Float64Array.from(matrix),
              lower: pick(program.rows.lower, rows),
              upper: pick(program.rows.upper, rows),
            },
            lower: pick(program.lower, columns),
            upper: pick(program.upper, columns),
          };
          expectSame(objectiveOf(other), objectiveOf(program));
        }),
        { numRuns: 300 },
      );
    });

    it(`has the same minimum from any start (${name} numbers)`, () => {
      fc.assert(
        fc.property(any, fc.infiniteStream(fc.integer({ min: 0, max: 3 })), (program, stream) => {
          const codes = (length: number) => Int8Array.from({ length }, () => stream.next().value);
          const startBasis = {
            columns: codes(program.cost.length),
            rows: codes(program.rows.lower.length),
          };
          const started = { ...program, startBasis };
          expectSame(objectiveOf(started), objectiveOf(program));
          expect(proofResidual(program, solveLp(started))).toBeLessThan(1e-11);
        }),
        { numRuns: 500 },
      );
    });
  }

  for (const [name, entry] of Object.entries({ coarse, tenths })) {
    it(`has the minimum that trying every corner finds (${name})`, () => {
      const small = programs({ n: 3, m: 3 }, entry, limitsOf(entry), boxesOf(entry));
      fc.assert(
        fc.property(small, (program) => {
          const expected = leastByEnumeration(asQuadratic(program)) ?? 'infeasible';
          expectSame(objectiveOf(program), expected);
        }),
        { numRuns: 300 },
      );
    });

    it(`has the same minimum for the quadratic method (${name})`, () => {
      const boxed = programs({ n: 8, m: 5 }, entry, limitsOf(entry), boxesOf(entry));
      fc.assert(
        fc.property(boxed, (program) => {
          const other = solveQp(asQuadratic(program));
          const expected = other.status === 'optimal' ? other.objective : other.status;
          expectSame(objectiveOf(program), expected);
        }),
        { numRuns: 300 },
      );
    });
  }

  it('is left as it was, answered twice alike, and confirmed at once by the basis of its optimum', () => {
    const any = programs({ n: 12, m: 8 }, coarse, limitsOf(coarse), limitsOf(coarse));
    fc.assert(
      fc.property(any, (program) => {
        const before = structuredClone(program);
        const result = solveLp(program);
        expect(solveLp(program)).toEqual(result);
        expect(program).toEqual(before);
        expect(Object.isFrozen(result)).toBe(true);
        if (result.status !== 'optimal') return;
        const again = solveLp({ ...program, startBasis: result.basis });
        expect(again).toMatchObject({ iterations: 0, basis: result.basis });
      }),
      { numRuns: 300 },
    );
  });
});
