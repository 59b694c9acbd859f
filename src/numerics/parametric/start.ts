import { BASIS_STATUS, type LpResult } from '../simplex/linear-program.js';
import { solveLp } from '../simplex/solve-lp.js';
import { fillFromInside } from './from-inside.js';
import type { Position } from './position.js';
import { type ParametricProgram, STANDING } from './program.js';

/** Where a search begins, or why it cannot. */
export type Start =
  | {
      readonly status: 'ready';
      /** The variables, and then the rows, that may stand elsewhere at no loss; absent where no other point is as good. */
      readonly tied: Uint8Array | undefined;
    }
  | Exclude<LpResult, { readonly status: 'optimal' }>;

/** Puts a position at a vertex where goal'x is greatest. */
export function startAtVertex(position: Position, goal: Float64Array): Start {
  const filled = hasOnlyBudget(position.program) && fill(position, goal);
  return filled || solveForVertex(position, goal);
}

/** Whether the only row is a budget that all of must be used. */
function hasOnlyBudget({ rows, size, lower, upper }: ParametricProgram): boolean {
  if (rows.count !== 1 || rows.lower[0] !== rows.upper[0]) return false;
  for (let i = 0; i < size; i++) {
    const room = upper[i]! - lower[i]!;
    if (rows.matrix[i] !== 1 || !(room >= 0) || room === Number.POSITIVE_INFINITY) return false;
  }
  return true;
}

/** Fills a budget from the best variable down; the last one filled is free. False where there is too little or too much. */
function fill(position: Position, goal: Float64Array): Start | false {
  const { program, x, standing, kkt } = position;
  const { size, lower, upper, rows } = program;
  let rest = rows.lower[0]!;
  for (let i = 0; i < size; i++) {
    x[i] = lower[i]!;
    standing[i] = lower[i] === upper[i] ? STANDING.fixed : STANDING.atLower;
    rest -= lower[i]!;
  }
  const rounding = 1e-13 * Math.max(1, Math.abs(rows.lower[0]!));
  if (rest < -rounding) return false;
  let basic = best(position, goal);
  while (basic >= 0) {
    const room = upper[basic]! - lower[basic]!;
    if (room >= rest - rounding) break;
    x[basic] = upper[basic]!;
    standing[basic] = STANDING.atUpper;
    rest -= room;
    basic = best(position, goal);
  }
  if (basic < 0) {
    if (rest > rounding) return false;
    basic = 0;
  } else x[basic] = Math.min(upper[basic]!, lower[basic]! + Math.max(0, rest));
  standing[basic] = STANDING.free;
  kkt.enter(basic, 'unconditionally');
  position.enterRow(0, STANDING.fixed, 'unconditionally');
  return { status: 'ready', tied: tiesUnderBudget(position, goal, basic) };
}

/** The variable of the highest goal among those that stand at their lower bound, −1 for none. */
function best({ program, standing }: Position, goal: Float64Array): number {
  let found = -1;
  for (let i = 0; i < program.size; i++) {
    if (standing[i] === STANDING.atLower && (found < 0 || goal[i]! > goal[found]!)) found = i;
  }
  return found;
}

/** Goals that differ by less than this part of the largest are the same. */
const SAME = 1e-12;

function tiesUnderBudget(
  { program, standing }: Position,
  goal: Float64Array,
  basic: number,
): Uint8Array | undefined {
  let scale = 0;
  for (let i = 0; i < program.size; i++) scale = Math.max(scale, Math.abs(goal[i]!));
  let tied: Uint8Array | undefined;
  for (let i = 0; i < program.size; i++) {
    if (i === basic || standing[i] === STANDING.fixed) continue;
    if (Math.abs(goal[i]! - goal[basic]!) > SAME * scale) continue;
    tied ??= new Uint8Array(program.size + 1);
    tied[i] = 1;
    tied[basic] = 1;
  }
  return tied;
}

/** The vertex by the simplex method. */
function solveForVertex(position: Position, goal: Float64Array): Start {
  const { program, x, standing, kkt } = position;
  const { size, lower, upper, rows } = program;
  const answer = solveLp({ cost: goal.map((value) => -value), rows, lower, upper });
  if (answer.status !== 'optimal') return answer;
  const vertex = fillFromInside(program, { x: answer.x, ...answer.basis });
  for (let i = 0; i < size; i++) {
    x[i] = vertex.x[i]!;
    if (vertex.columns[i] === BASIS_STATUS.basic) {
      standing[i] = STANDING.free;
      kkt.enter(i, 'unconditionally');
    } else if (lower[i] === upper[i]) standing[i] = STANDING.fixed;
    else {
      standing[i] =
        vertex.columns[i] === BASIS_STATUS.atUpper ? STANDING.atUpper : STANDING.atLower;
    }
  }
  for (let r = 0; r < rows.count; r++) {
    if (vertex.rows[r] === BASIS_STATUS.basic) continue;
    const atUpper = vertex.rows[r] === BASIS_STATUS.atUpper;
    const side = atUpper ? STANDING.atUpper : STANDING.atLower;
    const standing = rows.lower[r] === rows.upper[r] ? STANDING.fixed : side;
    position.enterRow(r, standing, 'unconditionally');
  }
  return { status: 'ready', tied: tiesOf(position, answer, goal) };
}

function tiesOf(
  { program, standing, rowStanding, sizes }: Position,
  { reducedCosts, rowDuals }: LpResult & { readonly status: 'optimal' },
  goal: Float64Array,
): Uint8Array | undefined {
  const { size, rows } = program;
  let scale = 0;
  for (let i = 0; i < size; i++) scale = Math.max(scale, Math.abs(goal[i]!));
  const tied = new Uint8Array(size + rows.count);
  let any = false;
  for (let i = 0; i < size; i++) {
    if (standing[i] === STANDING.free) tied[i] = 1;
    else if (standing[i] !== STANDING.fixed && Math.abs(reducedCosts[i]!) <= SAME * scale) {
      tied[i] = 1;
      any = true;
    }
  }
  for (let r = 0; r < rows.count; r++) {
    if (rowStanding[r] === STANDING.free) tied[size + r] = 1;
    else if (
      rowStanding[r] !== STANDING.fixed &&
      Math.abs(rowDuals[r]!) * sizes.rows[r]! <= SAME * scale
    ) {
      tied[size + r] = 1;
      any = true;
    }
  }
  return any ? tied : undefined;
}
