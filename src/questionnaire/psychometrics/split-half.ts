import { isVariance, rowSums, sumOf } from './matrix-sums.js';
import type { SplitHalf, SplitRange } from './reliability-result.js';
import { searchSplits } from './search-splits.js';

/** Up to this many splits every one is looked at: up to 22 items. */
const MOST_SPLITS = 400_000;

/** R's psych lists up to this many splits. */
const MOST_LISTED = 10_000;

/**
 * The reliabilities of the ways to halve k items, from correlations (k × k) of items that all run the same way;
 * `null` where the items add up to nothing.
 *
 * A split's reliability is 4 · cov(A, B) / var(A + B) (Guttman 1945, equation 36; Rulon 1939). For an odd number of
 * items R's psych 2.2.9 stops halfway down its list of splits, and divides the sum by half the number of all; `min`,
 * `mean` and `max` follow it, so they depend on the order of the items. `everySplit` does not.
 *
 * Sources: W. Revelle, Hierarchical cluster analysis and the internal structure of tests, Multivariate Behavioral
 * Research 14 (1979) 57–74, for the worst split; psych's `splitHalf`.
 */
export function splitHalf(matrix: Float64Array, k: number, seed: number): SplitHalf | null {
  const total = sumOf(matrix);
  if (!isVariance(total, k)) return null;
  const all = countSplits(k);
  if (all > MOST_SPLITS) return searchedSplits(matrix, k, total, seed);
  const isOdd = k % 2 === 1;
  const listed = isOdd && all / 2 <= MOST_LISTED ? Math.ceil(all / 2) : all;
  const every = newTally();
  const first = newTally();
  walkSplits(matrix, k, (cross) => {
    add(every, (4 * cross) / total);
    if (every.splits <= listed) add(first, (4 * cross) / total);
  });
  const divisor = listed < all ? all / 2 : all;
  return Object.freeze({
    ...rangeOf(first, divisor),
    everySplit: rangeOf(every, all),
    exact: true,
  });
}

/** The splits of k items into ⌊k/2⌋ and the rest; of two equal halves either may be named first. */
function countSplits(k: number): number {
  const half = Math.floor(k / 2);
  let count = 1;
  for (let i = 1; i <= half; i++) count = (count * (k - half + i)) / i;
  return k % 2 === 0 ? count / 2 : count;
}

/** Visits every split in lexicographic order of its smaller half, with the covariance between the halves. */
function walkSplits(matrix: Float64Array, k: number, visit: (cross: number) => void): void {
  const half = Math.floor(k / 2);
  const sums = rowSums(matrix, k);
  const chosen = new Int32Array(half);
  const choose = (depth: number, from: number, cross: number): void => {
    if (depth === half) {
      visit(cross);
      return;
    }
    // Of two equal halves the one with the first item is named.
    const to = depth === 0 && k % 2 === 0 ? 0 : k - half + depth;
    for (let i = from; i <= to; i++) {
      let within = matrix[i * k + i]!;
      for (let d = 0; d < depth; d++) within += 2 * matrix[i * k + chosen[d]!]!;
      chosen[depth] = i;
      choose(depth + 1, i + 1, cross + sums[i]! - within);
    }
  };
  choose(0, 0, 0);
}

function searchedSplits(matrix: Float64Array, k: number, total: number, seed: number): SplitHalf {
  const { min, max, ...search } = searchSplits(matrix, k, seed);
  const [small, large] = [Math.floor(k / 2), Math.ceil(k / 2)];
  // Over all splits a pair of items is parted equally often, so the mean needs no list.
  const mean = (4 * small * large * (total - k)) / (k * (k - 1)) / total;
  const range = Object.freeze({
    min: (4 * min) / total + 0,
    mean: mean + 0,
    max: (4 * max) / total + 0,
    splits: 2 * search.starts,
  });
  return Object.freeze({
    ...range,
    everySplit: range,
    exact: false,
    search: Object.freeze(search),
  });
}

interface Tally {
  min: number;
  sum: number;
  max: number;
  splits: number;
}

function newTally(): Tally {
  return { min: Number.POSITIVE_INFINITY, sum: 0, max: Number.NEGATIVE_INFINITY, splits: 0 };
}

function add(tally: Tally, value: number): void {
  tally.min = Math.min(tally.min, value);
  tally.max = Math.max(tally.max, value);
  tally.sum += value;
  tally.splits += 1;
}

function rangeOf({ min, sum, max, splits }: Tally, divisor: number): SplitRange {
  return Object.freeze({ min: min + 0, mean: sum / divisor + 0, max: max + 0, splits });
}
