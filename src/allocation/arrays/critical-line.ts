import { checkObject } from '../../errors/index.js';
import { tracePath } from '../../numerics/index.js';
import {
  type CompiledMeanVariance,
  checkCompiled,
  concave,
  programOf,
} from './compile-mean-variance.js';
import { type AllocationWorkspace, roomIn } from './workspace.js';

/** The corners of the efficient frontier in arrays, or why there are none. */
export type CriticalLine =
  | {
      readonly status: 'corners';
      /** The number of corners. */
      readonly count: number;
      /** count × n, row-major, from the highest return to the least variance. */
      readonly weights: Float64Array;
      /** λ at each corner; the last is 0. */
      readonly riskTolerances: Float64Array;
      readonly expectedReturns: Float64Array;
      readonly variances: Float64Array;
      /** The most by which any corner misses any condition of optimality, relative to its size. */
      readonly residual: number;
      /** Changes of the set of free assets and binding rules. */
      readonly iterations: number;
      /** Variance that had to be added to every asset to come to an end; 0 as a rule. */
      readonly ridge: number;
    }
  | { readonly status: 'infeasible' | 'no-convergence' };

/**
 * All corner portfolios of the efficient frontier, in arrays: what `efficientFrontier` gives by name. Every corner is proved.
 *
 * Source: as `efficientFrontier`.
 */
export function criticalLine(
  compiled: CompiledMeanVariance,
  options: { readonly workspace?: AllocationWorkspace | undefined } = {},
): CriticalLine {
  const program = programOf(checkCompiled(compiled));
  const { workspace } = checkObject(options, 'options') as typeof options;
  const path = tracePath(program, roomIn(workspace));
  if (path.status === 'concave') throw concave();
  if (!('corners' in path)) {
    return Object.freeze({
      status: path.status === 'infeasible' ? 'infeasible' : 'no-convergence',
    });
  }
  return Object.freeze({
    status: 'corners',
    count: path.parameters.length,
    weights: path.corners,
    riskTolerances: path.parameters,
    expectedReturns: path.slopes,
    variances: path.variances,
    residual: path.residual,
    iterations: path.pivots,
    ridge: path.ridge,
  });
}
