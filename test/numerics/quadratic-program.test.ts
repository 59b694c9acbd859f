import { describe, expect, it } from 'vitest';
import { type QuadraticProgram, solveQp } from '../../src/numerics/index.js';
import { expectClose, expectRefusal, optimalityResidual, optimum, wrong } from './support.js';

const INFINITE = Number.POSITIVE_INFINITY;
const rows = (matrix: readonly number[], rhs: readonly number[]) => ({
  matrix: Float64Array.from(matrix),
  rhs: Float64Array.from(rhs),
});

/** Published minima: W. Hock and K. Schittkowski, Test Examples for Nonlinear Programming Codes (1981). */
const published: readonly {
  readonly name: string;
  readonly program: QuadraticProgram;
  readonly constant: number;
  readonly minimum: number;
  readonly x: readonly number[];
}[] = [
  {
    name: '21',
    program: {
      hessian: Float64Array.of(0.02, 0, 0, 2),
      linear: Float64Array.of(0, 0),
      inequalities: rows([-10, 1], [-10]),
      lower: Float64Array.of(2, -50),
      upper: Float64Array.of(50, 50),
    },
    constant: -100,
    minimum: -99.96,
    x: [2, 0],
  },
  {
    name: '35 (Beale)',
    program: {
      hessian: Float64Array.of(4, 2, 2, 2, 4, 0, 2, 0, 2),
      linear: Float64Array.of(-8, -6, -4),
      inequalities: rows([1, 1, 2], [3]),
      lower: new Float64Array(3),
    },
    constant: 9,
    minimum: 1 / 9,
    x: [4 / 3, 7 / 9, 4 / 9],
  },
  {
    name: '76',
    program: {
      hessian: Float64Array.of(2, 0, -1, 0, 0, 1, 0, 0, -1, 0, 2, 1, 0, 0, 1, 1),
      linear: Float64Array.of(-1, -3, 1, -1),
      inequalities: rows([1, 2, 1, 1, 3, 1, 2, -1, 0, -1, -4, 0], [5, 4, -1.5]),
      lower: new Float64Array(4),
    },
    constant: 0,
    minimum: -4.681818181818182,
    x: [3 / 11, 23 / 11, 0, 6 / 11],
  },
];

