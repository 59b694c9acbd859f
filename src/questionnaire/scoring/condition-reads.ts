import type { Comparison, Condition, Lookup, Operand, Plain, Reckoning } from '../condition.js';

/** An operand that reads a value from somewhere, and is not put together from others. */
export type ValueRead = Exclude<Operand, Plain | Lookup | Reckoning>;

/** The comparisons of which a condition is made. */
export function comparisonsIn(condition: Condition): readonly Comparison[] {
  if ('not' in condition) return comparisonsIn(condition.not);
  if ('all' in condition) return condition.all.flatMap(comparisonsIn);
  return 'any' in condition ? condition.any.flatMap(comparisonsIn) : [condition];
}

/** Every value that a condition reads. */
export function readsIn(condition: Condition): readonly ValueRead[] {
  return comparisonsIn(condition).flatMap(({ left, right }) => [
    ...readsOf(left),
    ...(Array.isArray(right) ? [] : readsOf(right as Operand)),
  ]);
}

/** Every value that an operand reads. */
export function readsOf(operand: Operand): readonly ValueRead[] {
  if (typeof operand !== 'object') return [];
  if ('lookup' in operand) return readsOf(operand.by);
  return isReckoning(operand) ? pairOf(operand).flatMap(readsOf) : [operand];
}

/** Whether a condition reads scores, bands or the way of answering, which any answer may change. */
export function readsScores(condition: Condition): boolean {
  return readsIn(condition).some((read) => 'score' in read || 'band' in read || 'measure' in read);
}

/** The two numbers that are put together. */
export function pairOf(operand: Reckoning): readonly [Operand, Operand] {
  if ('plus' in operand) return operand.plus;
  return 'minus' in operand ? operand.minus : operand.times;
}

function isReckoning(operand: Exclude<Operand, Plain | Lookup>): operand is Reckoning {
  return 'plus' in operand || 'minus' in operand || 'times' in operand;
}
