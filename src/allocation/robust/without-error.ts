import {
  inner,
  minimiseAt,
  type ParametricProgram,
  type RiskModel,
  solveQp,
} from '../../numerics/index.js';
import type { CompiledProblem } from '../compile/compile-problem.js';
import { type Proof, prove } from '../solve/proof.js';
import { varianceOf } from '../solve/risk-of.js';
import { type RiskRoot, riskRoot } from '../solve/risk-root.js';
import { claimOf } from '../solve/solve-problem.js';
import { variablesOf, weightsOf } from '../solve/weights.js';

/** A standard error below this part of `most`, that of the portfolio that disregards errors, is none. */
const NONE = 1e-12;

/**
 * The best portfolio that bears no error at all, where that is the best of all; otherwise nothing.
 *
 * With Ω = RR', it is the optimum under R'w = 0. Such a corner of κ√(w'Ωw) is the best of all if some error Rη within reach,
 * |η| ≤ κ, makes it the optimum of the plain problem under the expected returns μ − Rη. The smallest such η is found as a least square.
 */
export function solveWithoutError(
  problem: CompiledProblem,
  error: RiskModel,
  given: { readonly radius: number; readonly riskAversion: number; readonly most: number },
): { readonly proof: Proof; readonly worstMeans: Float64Array } | undefined {
  const { program } = problem;
  const { radius, riskAversion, most } = given;
  const t = 1 / riskAversion;
  const root = riskRoot(error);
  const reach = acrossVariables(program, root);
  const optimum = minimiseAt(withRows(program, root, reach), t);
  if (optimum.status !== 'optimal') return undefined;
  const weights = weightsOf(problem, optimum.x);
  if (Math.sqrt(varianceOf(error, weights).variance) > NONE * most) return undefined;
  const x = variablesOf(problem, weights);
  const found = smallestError(program, x, gradientOf(problem, weights, t), reach, root.rank);
  if (found === undefined) return undefined;
  const { eta, prices } = found;
  if (Math.sqrt(inner(eta, eta)) > radius * t * (1 + 1e-12)) return undefined;
  const shift = alongVariables(reach, eta, program.size);
  const linear = program.linear.map((value, i) => value + shift[i]!);
  const claimed = { ...claimOf({ ...program, linear }, t, optimum), prices };
  const proof = prove(problem, claimed, riskAversion);
  if (proof === undefined) return undefined;
  const { rank, matrix } = root;
  const worstMeans = problem.expectedReturn.map((mean, a) => {
    return mean - inner(matrix.subarray(a * rank, (a + 1) * rank), eta) / t;
  });
  return { proof, worstMeans };
}

/** R by variable instead of by asset: variables × rank. */
function acrossVariables(
  { size, split }: ParametricProgram,
  { rank, matrix }: RiskRoot,
): Float64Array {
  if (split === undefined) return matrix;
  const reach = new Float64Array(size * rank);
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < rank; k++) {
      reach[i * rank + k] = split.sign[i]! * matrix[split.asset[i]! * rank + k]!;
    }
  }
  return reach;
}

function alongVariables(reach: Float64Array, eta: Float64Array, size: number): Float64Array {
  const rank = eta.length;
  return Float64Array.from({ length: size }, (_, i) => {
    return inner(reach.subarray(i * rank, (i + 1) * rank), eta);
  });
}

/** The program with the rows R'w = 0, each scaled to length 1. */
function withRows(
  program: ParametricProgram,
  { rank, matrix, lengths }: RiskRoot,
  reach: Float64Array,
): ParametricProgram {
  const { rows, size, base } = program;
  const all = new Float64Array((rows.count + rank) * size);
  all.set(rows.matrix);
  const limits = new Float64Array(rank);
  for (let k = 0; k < rank; k++) {
    for (let i = 0; i < size; i++) {
      all[(rows.count + k) * size + i] = reach[i * rank + k]! / lengths[k]!;
    }
    base?.forEach((weight, a) => {
      limits[k]! -= (weight * matrix[a * rank + k]!) / lengths[k]!;
    });
  }
  return {
    ...program,
    rows: {
      count: rows.count + rank,
      matrix: all,
      lower: Float64Array.of(...rows.lower, ...limits),
      upper: Float64Array.of(...rows.upper, ...limits),
    },
  };
}

