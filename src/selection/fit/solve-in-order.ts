import { BASIS_STATUS, inner, type LpBasis, type LpResult, solveLp } from '../../numerics/index.js';
import { independentRows, isSettled } from './equations.js';
import type { FitProgram, FitRow } from './fit-program.js';
import { pick, rowsAmong, spread } from './open-columns.js';

/** Multipliers above this prove that a column or a row stays at its limit in every optimum. */
const HELD = 1e-9;

/** Programs of up to this many columns are solved whole. */
const SMALL = 40;

/** Columns that join in one round. */
const BATCH = 12;

/** A column whose reduced cost is not below this, where the dearest column costs 1, can improve nothing. */
const NO_SLOPE = 1e-12;

/** Limits within which all optima so far lie; narrowed from step to step. */
interface Face {
  rows: FitRow[];
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  basis: LpBasis | undefined;
}

/** That no shares keep some rows: prices at which these miss 0 by `gap`, for whatever shares. */
export interface Conflict {
  readonly prices: readonly { readonly row: Float64Array; readonly price: number }[];
  readonly gap: number;
}

/** How far shares are in order: by all that is costed, or by the ids of products too. */
export type InOrder = 'orders' | 'ids';

/**
 * The shares within the rows that come first in the program's orders; among several the ones with the most in the first product,
 * then in the second, and so on. Nothing when the rows cannot hold.
 *
 * All optima of a linear program agree with any optimal multipliers, so after each step what has a multiplier stays at its
 * limit for good and the rest decides the next step.
 *
 * @param isEnough whether shares will do that come first in the orders, whatever the ids say. Default never.
 * @param onConflict is told why the rows cannot hold, where that is known.
 */
export function solveInOrder(
  program: FitProgram,
  rows: readonly FitRow[],
  isEnough: (z: Float64Array) => boolean = () => false,
  onConflict: (conflict: Conflict) => void = () => {},
): { readonly z: Float64Array; readonly by: InOrder } | undefined {
  const { owner, orders, likely } = program;
  const independent = independentRows(rows);
  if (independent === undefined) return undefined;
  const face: Face = {
    rows: [...independent],
    lower: program.lower.slice(),
    upper: program.upper.slice(),
    basis: undefined,
  };
  let best: Float64Array | undefined;
  for (const order of orders) {
    best = step(face, ofSizeOne(order), likely, best ? undefined : onConflict) ?? best;
    if (best === undefined) return undefined;
  }
  if (best !== undefined && isEnough(best)) return { z: best, by: 'orders' };
  for (let j = 0; j < owner.length && owner[j]! >= 0; ) {
    const columns = openColumns(j, owner, face);
    j += columnsAt(j, owner);
    if (columns.length === 0) continue;
    if (isSettled(face.rows, face.lower, face.upper, owner)) break;
    const most = new Float64Array(owner.length);
    for (const column of columns) most[column] = -1;
    best = step(face, most) ?? best;
  }
  return best && { z: best, by: 'ids' };
}

function ofSizeOne(costs: Float64Array): Float64Array {
  const scale = costs.reduce((most, cost) => Math.max(most, Math.abs(cost)), 0) || 1;
  return costs.map((cost) => cost / scale);
}

/** The number of columns of the product whose first one is given. */
function columnsAt(first: number, owner: Int32Array): number {
  return owner[first + 1] === owner[first] ? 2 : 1;
}

function openColumns(first: number, owner: Int32Array, { lower, upper }: Face): number[] {
  const columns: number[] = [];
  for (let j = first; j < first + columnsAt(first, owner); j++) {
    if (lower[j] !== upper[j]) columns.push(j);
  }
  return columns;
}

/** Solves one step and narrows the limits to where all its optima lie. */
function step(
  face: Face,
  cost: Float64Array,
  likely?: Uint8Array,
  onConflict?: (conflict: Conflict) => void,
): Float64Array | undefined {
  const { rows, lower, upper } = face;
  const answer = leastWithin(face, cost, likely);
  if (answer.status === 'infeasible') onConflict?.(answer.conflict);
  if (answer.status !== 'optimal') return undefined;
  const { x, reducedCosts, rowDuals } = answer;
  for (let j = 0; j < x.length; j++) {
    if (reducedCosts[j]! > HELD) upper[j] = lower[j]!;
    else if (reducedCosts[j]! < -HELD) lower[j] = upper[j]!;
  }
  face.basis = answer.basis;
  face.rows = rows.map((row, r) => {
    if (Math.abs(rowDuals[r]!) <= HELD || row.lower === row.upper) return row;
    const limit = rowDuals[r]! > 0 ? row.lower : row.upper;
    return { row: row.row, lower: limit, upper: limit };
  });
  return x;
}

/** An optimum of a face, by column and by row. */
interface FaceOptimum
  extends Pick<Extract<LpResult, { readonly status: 'optimal' }>, 'status' | 'x' | 'basis'> {
  readonly rowDuals: Float64Array;
  /** By how much the objective grows with each column. */
  readonly reducedCosts: Float64Array;
}

