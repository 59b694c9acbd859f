import { inner } from '../../numerics/index.js';
import { type CentredPanel, weightedRowSums } from './centred-panel.js';
import { type CovarianceTarget, errorOfVariances } from './covariance-target.js';

/**
 * The sample's own variances and, between all assets, their average correlation.
 *
 * An asset without variance has no correlation and takes no part in the average.
 *
 * Source: O. Ledoit and M. Wolf, Honey, I shrunk the sample covariance matrix, Journal of Portfolio
 * Management 30 (2004), appendices A and B; the sums over pairs are taken period by period.
 */
export function constantCorrelation(panel: CentredPanel): CovarianceTarget {
  const size = panel.columns.length;
  const deviations = Array.from(panel.columns, (_, i) =>
    Math.sqrt(panel.covariance[i * size + i]!),
  );
  const average = averageCorrelation(panel.covariance, deviations);
  const matrix = Float64Array.from(panel.covariance);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      if (i !== j) matrix[i * size + j] = average * (deviations[i]! * deviations[j]!);
    }
  }
  const sharedError = errorOfVariances(panel) + average * errorOfPairs(panel, deviations);
  return { matrix, sharedError };
}

function averageCorrelation(covariance: Float64Array, deviations: readonly number[]): number {
  const size = deviations.length;
  let sum = 0;
  let pairs = 0;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) {
      const scale = deviations[i]! * deviations[j]!;
      if (scale === 0) continue;
      sum += covariance[i * size + j]! / scale;
      pairs += 1;
    }
  }
  return pairs === 0 ? 0 : sum / pairs;
}

/** Σ over i ≠ j of √(sⱼⱼ/sᵢᵢ) · ϑ(ii, ij), where ϑ is the asymptotic covariance of sᵢᵢ and sᵢⱼ. */
function errorOfPairs(panel: CentredPanel, deviations: readonly number[]): number {
  const { columns, divisor, covariance } = panel;
  const size = columns.length;
  const inverse = deviations.map((deviation) => (deviation > 0 ? 1 / deviation : 0));
  const cubes = columns.map((column) => column.map((value) => value * value * value));
  const cubeSums = weightedRowSums(cubes, (i) => inverse[i]!);
  const valueSums = weightedRowSums(columns, (j) => deviations[j]!);
  let sum = inner(cubeSums, valueSums) / divisor;
  for (let i = 0; i < size; i++) {
    sum -= inner(cubes[i]!, columns[i]!) / divisor;
    for (let j = 0; j < size; j++) {
      if (i !== j) sum -= deviations[i]! * deviations[j]! * covariance[i * size + j]!;
    }
  }
  return sum;
}
