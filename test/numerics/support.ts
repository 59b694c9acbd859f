import { expect } from 'vitest';
import { type QpResult, type QuadraticProgram, solveQp } from '../../src/numerics/index.js';

export { expectRefusal } from '../refusal.js';

/** Expects equality to a relative precision. */
export function expectClose(actual: number, expected: number, relative: number): void {
  const distance = Math.abs(actual - expected);
  const message = `${actual} against ${expected}`;
  expect(distance, message).toBeLessThanOrEqual(Math.abs(expected) * relative);
}

/** Values of a type that the compiler would refuse. */
export function wrong(value: unknown): never {
  return value as never;
}

export type Optimum = Extract<QpResult, { readonly status: 'optimal' }>;

/** Solves a program that must have a minimum. */
export function optimum(program: QuadraticProgram): Optimum {
  const result = solveQp(program);
  if (result.status !== 'optimal') throw new Error(`optimal expected, not ${result.status}`);
  return result;
}

/** The largest breach of the conditions of Karush, Kuhn and Tucker, relative to the size of the terms. */
export function optimalityResidual(program: QuadraticProgram, result: Optimum): number {
  const { x, multipliers } = result;
  const n = x.length;
  const lower = program.lower ?? new Float64Array(n).fill(Number.NEGATIVE_INFINITY);
  const upper = program.upper ?? new Float64Array(n).fill(Number.POSITIVE_INFINITY);
  const equalities = program.equalities ?? { matrix: new Float64Array(), rhs: new Float64Array() };
  const inequalities = program.inequalities ?? equalities;
  let worst = 0;
  const note = (breach: number, size: number): void => {
    // Written so that NaN is the worst.
    if (!(Math.abs(breach) <= worst * Math.max(1, size))) {
      worst = Math.abs(breach) / Math.max(1, size);
    }
  };
  for (let i = 0; i < n; i++) {
    const terms = [program.linear[i]!, -multipliers.lower[i]!, multipliers.upper[i]!];
    for (let j = 0; j < n; j++) terms.push(program.hessian[i * n + j]! * x[j]!);
    multipliers.equalities.forEach((price, r) => {
      terms.push(price * equalities.matrix[r * n + i]!);
    });
    if (program.inequalities) {
      multipliers.inequalities.forEach((price, r) => {
        terms.push(price * inequalities.matrix[r * n + i]!);
      });
    }
    note(sum(terms), sum(terms.map(Math.abs)));
    note(Math.max(0, lower[i]! - x[i]!, x[i]! - upper[i]!), Math.abs(x[i]!));
    // A bound with a price is met exactly.
    if (multipliers.lower[i]! !== 0) note(x[i]! - lower[i]!, 0);
    if (multipliers.upper[i]! !== 0) note(x[i]! - upper[i]!, 0);
    note(Math.min(0, multipliers.lower[i]!, multipliers.upper[i]!), 0);
  }
  const rowAt = (matrix: Float64Array, r: number) =>
    x.map((value, i) => matrix[r * n + i]! * value);
  equalities.rhs.forEach((rhs, r) => {
    const terms = rowAt(equalities.matrix, r);
    note(sum(terms) - rhs, sum(terms.map(Math.abs)));
  });
  if (program.inequalities) {
    inequalities.rhs.forEach((rhs, r) => {
      const terms = rowAt(inequalities.matrix, r);
      const slack = rhs - sum(terms);
      note(Math.min(0, slack), sum(terms.map(Math.abs)));
      note(multipliers.inequalities[r]! * slack, 0);
      note(Math.min(0, multipliers.inequalities[r]!), 0);
    });
  }
  return worst;
}

export function sum(terms: Iterable<number>): number {
  let total = 0;
  for (const term of terms) total += term;
  return total;
}
