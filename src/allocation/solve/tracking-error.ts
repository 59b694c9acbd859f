import { inner, type ParametricProgram, tracePath } from '../../numerics/index.js';
import type { CompiledProblem } from '../compile/compile-problem.js';
import { alongPath } from './path-points.js';
import { type Proof, prove } from './proof.js';
import { imageOf } from './risk-of.js';
import { type Outcome, solveAt, withoutOptimum } from './solve-problem.js';
import { weightsOf } from './weights.js';

/**
 * Solves a problem whose tracking error is limited, exactly.
 *
 * The limit's price κ turns ½w'Σw − λμ'w into ½w'Σw − λμ'w + ½κ(w − b)'Σ(w − b). Divided by 1 + κ, with s = 1/(1 + κ), that is
 * ½w'Σw − (1 − s)·b'Σw − sλμ'w: a path in s from 1, where the limit costs nothing, towards the benchmark at 0.
 */
export function solveWithinTrackingError(problem: CompiledProblem, limit: number): Outcome {
  const { objective, program } = problem;
  const utility = objective.kind === 'utility';
  const tolerance = utility ? 1 / objective.riskAversion : 0;
  const own = utility ? objective.riskAversion : 2;
  const free = solveAt(problem, program, tolerance, own);
  if (free.status !== 'optimal') return free;
  if (deviation(problem, free.proof.weights) <= limit) return free;
  const towards = towardsBenchmark(problem, tolerance);
  const path = tracePath(towards, { from: 1 });
  if (!('corners' in path)) return withoutOptimum(path);
  const at = (corner: number, share: number): Float64Array =>
    alongPath(path.corners, program.size, { corner, share });
  const claim = (corner: number, share: number, gain: number): Proof | undefined => {
    const t = alongPath(path.parameters, 1, { corner, share })[0]!;
    const prices = alongPath(path.prices, program.rows.count, { corner, share });
    const { pivots: iterations, ridge, condition } = path;
    const claimed = {
      program: towards,
      t,
      x: at(corner, share),
      prices,
      iterations,
      ridge,
      condition,
    };
    return prove(problem, claimed, gain);
  };
  const last = path.parameters.length - 1;
  let corner = 0;
  while (corner < last && deviation(problem, weightsOf(problem, at(corner + 1, 0))) > limit)
    corner++;
  if (corner === last) {
    const proof = claim(last, 0, 2);
    if (proof === undefined) return { status: 'unproved' };
    const least = deviation(problem, proof.weights);
    return { status: 'unreachable', limit: 'tracking-error', least, proof };
  }
  const share = shareAtLimit(problem, [at(corner, 0), at(corner + 1, 0)], limit);
  const s = alongPath(path.parameters, 1, { corner, share })[0]!;
  // At the least tracking error there is, s = 0, no number says what a little more of it is worth.
  const gain = s > 0 ? own / s : 0;
  const proof = claim(corner, share, gain);
  if (proof === undefined) return { status: 'unproved' };
  const price = gain * (1 - s) * limit;
  return { status: 'optimal', proof: { ...proof, trackingError: { limit, price } } };
}

/** ½w'Σw − b'Σw − s(λμ − Σb)'w. */
function towardsBenchmark(
  { program, risk, benchmark }: CompiledProblem,
  tolerance: number,
): ParametricProgram {
  const image = imageOf(risk, benchmark!);
  const { split } = program;
  const linear = Float64Array.from({ length: program.size }, (_, i) => {
    return split === undefined ? -image[i]! : -split.sign[i]! * image[split.asset[i]!]!;
  });
  const slope = linear.map((value, i) => value + tolerance * program.slope[i]!);
  return { ...program, linear, slope };
}

/** √((w − b)'Σ(w − b)). */
function deviation({ risk, benchmark }: CompiledProblem, weights: Float64Array): number {
  const apart = weights.map((weight, a) => weight - benchmark![a]!);
  return Math.sqrt(Math.max(0, inner(apart, imageOf(risk, apart))));
}

/** How far from the first point to the second, which is within the limit, the deviation is the limit. */
function shareAtLimit(
  problem: CompiledProblem,
  [from, to]: readonly [Float64Array, Float64Array],
  limit: number,
): number {
  const { risk, benchmark } = problem;
  const start = weightsOf(problem, from).map((weight, a) => weight - benchmark![a]!);
  const end = weightsOf(problem, to).map((weight, a) => weight - benchmark![a]!);
  const move = end.map((value, a) => value - start[a]!);
  const slope = 2 * inner(move, imageOf(risk, start));
  const bend = inner(move, imageOf(risk, move));
  const drop = inner(start, imageOf(risk, start)) - limit * limit;
  const root = Math.sqrt(Math.max(0, slope * slope - 4 * bend * drop));
  return Math.min(1, Math.max(0, (2 * drop) / (root - slope)));
}
