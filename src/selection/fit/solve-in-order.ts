import { type LpBasis, solveLp } from '../../numerics/index.js';
import { independentRows, isSettled } from './equations.js';
import type { FitProgram, FitRow } from './fit-program.js';

/** Multipliers above this prove that a column or a row stays at its limit in every optimum. */
const HELD = 1e-9;

/** Limits within which all optima so far lie; narrowed from step to step. */
interface Face {
  rows: FitRow[];
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  basis: LpBasis | undefined;
}

/**
 * The shares within the rows that come first in the program's orders; among several the ones with the most in the first product,
 * then in the second, and so on. Nothing when the rows cannot hold.
 *
 * All optima of a linear program agree with any optimal multipliers, so after each step what has a multiplier stays at its
 * limit for good and the rest decides the next step.
 */
export function solveInOrder(
  program: FitProgram,
  rows: readonly FitRow[],
): Float64Array | undefined {
  const { owner, orders, products } = program;
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
    best = step(face, ofSizeOne(order)) ?? best;
    if (best === undefined) return undefined;
  }
  for (let product = 0; product < products; product++) {
    if (isSettled(face.rows, face.lower, face.upper, owner)) break;
    const columns = openColumns(product, owner, face);
    if (columns.length === 0) continue;
    const most = new Float64Array(owner.length);
    for (const j of columns) most[j] = -1;
    best = step(face, most) ?? best;
  }
  return best;
}

function ofSizeOne(costs: Float64Array): Float64Array {
  const scale = costs.reduce((most, cost) => Math.max(most, Math.abs(cost)), 0) || 1;
  return costs.map((cost) => cost / scale);
}

function openColumns(product: number, owner: Int32Array, { lower, upper }: Face): number[] {
  const columns: number[] = [];
  for (let j = owner.indexOf(product); j >= 0 && owner[j] === product; j++) {
    if (lower[j] !== upper[j]) columns.push(j);
  }
  return columns;
}

/** Solves one step and narrows the limits to where all its optima lie. */
function step(face: Face, cost: Float64Array): Float64Array | undefined {
  const { rows, lower, upper, basis } = face;
  const answer = solveLp({
    cost,
    rows: {
      matrix: stacked(rows, cost.length),
      lower: Float64Array.from(rows, (row) => row.lower),
      upper: Float64Array.from(rows, (row) => row.upper),
    },
    lower,
    upper,
    ...(basis === undefined ? {} : { startBasis: basis }),
  });
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

/** Rows one below the other. */
export function stacked(rows: readonly FitRow[], columns: number): Float64Array {
  const matrix = new Float64Array(rows.length * columns);
  rows.forEach(({ row }, r) => {
    matrix.set(row, r * columns);
  });
  return matrix;
}
