import { checkProgram } from './check-program.js';
import { crossedLimits, infeasible } from './infeasible.js';
import type { LinearProgram, LpResult } from './linear-program.js';
import { optimum } from './optimum.js';
import { search } from './search.js';
import { makeTableau } from './tableau.js';
import { unbounded } from './unbounded.js';

/**
 * Solves a linear program: minimise c'x subject to lower ≤ Ax ≤ upper and bounds on x.
 *
 * The bounded primal simplex method on a dense inverse of the basis, meant for few rows (up to some hundreds) and many
 * columns. From any basis it first takes down the sum of breaches, then the objective. Rows, columns and costs are
 * scaled by powers of two, so units do not matter. Devex pricing chooses among ways down, the largest pivot among
 * limits that are met together; where many steps in a row lead nowhere Bland's rule takes over, which cannot run in
 * circles. At the end the basis is inverted anew and the answer corrected once. Of several minima one is returned,
 * always the same.
 *
 * Conditions count as met within 10⁻¹² of the size of the terms from which the basis computes them. Every infeasible
 * program comes with a proof of Farkas, every unbounded one with a ray; what rounding leaves without a proof, and an
 * optimum that breaks a row by 10⁻⁹ of its terms, is `no-convergence`.
 *
 * Throws `missing-value`, `invalid-type`, `length-mismatch`, `not-finite` (also for a limit that is infinite on the
 * wrong side) and `unknown-value` by path.
 *
 * Source: V. Chvátal, Linear Programming (1983), chapters 7 to 9; I. Maros, Computational Techniques of the
 * Simplex Method (2003).
 *
 * @example
 * ```ts
 * import { BASIS_STATUS, solveLp } from './src/numerics/index.js';
 *
 * const program = {
 *   cost: Float64Array.of(-3, -2, -1),
 *   rows: { matrix: Float64Array.of(1, 1, 1), lower: Float64Array.of(1), upper: Float64Array.of(1) },
 *   lower: new Float64Array(3),
 *   upper: Float64Array.of(0.25, 1, 1),
 * };
 * const result = solveLp(program);
 * result.status; // => 'optimal'
 * [...result.x]; // => [0.25, 0.75, 0]
 * [...result.rowDuals]; // => [-2]
 * [...result.reducedCosts]; // => [-1, 0, 1]
 * result.basis.columns[1] === BASIS_STATUS.basic; // => true
 *
 * const refused = solveLp({ ...program, upper: Float64Array.of(0.25, 0.25, 0.25) });
 * refused.status; // => 'infeasible'
 * [...refused.farkas.rows]; // => [1]
 * [...refused.farkas.columns]; // => [-1, -1, -1]
 * refused.farkas.gap; // => 0.25
 * ```
 */
export function solveLp(program: LinearProgram): LpResult {
  const { m, n } = checkProgram(program);
  const crossed = crossedLimits(program);
  if (crossed !== undefined) return crossed;
  const tableau = makeTableau(program, m, n);
  const ending = search(tableau);
  if (ending.status === 'optimal') return optimum(program, tableau, ending.iterations);
  if (ending.status === 'infeasible') return infeasible(program, tableau);
  if (ending.status === 'unbounded') return unbounded(program, tableau, ending);
  return Object.freeze({ status: ending.status });
}
