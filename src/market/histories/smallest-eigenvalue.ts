import { eigenSymmetric } from '../../numerics/index.js';
import type { Moments } from './likelihood.js';

/** The least that any mix of standardised assets varies. */
export interface SmallestEigenvalue {
  /** The smallest eigenvalue of the correlations; 1 where no asset varies. */
  readonly value: number;
  /** The asset that weighs most in that mix. */
  readonly asset: number;
}

/** The smallest eigenvalue of the correlations, assets without variance left out. */
export function smallestEigenvalue({ means, covariance }: Moments): SmallestEigenvalue {
  const size = means.length;
  const deviations = means.map((_, i) => Math.sqrt(covariance[i * size + i]!));
  const members = [...deviations.keys()].filter((i) => deviations[i]! > 0);
  const n = members.length;
  if (n === 0) return { value: 1, asset: 0 };
  const correlations = members.flatMap((i) =>
    members.map((j) => (i === j ? 1 : covariance[i * size + j]! / deviations[i]! / deviations[j]!)),
  );
  const { values, vectors } = eigenSymmetric(Float64Array.from(correlations), n);
  const weights = members.map((_, row) => Math.abs(vectors[row * n]!));
  const most = weights.reduce((a, b) => Math.max(a, b), 0);
  return { value: values[0]!, asset: members[weights.indexOf(most)]! };
}
