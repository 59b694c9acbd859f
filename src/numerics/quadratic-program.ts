import { AptfolioError, checkObject, checkVector } from '../errors/index.js';
import { cholesky } from './cholesky.js';
import { denseRisk } from './parametric/risk-model.js';
import { minimiseAt } from './parametric/solve.js';
import { solveLp } from './simplex/solve-lp.js';
import { largestSize } from './vectors.js';

/** Rows of linear conditions: `matrix` has one row per entry of `rhs`, row-major. */
export interface LinearRows {
  readonly matrix: Float64Array;
  readonly rhs: Float64Array;
}

/** Minimise ½x'Hx + c'x subject to Ax = b, Gx ≤ h and lower ≤ x ≤ upper. What is absent does not bind. */
export interface QuadraticProgram {
  /** H: n × n, row-major, symmetric, positive semi-definite; all zeros make a linear program. */
  readonly hessian: Float64Array;
  /** c: its length is n. */
  readonly linear: Float64Array;
  readonly equalities?: LinearRows;
  readonly inequalities?: LinearRows;
  /** Entries may be −∞. */
  readonly lower?: Float64Array;
  /** Entries may be ∞. */
  readonly upper?: Float64Array;
}

/** Multipliers with Hx + c + A'ν + G'λ − λ_lower + λ_upper = 0; all but ν are at least 0. */
export interface QpMultipliers {
  readonly equalities: Float64Array<ArrayBuffer>;
  readonly inequalities: Float64Array<ArrayBuffer>;
  readonly lower: Float64Array<ArrayBuffer>;
  readonly upper: Float64Array<ArrayBuffer>;
}

/** The minimum, or why there is none. */
export type QpResult =
  | {
      readonly status: 'optimal';
      /** A variable at its bound is exactly the bound. */
      readonly x: Float64Array<ArrayBuffer>;
      readonly objective: number;
      readonly iterations: number;
      readonly multipliers: QpMultipliers;
    }
  /** No point meets all conditions, by more than rounding. */
  | { readonly status: 'infeasible' }
  /** The objective falls without end within the conditions. */
  | { readonly status: 'unbounded' }
  | { readonly status: 'no-convergence' };

/**
 * Solves a convex quadratic or linear program.
 *
 * A vertex by the simplex method, and from there down by a primal active-set method on the free variables (`parametric`). Of several
 * minima one is returned, always the same.
 *
 * Conditions count as met within 10⁻¹¹ of their size. Multipliers of redundant conditions are 0.
 *
 * Throws `length-mismatch`, `not-finite` and the like by path, `not-symmetric` for the hessian, and
 * `not-positive-definite` where the objective is not convex.
 *
 * Source: R. Fletcher, Practical Methods of Optimization, 2nd ed. (1987), section 10.3.
 *
 * @example
 * ```ts
 * import { solveQp } from './src/numerics/index.js';
 *
 * const result = solveQp({
 *   hessian: Float64Array.of(2, 0, 0, 2),
 *   linear: Float64Array.of(0, 0),
 *   equalities: { matrix: Float64Array.of(1, 1), rhs: Float64Array.of(1) },
 *   upper: Float64Array.of(0.25, 1),
 * });
 * result.status; // => 'optimal'
 * [...result.x]; // => [0.25, 0.75]
 * [...result.multipliers.upper]; // => [1, 0]
 * ```
 */
export function solveQp(program: QuadraticProgram): QpResult {
  const checked = checkProgram(program);
  const { n, hessian, linear, equalities, inequalities, lower, upper } = checked;
  const count = equalities.rhs.length + inequalities.rhs.length;
  const rowLower = new Float64Array(count).fill(Number.NEGATIVE_INFINITY);
  rowLower.set(equalities.rhs);
  const rows = {
    count,
    matrix: Float64Array.from([...equalities.matrix, ...inequalities.matrix]),
    lower: rowLower,
    upper: Float64Array.from([...equalities.rhs, ...inequalities.rhs]),
  };
  if (hessian.every((entry) => entry === 0)) {
    const answer = solveLp({ cost: linear, rows, lower, upper });
    if (answer.status !== 'optimal') return Object.freeze({ status: answer.status });
    const { x, iterations, rowDuals, reducedCosts } = answer;
    // A row's dual says how the minimum grows with its limit, the price how it falls.
    const prices = rowDuals.map((dual) => 0 - dual);
    return minimum(checked, { x, iterations, prices, reduced: reducedCosts });
  }
  const risk = denseRisk(hessian, n);
  const slope = new Float64Array(n);
  const optimum = minimiseAt({ risk, size: n, linear, slope, lower, upper, rows }, 0);
  if (optimum.status === 'concave') throw concave();
  if (optimum.status !== 'optimal') return Object.freeze({ status: optimum.status });
  return minimum(checked, optimum);
}

