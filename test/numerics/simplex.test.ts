import { describe, expect, it } from 'vitest';
import {
  BASIS_STATUS,
  createRandom,
  type LinearProgram,
  type LpResult,
  solveLp,
} from '../../src/numerics/index.js';
import general from '../fixtures/numerics/linear-programs.json' with { type: 'json' };
import fixture from '../fixtures/numerics/simplex.json' with { type: 'json' };
import { proofResidual } from './linear-proof.js';
import { expectClose, expectRefusal, sum, wrong } from './support.js';

const INFINITE = Number.POSITIVE_INFINITY;
const limits = (values: readonly (number | null)[], free: number) =>
  Float64Array.from(values, (value) => value ?? free);

interface Listed {
  readonly c: readonly number[];
  readonly a: readonly (readonly number[])[];
  readonly low: readonly (number | null)[];
  readonly high: readonly (number | null)[];
  readonly lower: readonly (number | null)[];
  readonly upper: readonly (number | null)[];
}

/** A program from lists, where null stands for no limit. */
function programOf({ c, a, low, high, lower, upper }: Listed): LinearProgram {
  return {
    cost: Float64Array.from(c),
    rows: {
      matrix: Float64Array.from(a.flat()),
      lower: limits(low, -INFINITE),
      upper: limits(high, INFINITE),
    },
    lower: limits(lower, -INFINITE),
    upper: limits(upper, INFINITE),
  };
}

/** Variables from 0 up, rows at most their limit. */
function atMost(
  cost: readonly number[],
  matrix: readonly number[],
  upper: readonly number[],
): LinearProgram {
  return {
    cost: Float64Array.from(cost),
    rows: {
      matrix: Float64Array.from(matrix),
      lower: new Float64Array(upper.length).fill(-INFINITE),
      upper: Float64Array.from(upper),
    },
    lower: new Float64Array(cost.length),
    upper: new Float64Array(cost.length).fill(INFINITE),
  };
}

type Optimum = Extract<LpResult, { readonly status: 'optimal' }>;

function optimum(program: LinearProgram): Optimum {
  const result = solveLp(program);
  if (result.status !== 'optimal') throw new Error(`optimal expected, not ${result.status}`);
  expect(proofResidual(program, result)).toBeLessThan(1e-13);
  return result;
}

/** A result with plain lists for typed arrays. */
function listed(result: LpResult): unknown {
  return JSON.parse(
    JSON.stringify(result, (_, value) =>
      ArrayBuffer.isView(value) ? Object.values(value) : value,
    ),
  );
}

const answer = (program: LinearProgram): unknown => listed(solveLp(program));

function expectPoint(found: Optimum, x: readonly number[]): void {
  found.x.forEach((value, j) => {
    expect(Math.abs(value - x[j]!)).toBeLessThan(1e-14);
  });
}

describe('solveLp and HiGHS', () => {
  for (const kind of new Set(fixture.programs.map((program) => program.kind))) {
    it(`come to the same answer for programs of kind ${kind}, with proof`, () => {
      const cases = fixture.programs.filter((program) => program.kind === kind);
      cases.forEach(({ c, a, low, high, lower, upper, status, objective }, index) => {
        const program = programOf({ c, a, low, high, lower, upper });
        const result = solveLp(program);
        expect(result.status, `${kind} ${index}`).toBe(status);
        expect(proofResidual(program, result), `${kind} ${index}`).toBeLessThan(1e-13);
        if (result.status !== 'optimal') return;
        const size = sum(result.x.map((value, j) => Math.abs(value * program.cost[j]!)));
        const distance = Math.abs(result.objective - objective!);
        expect(distance, `${kind} ${index}`).toBeLessThanOrEqual(1e-12 * size);
      });
      expect(cases.length).toBe(50);
    });
  }

  it('come to the same answer for the programs that are solved as quadratic ones too', () => {
    general.programs.forEach(({ c, a, b, g, h, lower, upper, status, objective }, index) => {
      const program = {
        cost: Float64Array.from(c),
        rows: {
          matrix: Float64Array.from([...a, ...g].flat()),
          lower: Float64Array.from([...b, ...h.map(() => -INFINITE)]),
          upper: Float64Array.from([...b, ...h]),
        },
        lower: limits(lower, -INFINITE),
        upper: limits(upper, INFINITE),
      };
      const result = solveLp(program);
      expect(result.status, `${index}`).toBe(status);
      expect(proofResidual(program, result), `${index}`).toBeLessThan(1e-13);
      if (result.status === 'optimal') expectClose(result.objective + 100, objective! + 100, 1e-12);
    });
  });
});

