import { neumaierSum } from '../numerics/index.js';

/** The sum of terms, sorted first, so that their order has no influence to the last bit. */
export function orderedSum(terms: readonly number[]): number {
  return neumaierSum([...terms].sort((a, b) => a - b));
}
