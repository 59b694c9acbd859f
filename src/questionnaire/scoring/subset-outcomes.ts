import type { MultipleItem } from '../item.js';

/**
 * Points of a multiple choice → in how many ways they can be chosen, before the item's weight. Options are
 * counted one after the other, so that many options cost no more than their different sums.
 */
export function subsetOutcomes(
  item: Required<Omit<MultipleItem, 'text'>> | MultipleItem,
): Map<number, bigint> {
  const {
    points,
    count = 'sum',
    minChoices = 1,
    maxChoices = points.length,
    exclusive = [],
  } = item;
  const alone = new Set(exclusive);
  // [number chosen][points so far] → ways; nothing chosen has no highest or lowest yet.
  let ways: Map<number, bigint>[] = [new Map([[count === 'sum' ? 0 : NONE, 1n]])];
  points.forEach((value, option) => {
    if (alone.has(option)) return;
    const next = [...ways.map((known) => new Map(known)), new Map<number, bigint>()];
    ways.forEach((known, chosen) => {
      for (const [sofar, number] of known) {
        add(next[chosen + 1]!, combined(count, sofar, value), number);
      }
    });
    ways = next.slice(0, maxChoices + 1);
  });
  const outcomes = new Map<number, bigint>();
  ways.forEach((known, chosen) => {
    if (chosen < minChoices) return;
    for (const [sofar, number] of known) add(outcomes, sofar === NONE ? 0 : sofar, number);
  });
  for (const option of alone) add(outcomes, points[option]!, 1n);
  return outcomes;
}

/** No option chosen yet. */
const NONE = Number.POSITIVE_INFINITY;

/** The points of several options, the ones so far and one more. */
export function combined(count: MultipleItem['count'], sofar: number, value: number): number {
  if (count === 'highest') return sofar === NONE ? value : Math.max(sofar, value);
  if (count === 'lowest') return sofar === NONE ? value : Math.min(sofar, value);
  return sofar + value;
}

function add(to: Map<number, bigint>, key: number, number: bigint): void {
  to.set(key, (to.get(key) ?? 0n) + number);
}
