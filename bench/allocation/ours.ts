import {
  type CompiledMeanVariance,
  compileMeanVariance,
  createWorkspace,
  criticalLine,
  type MeanVarianceSolution,
  meanVarianceWeights,
  type RuleArrays,
} from 'aptfolio/allocation';
import type { Market } from './market.js';

/** The corner portfolios of a frontier, from the highest return down to the least risk. */
export interface Corners {
  /** Expected return at each corner. */
  readonly returns: Float64Array;
  /** Weights at each corner, corners × assets, row-major. */
  readonly weights: Float64Array;
}

/** How the covariance is given. */
export type Form = 'matrix' | 'factors';

/** Our whole frontier. The program is checked once, outside the clock. */
export function ourFrontier(market: Market, form: Form = 'matrix'): () => Corners {
  const compiled = compiledOf(market, form);
  const workspace = createWorkspace();
  return () => {
    const line = criticalLine(compiled, { workspace });
    if (line.status !== 'corners') throw new Error(`${market.name}: ${line.status}`);
    return { returns: line.expectedReturns, weights: line.weights };
  };
}

/** Our one portfolio: the least of half the variance less t times the return. */
export function ourPoint(market: Market, t: number, form: Form = 'matrix'): () => Float64Array {
  const compiled = compiledOf(market, form);
  const options = { riskTolerance: t, workspace: createWorkspace() };
  return () => optimalOf(meanVarianceWeights(compiled, options)).weights;
}

/** Our portfolios under the returns of two like markets in turns, each begun at the one before. */
export function ourTurns(markets: readonly [Market, Market], t: number): () => Float64Array {
  const compiled = compiledOf(markets[0], 'matrix');
  const workspace = createWorkspace();
  const solve = (start?: Solved['support']): Solved => {
    turn = 1 - turn;
    const { expected } = markets[turn]!;
    const options = { riskTolerance: t, expectedReturn: expected, workspace };
    const begun = start === undefined ? options : { ...options, start };
    return optimalOf(meanVarianceWeights(compiled, begun));
  };
  let turn = 0;
  let last = solve();
  return () => {
    last = solve(last.support);
    return last.weights;
  };
}

type Solved = MeanVarianceSolution & { readonly status: 'optimal' };

function optimalOf(solution: MeanVarianceSolution): Solved {
  if (solution.status !== 'optimal') throw new Error(solution.status);
  return solution;
}

function compiledOf(market: Market, form: Form): CompiledMeanVariance {
  const { expected, covariance, factors } = market;
  return compileMeanVariance({
    expectedReturn: expected,
    covariance:
      form === 'matrix'
        ? covariance
        : { loadings: factors!.loadings, specificVariance: factors!.specific },
    rules: rulesOf(market),
  });
}

/** The budget, then a cap for each group. */
function rulesOf({ size, groups }: Market): RuleArrays {
  const count = 1 + (groups?.count ?? 0);
  const matrix = new Float64Array(count * size).fill(1, 0, size);
  groups?.of.forEach((group, i) => {
    matrix[(1 + group) * size + i] = 1;
  });
  const lower = new Float64Array(count).fill(Number.NEGATIVE_INFINITY);
  const upper = new Float64Array(count).fill(groups?.cap ?? 1);
  lower[0] = 1;
  upper[0] = 1;
  return { matrix, lower, upper };
}
