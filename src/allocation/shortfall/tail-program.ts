import type { LinearProgram } from '../../numerics/index.js';
import type { CompiledShortfall } from './shortfall-problem.js';

/** The multiplier of one side of a rule's row: +1 for the lower limit, −1 for the upper one, 0 for an equation. */
interface RowColumn {
  readonly row: number;
  readonly side: 1 | 0 | -1;
}

/**
 * The dual of the least expected shortfall: a linear program with a row for each variable and a bounded column for each scenario.
 *
 * Variables stand z = x − lower above their lower bounds. With a_t the return of scenario t at z = 0, the greatest lower
 * bound of the expected shortfall is the maximum of
 *
 *   −Σ q_t·a_t + Σ (rowLower·y⁺ − rowUpper·y⁻) − Σ (upper − lower)·v
 *
 * over 0 ≤ q ≤ p/(1 − α) with Σ q = 1 and y⁺, y⁻, v ≥ 0, where R'q + C'(y⁺ − y⁻) − v ≤ 0. All multipliers are taken T·(1 − α)
 * times, so that q lies between 0 and 1 where scenarios are equally likely. The price of row i is −z_i.
 */
export interface TailProgram extends LinearProgram {
  /** Columns: q, then these, then v. */
  readonly rowColumns: readonly RowColumn[];
}

/** Sets up the dual of a problem. */
export function tailProgram(problem: CompiledShortfall): TailProgram {
  const { frame, count, mass, tailMass } = problem;
  const { size, lower, upper } = frame.program;
  const rowColumns = sidesOf(problem);
  const first = count + rowColumns.length;
  const cost = new Float64Array(first + size);
  cost.set(returnsAt(problem, lower));
  rowColumns.forEach((column, k) => {
    cost[count + k] = costOf(problem, column);
  });
  for (let i = 0; i < size; i++) cost[first + i] = upper[i]! - lower[i]!;
  const least = new Float64Array(cost.length);
  rowColumns.forEach(({ side }, k) => {
    if (side === 0) least[count + k] = Number.NEGATIVE_INFINITY;
  });
  const most = new Float64Array(cost.length).fill(Number.POSITIVE_INFINITY);
  for (let t = 0; t < count; t++) most[t] = Math.min(mass[t]!, tailMass);
  const rowLower = new Float64Array(size + 1).fill(Number.NEGATIVE_INFINITY);
  const rowUpper = new Float64Array(size + 1);
  rowLower[size] = tailMass;
  rowUpper[size] = tailMass;
  const matrix = matrixOf(problem, rowColumns);
  const rows = { matrix, lower: rowLower, upper: rowUpper };
  return { cost, rows, lower: least, upper: most, rowColumns };
}

/** The net return of each scenario for given variables. */
export function returnsAt(
  { count, returns, ofBase }: CompiledShortfall,
  x: Float64Array,
): Float64Array<ArrayBuffer> {
  const earned = new Float64Array(ofBase);
  for (let i = 0; i < x.length; i++) {
    const held = x[i]!;
    if (held === 0) continue;
    for (let t = 0, at = i * count; t < count; t++, at++) earned[t]! += held * returns[at]!;
  }
  return earned;
}

function sidesOf({ frame }: CompiledShortfall): readonly RowColumn[] {
  const { count, lower, upper } = frame.program.rows;
  const columns: RowColumn[] = [];
  for (let row = 0; row < count; row++) {
    if (lower[row] === upper[row]) columns.push({ row, side: 0 });
    else {
      if (lower[row]! > Number.NEGATIVE_INFINITY) columns.push({ row, side: 1 });
      if (upper[row]! < Number.POSITIVE_INFINITY) columns.push({ row, side: -1 });
    }
  }
  return columns;
}

/** What a multiplier takes off the bound per unit: the limit that z has to keep, with its sign turned. */
function costOf({ frame }: CompiledShortfall, { row, side }: RowColumn): number {
  const { size, rows, lower } = frame.program;
  let limit = side < 0 ? rows.upper[row]! : rows.lower[row]!;
  for (let i = 0; i < size; i++) limit -= rows.matrix[row * size + i]! * lower[i]!;
  return (side < 0 ? limit : -limit) + 0;
}

function matrixOf(
  { frame, count, returns }: CompiledShortfall,
  rowColumns: readonly RowColumn[],
): Float64Array {
  const { size, rows } = frame.program;
  const first = count + rowColumns.length;
  const width = first + size;
  const matrix = new Float64Array((size + 1) * width);
  for (let i = 0; i < size; i++) {
    const own = i * width;
    matrix.set(returns.subarray(i * count, i * count + count), own);
    rowColumns.forEach(({ row, side }, k) => {
      matrix[own + count + k] = (side < 0 ? -1 : 1) * rows.matrix[row * size + i]! + 0;
    });
    matrix[own + first + i] = -1;
  }
  matrix.fill(1, size * width, size * width + count);
  return matrix;
}
