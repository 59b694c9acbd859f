/** A portfolio's risk and who brings it. */
export interface RiskDivision {
  /** √(w'Σw), exactly 0 where the risks cancel out. */
  readonly volatility: number;
  /** w_i(Σw)_i / w'Σw, summing to 1; all 0 for a portfolio without risk. */
  readonly shares: Float64Array<ArrayBuffer>;
}

/** A variance below this part of the terms that it is summed from is rounding. */
const RISKLESS = 1e-14;

/**
 * Divides a portfolio's variance by asset.
 *
 * Source: Euler's theorem on homogeneous functions; R. Litterman, Hot Spots and Hedges (1996).
 */
export function divideRisk(covariance: Float64Array, weights: Float64Array): RiskDivision {
  const size = weights.length;
  const shares = new Float64Array(size);
  let variance = 0;
  let gross = 0;
  for (let i = 0; i < size; i++) {
    let own = 0;
    for (let j = 0; j < size; j++) {
      const term = weights[i]! * covariance[i * size + j]! * weights[j]!;
      own += term;
      gross += Math.abs(term);
    }
    shares[i] = own;
    variance += own;
  }
  if (!(variance > RISKLESS * gross)) return { volatility: 0, shares: new Float64Array(size) };
  for (let i = 0; i < size; i++) shares[i]! /= variance;
  return { volatility: Math.sqrt(variance), shares };
}
