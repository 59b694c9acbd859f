import { riskDirectionsOf } from './risk-directions.js';

/** How far asset classes can be from where they are aimed, by the tracking variance. */
export interface ClassReach {
  /** The most of each class that is aimed at. */
  readonly aims: Float64Array;
  /** The most that the square of a class's distance can be for a unit of tracking variance; infinite where the variance does not limit it. */
  readonly perVariance: Float64Array;
  /** Variance that is lost where small directions of risk do not count. */
  readonly slack: number;
}

/** Weights are this exact. */
const ROUNDING = 1e-6;

/** Directions of risk that do not count lose less than this part of the largest variance. */
const LOST = 1e-11;

/**
 * The reach of classes whose shares, like their aims, sum to 1.
 *
 * For distances y with Σy = 0 the largest y² of a class where yᵀCy = 1 is D − (D1)² / 1ᵀD1, by its place on the diagonal of D, the inverse of C (Lagrange). As Σy = 0,
 * a direction in which all classes grow alike can be given any risk, so that C without risk in it has an inverse too.
 *
 * @param covariance classes × classes, row-major.
 * @param exposures by product. A class that some product holds short limits no product.
 */
export function classReach(
  covariance: Float64Array,
  aims: Float64Array,
  exposures: readonly Float64Array[],
): ClassReach {
  const size = aims.length;
  let largest = 0;
  for (let k = 0; k < size; k++) largest = Math.max(largest, covariance[k * size + k]!);
  const risky = covariance.map((one) => one + largest);
  const directions = riskDirectionsOf(risky, size).map(({ variance, vector }) => {
    const alike = vector.reduce((sum, one) => sum + one, 0);
    return { variance, vector, alike };
  });
  const all = directions.reduce((sum, { variance, alike }) => sum + (alike * alike) / variance, 0);
  const perVariance = aims.map((_, k) => {
    let [covered, square, shared] = [0, 0, 0];
    for (const { variance, vector, alike } of directions) {
      const own = vector[k]!;
      covered += own * own;
      square += (own * own) / variance;
      shared += (own * alike) / variance;
    }
    const isShort = exposures.some((exposure) => exposure[k]! < 0);
    if (isShort || 1 - covered > LOST) return Number.POSITIVE_INFINITY;
    return Math.max(0, square - (shared * shared) / all) + ROUNDING * square;
  });
  return { aims, perVariance, slack: LOST * largest };
}

/** The most of a product that leaves the tracking variance within a limit, whatever else is bought. */
export function mostNearAim(exposure: Float64Array, reach: ClassReach, variance: number): number {
  const { aims, perVariance, slack } = reach;
  const within = Math.max(0, variance) + slack;
  let most = Number.POSITIVE_INFINITY;
  exposure.forEach((share, k) => {
    if (share <= 0 || perVariance[k] === Number.POSITIVE_INFINITY) return;
    const reached = aims[k]! + Math.sqrt(within * perVariance[k]!) + ROUNDING;
    most = Math.min(most, reached / share);
  });
  return most;
}
