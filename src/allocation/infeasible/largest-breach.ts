import { leftSideAt, type RuleBook } from './rule-book.js';

/** By how much weights break the rule that they break most, in the units in which breaches are measured; 0 for none. */
export function largestBreach(book: RuleBook, weights: Float64Array): number {
  const { conditions, floors, ceilings, limits } = book;
  let largest = 0;
  for (const condition of conditions) {
    const { lower, upper, unit } = condition;
    const value = leftSideAt(condition, weights);
    if (lower !== undefined) largest = Math.max(largest, (limits.get(lower)! - value) / unit);
    if (upper !== undefined) largest = Math.max(largest, (value - limits.get(upper)!) / unit);
  }
  weights.forEach((weight, a) => {
    const breach = Math.max(limits.get(floors[a]!)! - weight, weight - limits.get(ceilings[a]!)!);
    largest = Math.max(largest, breach);
  });
  return largest;
}
