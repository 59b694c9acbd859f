import {
  minimiseExpectedShortfall,
  type OptimalShortfall,
  type ShortfallOptions,
  type ShortfallPoint,
  type ShortfallProblem,
  type ShortfallResult,
  shortfallFrontier,
} from '../../../src/allocation/index.js';

export function optimal(result: ShortfallResult): OptimalShortfall {
  if (result.status !== 'optimal') throw new Error(`not optimal: ${JSON.stringify(result)}`);
  return result;
}

export const solved = (problem: ShortfallProblem, options?: ShortfallOptions): OptimalShortfall =>
  optimal(minimiseExpectedShortfall(problem, options));

export function pointsOf(
  problem: ShortfallProblem,
  options: Parameters<typeof shortfallFrontier>[1],
): readonly ShortfallPoint[] {
  const result = shortfallFrontier(problem, options);
  if (result.status !== 'points') throw new Error(`no points: ${JSON.stringify(result)}`);
  return result.points;
}

/** The loss of each scenario for given weights. */
export function lossesOf(
  { assets, scenarios }: ShortfallProblem,
  weights: Readonly<Record<string, number>>,
): readonly number[] {
  return (scenarios as readonly (readonly number[])[]).map(
    (row) => -row.reduce((sum, own, i) => sum + own * (weights[assets[i] as string] as number), 0),
  );
}

/** The shortfall as the minimum over all losses as candidates of z + E[(loss − z)⁺]/(1 − confidence). */
export function shortfallOf(
  losses: readonly number[],
  confidence: number,
  probabilities: ArrayLike<number> = losses.map(() => 1 / losses.length),
): number {
  const at = (z: number): number =>
    losses.reduce((sum, loss, t) => {
      return sum + (Math.max(0, loss - z) * (probabilities[t] as number)) / (1 - confidence);
    }, z);
  return Math.min(...losses.map(at));
}
