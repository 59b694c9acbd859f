import {
  AptfolioError,
  at,
  checkList,
  checkNumber,
  checkObject,
  checkRange,
} from '../../errors/index.js';
import type { MatrixLike } from '../../market/index.js';
import { inner, type Path } from '../../numerics/index.js';
import { checkByAsset } from '../compile/check-names.js';
import { checkRisk } from '../compile/check-risk.js';
import type { FactorCovariance } from '../problem.js';
import {
  alongPath,
  bestRatio,
  type PathPoint,
  pointAtParameter,
  pointAtSlope,
  pointAtVariance,
  varianceAt,
} from '../solve/path-points.js';
import { named } from '../solve/portfolio.js';
import { imageOf } from '../solve/risk-of.js';
import type { CornerPortfolio, EfficientFrontier } from './efficient-frontier.js';

/** An efficient portfolio, or the range within which there are any. */
export type FrontierAnswer =
  | { readonly status: 'found'; readonly portfolio: CornerPortfolio }
  /** What was asked for lies beyond an end of the frontier: the least and the greatest value on it. */
  | { readonly status: 'unreachable'; readonly lowest: number; readonly highest: number };

/** Values beyond an end of the frontier by less than this part of their size are the end. */
const AT_END = 1e-12;

/**
 * The efficient portfolio of a given expected return.
 *
 * Found by bisection among the corners and in closed form between two of them; nothing is solved again.
 *
 * @example
 * ```ts
 * import { efficientFrontier, portfolioAtReturn } from 'aptfolio/allocation';
 *
 * const frontier = efficientFrontier({
 *   assets: ['BOND', 'EQUITY'], expectedReturn: [0.02, 0.06], covariance: [[0, 0], [0, 0.04]],
 * });
 * portfolioAtReturn(frontier, 0.03).portfolio.weights; // => { BOND: 0.75, EQUITY: 0.25 }
 * portfolioAtReturn(frontier, 0.07); // => { status: 'unreachable', lowest: 0.02, highest: 0.06 }
 * ```
 */
export function portfolioAtReturn(
  frontier: EfficientFrontier,
  expectedReturn: number,
): FrontierAnswer {
  const path = pathOf(frontier);
  const wanted = checkNumber(expectedReturn, 'expectedReturn');
  const beyond = outside(wanted, path.slopes[path.slopes.length - 1]!, path.slopes[0]!);
  return beyond ?? found(frontier, path, pointAtSlope(path, wanted));
}

/**
 * The efficient portfolio of a given volatility: the highest return at that risk.
 *
 * A volatility above that of the highest return is met by the portfolio of highest return, which is safer.
 *
 * @example
 * ```ts
 * import { efficientFrontier, portfolioAtVolatility } from 'aptfolio/allocation';
 *
 * const frontier = efficientFrontier({
 *   assets: ['BOND', 'EQUITY'], expectedReturn: [0.02, 0.06], covariance: [[0, 0], [0, 0.04]],
 * });
 * portfolioAtVolatility(frontier, 0.1).portfolio.weights; // => { BOND: 0.5, EQUITY: 0.5 }
 * ```
 */
export function portfolioAtVolatility(
  frontier: EfficientFrontier,
  volatility: number,
): FrontierAnswer {
  const path = pathOf(frontier);
  const wanted = checkRange(volatility, 'volatility', { min: 0 });
  const least = Math.sqrt(path.variances[path.variances.length - 1]!);
  const most = Math.sqrt(path.variances[0]!);
  const beyond = outside(Math.min(wanted, most), least, most);
  return beyond ?? found(frontier, path, pointAtVariance(path, wanted * wanted));
}