describe('programs on which the simplex method can run in circles', () => {
  it('end for Beale', () => {
    // E. M. L. Beale, Cycling in the dual simplex algorithm, Naval Research Logistics Quarterly 2 (1955).
    const found = optimum(
      atMost(
        [-0.75, 150, -0.02, 6],
        [0.25, -60, -0.04, 9, 0.5, -90, -0.02, 3, 0, 0, 1, 0],
        [0, 0, 1],
      ),
    );
    expectClose(found.objective, -0.05, 1e-14);
    expectPoint(found, [0.04, 0, 1, 0]);
  });

  it('end for Kuhn', () => {
    // M. L. Balinski and A. W. Tucker, SIAM Review 11 (1969). The third row says that the objective is at least −2.
    const found = optimum(
      atMost([-2, -3, 1, 12], [-2, -9, 1, 9, 1 / 3, 1, -1 / 3, -2, 2, 3, -1, -12], [0, 0, 2]),
    );
    expectClose(found.objective, -2, 1e-14);
    expectPoint(found, [2, 0, 2, 0]);
  });

  it('end for Marshall and Suurballe', () => {
    // K. T. Marshall and J. W. Suurballe, Naval Research Logistics Quarterly 16 (1969). The third row gives
    // −0.4a ≥ −1.6b + 0.2c, so the objective is at least −2b + 2c, and b is at most 1.
    const found = optimum(
      atMost(
        [-0.4, -0.4, 1.8],
        [0.6, -6.4, 4.8, 0.2, -1.8, 0.6, 0.4, -1.6, 0.2, 0, 1, 0],
        [0, 0, 0, 1],
      ),
    );
    expectClose(found.objective, -2, 1e-14);
    expectPoint(found, [4, 1, 0]);
  });

  it('end for Chvátal', () => {
    // V. Chvátal, Linear Programming (1983), page 31: the maximum is 1.
    const found = optimum(
      atMost([-10, 57, 9, 24], [0.5, -5.5, -2.5, 9, 0.5, -1.5, -0.5, 1, 1, 0, 0, 0], [0, 0, 1]),
    );
    expectClose(found.objective, -1, 1e-14);
    expectPoint(found, [1, 0, 1, 0]);
  });

  it('end for assignments, where most corners coincide', () => {
    // Costs (i + 1)(j + 1): by the rearrangement inequality the cheapest pairs run against each other.
    const k = 20;
    const matrix = new Float64Array(2 * k * k * k);
    const cost = new Float64Array(k * k);
    for (let i = 0; i < k; i++) {
      for (let j = 0; j < k; j++) {
        const at = i * k + j;
        cost[at] = (i + 1) * (j + 1);
        matrix[i * k * k + at] = 1;
        matrix[(k + j) * k * k + at] = 1;
      }
    }
    const ones = new Float64Array(2 * k).fill(1);
    const found = optimum({
      cost,
      rows: { matrix, lower: ones, upper: ones },
      lower: new Float64Array(k * k),
      upper: new Float64Array(k * k).fill(INFINITE),
    });
    const against = Array.from({ length: k }, (_, i) => (i + 1) * (k - i));
    expect(found.objective).toBe(sum(against));
  });
});

