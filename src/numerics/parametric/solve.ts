import { centred, uncentred } from './centre.js';
import { type Residuals, residualsIn, residualsOf } from './certify.js';
import { type Descent, descend } from './descend.js';
import { factorsUsed } from './kkt.js';
import { Position } from './position.js';
import { type ParametricProgram, type ParametricRows, STANDING } from './program.js';
import type { Path } from './recorder.js';
import { withRidge } from './risk-model.js';
import { type Start, startAtVertex } from './start.js';
import { trace, traceFrom } from './trace.js';

/** Room for the work on programs of one size after another; a caller who keeps it saves making it anew. */
export interface Workspace {
  position: Position | undefined;
}

/** Where every variable and row stands at an optimum: a start for a similar program. */
export interface Support {
  readonly x: Float64Array;
  readonly standing: Int8Array;
  readonly rowStanding: Int8Array;
}

/** An optimum at one t. */
export interface Optimum extends Support {
  readonly status: 'optimal';
  /** Σw + q − tp + C'ν by variable. */
  readonly reduced: Float64Array;
  /** ν by row. */
  readonly prices: Float64Array;
  readonly residuals: Residuals;
  readonly iterations: number;
  /** Variance that was added to every asset, because without it no end was found; 0 as a rule. */
  readonly ridge: number;
  /** Largest to smallest pivot of the free variables' risk, squared: an estimate of its condition from below. */
  readonly condition: number;
}

/** Why there is no optimum. */
export type NoOptimum =
  | Exclude<Start, { readonly status: 'ready' | 'unbounded' }>
  | { readonly status: 'unbounded' }
  | { readonly status: 'concave' };

const UNBOUNDED: NoOptimum = Object.freeze({ status: 'unbounded' });

/** Residuals above this are no proof. */
const CERTIFIED = 1e-9;

/** When the plain program defeats us, every asset gets this part of the largest variance on top. */
const RIDGE = 1e-10;

/** The optimum of a program at one t, proved; warm from the support of a similar one if that is feasible. */
export function minimiseAt(
  program: ParametricProgram,
  t: number,
  options: { readonly workspace?: Workspace; readonly start?: Support } = {},
): Optimum | NoOptimum {
  const workspace = options.workspace ?? { position: undefined };
  const first = attempt(program, program, t, workspace, options.start);
  if (first !== 'unproved') return first;
  const second = attempt(program, ridged(program), t, workspace, undefined);
  return second === 'unproved' ? { status: 'no-convergence' } : second;
}

function attempt(
  program: ParametricProgram,
  solved: ParametricProgram,
  t: number,
  workspace: Workspace,
  support: Support | undefined,
): Optimum | NoOptimum | 'unproved' {
  const position = loaded(solved, workspace);
  position.t = t;
  if (support === undefined || !resume(position, support)) {
    if (support !== undefined) position.load(solved);
    position.t = t;
    let start = startAtVertex(position, startingGoal(solved, t));
    if (start.status === 'unbounded') {
      // That goal leaves out how variables make up for each other; any vertex will do.
      start = startAtVertex(position, new Float64Array(solved.size));
    }
    if (start.status !== 'ready') return start;
  }
  position.refresh();
  const outcome = descend(position);
  if (outcome === 'concave') return { status: 'concave' };
  if (outcome === 'unbounded') return UNBOUNDED;
  if (outcome !== 'optimal') return 'unproved';
  const x = position.x.slice();
  const prices = position.prices.slice();
  const residuals = residualsOf(program, { x, prices, t });
  if (residuals.isConcave) return { status: 'concave' };
  if (!isProof(residuals)) return 'unproved';
  return {
    status: 'optimal',
    x,
    prices,
    residuals,
    reduced: position.reduced.slice(),
    standing: position.standing.slice(),
    rowStanding: position.rowStanding.slice(),
    iterations: position.iterations,
    ridge: solved === program ? 0 : ridgeOf(program),
    condition: position.kkt.free.condition(),
  };
}

/** Whether residuals are small enough to speak of an optimum. */
export function isProof({ primal, stationarity, complementarity }: Residuals): boolean {
  // Written so that NaN is no proof.
  return primal <= CERTIFIED && stationarity <= CERTIFIED && complementarity <= CERTIFIED;
}

/** A path every corner of which is proved; between two corners residuals are no greater. */
export interface ProvedPath extends Path {
  /** Variance that was added to every asset, because without it no end was found; 0 as a rule. */
  readonly ridge: number;
  /** The largest residual of any corner. */
  readonly residual: number;
}

/** Every corner of the path from t = ∞, or from a given t, down to 0. */
export function tracePath(
  program: ParametricProgram,
  options: { readonly workspace?: Workspace; readonly from?: number } = {},
): ProvedPath | NoOptimum {
  const workspace = options.workspace ?? { position: undefined };
  const alike = centred(program);
  const plain = alike?.program ?? program;
  for (const ridge of [0, ridgeOf(program)]) {
    const used = ridge === 0 ? plain : ridged(plain);
    const position = loaded(used, workspace);
    const path = pathOf(position, options.from);
    if (path.status === 'complete') {
      const whole = alike === undefined ? path : uncentred(path, alike, program);
      const residual = worstResidual(program, whole);
      if (residual === undefined) return { status: 'concave' };
      // Written so that NaN is no proof.
      if (!(residual <= CERTIFIED)) continue;
      return { ...(ridge === 0 ? whole : withoutRidge(program, whole)), ridge, residual };
    }
    if (path.status === 'concave') return { status: 'concave' };
    if (path.status === 'infeasible') return path;
    if (path.status === 'unbounded') return { status: 'no-convergence' };
  }
  return { status: 'no-convergence' };
}

