import { AptfolioError, at, checkRange } from '../../errors/index.js';
import { type AssetRisks, checkAssetRisks, checkByAsset } from './asset-risks.js';
import { divideRisk } from './risk-division.js';

/** How many different risks a portfolio is spread over. */
export interface DiversificationFigures {
  /** Σ wᵢσᵢ / √(w'Σw), at least 1; null for a portfolio without risk. */
  readonly diversificationRatio: number | null;
  /** 1 / Σ wᵢ² of weights that sum to 1: as many holdings of equal size would be as concentrated. */
  readonly effectiveHoldings: number;
  /**
   * 1 / Σ cᵢ² of the contributions to risk: as many equal ones would be as concentrated. Assets that hedge others have
   * contributions below 0. Null for a portfolio without risk.
   */
  readonly effectiveBets: number | null;
}

/**
 * How well a long-only portfolio is diversified.
 *
 * `weights` has a weight of at least 0 for every asset, not all 0; they are scaled to a sum of 1. Of `risks`, which may be a whole
 * problem, only the assets and the covariance are looked at.
 *
 * Sources: Y. Choueifaty and Y. Coignard, Toward Maximum Diversification (2008); O. Herfindahl (1950) for the index whose
 * inverse is the effective number; T. Roncalli, Introduction to Risk Parity and Budgeting (2013), for contributions to
 * risk. The effective bets of A. Meucci (2009), by principal components and entropy, are another figure.
 *
 * @example
 * ```ts
 * import { diversificationFigures } from 'aptfolio/allocation';
 *
 * const risks = { assets: ['A', 'B'], covariance: [[0.09, 0], [0, 0.16]] };
 * diversificationFigures({ A: 0.5, B: 0.5 }, risks);
 * // => { diversificationRatio: 1.4, effectiveHoldings: 2, effectiveBets: 1.854599406528 }
 * ```
 */
export function diversificationFigures(
  weights: Readonly<Record<string, number>>,
  risks: AssetRisks,
): DiversificationFigures {
  const { assets, indexOf, covariance } = checkAssetRisks(risks, 'risks');
  const shares = readWeights(weights, assets, indexOf);
  const { volatility, shares: contributions } = divideRisk(covariance, shares);
  const size = assets.length;
  let undiversified = 0;
  shares.forEach((share, i) => {
    undiversified += share * Math.sqrt(covariance[i * size + i]!);
  });
  const isRiskless = volatility === 0;
  return Object.freeze({
    diversificationRatio: isRiskless ? null : undiversified / volatility,
    effectiveHoldings: effectiveNumber(shares),
    effectiveBets: isRiskless ? null : effectiveNumber(contributions),
  });
}

function readWeights(
  value: unknown,
  assets: readonly string[],
  indexOf: ReadonlyMap<string, number>,
): Float64Array<ArrayBuffer> {
  const record = checkByAsset(value, 'weights', indexOf);
  const weights = Float64Array.from(assets, (asset) => {
    const weight = Object.hasOwn(record, asset) ? record[asset] : undefined;
    return checkRange(weight, at('weights', asset), { min: 0, max: LARGEST });
  });
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (sum === 0)
    throw new AptfolioError('out-of-range', 'weights', 'weights of which one is above 0');
  return weights.map((weight) => weight / sum);
}

/** Far beyond any weight. */
const LARGEST = 1e9;

/** The inverse of the Herfindahl index. */
function effectiveNumber(shares: Float64Array): number {
  let concentration = 0;
  for (const share of shares) concentration += share * share;
  return 1 / concentration;
}
