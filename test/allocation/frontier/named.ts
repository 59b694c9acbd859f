import {
  type EfficientFrontier,
  efficientFrontier,
  type FrontierProblem,
} from '../../../src/allocation/index.js';
import type { Frontier } from '../arrays/arrays.js';

/** A problem of the oracles by name: its first row is the budget, the others are rules. */
export function namedProblem(problem: Frontier): FrontierProblem {
  const { mean, covariance, rows, lower, upper } = problem;
  const [budget, ...others] = rows;
  const assets = mean.map((_, i) => `a${i}`);
  const [least, most] = [budget!.min as number, budget!.max as number];
  return {
    assets,
    expectedReturn: mean,
    covariance,
    bounds: Object.fromEntries(
      assets.map((asset, i) => [asset, { min: lower[i] as number, max: upper[i] as number }]),
    ),
    budget: least === most ? most : { min: least, max: most },
    rules: others
      // A row of zeros rules nothing.
      .filter(({ coefficients }) => coefficients.some((c) => c !== 0))
      .map(({ coefficients, min, max }, k) => ({
        id: `r${k}`,
        coefficients: Object.fromEntries(assets.map((asset, i) => [asset, coefficients[i]!])),
        ...(min == null ? {} : { min }),
        ...(max == null ? {} : { max }),
      })),
  };
}

export function frontierOf(problem: FrontierProblem): EfficientFrontier {
  const frontier = efficientFrontier(problem);
  if (frontier.status !== 'corners') throw new Error(frontier.status);
  return frontier;
}

/** The weights of a portfolio in the order of the assets. */
export function listOf(
  { assets }: Pick<EfficientFrontier, 'assets'>,
  weights: Readonly<Record<string, number>>,
): number[] {
  return assets.map((asset) => weights[asset]!);
}

/** Weights at a risk tolerance, on the straight line between corners. */
export function weightsAt(frontier: EfficientFrontier, lambda: number): number[] {
  const { corners } = frontier;
  const next = corners.findIndex(({ riskTolerance }) => riskTolerance <= lambda);
  if (next <= 0) return listOf(frontier, corners[0]!.weights);
  const [high, low] = [corners[next - 1]!, corners[next]!];
  const share = (high.riskTolerance - lambda) / (high.riskTolerance - low.riskTolerance);
  const to = listOf(frontier, low.weights);
  return listOf(frontier, high.weights).map((w, i) => (1 - share) * w + share * to[i]!);
}