describe('programs where rounding once passed for more', () => {
  const programs = {
    'a free row whose dual is 0': {
      c: [2, 0.5, 0, 0, 0, 0, -1.5, -1.5, 1.5, 0.5, -2],
      a: [
        [1, -1, 0, -0.5, 0, 0, 1, -1.5, -1, -0.5, -1],
        [2, -1, 0.5, 2, 0, 0.5, 0, -0.5, 0, -0.5, -1.5],
        [0.5, 0, -1.5, 2, -1.5, 1.5, 0, 0, 0.5, 0.5, -1.5],
        [-1, 2, 0, 0, -1, 0, 1.5, 0, 0, 0, 0.5],
        [0, -2, -2, 2, 0, 2, -1, 0, 0, 0, -2],
      ],
      low: [null, 2, 0, 1, 0],
      high: [0, null, 0.5, 1, 1.5],
      lower: [null, 1, null, 0, -1, null, null, 0, 2, null, -1.5],
      upper: [0, null, null, 0.5, 0, -1, null, 0, 2, -1, -0.5],
      status: 'optimal',
      objective: 1.75,
    },
    'a direction along which the objective is level': {
      c: [1.5, -1, 0, 0, -1],
      a: [
        [-1.5, -2, -0.5, 0, 1],
        [1.5, 0, 0.5, 0, 0],
        [-1.5, 2, 0, 0, 1],
        [-1.5, 2, -1.5, 0.5, -2],
        [-1.5, 0, 0, -1.5, -1.5],
      ],
      low: [2, null, 0, null, null],
      high: [null, null, 1.5, 0.5, null],
      lower: [0, 0.5, null, null, 0],
      upper: [null, 0.5, -1.5, null, null],
      status: 'optimal',
      objective: -1.0,
    },
    'a corner of many rows whose limits are 0': {
      c: [2, 1, 0, -1.5, 0, 0],
      a: [
        [0, 1.5, 1.5, 1, -0.5, 0],
        [0, 2, 0, -1.5, 1, -0.5],
        [0.5, 0, -0.5, -2, 1, 0],
        [0, -1.5, -0.5, 0, -1, -1],
        [1, 0, 1, 0, 0, 0],
        [0, 0, 0.5, 0, 0, 0],
      ],
      low: [0, 1, null, -1, null, 0],
      high: [0, null, 0, 0.5, null, 0],
      lower: [0, 0, null, null, 1, null],
      upper: [null, 2, null, null, null, null],
      status: 'unbounded',
      objective: null,
    },
    'a level stretch of the sum of breaches': {
      c: [0, 0, -0.5, -1.5, -2],
      a: [
        [0, -0.5, 0, 0, -0.5],
        [0, 1, 0, 0, -2],
        [0, -1.5, 2, 0, 1],
        [-0.5, 0, -0.5, 0, -0.5],
        [0, 0, -1.5, -0.5, 0],
        [-1, -2, -1.5, -1, 0],
        [-1, 0.5, 0, 1.5, 0],
        [-1.5, 1.5, 0, 2, -1],
      ],
      low: [null, null, 1, 0, -1.5, -1.5, -1.5, -0.5],
      high: [null, -0.5, null, 1.5, -0.5, null, 0, null],
      lower: [1.5, 0, 0, -0.5, 1],
      upper: [null, 0, null, 0, 2],
      status: 'infeasible',
      objective: null,
      startBasis: {
        columns: Int8Array.of(3, 2, 2, 0, 1),
        rows: Int8Array.of(3, 1, 3, 2, 2, 0, 3, 3),
      },
    },
  };
  for (const [name, { status, objective, ...rest }] of Object.entries(programs)) {
    it(`come to the answer of HiGHS: ${name}`, () => {
      const start = 'startBasis' in rest ? { startBasis: rest.startBasis } : {};
      const program = { ...programOf(rest), ...start };
      const result = solveLp(program);
      expect(result.status).toBe(status);
      expect(proofResidual(program, result)).toBeLessThan(1e-13);
      if (result.status === 'optimal') expectClose(result.objective + 100, objective! + 100, 1e-14);
    });
  }
});

