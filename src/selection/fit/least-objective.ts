import {
  factorRisk,
  minimiseAt,
  type ParametricProgram,
  STANDING,
  type Support,
  solveLp,
} from '../../numerics/index.js';
import { type FitProgram, gradientOf } from './fit-program.js';
import { pick, rowsAmong, spread } from './open-columns.js';
import { stacked } from './solve-in-order.js';

/** Shares of least objective, or why there are none. */
export type LeastObjective =
  | { readonly status: 'found'; readonly z: Float64Array }
  | { readonly status: 'infeasible' | 'no-convergence' };

/** Programs of up to this many columns are solved whole. */
const SMALL = 40;

/** Columns that join in one round. */
const BATCH = 6;

/** A column whose slope is not below this, as a part of the largest variance, can improve nothing. */
const NO_SLOPE = 1e-12;

/**
 * The shares of least tracking variance and costs.
 *
 * An optimum holds few products, so it is looked for among few columns: those of a vertex first, then, round by round, those with
 * the steepest slope at the optimum so far. When no column outside has a slope downwards that optimum is one of the whole.
 *
 * Source: J. E. Kelley, The cutting-plane method (1960), for the principle; D. P. Bertsekas, Nonlinear Programming, 2nd ed. (1999),
 * section 2.2, simplicial decomposition.
 */
export function leastObjective(program: FitProgram): LeastObjective {
  const likely = likelyColumns(program);
  if (likely !== undefined) {
    const found = leastFrom(program, likely);
    // Few columns may leave no room where all of them do.
    if (found.status === 'found') return found;
  }
  const first = firstColumns(program);
  return first === undefined ? { status: 'infeasible' } : leastFrom(program, first);
}

/** The shares of least objective of a small program, with what a unit of each row costs; or why there are none. */
export function leastWithPrices(
  program: FitProgram,
):
  | { readonly status: 'found'; readonly z: Float64Array; readonly prices: Float64Array }
  | { readonly status: 'infeasible' | 'no-convergence' } {
  const scale = scaleOf(program);
  const optimum = leastAmong(program, [...program.lower.keys()], scale);
  if (optimum.status !== 'optimal') return optimum;
  return { status: 'found', z: optimum.z, prices: optimum.prices.map((one) => one * scale) };
}

const NO_CONVERGENCE = Object.freeze({ status: 'no-convergence' as const });

/** Solves the program among few columns, to which others join that would improve it. */
function leastFrom(program: FitProgram, active: Set<number>): LeastObjective {
  const scale = scaleOf(program);
  for (let last: Least | undefined; ; ) {
    const columns = [...active].sort((a, b) => a - b);
    const optimum = leastAmong(program, columns, scale, last);
    if (optimum.status === 'infeasible') return optimum;
    // Where rounding defeats the solver it is asked again with more columns.
    if (optimum.status === 'optimal') last = optimum;
    if (last === undefined) return NO_CONVERGENCE;
    const { z, prices } = last;
    const next = steepest(program, active, slopes(program, z, prices, scale));
    if (next.length === 0) return last === optimum ? { status: 'found', z } : NO_CONVERGENCE;
    for (const j of next) active.add(j);
  }
}

function scaleOf({ directions }: FitProgram): number {
  return directions.reduce((most, { variance }) => Math.max(most, variance), 0) || 1;
}

/** Columns that are likely, and those in which something must be; nothing where a program is small or nothing is known. */
function likelyColumns({ likely, lower, upper, owner }: FitProgram): Set<number> | undefined {
  if (likely === undefined || lower.length <= SMALL) return undefined;
  const active = new Set<number>();
  for (let j = 0; j < lower.length; j++) {
    if (upper[j]! > 0 && (likely[j] === 1 || lower[j]! > 0 || owner[j]! < 0)) active.add(j);
  }
  return active;
}

/** Columns in which something must be, and those of some shares that keep all rows; nothing when none do. */
function firstColumns(program: FitProgram): Set<number> | undefined {
  const { lower, upper, owner } = program;
  if (lower.length <= SMALL) return new Set(lower.keys());
  const start = vertex(program);
  if (start === undefined) return undefined;
  const active = new Set<number>();
  for (let j = 0; j < lower.length; j++) {
    if (start[j]! > 0 || lower[j]! > 0 || (owner[j]! < 0 && upper[j]! > 0)) active.add(j);
  }
  return active;
}

