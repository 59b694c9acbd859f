import { toRows } from '../matrix.js';
import type { CentredPanel } from './centred-panel.js';

/** A sample covariance pulled towards a target of simple structure. */
export interface ShrunkCovariance {
  /** Assets × assets, exactly symmetric: (1 − shrinkage) · sample + shrinkage · target. */
  readonly covariance: readonly (readonly number[])[];
  /** Weight of the target, from 0 (the sample as it is) to 1 (the target alone). */
  readonly shrinkage: number;
  /** Assets × assets, in the unit of `covariance`. */
  readonly target: readonly (readonly number[])[];
}

/** Two matrices are one where they differ by less than this share of their squared size. */
const SAME = 1e-24;

/** Mixes the panel's covariance with a target, both in the panel's unit, and annualises. */
export function shrinkCovariance(
  panel: CentredPanel,
  target: Float64Array,
  shrinkage: number,
  periodsPerYear: number,
): ShrunkCovariance {
  const size = panel.columns.length;
  // + 0 turns a negative zero into zero.
  const annual = (value: number) => value * panel.unit * panel.unit * periodsPerYear + 0;
  const mixed = panel.covariance.map(
    (sample, at) => (1 - shrinkage) * sample + shrinkage * target[at]!,
  );
  return Object.freeze({
    covariance: toRows(mixed.map(annual), size),
    shrinkage,
    target: toRows(target.map(annual), size),
  });
}

/** Squared Frobenius distance of the sample from its target; 0 where rounding alone parts them. */
export function squaredDistance(sample: Float64Array, target: Float64Array): number {
  let distance = 0;
  let size = 0;
  for (let at = 0; at < sample.length; at++) {
    const difference = sample[at]! - target[at]!;
    distance += difference * difference;
    size += sample[at]! * sample[at]!;
  }
  return distance <= SAME * size ? 0 : distance;
}