/** The largest residual of any corner; nothing where a variance is below zero. */
function worstResidual(program: ParametricProgram, path: Path): number | undefined {
  const { size, rows } = program;
  const check = residualsIn(program);
  let worst = 0;
  for (let k = 0; k < path.parameters.length; k++) {
    const x = path.corners.subarray(k * size, k * size + size);
    const prices = path.prices.subarray(k * rows.count, (k + 1) * rows.count);
    const t = path.parameters[k]!;
    const { primal, stationarity, complementarity, isConcave } = check({ x, prices, t });
    if (isConcave) return undefined;
    worst = Math.max(worst, primal, stationarity, complementarity);
  }
  return worst;
}

/** A path with the program's own variances. */
function withoutRidge(program: ParametricProgram, path: Path): Path {
  const position = new Position(program);
  const variances = path.variances.map((_, k) => {
    position.load(program);
    position.x.set(path.corners.subarray(k * program.size, (k + 1) * program.size));
    position.refresh();
    return position.variance;
  });
  return { ...path, variances };
}

function pathOf(
  position: Position,
  from: number | undefined,
):
  | Path
  | Exclude<Start, { readonly status: 'ready' }>
  | { readonly status: Exclude<Descent, 'optimal'> } {
  const { program } = position;
  const goal = from === undefined ? program.slope : startingGoal(program, from);
  const start = startAtVertex(position, goal);
  if (start.status !== 'ready') return start;
  if (from === undefined) return trace(position, start.tied);
  position.t = from;
  position.refresh();
  const outcome = descend(position);
  return outcome === 'optimal' ? traceFrom(position) : { status: outcome };
}

function loaded(program: ParametricProgram, workspace: Workspace): Position {
  const { position } = workspace;
  const fits =
    position !== undefined &&
    position.x.length === program.size &&
    position.prices.length === program.rows.count &&
    position.risk.length === program.risk.size &&
    position.kkt.factors === factorsUsed(program.risk);
  const used = fits ? position : new Position(program);
  workspace.position = used;
  used.load(program);
  return used;
}

function ridgeOf({ risk }: ParametricProgram): number {
  return RIDGE * risk.diagonal.reduce((most, variance) => Math.max(most, variance), 0);
}

function ridged(program: ParametricProgram): ParametricProgram {
  return { ...program, risk: withRidge(program.risk, ridgeOf(program)) };
}

/** The vertex to begin at: what the objective would say of each variable alone. */
function startingGoal(program: ParametricProgram, t: number): Float64Array {
  const { size, split, risk, linear, slope } = program;
  const goal = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    const asset = split === undefined ? i : split.asset[i]!;
    goal[i] = t * slope[i]! - linear[i]! - 0.5 * risk.diagonal[asset]!;
  }
  return goal;
}

/** Stands where a support says, if that is feasible. */
function resume(position: Position, { x, standing, rowStanding }: Support): boolean {
  const { program, kkt } = position;
  const { size, lower, upper, rows } = program;
  if (x.length !== size || rowStanding.length !== rows.count) return false;
  for (let i = 0; i < size; i++) {
    const free = standing[i] === STANDING.free && lower[i] !== upper[i];
    const value = free ? x[i]! : standing[i] === STANDING.atUpper ? upper[i]! : lower[i]!;
    if (value < lower[i]! || value > upper[i]!) return false;
    position.x[i] = value;
    position.standing[i] =
      lower[i] === upper[i] ? STANDING.fixed : free ? STANDING.free : standing[i]!;
  }
  for (let r = 0; r < rows.count; r++) {
    let sum = 0;
    let size1 = 0;
    for (let i = 0; i < size; i++) {
      const entry = rows.matrix[r * size + i]!;
      sum += entry * position.x[i]!;
      size1 = Math.max(size1, Math.abs(entry * position.x[i]!));
    }
    const room = 1e-13 * size1;
    if (sum < rows.lower[r]! - room || sum > rows.upper[r]! + room) return false;
    position.rowStanding[r] = standingOf(rows, r, rowStanding[r]!, sum, room);
  }
  for (let i = 0; i < size; i++) {
    if (position.standing[i] !== STANDING.free) continue;
    if (kkt.enter(i) !== 'entered') return false;
  }
  for (let r = 0; r < rows.count; r++) {
    // An equality that the others imply stays out.
    const standing = position.rowStanding[r]!;
    if (standing === STANDING.free || position.enterRow(r, standing)) continue;
    position.rowStanding[r] = STANDING.free;
  }
  return true;
}

/** A row stands on a limit if it did so before and still does. */
function standingOf(
  rows: ParametricRows,
  row: number,
  before: number,
  value: number,
  room: number,
): number {
  if (rows.lower[row] === rows.upper[row]) return STANDING.fixed;
  if (before === STANDING.atLower && value <= rows.lower[row]! + room) return STANDING.atLower;
  if (before === STANDING.atUpper && value >= rows.upper[row]! - room) return STANDING.atUpper;
  return STANDING.free;
}
