import { AptfolioError, at, checkObject, checkRange } from '../../errors/index.js';
import { minimiseAt } from '../../numerics/index.js';
import { checkArray } from './check-array.js';
import {
  type CompiledMeanVariance,
  checkCompiled,
  concave,
  programOf,
} from './compile-mean-variance.js';
import { type AllocationWorkspace, roomIn } from './workspace.js';

/** Where the assets and rules of a solution stand. */
export interface AllocationSupport {
  /** n weights. */
  readonly x: Float64Array;
  /** n and m codes. */
  readonly standing: Int8Array;
  readonly rowStanding: Int8Array;
}

/** Weights at one risk tolerance, or why there are none. */
export type MeanVarianceSolution =
  | {
      readonly status: 'optimal';
      readonly weights: Float64Array;
      /** The most by which any condition of optimality is missed, relative to its size. */
      readonly residual: number;
      readonly iterations: number;
      /** Where assets and rules stand: a start for a similar program. */
      readonly support: AllocationSupport;
    }
  | { readonly status: 'infeasible' | 'no-convergence' };

/**
 * The weights that minimise ½·w'Σw − λ·μ'w for λ = `riskTolerance` of at least 0; 0 gives the least variance.
 *
 * `start` takes the support of an earlier solution under the same rules: when little has changed, little has to be done. The
 * solution does not depend on it beyond rounding (where the covariance is singular, another equally good one may come).
 *
 * @example
 * ```ts
 * import { compileMeanVariance, meanVarianceWeights } from 'aptfolio/allocation';
 *
 * const compiled = compileMeanVariance({
 *   expectedReturn: Float64Array.of(0.02, 0.06),
 *   covariance: Float64Array.of(0.01, 0, 0, 0.04),
 * });
 * const least = meanVarianceWeights(compiled, { riskTolerance: 0 });
 * [...least.weights]; // => [0.8, 0.2]
 * const expectedReturn = Float64Array.of(0.03, 0.06);
 * const next = meanVarianceWeights(compiled, {
 *   riskTolerance: 0.5, expectedReturn, start: least.support,
 * });
 * [...next.weights]; // => [0.5, 0.5]
 * ```
 */
export function meanVarianceWeights(
  compiled: CompiledMeanVariance,
  options: {
    readonly riskTolerance: number;
    /** Other expected returns than those of the program. */
    readonly expectedReturn?: Float64Array | undefined;
    readonly start?: AllocationSupport | undefined;
    readonly workspace?: AllocationWorkspace | undefined;
  },
): MeanVarianceSolution {
  const { size } = checkCompiled(compiled);
  const program = programOf(compiled);
  checkObject(options, 'options');
  const t = checkRange(options.riskTolerance, 'options.riskTolerance', { min: 0 });
  const { expectedReturn, start, workspace } = options;
  const used =
    expectedReturn === undefined
      ? program
      : { ...program, slope: checkArray(expectedReturn, 'options.expectedReturn', size) };
  const optimum = minimiseAt(used, t, {
    ...(start === undefined ? {} : { start: checkSupport(start) }),
    ...roomIn(workspace),
  });
  if (optimum.status === 'concave') throw concave();
  if (optimum.status !== 'optimal') {
    return Object.freeze({
      status: optimum.status === 'infeasible' ? 'infeasible' : 'no-convergence',
    });
  }
  const { x, standing, rowStanding, residuals, iterations } = optimum;
  const { primal, stationarity, complementarity } = residuals;
  return Object.freeze({
    status: 'optimal',
    weights: x.slice(),
    residual: Math.max(primal, stationarity, complementarity),
    iterations,
    support: Object.freeze({ x, standing, rowStanding }),
  });
}

/** Checks that a support is one. One of another size is of no use, and of no harm. */
function checkSupport(start: AllocationSupport): AllocationSupport {
  const path = 'options.start';
  const { x, standing, rowStanding } = checkObject(start, path);
  checkArray(x as Float64Array, at(path, 'x'));
  for (const [name, codes] of [
    ['standing', standing],
    ['rowStanding', rowStanding],
  ] as const) {
    if (codes instanceof Int8Array) continue;
    throw new AptfolioError('invalid-type', at(path, name), 'an Int8Array', codes);
  }
  return start;
}