/**
 * The portfolio of highest utility μ'w − (λ/2)·variance, with λ = `riskAversion` above 0.
 *
 * @example
 * ```ts
 * import { efficientFrontier, portfolioAtRiskAversion } from 'aptfolio/allocation';
 *
 * const frontier = efficientFrontier({
 *   assets: ['BOND', 'EQUITY'], expectedReturn: [0.02, 0.06], covariance: [[0, 0], [0, 0.04]],
 * });
 * portfolioAtRiskAversion(frontier, 4).weights; // => { BOND: 0.75, EQUITY: 0.25 }
 * ```
 */
export function portfolioAtRiskAversion(
  frontier: EfficientFrontier,
  riskAversion: number,
): CornerPortfolio {
  const path = pathOf(frontier);
  const wanted = checkRange(riskAversion, 'riskAversion', { exclusiveMin: 0 });
  return portfolioAt(frontier, path, pointAtParameter(path, 1 / wanted));
}

/**
 * The portfolio of the highest Sharpe ratio (return − riskless) / volatility. `unreachable` where no portfolio earns more than
 * the riskless return, and where one without risk does, so that the ratio has no end.
 *
 * Source: W. F. Sharpe, Mutual fund performance, Journal of Business 39 (1966). Where the tangent touches, the risk tolerance
 * times the excess return is the variance; between corners that condition is linear.
 *
 * @example
 * ```ts
 * import { efficientFrontier, maximumSharpe } from 'aptfolio/allocation';
 *
 * const frontier = efficientFrontier({
 *   assets: ['BOND', 'EQUITY'], expectedReturn: [0.02, 0.06], covariance: [[0.01, 0], [0, 0.04]],
 * });
 * // Uncorrelated: weights in proportion to excess return over variance, 1 to 1.25.
 * maximumSharpe(frontier, 0.01).portfolio.weights; // => { BOND: 0.4444444444, EQUITY: 0.5555555556 }
 * maximumSharpe(frontier, 0.06); // => { status: 'unreachable', lowest: 0.028, highest: 0.06 }
 * ```
 */
export function maximumSharpe(frontier: EfficientFrontier, risklessReturn: number): FrontierAnswer {
  const path = pathOf(frontier);
  const riskless = checkNumber(risklessReturn, 'risklessReturn');
  const point = bestRatio(path, riskless);
  const last = path.slopes.length - 1;
  const lowest = path.slopes[last]!;
  // Cash that earns more than the riskless return makes the ratio endless.
  const room = AT_END * Math.max(Math.abs(lowest), Math.abs(riskless));
  const isEndless = path.variances[last] === 0 && lowest - riskless > room;
  if (point !== undefined && !isEndless) return found(frontier, path, point);
  return Object.freeze({ status: 'unreachable', lowest, highest: path.slopes[0]! });
}

/**
 * The efficient portfolio nearest to a given one: the least tracking error √((w − x)'Σ(w − x)).
 *
 * Every segment is searched in closed form. An asset that is not named in `weights` is not held.
 *
 * @example
 * ```ts
 * import { efficientFrontier, nearestEfficient } from 'aptfolio/allocation';
 *
 * const covariance = [[0.01, 0], [0, 0.04]];
 * const frontier = efficientFrontier({
 *   assets: ['BOND', 'EQUITY'], expectedReturn: [0.02, 0.06], covariance,
 * });
 * // All bonds are not efficient: the portfolio of least variance is nearest.
 * nearestEfficient(frontier, { BOND: 1 }, covariance).portfolio.weights; // => { BOND: 0.8, EQUITY: 0.2 }
 * ```
 */
