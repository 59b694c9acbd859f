import {
  type CriticalLine,
  compileMeanVariance,
  criticalLine,
  type MeanVarianceArrays,
} from '../../../src/allocation/index.js';
import type { SimpleProblem } from '../oracles/simple-problem.js';

/** A problem as the oracles have it: Σ, μ, rows and bounds. */
export type Frontier = Omit<SimpleProblem, 'linear'> & { readonly mean: readonly number[] };

export type Corners = Extract<CriticalLine, { status: 'corners' }>;

/** A problem with bounds for every asset in arrays. */
export function arraysOf({ mean, covariance, rows, lower, upper }: Frontier): MeanVarianceArrays {
  return {
    expectedReturn: Float64Array.from(mean),
    covariance: Float64Array.from(covariance.flat()),
    lower: Float64Array.from(lower as readonly number[]),
    upper: Float64Array.from(upper as readonly number[]),
    rules: {
      matrix: Float64Array.from(rows.flatMap(({ coefficients }) => coefficients)),
      lower: Float64Array.from(rows, ({ min }) => min ?? Number.NEGATIVE_INFINITY),
      upper: Float64Array.from(rows, ({ max }) => max ?? Number.POSITIVE_INFINITY),
    },
  };
}

/** Long only and fully invested. */
export function longOnly(
  mean: readonly number[],
  covariance: readonly (readonly number[])[],
): Frontier {
  return {
    mean,
    covariance,
    rows: [{ coefficients: mean.map(() => 1), min: 1, max: 1 }],
    lower: mean.map(() => 0),
    upper: mean.map(() => 1),
  };
}

/** The corners of a problem that has some. */
export function cornersOf(arrays: MeanVarianceArrays): Corners {
  const line = criticalLine(compileMeanVariance(arrays));
  if (line.status !== 'corners') throw new Error(line.status);
  return line;
}

/** The weights at a corner. */
export function cornerOf({ weights, count }: Corners, corner: number): number[] {
  const size = weights.length / count;
  return [...weights.subarray(corner * size, (corner + 1) * size)];
}

/** What stands at a risk tolerance between corners: weights on a straight line. */
export function weightsAt(line: Corners, lambda: number): number[] {
  const next = line.riskTolerances.findIndex((tolerance) => tolerance <= lambda);
  if (next <= 0) return cornerOf(line, 0);
  const [high, low] = [line.riskTolerances[next - 1]!, line.riskTolerances[next]!];
  const share = (high - lambda) / (high - low);
  const [from, to] = [cornerOf(line, next - 1), cornerOf(line, next)];
  return from.map((w, i) => (1 - share) * w + share * to[i]!);
}

/** The variance at a return between corners, with weights on a straight line. */
export function weightsAtReturn(line: Corners, expectedReturn: number): number[] {
  const { expectedReturns } = line;
  const next = expectedReturns.findIndex((value) => value <= expectedReturn);
  if (next < 0) return cornerOf(line, line.count - 1);
  if (next === 0) return cornerOf(line, 0);
  const [high, low] = [expectedReturns[next - 1]!, expectedReturns[next]!];
  const share = (high - expectedReturn) / (high - low);
  const [from, to] = [cornerOf(line, next - 1), cornerOf(line, next)];
  return from.map((w, i) => (1 - share) * w + share * to[i]!);
}

export function inner(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, x, i) => sum + x * b[i]!, 0);
}

export function varianceOf(
  covariance: readonly (readonly number[])[],
  weights: readonly number[],
): number {
  return inner(
    weights,
    covariance.map((row) => inner(row, weights)),
  );
}
