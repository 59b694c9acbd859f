import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cholesky,
  choleskyAppend,
  choleskyDelete,
  eigenSymmetric,
  solveCholesky,
} from '../../src/numerics/index.js';
import { expectClose, expectRefusal, wrong } from './support.js';

/** Positive definite matrices BB' + I of 1 to 8 rows. */
const definite = fc.integer({ min: 1, max: 8 }).chain((n) => {
  const entry = fc.double({ min: -2, max: 2, noNaN: true });
  return fc.array(entry, { minLength: n * n, maxLength: n * n }).map((b) => {
    const matrix = new Float64Array(n * n);
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        for (let k = 0; k < n; k++) matrix[i * n + j]! += b[i * n + k]! * b[j * n + k]!;
      }
      matrix[i * n + i]! += 1;
    }
    return { n, matrix };
  });
});

function factorOf(matrix: Float64Array, n: number): Float64Array {
  const result = cholesky(matrix, n);
  if (result.status !== 'positive-definite') throw new Error(result.status);
  return result.factor;
}

/** A·B' of two n × n matrices. */
function timesTransposed(a: Float64Array, b: Float64Array, n: number): Float64Array {
  return a.map((_, at) => {
    const [i, j] = [Math.floor(at / n), at % n];
    let sum = 0;
    for (let k = 0; k < n; k++) sum += a[i * n + k]! * b[j * n + k]!;
    return sum;
  });
}

function without(matrix: Float64Array, n: number, index: number): Float64Array {
  return matrix.filter((_, at) => Math.floor(at / n) !== index && at % n !== index);
}

function expectNear(found: Float64Array, expected: Float64Array, distance: number): void {
  expect(found.length).toBe(expected.length);
  found.forEach((value, i) => {
    expect(Math.abs(value - expected[i]!)).toBeLessThanOrEqual(distance);
  });
}

describe('cholesky', () => {
  it('factors the textbook matrix (Golub and Van Loan style, worked by hand)', () => {
    // L = [2 0 0; 6 1 0; -8 5 3], so LL' = [4 12 -16; 12 37 -43; -16 -43 98].
    const matrix = Float64Array.of(4, 12, -16, 12, 37, -43, -16, -43, 98);
    expect([...factorOf(matrix, 3)]).toEqual([2, 0, 0, 6, 1, 0, -8, 5, 3]);
  });

  it('gives a factor whose square is the matrix, and solves with it', () => {
    fc.assert(
      fc.property(definite, ({ n, matrix }) => {
        const factor = factorOf(matrix, n);
        expectNear(timesTransposed(factor, factor, n), matrix, 1e-13);
        const ones = new Float64Array(n).fill(1);
        const b = ones.map((_, i) => matrix.slice(i * n, i * n + n).reduce((s, v) => s + v, 0));
        expectNear(solveCholesky(factor, n, b), ones, 1e-11);
      }),
    );
  });

  it('names the row where a matrix stops being positive definite', () => {
    const semi = Float64Array.of(1, 1, 1, 1);
    expect(cholesky(semi, 2)).toEqual({ status: 'not-positive-definite', pivot: 1 });
    expect(cholesky(Float64Array.of(-1), 1)).toEqual({ status: 'not-positive-definite', pivot: 0 });
    const grown = choleskyAppend(Float64Array.of(1), 1, Float64Array.of(2, 1));
    expect(grown).toEqual({ status: 'not-positive-definite', pivot: 1 });
  });

  it('updated by a row more or less is the factor made afresh', () => {
    fc.assert(
      fc.property(definite, fc.nat(), ({ n, matrix }, draw) => {
        const index = draw % n;
        const factor = factorOf(matrix, n);
        const smaller = choleskyDelete(factor, n, index);
        expectNear(smaller, factorOf(without(matrix, n, index), n - 1), 1e-13);
        const last = without(matrix, n, n - 1);
        const row = matrix.subarray((n - 1) * n, n * n);
        const grown = choleskyAppend(factorOf(last, n - 1), n - 1, row);
        if (grown.status !== 'positive-definite') throw new Error(grown.status);
        expectNear(grown.factor, factor, 1e-13);
      }),
    );
  });

  it('refuses a matrix of another size or with NaN', () => {
    expectRefusal(() => cholesky(new Float64Array(3), 2), 'length-mismatch', 'matrix');
    expectRefusal(() => cholesky(Float64Array.of(Number.NaN), 1), 'not-finite', 'matrix[0]');
    expectRefusal(() => cholesky(wrong(null), 1), 'missing-value', 'matrix');
    const short = () => choleskyAppend(Float64Array.of(1), 1, Float64Array.of(1));
    expectRefusal(short, 'length-mismatch', 'row');
  });
});

describe('eigenSymmetric', () => {
  it('finds the eigenvalues of the second-difference matrix, 2 − 2·cos(kπ/(n + 1))', () => {
    for (const n of [1, 2, 5, 20, 60]) {
      const matrix = new Float64Array(n * n);
      for (let i = 0; i < n; i++) {
        matrix[i * n + i] = 2;
        if (i > 0) {
          matrix[i * n + i - 1] = -1;
          matrix[(i - 1) * n + i] = -1;
        }
      }
      const { values } = eigenSymmetric(matrix, n);
      values.forEach((value, k) => {
        expectClose(value + 1, 3 - 2 * Math.cos(((k + 1) * Math.PI) / (n + 1)), 1e-14);
      });
    }
  });

  it('gives orthonormal vectors that make the matrix up, ascending, the largest component positive', () => {
    fc.assert(
      fc.property(definite, ({ n, matrix }) => {
        const { values, vectors } = eigenSymmetric(matrix, n);
        const scaled = vectors.map((entry, at) => entry * values[at % n]!);
        expectNear(timesTransposed(scaled, vectors, n), matrix, 1e-12);
        const identity = matrix.map((_, at) => (Math.floor(at / n) === at % n ? 1 : 0));
        expectNear(timesTransposed(vectors, vectors, n), identity, 1e-13);
        expect([...values]).toEqual([...values].sort((a, b) => a - b));
        for (let d = 0; d < n; d++) {
          const column = [...vectors].filter((_, at) => at % n === d);
          const size = Math.max(...column.map(Math.abs));
          expect(Math.max(...column)).toBeGreaterThan(size * (1 - 1e-8));
        }
      }),
    );
  });

  it('keeps its precision at any scale, and takes zeros and nothing', () => {
    for (const scale of [1e-200, 1, 1e200]) {
      // Eigenvalues 1 and 3 by hand.
      const { values } = eigenSymmetric(Float64Array.of(2 * scale, scale, scale, 2 * scale), 2);
      expectClose(values[0]!, scale, 1e-15);
      expectClose(values[1]!, 3 * scale, 1e-15);
    }
    expect([...eigenSymmetric(new Float64Array(4), 2).values]).toEqual([0, 0]);
    expect([...eigenSymmetric(new Float64Array(4), 2).vectors]).toEqual([1, 0, 0, 1]);
    expect(eigenSymmetric(new Float64Array(0), 0).values.length).toBe(0);
  });

  it('leaves the matrix as it was, and refuses another size or NaN', () => {
    const matrix = Float64Array.of(2, 1, 1, 2);
    eigenSymmetric(matrix, 2);
    expect([...matrix]).toEqual([2, 1, 1, 2]);
    expectRefusal(() => eigenSymmetric(matrix, 3), 'length-mismatch', 'matrix');
    const broken = Float64Array.of(1, Number.NaN, 0, 1);
    expectRefusal(() => eigenSymmetric(broken, 2), 'not-finite', 'matrix[1]');
  });
});
