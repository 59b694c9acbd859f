import { AptfolioError, at, checkOneOf, checkRange, checkVector } from '../../errors/index.js';
import { neumaierSum } from '../../numerics/index.js';
import { LARGEST } from '../moments.js';
import { type DefiniteFactor, solveDefinite } from './definite-factor.js';

/**
 * Towards what means are shrunk: `grand-mean`, the plain mean of them all; `minimum-variance`, the mean of
 * the portfolio of least variance; one given number for all; or one for each, in the unit of the result.
 */
export type ShrinkageTarget =
  | 'grand-mean'
  | 'minimum-variance'
  | number
  | readonly number[]
  | Float64Array;

/** A target worked out: a number for each mean, and how many numbers were estimated for it. */
export interface ResolvedTarget {
  readonly values: Float64Array<ArrayBuffer>;
  readonly estimated: 0 | 1;
}

/** Checks a target and works it out for these means. `scale` is what a given number is divided by. */
export function resolveTarget(
  target: unknown,
  path: string,
  means: Float64Array,
  error: DefiniteFactor,
  scale: number,
): ResolvedTarget {
  const size = means.length;
  const all = (value: number) => new Float64Array(size).fill(value);
  if (typeof target === 'string') {
    const kind = checkOneOf(target, path, ['grand-mean', 'minimum-variance']);
    const value =
      kind === 'grand-mean' ? neumaierSum(means) / size : minimumVarianceMean(means, error);
    return { values: all(value), estimated: 1 };
  }
  if (target === undefined || target === null) {
    const expected = "'grand-mean', 'minimum-variance', a number or a list of numbers";
    throw new AptfolioError('missing-value', path, expected, target);
  }
  const range = { min: -LARGEST, max: LARGEST };
  if (typeof target === 'object') {
    const given = checkVector(target, path, size);
    const values = given.map((value, i) => checkRange(value, at(path, i), range) / scale);
    return { values, estimated: 0 };
  }
  return { values: all(checkRange(target, path, range) / scale), estimated: 0 };
}

/** The mean return of the fully invested portfolio of least variance: 1'Σ⁻¹m / 1'Σ⁻¹1. */
export function minimumVarianceMean(means: Float64Array, error: DefiniteFactor): number {
  const weights = solveDefinite(error, new Float64Array(means.length).fill(1));
  return neumaierSum(weights.map((weight, i) => weight * means[i]!)) / neumaierSum(weights);
}
