import { type LpBasis, type LpResult, solveLp } from '../../numerics/index.js';
import { weightsOf } from '../solve/weights.js';
import type { CompiledShortfall } from './shortfall-problem.js';
import { startingBasis } from './starting-basis.js';
import { type TailProgram, tailProgram } from './tail-program.js';
import { proveTail, type TailProof } from './tail-proof.js';

/** The minimum of a linear program. */
export type LpOptimum = Extract<LpResult, { readonly status: 'optimal' }>;

/** The best portfolio with its proof and the dual program that led to it, or why there is none. */
export type TailOutcome =
  | {
      readonly status: 'optimal';
      readonly proof: TailProof;
      readonly dual: TailProgram;
      readonly optimum: LpOptimum;
    }
  | { readonly status: 'infeasible' }
  | { readonly status: 'unproved' };

/** Solves a problem through its dual, from the basis of a similar one if that is given. */
export function solveTail(problem: CompiledShortfall, from?: LpBasis): TailOutcome {
  const dual = tailProgram(problem);
  const optimum = solveLp({ ...dual, startBasis: from ?? startingBasis(problem, dual) });
  // The bounds keep every variable finite: only rules that contradict each other leave the dual without end.
  if (optimum.status === 'unbounded') return { status: 'infeasible' };
  if (optimum.status !== 'optimal') return { status: 'unproved' };
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
  return proof === undefined ? { status: 'unproved' } : { status: 'optimal', proof, dual, optimum };
}

/** A variable this near to a bound, per unit of their distance, is on it. */
const ROUNDING = 1e-14;

/** The variables are what the dual's rows cost. */
function variablesFrom({ frame }: CompiledShortfall, { rowDuals }: LpOptimum): Float64Array {
  const { size, lower, upper } = frame.program;
  const x = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    const [low, high] = [lower[i]!, upper[i]!];
    const above = -rowDuals[i]!;
    const slack = ROUNDING * (high - low);
    if (above <= slack) x[i] = low;
    else x[i] = above >= high - low - slack ? high : low + above;
  }
  return x;
}
