import { type AssetRisks, byAsset, checkRisksAlone } from './asset-risks.js';
import { divideRisk } from './risk-division.js';
import { type UnattainableDivision, withoutWeights } from './unattainable.js';

/** Weights by a rule, without anything that was optimised. */
export interface RuledWeights {
  readonly status: 'allocated';
  /** At least 0, summing to 1. */
  readonly weights: Readonly<Record<string, number>>;
  /** √(w'Σw). */
  readonly volatility: number;
  /** Each asset's share of the variance, summing to 1; all 0 for a portfolio without risk. */
  readonly riskContributions: Readonly<Record<string, number>>;
}

/**
 * The same weight for every asset.
 *
 * Source: V. DeMiguel, L. Garlappi and R. Uppal, Optimal versus Naive Diversification (2009).
 *
 * @example
 * ```ts
 * import { equalWeight } from 'aptfolio/allocation';
 *
 * equalWeight({ assets: ['A', 'B'], covariance: [[0.04, 0], [0, 0.01]] }).weights; // => { A: 0.5, B: 0.5 }
 * ```
 */
export function equalWeight(problem: AssetRisks): RuledWeights {
  const { assets, covariance } = checkRisksAlone(problem);
  const weights = new Float64Array(assets.length).fill(1 / assets.length);
  return ruledWeights(assets, covariance, weights);
}

/**
 * Weights in proportion to 1/σ: risk parity where all correlations are the same.
 *
 * `unattainable` where an asset has no risk.
 *
 * @example
 * ```ts
 * import { inverseVolatility } from 'aptfolio/allocation';
 *
 * inverseVolatility({ assets: ['A', 'B'], covariance: [[0.09, 0], [0, 0.01]] }).weights;
 * // => { A: 0.25, B: 0.75 }
 * ```
 */
export function inverseVolatility(problem: AssetRisks): RuledWeights | UnattainableDivision {
  return inProportion(problem, (variance) => 1 / Math.sqrt(variance));
}

/**
 * Weights in proportion to 1/σ²: the least variance where nothing is correlated.
 *
 * `unattainable` where an asset has no risk.
 *
 * @example
 * ```ts
 * import { inverseVariance } from 'aptfolio/allocation';
 *
 * inverseVariance({ assets: ['A', 'B'], covariance: [[0.09, 0], [0, 0.01]] }).weights;
 * // => { A: 0.1, B: 0.9 }
 * ```
 */
export function inverseVariance(problem: AssetRisks): RuledWeights | UnattainableDivision {
  return inProportion(problem, (variance) => 1 / variance);
}

function inProportion(
  problem: AssetRisks,
  sizeOf: (variance: number) => number,
): RuledWeights | UnattainableDivision {
  const { assets, covariance } = checkRisksAlone(problem);
  const variances = Float64Array.from(assets, (_, i) => covariance[i * assets.length + i]!);
  const riskless = assets.filter((_, i) => variances[i] === 0);
  if (riskless.length > 0) return withoutWeights(riskless);
  const least = variances.reduce((min, variance) => Math.min(min, variance));
  // In units of the least variance, so that no inverse overflows.
  const sizes = variances.map((variance) => sizeOf(variance / least));
  const sum = sizes.reduce((total, size) => total + size, 0);
  const weights = sizes.map((size) => size / sum);
  return ruledWeights(assets, covariance, weights);
}

/** Describes weights that a rule gave. */
export function ruledWeights(
  assets: readonly string[],
  covariance: Float64Array,
  weights: Float64Array,
): RuledWeights {
  const { volatility, shares } = divideRisk(covariance, weights);
  return Object.freeze({
    status: 'allocated',
    weights: byAsset(assets, weights),
    volatility,
    riskContributions: byAsset(assets, shares),
  });
}
