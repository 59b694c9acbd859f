import {
  type Fit,
  type FitProgram,
  type FitRow,
  fitOf,
  objectiveOf,
  residualsOf,
} from './fit-program.js';
import { leastObjective } from './least-objective.js';
import { solveInOrder } from './solve-in-order.js';

/** The best fit, or that no shares keep the rows, or that the solver gave up. */
export type FitResult =
  | { readonly status: 'fit'; readonly fit: Fit }
  /** Its objective is no better than what was to be beaten. */
  | { readonly status: 'beaten' }
  | { readonly status: 'infeasible' }
  | { readonly status: 'no-convergence' };

/**
 * The shares of least objective; among those the first in the program's orders.
 *
 * Portfolios of equal objective are those that agree in every direction of risk and in costs, so what decides among them are
 * linear programs with one equation for each direction. `worst` is an objective above which the answer is of no use.
 */
export function solveFit(program: FitProgram, worst: number = Number.POSITIVE_INFINITY): FitResult {
  // An exact fit is looked for first: it needs no quadratic program, and is exact in low-risk classes too.
  if (program.cost === undefined || program.directions.length === 0) {
    const exact = solveInOrder(program, [...program.rows, ...exposuresOf(program)]);
    if (exact !== undefined) return fitted(program, exact);
    if (program.directions.length === 0) return { status: 'infeasible' };
  }
  const nearest = leastObjective(program);
  if (nearest.status !== 'found') return nearest;
  if (objectiveOf(program, nearest.z) > worst) return { status: 'beaten' };
  const rows = [...program.rows, ...exposuresOf(program, nearest.z)];
  return fitted(program, solveInOrder(program, rows) ?? nearest.z);
}

/** Equations for the exposures that shares have, or that are aimed at. */
function exposuresOf(program: FitProgram, z?: Float64Array): readonly FitRow[] {
  const rest = z === undefined ? [] : residualsOf(program, z);
  return program.directions.map(({ row, aim }, d) => {
    const value = aim + (rest[d] ?? 0);
    return { row, lower: value, upper: value };
  });
}

function fitted(program: FitProgram, z: Float64Array): FitResult {
  return { status: 'fit', fit: fitOf(program, z) };
}
