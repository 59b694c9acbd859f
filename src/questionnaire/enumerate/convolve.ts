import type { MultipleItem } from '../item.js';
import type { PlannedItem } from '../scoring/plan.js';
import { subsetOutcomes } from '../scoring/subset-outcomes.js';
import { checkSums } from './check-sums.js';

/** Sum of points → in how many ways it comes about. */
export type Distribution = ReadonlyMap<number, bigint>;

/** The distribution of the sum of two independent parts. */
export function convolve(a: Distribution, b: Distribution): Distribution {
  const sums = new Map<number, bigint>();
  for (const [x, waysOfX] of a) {
    checkSums(sums.size);
    for (const [y, waysOfY] of b) {
      const sum = x + y;
      sums.set(sum, (sums.get(sum) ?? 0n) + waysOfX * waysOfY);
    }
  }
  return sums;
}

/** What an item can bring: weight × points × unit, and in how many ways. */
export function itemOutcomes({ item, points }: PlannedItem): Distribution {
  if (item.kind === 'multiple') return subsetOutcomes({ ...(item as MultipleItem), points });
  if (item.kind !== 'matrix') return counted(points);
  return item.rows
    .map(({ weight = 1 }) => counted(points.map((value) => weight * value)))
    .reduce(convolve, new Map([[0, 1n]]));
}

function counted(points: readonly number[]): Distribution {
  const ways = new Map<number, bigint>();
  for (const value of points) ways.set(value, (ways.get(value) ?? 0n) + 1n);
  return ways;
}

/** All ways together. */
export function waysOf(distribution: Distribution): bigint {
  let ways = 0n;
  for (const number of distribution.values()) ways += number;
  return ways;
}
