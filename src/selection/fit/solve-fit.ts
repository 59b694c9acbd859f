import { type Fit, type FitProgram, type FitRow, fitOf, residualsOf } from './fit-program.js';
import { leastObjective } from './least-objective.js';
import { openProgram } from './open-columns.js';
import { type Conflict, type InOrder, solveInOrder } from './solve-in-order.js';

/** The best fit, or that no shares keep the rows, or that the solver gave up. */
export type FitResult =
  | {
      readonly status: 'fit';
      readonly fit: Fit;
      /** How far nothing else comes before it. */
      readonly by: FirstBy;
    }
  /** Its objective is no better than what was to be beaten. */
  | { readonly status: 'beaten' }
  | { readonly status: 'infeasible' }
  | { readonly status: 'no-convergence' };

/** By what a fit is the first: by its objective alone, by what decides among equal ones too, or also by the ids. */
export type FirstBy = 'objective' | InOrder;

/** What is known before a program is solved, and what is asked of its answer. */
export interface FitQuestion {
  /** An objective above which the answer is of no use. Default none. */
  readonly worst?: number;
  /** No shares have an objective below this. Default 0. */
  readonly least?: number;
  /** Whether shares will do that are the first only by so much. Default never. */
  readonly isEnough?: (fit: Fit, by: FirstBy) => boolean;
}

/** An exact fit has an objective below this, but for rounding. */
const EXACT = 1e-15;

/** Above so many times what was to be beaten a bound is surely above it, whatever is rounded. */
const SURELY = 2;

/**
 * The shares of least objective; among those the first in the program's orders.
 *
 * Portfolios of equal objective are those that agree in every direction of risk and in costs, so what decides among them are
 * linear programs with one equation for each direction.
 */
export function solveFit(given: FitProgram, question: FitQuestion = {}): FitResult {
  const { program, whole } = openProgram(given);
  const { worst = Number.POSITIVE_INFINITY, least = 0, isEnough = () => false } = question;
  const fitIn = (z: Float64Array): Fit => ({ ...fitOf(program, z), z: whole(z) });
  const inOrder = (
    rows: readonly FitRow[],
    onConflict?: (conflict: Conflict) => void,
  ): FitResult | undefined => {
    const isFirst = (z: Float64Array): boolean => isEnough(fitIn(z), 'orders');
    const first = solveInOrder(program, [...program.rows, ...rows], isFirst, onConflict);
    return first && { status: 'fit', fit: fitIn(first.z), by: first.by };
  };
  // An exact fit is looked for first: it needs no quadratic program, and is exact in low-risk classes too.
  if (program.directions.length === 0 || (program.cost === undefined && least <= EXACT)) {
    let apart = 0;
    const exact = inOrder(exposuresOf(program), (conflict) => {
      apart = varianceApart(program, conflict);
    });
    if (exact !== undefined) return exact;
    if (apart > SURELY * worst) return { status: 'beaten' };
    if (program.directions.length === 0) return { status: 'infeasible' };
  }
  const nearest = leastObjective(program);
  if (nearest.status !== 'found') return nearest;
  const fit = fitIn(nearest.z);
  if (fit.objective > worst) return { status: 'beaten' };
  if (isEnough(fit, 'objective')) return { status: 'fit', fit, by: 'objective' };
  return inOrder(exposuresOf(program, nearest.z)) ?? { status: 'fit', fit, by: 'ids' };
}

/**
 * The least tracking variance of any shares, by why none is exact: at the prices p of that proof what exposures miss their aims by comes to at least
 * the gap, and the least variance Σ v r² where Σ p r is as much is gap² / Σ p² / v (Cauchy and Schwarz).
 */
function varianceApart({ directions }: FitProgram, { prices, gap }: Conflict): number {
  let spread = 0;
  for (const { row, variance } of directions) {
    const price = prices.find((one) => one.row === row)?.price ?? 0;
    spread += (price * price) / variance;
  }
  return gap > 0 && spread > 0 ? (gap * gap) / spread : 0;
}

/** Equations for the exposures that shares have, or that are aimed at. */
function exposuresOf(program: FitProgram, z?: Float64Array): readonly FitRow[] {
  const rest = z === undefined ? [] : residualsOf(program, z);
  return program.directions.map(({ row, aim }, d) => {
    const value = aim + (rest[d] ?? 0);
    return { row, lower: value, upper: value };
  });
}
