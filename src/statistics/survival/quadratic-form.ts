import { eigenSymmetric } from '../../numerics/index.js';

/** How far differences lie apart, in units of their covariance. */
export interface QuadraticForm {
  readonly value: number;
  /** The rank of the covariance. */
  readonly rank: number;
}

/** On the scale of correlations, below this an eigenvalue is rounding. */
const ROUNDING = 1e-10;

/**
 * d'V⁻d for differences d with covariance V, which is singular: differences that add up to 0 leave a direction without variance.
 *
 * `covariance` is k × k, row-major, positive semi-definite, and d lies in its range. Any generalised inverse then gives the same value.
 */
export function quadraticForm(differences: Float64Array, covariance: Float64Array): QuadraticForm {
  const k = differences.length;
  const scales = differences.map((_, g) => {
    const variance = covariance[g * k + g]!;
    return variance > 0 ? 1 / Math.sqrt(variance) : 0;
  });
  const correlation = covariance.map((value, i) => {
    return value * scales[Math.floor(i / k)]! * scales[i % k]!;
  });
  const { values, vectors } = eigenSymmetric(correlation, k);
  let [value, rank] = [0, 0];
  values.forEach((eigenvalue, d) => {
    if (eigenvalue <= ROUNDING) return;
    let along = 0;
    for (let g = 0; g < k; g++) along += vectors[g * k + d]! * differences[g]! * scales[g]!;
    value += (along * along) / eigenvalue;
    rank += 1;
  });
  return { value, rank };
}
