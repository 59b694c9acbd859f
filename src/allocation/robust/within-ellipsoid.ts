import {
  brent,
  exp,
  isProof,
  log,
  minimiseAt,
  type Optimum,
  type ParametricProgram,
  type RiskModel,
  type Support,
  type Workspace,
} from '../../numerics/index.js';
import type { CompiledProblem } from '../compile/compile-problem.js';
import { type Proof, prove } from '../solve/proof.js';
import { varianceOf } from '../solve/risk-of.js';
import { claimOf, type Failure, withoutOptimum } from '../solve/solve-problem.js';
import { weightsOf } from '../solve/weights.js';
import { addedRisk } from './added-risk.js';
import { solveWithoutError } from './without-error.js';

/** What became of a problem with an ellipsoid. */
export type EllipsoidOutcome =
  | {
      readonly status: 'optimal';
      readonly proof: Proof;
      /** By asset: the expected returns that are worst for the portfolio. */
      readonly worstMeans: Float64Array;
      /** Whether the portfolio holds nothing whose return may be off. */
      readonly errorless: boolean;
    }
  | Failure;

/** A standard error below this part of that of the portfolio that disregards errors may as well be none. */
const VANISHING = 1e-9;

/**
 * Maximises μ'w − κ√(w'Ωw) − (λ/2)·w'Σw, exactly.
 *
 * √q is the least of (q/s + s)/2 over s > 0, at s = √q. For a given s what is left is the usual program with the covariance
 * Σ + κ/(λs)·Ω. With s its √q grows too, but by a smaller part, so that they meet once. There the gradient of the program is
 * that of the problem itself.
 *
 * Source: D. Goldfarb and G. Iyengar, Robust portfolio selection problems, Mathematics of Operations Research 28 (2003), for
 * the problem; S. Boyd and L. Vandenberghe, Convex Optimization (2004), section 3.2.6, for the perspective of a square.
 */
export function solveWithinEllipsoid(
  problem: CompiledProblem,
  error: RiskModel,
  radius: number,
  riskAversion: number,
): EllipsoidOutcome {
  const { program } = problem;
  const t = 1 / riskAversion;
  const workspace = { position: undefined };
  const free = minimiseAt(program, t, { workspace });
  if (free.status !== 'optimal') return withoutOptimum(free);
  const most = standardError(problem, error, free.x);
  if (radius * most === 0) {
    const proof = prove(problem, claimOf(program, t, free), riskAversion);
    if (proof === undefined) return { status: 'unproved' };
    const worstMeans = problem.expectedReturn;
    return { status: 'optimal', proof, worstMeans, errorless: most === 0 };
  }
  const safest = minimiseAt({ ...program, risk: error }, 0, { workspace });
  if (safest.status !== 'optimal') return withoutOptimum(safest);
  const least = standardError(problem, error, safest.x);
  const iterations = free.iterations + safest.iterations;
  const search = { radius, riskAversion, most, workspace, free, iterations };
  if (least > VANISHING * most) return solveBetween(problem, error, { ...search, least });
  const found = solveWithoutError(problem, error, { radius, riskAversion, most });
  if (found !== undefined) return { status: 'optimal', ...found, errorless: true };
  return solveBetween(problem, error, { ...search, least: 0 });
}

/** √(w'Ωw) of the weights that variables make up. */
function standardError(problem: CompiledProblem, error: RiskModel, x: Float64Array): number {
  return Math.sqrt(varianceOf(error, weightsOf(problem, x)).variance);
}

interface Search {
  readonly radius: number;
  readonly riskAversion: number;
  /** The least standard error of all portfolios; 0 where it vanishes. */
  readonly least: number;
  /** That of the portfolio that disregards errors. */
  readonly most: number;
  readonly workspace: Workspace;
  readonly free: Support;
  /** What was spent so far. */
  readonly iterations: number;
}

/** The optimum where its standard error is above 0. */
function solveBetween(
  problem: CompiledProblem,
  error: RiskModel,
  { radius, riskAversion, least, most, workspace, free, iterations: spent }: Search,
): EllipsoidOutcome {
  const { program, risk } = problem;
  const t = 1 / riskAversion;
  const programAt = (s: number): ParametricProgram => {
    return { ...program, risk: addedRisk(risk, error, (radius * t) / s) };
  };
  let start = free;
  let iterations = spent;
  const minimum = (s: number): Optimum | undefined => {
    const optimum = minimiseAt(programAt(s), t, { workspace, start });
    if (optimum.status !== 'optimal') return undefined;
    start = optimum;
    iterations += optimum.iterations;
    return optimum;
  };
  const s = crossing(least, most, (guess) => {
    const optimum = minimum(guess);
    if (optimum === undefined) return Number.NaN;
    return standardError(problem, error, optimum.x) / guess - 1;
  });
  const optimum = s === undefined ? undefined : minimum(s);
  if (optimum === undefined) return { status: 'unproved' };
  const weights = weightsOf(problem, optimum.x);
  const { variance, image } = varianceOf(error, weights);
  const own = Math.sqrt(variance);
  if (own === 0) return { status: 'unproved' };
  // With the standard error of the weights that are delivered the program's gradient is that of the problem.
  const claimed = { ...claimOf(programAt(own), t, optimum), iterations };
  const proof = prove(problem, claimed, riskAversion);
  const told = proof && inOwnUnit(proof, problem, radius * t * Math.sqrt(largest(error)));
  if (told === undefined) return { status: 'unproved' };
  const worstMeans = problem.expectedReturn.map((mean, a) => mean - (radius * image[a]!) / own);
  return { status: 'optimal', proof: told, worstMeans, errorless: false };
}

/** Where a falling function of s crosses 0, between the least and the largest s that it may be; nothing where that is not found. */
function crossing(least: number, most: number, excess: (s: number) => number): number | undefined {
  if (excess(most) >= 0) return most;
  let low = least > 0 ? least : most / 16;
  while (excess(low) < 0) {
    if (least > 0) return least;
    low /= 16;
    if (low < VANISHING * most) return undefined;
  }
  // s may be of any size: it is looked for by its logarithm.
  const options = { tolerance: 1e-15, maxIterations: 200 };
  const found = brent((logarithm) => excess(exp(logarithm)), log(low), log(most), options);
  return found.status === 'converged' ? exp(found.root) : undefined;
}

/**
 * Residuals in the unit of the problem itself.
 *
 * The program's is that of Σ + θΩ, which grows beyond measure as the standard error falls towards 0; the gradient of κ√(w'Ωw)
 * does not.
 */
function inOwnUnit(
  proof: Proof,
  { program, risk }: CompiledProblem,
  ofError: number,
): Proof | undefined {
  const { residuals, t } = proof;
  let scale = Math.max(largest(risk), ofError);
  for (const slope of program.slope) scale = Math.max(scale, Math.abs(t * slope));
  const ratio = residuals.scale / (scale || 1);
  const told = {
    ...residuals,
    stationarity: residuals.stationarity * ratio,
    complementarity: residuals.complementarity * ratio,
    scale: scale || 1,
  };
  return isProof(told) ? { ...proof, residuals: told } : undefined;
}

function largest({ diagonal }: RiskModel): number {
  return diagonal.reduce((most, variance) => Math.max(most, variance), 0);
}
