import { BASIS_STATUS } from '../simplex/linear-program.js';
import type { ParametricProgram } from './program.js';

/** A vertex as the simplex method leaves it: a point, and where each variable and row stands. */
export interface Vertex {
  readonly x: Float64Array;
  readonly columns: Int8Array;
  readonly rows: Int8Array;
}

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
    for (let i = 0; i < size; i++) change += rows.matrix[r * size + i]! * (x[i]! - vertex.x[i]!);
    // Limits on what is bought, sold or short have more room now.
    if (change !== 0) standing[r] = BASIS_STATUS.basic;
  }
  return { x, columns, rows: standing };
}

/** Fills the stretches from..to of one holding. */
function fillHolding(
  { split, upper }: ParametricProgram,
  x: Float64Array,
  columns: Int8Array,
  from: number,
  to: number,
): void {
  const { sign } = split!;
  if (isFromInside(sign, upper, x, from, to)) return;
  let net = 0;
  for (let i = from; i < to; i++) net += sign[i]! * x[i]!;
  let basic = -1;
  for (let i = from; i < to; i++) {
    if (columns[i] === BASIS_STATUS.basic) basic = i;
    const filled = Math.min(upper[i]!, Math.max(0, sign[i]! * net));
    net -= sign[i]! * filled;
    x[i] = filled;
    columns[i] = filled === 0 ? BASIS_STATUS.atLower : BASIS_STATUS.atUpper;
    if (filled > 0 && filled < upper[i]!) basic = i;
  }
  if (basic >= 0) columns[basic] = BASIS_STATUS.basic;
}

/** Whether nothing goes both ways, and no stretch is begun before those within it are full. */
function isFromInside(
  sign: Float64Array,
  upper: Float64Array,
  x: Float64Array,
  from: number,
  to: number,
): boolean {
  for (let i = from; i < to; i++) {
    if (x[i] === 0) continue;
    for (let k = from; k < to; k++) {
      if (sign[k] !== sign[i] ? x[k] !== 0 : k < i && x[k] !== upper[k]) return false;
    }
  }
  return true;
}
