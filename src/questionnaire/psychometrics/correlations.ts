import { eigenSymmetric } from '../../numerics/index.js';

/** The correlations of k items, and what follows from their eigenvectors. */
export interface Correlations {
  readonly k: number;
  /** k × k, row-major. */
  readonly matrix: Float64Array;
  /** Standard deviations in points. */
  readonly deviations: Float64Array;
  /** Squared multiple correlations; `null` where some items determine others. */
  readonly smc: Float64Array | null;
  /** 1, or −1 for an item that runs against the first principal component. */
  readonly keys: readonly number[];
}

/** An eigenvalue below this share of the largest counts as 0; √ε, as in R's psych. */
const SINGULAR = 1.4901161193847656e-8;

/** Differences and components below this size are rounding. */
const ROUNDING = 1e-12;

/**
 * Correlations from covariances (k × k, row-major, variances above 0).
 *
 * The first principal component is turned so that its loadings have a positive sum; items that then load negatively
 * are those that R's psych reports with `check.keys`.
 */
export function correlationsOf(covariances: Float64Array, k: number): Correlations {
  const deviations = Float64Array.from({ length: k }, (_, i) => Math.sqrt(covariances[i * k + i]!));
  const matrix = covariances.map((value, place) => {
    const [i, j] = [Math.floor(place / k), place % k];
    return i === j ? 1 : Math.max(-1, Math.min(1, value / deviations[i]! / deviations[j]!));
  });
  const { values, vectors } = eigenSymmetric(matrix, k);
  const singular = values[0]! <= SINGULAR * values[k - 1]!;
  return {
    k,
    matrix,
    deviations,
    smc: singular ? null : multipleCorrelations(values, vectors, k),
    keys: keysOf(values, vectors, k),
  };
}

/** 1 − 1/(R⁻¹)ᵢᵢ. */
function multipleCorrelations(
  values: Float64Array,
  vectors: Float64Array,
  k: number,
): Float64Array {
  return Float64Array.from({ length: k }, (_, i) => {
    let inverse = 0;
    for (let d = 0; d < k; d++) {
      const component = vectors[i * k + d]!;
      inverse += (component * component) / values[d]!;
    }
    return Math.max(0, Math.min(1, 1 - 1 / inverse));
  });
}

function keysOf(values: Float64Array, vectors: Float64Array, k: number): readonly number[] {
  // Without a component larger than the others there is no direction to run against.
  if (values[k - 1]! - values[k - 2]! < ROUNDING * k) return new Array<number>(k).fill(1);
  const component = Array.from({ length: k }, (_, i) => vectors[i * k + k - 1]!);
  const sum = component.reduce((total, value) => total + value, 0);
  const turn = sum < -ROUNDING ? -1 : 1;
  return component.map((value) => (turn * value < -ROUNDING ? -1 : 1));
}