describe('solveQp', () => {
  for (const { name, program, constant, minimum, x } of published) {
    it(`reaches the published minimum of Hock and Schittkowski ${name}`, () => {
      const found = optimum(program);
      expectClose(found.objective + constant, minimum, 1e-13);
      found.x.forEach((value, i) => {
        expect(Math.abs(value - x[i]!)).toBeLessThan(1e-14);
      });
      expect(optimalityResidual(program, found)).toBeLessThan(1e-14);
    });
  }

  it("does not run in circles on Beale's linear program, where the simplex method can", () => {
    // E. M. L. Beale (1955): minimum −0.05 at (0.04, 0, 1, 0).
    const found = optimum({
      hessian: new Float64Array(16),
      linear: Float64Array.of(-0.75, 150, -0.02, 6),
      inequalities: rows([0.25, -60, -0.04, 9, 0.5, -90, -0.02, 3, 0, 0, 1, 0], [0, 0, 1]),
      lower: new Float64Array(4),
    });
    expectClose(found.objective, -0.05, 1e-14);
    [0.04, 0, 1, 0].forEach((value, i) => {
      expect(Math.abs(found.x[i]! - value)).toBeLessThan(1e-15);
    });
  });

  it('passes through the cube of Klee and Minty', () => {
    // Maximise Σ 2^(n−i)·x_i with 2·Σ_{j<i} 2^(i−j)·x_j + x_i ≤ 5^i: the maximum is 5^n.
    const n = 8;
    const matrix = Array.from({ length: n * n }, (_, at) => {
      const [i, j] = [Math.floor(at / n), at % n];
      if (j > i) return 0;
      return i === j ? 1 : 2 * 2 ** (i - j);
    });
    const found = optimum({
      hessian: new Float64Array(n * n),
      linear: Float64Array.from({ length: n }, (_, i) => -(2 ** (n - 1 - i))),
      inequalities: rows(
        matrix,
        Array.from({ length: n }, (_, i) => 5 ** (i + 1)),
      ),
      lower: new Float64Array(n),
    });
    expectClose(found.objective, -(5 ** n), 1e-13);
  });

  it('puts weights on bounds exactly, fixed ones too', () => {
    const found = optimum({
      hessian: Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1),
      linear: Float64Array.of(-1, 0, 0),
      equalities: rows([1, 1, 1], [1]),
      lower: Float64Array.of(0.1, 0.1, 0.3),
      upper: Float64Array.of(0.35, 1, 0.3),
    });
    // By hand: x = (0.35, 0.35, 0.3), ν = −0.35, so the multipliers are 1 and 0.05.
    expect(found.x[0]).toBe(0.35);
    expect(found.x[2]).toBe(0.3);
    expectClose(found.x[1]!, 0.35, 1e-15);
    expectClose(found.multipliers.equalities[0]!, -0.35, 1e-14);
    expectClose(found.multipliers.upper[0]!, 1, 1e-14);
    expectClose(found.multipliers.upper[2]!, 0.05, 1e-13);
    expect([...found.multipliers.lower]).toEqual([0, 0, 0]);
  });

  it('tells infeasible from barely feasible', () => {
    const weights = (least: number): QuadraticProgram => ({
      hessian: Float64Array.of(1, 0, 0, 1),
      linear: new Float64Array(2),
      equalities: rows([1, 1], [1]),
      lower: Float64Array.of(0.5, least),
    });
    expect(solveQp(weights(0.5)).status).toBe('optimal');
    expect(solveQp(weights(0.5 + 1e-15)).status).toBe('optimal');
    expect(solveQp(weights(0.5 + 1e-9)).status).toBe('infeasible');
    expect(solveQp({ ...weights(0), upper: Float64Array.of(0.4, 1) }).status).toBe('infeasible');
    const twice = rows([1, 1, 2, 2], [1, 2]);
    expect(solveQp({ ...weights(0), equalities: twice }).status).toBe('optimal');
    const against = rows([1, 1, 2, 2], [1, 2.1]);
    expect(solveQp({ ...weights(0), equalities: against }).status).toBe('infeasible');
    const nothing = rows([0, 0], [-1]);
    expect(solveQp({ ...weights(0), inequalities: nothing }).status).toBe('infeasible');
  });

  it('sees endless descent where there is no curvature to stop it', () => {
    const line: QuadraticProgram = {
      hessian: Float64Array.of(1, -1, -1, 1),
      linear: Float64Array.of(-1, -1),
    };
    expect(solveQp(line)).toEqual({ status: 'unbounded' });
    expect(solveQp({ ...line, upper: Float64Array.of(3, INFINITE) }).status).toBe('optimal');
    const level = { ...line, linear: Float64Array.of(1, -1) };
    // ½(x − y)² + (x − y) has its minimum −½ along a whole line.
    expectClose(optimum(level).objective, -0.5, 1e-15);
  });

  it('solves a program without conditions, and one without variables', () => {
    // x = H⁻¹(1, 1) by hand.
    const free = optimum({
      hessian: Float64Array.of(2, 1, 1, 2),
      linear: Float64Array.of(-1, -1),
    });
    expectClose(free.x[0]!, 1 / 3, 1e-15);
    const none = optimum({ hessian: new Float64Array(0), linear: new Float64Array(0) });
    expect(none.objective).toBe(0);
  });

  it('gives the same answer whatever the unit of the objective or of a row', () => {
    const { program } = published[1]!;
    const base = optimum(program);
    for (const unit of [1e-12, 1e12]) {
      const found = optimum({
        ...program,
        hessian: program.hessian.map((entry) => entry * unit),
        linear: program.linear.map((entry) => entry * unit),
        inequalities: rows([1 / unit, 1 / unit, 2 / unit], [3 / unit]),
      });
      found.x.forEach((value, i) => {
        expectClose(value, base.x[i]!, 1e-14);
      });
      const price = base.multipliers.inequalities[0]! * unit * unit;
      expectClose(found.multipliers.inequalities[0]!, price, 1e-13);
    }
  });

  it('leaves its arguments as they were and answers twice alike', () => {
    const { program } = published[2]!;
    const before = JSON.stringify(program);
    expect(solveQp(program)).toEqual(solveQp(program));
    expect(JSON.stringify(program)).toBe(before);
  });

  it('refuses what is no convex program', () => {
    const program = { hessian: Float64Array.of(1, 0, 0, 1), linear: new Float64Array(2) };
    const refused = (change: object, code: Parameters<typeof expectRefusal>[1], path: string) =>
      expectRefusal(() => solveQp({ ...program, ...change }), code, path);
    expectRefusal(() => solveQp(wrong(null)), 'missing-value', 'program');
    refused({ linear: undefined }, 'missing-value', 'program.linear');
    refused({ linear: Float64Array.of(1, Number.NaN) }, 'not-finite', 'program.linear[1]');
    refused({ hessian: new Float64Array(3) }, 'length-mismatch', 'program.hessian');
    refused({ hessian: Float64Array.of(1, 1, 0, 1) }, 'not-symmetric', 'program.hessian[2]');
    refused({ hessian: Float64Array.of(1, 2, 2, 1) }, 'not-positive-definite', 'program.hessian');
    refused({ hessian: Float64Array.of(0, 1, 1, 0) }, 'not-positive-definite', 'program.hessian');
    refused({ equalities: rows([1], [1]) }, 'length-mismatch', 'program.equalities.matrix');
    refused(
      { inequalities: rows([1, 1], [INFINITE]) },
      'not-finite',
      'program.inequalities.rhs[0]',
    );
    refused({ lower: Float64Array.of(0, INFINITE) }, 'not-finite', 'program.lower[1]');
    refused({ upper: Float64Array.of(0, -INFINITE) }, 'not-finite', 'program.upper[1]');
    refused({ upper: new Float64Array(1) }, 'length-mismatch', 'program.upper');
    refused({ lower: wrong([0, 0]) }, 'invalid-type', 'program.lower');
  });
});
