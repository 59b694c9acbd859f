import {
  inner,
  minimiseAt,
  type ParametricProgram,
  type RiskModel,
  residualsOf,
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
 * With Ω = RR' it is the optimum w under R'w = 0. From there a move d costs κ√(d'Ωd) in errors and g'd in the plain problem,
 * whose gradient is g. No move pays where that d of least ½d'Ωd + g'd, of all that the rules allow at w, has a standard error
 * of at most κ: then w is the optimum of the plain problem under expected returns that are off by Ωd, which is the smallest
 * error that makes it so.
 */
export function solveWithoutError(
  problem: CompiledProblem,
  error: RiskModel,
  given: { readonly radius: number; readonly riskAversion: number; readonly most: number },
): { readonly proof: Proof; readonly worstMeans: Float64Array } | undefined {
  const { program } = problem;
  const t = 1 / given.riskAversion;
  const reach = given.radius * t;
  const root = riskRoot(error);
  const optimum = minimiseAt(withRows(program, root), t);
  if (optimum.status !== 'optimal') return undefined;
  const weights = weightsOf(problem, optimum.x);
  if (Math.sqrt(varianceOf(error, weights).variance) > NONE * given.most) return undefined;
  const x = variablesOf(problem, weights);
  const prices = new Float64Array(program.rows.count);
  const { gradient } = residualsOf(program, { x, prices, t });
  // In units of the longest move that can be within reach.
  const unit = (FAR * reach) / Math.min(...root.lengths);
  const linearMoves = gradient.map((value) => value / unit);
  const move = minimiseAt({ ...movesFrom(program, x), risk: error, linear: linearMoves }, 0);
  if (move.status !== 'optimal') return undefined;
  const change = changeOf(program, move.x).map((value) => unit * value);
  const { variance, image } = varianceOf(error, change);
  if (Math.sqrt(variance) > reach * (1 + NONE)) return undefined;
  const linear = program.linear.map((value, i) => value + alongVariable(program, image, i));
  const claimed = {
    ...claimOf({ ...program, linear }, t, optimum),
    prices: move.prices.map((price) => unit * price),
  };
  const proof = prove(problem, claimed, given.riskAversion);
  if (proof === undefined) return undefined;
  return { proof, worstMeans: problem.expectedReturn.map((mean, a) => mean - image[a]! / t) };
}

/** A move within reach is no longer than this many times what the least direction of Ω allows. */
const FAR = 100;

/** The program with the rows R'w = 0, each scaled to length 1. */
function withRows(
  program: ParametricProgram,
  { rank, matrix, lengths }: RiskRoot,
): ParametricProgram {
  const { rows, size, base } = program;
  const all = new Float64Array((rows.count + rank) * size);
  all.set(rows.matrix);
  const limits = new Float64Array(rank);
  for (let k = 0; k < rank; k++) {
    const column = Float64Array.from({ length: matrix.length / rank }, (_, a) => {
      return matrix[a * rank + k]! / lengths[k]!;
    });
    for (let i = 0; i < size; i++) {
      all[(rows.count + k) * size + i] = alongVariable(program, column, i);
    }
    if (base !== undefined) limits[k] = -inner(base, column);
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

/** What an amount by asset is for a unit of a variable. */
function alongVariable({ split }: ParametricProgram, byAsset: Float64Array, i: number): number {
  return split === undefined ? byAsset[i]! : split.sign[i]! * byAsset[split.asset[i]!]!;
}

/** The change of the weights by asset that a change of variables makes. */
function changeOf({ split, risk }: ParametricProgram, x: Float64Array): Float64Array {
  if (split === undefined) return x;
  const change = new Float64Array(risk.size);
  for (let i = 0; i < x.length; i++) change[split.asset[i]!]! += split.sign[i]! * x[i]!;
  return change;
}

/** A point is on a limit when this part of its size, or less, is left. */
const AT_LIMIT = 1e-10;

/** The moves that bounds and rows allow at a point, none of their parts longer than 1. */
function movesFrom(program: ParametricProgram, x: Float64Array): ParametricProgram {
  const { base: _, ...rest } = program;
  const { size, rows } = program;
  const isMet = (slack: number, value: number): boolean =>
    slack <= AT_LIMIT * Math.max(1, Math.abs(value));
  const sides = Float64Array.from({ length: rows.count }, (_row, r) =>
    inner(rows.matrix.subarray(r * size, (r + 1) * size), x),
  );
  return {
    ...rest,
    slope: new Float64Array(size),
    lower: x.map((value, i) => (isMet(value - program.lower[i]!, value) ? 0 : -1)),
    upper: x.map((value, i) => (isMet(program.upper[i]! - value, value) ? 0 : 1)),
    rows: {
      ...rows,
      lower: sides.map((value, r) =>
        isMet(value - rows.lower[r]!, value) ? 0 : Number.NEGATIVE_INFINITY,
      ),
      upper: sides.map((value, r) =>
        isMet(rows.upper[r]! - value, value) ? 0 : Number.POSITIVE_INFINITY,
      ),
    },
  };
}
