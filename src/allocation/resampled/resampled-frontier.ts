import { checkObject } from '../../errors/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';
import {
  denseRisk,
  isProof,
  type ParametricProgram,
  type Path,
  residualsOf,
  tracePath,
  type Workspace,
} from '../../numerics/index.js';
import {
  type InfeasibleAllocation,
  reportFailure,
  type UncertifiedAllocation,
  uncertified,
} from '../allocate.js';
import type { CompiledProblem } from '../compile/compile-problem.js';
import { refuseFields } from '../compile/refuse-fields.js';
import { withReturns } from '../compile/with-returns.js';
import {
  compileFrontier,
  type FrontierPoint,
  type FrontierProblem,
  pointOf,
} from '../frontier/efficient-frontier.js';
import { alongPath, pointAtSlope } from '../solve/path-points.js';
import { named } from '../solve/portfolio.js';
import { riskRoot } from '../solve/risk-root.js';
import { pathOf, withoutOptimum } from '../solve/solve-problem.js';
import { weightsOf } from '../solve/weights.js';
import { type Estimates, estimatesOf } from './draw-estimates.js';
import { type CheckedOptions, checkOptions, type ResampleOptions } from './resample-options.js';
import { spreadOf, type WeightSpread } from './weight-spread.js';

/** The average of the portfolios of one rank; return and volatility are by the problem's own inputs. */
export interface ResampledPoint extends FrontierPoint {
  /** Standard deviation of each weight over the draws, with divisor draws − 1. */
  readonly standardDeviations: Readonly<Record<string, number>>;
  /** The middle part of the draws of each weight, from quantiles of type 7. */
  readonly bands: Readonly<Record<string, { readonly low: number; readonly high: number }>>;
}

/** Averages of the efficient frontiers of simulated histories. */
export interface ResampledFrontier {
  readonly status: 'resampled';
  readonly assets: readonly string[];
  /** From the rank of least variance to that of the highest return. */
  readonly points: readonly ResampledPoint[];
  readonly draws: number;
  /** Draws whose frontier could not be proved, and which are not part of the averages: 0 as a rule. */
  readonly failedDraws: number;
  readonly observations: number;
  readonly coverage: number;
  /** The generator's name. */
  readonly generator: string;
  /** Null with a source of chance of the caller's own. */
  readonly seed: number | null;
  readonly reasons: readonly Reason[];
}

/** What became of a resampled frontier. */
export type ResampledFrontierResult =
  | ResampledFrontier
  | InfeasibleAllocation
  | UncertifiedAllocation;

/**
 * The resampled efficient frontier: how the frontier would look on average if the inputs were estimated again and again.
 *
 * Each draw simulates what a history of T = `observations` independent normal returns with the problem's μ and Σ would make of
 * them: sample means from N(μ, Σ/T), and independently a sample covariance from Wishart(Σ, T − 1)/(T − 1), which is the law of
 * estimates from the simulated history itself. The exact frontier of the draw is divided into `count` ranks, equally spaced in
 * return from its least variance to its highest return, and the weights of equal rank are averaged. The problem's rules are
 * convex, so that they hold for the averages. By the problem's own inputs these are not efficient: they give up some of the
 * return that rests on error.
 *
 * The same seed gives the same points on every engine. Throws as `efficientFrontier` does, for an objective and for options that are none;
 * returns `infeasible` or `no-convergence` as it does, the latter also where fewer than two draws could be proved.
 *
 * Source: R. O. Michaud, Efficient Asset Management (1998), chapter 6, with rank-associated portfolios; the law of the
 * estimates: T. W. Anderson, An Introduction to Multivariate Statistical Analysis, 3rd ed. (2003), sections 3.3 and 7.2. For
 * what to hold against it: B. Scherer, Portfolio resampling: review and critique, Financial Analysts Journal 58 (2002).
 *
 * @example
 * ```ts
 * import { resampledFrontier } from 'aptfolio/allocation';
 *
 * const problem = {
 *   assets: ['BOND', 'EQUITY'], expectedReturn: [0.02, 0.06], covariance: [[0.0025, 0], [0, 0.04]],
 * };
 * const result = resampledFrontier(problem, { observations: 30, draws: 200, count: 5, seed: 7 });
 * result.failedDraws; // => 0
 * const [least, highest] = [result.points[0], result.points[4]];
 * // In a few of these histories bonds did better than equity: the top is not all equity, as it would be without errors.
 * highest.weights.EQUITY > 0.7 && highest.weights.EQUITY < 1; // => true
 * highest.bands.EQUITY; // => { low: 0, high: 1 }
 * least.standardDeviations.EQUITY < 0.1; // => true
 * ```
 */
export function resampledFrontier(
  problem: FrontierProblem,
  options: ResampleOptions,
): ResampledFrontierResult {
  checkObject(problem, 'problem');
  refuseFields(problem, ['objective'], 'problem', 'nothing: a frontier serves all objectives');
  const compiled = compileFrontier(problem);
  const checked = checkOptions(options, compiled.assets.length);
  const workspace: Workspace = { position: undefined };
  const path = pathOf(compiled, workspace);
  if (!('corners' in path)) return reportFailure(compiled, withoutOptimum(path));
  const { weights, succeeded } = drawWeights(compiled, checked, workspace);
  return succeeded < 2 ? uncertified() : describe(compiled, checked, weights, succeeded);
}

