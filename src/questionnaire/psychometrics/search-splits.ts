import { createRandom, type Random } from '../../numerics/index.js';
import { rowSums } from './matrix-sums.js';

/** The least and the greatest covariance between halves that a search found, and how it searched. */
export interface SplitSearch {
  readonly min: number;
  readonly max: number;
  readonly seed: number;
  readonly generator: string;
  readonly starts: number;
}

const STARTS = 50;

/**
 * Searches the splits of k items into halves from random starts, exchanging the pair of items that helps most until
 * none does. The same seed finds the same splits; a better one may exist.
 */
export function searchSplits(matrix: Float64Array, k: number, seed: number): SplitSearch {
  const random = createRandom(seed);
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (let start = 0; start < STARTS; start++) {
    const order = shuffled(k, random);
    min = Math.min(min, climb(matrix, k, order.slice(), -1));
    max = Math.max(max, climb(matrix, k, order, 1));
  }
  return { min, max, seed, generator: random.name, starts: STARTS };
}

function shuffled(k: number, random: Random): number[] {
  const order = Array.from({ length: k }, (_, i) => i);
  for (let i = k - 1; i > 0; i--) {
    const j = Math.floor(random.uniform() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

/** The covariance between the first ⌊k/2⌋ items of `order` and the rest, after the exchanges. */
function climb(matrix: Float64Array, k: number, order: number[], direction: 1 | -1): number {
  const half = Math.floor(k / 2);
  const sums = rowSums(matrix, k);
  // What each item shares with the first half.
  const near = Float64Array.from({ length: k }, (_, i) => {
    let sum = 0;
    for (let d = 0; d < half; d++) sum += matrix[i * k + order[d]!]!;
    return sum;
  });
  for (;;) {
    const best = bestExchange(matrix, k, order, sums, near, direction);
    if (best === undefined) break;
    const [a, b] = [order[best.first]!, order[best.second]!];
    [order[best.first], order[best.second]] = [b, a];
    for (let i = 0; i < k; i++) near[i]! += matrix[i * k + b]! - matrix[i * k + a]!;
  }
  let cross = 0;
  for (let d = 0; d < half; d++) cross += sums[order[d]!]! - near[order[d]!]!;
  return cross;
}

function bestExchange(
  matrix: Float64Array,
  k: number,
  order: readonly number[],
  sums: Float64Array,
  near: Float64Array,
  direction: 1 | -1,
): { readonly first: number; readonly second: number } | undefined {
  const half = Math.floor(k / 2);
  // Less is rounding, which could go round in circles.
  let gain = 1e-9;
  let best: { readonly first: number; readonly second: number } | undefined;
  for (let first = 0; first < half; first++) {
    const a = order[first]!;
    const without = sums[a]! - 2 * near[a]! + matrix[a * k + a]!;
    for (let second = half; second < k; second++) {
      const b = order[second]!;
      const added = sums[b]! - 2 * (near[b]! - matrix[b * k + a]!) - matrix[b * k + b]!;
      const change = direction * (added - without);
      if (change <= gain) continue;
      gain = change;
      best = { first, second };
    }
  }
  return best;
}
