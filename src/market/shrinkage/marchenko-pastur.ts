/** Where the Marchenko–Pastur law parts signals from noise. */
export interface SignalCount {
  /** How many eigenvalues lie above `upperEdge`. */
  readonly signals: number;
  /** λ₊: the largest eigenvalue that correlations of pure noise would have in a large sample. */
  readonly upperEdge: number;
  /** σ²: variance of the noise, as a share of the assets' own variance. */
  readonly noiseVariance: number;
}

/**
 * Counts the eigenvalues of a correlation matrix, largest first, that noise does not explain.
 *
 * Where no noise variance is given and the largest eigenvalue lies above the edge of pure noise, it is the
 * market's, and the noise has the variance that it leaves: σ² = 1 − λ₁/n.
 *
 * Source: V. A. Marchenko and L. A. Pastur, Mathematics of the USSR-Sbornik 1 (1967); L. Laloux, P. Cizeau,
 * J.-P. Bouchaud and M. Potters, Noise dressing of financial correlation matrices, Physical Review Letters
 * 83 (1999).
 */
export function findSignals(
  eigenvalues: readonly number[],
  observations: number,
  givenVariance?: number,
): SignalCount {
  const size = eigenvalues.length;
  const largest = eigenvalues[0] ?? 0;
  const root = 1 + Math.sqrt(size / observations);
  const isMarket = largest > root * root;
  const noiseVariance = givenVariance ?? (isMarket ? Math.max(0, 1 - largest / size) : 1);
  const upperEdge = noiseVariance * root * root;
  // An eigenvalue that rounding alone parts from 0 is none, also where nothing is left to the noise.
  const least = Math.max(upperEdge, size * Number.EPSILON * largest);
  return {
    signals: eigenvalues.filter((value) => value > least).length,
    upperEdge,
    noiseVariance,
  };
}