/** That some columns cannot keep the rows, and by how much what is missed grows with each column. */
interface FaceConflict {
  readonly status: 'infeasible';
  readonly reducedCosts: Float64Array;
  readonly conflict: Conflict;
}

type FaceAnswer = FaceOptimum | FaceConflict | { readonly status: 'no-convergence' };

/**
 * The least on a face. Where it is likely which columns are held it is looked for among these, which others join that would improve it, or
 * without which the rows cannot hold; columns that have no room are left out.
 */
function leastWithin(face: Face, cost: Float64Array, likely: Uint8Array | undefined): FaceAnswer {
  const { lower, upper, basis } = face;
  const open: number[] = [];
  for (let j = 0; j < cost.length; j++) {
    if (lower[j] !== upper[j] || basis?.columns[j] === BASIS_STATUS.basic) open.push(j);
  }
  if (likely === undefined || open.length <= SMALL) return leastAmong(face, cost, open);
  const isActive = Uint8Array.from(likely, (one, j) => (one === 1 || lower[j] !== 0 ? 1 : 0));
  for (let from = basis; ; ) {
    const columns = open.filter((j) => isActive[j] === 1);
    const found = leastAmong({ ...face, basis: from }, cost, columns);
    if (found.status === 'no-convergence') return leastAmong(face, cost, open);
    const { reducedCosts } = found;
    const falling = open.filter((j) => reducedCosts[j]! < -NO_SLOPE && isActive[j] === 0);
    if (falling.length === 0) return found;
    falling.sort((a, b) => reducedCosts[a]! - reducedCosts[b]! || a - b);
    for (const j of falling.slice(0, BATCH)) isActive[j] = 1;
    if (found.status === 'optimal') from = found.basis;
  }
}

/** The least when all other columns stay at their lower limit. */
function leastAmong(
  { rows, lower, upper, basis }: Face,
  cost: Float64Array,
  columns: readonly number[],
): FaceAnswer {
  const x = lower.slice();
  for (const j of columns) x[j] = 0;
  const isAtZero = x.every((one) => one === 0);
  const beside = rows.map((one): FitRow => {
    const fixed = isAtZero ? 0 : inner(one.row, x);
    return { row: one.row, lower: one.lower - fixed, upper: one.upper - fixed };
  });
  const { places, ...among } = rowsAmong(beside, columns);
  const answer = solveLp({
    cost: pick(cost, columns),
    rows: among,
    lower: pick(lower, columns),
    upper: pick(upper, columns),
    ...(basis && {
      startBasis: {
        columns: Int8Array.from(columns, (j) => basis.columns[j]!),
        rows: Int8Array.from(places, (r) => basis.rows[r]!),
      },
    }),
  });
  if (answer.status === 'infeasible') {
    const reducedCosts = pricedAt(answer.farkas.rows, places, rows, new Float64Array(cost.length));
    const prices = places.map((r, k) => ({ row: rows[r]!.row, price: answer.farkas.rows[k]! }));
    // What is not priced as if it improved anything may still do so by rounding.
    const gap = answer.farkas.gap - NO_SLOPE * cost.length;
    return { status: 'infeasible', reducedCosts, conflict: { prices, gap } };
  }
  if (answer.status !== 'optimal') return { status: 'no-convergence' };
  const reducedCosts = pricedAt(answer.rowDuals, places, rows, cost.slice());
  const standing = new Int8Array(cost.length).fill(BASIS_STATUS.atLower);
  columns.forEach((j, k) => {
    x[j] = answer.x[k]!;
    reducedCosts[j] = answer.reducedCosts[k]!;
    standing[j] = answer.basis.columns[k]!;
  });
  const rowDuals = spread(answer.rowDuals, places, rows.length);
  const standingRows = new Int8Array(rows.length).fill(BASIS_STATUS.basic);
  places.forEach((r, k) => {
    standingRows[r] = answer.basis.rows[k]!;
  });
  return {
    status: 'optimal',
    x,
    reducedCosts,
    rowDuals,
    basis: { columns: standing, rows: standingRows },
  };
}

/** Costs less what rows pay for each column. */
function pricedAt(
  prices: Float64Array,
  places: readonly number[],
  rows: readonly FitRow[],
  costs: Float64Array,
): Float64Array {
  places.forEach((r, k) => {
    const { row } = rows[r]!;
    const price = prices[k]!;
    if (price !== 0) for (let j = 0; j < row.length; j++) costs[j]! -= price * row[j]!;
  });
  return costs;
}

/** Rows one below the other. */
export function stacked(rows: readonly FitRow[], columns: number): Float64Array {
  const matrix = new Float64Array(rows.length * columns);
  rows.forEach(({ row }, r) => {
    matrix.set(row, r * columns);
  });
  return matrix;
}
