import { log, neumaierSum, solveForward } from '../../numerics/index.js';
import type { MissingPattern } from './patterns.js';
import { factorScaled } from './regression.js';

/** Means, and a covariance as assets × assets, row-major. */
export interface Moments {
  readonly means: Float64Array;
  readonly covariance: Float64Array;
}

const LOG_TWO_PI = 1.8378770664093453;

/**
 * Natural logarithm of the normal density of what was observed; assets without variance are left out.
 *
 * Throws `not-positive-definite` for a covariance of which some asset is a combination of the others.
 */
export function logLikelihood(
  { means, covariance }: Moments,
  columns: readonly Float64Array[],
  patterns: readonly MissingPattern[],
): number {
  const size = columns.length;
  factorScaled(covariance, size, [...columns.keys()]);
  const terms: number[] = [];
  for (const { observed, rows } of patterns) {
    const { factor, scale, members } = factorScaled(covariance, size, observed);
    let logRoot = 0;
    members.forEach((k, place) => {
      logRoot += log(factor[place * members.length + place]!) + log(scale[k]!);
    });
    for (const row of rows) {
      const scaled = Float64Array.from(members, (k) => {
        const asset = observed[k]!;
        return (columns[asset]![row]! - means[asset]!) / scale[k]!;
      });
      let distance = 0;
      for (const value of solveForward(factor, members.length, scaled)) distance += value * value;
      terms.push(-logRoot - (members.length * LOG_TWO_PI + distance) / 2);
    }
  }
  return neumaierSum(terms);
}