export function nearestEfficient(
  frontier: EfficientFrontier,
  weights: Readonly<Record<string, number>>,
  covariance: MatrixLike | FactorCovariance,
): { readonly portfolio: CornerPortfolio; readonly trackingError: number } {
  const path = pathOf(frontier);
  const { assets } = frontier;
  const indexOf = new Map(assets.map((name, i) => [name, i]));
  const own = checkByAsset(weights, 'weights', { assets, indexOf }, 0);
  const risk = checkRisk(covariance, 'covariance', assets.length);
  let best: PathPoint = { corner: 0, share: 0 };
  let least = Number.POSITIVE_INFINITY;
  for (let corner = 0; corner < path.parameters.length; corner++) {
    const start = cornerWeights(path, corner, assets.length);
    const end = cornerWeights(
      path,
      Math.min(corner + 1, path.parameters.length - 1),
      assets.length,
    );
    const move = end.map((value, i) => value - start[i]!);
    const apart = start.map((value, i) => value - own[i]!);
    const image = imageOf(risk, move);
    const bend = inner(move, image);
    const slope = inner(apart, image);
    const share = bend > 0 ? Math.min(1, Math.max(0, -slope / bend)) : 0;
    const variance = inner(apart, imageOf(risk, apart)) + share * (2 * slope + share * bend);
    if (variance >= least) continue;
    least = variance;
    best = share === 1 ? { corner: corner + 1, share: 0 } : { corner, share };
  }
  return Object.freeze({
    portfolio: portfolioAt(frontier, path, best),
    trackingError: Math.sqrt(Math.max(0, least)),
  });
}

/** The corners as lists of numbers, in the form that the solver leaves them. */
function pathOf(frontier: EfficientFrontier): Path {
  const { status, corners, assets } = checkObject(frontier, 'frontier');
  if (status !== 'corners') {
    const expected = 'a frontier that was found';
    throw new AptfolioError('inconsistent', 'frontier.status', expected, status);
  }
  const names = checkList<string>(assets, 'frontier.assets', { minLength: 1 });
  const list = checkList<CornerPortfolio>(corners, 'frontier.corners', { minLength: 1 });
  const path = {
    status: 'complete' as const,
    parameters: new Float64Array(list.length),
    slopes: new Float64Array(list.length),
    variances: new Float64Array(list.length),
    corners: new Float64Array(list.length * names.length),
    prices: new Float64Array(0),
    pivots: 0,
    condition: 1,
  };
  list.forEach((corner, k) => {
    const where = at('frontier.corners', k);
    const { riskTolerance, expectedReturn, volatility, weights } = checkObject(corner, where);
    path.parameters[k] = checkNumber(riskTolerance, at(where, 'riskTolerance'));
    path.slopes[k] = checkNumber(expectedReturn, at(where, 'expectedReturn'));
    path.variances[k] = squareOf(checkNumber(volatility, at(where, 'volatility')));
    const own = checkObject(weights, at(where, 'weights'));
    names.forEach((asset, i) => {
      const weight = checkNumber(own[asset], at(at(where, 'weights'), asset));
      path.corners[k * names.length + i] = weight;
    });
  });
  return path;
}

function squareOf(value: number): number {
  return value * value;
}

function cornerWeights(path: Path, corner: number, size: number): Float64Array {
  return path.corners.subarray(corner * size, corner * size + size);
}

function outside(value: number, lowest: number, highest: number): FrontierAnswer | undefined {
  const room = AT_END * Math.max(Math.abs(lowest), Math.abs(highest));
  if (value >= lowest - room && value <= highest + room) return undefined;
  return Object.freeze({ status: 'unreachable', lowest, highest });
}

function found(frontier: EfficientFrontier, path: Path, point: PathPoint): FrontierAnswer {
  return Object.freeze({ status: 'found', portfolio: portfolioAt(frontier, path, point) });
}

/** The portfolio at a point: a corner itself, or a mix of it and the next. */
function portfolioAt(
  { corners, assets }: EfficientFrontier,
  path: Path,
  point: PathPoint,
): CornerPortfolio {
  if (point.share === 0) return corners[point.corner]!;
  const value = (values: Float64Array): number => alongPath(values, 1, point)[0]! + 0;
  return Object.freeze({
    riskTolerance: value(path.parameters),
    expectedReturn: value(path.slopes),
    volatility: Math.sqrt(varianceAt(path, point)),
    weights: named(assets, alongPath(path.corners, assets.length, point)),
  });
}
