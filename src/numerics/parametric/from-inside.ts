import { BASIS_STATUS } from '../simplex/linear-program.js';
import type { ParametricProgram } from './program.js';

/** A vertex as the simplex method leaves it: a point, and where each variable and row stands. */
export interface Vertex {
  readonly x: Float64Array;
  readonly columns: Int8Array;
  readonly rows: Int8Array;
}

/** A change of a row below this part of its terms is rounding. */
const ROUNDING = 1e-13;

/**
 * The same weights with the stretches of every holding filled from the inside: nothing is bought and sold at once.
 *
 * At a vertex that costs no more, but the simplex method does not care where it costs nothing. Afterwards it may cost, so that
 * variables are only let free in this order.
 */
export function fillFromInside(program: ParametricProgram, vertex: Vertex): Vertex {
  const { split, size, rows } = program;
  if (split === undefined) return vertex;
  const x = vertex.x.slice();
  const columns = vertex.columns.slice();
  for (let from = 0; from < size; ) {
    let to = from + 1;
    while (to < size && split.asset[to] === split.asset[from]) to++;
    if (to - from > 1) fillHolding(program, x, columns, from, to);
    from = to;
  }
  const standing = vertex.rows.slice();
  for (let r = 0; r < rows.count; r++) {
    if (rows.lower[r] === rows.upper[r]) continue;
    let change = 0;
    let gross = 0;
    for (let i = 0; i < size; i++) {
      const term = rows.matrix[r * size + i]! * (x[i]! - vertex.x[i]!);
      change += term;
      gross += Math.abs(term);
    }
    // Limits on what is bought, sold or short have more room now.
    if (Math.abs(change) > ROUNDING * gross) standing[r] = BASIS_STATUS.basic;
  }
  return { x, columns, rows: standing };
}

/** Fills the stretches from..to of one holding. */
function fillHolding(
  program: ParametricProgram,
  x: Float64Array,
  columns: Int8Array,
  from: number,
  to: number,
): void {
  const { lower, upper, split } = program;
  const { sign } = split!;
  let isChanged = false;
  for (let i = to - 1; i > from; i--) {
    for (let k = from; k < i; k++) {
      const sameWay = sign[k] === sign[i];
      const room = sameWay ? upper[k]! - x[k]! : x[k]! - lower[k]!;
      const amount = Math.min(x[i]! - lower[i]!, room);
      if (amount <= 0) continue;
      isChanged = true;
      // The one that comes to its bound is put exactly there.
      const isAll = amount === room;
      x[i] = isAll ? x[i]! - amount : lower[i]!;
      if (isAll) x[k] = sameWay ? upper[k]! : lower[k]!;
      else x[k] = x[k]! + (sameWay ? amount : -amount);
    }
  }
  if (isChanged) stand(program, x, columns, from, to);
}

/** Says anew where the stretches of a holding stand: at most one of them is between its bounds. */
function stand(
  { lower, upper }: ParametricProgram,
  x: Float64Array,
  columns: Int8Array,
  from: number,
  to: number,
): void {
  let basic = -1;
  let between = -1;
  for (let i = from; i < to; i++) {
    if (columns[i] === BASIS_STATUS.basic) basic = i;
    if (x[i]! > lower[i]! && x[i]! < upper[i]!) between = i;
    columns[i] = x[i] === lower[i] ? BASIS_STATUS.atLower : BASIS_STATUS.atUpper;
  }
  const free = between >= 0 ? between : basic;
  if (free >= 0) columns[free] = BASIS_STATUS.basic;
}
