import { type LpBasis, type LpResult, solveLp } from '../../numerics/index.js';
import { variablesOf, weightsOf } from '../solve/weights.js';
import type { CompiledShortfall } from './shortfall-problem.js';
import { startingBasis } from './starting-basis.js';
import { type TailProgram, tailProgram } from './tail-program.js';
import { proveTail, type TailProof } from './tail-proof.js';
import { widenRules } from './widen-rules.js';

/** The minimum of a linear program. */
export type LpOptimum = Extract<LpResult, { readonly status: 'optimal' }>;

/** The best portfolio with its proof, and the dual program that led to it. */
export interface SolvedTail {
  readonly proof: TailProof;
  readonly dual: TailProgram;
  readonly optimum: LpOptimum;
}

/**
 * Solves a problem through its dual, from the basis of a similar one if that is given.
 *
 * Nothing where no portfolio was proved the best. The bounds keep every variable finite: apart from rounding, only rules that
 * contradict each other leave the dual without end. Where rules leave so little room that rounding decides, they are
 * taken a rounding error wider; the proof is by the rules as they are.
 */
export function solveTail(problem: CompiledShortfall, from?: LpBasis): SolvedTail | undefined {
  return attempt(problem, problem, from) ?? attempt(problem, widenRules(problem));
}

function attempt(
  problem: CompiledShortfall,
  solved: CompiledShortfall,
  from?: LpBasis,
): SolvedTail | undefined {
  const dual = tailProgram(solved);
  const optimum = solveLp({ ...dual, startBasis: from ?? startingBasis(solved, dual) });
  if (optimum.status !== 'optimal') return undefined;
  const { count, tailMass, frame } = problem;
  const rowPrices = new Float64Array(frame.program.rows.count);
  dual.rowColumns.forEach(({ row, side }, k) => {
    rowPrices[row]! += ((side < 0 ? -1 : 1) * optimum.x[count + k]!) / tailMass;
  });
  const proof = proveTail(problem, {
    weights: weightsOf(frame, variablesFrom(problem, optimum)),
    q: optimum.x.slice(0, count),
    rowPrices,
    iterations: optimum.iterations,
  });
  return proof === undefined ? undefined : { proof, dual, optimum };
}

/** A variable this near to a bound, per unit of their distance, is on it. */
const ROUNDING = 1e-14;

/** The variables are what the dual's rows cost. */
function variablesFrom({ frame }: CompiledShortfall, { rowDuals }: LpOptimum): Float64Array {
  const { size, lower, upper } = frame.program;
  const { asset, sign, base, split } = frame.holdings;
  const x = Float64Array.from(lower, (low, i) => low - rowDuals[i]!);
  onBounds(x, lower, upper);
  if (!split) return x;
  // Where it costs nothing, an asset may have been bought and sold at once.
  const weights = base.slice();
  for (let i = 0; i < size; i++) weights[asset[i]!]! += sign[i]! * x[i]!;
  const net = variablesOf(frame, weights);
  onBounds(net, lower, upper);
  return net;
}

function onBounds(x: Float64Array, lower: Float64Array, upper: Float64Array): void {
  for (let i = 0; i < x.length; i++) {
    const slack = ROUNDING * (upper[i]! - lower[i]!);
    if (x[i]! <= lower[i]! + slack) x[i] = lower[i]!;
    else if (x[i]! >= upper[i]! - slack) x[i] = upper[i]!;
  }
}
