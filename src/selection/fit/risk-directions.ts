import { eigenSymmetric } from '../../numerics/index.js';

/** An independent direction of risk, of size one, by asset class. */
export interface ClassDirection {
  readonly variance: number;
  readonly vector: Float64Array;
}

/** Directions whose variance is below this part of the largest do not tell portfolios apart. */
const NO_VARIANCE = 1e-12;

/** The directions of risk of a covariance, classes × classes, row-major. */
export function riskDirectionsOf(
  covariance: Float64Array,
  classes: number,
): readonly ClassDirection[] {
  const { values, vectors } = eigenSymmetric(covariance, classes);
  const largest = values.reduce((most, value) => Math.max(most, value), 0);
  const directions: ClassDirection[] = [];
  values.forEach((variance, d) => {
    if (variance <= NO_VARIANCE * largest) return;
    const vector = Float64Array.from({ length: classes }, (_, k) => vectors[k * classes + d]!);
    directions.push({ variance, vector });
  });
  return directions;
}
