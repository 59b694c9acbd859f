import {
  denseRisk,
  type Optimum,
  type ParametricProgram,
  type Path,
  tracePath,
} from '../../../src/numerics/index.js';
import type { SimpleProblem } from '../../allocation/oracles/simple-problem.js';

/** A problem as the oracles have it: Σ, μ, rows and bounds; null stands for no bound. */
export type Frontier = Omit<SimpleProblem, 'linear'> & { readonly mean: readonly number[] };

/** What stands in for no bound, where weights never come near it. */
export const FAR = 1e4;

/** The problem with t = λ, as the engine takes it. */
export function programOf(problem: Frontier): ParametricProgram {
  const { mean, covariance, rows, lower, upper } = problem;
  const size = mean.length;
  return {
    risk: denseRisk(Float64Array.from(covariance.flat()), size),
    size,
    linear: new Float64Array(size),
    slope: Float64Array.from(mean),
    lower: Float64Array.from(lower, (bound) => bound ?? -FAR),
    upper: Float64Array.from(upper, (bound) => bound ?? FAR),
    rows: {
      count: rows.length,
      matrix: Float64Array.from(rows.flatMap(({ coefficients }) => coefficients)),
      lower: Float64Array.from(rows, ({ min }) => min ?? Number.NEGATIVE_INFINITY),
      upper: Float64Array.from(rows, ({ max }) => max ?? Number.POSITIVE_INFINITY),
    },
  };
}

/** The whole path of a program that has one, without any help of a ridge. */
export function pathOf(program: ParametricProgram, options: { from?: number } = {}): Path {
  const path = tracePath(program, options);
  if (!('corners' in path)) throw new Error(path.status);
  if (path.ridge !== 0) throw new Error('a ridge was needed');
  return path;
}

/** The weights at a corner. */
export function cornerOf(path: Pick<Path, 'corners' | 'parameters'>, corner: number): number[] {
  const size = path.corners.length / path.parameters.length;
  return [...path.corners.subarray(corner * size, (corner + 1) * size)];
}

/** The weights at a parameter, on the straight line between corners; beyond the first corner, those of the first. */
export function weightsAt(path: Pick<Path, 'corners' | 'parameters'>, t: number): number[] {
  const { parameters } = path;
  const next = parameters.findIndex((parameter) => parameter <= t);
  if (next <= 0) return cornerOf(path, 0);
  const [high, low] = [parameters[next - 1]!, parameters[next]!];
  const share = (high - t) / (high - low);
  const [from, to] = [cornerOf(path, next - 1), cornerOf(path, next)];
  return from.map((w, i) => (1 - share) * w + share * to[i]!);
}

/** μ'w and w'Σw, summed from the data. */
export function figuresOf(
  { mean, covariance }: Pick<Frontier, 'mean' | 'covariance'>,
  weights: readonly number[],
): { readonly return: number; readonly variance: number } {
  const sum = (values: readonly number[]): number => values.reduce((total, x) => total + x, 0);
  return {
    return: sum(mean.map((m, i) => m * weights[i]!)),
    variance: sum(
      covariance.map((row, i) => weights[i]! * sum(row.map((x, j) => x * weights[j]!))),
    ),
  };
}

export function optimum(result: { readonly status: string }): Optimum {
  if (result.status !== 'optimal') throw new Error(result.status);
  return result as Optimum;
}