/** Σw + q − tp by variable. */
function gradientOf(
  { program, risk }: CompiledProblem,
  weights: Float64Array,
  t: number,
): Float64Array {
  const { split, linear, slope } = program;
  const { image } = varianceOf(risk, weights);
  return Float64Array.from(linear, (value, i) => {
    const own = split === undefined ? image[i]! : split.sign[i]! * image[split.asset[i]!]!;
    return own + value - t * slope[i]!;
  });
}

/** A point is on a limit when this part of its size, or less, is left. */
const AT_LIMIT = 1e-10;

/** The least |η| with which prices of the right signs balance the gradient: g + Rη + C'ν. */
function smallestError(
  program: ParametricProgram,
  x: Float64Array,
  gradient: Float64Array,
  reach: Float64Array,
  rank: number,
): { readonly eta: Float64Array; readonly prices: Float64Array } | undefined {
  const { size, rows } = program;
  const active = activeRows(program, x);
  const width = rank + active.length;
  const equalities: number[][] = [];
  const inequalities: number[][] = [];
  for (let i = 0; i < size; i++) {
    const row = [
      ...reach.subarray(i * rank, (i + 1) * rank),
      ...active.map(({ row: r }) => rows.matrix[r * size + i]!),
      -gradient[i]!,
    ];
    const near = AT_LIMIT * Math.max(1, Math.abs(x[i]!));
    const atLower = x[i]! - program.lower[i]! <= near;
    const atUpper = program.upper[i]! - x[i]! <= near;
    if (atLower && atUpper) continue;
    if (atLower) inequalities.push(row.map((value) => -value));
    else if (atUpper) inequalities.push(row);
    else equalities.push(row);
  }
  const hessian = new Float64Array(width * width);
  for (let k = 0; k < rank; k++) hessian[k * width + k] = 1;
  const answer = solveQp({
    hessian,
    linear: new Float64Array(width),
    equalities: rowsOf(equalities),
    inequalities: rowsOf(inequalities),
    lower: Float64Array.from({ length: width }, (_, k) => active[k - rank]?.least ?? -Infinity),
    upper: Float64Array.from({ length: width }, (_, k) => active[k - rank]?.most ?? Infinity),
  });
  if (answer.status !== 'optimal') return undefined;
  const prices = new Float64Array(rows.count);
  active.forEach(({ row }, k) => {
    prices[row] = answer.x[rank + k]!;
  });
  return { eta: answer.x.slice(0, rank), prices };
}

function rowsOf(rows: readonly (readonly number[])[]): {
  readonly matrix: Float64Array;
  readonly rhs: Float64Array;
} {
  return {
    matrix: Float64Array.from(rows.flatMap((row) => row.slice(0, -1))),
    rhs: Float64Array.from(rows, (row) => row[row.length - 1]!),
  };
}

/** Rows that a point stands on, with the signs that their prices may have. */
function activeRows(
  { rows, size }: ParametricProgram,
  x: Float64Array,
): readonly { readonly row: number; readonly least: number; readonly most: number }[] {
  const active = [];
  for (let row = 0; row < rows.count; row++) {
    const coefficients = rows.matrix.subarray(row * size, (row + 1) * size);
    const value = inner(coefficients, x);
    const near = AT_LIMIT * Math.max(1, Math.abs(value));
    const atLower = value - rows.lower[row]! <= near;
    const atUpper = rows.upper[row]! - value <= near;
    if (!atLower && !atUpper) continue;
    active.push({ row, least: atLower ? -Infinity : 0, most: atUpper ? Infinity : 0 });
  }
  return active;
}
