import { AptfolioError } from '../../errors/index.js';
import { neumaierSum } from '../../numerics/index.js';
import type { ResponseMatrix } from './read-responses.js';

/** Means and covariances of the items. */
export interface ItemMoments {
  readonly means: Float64Array;
  /** Items × items, row-major, over n − 1; row and column of an item without variance are 0. */
  readonly covariances: Float64Array;
}

/**
 * The moments of at least two responses.
 *
 * Deviations are taken from the mean, or from the whole number next to it where all points are whole: then every
 * sum is exact, and the order of the responses has no influence to the last bit.
 */
export function itemMoments(matrix: ResponseMatrix): ItemMoments {
  const { ids, n } = matrix;
  const k = ids.length;
  const means = Float64Array.from(ids, (_, item) => meanOf(matrix, item));
  const centres = centresOf(matrix, means);
  const constant = ids.map((_, item) => isConstant(matrix, item));
  const { sums, products } = sumsAbout(matrix, centres);
  const covariances = new Float64Array(k * k);
  for (let i = 0; i < k; i++) {
    for (let j = 0; j <= i; j++) {
      const value = (products[i * k + j]! - (sums[i]! * sums[j]!) / n) / (n - 1);
      if (!Number.isFinite(value)) {
        const expected = 'points whose sums and squares are finite';
        throw new AptfolioError('out-of-range', 'responses', expected);
      }
      const kept = constant[i] || constant[j] ? 0 : value;
      covariances[i * k + j] = kept;
      covariances[j * k + i] = kept;
    }
  }
  return { means, covariances };
}

function meanOf({ ids, values, counts, n }: ResponseMatrix, item: number): number {
  const k = ids.length;
  return neumaierSum(counts.map((count, row) => count * values[row * k + item]!)) / n;
}

function centresOf({ values }: ResponseMatrix, means: Float64Array): Float64Array {
  return values.every(Number.isSafeInteger) ? means.map(Math.round) : means;
}

function sumsAbout(
  { ids, values, counts }: ResponseMatrix,
  centres: Float64Array,
): { readonly sums: Float64Array; readonly products: Float64Array } {
  const k = ids.length;
  const sums = new Float64Array(k);
  const products = new Float64Array(k * k);
  const gaps = new Float64Array(k);
  for (let row = 0; row < counts.length; row++) {
    const count = counts[row]!;
    for (let i = 0; i < k; i++) {
      const gap = values[row * k + i]! - centres[i]!;
      gaps[i] = gap;
      sums[i]! += count * gap;
      const weighted = count * gap;
      for (let j = 0; j <= i; j++) products[i * k + j]! += weighted * gaps[j]!;
    }
  }
  return { sums, products };
}

function isConstant({ ids, values }: ResponseMatrix, item: number): boolean {
  for (let place = item; place < values.length; place += ids.length) {
    if (values[place] !== values[item]) return false;
  }
  return true;
}
