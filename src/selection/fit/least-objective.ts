import { factorRisk, minimiseAt, solveLp } from '../../numerics/index.js';
import { type FitProgram, gradientOf } from './fit-program.js';
import { pick, spread } from './open-columns.js';
import { stacked } from './solve-in-order.js';

/** Shares of least objective, or why there are none. */
export type LeastObjective =
  | { readonly status: 'found'; readonly z: Float64Array }
  | { readonly status: 'infeasible' | 'no-convergence' };

/** Programs of up to this many columns are solved whole. */
const SMALL = 40;

/** Columns that join in one round. */
const BATCH = 12;

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

/** The shares of least objective of a small program, with what a unit of each row costs; nothing where there are none. */
export function leastWithPrices(
  program: FitProgram,
): { readonly z: Float64Array; readonly prices: Float64Array } | undefined {
  const scale = scaleOf(program);
  const optimum = leastAmong(program, [...program.lower.keys()], scale);
  if (optimum?.status !== 'optimal') return undefined;
  return { z: optimum.z, prices: optimum.prices.map((one) => one * scale) };
}

/** Solves the program among few columns, to which others join that would improve it. */
function leastFrom(program: FitProgram, active: Set<number>): LeastObjective {
  const scale = scaleOf(program);
  for (;;) {
    const columns = [...active].sort((a, b) => a - b);
    const optimum = leastAmong(program, columns, scale);
    if (optimum === undefined) return { status: 'no-convergence' };
    if (optimum.status === 'infeasible') return optimum;
    const { z, prices } = optimum;
    const next = steepest(program, active, slopes(program, z, prices, scale));
    if (next.length === 0) return { status: 'found', z };
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

/** The optimum of the columns alone; columns that are left out are 0. */
function leastAmong(
  program: FitProgram,
  columns: readonly number[],
  scale: number,
):
  | { readonly status: 'optimal'; readonly z: Float64Array; readonly prices: Float64Array }
  | { readonly status: 'infeasible' }
  | undefined {
  const { directions, rows, lower, upper, cost } = program;
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
  const matrix = new Float64Array(rows.length * size);
  rows.forEach(({ row }, r) => {
    matrix.set(pick(row, columns), r * size);
  });
  const optimum = minimiseAt(
    {
      risk: factorRisk(loadings, new Float64Array(size)),
      size,
      linear,
      slope: new Float64Array(size),
      lower: pick(lower, columns),
      upper: pick(upper, columns),
      rows: {
        count: rows.length,
        matrix,
        lower: Float64Array.from(rows, (row) => row.lower),
        upper: Float64Array.from(rows, (row) => row.upper),
      },
    },
    0,
  );
  if (optimum.status === 'infeasible') return { status: 'infeasible' };
  if (optimum.status !== 'optimal') return undefined;
  const z = spread(optimum.x, columns, lower.length);
  return { status: 'optimal', z, prices: optimum.prices };
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
