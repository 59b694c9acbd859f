import { at, checkRange } from '../../errors/index.js';
import { eigenSymmetric } from '../../numerics/index.js';
import { checkCovariance } from '../matrix.js';
import { accept } from './accepted.js';
import type { ProjectionResult } from './alternating-projections.js';
import { type CheckedOptions, findNearestCorrelation } from './nearest-correlation.js';
import { spectralEnds } from './spectrum.js';

/** A covariance with the variances of a symmetric matrix and the correlations nearest to its own. */
export function nearestWithVariances(
  given: Float64Array<ArrayBuffer>,
  size: number,
  options: CheckedOptions,
): ProjectionResult {
  const deviations = Array.from({ length: size }, (_, i) =>
    Math.sqrt(checkRange(given[i * size + i], at(at('matrix', i), i), { min: 0 })),
  );
  const scaled = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      const scale = deviations[i]! * deviations[j]!;
      // An asset without variance moves with none.
      if (i !== j && scale > 0) scaled[i * size + j] = given[i * size + j]! / scale;
    }
    scaled[i * size + i] = 1;
  }
  const ends = spectralEnds(eigenSymmetric(scaled, size));
  const isEnough = options.minEigenvalue === 0 || ends.smallest >= options.minEigenvalue;
  if (isEnough && accept(() => checkCovariance(given, 'matrix', size)) !== undefined) {
    return { matrix: given, iterations: 0, converged: true };
  }
  const { matrix, ...course } = findNearestCorrelation(scaled, size, ends, options);
  const repaired = Float64Array.from(given);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      const value = deviations[i]! * deviations[j]! * matrix[i * size + j]!;
      if (i !== j) repaired[i * size + j] = value + 0;
    }
  }
  return { matrix: repaired, ...course };
}
