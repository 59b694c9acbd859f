import { AptfolioError, checkObject } from '../../errors/index.js';
import type { Path } from '../../numerics/index.js';
import { inner } from '../../numerics/index.js';
import {
  type InfeasibleAllocation,
  reportFailure,
  type UncertifiedAllocation,
  uncertified,
} from '../allocate.js';
import { type CompiledProblem, compileProblem } from '../compile/compile-problem.js';
import type { AllocationProblem } from '../problem.js';
import type { AllocationCertificate } from '../solve/certificate.js';
import type { PathPoint } from '../solve/path-points.js';
import { named, tradingOf } from '../solve/portfolio.js';
import type { Proof } from '../solve/proof.js';
import { varianceOf } from '../solve/risk-of.js';
import { pathOf, provePoint, withoutOptimum } from '../solve/solve-problem.js';

/** A problem without an objective: a frontier serves all of them. */
export type FrontierProblem = Omit<AllocationProblem, 'objective'>;

/** One efficient portfolio: no other has a higher return at its risk. */
export interface FrontierPoint {
  /** μ'w, less the costs of trading where those are given. */
  readonly expectedReturn: number;
  /** √ of the variance that the problem counts: the portfolio's, or that of its deviation from the benchmark. */
  readonly volatility: number;
  readonly weights: Readonly<Record<string, number>>;
}

/** A portfolio at which the set of assets between their bounds, or of binding rules, changes. */
export interface CornerPortfolio extends FrontierPoint {
  /** λ in ½·variance − λ·return: the corner is optimal at this risk tolerance (a risk aversion of 1/λ). */
  readonly riskTolerance: number;
}

/** The whole efficient frontier: between two corners weights lie on a straight line. */
export interface EfficientFrontier {
  readonly status: 'corners';
  readonly assets: readonly string[];
  /** From the highest return (the first λ at which it is optimal) down to the least variance, λ = 0. */
  readonly corners: readonly CornerPortfolio[];
  /** The worst residuals of all corners. Between corners they are no greater. */
  readonly certificate: AllocationCertificate;
}

/** The frontier, or why there is none. */
export type EfficientFrontierResult =
  | EfficientFrontier
  | InfeasibleAllocation
  | UncertifiedAllocation;

/**
 * The exact efficient frontier under a problem's rules, as its corner portfolios.
 *
 * From the highest return (where several portfolios have it, the safest of them) the general critical line algorithm follows
 * the optimum of ½w'Σw − λμ'w as λ falls to 0; a corner is where an asset reaches or leaves a bound or a rule begins or ceases
 * to bind. Two corners may have the same weights (a kink: there λ falls while nothing moves) or the same λ (a stretch
 * without any change of risk). All other efficient portfolios are mixes of two neighbours: see `portfolioAtReturn`,
 * `portfolioAtVolatility`, `portfolioAtRiskAversion`, `maximumSharpe` and `nearestEfficient`.
 *
 * Returns `infeasible` or `no-convergence` as `allocate` does, and throws as it does. Every corner is certified.
 *
 * Source: H. Markowitz, The optimization of a quadratic function subject to linear constraints, Naval Research
 * Logistics Quarterly 3 (1956); H. Markowitz and P. Todd, Mean-Variance Analysis in Portfolio Choice and Capital Markets
 * (2000); M. Best, An algorithm for the solution of the parametric quadratic programming problem (1996).
 *
 * @example
 * ```ts
 * import { efficientFrontier } from 'aptfolio/allocation';
 *
 * // H. Markowitz, Portfolio Selection (1959), chapter VIII.
 * const frontier = efficientFrontier({
 *   assets: ['A', 'B', 'C'],
 *   expectedReturn: [0.062, 0.146, 0.128],
 *   covariance: [[0.0146, 0.0187, 0.0145], [0.0187, 0.0854, 0.0104], [0.0145, 0.0104, 0.0289]],
 * });
 * frontier.corners.length; // => 4
 * frontier.corners[0].weights; // => { A: 0, B: 1, C: 0 }
 * frontier.corners[2].weights; // => { A: 0.8414051842, B: 0, C: 0.1585948158 }
 * frontier.corners[2].riskTolerance; // => 0.0333276489
 * ```
 */
export function efficientFrontier(problem: FrontierProblem): EfficientFrontierResult {
  const compiled = compileFrontier(problem);
  const path = pathOf(compiled);
  if (!('corners' in path)) return reportFailure(compiled, withoutOptimum(path));
  const corners: CornerPortfolio[] = [];
  let worst: Proof | undefined;
  for (let corner = 0; corner < path.parameters.length; corner++) {
    const proof = provePoint(compiled, path, { corner, share: 0 }, 1);
    if (proof === undefined) return uncertified();
    worst = worse(worst, proof);
    corners.push(Object.freeze({ riskTolerance: proof.t, ...pointOf(compiled, proof) }));
  }
  return Object.freeze({
    status: 'corners',
    assets: Object.freeze([...compiled.assets]),
    corners: Object.freeze(corners),
    certificate: Object.freeze({
      primal: worst!.residuals.primal + 0,
      stationarity: worst!.residuals.stationarity + 0,
      complementarity: worst!.residuals.complementarity + 0,
      iterations: path.pivots,
      condition: path.condition,
      ridge: path.ridge,
    }),
  });
}

/** Checks a problem without an objective. */
export function compileFrontier(problem: FrontierProblem): CompiledProblem {
  checkObject(problem, 'problem');
  if (problem.maxTrackingError !== undefined) {
    const expected = "nothing: for a frontier take risk 'active'";
    const given = problem.maxTrackingError;
    throw new AptfolioError('inconsistent', 'problem.maxTrackingError', expected, given);
  }
  return compileProblem({ ...problem, objective: { kind: 'minimum-variance' } });
}

function worse(one: Proof | undefined, other: Proof): Proof {
  if (one === undefined) return other;
  const most = (read: (proof: Proof) => number): number => Math.max(read(one), read(other));
  return {
    ...one,
    residuals: {
      ...one.residuals,
      primal: most(({ residuals }) => residuals.primal),
      stationarity: most(({ residuals }) => residuals.stationarity),
      complementarity: most(({ residuals }) => residuals.complementarity),
    },
  };
}

/** A proved portfolio as a point of the frontier. */
export function pointOf(
  problem: CompiledProblem,
  { weights }: Pick<Proof, 'weights'>,
): FrontierPoint {
  const { assets, risk, benchmark, active, expectedReturn } = problem;
  const counted = active ? weights.map((weight, a) => weight - benchmark![a]!) : weights;
  const cost = tradingOf(problem, weights)?.cost ?? 0;
  return Object.freeze({
    expectedReturn: inner(expectedReturn, weights) - cost + 0,
    volatility: Math.sqrt(varianceOf(risk, counted).variance),
    weights: named(assets, weights),
  });
}

/** A proved point of a path, or nothing. */
export function provedPoint(
  problem: CompiledProblem,
  path: Path & { readonly ridge: number },
  point: PathPoint,
): FrontierPoint | undefined {
  const proof = provePoint(problem, path, point, 1);
  return proof === undefined ? undefined : pointOf(problem, proof);
}
