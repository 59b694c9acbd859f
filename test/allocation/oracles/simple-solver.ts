import { interiorPoint } from './interior-point.js';
import { breachOf } from './kkt-residuals.js';
import { dot, type Limit, limitsOf, type SimpleProblem, solveSystem } from './simple-problem.js';

export { kktResiduals } from './kkt-residuals.js';
export type { SimpleProblem } from './simple-problem.js';

/** Up to so many sets of limits are tried at once, and up to the second number where nothing else helps. */
const FEW_SETS = 5_000;
const MOST_SETS = 500_000;

export interface SimpleOptimum {
  readonly weights: readonly number[];
  /** ½w'Σw + c'w. */
  readonly objective: number;
  /** Exact but for rounding, or to about eight digits of the objective. */
  readonly method: 'enumeration' | 'interior point';
}

/**
 * A minimum, found without any of the library's solvers; nothing where no weights meet all limits.
 *
 * Small problems: every set of limits is taken as equations until one meets the conditions of Karush, Kuhn and
 * Tucker. Some set with one solution always does where there is a minimum, also where limits depend on each other
 * or the covariance is singular: at an extreme point of the set of all minima, the limits that hold leave no
 * direction without curvature, and by Carathéodory’s theorem independent ones of them carry the gradient. Of several minima any
 * may come. Larger problems go to an interior-point method; where it does not settle, as without any room between
 * limits, the sets are tried after all.
 */
export function simpleSolve(problem: SimpleProblem): SimpleOptimum | undefined {
  const { equations, conditions } = limitsOf(problem);
  const most = problem.linear.length - equations.length;
  const sets = setsOf(conditions.length, most);
  const inner = sets > FEW_SETS ? interiorPoint(problem) : undefined;
  const outer =
    inner === undefined && sets <= MOST_SETS
      ? enumerated(problem, equations, conditions, most)
      : undefined;
  const weights = inner ?? outer;
  if (weights === undefined || breachOf(problem, weights) > 1e-8) return undefined;
  return {
    weights,
    objective: objectiveOf(problem, weights),
    method: inner === undefined ? 'enumeration' : 'interior point',
  };
}

/** ½w'Σw + c'w. */
export function objectiveOf({ covariance, linear }: SimpleProblem, w: readonly number[]): number {
  return (
    dot(
      w,
      covariance.map((row) => dot(row, w)),
    ) /
      2 +
    dot(linear, w)
  );
}

/** How many sets of at most `most` of `count` things there are. */
function setsOf(count: number, most: number): number {
  let sets = 0;
  let choices = 1;
  for (let size = 0; size <= most && size <= count; size++) {
    sets += choices;
    choices = (choices * (count - size)) / (size + 1);
  }
  return sets;
}

function enumerated(
  problem: SimpleProblem,
  equations: readonly Limit[],
  conditions: readonly Limit[],
  most: number,
): number[] | undefined {
  for (let size = 0; size <= most && size <= conditions.length; size++) {
    for (const held of subsets(conditions, size)) {
      const found = stationary(problem, [...equations, ...held]);
      if (found === undefined || found.prices.slice(equations.length).some((p) => p < -found.slip))
        continue;
      if (conditions.every(({ normal, limit }) => dot(normal, found.weights) - limit < 1e-10))
        return found.weights;
    }
  }
  return undefined;
}

function* subsets<T>(list: readonly T[], size: number, from = 0): Generator<readonly T[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let i = from; i <= list.length - size; i++) {
    for (const rest of subsets(list, size - 1, i + 1)) yield [list[i]!, ...rest];
  }
}

/** Where the gradient is carried by limits taken as equations, scaled so that prices and weights are of one size. */
function stationary(
  { covariance, linear }: SimpleProblem,
  held: readonly Limit[],
): { readonly weights: number[]; readonly prices: number[]; readonly slip: number } | undefined {
  const n = linear.length;
  const size = Math.max(...covariance.flat().map(Math.abs)) || 1;
  const matrix = [
    ...covariance.map((row, i) => [
      ...row.map((x) => x / size),
      ...held.map(({ normal }) => normal[i]!),
    ]),
    ...held.map(({ normal }) => [...normal, ...held.map(() => 0)]),
  ];
  const found = solveSystem(matrix, [
    ...linear.map((c) => -c / size),
    ...held.map(({ limit }) => limit),
  ]);
  if (found === undefined) return undefined;
  const slip = 1e-10 * (1 + Math.max(...linear.map(Math.abs)) / size);
  return { weights: found.slice(0, n), prices: found.slice(n), slip };
}