/** The weights of every rank and asset in every draw that could be proved: ranks × assets × draws. */
function drawWeights(
  problem: CompiledProblem,
  { observations, draws, count, random, onProgress }: CheckedOptions,
  workspace: Workspace,
): { readonly weights: Float64Array; readonly succeeded: number } {
  const next = estimatesOf(problem.expectedReturn, riskRoot(problem.risk), observations, random);
  const weights = new Float64Array(count * problem.assets.length * draws);
  let succeeded = 0;
  for (let draw = 1; draw <= draws; draw++) {
    const ranks = ranksOf(problem, next(), count, workspace);
    ranks?.forEach((weight, place) => {
      weights[place * draws + succeeded] = weight;
    });
    if (ranks !== undefined) succeeded++;
    onProgress(draw, draws);
  }
  return { weights, succeeded };
}

/** Returns closer than this, relative to the largest return, are one point. */
const ONE_POINT = 1e-12;

/** The weights of every rank of a draw's frontier, ranks × assets; nothing where a corner of it cannot be proved. */
function ranksOf(
  problem: CompiledProblem,
  { mean, covariance }: Estimates,
  count: number,
  workspace: Workspace,
): Float64Array | undefined {
  const size = mean.length;
  const drawn = withReturns(problem, mean);
  const program = { ...drawn.program, risk: denseRisk(covariance, size) };
  const path = tracePath(program, { workspace });
  if (!('corners' in path)) return undefined;
  const corners = provedCorners(problem, program, path);
  if (corners === undefined) return undefined;
  const { slopes } = path;
  const last = slopes.length - 1;
  const [highest, lowest] = [slopes[0]!, slopes[last]!];
  const largest = Math.max(
    Math.abs(highest + drawn.returnOfBase),
    Math.abs(lowest + drawn.returnOfBase),
  );
  const range = highest - lowest <= ONE_POINT * largest ? 0 : highest - lowest;
  const ranks = new Float64Array(count * size);
  for (let k = 0; k < count; k++) {
    // Both ends are corners, whatever rounding makes of their returns.
    const wanted = k === count - 1 ? highest : lowest + (range * k) / (count - 1);
    const safest = k === 0 || range === 0;
    const point = safest ? { corner: last, share: 0 } : pointAtSlope(path, wanted);
    ranks.set(alongPath(corners, size, point), k * size);
  }
  return ranks;
}

/** The weights at the corners, corners × assets. Between corners the residuals of their proof are no greater. */
function provedCorners(
  problem: CompiledProblem,
  program: ParametricProgram,
  { parameters, corners, prices }: Path,
): Float64Array | undefined {
  const { size, rows } = program;
  const assets = problem.assets.length;
  const weights = new Float64Array(parameters.length * assets);
  for (let k = 0; k < parameters.length; k++) {
    const x = corners.subarray(k * size, (k + 1) * size);
    const own = prices.subarray(k * rows.count, (k + 1) * rows.count);
    if (!isProof(residualsOf(program, { x, prices: own, t: parameters[k]! }))) return undefined;
    weights.set(weightsOf(problem, x), k * assets);
  }
  return weights;
}

function describe(
  problem: CompiledProblem,
  checked: CheckedOptions,
  weights: Float64Array,
  succeeded: number,
): ResampledFrontier {
  const { draws, observations, count, coverage, random, seed } = checked;
  const { assets } = problem;
  const points: ResampledPoint[] = [];
  for (let k = 0; k < count; k++) {
    const spreads = assets.map((_, a) => {
      const from = (k * assets.length + a) * draws;
      return spreadOf(weights.subarray(from, from + succeeded), coverage);
    });
    points.push(resampledPoint(problem, spreads));
  }
  const failedDraws = draws - succeeded;
  return Object.freeze({
    status: 'resampled',
    assets: Object.freeze([...assets]),
    points: Object.freeze(points),
    draws,
    failedDraws,
    observations,
    coverage,
    generator: random.name,
    seed,
    reasons: Object.freeze([
      makeReason('allocation.resampled', 'info', { draws: succeeded, observations }),
      ...(failedDraws > 0
        ? [makeReason('allocation.draws-failed', 'warn', { draws, failed: failedDraws })]
        : []),
    ]),
  });
}

function resampledPoint(
  problem: CompiledProblem,
  spreads: readonly WeightSpread[],
): ResampledPoint {
  const of = (read: (spread: WeightSpread) => number): Float64Array =>
    Float64Array.from(spreads, read);
  return Object.freeze({
    ...pointOf(problem, { weights: of(({ mean }) => mean) }),
    standardDeviations: named(
      problem.assets,
      of(({ standardDeviation }) => standardDeviation),
    ),
    bands: Object.freeze(
      Object.fromEntries(
        spreads.map(({ low, high }, a) => [problem.assets[a]!, Object.freeze({ low, high })]),
      ),
    ),
  });
}