function vertex(program: FitProgram): Float64Array | undefined {
  const { rows, lower, upper } = program;
  const slope = gradientOf(program, new Float64Array(lower.length));
  const scale = scaleOf(program);
  const answer = solveLp({
    cost: slope.map((one) => one / scale),
    rows: {
      matrix: stacked(rows, lower.length),
      lower: Float64Array.from(rows, (row) => row.lower),
      upper: Float64Array.from(rows, (row) => row.upper),
    },
    lower,
    upper,
  });
  return answer.status === 'optimal' ? answer.x : undefined;
}

/** An optimum of some columns, with where all columns and rows stand. */
interface Least {
  readonly status: 'optimal';
  readonly z: Float64Array;
  readonly prices: Float64Array;
  readonly standing: Int8Array;
  readonly rowStanding: Int8Array;
}

/** The optimum of the columns alone; columns that are left out are 0. It is looked for from that of fewer columns, where there is one. */
function leastAmong(
  program: FitProgram,
  columns: readonly number[],
  scale: number,
  last?: Least,
): Least | { readonly status: 'infeasible' | 'no-convergence' } {
  const { rows, lower } = program;
  const { places, ...among } = rowsAmong(rows, columns);
  const start = last && {
    x: pick(last.z, columns),
    standing: Int8Array.from(columns, (j) => last.standing[j]!),
    rowStanding: Int8Array.from(places, (r) => last.rowStanding[r]!),
  };
  const optimum = minimiseFrom(
    { ...riskAmong(program, columns, scale), rows: { count: places.length, ...among } },
    start,
  );
  if (optimum.status === 'infeasible') return { status: 'infeasible' };
  if (optimum.status !== 'optimal') return { status: 'no-convergence' };
  const standing = new Int8Array(lower.length).fill(STANDING.atLower);
  columns.forEach((j, k) => {
    standing[j] = optimum.standing[k]!;
  });
  const rowStanding = new Int8Array(rows.length).fill(STANDING.free);
  places.forEach((r, k) => {
    rowStanding[r] = optimum.rowStanding[k]!;
  });
  const z = spread(optimum.x, columns, lower.length);
  const prices = spread(optimum.prices, places, rows.length);
  return { status: 'optimal', z, prices, standing, rowStanding };
}

/** The minimum of a program; where a start leads to none that is exact, from anywhere. */
function minimiseFrom(
  program: ParametricProgram,
  start: Support | undefined,
): ReturnType<typeof minimiseAt> {
  const optimum = minimiseAt(program, 0, start === undefined ? {} : { start });
  const isExact = optimum.status === 'optimal' && optimum.ridge === 0;
  return isExact || start === undefined ? optimum : minimiseAt(program, 0);
}

/** The objective of some columns, in units of the scale, and their bounds. */
function riskAmong(
  { directions, lower, upper, cost }: FitProgram,
  columns: readonly number[],
  scale: number,
): Omit<ParametricProgram, 'rows'> {
  const [size, factors] = [columns.length, directions.length];
  const loadings = new Float64Array(size * factors);
  const linear = cost === undefined ? new Float64Array(size) : pick(cost.byColumn, columns);
  for (let k = 0; k < size; k++) linear[k]! /= scale;
  directions.forEach(({ variance, row, aim }, d) => {
    const weight = (2 * variance) / scale;
    const root = Math.sqrt(weight);
    for (let k = 0; k < size; k++) {
      const entry = row[columns[k]!]!;
      loadings[k * factors + d] = root * entry;
      linear[k]! -= weight * aim * entry;
    }
  });
  return {
    risk: factorRisk(loadings, new Float64Array(size)),
    size,
    linear,
    slope: new Float64Array(size),
    lower: pick(lower, columns),
    upper: pick(upper, columns),
  };
}

/** How the objective grows with each column when the rows are paid for at their prices. */
function slopes(
  program: FitProgram,
  z: Float64Array,
  prices: Float64Array,
  scale: number,
): Float64Array {
  const slope = gradientOf(program, z).map((one) => one / scale);
  program.rows.forEach(({ row }, r) => {
    const price = prices[r]!;
    if (price !== 0) for (let j = 0; j < row.length; j++) slope[j]! += price * row[j]!;
  });
  return slope;
}

/** Columns outside along which the objective falls, the steepest first. */
function steepest(
  { upper }: FitProgram,
  active: ReadonlySet<number>,
  slope: Float64Array,
): readonly number[] {
  const falling: number[] = [];
  for (let j = 0; j < slope.length; j++) {
    if (slope[j]! < -NO_SLOPE && upper[j]! > 0 && !active.has(j)) falling.push(j);
  }
  return falling.sort((a, b) => slope[a]! - slope[b]! || a - b).slice(0, BATCH);
}
