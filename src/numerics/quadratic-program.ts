import { AptfolioError, checkObject, checkVector } from '../errors/index.js';
import { minimise } from './active-set.js';
import { approach } from './approach.js';
import { leastDistance } from './least-distance.js';
import { semiDefiniteFactor } from './semi-definite.js';
import { fromStandard, type StandardForm, toStandard } from './standard-form.js';
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
 * The nearest feasible point to the bounds' corner is found first, by a dual method that also proves when there is
 * none. From there a primal active-set method goes down: within the conditions that hold it minimises exactly; when
 * none can be let go it is done. Where several corners coincide, the steepest feasible direction is computed
 * as a projection, so it cannot run in circles. At the end the equations of the optimum are solved once more
 * with refinement. Of several minima one is returned, always the same.
 *
 * Conditions count as met within 10⁻¹¹ of their size. Multipliers of redundant conditions are 0.
 *
 * Throws `length-mismatch`, `not-finite` and the like by path, `not-symmetric` for the hessian, and
 * `not-positive-definite` where the objective is not convex.
 *
 * Source: D. Goldfarb and A. Idnani, A numerically stable dual method for solving strictly convex quadratic
 * programs, Mathematical Programming 27 (1983); R. Fletcher, Practical Methods of Optimization, 2nd ed.
 * (1987), section 10.3.
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
  const standard = toStandard(checked);
  if (standard === undefined) return Object.freeze({ status: 'infeasible' });
  const start = leastDistance(standard.conditions, corner(standard));
  if (start.status !== 'found') return Object.freeze({ status: start.status });
  const minimum = minimise(standard, approach(standard, start));
  if (minimum.status !== 'optimal') return Object.freeze({ status: minimum.status });
  return fromStandard(checked, standard, minimum, start.iterations);
}

/** The point within the bounds that is nearest to zero. */
function corner({ conditions: { lower, upper } }: StandardForm): Float64Array<ArrayBuffer> {
  return Float64Array.from(lower, (low, i) => Math.max(low, Math.min(upper[i]!, 0)));
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
  if (semiDefiniteFactor(hessian, n, CONVEXITY).lowest < -CONVEXITY) {
    const expected = 'a positive semi-definite matrix';
    throw new AptfolioError('not-positive-definite', 'program.hessian', expected);
  }
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
