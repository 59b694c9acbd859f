import { lengthOf } from './scale.js';

interface Spread {
  readonly n: number;
  /** Over n − 1. */
  readonly deviation: number;
}

/** The standard deviation within samples, from all of them together. */
export function pooledDeviation(samples: readonly Spread[]): number {
  const degreesOfFreedom = samples.reduce((sum, { n }) => sum + n - 1, 0);
  return lengthOf(
    samples.map(({ n, deviation }) => deviation * Math.sqrt((n - 1) / degreesOfFreedom)),
  );
}

/**
 * The standard deviations of samples, where one that does not vary has that of all together, within each of them: of a few values that are all alike nobody
 * knows that the next one is the same. 0 where none varies.
 */
export function borrowedDeviations(samples: readonly Spread[]): readonly number[] {
  const pooled = pooledDeviation(samples);
  return samples.map(({ deviation }) => (deviation === 0 ? pooled : deviation));
}
