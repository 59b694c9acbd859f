import { finite } from '../sample.js';
import type { Grouped } from './grouped.js';

/** What all pairs of two samples come to, counted without writing the pairs down. */
export interface PairValues {
  readonly size: number;
  /** The k-th smallest of all values, k from 1 to `size`. */
  readonly rank: (k: number) => number;
}

/** How many sums reach up to a bound, and the sums next to it. */
interface Standing {
  readonly count: number;
  /** The largest sum up to the bound. */
  readonly below: number;
  /** The smallest sum above the bound. */
  readonly above: number;
}

/** All differences first − second. */
export function pairDifferences(first: Grouped, second: Grouped, path: string): PairValues {
  const minus = {
    values: second.values.map((value) => -value).reverse(),
    counts: [...second.counts].reverse(),
    n: second.n,
  };
  const count = (bound: number): Standing => standing(first, minus, bound);
  return ranked(first.n * second.n, first, minus, count, path);
}

/**
 * The Walsh averages: the means of every two members of one sample, each with itself and with every later one.
 *
 * Among the ordered pairs each sum of two different members stands twice and each double of a member once.
 */
export function walshAverages(sample: Grouped, path: string): PairValues {
  const count = (bound: number): Standing => {
    const ordered = standing(sample, sample, bound);
    let doubles = 0;
    sample.values.forEach((value, i) => {
      if (value + value <= bound) doubles += sample.counts[i]!;
    });
    return { ...ordered, count: (ordered.count + doubles) / 2 };
  };
  const sums = ranked((sample.n * (sample.n + 1)) / 2, sample, sample, count, path);
  return { size: sums.size, rank: (k) => sums.rank(k) / 2 + 0 };
}

/** Bisection between two sums; each step moves one of them on to the next sum there is. */
function ranked(
  size: number,
  first: Grouped,
  second: Grouped,
  count: (bound: number) => Standing,
  path: string,
): PairValues {
  const lowest = finite(first.values[0]! + second.values[0]!, path);
  const highest = finite(first.values.at(-1)! + second.values.at(-1)!, path);
  const rank = (k: number): number => {
    let [low, high] = [lowest, highest];
    while (low < high) {
      const middle = low / 2 + high / 2;
      const at = count(middle >= low && middle < high ? middle : low);
      if (at.count >= k) high = at.below;
      else low = at.above;
    }
    return low + 0;
  };
  return { size, rank };
}

/** Both samples ascend, so the partners that keep a sum within the bound only get fewer. */
function standing(first: Grouped, second: Grouped, bound: number): Standing {
  let partners = second.n;
  let j = second.values.length - 1;
  let count = 0;
  let below = Number.NEGATIVE_INFINITY;
  let above = Number.POSITIVE_INFINITY;
  first.values.forEach((value, i) => {
    while (j >= 0 && value + second.values[j]! > bound) {
      partners -= second.counts[j]!;
      j -= 1;
    }
    count += first.counts[i]! * partners;
    if (j >= 0) below = Math.max(below, value + second.values[j]!);
    if (j + 1 < second.values.length) above = Math.min(above, value + second.values[j + 1]!);
  });
  return { count, below, above };
}

/** The median of all values: the middle one, or the mean of the middle two. */
export function medianOf(pairs: PairValues): number {
  const upper = pairs.rank(Math.floor(pairs.size / 2) + 1);
  return pairs.size % 2 === 1 ? upper : pairs.rank(pairs.size / 2) / 2 + upper / 2;
}
