import { checkInteger, checkObject } from '../../errors/index.js';
import {
  type InfeasibleAllocation,
  reportFailure,
  type UncertifiedAllocation,
  uncertified,
} from '../allocate.js';
import { pointAtSlope } from '../solve/path-points.js';
import { pathOf, withoutOptimum } from '../solve/solve-problem.js';
import {
  compileFrontier,
  type FrontierPoint,
  type FrontierProblem,
  provedPoint,
} from './efficient-frontier.js';

/** Efficient portfolios in ascending order of return, or why there are none. */
export type FrontierResult =
  | { readonly status: 'points'; readonly points: readonly FrontierPoint[] }
  | InfeasibleAllocation
  | UncertifiedAllocation;

/** How finely the frontier is drawn. */
export interface FrontierOptions {
  /** Number of points, both ends included; 2 to 1,000. */
  readonly count: number;
}

/** Returns closer than this, relative to the largest return, are one point. */
const ONE_POINT = 1e-12;

/**
 * Points of the efficient frontier, evenly spaced in return from the least variance to the highest return.
 *
 * The problem's rules hold at every point. When the portfolio of least variance already has the highest return, there is
 * one point. The points are read off the exact corners, and each is certified by itself. Returns `infeasible` or
 * `no-convergence` as `allocate` does, and throws as it does.
 *
 * @example
 * ```ts
 * import { frontierPoints } from 'aptfolio/allocation';
 *
 * const result = frontierPoints(
 *   { assets: ['BOND', 'EQUITY'], expectedReturn: [0.02, 0.06], covariance: [[0, 0], [0, 0.04]] },
 *   { count: 3 },
 * );
 * result.points.map((point) => point.expectedReturn); // => [0.02, 0.04, 0.06]
 * result.points.map((point) => point.volatility); // => [0, 0.1, 0.2]
 * ```
 */
export function frontierPoints(problem: FrontierProblem, options: FrontierOptions): FrontierResult {
  checkObject(problem, 'problem');
  checkObject(options, 'options');
  const count = checkInteger(options.count, 'options.count', { min: 2, max: 1000 });
  const compiled = compileFrontier(problem);
  const path = pathOf(compiled);
  if (!('corners' in path)) return reportFailure(compiled, withoutOptimum(path));
  const { slopes } = path;
  const lowest = slopes[slopes.length - 1]!;
  const range = slopes[0]! - lowest;
  const size = Math.max(Math.abs(slopes[0]! + compiled.returnOfBase), Math.abs(lowest));
  const steps = range <= ONE_POINT * size ? 0 : count - 1;
  const points: FrontierPoint[] = [];
  for (let k = 0; k <= steps; k++) {
    // Both ends are corners, whatever rounding makes of their returns.
    const end = k === steps ? slopes[0]! : lowest + (range * k) / steps;
    const place = k === 0 ? { corner: slopes.length - 1, share: 0 } : pointAtSlope(path, end);
    const point = provedPoint(compiled, path, place);
    if (point === undefined) return uncertified();
    points.push(point);
  }
  return Object.freeze({ status: 'points', points: Object.freeze(points) });
}