describe('solveLp', () => {
  it('passes through the cubes of Klee and Minty', () => {
    // Maximise Σ 2^(n−i)·x_i with 2·Σ_{j<i} 2^(i−j)·x_j + x_i ≤ 5^i: the maximum is 5^n.
    for (let n = 1; n <= 12; n++) {
      const matrix = Array.from({ length: n * n }, (_, at) => {
        const [i, j] = [Math.floor(at / n), at % n];
        if (j > i) return 0;
        return i === j ? 1 : 2 * 2 ** (i - j);
      });
      const cost = Array.from({ length: n }, (_, i) => -(2 ** (n - 1 - i)));
      const upper = Array.from({ length: n }, (_, i) => 5 ** (i + 1));
      expectClose(optimum(atMost(cost, matrix, upper)).objective, -(5 ** n), 1e-13);
    }
  });

  it('fills the best of the variables up to their bounds, and tells which are tied', () => {
    // By hand: 0.4 of the first, the rest anywhere among the two that pay 2; the price of the budget is their rate.
    const found = optimum({
      cost: Float64Array.of(-3, -2, -2, -1),
      rows: {
        matrix: Float64Array.of(1, 1, 1, 1),
        lower: Float64Array.of(1),
        upper: Float64Array.of(1),
      },
      lower: new Float64Array(4),
      upper: Float64Array.of(0.4, 1, 1, 1),
    });
    expectClose(found.objective, -2.4, 1e-15);
    expect([...found.rowDuals]).toEqual([-2]);
    expect([...found.reducedCosts]).toEqual([-1, 0, 0, 1]);
    expect(found.x[0]).toBe(0.4);
    expect(found.basis.columns[0]).toBe(BASIS_STATUS.atUpper);
    expect(found.basis.columns[3]).toBe(BASIS_STATUS.atLower);
    expect(found.basis.columns[1] === 0 || found.basis.columns[2] === 0).toBe(true);
    expect(found.basis.rows[0]).toBe(BASIS_STATUS.atLower);
  });

  it('prices each side of a row that has two', () => {
    const between = (cost: number) =>
      optimum({
        cost: Float64Array.of(cost),
        rows: {
          matrix: Float64Array.of(2),
          lower: Float64Array.of(2),
          upper: Float64Array.of(6),
        },
        lower: Float64Array.of(-INFINITE),
        upper: Float64Array.of(INFINITE),
      });
    expect(listed(between(1))).toMatchObject({ x: [1], rowDuals: [0.5], basis: { rows: [1] } });
    expect(listed(between(-1))).toMatchObject({ x: [3], rowDuals: [-0.5], basis: { rows: [2] } });
  });

  it('solves programs without rows, without variables, and leaves what is free at 0', () => {
    const alone = (cost: number, lower: number, upper: number) =>
      answer({
        ...atMost([cost], [], []),
        lower: Float64Array.of(lower),
        upper: Float64Array.of(upper),
      });
    expect(alone(1, -2, 5)).toMatchObject({ x: [-2], objective: -2, reducedCosts: [1] });
    expect(alone(-1, -2, 5)).toMatchObject({ x: [5], objective: -5, reducedCosts: [-1] });
    expect(alone(1, -INFINITE, 5)).toEqual({ status: 'unbounded', ray: [-1] });
    expect(alone(0, -INFINITE, INFINITE)).toMatchObject({ x: [0], basis: { columns: [3] } });
    expect(answer(atMost([], [], []))).toMatchObject({ status: 'optimal', objective: 0 });
    expect(answer(atMost([], [], [0]))).toMatchObject({ status: 'optimal', rowDuals: [0] });
    expect(answer(atMost([], [], [-1]))).toMatchObject({ farkas: { rows: [-1], gap: 1 } });
  });

  it('proves by Farkas which conditions contradict each other', () => {
    // a + b ≥ 3 and 2a ≤ 1 and b ≤ 1 leave a gap of 1.5; a − b ≥ −5 has no part in it.
    const program = {
      ...atMost([0, 0], [1, 1, 1, -1, 2, 0], [INFINITE, INFINITE, 1]),
      upper: Float64Array.of(INFINITE, 1),
    };
    const rows = { ...program.rows, lower: Float64Array.of(3, -5, -INFINITE) };
    const result = solveLp({ ...program, rows });
    expect(proofResidual({ ...program, rows }, result)).toBe(0);
    expect(result).toEqual({
      status: 'infeasible',
      farkas: {
        rows: Float64Array.of(1, 0, -0.5),
        columns: Float64Array.of(0, -1),
        gap: 1.5,
        crossed: 'none',
      },
    });
  });

  it('names limits that cross, unless by rounding', () => {
    const program = atMost([1, 1], [1, 1], [1]);
    const crossed = solveLp({ ...program, upper: Float64Array.of(1, -0.5) });
    expect(crossed).toEqual({
      status: 'infeasible',
      farkas: {
        rows: Float64Array.of(0),
        columns: Float64Array.of(0, 1),
        gap: 0.5,
        crossed: 'column',
      },
    });
    const rows = { ...program.rows, lower: Float64Array.of(2) };
    expect(solveLp({ ...program, rows })).toMatchObject({ farkas: { gap: 1, crossed: 'row' } });
    const lower = Float64Array.of(0.1 + 0.2, 0);
    const met = optimum({ ...program, lower, upper: Float64Array.of(0.1 + 0.2, 1) });
    expect(met.x[0]).toBe(0.1 + 0.2);
    expect(solveLp({ ...program, lower, upper: Float64Array.of(0.3, 1) }).status).toBe('optimal');
  });

  it('tells infeasible from barely feasible', () => {
    const weights = (least: number) => {
      const program = atMost([1, 1], [1, 1], [1]);
      return solveLp({
        ...program,
        rows: { ...program.rows, lower: Float64Array.of(1) },
        lower: Float64Array.of(0.5, least),
      }).status;
    };
    expect(weights(0.5)).toBe('optimal');
    expect(weights(0.5 + 1e-15)).toBe('optimal');
    expect(weights(0.5 + 1e-9)).toBe('infeasible');
  });

  it('gives the same answer whatever the units of rows, variables and objective', () => {
    const random = createRandom(11);
    for (let round = 0; round < 50; round++) {
      const draw = (length: number) => Array.from({ length }, () => random.normal());
      const base = {
        ...atMost(draw(8), draw(32), [1, 1, 1, 1]),
        upper: new Float64Array(8).fill(1),
      };
      // Powers of two keep every digit, so that only the scale differs.
      const unit = () => 2 ** Math.round(20 * random.normal());
      const [rows, columns, money] = [
        Array.from({ length: 4 }, unit),
        Array.from({ length: 8 }, unit),
        unit(),
      ];
      const found = optimum(base);
      const other = optimum({
        cost: base.cost.map((entry, j) => entry * columns[j]! * money),
        rows: {
          matrix: base.rows.matrix.map((entry, at) => entry * rows[at >> 3]! * columns[at & 7]!),
          lower: base.rows.lower,
          upper: base.rows.upper.map((limit, i) => limit * rows[i]!),
        },
        lower: base.lower,
        upper: base.upper.map((bound, j) => bound / columns[j]!),
      });
      expectClose(other.objective, found.objective * money, 1e-13);
      expect(other.basis).toEqual(found.basis);
    }
  });

  it('finds the richest portfolio of hundreds, as filling up in order of return does', () => {
    const random = createRandom(5);
    const n = 500;
    for (let round = 0; round < 20; round++) {
      const returns = Float64Array.from({ length: n }, () => 0.05 + 0.05 * random.normal());
      const most = Float64Array.from({ length: n }, () => 0.01 + 0.05 * random.uniform());
      const found = optimum({
        cost: returns.map((rate) => -rate),
        rows: {
          matrix: new Float64Array(n).fill(1),
          lower: Float64Array.of(1),
          upper: Float64Array.of(1),
        },
        lower: new Float64Array(n),
        upper: most,
      });
      let left = 1;
      let earned = 0;
      for (const i of [...returns.keys()].sort((a, b) => returns[b]! - returns[a]!)) {
        const weight = Math.min(left, most[i]!);
        left -= weight;
        earned += weight * returns[i]!;
      }
      expectClose(-found.objective, earned, 1e-14);
    }
  });

  it('finds by its duals the weights of the least expected shortfall', () => {
    // The dual of Rockafellar and Uryasev's program: the worst weighting of scenarios, at most 1/(5% · T) each. Its
    // value is the mean loss of the worst 5% under the weights that are the duals, counted here by sorting.
    const random = createRandom(9);
    const [T, assets, tail] = [1000, 12, 50];
    const n = T + 1;
    const matrix = new Float64Array((assets + 1) * n);
    for (let t = 0; t < T; t++) {
      const common = random.normal();
      for (let j = 0; j < assets; j++) {
        matrix[j * n + t] = 0.01 * (common * (0.5 + j / assets) + random.normal()) - 0.0001 * j;
      }
      matrix[assets * n + t] = 1;
    }
    for (let j = 0; j < assets; j++) matrix[j * n + T] = -1;
    const cost = new Float64Array(n);
    cost[T] = -1;
    const lower = new Float64Array(n);
    lower[T] = -INFINITE;
    const upper = new Float64Array(n).fill(1 / tail);
    upper[T] = INFINITE;
    const rows = {
      matrix,
      lower: Float64Array.from({ length: assets + 1 }, (_, j) => (j < assets ? 0 : 1)),
      upper: Float64Array.from({ length: assets + 1 }, (_, j) => (j < assets ? INFINITE : 1)),
    };
    const found = optimum({ cost, rows, lower, upper });
    const weights = found.rowDuals.subarray(0, assets);
    expectClose(sum(weights), 1, 1e-13);
    expect(weights.every((weight) => weight >= 0)).toBe(true);
    const losses = Array.from({ length: T }, (_, t) => {
      return sum(weights.map((weight, j) => weight * matrix[j * n + t]!));
    });
    const worst = losses.sort((a, b) => b - a).slice(0, tail);
    expectClose(sum(worst) / tail, -found.objective, 1e-12);
  });

  it('goes on from a basis, and repairs one that is none', () => {
    const program = atMost([-3, -2, -4], [1, 1, 2, 2, 0, 3, 2, 1, 3], [4, 5, 7]);
    const found = optimum(program);
    const again = optimum({ ...program, startBasis: found.basis });
    expect(again.iterations).toBe(0);
    expect(again).toEqual({ ...found, iterations: 0 });
    for (const code of Object.values(BASIS_STATUS)) {
      const columns = new Int8Array(3).fill(code);
      const rows = new Int8Array(3).fill(code);
      const repaired = optimum({ ...program, startBasis: { columns, rows } });
      expectClose(repaired.objective, found.objective, 1e-14);
      const basics = [...repaired.basis.columns, ...repaired.basis.rows].filter((own) => own === 0);
      expect(basics.length).toBe(3);
    }
  });

  it('comes close on rows that are nearly dependent', () => {
    // Hilbert's matrix with x = 1 as the only point: rounding in x may be large, not in the rows.
    const n = 6;
    const matrix = Float64Array.from(
      { length: n * n },
      (_, at) => 1 / (Math.floor(at / n) + (at % n) + 1),
    );
    const totals = Float64Array.from({ length: n }, (_, i) =>
      sum(matrix.subarray(i * n, i * n + n)),
    );
    const found = optimum({
      cost: new Float64Array(n).fill(1),
      rows: { matrix, lower: totals, upper: totals },
      lower: new Float64Array(n),
      upper: new Float64Array(n).fill(2),
    });
    expectClose(found.objective, n, 1e-9);
  });

  it('refuses what is no linear program', () => {
    const program = atMost([1, 1], [1, 1], [1]);
    const refused = (change: object, code: Parameters<typeof expectRefusal>[1], path: string) =>
      expectRefusal(() => solveLp({ ...program, ...change }), code, path);
    const { rows } = program;
    expectRefusal(() => solveLp(wrong(null)), 'missing-value', 'program');
    expectRefusal(() => solveLp(wrong([])), 'invalid-type', 'program');
    refused({ cost: undefined }, 'missing-value', 'program.cost');
    refused({ cost: [1, 1] }, 'invalid-type', 'program.cost');
    refused({ cost: Float64Array.of(1, Number.NaN) }, 'not-finite', 'program.cost[1]');
    refused({ cost: Float64Array.of(INFINITE, 1) }, 'not-finite', 'program.cost[0]');
    refused({ rows: undefined }, 'missing-value', 'program.rows');
    refused(
      { rows: { ...rows, matrix: Float64Array.of(1) } },
      'length-mismatch',
      'program.rows.matrix',
    );
    refused(
      { rows: { ...rows, matrix: Float64Array.of(1, INFINITE) } },
      'not-finite',
      'program.rows.matrix[1]',
    );
    refused({ rows: { ...rows, lower: undefined } }, 'missing-value', 'program.rows.lower');
    refused(
      { rows: { ...rows, lower: Float64Array.of(INFINITE) } },
      'not-finite',
      'program.rows.lower[0]',
    );
    refused(
      { rows: { ...rows, upper: Float64Array.of(-INFINITE) } },
      'not-finite',
      'program.rows.upper[0]',
    );
    refused(
      { rows: { ...rows, upper: new Float64Array(2) } },
      'length-mismatch',
      'program.rows.upper',
    );
    refused({ lower: null }, 'missing-value', 'program.lower');
    refused({ lower: Float64Array.of(0, Number.NaN) }, 'not-finite', 'program.lower[1]');
    refused({ lower: Float64Array.of(0, INFINITE) }, 'not-finite', 'program.lower[1]');
    refused({ upper: new Float64Array(3) }, 'length-mismatch', 'program.upper');
    refused({ upper: Float64Array.of(-INFINITE, 1) }, 'not-finite', 'program.upper[0]');
    const startBasis = { columns: new Int8Array(2), rows: new Int8Array(1) };
    const started = (change: object) => ({ startBasis: { ...startBasis, ...change } });
    refused({ startBasis: null }, 'missing-value', 'program.startBasis');
    refused(started({ columns: [0, 0] }), 'invalid-type', 'program.startBasis.columns');
    refused(started({ rows: undefined }), 'missing-value', 'program.startBasis.rows');
    refused(started({ rows: new Int8Array(2) }), 'length-mismatch', 'program.startBasis.rows');
    refused(
      started({ columns: Int8Array.of(0, 4) }),
      'unknown-value',
      'program.startBasis.columns[1]',
    );
    refused(
      started({ columns: Int8Array.of(-1, 0) }),
      'unknown-value',
      'program.startBasis.columns[0]',
    );
  });
});
