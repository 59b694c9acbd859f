import { AptfolioError, at, checkObject, checkRange } from '../../errors/index.js';
import { findProduct, type ProductUniverse } from '../../products/index.js';

/** Weights come from optimisers and files with eight digits or more. */
const WEIGHT_TOLERANCE = 1e-6;

/** Reads weights of products that sum to 1; those of 0 are left out. */
export function readWeights(
  weights: unknown,
  path: string,
  universe: ProductUniverse,
): ReadonlyMap<string, number> {
  const given = checkObject(weights, path);
  const read = new Map<string, number>();
  let sum = 0;
  for (const id of Object.keys(given).sort()) {
    findProduct(id, universe, at(path, id));
    const weight = checkRange(given[id], at(path, id), { min: 0 });
    sum += weight;
    if (weight > 0) read.set(id, weight);
  }
  if (Math.abs(sum - 1) <= WEIGHT_TOLERANCE) return read;
  throw new AptfolioError('inconsistent', path, 'weights that sum to 1', sum);
}