/** A minimum with its multipliers: those of bounds are what the reduced gradient leaves. */
function minimum(
  { n, hessian, linear, equalities, lower, upper }: CheckedProgram,
  answer: {
    readonly x: Float64Array;
    readonly iterations: number;
    readonly prices: Float64Array;
    readonly reduced: Float64Array;
  },
): QpResult {
  const x = Float64Array.from(answer.x);
  const { prices, reduced, iterations } = answer;
  let objective = 0;
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let j = 0; j < n; j++) sum += hessian[i * n + j]! * x[j]!;
    objective += x[i]! * (linear[i]! + sum / 2);
  }
  const equal = equalities.rhs.length;
  const multipliers = {
    equalities: Float64Array.from(prices.subarray(0, equal)),
    inequalities: Float64Array.from(prices.subarray(equal), (price) => Math.max(0, price)),
    lower: Float64Array.from(reduced, (price, i) => (x[i] === lower[i] ? Math.max(0, price) : 0)),
    upper: Float64Array.from(reduced, (price, i) => (x[i] === upper[i] ? Math.max(0, -price) : 0)),
  };
  return Object.freeze({ status: 'optimal', x, objective, iterations, multipliers });
}

function concave(): AptfolioError {
  const expected = 'a positive semi-definite matrix';
  return new AptfolioError('not-positive-definite', 'program.hessian', expected);
}

/** A program with every part present. */
export interface CheckedProgram {
  readonly n: number;
  readonly hessian: Float64Array<ArrayBuffer>;
  readonly linear: Float64Array<ArrayBuffer>;
  readonly equalities: LinearRows;
  readonly inequalities: LinearRows;
  readonly lower: Float64Array<ArrayBuffer>;
  readonly upper: Float64Array<ArrayBuffer>;
}

/** Halves of the hessian may differ by this part of its largest entry, through rounding. */
const SYMMETRY = 1e-9;

/** Rounding may make a semi-definite hessian look this concave, as a part of its largest diagonal entry. */
const CONVEXITY = 1e-9;

function checkProgram(program: QuadraticProgram): CheckedProgram {
  checkObject(program, 'program');
  const linear = checkVector(program.linear, 'program.linear');
  const n = linear.length;
  const hessian = checkVector(program.hessian, 'program.hessian', n * n);
  symmetrise(hessian, n);
  const ridge = CONVEXITY * (largestSize(hessian) || 1);
  const shifted = hessian.map((value, k) => (k % (n + 1) === 0 ? value + ridge : value));
  if (cholesky(shifted, n).status !== 'positive-definite') throw concave();
  return {
    n,
    hessian,
    linear,
    equalities: checkRows(program.equalities, 'program.equalities', n),
    inequalities: checkRows(program.inequalities, 'program.inequalities', n),
    lower: checkBounds(program.lower, 'program.lower', n, Number.NEGATIVE_INFINITY),
    upper: checkBounds(program.upper, 'program.upper', n, Number.POSITIVE_INFINITY),
  };
}

function symmetrise(hessian: Float64Array, n: number): void {
  const largest = largestSize(hessian);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      const [below, above] = [hessian[i * n + j]!, hessian[j * n + i]!];
      if (Math.abs(below - above) > SYMMETRY * largest) {
        const path = `program.hessian[${i * n + j}]`;
        throw new AptfolioError('not-symmetric', path, `the same number as [${j * n + i}]`, below);
      }
      const middle = below / 2 + above / 2;
      hessian[i * n + j] = middle;
      hessian[j * n + i] = middle;
    }
  }
}

function checkRows(rows: LinearRows | undefined, path: string, n: number): LinearRows {
  if (rows === undefined) return { matrix: new Float64Array(0), rhs: new Float64Array(0) };
  checkObject(rows, path);
  const rhs = checkVector(rows.rhs, `${path}.rhs`);
  return { rhs, matrix: checkVector(rows.matrix, `${path}.matrix`, rhs.length * n) };
}

function checkBounds(
  bounds: Float64Array | undefined,
  path: string,
  n: number,
  free: number,
): Float64Array<ArrayBuffer> {
  if (bounds === undefined) return new Float64Array(n).fill(free);
  if (!(bounds instanceof Float64Array)) {
    throw new AptfolioError('invalid-type', path, 'a Float64Array', bounds);
  }
  // Only the infinity of a free side is allowed; it is left out of the check for finite numbers.
  checkVector(
    bounds.map((bound) => (bound === free ? 0 : bound)),
    path,
    n,
  );
  return bounds.map((bound) => bound + 0);
}
