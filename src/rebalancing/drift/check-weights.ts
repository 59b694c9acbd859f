import { AptfolioError, at, checkObject, checkRange } from '../../errors/index.js';
import { neumaierSum } from '../../numerics/index.js';

const SUM_TOLERANCE = 1e-6;

/** Weights of at least 0 that sum to 1. */
export function checkWeights(weights: unknown, path: string): ReadonlyMap<string, number> {
  const entries = Object.entries(checkObject(weights, path));
  if (entries.length === 0) throw new AptfolioError('empty', path, 'at least one weight');
  const checked = new Map(
    entries.map(([id, weight]) => [id, checkRange(weight, at(path, id), { min: 0 })]),
  );
  const sum = neumaierSum([...checked.values()]);
  if (Math.abs(sum - 1) > SUM_TOLERANCE) {
    throw new AptfolioError('inconsistent', path, 'weights that sum to 1', sum);
  }
  return checked;
}
