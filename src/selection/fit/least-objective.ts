import { factorRisk, minimiseAt, solveLp } from '../../numerics/index.js';
import { type FitProgram, gradientOf } from './fit-program.js';
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
  const active = firstColumns(program);
  if (active === undefined) return { status: 'infeasible' };
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
  const linear = Float64Array.from(columns, (j) =>
    cost === undefined ? 0 : cost.byColumn[j]! / scale,
  );
  directions.forEach(({ variance, row, aim }, d) => {
    const weight = (2 * variance) / scale;
    const root = Math.sqrt(weight);
    columns.forEach((j, k) => {
      loadings[k * factors + d] = root * row[j]!;
      linear[k]! -= weight * aim * row[j]!;
    });
  });
  const optimum = minimiseAt(
    {
      risk: factorRisk(loadings, new Float64Array(size)),
      size,
      linear,
      slope: new Float64Array(size),
      lower: Float64Array.from(columns, (j) => lower[j]!),
      upper: Float64Array.from(columns, (j) => upper[j]!),
      rows: {
        count: rows.length,
        matrix: Float64Array.from(rows.flatMap(({ row }) => columns.map((j) => row[j]!))),
        lower: Float64Array.from(rows, (row) => row.lower),
        upper: Float64Array.from(rows, (row) => row.upper),
      },
    },
    0,
  );
  if (optimum.status === 'infeasible') return { status: 'infeasible' };
  if (optimum.status !== 'optimal') return undefined;
  const z = new Float64Array(lower.length);
  columns.forEach((j, k) => {
    z[j] = optimum.x[k]!;
  });
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
