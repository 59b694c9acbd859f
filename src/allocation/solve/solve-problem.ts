import {
  minimiseAt,
  type NoOptimum,
  type Optimum,
  type ParametricProgram,
  type Path,
  type ProvedPath,
  tracePath,
  type Workspace,
} from '../../numerics/index.js';
import type { CompiledProblem } from '../compile/compile-problem.js';
import { proveHighestReturn } from './highest-return.js';
import {
  alongPath,
  bestRatio,
  type PathPoint,
  pointAtVariance,
  varianceAt,
} from './path-points.js';
import { type Claimed, type Proof, prove } from './proof.js';
import { solveWithinTrackingError } from './tracking-error.js';

/** What became of a problem. */
export type Outcome = { readonly status: 'optimal'; readonly proof: Proof } | Failure;

/** Why there is no portfolio. */
export type Failure =
  /** Linear rules contradict each other. */
  | { readonly status: 'infeasible' }
  /** The rules can hold, but not together with a limit on risk: the least that it can be is given. */
  | {
      readonly status: 'unreachable';
      readonly limit: 'target-volatility' | 'tracking-error';
      readonly least: number;
      /** The portfolio of that least risk, whose binding rules are in the way. */
      readonly proof: Proof;
    }
  /** No portfolio earns more than the riskless return. */
  | { readonly status: 'no-excess-return' }
  | { readonly status: 'unproved' };

/** A risk tolerance below this part of the first corner's is 0. */
const NO_TOLERANCE = 1e-10;

/** Solves a compiled problem. */
export function solveProblem(problem: CompiledProblem, workspace?: Workspace): Outcome {
  const { objective, program, maxTrackingError } = problem;
  if (maxTrackingError !== undefined) return solveWithinTrackingError(problem, maxTrackingError);
  switch (objective.kind) {
    case 'utility': {
      const { riskAversion } = objective;
      return solveAt(problem, program, 1 / riskAversion, riskAversion, workspace);
    }
    case 'target-volatility':
      return solveAtVolatility(problem, objective.volatility, workspace);
    case 'maximum-sharpe':
      return solveForRatio(problem, objective.risklessReturn, workspace);
    default:
      // The variance is twice the program's own objective.
      return solveAt(problem, program, 0, 2, workspace);
  }
}

/** The optimum of a program at one risk tolerance. */
export function solveAt(
  problem: CompiledProblem,
  program: ParametricProgram,
  t: number,
  gain: number,
  workspace?: Workspace,
): Outcome {
  const optimum = minimiseAt(program, t, workspace === undefined ? {} : { workspace });
  if (optimum.status !== 'optimal') return withoutOptimum(optimum);
  return provedOr(prove(problem, claimOf(program, t, optimum), gain));
}

/** An optimum as a claim. */
export function claimOf(program: ParametricProgram, t: number, optimum: Optimum): Claimed {
  const { x, prices, iterations, ridge, condition } = optimum;
  return { program, t, x, prices, iterations, ridge, condition };
}

/** What it means that there is no optimum. */
export function withoutOptimum({ status }: NoOptimum): Failure {
  return { status: status === 'infeasible' ? 'infeasible' : 'unproved' };
}

/** A proof as an outcome. */
export function provedOr(proof: Proof | undefined): Outcome {
  return proof === undefined ? { status: 'unproved' } : { status: 'optimal', proof };
}

function solveAtVolatility(
  problem: CompiledProblem,
  volatility: number,
  workspace: Workspace | undefined,
): Outcome {
  const path = pathOf(problem, workspace);
  if (!('corners' in path)) return withoutOptimum(path);
  const last = path.parameters.length - 1;
  const least = Math.sqrt(path.variances[last]!);
  if (least > volatility * (1 + 1e-12)) {
    const proof = provePoint(problem, path, { corner: last, share: 0 }, 2);
    if (proof === undefined) return { status: 'unproved' };
    return { status: 'unreachable', limit: 'target-volatility', least, proof };
  }
  const point = pointAtVariance(path, volatility * volatility);
  if (point.corner > 0 || point.share > 0) {
    const t = alongPath(path.parameters, 1, point)[0]!;
    // At the same risk, a unit of the program's objective is 1/t of return, and so is half a unit of variance. At the least
    // risk there is, where t is 0 but for rounding, that has no end.
    const gain = t > NO_TOLERANCE * path.parameters[0]! ? 1 / t : 0;
    const proof = provePoint(problem, path, point, gain);
    if (proof === undefined) return { status: 'unproved' };
    const volatilityLimit = { limit: volatility, price: volatility * gain };
    return { status: 'optimal', proof: { ...proof, volatilityLimit } };
  }
  // The highest return of all is less risky than that.
  return provedOr(proveHighestReturn(problem, path));
}

function solveForRatio(
  problem: CompiledProblem,
  risklessReturn: number,
  workspace: Workspace | undefined,
): Outcome {
  const path = pathOf(problem, workspace);
  if (!('corners' in path)) return withoutOptimum(path);
  const riskless = risklessReturn - problem.returnOfBase;
  const point = bestRatio(path, riskless);
  if (point === undefined) return { status: 'no-excess-return' };
  const variance = varianceAt(path, point);
  const excess = alongPath(path.slopes, 1, point)[0]! - riskless;
  // Where the tangent touches, the risk tolerance is variance/excess; a unit of the program's objective is 1/t of return.
  const t = variance / excess;
  const gain = t > 0 ? 1 / (t * Math.sqrt(variance)) : 0;
  if (point.corner > 0 || point.share > 0) return provedOr(provePoint(problem, path, point, gain));
  return solveAt(problem, problem.program, t, gain, workspace);
}

/** The whole path of a problem. */
export function pathOf(
  { program }: CompiledProblem,
  workspace?: Workspace,
): ProvedPath | NoOptimum {
  return tracePath(program, workspace === undefined ? {} : { workspace });
}

/** Proves a point of a path. */
export function provePoint(
  problem: CompiledProblem,
  path: Path & { readonly ridge: number },
  point: PathPoint,
  gain: number,
): Proof | undefined {
  const { program } = problem;
  const { pivots: iterations, ridge } = path;
  const t = alongPath(path.parameters, 1, point)[0]!;
  const x = alongPath(path.corners, program.size, point);
  const prices = alongPath(path.prices, program.rows.count, point);
  return prove(
    problem,
    { program, t, x, prices, iterations, ridge, condition: path.condition },
    gain,
  );
}
